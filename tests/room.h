// Invented babies and grown-ups of one room: what their hands and the device do to a game, by chance.
#pragma once

#include "core/hands.h"
#include "core/input.h"
#include "core/random.h"

enum baby { QUIET, SLAPS, HOLDS, DRAGS, BOTH_HANDS, BANGS, BABIES };

// Starts zeroed, with baby, troubled and a seed.
struct room {
    enum baby baby;
    struct random random;
    struct hands hands;
    int next_hand_ms, hidden_ms;
    bool hidden;
    bool troubled; // a day on which much happens
};

// The next tick's input.
struct input room_live(struct room *room, int dt_ms);
int room_between(struct room *room, int low, int high);
