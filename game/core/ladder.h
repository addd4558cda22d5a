// How long "away" is today, and what today means for tomorrow. The rule is science/README.md 2.2 ("easy - own
// level - easy", steps between sessions only): a staircase inside a session finds a baby's limit by hitting
// it, this one does not. Whole numbers only, so that it can be proved.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/level.h"

enum {
    STEP_MAX = 127,     // 1.05^127 is far above 60, the widest range a level may have (0.5 s to 30 s)
    LONGEST_MS = 30000, // no level may be away for longer
};

// What is kept between sessions, one for each level.
struct ladder {
    int step;           // K, from 0
    int clean;          // sessions without upset since the last step
    bool fast;          // until the first upset: one step after every calm session, later after two
    int upset_sessions; // in a row; 3 say "not now, play face to face"
    int64_t played;     // when the last session ended, UTC seconds; 0: never
    int shorter;        // steps that the grown-up took off the next session, 0 to 2; the wish is gone
                        // after it, and the step goes on from what was played
    bool stay;          // the grown-up said "stay here": calm sessions don't raise the step
};

// What bounds an away today.
struct rungs {
    int first_ms, step_permille;
    int longest_ms; // the level's longest and the age's cap, the smaller of the two
};

/*@ // What is proved (tests/proofs) holds for all rungs that a level file or the family file may bring.
    predicate sane_rungs(struct rungs rungs) =
        0 <= rungs.first_ms <= LONGEST_MS && 0 <= rungs.longest_ms <= LONGEST_MS &&
        0 <= rungs.step_permille <= 10000;
    predicate sane_level(struct level level) =
        0 <= level.first_ms <= LONGEST_MS && 0 <= level.longest_ms <= LONGEST_MS &&
        0 <= level.step_permille <= 10000;
    logic integer cap(integer months, boolean bridged) =
        months <= 8 ? (bridged ? 5000 : 3000) : months <= 10 ? (bridged ? 8000 : 5000) :
        months <= 12 ? (bridged ? 12000 : 8000) : months <= 15 ? (bridged ? 20000 : 12000) :
        (bridged ? 30000 : 15000);
    logic integer level_cap(struct level level, integer months) =
        cap(months, (boolean)(level.peek_permille > 0 && level.sound_while_away));
*/

// The longest away for an age in whole months (0: unknown, as the youngest), science/README.md 1.5.
// `bridged`: something is heard from the hiding place and a part of the friend stays visible.
/*@ assigns \nothing;
    ensures \result == cap(age_months, (boolean)bridged); */
int ladder_cap_ms(int age_months, bool bridged);
// The age's cap for a level: bridged where the level's peek is above 0 and its sound while away is on.
/*@ requires \valid(level);
    assigns \nothing;
    ensures \result == level_cap(*level, age_months); */
int ladder_level_cap_ms(const struct level *level, int age_months);
/*@ requires \valid(level) && sane_level(*level);
    assigns \nothing;
    ensures sane_rungs(\result);
    ensures never_over_the_cap: \result.longest_ms <= level_cap(*level, age_months); */
struct rungs ladder_rungs(const struct level *level, int age_months);

// first x step^k, rounded to 100 ms, at most longest. k below 0 counts as 0.
/*@ requires \valid(rungs) && sane_rungs(*rungs);
    assigns \nothing;
    ensures whatever_k: 0 <= \result <= rungs->longest_ms; */
int ladder_away_ms(const struct rungs *rungs, int k);
// The first k whose time reaches longest: no step is above it.
/*@ requires \valid(rungs) && sane_rungs(*rungs);
    assigns \nothing;
    ensures 0 <= \result <= STEP_MAX; */
int ladder_highest_step(const struct rungs *rungs);
// The arc of n rounds: -2 -1 0 ... 0 -2 (science/README.md 2.2).
/*@ requires 0 <= rounds;
    assigns \nothing;
    ensures -2 <= \result <= 0; */
int ladder_arc(int round, int rounds);

// A new family's ladder: K = 2, so that the first game already grows.
/*@ assigns \nothing;
    ensures \result.step == 2; */
struct ladder ladder_new(void);
// A level that was never played, after another one: the highest step whose time is at most 1.25 x what the
// last session's own level took, else 0.
/*@ requires \valid(last) && \valid(rungs) && \separated(last, rungs) && sane_rungs(*rungs);
    assigns \nothing;
    ensures 0 <= \result.step <= STEP_MAX; */
struct ladder ladder_moved(const struct ladder *last, int last_own_ms, const struct rungs *rungs);
// Today's ladder: days since the last session (a clock that went back counts as 0 days) and today's highest
// step.
/*@ requires \valid(stored) && \valid(rungs) && \separated(stored, rungs) && sane_rungs(*rungs);
    assigns \nothing;
    ensures 0 <= \result.step <= STEP_MAX;
    ensures never_above_the_stored_one: \result.step <= \max(0, stored->step); */
struct ladder ladder_today(const struct ladder *stored, int64_t now_utc, const struct rungs *rungs);

// How a session went, for the ladder.
struct outcome {
    bool unclear;    // nobody touched for a whole round and nobody listened: nothing can be said
    bool own_lasted; // at least one own-level round lasted half of its time
    bool finished;   // it was played to its end, not closed or finished early by a grown-up
    int upsets;
    bool upset_at_own; // an upset in an entry of the arc of -1 or 0: the length is to blame, not the day
};

// Tomorrow's ladder: at most one step up, two down. played becomes now_utc.
/*@ requires \valid(today) && \valid(outcome) && \valid(rungs) && \separated(today, outcome, rungs);
    requires sane_rungs(*rungs) && 0 <= today->step <= 1000000; // no stored one is above 1000
    assigns \nothing;
    ensures 0 <= \result.step <= STEP_MAX;
    ensures at_most_one_up: \result.step <= today->step + 1;
    ensures never_up_after_an_upset: outcome->upsets > 0 ==> \result.step <= today->step; */
struct ladder ladder_after(const struct ladder *today, const struct outcome *outcome, int64_t now_utc,
                           const struct rungs *rungs);

// What the grown-up said afterwards. The numbers are the family file's, for ever.
enum session_mark {
    MARK_NONE,
    MARK_CALM,  // an unclear session was a calm one: it counts as such
    MARK_FUSSY, // it was a fussy one, whatever was seen: as an upset at the own level
    MARK_SLIP,  // the fuss button was a slip: as if the session had been calm so far
    MARK_HIDE,  // "don't note": it changes no step and Progress does not show it
};

// How a session went, after what the grown-up said about it. A baby who only watches touches nothing, and so
// every entry was an easy one: said to be calm, it counts as if its own level had lasted, or such a baby
// would never go on.
/*@ requires \valid(seen);
    assigns \nothing;
    ensures a_fussy_one_is_an_upset: mark == MARK_FUSSY ==> \result.upsets > 0; */
struct outcome outcome_marked(const struct outcome *seen, enum session_mark mark);
