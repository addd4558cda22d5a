// A small seeded generator (SplitMix64): the same seed gives the same numbers everywhere. Rules and
// decoration each own one, so that a sparkle never changes the game.
#pragma once

#include <stdint.h>

struct random {
    uint64_t state;
};

void random_seed(struct random *random, uint64_t seed);
uint32_t random_next(struct random *random);
// A whole number from low to high, both included; low <= high.
int random_between(struct random *random, int low, int high);
