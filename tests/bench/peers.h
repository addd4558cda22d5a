// The programs that are compared: ours, and what else a family finds in Debian 12 for so small a child.
#pragma once

#include <stdbool.h>

#include "bench/process.h"
#include "bench/screen.h"

enum { OURS, OUR_HOME, GAMINE, BAMBAM, TUX_PAINT, GCOMPRIS, PEERS };

struct peer {
    const char *name;
    const char *words[20]; // how it is started; NULL-ended
    double start_ms;       // within this its start is over
    bool touched_first;    // a tap leads from its first picture to its play
    bool mouse_held;       // it would take the mouse for itself and then not see the taps
    bool is_play;          // false: only its start and its rest are measured
    bool is_ours; // it is given a new family and writes a trace; its wait begins when somebody is gone
};

// Ours is `program`, with a level that waits long; folder is where each has a home of its own. Both must
// outlive the table.
void peers_fill(struct peer *peers, const char *program, const char *level);
// Starts it in a home of its own in that folder: a new one where it is its first start, else as it was left.
bool peer_start(const struct peer *peer, struct screen *screen, const char *folder, bool first,
                struct process *process);
