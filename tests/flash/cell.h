// One cell's transitions: its luminance rises or falls by a tenth or more, the darker state being below 0.80
// (WCAG 2.3.1's general flash), with hysteresis on its extremes.
#pragma once

#include <stdbool.h>

enum {
    FRAMES_A_SECOND = 60,
    KEPT = 32, // transitions that are remembered
};

// The last transitions of a cell or of a place, by frame.
struct transitions {
    int frames[KEPT];
    int count; // all that ever were
};

void transitions_add(struct transitions *transitions, int frame);
// How many fell into the second that ends with this frame.
int transitions_in_second(const struct transitions *transitions, int frame);

struct cell {
    float low, high;
    int direction; // of the last transition; 0: none yet
};

// What counts as a transition: the least change, and the darker state's upper bound.
struct cell_rule {
    float change, dark_below;
};

extern const struct cell_rule general_flash;
extern const struct cell_rule red_flash;

struct cell cell_start(float value);
// 1 or -1 where a transition upwards or downwards completes with this value, else 0.
int cell_step(struct cell *cell, const struct cell_rule *rule, float value);
