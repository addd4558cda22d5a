// Signs of upset that hands show. Banging: touches quicker than 3 a second that go on for 2 s while somebody
// is away. (science/README.md 3.3: banging is 2 to 4 contacts a second, M-low; a return follows a touch
// within 3 s at the latest, so the sign has to be read before that.)
#pragma once

#include <stdbool.h>

enum {
    BANGING_GAP_MS = 320, // longest pause between touches of one run
    BANGING_RUN_MS = 2000,
};

struct comfort {
    bool running;
    int run_ms;   // since the first touch of the run
    int pause_ms; // since the last one
};

/*@ predicate sane_comfort(struct comfort comfort) =
        0 <= comfort.pause_ms <= BANGING_GAP_MS &&
        comfort.pause_ms <= comfort.run_ms < BANGING_RUN_MS + comfort.pause_ms &&
        (comfort.running || comfort.run_ms == 0); */

/*@ requires \valid(comfort);
    assigns *comfort;
    ensures sane_comfort(*comfort); */
void comfort_start(struct comfort *comfort);
// Time passes, then touches may come. True when the run has become banging; the run then begins anew.
/*@ requires \valid(comfort) && sane_comfort(*comfort) && 1 <= dt_ms <= 1000;
    assigns *comfort;
    ensures sane_comfort(*comfort);
    ensures only_touches_bang: touches <= 0 ==> !\result; */
bool comfort_banging(struct comfort *comfort, int touches, int dt_ms);
