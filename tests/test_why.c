// The reason that Progress gives always explains what the ladder really does: through random histories of
// games, breaks and wishes.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdint.h>

#include "core/random.h"
#include "core/why.h"
#include "rules.h"

enum { DAY = 24 * 60 * 60, HISTORIES = 3000, GAMES = 40 };
static const int64_t TODAY = 1795500000; // a day in November 2026

static const struct outcome calm = {.own_lasted = true, .finished = true};

static int below(struct random *random, int most)
{
    return random_between(random, 0, most - 1);
}

static bool chance(struct random *random, int percent)
{
    return below(random, 100) < percent;
}

static struct outcome any_outcome(struct random *random)
{
    struct outcome outcome = {
        .unclear = chance(random, 15),
        .own_lasted = chance(random, 85),
        .finished = chance(random, 85),
        .upsets = chance(random, 25) ? 1 + below(random, 2) : 0,
    };
    outcome.upset_at_own = outcome.upsets > 0 && chance(random, 60);
    return outcome;
}

static struct rungs any_rungs(struct random *random)
{
    struct rungs rungs = {.first_ms = 500 + 100 * below(random, 20),
                          .step_permille = 1050 + 50 * below(random, 10)};
    rungs.longest_ms = rungs.first_ms + 500 * below(random, 20);
    return rungs;
}

// ---- what each reason says, held against the ladder

static void assert_explained(int step, const struct outcome *outcome, const struct ladder *after,
                             const struct rungs *rungs, int64_t now)
{
    int moved = after->step - step;
    struct ladder again = ladder_after(after, &calm, now, rungs);
    switch (why_after(step, outcome, after, rungs)) {
    case WHY_UP: assert_int_equal(moved, 1); break;
    case WHY_BACK: assert_true(moved == -1 || moved == -2); break;
    case WHY_ONE_MORE:
        assert_int_equal(moved, 0);
        assert_int_equal(again.step, step + 1); // one more calm game and it grows
        break;
    case WHY_LONGEST:
        assert_int_equal(moved, 0);
        assert_int_equal(ladder_away_ms(rungs, step), rungs->longest_ms);
        assert_int_equal(again.step, step);
        break;
    case WHY_STAY:
        assert_int_equal(moved, 0);
        assert_true(after->stay);
        assert_int_equal(again.step, step);
        break;
    case WHY_SHORTEST:
        assert_int_equal(moved, 0);
        assert_int_equal(step, 0);
        assert_true(outcome->upset_at_own);
        break;
    case WHY_HARD_DAY:
        assert_int_equal(moved, 0);
        assert_true(outcome->upsets > 0 && !outcome->upset_at_own);
        break;
    case WHY_STOPPED:
    case WHY_UNCLEAR:
    case WHY_BRIEF:
        assert_int_equal(moved, 0);
        assert_int_equal(outcome->upsets, 0);
        break;
    case WHY_AFTERS: fail();
    }
}

static void assert_explained_since(const struct ladder *stored, int64_t now, const struct rungs *rungs)
{
    struct ladder today = ladder_today(stored, now, rungs);
    int moved = today.step - stored->step;
    int64_t gap = now - stored->played;
    switch (why_since(stored, now, rungs)) {
    case WHY_AS_IT_WAS: assert_int_equal(moved, 0); break;
    case WHY_MONTH:
        assert_int_equal(today.step, 0);
        assert_true(gap > 30 * DAY);
        break;
    case WHY_WEEK: assert_true(moved < 0 && gap > 7 * DAY && gap <= 30 * DAY); break;
    case WHY_SHORTER: assert_true(moved < 0 && stored->shorter > 0 && gap <= 7 * DAY); break;
    case WHY_LIMIT:
        assert_true(moved < 0 && stored->shorter == 0 && gap <= 7 * DAY);
        assert_int_equal(today.step, ladder_highest_step(rungs));
        break;
    case WHY_SINCES: fail();
    }
}

static void live(struct random *random, int *seen_after, int *seen_since)
{
    struct rungs rungs = any_rungs(random);
    struct ladder stored = ladder_new();
    int64_t now = TODAY;
    for (int game = 0; game < GAMES; game++) {
        now += chance(random, 90) ? DAY / 2 : (int64_t)below(random, 50) * DAY;
        stored.stay = chance(random, 20);
        stored.shorter = chance(random, 10) ? 1 + below(random, 2) : 0;
        rungs = chance(random, 5) ? any_rungs(random) : rungs;
        seen_since[why_since(&stored, now, &rungs)]++;
        if (stored.played > 0) {
            assert_explained_since(&stored, now, &rungs);
        }
        struct ladder today = ladder_today(&stored, now, &rungs);
        struct outcome outcome = any_outcome(random);
        stored = ladder_after(&today, &outcome, now, &rungs);
        seen_after[why_after(today.step, &outcome, &stored, &rungs)]++;
        assert_explained(today.step, &outcome, &stored, &rungs, now);
    }
}

