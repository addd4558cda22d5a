// What the bench measures, each a few lines of its table.
#pragma once

#include <stdbool.h>

#include "bench/figures.h"
#include "bench/process.h"
#include "bench/screen.h"

struct bench {
    struct screen *screen;
    const char *program, *level, *stop_replay;
    int x_server; // its process
};

// A line of the table; no target where it is 0.
void tell(const char *what, double value, const char *unit, double target);
// Starts the game, with a replay where one is given; ends it and forgets its folder.
bool start(const struct bench *bench, struct process *process, const char *replay);
void finish(struct process *process);

// How soon the game shows itself.
void measure_start(const struct bench *bench);
// And how soon home is there, for a family that starts the program.
void measure_home(const struct bench *bench);
// How soon a press changes the picture.
void measure_taps(const struct bench *bench);
// What it costs to wait for a friend who is away, to answer two taps a second, to sleep.
void measure_away(const struct bench *bench, const struct process *process);
void measure_two_taps_a_second(const struct bench *bench, const struct process *process);
void measure_asleep(const struct bench *bench, const struct process *process);
// How soon a slider of the grown-ups' follows the finger.
void measure_slides(const struct bench *bench);
// What each grown-ups' screen costs while nobody touches it.
void measure_rest(const struct bench *bench);
