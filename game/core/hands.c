// Which contacts are one touch.
#include "core/hands.h"

void hands_start(struct hands *hands)
{
    *hands = (struct hands){0};
}

bool hands_down(struct hands *hands)
{
    if (hands->touched_before && hands->since_ms < HANDS_MERGE_MS) {
        return false;
    }
    *hands = (struct hands){.touched_before = true};
    return true;
}

void hands_pass(struct hands *hands, int dt_ms)
{
    if (hands->since_ms < HANDS_MERGE_MS) {
        hands->since_ms += dt_ms;
    }
}