static void test_the_reason_explains_what_the_ladder_does_in_random_histories(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 4);
    int seen_after[WHY_AFTERS] = {0}, seen_since[WHY_SINCES] = {0};
    for (int i = 0; i < HISTORIES; i++) {
        live(&random, seen_after, seen_since);
    }
    for (int i = 0; i < WHY_AFTERS; i++) { // or nothing was tested
        assert_true(seen_after[i] > 100);
    }
    for (int i = 0; i < WHY_SINCES; i++) {
        assert_true(seen_since[i] > 100);
    }
}

// ---- one by one

static const struct rungs rungs = {.first_ms = 1000, .step_permille = 1250, .longest_ms = 5000};

static enum why_after after(struct ladder before, struct outcome outcome)
{
    struct ladder next = ladder_after(&before, &outcome, TODAY, &rungs);
    return why_after(before.step, &outcome, &next, &rungs);
}

static void test_a_first_calm_game_goes_up(void **state)
{
    (void)state;
    assert_int_equal(after(ladder_new(), calm), WHY_UP);
}

static void test_after_a_fuss_it_takes_two_calm_games(void **state)
{
    (void)state;
    assert_int_equal(after((struct ladder){.step = 3}, calm), WHY_ONE_MORE);
    assert_int_equal(after((struct ladder){.step = 3, .clean = 1}, calm), WHY_UP);
}

static void test_at_the_cap_no_more_calm_games_are_asked_for(void **state)
{
    (void)state;
    int highest = ladder_highest_step(&rungs);
    assert_int_equal(after((struct ladder){.step = highest}, calm), WHY_LONGEST);
    assert_int_equal(after((struct ladder){.step = highest, .fast = true}, calm), WHY_LONGEST);
}

static void test_a_fuss_at_the_own_length_and_a_hard_day_are_told_apart(void **state)
{
    (void)state;
    struct outcome own = {.upsets = 1, .upset_at_own = true}, day = {.upsets = 2};
    assert_int_equal(after((struct ladder){.step = 3}, own), WHY_BACK);
    assert_int_equal(after((struct ladder){.step = 0}, own), WHY_SHORTEST);
    assert_int_equal(after((struct ladder){.step = 3}, day), WHY_HARD_DAY);
}

static void test_a_wish_to_stay_that_was_taken_back_no_longer_explains(void **state)
{
    (void)state;
    struct ladder before = {.step = 3, .stay = true};
    struct ladder next = ladder_after(&before, &calm, TODAY, &rungs);
    assert_int_equal(why_after(3, &calm, &next, &rungs), WHY_STAY);
    next.stay = false;
    assert_int_equal(why_after(3, &calm, &next, &rungs), WHY_ONE_MORE);
}

static void test_a_break_counts_from_its_eighth_and_its_thirty_first_day(void **state)
{
    (void)state;
    struct ladder stored = {.step = 4, .played = TODAY};
    assert_int_equal(why_since(&stored, TODAY + 7 * DAY, &rungs), WHY_AS_IT_WAS);
    assert_int_equal(why_since(&stored, TODAY + 7 * DAY + 1, &rungs), WHY_WEEK);
    assert_int_equal(why_since(&stored, TODAY + 30 * DAY, &rungs), WHY_WEEK);
    assert_int_equal(why_since(&stored, TODAY + 30 * DAY + 1, &rungs), WHY_MONTH);
    assert_int_equal(why_since(&stored, TODAY - 90 * DAY, &rungs), WHY_AS_IT_WAS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_reason_explains_what_the_ladder_does_in_random_histories),
        cmocka_unit_test(test_a_first_calm_game_goes_up),
        cmocka_unit_test(test_after_a_fuss_it_takes_two_calm_games),
        cmocka_unit_test(test_at_the_cap_no_more_calm_games_are_asked_for),
        cmocka_unit_test(test_a_fuss_at_the_own_length_and_a_hard_day_are_told_apart),
        cmocka_unit_test(test_a_wish_to_stay_that_was_taken_back_no_longer_explains),
        cmocka_unit_test(test_a_break_counts_from_its_eighth_and_its_thirty_first_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
