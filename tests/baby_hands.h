// A baby's hands, palms and keys, invented from a seed: bursts of one to ten fingers at 2 to 8 a second, with
// a liking for the bottom edge and the corners, palms that rest, drags, several held fingers at once, every
// key, Escape mashed and held, the tablet turned. Used where the gate's chances are counted and where the
// real game is played.
#pragma once

#include <stdbool.h>

#include "core/random.h"

enum baby_kind { BABY_DOWN, BABY_MOVE, BABY_UP, BABY_KEY_DOWN, BABY_KEY_UP, BABY_TURN };

struct baby_event {
    int at_ms;
    enum baby_kind kind;
    int finger;
    float x, y;      // fractions of the window
    const char *key; // a name of SDL's
};

struct baby {
    struct random random;
    struct baby_event *events; // in order of time
    int count, room;
    int next_finger;
};

// Hands from from_ms to to_ms. False without memory; free with baby_free.
bool baby_invent(struct baby *baby, unsigned long long seed, int from_ms, int to_ms);
void baby_free(struct baby *baby);
