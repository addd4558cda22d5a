// How long "away" is today, and what today means for tomorrow.
#include "core/ladder.h"

#include "core/least.h"

enum {
    DAY_SECONDS = 24 * 60 * 60,
    NEW_FAMILY_STEP = 2,
    SHORTER_MAX = 2,
};

int ladder_cap_ms(int age_months, bool bridged)
{
    static const struct {
        int up_to, silent_ms, bridged_ms;
    } bands[] = {
        {8, 3000, 5000},
        {10, 5000, 8000},
        {12, 8000, 12000},
        {15, 12000, 20000},
    };
    /*@ loop invariant 0 <= i <= 4;
        loop invariant \forall integer j; 0 <= j < i ==> age_months > bands[j].up_to;
        loop assigns i;
        loop variant 4 - i; */
    for (unsigned i = 0; i < sizeof bands / sizeof *bands; i++) {
        if (age_months <= bands[i].up_to) {
            return bridged ? bands[i].bridged_ms : bands[i].silent_ms;
        }
    }
    return bridged ? 30000 : 15000;
}

int ladder_level_cap_ms(const struct level *level, int age_months)
{
    return ladder_cap_ms(age_months, level->peek_permille > 0 && level->sound_while_away);
}

struct rungs ladder_rungs(const struct level *level, int age_months)
{
    int cap_ms = ladder_level_cap_ms(level, age_months);
    return (struct rungs){
        .first_ms = level->first_ms,
        .step_permille = level->step_permille,
        .longest_ms = level->longest_ms < cap_ms ? level->longest_ms : cap_ms,
    };
}

int ladder_away_ms(const struct rungs *rungs, int k)
{
    int64_t millionths = (int64_t)rungs->first_ms * 1000000;
    int64_t most = (int64_t)rungs->longest_ms * 1000000;
    /*@ loop invariant 0 <= i && 0 <= millionths <= 10 * (int64_t)LONGEST_MS * 1000000;
        loop assigns i, millionths;
        loop variant STEP_MAX - i; */
    for (int i = 0; i < k && i < STEP_MAX && millionths < most; i++) {
        millionths = millionths * rungs->step_permille / 1000;
    }
    int64_t rounded_ms = (millionths + 50000000) / 100000000 * 100;
    return rounded_ms < rungs->longest_ms ? (int)rounded_ms : rungs->longest_ms;
}

int ladder_highest_step(const struct rungs *rungs)
{
    int k = 0;
    /*@ loop invariant 0 <= k <= STEP_MAX;
        loop assigns k;
        loop variant STEP_MAX - k; */
    while (k < STEP_MAX && ladder_away_ms(rungs, k) < rungs->longest_ms) {
        k++;
    }
    return k;
}

int ladder_arc(int round, int rounds)
{
    if (round <= 0 || round >= rounds - 1) {
        return -2;
    }
    return round == 1 ? -1 : 0;
}

struct ladder ladder_new(void)
{
    return (struct ladder){.step = NEW_FAMILY_STEP, .fast = true};
}

struct ladder ladder_moved(const struct ladder *last, int last_own_ms, const struct rungs *rungs)
{
    struct ladder moved = *last; // but what was wished for that level stays there
    moved.shorter = 0;
    moved.stay = false;
    int highest = ladder_highest_step(rungs);
    int own_ms = between(last_own_ms, 0, LONGEST_MS);
    int most_ms = own_ms + own_ms / 4;
    moved.step = 0;
    /*@ loop invariant 0 <= moved.step <= highest;
        loop assigns moved.step;
        loop variant highest - moved.step; */
    while (moved.step < highest && ladder_away_ms(rungs, moved.step + 1) <= most_ms) {
        moved.step++;
    }
    return moved;
}

struct ladder ladder_today(const struct ladder *stored, int64_t now_utc, const struct rungs *rungs)
{
    struct ladder today = *stored;
    today.step = between(today.step, 0, STEP_MAX);
    int64_t gap = today.played > 0 && now_utc > today.played ? now_utc - today.played : 0;
    if (gap > (int64_t)30 * DAY_SECONDS) {
        today.step = 0;
        today.fast = false;
    } else if (gap > (int64_t)7 * DAY_SECONDS) {
        today.step -= 2;
    }
    today.step -= between(today.shorter, 0, SHORTER_MAX);
    today.step = between(today.step, 0, ladder_highest_step(rungs));
    return today;
}

/*@ requires \valid(next) && 0 <= next->step <= 1000000;
    assigns *next;
    ensures \old(next->step) <= next->step <= \old(next->step) + 1; */
static void count_calm(struct ladder *next)
{
    next->upset_sessions = 0;
    if (next->clean < 2) {
        next->clean++;
    }
    if (next->stay) {
        return;
    }
    if (next->fast || next->clean >= 2) {
        next->step++;
        next->clean = 0;
    }
}

/*@ requires \valid(next) && 0 <= next->step <= 1000000;
    assigns *next;
    ensures \old(next->step) - 2 <= next->step <= \old(next->step); */
static void count_upset(struct ladder *next, bool at_own)
{
    next->clean = 0;
    next->fast = false;
    if (next->upset_sessions < 1000) {
        next->upset_sessions++;
    }
    if (at_own) {
        next->step -= 2;
    }
}

struct ladder ladder_after(const struct ladder *today, const struct outcome *outcome, int64_t now_utc,
                           const struct rungs *rungs)
{
    struct ladder next = *today;
    next.played = now_utc;
    next.shorter = 0;
    if (outcome->upsets > 0) {
        count_upset(&next, outcome->upset_at_own);
    } else if (outcome->finished && !outcome->unclear && outcome->own_lasted) {
        count_calm(&next);
    }
    next.step = between(next.step, 0, ladder_highest_step(rungs));
    return next;
}

struct outcome outcome_marked(const struct outcome *seen, enum session_mark mark)
{
    struct outcome outcome = *seen;
    switch (mark) {
    case MARK_NONE: break;
    case MARK_CALM:
        outcome.own_lasted = seen->own_lasted || seen->unclear;
        outcome.unclear = false;
        break;
    case MARK_FUSSY:
        outcome.upsets = seen->upsets > 0 ? seen->upsets : 1;
        outcome.upset_at_own = true;
        break;
    case MARK_SLIP:
        outcome.upsets = 0;
        outcome.upset_at_own = false;
        break;
    case MARK_HIDE: outcome = (struct outcome){0}; break;
    }
    return outcome;
}
