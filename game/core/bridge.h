// Bridging a long away: when something is heard from the hiding place, so that nobody waits in silence for
// more than 4 s (science/README.md 1.5: voice or hum at least every 3 to 4 s beyond 4 s away).
#pragma once

#include <stdbool.h>

#include "core/cue.h"

enum {
    CUE_MS = 950, // the cue before every return: the last part of the away time
    BRIDGE_BEFORE_CUE_MS =
        1400, // a bridging sound begins at least this long before the cue (sound/guide.md, rule 5)
};

struct bridge_plan {
    int first_ms, spacing_ms, count; // after `gone`; count may be 0
    enum bridge first;
};

/*@ predicate sane_bridges(struct bridge_plan plan) =
        0 <= plan.count <= 10 && 0 <= plan.first_ms <= 30000 && 0 <= plan.spacing_ms <= 30000 &&
        BRIDGE_WHERE <= plan.first <= BRIDGE_NEAR; */

// gaps: somebody listens to the room meanwhile. Then there is no long question, and voices are as far apart
// as may be.
/*@ requires 0 <= away_ms <= 30000;
    assigns \nothing;
    ensures sane_bridges(\result); */
struct bridge_plan bridge_plan(int away_ms, bool gaps);
/*@ requires \valid(plan) && sane_bridges(*plan) && 0 <= index <= 10;
    assigns \nothing;
    ensures 0 <= \result <= 330000; */
int bridge_at_ms(const struct bridge_plan *plan, int index);
