// The cry hint: whether what the microphone hears sounds like crying. A hint, never a monitor: it misses
// cries and takes other sounds for them (tests/cry measures how often). Samples go in, a level comes out; no
// clock, no allocation, no memory of sound beyond the windows' features. (Features and levels:
// science/README.md 7 and tests/cry/README.md.)
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    CRY_RATE = 16000,          // samples a second, mono, 16 bit
    CRY_WINDOW_MS = 2500,      // what one score is about, at most
    CRY_STEP_MS = 250,         // from one window to the next
    CRY_RUN = 3,               // so many windows in a row say it
    CRY_REFRACTORY_MS = 20000, // after the soft level it is not reached again for so long
};

enum cry_level {
    CRY_NOTHING,
    CRY_SOFT, // sounds like crying: whoever is away may come back
    CRY_HARD, // has gone on so: the baby is upset
};

// A value without pointers, at most 256 kB.
struct cry;

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
