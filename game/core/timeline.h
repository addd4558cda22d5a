// A session as it will be where nothing happens to it, phase by phase: found by playing it with the real
// rules (core/session.c) and a baby who is calm and touches once a round while the friend is there. What the
// plan's sentence, the editor's preview and the session itself say is therefore the same.
#pragma once

#include "core/plan.h"

enum timeline_kind { TIMELINE_TOGETHER, TIMELINE_AWAY, TIMELINE_GOODNIGHT };
enum { TIMELINE_MAX = 2 * LEVEL_ROUNDS_MAX + 2 };

struct timeline_part {
    enum timeline_kind kind;
    int length_ms; // of an away: from gone to back, as planned
    int round;     // from 0; of an away
};

struct timeline {
    struct timeline_part parts[TIMELINE_MAX];
    int count;
    int total_ms;   // to the end of the ritual
    int rounds;     // that fit the session's limit
    int longest_ms; // away
};

struct timeline timeline_make(const struct plan *plan);
