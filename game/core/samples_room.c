// Tells the room's noise from the words spoken in it, by the level of short frames.
#include "core/samples.h"

#include <math.h>

enum {
    BINS = 250,        // half decibels from SAMPLES_SILENT_DB up
    NOISE_PART = 10,   // a tenth of the frames is at least as quiet as the room
    WORD_FRAMES = 15,  // the loudest 0.15 s are words: a click is shorter
    LONG_FRAMES = 6,   // so long a sound may be a word
    CHAIN_FRAMES = 25, // what is this near to a word belongs to it: a p, an s
};

static const float above_noise_db = 8;
static const float under_words_most_db = 35, under_words_least_db = 8;
static const float nothing_db = -100;     // a device that has not begun, not a room
static const float surely_heard_db = -40; // one loud sound without a pause

static int frame_length(int rate)
{
    return rate * SAMPLES_FRAME_MS / 1000;
}

int samples_frames(int count, int rate)
{
    return count / frame_length(rate);
}

float samples_frame_db(const float *samples, int count, int rate, int frame)
{
    const int length = frame_length(rate);
    const int first = frame > 0 ? (frame - 1) * length : 0;
    const int end = (frame + 2) * length < count ? (frame + 2) * length : count;
    double power = 0;
    for (int i = first; i < end; i++) {
        power += (double)samples[i] * samples[i];
    }
    return fmaxf(SAMPLES_SILENT_DB, (float)(10 * log10(power / (end - first) + 1e-13)));
}

static int bin_of(float level_db)
{
    const int bin = (int)((level_db - SAMPLES_SILENT_DB) * 2);
    return bin < BINS - 1 ? bin : BINS - 1;
}

static float bin_db(int bin)
{
    return SAMPLES_SILENT_DB + (float)bin * 0.5f + 0.25f;
}

// The level that `rank` frames don't pass, counted from the quietest.
static float quieter(const int *bins, int rank)
{
    int bin = bin_of(nothing_db);
    for (int seen = bins[bin]; seen < rank && bin < BINS - 1; seen += bins[bin]) {
        bin++;
    }
    return bin_db(bin);
}

static float louder(const int *bins, int rank)
{
    int bin = BINS - 1;
    for (int seen = bins[bin]; seen < rank && bin > 0; seen += bins[bin]) {
        bin--;
    }
    return bin_db(bin);
}

struct samples_room samples_room(const float *samples, int count, int rate)
{
    int bins[BINS] = {0}, sounding = 0;
    const int frames = samples_frames(count, rate);
    for (int frame = 0; frame < frames; frame++) {
        const float level_db = samples_frame_db(samples, count, rate, frame);
        bins[bin_of(level_db)]++;
        sounding += level_db >= nothing_db;
    }
    if (sounding == 0) {
        return (struct samples_room){SAMPLES_SILENT_DB, SAMPLES_SILENT_DB, SAMPLES_SILENT_DB};
    }
    const int tenth = sounding / NOISE_PART + 1;
    const float noise_db = sounding < frames / 2 ? SAMPLES_SILENT_DB : quieter(bins, tenth);
    const float words_db = louder(bins, tenth < WORD_FRAMES ? tenth : WORD_FRAMES);
    const float edge_db = fmaxf(noise_db + above_noise_db, words_db - under_words_most_db);
    return (struct samples_room){noise_db, words_db, fminf(edge_db, words_db - under_words_least_db)};
}

bool samples_room_has_words(const struct samples_room *room)
{
    return room->words_db > room->noise_db + above_noise_db;
}

// Sounds that follow each other closely, and whether one of them is long enough for a word.
struct chain {
    int first, end, run; // frames; end 0: none yet
    bool word;
};

static void chain_frame(struct chain *chain, int frame)
{
    const bool goes_on = chain->end == frame && chain->end > 0;
    if (chain->end == 0) {
        chain->first = frame;
    }
    chain->run = goes_on ? chain->run + 1 : 1;
    chain->word = chain->word || chain->run >= LONG_FRAMES;
    chain->end = frame + 1;
}

// Takes the chain into what is heard where there is a word in it, and begins a new one.
static void chain_close(struct chain *chain, struct span *heard)
{
    if (chain->word) {
        heard->first = heard->end == 0 ? chain->first : heard->first;
        heard->end = chain->end;
    }
    *chain = (struct chain){0};
}

static struct span heard_frames(const float *samples, int count, int rate, float edge_db)
{
    struct span heard = {0};
    struct chain chain = {0};
    for (int frame = 0; frame < samples_frames(count, rate); frame++) {
        if (chain.end > 0 && frame - chain.end > CHAIN_FRAMES) {
            chain_close(&chain, &heard);
        }
        if (samples_frame_db(samples, count, rate, frame) > edge_db) {
            chain_frame(&chain, frame);
        }
    }
    chain_close(&chain, &heard);
    return heard;
}

bool samples_heard(const float *samples, int count, int rate, int margin, struct span *heard)
{
    const struct samples_room room = samples_room(samples, count, rate);
    if (!samples_room_has_words(&room)) {
        *heard = (struct span){0, count};
        return room.words_db > surely_heard_db;
    }
    const struct span frames = heard_frames(samples, count, rate, room.edge_db);
    const int length = frame_length(rate);
    const int first = frames.first * length - margin, end = frames.end * length + margin;
    *heard = (struct span){first > 0 ? first : 0, end < count ? end : count};
    return frames.end > 0;
}
