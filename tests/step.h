// One step of the rules, and what the promise (design.md 2) asks of it.
#pragma once

#include "core/session.h"

struct step {
    const struct session *before;
    const struct input *input;
    int dt_ms;
    struct session after;
    struct cue_queue cues;
};

// Fails the running test where a step broke the promise.
void step_check(const struct step *step);
// ... or where closing the session now would.
void step_check_close(const struct session *session);
