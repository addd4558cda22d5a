// Why the next game is as long as it is.
#include "core/why.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

static enum why_after after_upset(int step, const struct outcome *outcome, const struct ladder *after)
{
    if (!outcome->upset_at_own) {
        return WHY_HARD_DAY;
    }
    return after->step < step ? WHY_BACK : WHY_SHORTEST;
}

static enum why_after after_calm(int step, const struct ladder *after, const struct rungs *rungs)
{
    if (after->step > step) {
        return WHY_UP;
    }
    if (after->stay) {
        return WHY_STAY;
    }
    return step >= ladder_highest_step(rungs) ? WHY_LONGEST : WHY_ONE_MORE;
}

enum why_after why_after(int step, const struct outcome *outcome, const struct ladder *after,
                         const struct rungs *rungs)
{
    if (outcome->upsets > 0) {
        return after_upset(step, outcome, after);
    }
    if (!outcome->finished) {
        return WHY_STOPPED;
    }
    if (outcome->unclear) {
        return WHY_UNCLEAR;
    }
    return outcome->own_lasted ? after_calm(step, after, rungs) : WHY_BRIEF;
}

enum why_since why_since(const struct ladder *stored, int64_t now_utc, const struct rungs *rungs)
{
    struct ladder today = ladder_today(stored, now_utc, rungs);
    int64_t gap = stored->played > 0 && now_utc > stored->played ? now_utc - stored->played : 0;
    if (today.step == stored->step) {
        return WHY_AS_IT_WAS;
    }
    if (gap > (int64_t)30 * DAY_SECONDS) {
        return WHY_MONTH;
    }
    if (gap > (int64_t)7 * DAY_SECONDS) {
        return WHY_WEEK;
    }
    return stored->shorter > 0 ? WHY_SHORTER : WHY_LIMIT;
}
