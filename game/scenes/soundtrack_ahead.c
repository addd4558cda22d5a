// What is decoded ahead: a few milliseconds of work a sound, spread over frames in which nothing is due.
#include "scenes/soundtrack_ahead.h"

#include "platform/mixer.h"
#include "scenes/soundtrack_notes.h"

enum { EACH_MAX = 4 };

struct needs {
    int count;
    enum part parts[EACH_MAX]; // the last is needed first
};

static const struct needs needs[] = {
    [PHASE_GREET] = {4, {PART_CLOSE, PART_BYE, PART_RUSTLE, PART_ME_HELLO}},
    [PHASE_GOODBYE] = {2, {PART_WHERE, PART_NEAR}},
    [PHASE_HIDE] = {3, {PART_OPEN, PART_REVEAL, PART_RETURN}},
    [PHASE_REVEAL] = {3, {PART_JOY, PART_GIGGLE, PART_ME_JOY}},
    [PHASE_REST] = {2, {PART_GOODNIGHT, PART_HELLO}},
    [PHASE_COMFORT] = {2, {PART_HELLO, PART_COMFORT}},
    [PHASE_RITUAL] = {1, {PART_SLEEP}},
    [PHASE_OVER] = {.count = 0},
};

void ahead_start(struct ahead *ahead)
{
    *ahead = (struct ahead){.notes = TOUCH_NOTES};
}

void ahead_phase(struct ahead *ahead, enum phase phase)
{
    for (int i = 0; i < needs[phase].count && ahead->count < AHEAD_MAX; i++) {
        ahead->parts[ahead->count++] = needs[phase].parts[i];
    }
}

bool ahead_busy(const struct ahead *ahead)
{
    return ahead->count > 0 || ahead->notes > 0;
}

// What may be heard beside or instead of a voice: words that don't fit leave the stock sound; a tune follows
// comfort and good night.
static void prepare_beside_voice(enum part part, const struct parts *parts, struct mixer *mixer)
{
    struct part_clip clip;
    enum part beside = part == PART_COMFORT     ? PART_COMFORT_TUNE
                       : part == PART_GOODNIGHT ? PART_GOODNIGHT_TUNE
                                                : part;
    bool needed = beside != part || part == PART_WHERE || part == PART_NEAR;
    if (needed && parts_clip(parts, beside, 0, &clip)) {
        mixer_prepare(mixer, clip.path);
    }
}

static void prepare_part(enum part part, const struct parts *parts, struct mixer *mixer)
{
    struct part_clip clip;
    if (!parts_clip(parts, part, INT32_MAX, &clip)) {
        return;
    }
    mixer_prepare(mixer, clip.path);
    if (clip.voice) {
        prepare_beside_voice(part, parts, mixer);
    }
}

void ahead_frame(struct ahead *ahead, const struct parts *parts, struct mixer *mixer)
{
    struct part_clip clip;
    if (ahead->count > 0) {
        prepare_part(ahead->parts[--ahead->count], parts, mixer);
    } else if (ahead->notes > 0 && parts_note(--ahead->notes, &clip)) {
        mixer_prepare(mixer, clip.path);
    }
}
