// The parts a session's sound is made of, after the table of sound/guide.md.
#include "scenes/soundtrack_parts.h"

#include <stdio.h>

#include "core/random.h"
#include "platform/mixer.h"
#include "scenes/voice_clips.h"
#include "store/sounds.h"

enum {
    SONG_MS = 5001,       // longer than words: a song, which may be left before its end
    SONG_LEAST_MS = 2500, // so much of it is worth beginning
};

enum of { OF_ALL, OF_FRIEND, OF_PLACE };

struct row {
    const char *moment;
    int channel;
    bool panned;
    enum of of;       // whose name stands in the stem
    const char *stem; // stem_1.ogg, stem_2.ogg, ...
};

static const struct row rows[PARTS] = {
    [PART_HELLO] = {"hello", MIXER_TUNE, false, OF_ALL, "hello"},
    [PART_ME_HELLO] = {"hello", MIXER_FRIEND, true, OF_FRIEND, "me_%s"},
    [PART_BYE] = {"goodbye", MIXER_TUNE, false, OF_ALL, "bye"},
    [PART_CLOSE] = {"place", MIXER_PLACE, true, OF_PLACE, "%s_close"},
    [PART_BED] = {"away", MIXER_BED, false, OF_ALL, "bed"},
    [PART_WHERE] = {"away", MIXER_TUNE, true, OF_ALL, "where"},
    [PART_NEAR] = {"away", MIXER_TUNE, true, OF_FRIEND, "near_%s"},
    [PART_RUSTLE] = {"place", MIXER_RUSTLE, true, OF_ALL, "rustle"},
    [PART_RETURN] = {"cue", MIXER_TUNE, false, OF_ALL, "return"},
    [PART_REVEAL] = {"return", MIXER_TUNE, false, OF_ALL, "reveal"},
    [PART_OPEN] = {"place", MIXER_PLACE, true, OF_PLACE, "%s_open"},
    [PART_ME_JOY] = {"joy", MIXER_FRIEND, true, OF_FRIEND, "me_%s"},
    [PART_JOY] = {"joy", MIXER_TUNE, false, OF_ALL, "joy"},
    [PART_GIGGLE] = {"joy", MIXER_RUSTLE, true, OF_ALL, "giggle"},
    [PART_COMFORT] = {"comfort", MIXER_TUNE, false, OF_ALL, "comfort"},
    [PART_COMFORT_TUNE] = {"comfort", MIXER_TUNE, false, OF_ALL, "comfort"},
    [PART_GOODNIGHT] = {"good-night", MIXER_TUNE, false, OF_ALL, "goodnight"},
    [PART_GOODNIGHT_TUNE] = {"good-night", MIXER_TUNE, false, OF_ALL, "goodnight"},
    [PART_AWAY] = {"away", MIXER_VOICE, true, OF_ALL, NULL},
    [PART_SLEEP] = {"good-night", MIXER_TUNE, false, OF_ALL, "sleep"},
};

void parts_start(struct parts *parts, uint64_t seed)
{
    struct random random;
    random_seed(&random, seed);
    *parts = (struct parts){0};
    for (int part = 0; part < PARTS; part++) {
        parts->turn[part] = (unsigned)random_between(&random, 0, 999);
    }
}

const char *part_moment(enum part part)
{
    return rows[part].moment;
}

int part_channel(enum part part)
{
    return rows[part].channel;
}

bool part_panned(enum part part)
{
    return rows[part].panned;
}

static void write_stem(const struct parts *parts, const struct row *row, char *stem, size_t size)
{
    switch (row->of) {
    case OF_ALL: snprintf(stem, size, "%s", row->stem); break;
    case OF_FRIEND: snprintf(stem, size, row->stem, sounds_friend(parts->who)); break;
    case OF_PLACE: snprintf(stem, size, row->stem, sounds_cover(parts->place)); break;
    }
}

static bool stock(const char *id, struct part_clip *clip)
{
    const struct sound *sound = sounds_find(id);
    if (!sound) {
        return false;
    }
    *clip = (struct part_clip){.length_ms = sound->length_ms};
    snprintf(clip->name, sizeof clip->name, "stock/%s", id);
    sounds_path(id, clip->path, sizeof clip->path);
    return true;
}

// Where a recorded voice takes the place of the stock sound.
static bool has_voice(enum part part, enum moment *moment)
{
    static const struct {
        enum part part;
        enum moment moment;
    } voiced[] = {
        {PART_HELLO, MOMENT_HELLO}, {PART_BYE, MOMENT_GOODBYE},     {PART_AWAY, MOMENT_AWAY},
        {PART_WHERE, MOMENT_AWAY},  {PART_NEAR, MOMENT_AWAY},       {PART_REVEAL, MOMENT_RETURN},
        {PART_JOY, MOMENT_JOY},     {PART_COMFORT, MOMENT_COMFORT}, {PART_GOODNIGHT, MOMENT_GOOD_NIGHT},
    };
    for (size_t i = 0; i < sizeof voiced / sizeof *voiced; i++) {
        if (voiced[i].part == part) {
            *moment = voiced[i].moment;
            return true;
        }
    }
    return false;
}

static const struct voice_clip *voice_of(const struct parts *parts, enum part part, int most_ms)
{
    enum moment moment;
    if (!parts->voices || !has_voice(part, &moment)) {
        return NULL;
    }
    bool song = (part == PART_WHERE || part == PART_NEAR) && most_ms >= SONG_LEAST_MS;
    return voice_clips_pick(parts->voices, moment, most_ms, song ? SONG_MS : INT32_MAX);
}

static bool recorded(const struct parts *parts, enum part part, int most_ms, struct part_clip *clip)
{
    const struct voice_clip *voice = voice_of(parts, part, most_ms);
    if (!voice) {
        return false;
    }
    *clip = (struct part_clip){.length_ms = voice->length_ms, .voice = true};
    snprintf(clip->name, sizeof clip->name, "%s/%s/%d", parts->voices->name, moment_name(voice->moment),
             voice->slot);
    snprintf(clip->path, sizeof clip->path, MIXER_KEPT "%lld", (long long)voice->id);
    return true;
}

bool parts_clip(const struct parts *parts, enum part part, int most_ms, struct part_clip *clip)
{
    if (recorded(parts, part, most_ms, clip)) {
        return true;
    }
    if (!rows[part].stem) {
        return false;
    }
    char stem[32], id[48];
    write_stem(parts, &rows[part], stem, sizeof stem);
    int variants = sounds_variants(stem);
    if (variants == 0 && part == PART_NEAR) { // a friend without a motif: a family's photo
        snprintf(stem, sizeof stem, "near");
        variants = sounds_variants(stem);
    }
    if (variants == 0) {
        return false;
    }
    snprintf(id, sizeof id, "%s_%u", stem, parts->turn[part] % (unsigned)variants + 1);
    return stock(id, clip);
}

void parts_played(struct parts *parts, enum part part, const struct part_clip *clip)
{
    enum moment moment;
    if (clip->voice && has_voice(part, &moment)) {
        voice_clips_played(parts->voices, moment);
    } else if (part != PART_BED) {
        parts->turn[part]++;
    }
}

bool parts_note(int note, struct part_clip *clip)
{
    char id[24];
    snprintf(id, sizeof id, "touch_%d", note + 1);
    return stock(id, clip);
}
