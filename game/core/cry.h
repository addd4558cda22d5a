// The cry hint: whether what the microphone hears sounds like crying. A hint, never a monitor: it misses
// cries and takes other sounds for them (tests/cry measures how often). Samples go in, a level comes out; no
// clock, no allocation, no memory of sound beyond the windows' features. (Features and levels:
// science/README.md 7 and tests/cry/README.md.)
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/cry_features.h"
#include "core/cry_room.h"

enum {
    CRY_RATE = 16000,           // samples a second, mono, 16 bit
    CRY_WINDOW_MS = 2500,       // what one score is about, at most ...
    CRY_WINDOW_LEAST_MS = 1250, // ... and at least, where listening has just begun
    CRY_STEP_MS = 250,          // from one window to the next
    CRY_RUN = 3,                // so many windows in a row say it
    CRY_REFRACTORY_MS = 20000,  // after a level the soft one is not reached again for so long
    CRY_HARD_OF = 20,           // the hard level: of so many windows that were listened to (5 s), ...
    CRY_HARD_LEAST = 12,        // ... however many gaps are between them, so many sounded like crying
    CRY_FORGET_MS = 60000,      // since the last of those: they don't count any more
};

enum cry_level {
    CRY_NOTHING,
    CRY_SOFT, // sounds like crying: whoever is away may come back
    CRY_HARD, // has gone on so: the baby is upset
};

// A value without pointers (about 30 kB). What is inside is cry.c's.
struct cry {
    struct cry_tables tables;
    struct cry_room room;
    // since the last gap
    int16_t samples[CRY_FRAME]; // on their way to be the next frame
    struct cry_frame frames[CRY_FRAMES];
    float bands[CRY_BANDS]; // of the last frame
    float scores[CRY_RUN];  // the newest first
    int sample_count, frame_count, score_count;
    int until_window; // samples
    // since the start, in samples, gaps included
    int64_t now, rested, last_soft;
    uint32_t soft_windows; // a bit each, the newest is the lowest
    int windows;           // that were judged since the start
};

// Nothing was heard yet.
void cry_start(struct cry *cry);
// What comes next does not join what was heard: the microphone was closed, or the game itself sounded, for
// passed_ms (0 or more). Windows begin anew; what the room sounds like, and how long there was crying, stays.
void cry_gap(struct cry *cry, int passed_ms);
// Hears on: any number of samples. The highest level that was reached within them; each is told once.
enum cry_level cry_hear(struct cry *cry, const int16_t *samples, int count);
// The smallest score of the last CRY_RUN windows, on the model's own scale (about -5 to 5; 0 is even odds);
// CRY_UNKNOWN until there are so many.
float cry_score(const struct cry *cry);
#define CRY_UNKNOWN (-100.0f)
// A window in which nothing stands out of silence scores this.
#define CRY_SILENT (-10.0f)
