// Hands: which of the many contacts of a baby's hands are one touch. Fingers that come down within 150 ms of
// the first are one touch (science/README.md 3.3: before 12 months mostly whole hands and several fingers).
#pragma once

#include <stdbool.h>

enum { HANDS_MERGE_MS = 150 };

struct hands {
    bool touched_before;
    int since_ms; // since the first finger of the last touch, counted up to HANDS_MERGE_MS
};

void hands_start(struct hands *hands);
// A finger comes down now. True if it is a touch of its own.
bool hands_down(struct hands *hands);
void hands_pass(struct hands *hands, int dt_ms);
