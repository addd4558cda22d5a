// What is found out about each program, and the table of it.
#pragma once

#include <stdbool.h>

#include "bench/peers.h"

// Times in ms, costs in CPU s a minute, memory in MB; OTHERS is what else the machine did while a cost was
// measured, in % of one core.
enum figure {
    FRAME,
    FIRST_FRAME, // of a first start
    WHOLE,
    TAP,
    UNANSWERED, // one value a tap that changed nothing
    WAIT,
    WAIT_SERVER,
    WAIT_BOTH,
    TAPPED,
    TAPPED_SERVER,
    TAPPED_BOTH,
    MEMORY,
    FIRST_MEMORY,
    OTHERS,
    FIGURES
};

enum { SERIES_MAX = 400 };

struct series {
    double values[SERIES_MAX]; // one a start, or a tap
    int count;
};

struct figures {
    struct series series[FIGURES];
    double installed_mb;
};

// A value that is none (NAN) is not added.
void series_add(struct series *series, double value);
// The value below which this part of them lies; NAN where there are none.
double figures_share(struct figures *figures, enum figure figure, double part);
// Prints the table: medians, and ours divided by theirs.
void table_print(const struct peer *peers, struct figures *figures);
// And what of issue 6's targets was met.
void targets_print(struct figures *figures);
