// Cleans a take: from a room's recording to a clip of words.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/take_inside.h"

enum { PER_MS = TAKE_RATE / 1000, AROUND = 300 * PER_MS };

static const float flat_least = 0.5f;     // some devices cut off at half their scale
static const float silent_peak = 0.0005f; // -66 dBFS
static const float silent_words_db = -55; // without any word in it, a room and no more
static const float most_gain_db = 35;
static const float pause_most_lufs = -50.5f; // half below the limit: other meters cut pauses otherwise
static const float fainter_lufs = -21;
static const float noisy_db = 20; // science/README.md 4.1

// What is known on the way.
struct cleaning {
    float *samples; // the whole take's, owned
    int count;
    struct samples_room room;
    struct take_pauses pauses;
    struct span part; // that is kept
};

static struct span clamp(int first, int end, int count)
{
    return (struct span){first > 0 ? first : 0, end < count ? end : count};
}

static bool begin(const struct take *raw, struct cleaning *cleaning, struct take_measure *measure)
{
    *cleaning = (struct cleaning){.count = raw->count};
    cleaning->samples = malloc((size_t)raw->count * sizeof *raw->samples);
    if (!cleaning->samples) {
        return false;
    }
    memcpy(cleaning->samples, raw->samples, (size_t)raw->count * sizeof *raw->samples);
    const bool flat = take_flat_tops(raw->samples, raw->count, TAKE_RATE, flat_least);
    measure->clipped = raw->clipped || flat;
    if (flat) {
        take_round_tops(cleaning->samples, cleaning->count);
    }
    take_high_pass(cleaning->samples, cleaning->count);
    cleaning->room = samples_room(cleaning->samples, cleaning->count, TAKE_RATE);
    return take_pauses_find(cleaning->samples, cleaning->count, &cleaning->room, &cleaning->pauses);
}

static void end(struct cleaning *cleaning)
{
    free(cleaning->samples);
    take_pauses_free(&cleaning->pauses);
}

// Which part is kept: what was asked for, or the words and TAKE_MARGIN_MS around them.
static enum take_fault choose(struct cleaning *cleaning, int first_ms, int end_ms)
{
    const int count = cleaning->count;
    const bool heard =
        samples_heard(cleaning->samples, count, TAKE_RATE, TAKE_MARGIN_MS * PER_MS, &cleaning->part);
    if (samples_peak(cleaning->samples, count) < silent_peak ||
        (!heard && cleaning->room.words_db < silent_words_db)) {
        return TAKE_SILENT;
    }
    if (end_ms > 0) {
        first_ms = first_ms < TAKE_LONGEST_MS ? first_ms : TAKE_LONGEST_MS;
        end_ms = end_ms < TAKE_LONGEST_MS ? end_ms : TAKE_LONGEST_MS;
        cleaning->part = clamp(first_ms * PER_MS, end_ms * PER_MS, count);
    } else if (!heard) {
        cleaning->part = (struct span){0, count};
    }
    const int length = cleaning->part.end - cleaning->part.first;
    return length < TAKE_SHORTEST_MS * PER_MS ? TAKE_SHORT : TAKE_FINE;
}

static bool denoise(struct cleaning *cleaning, struct take_measure *measure)
{
    const struct span part = cleaning->part;
    const struct span around = clamp(part.first - AROUND, part.end + AROUND, cleaning->count);
    const bool done =
        take_denoise(cleaning->samples, cleaning->count, around, cleaning->pauses.longest, &cleaning->room);
    measure->pause_lufs = take_pauses_lufs(&cleaning->pauses, cleaning->samples, around);
    return done;
}

static bool cut(const struct cleaning *cleaning, struct take *clean)
{
    const int length = cleaning->part.end - cleaning->part.first;
    *clean = (struct take){malloc((size_t)length * sizeof *clean->samples), length, false};
    if (!clean->samples) {
        return false;
    }
    memcpy(clean->samples, cleaning->samples + cleaning->part.first, (size_t)length * sizeof *clean->samples);
    samples_fade_in(clean->samples, length, TAKE_FADE_IN_MS * PER_MS);
    samples_fade_out(clean->samples, length, TAKE_FADE_OUT_MS * PER_MS);
    return true;
}

static bool level(struct take *clean, struct take_measure *measure)
{
    const float most_db = fminf(most_gain_db, pause_most_lufs - measure->pause_lufs);
    if (!take_level(clean->samples, clean->count, most_db, &measure->gain_db) ||
        !take_loudness(clean->samples, clean->count, measure)) {
        return false;
    }
    measure->pause_lufs += measure->gain_db;
    measure->fainter = measure->lufs < fainter_lufs;
    return true;
}

static void tell_part(const struct cleaning *cleaning, struct take_measure *measure)
{
    measure->first_ms = cleaning->part.first / PER_MS;
    measure->end_ms = (cleaning->part.end + PER_MS - 1) / PER_MS;
    measure->cut_before_ms = measure->first_ms;
    measure->cut_after_ms = (cleaning->count - cleaning->part.end) / PER_MS;
    measure->noisy = samples_room_has_words(&cleaning->room) &&
                     cleaning->room.words_db - cleaning->room.noise_db < noisy_db;
}

enum take_fault take_clean(const struct take *raw, int first_ms, int end_ms, struct take *clean,
                           struct take_measure *measure)
{
    *clean = (struct take){0};
    *measure = (struct take_measure){0};
    if (raw->count < TAKE_SHORTEST_MS * PER_MS) {
        return TAKE_SHORT;
    }
    struct cleaning cleaning;
    enum take_fault fault = TAKE_NO_MEMORY;
    if (begin(raw, &cleaning, measure)) {
        fault = choose(&cleaning, first_ms, end_ms);
        if (fault == TAKE_FINE) {
            tell_part(&cleaning, measure);
            const bool done = denoise(&cleaning, measure) && cut(&cleaning, clean) && level(clean, measure);
            fault = done ? TAKE_FINE : TAKE_NO_MEMORY;
        }
    }
    if (fault != TAKE_FINE) {
        take_free(clean);
    }
    end(&cleaning);
    return fault;
}
