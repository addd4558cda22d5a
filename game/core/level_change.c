// What bounds a change of a level.
#include "core/level_change.h"

#include "core/least.h"
#include "core/timeline.h"

enum { TENTH_MS = 100 };

int level_change_most_ms(int last_own_ms)
{
    int up_ms = last_own_ms + last_own_ms / 4;
    return (up_ms + TENTH_MS / 2) / TENTH_MS * TENTH_MS;
}

int level_change_step(const struct level *level, int age_months, int step, int most_ms)
{
    struct rungs rungs = ladder_rungs(level, age_months);
    int k = lesser(step, ladder_highest_step(&rungs));
    while (k > 0 && ladder_away_ms(&rungs, k) > most_ms) {
        k--;
    }
    return greater(k, 0);
}

// ---- time

static struct timeline played(const struct plan *plan, int rounds, int limit_ms)
{
    struct plan changed = *plan;
    changed.rounds = rounds;
    changed.limit_ms = limit_ms;
    return timeline_make(&changed);
}

static bool fit(const struct plan *plan, int rounds, int limit_ms)
{
    return played(plan, rounds, limit_ms).rounds == rounds;
}

int level_change_rounds(const struct level *level, const struct plan *plan)
{
    int rounds = level->rounds;
    while (rounds >= LEVEL_ROUNDS_MIN && !fit(plan, rounds, level->limit_ms)) {
        rounds--;
    }
    return rounds;
}

int level_change_limit_ms(const struct level *level, const struct plan *plan)
{
    int limit_ms = LEVEL_LIMIT_LEAST_MS;
    while (limit_ms <= LEVEL_LIMIT_MOST_MS && !fit(plan, level->rounds, limit_ms)) {
        limit_ms += LEVEL_LIMIT_STEP_MS;
    }
    return limit_ms;
}

// ---- faults

// Whether what the age's cap depends on is another than before: nobody has to repair what came so.
static bool bounds_differ(const struct level *level, const struct level *before)
{
    return level->longest_ms != before->longest_ms || level->peek_permille != before->peek_permille ||
           level->sound_while_away != before->sound_while_away;
}

static bool loses_by_silence(const struct level *level, int age_months)
{
    int least_ms = lesser(level->longest_ms, ladder_cap_ms(age_months, true));
    return least_ms > ladder_level_cap_ms(level, age_months);
}

enum level_fault level_change_fault(const struct level *level, const struct level *before,
                                    const struct plan *plan, int age_months, int most_ms)
{
    struct rungs rungs = ladder_rungs(level, age_months);
    if (bounds_differ(level, before) && loses_by_silence(level, age_months)) {
        return level->sound_while_away ? LEVEL_UNSEEN : LEVEL_UNHEARD;
    }
    if (ladder_away_ms(&rungs, 0) > most_ms) {
        return LEVEL_TOO_FAR;
    }
    return fit(plan, level->rounds, level->limit_ms) ? LEVEL_FINE : LEVEL_TOO_LONG;
}
