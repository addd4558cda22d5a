// One start of one program, and what is found out by it.
#pragma once

#include <stdbool.h>

#include "bench/compare.h"

struct trial {
    const struct peer *peer;
    struct figures *figures; // it adds to them
    struct screen *screen;
    struct looks *looks;
    const char *folder; // of all homes
    int x_server;       // its process
    int round;
    struct process process;
};

// Starts it, measures, ends it: its first start in a new home, of which only the start is measured, or the
// next.
void trial_run(struct trial *trial, bool first);
