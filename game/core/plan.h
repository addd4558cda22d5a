// Today's plan: everything about a session that is known before it starts. Nothing in it ever gets longer.
#pragma once

#include "core/ladder.h"
#include "core/level.h"

struct plan {
    int step; // K, clamped
    struct rungs rungs;
    int rounds;
    int away_ms[LEVEL_ROUNDS_MAX];
    int cap_ms;   // the age's
    int limit_ms; // the longest session
    enum touch_rule touch;
    bool bridged; // something is heard while away
};

// age_months 0: unknown.
struct plan plan_make(const struct level *level, int age_months, int step);
// Who hides where in a round (from 0): the level's scenes in order, then again.
const struct level_scene *plan_scene(const struct level *level, int round);
