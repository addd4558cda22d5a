// How long a real goodbye is, and what one of them means for the next.
#include "core/parting.h"

#include "core/least.h"

enum { WEEK_S = 7 * 24 * 60 * 60, MONTH_S = 30 * 24 * 60 * 60, STEPS_BACK = 2 };

static int clamp_step(int step)
{
    return between(step, 0, PARTING_STEPS - 1);
}

int parting_seconds(int step)
{
    static const int seconds[PARTING_STEPS] = {10, 20, 45, 90, 180, 300, 600};
    return seconds[clamp_step(step)];
}

bool parting_allows_longer(struct parting_stand stand)
{
    return stand.easy >= PARTING_EASY_TIMES && stand.step < PARTING_STEPS - 1;
}

bool parting_offers_longer(struct parting_stand stand)
{
    return parting_allows_longer(stand) && stand.step < PARTING_RESTING;
}

struct parting_stand parting_wished(struct parting_stand stand, int step)
{
    bool shorter = step >= 0 && step < stand.step;
    bool longer = step == stand.step + 1 && parting_allows_longer(stand);
    return shorter || longer ? (struct parting_stand){.step = step} : stand;
}

struct parting_stand parting_after(struct parting_stand stand, enum parting_how how, bool lasted)
{
    switch (how) {
    case PARTING_EASY:
        stand.easy = between(stand.easy + (lasted ? 1 : 0), 0, PARTING_EASY_TIMES);
        return stand;
    case PARTING_SHORT_CRY: return (struct parting_stand){.step = stand.step};
    case PARTING_HARD: break;
    }
    return (struct parting_stand){.step = clamp_step(stand.step - STEPS_BACK)};
}

bool parting_lasted(const struct parting *parting)
{
    return parting->took_s >= parting->planned_s / 2;
}

static struct parting_stand after_gap(struct parting_stand stand, int64_t before, int64_t now)
{
    int64_t gap = before > 0 && now > before ? now - before : 0;
    if (gap > MONTH_S) {
        return (struct parting_stand){0};
    }
    if (gap > WEEK_S) {
        return (struct parting_stand){.step = clamp_step(stand.step - 1)};
    }
    return stand;
}

struct parting_stand parting_today(const struct parting *past, int count, int64_t now_utc)
{
    struct parting_stand stand = {0};
    int64_t before = 0;
    for (int i = 0; i < count; i++) {
        stand = parting_wished(after_gap(stand, before, past[i].began), past[i].step);
        stand = parting_after(stand, past[i].how, parting_lasted(&past[i]));
        before = past[i].began;
    }
    return after_gap(stand, before, now_utc);
}
