// How long "away" is today and tomorrow: the tables of science/README.md 1.5 and design.md 4, and the
// simulation of science/README.md 2.3, played by invented babies on the real rules.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdint.h>

#include "core/random.h"
#include "rules.h"

enum { DAY = 24 * 60 * 60 };
static const int64_t TODAY = 1795500000; // a day in November 2026

static struct rungs rungs_of(int first_ms, int longest_ms)
{
    return (struct rungs){.first_ms = first_ms, .step_permille = 1250, .longest_ms = longest_ms};
}

// ---- lengths

static void test_the_first_sixteen_steps_are_those_of_the_table(void **state)
{
    (void)state;
    const int table[] = {1000, 1300, 1600, 2000,  2400,  3100,  3800,  4800,
                         6000, 7500, 9300, 11600, 14600, 18200, 22700, 28400};
    struct rungs rungs = rungs_of(1000, 30000);
    for (int k = 0; k < 16; k++) {
        assert_int_equal(ladder_away_ms(&rungs, k), table[k]);
    }
    assert_int_equal(ladder_away_ms(&rungs, 16), 30000);
}

static void test_a_step_below_the_first_is_the_first(void **state)
{
    (void)state;
    struct rungs rungs = rungs_of(1500, 30000);
    assert_int_equal(ladder_away_ms(&rungs, -1), 1500);
    assert_int_equal(ladder_away_ms(&rungs, -1000000), 1500);
}

static void test_no_step_of_any_level_is_above_its_longest_or_below_the_one_before(void **state)
{
    (void)state;
    for (int first_ms = 500; first_ms <= 5000; first_ms += 50) {
        for (int step_permille = 1050; step_permille <= 1500; step_permille += 25) {
            struct rungs rungs = {first_ms, step_permille, 3000 + first_ms * 5};
            int highest = ladder_highest_step(&rungs);
            assert_int_equal(ladder_away_ms(&rungs, highest), rungs.longest_ms);
            assert_true(highest == 0 || ladder_away_ms(&rungs, highest - 1) < rungs.longest_ms);
            for (int k = 0; k <= highest + 300; k++) {
                int away_ms = ladder_away_ms(&rungs, k);
                assert_in_range(away_ms, ladder_away_ms(&rungs, k - 1), rungs.longest_ms);
            }
        }
    }
}

static void test_the_cap_of_every_age_is_that_of_the_table(void **state)
{
    (void)state;
    const struct {
        int from, to, silent_ms, bridged_ms;
    } bands[] = {
        {0, 8, 3000, 5000},     {9, 10, 5000, 8000},    {11, 12, 8000, 12000},
        {13, 15, 12000, 20000}, {16, 36, 15000, 30000},
    };
    for (size_t i = 0; i < sizeof bands / sizeof *bands; i++) {
        for (int age = bands[i].from; age <= bands[i].to; age++) {
            assert_int_equal(ladder_cap_ms(age, false), bands[i].silent_ms);
            assert_int_equal(ladder_cap_ms(age, true), bands[i].bridged_ms);
        }
    }
}

static void test_the_longer_cap_needs_both_a_peek_and_a_sound(void **state)
{
    (void)state;
    struct level level = rules_level();
    assert_int_equal(ladder_level_cap_ms(&level, 8), 5000);
    level.peek_permille = 0;
    assert_int_equal(ladder_level_cap_ms(&level, 8), 3000);
    level.peek_permille = 1;
    level.sound_while_away = false;
    assert_int_equal(ladder_level_cap_ms(&level, 8), 3000);
    assert_int_equal(ladder_rungs(&level, 8).longest_ms, 3000);
    level.longest_ms = 2000;
    assert_int_equal(ladder_rungs(&level, 36).longest_ms, 2000);
}

static void test_the_arc_is_easy_own_level_easy(void **state)
{
    (void)state;
    const int six[] = {-2, -1, 0, 0, 0, -2};
    for (int i = 0; i < 6; i++) {
        assert_int_equal(ladder_arc(i, 6), six[i]);
    }
    for (int rounds = LEVEL_ROUNDS_MIN; rounds <= LEVEL_ROUNDS_MAX; rounds++) {
        assert_int_equal(ladder_arc(0, rounds), -2);
        assert_int_equal(ladder_arc(1, rounds), -1);
        assert_int_equal(ladder_arc(rounds - 2, rounds), 0);
        assert_int_equal(ladder_arc(rounds - 1, rounds), -2);
    }
}

static void test_a_new_family_begins_with_a_game_that_grows(void **state)
{
    (void)state;
    struct level level = rules_level();
    level.rounds = 6;
    struct plan plan = plan_make(&level, 0, ladder_new().step);
    const int first_game[] = {1000, 1300, 1600, 1600, 1600, 1000};
    assert_memory_equal(plan.away_ms, first_game, sizeof first_game);
    assert_int_equal(plan.cap_ms, 5000);
    assert_int_equal(ladder_new().step, 2);
    assert_true(ladder_new().fast);
}

static void test_a_plan_keeps_its_step_within_the_ladder(void **state)
{
    (void)state;
    struct level level = rules_level();
    struct plan lowest = plan_make(&level, 8, -5), highest = plan_make(&level, 8, 99);
    assert_int_equal(lowest.step, 0);
    assert_int_equal(highest.step, 8); // 1.25^8 = 6.0: the first that reaches the cap of 5 s
    assert_int_equal(highest.away_ms[2], 5000);
    assert_int_equal(plan_make(&level, 8, 7).away_ms[2], 4800);
}

static void test_scenes_are_played_in_order_then_again(void **state)
{
    (void)state;
    struct level level = rules_level();
    for (int round = 0; round < LEVEL_ROUNDS_MAX; round++) {
        assert_string_equal(plan_scene(&level, round)->who, round % 2 ? "rabbit" : "bear");
    }
}

// ---- from day to day

static struct ladder at_step(int step)
{
    return (struct ladder){.step = step, .fast = true, .played = TODAY};
}

static int step_after_gap(int step, int64_t gap)
{
    struct rungs rungs = rungs_of(1000, 30000);
    struct ladder stored = at_step(step);
    return ladder_today(&stored, TODAY + gap, &rungs).step;
}

static void test_a_gap_of_days_takes_steps_off(void **state)
{
    (void)state;
    assert_int_equal(step_after_gap(9, 0), 9);
    assert_int_equal(step_after_gap(9, 7 * DAY), 9);
    assert_int_equal(step_after_gap(9, 7 * DAY + 1), 7);
    assert_int_equal(step_after_gap(9, 30 * DAY), 7);
    assert_int_equal(step_after_gap(9, 30 * DAY + 1), 0);
    assert_int_equal(step_after_gap(1, 8 * DAY), 0);
}

static void test_after_a_month_growing_is_slow_again(void **state)
{
    (void)state;
    struct rungs rungs = rungs_of(1000, 30000);
    struct ladder stored = at_step(9);
    assert_true(ladder_today(&stored, TODAY + 8 * DAY, &rungs).fast);
    assert_false(ladder_today(&stored, TODAY + 31 * DAY, &rungs).fast);
}

static void test_a_clock_that_jumps_never_makes_today_longer(void **state)
{
    (void)state;
    const int64_t clocks[] = {
        INT64_MIN, -1,         0,          1,          86400,        TODAY - 400 * (int64_t)DAY,
        TODAY - 1, 2147483647, 2147483648, 4102444800, 253402300800, INT64_MAX,
    };
    const size_t count = sizeof clocks / sizeof *clocks;
    struct rungs rungs = rungs_of(1000, 30000);
    struct outcome calm = {.own_lasted = true, .finished = true};
    for (size_t i = 0; i < count * count; i++) {
        struct ladder stored = at_step(9);
        stored.played = clocks[i / count];
        struct ladder today = ladder_today(&stored, clocks[i % count], &rungs);
        assert_in_range(today.step, 0, 9);
        struct ladder tomorrow = ladder_after(&today, &calm, clocks[i % count], &rungs);
        assert_in_range(tomorrow.step, 0, today.step + 1);
        assert_true(tomorrow.played == clocks[i % count]);
    }
}

static void test_a_clock_that_went_back_is_no_gap_and_one_that_woke_in_1970_is_a_long_one(void **state)
{
    (void)state;
    assert_int_equal(step_after_gap(9, -1), 9);
    assert_int_equal(step_after_gap(9, -TODAY), 9);
    assert_int_equal(step_after_gap(9, (int64_t)1 << 40), 0);
    struct rungs rungs = rungs_of(1000, 30000);
    struct ladder in_1970 = at_step(9);
    in_1970.played = 3600;
    assert_int_equal(ladder_today(&in_1970, TODAY, &rungs).step, 0);
}

static void test_a_level_never_played_starts_near_the_last_ones_length(void **state)
{
    (void)state;
    struct rungs rungs = rungs_of(1000, 30000), long_ones = rungs_of(5000, 30000),
                 short_ones = rungs_of(1000, 3000);
    struct ladder last = at_step(6);
    assert_int_equal(ladder_moved(&last, 3800, &rungs).step, 6);       // 4.8 > 4.75
    assert_int_equal(ladder_moved(&last, 4000, &rungs).step, 7);       // 4.8 <= 5.0
    assert_int_equal(ladder_moved(&last, 3800, &long_ones).step, 0);   // even the shortest is longer
    assert_int_equal(ladder_moved(&last, 30000, &short_ones).step, 5); // 3.0, as long as it gets
    assert_int_equal(ladder_moved(&last, -1, &rungs).step, 0);
    assert_int_equal(ladder_moved(&last, INT32_MAX, &rungs).step, 16);
    assert_true(ladder_moved(&last, 3800, &rungs).played == last.played);
}

static void test_stored_steps_are_clamped_on_load(void **state)
{
    (void)state;
    struct rungs rungs = rungs_of(1000, 5000);
    struct ladder stored = at_step(INT32_MAX);
    assert_int_equal(ladder_today(&stored, TODAY, &rungs).step, 8);
    stored.step = INT32_MIN;
    assert_int_equal(ladder_today(&stored, TODAY + 8 * DAY, &rungs).step, 0);
}

// ---- what a session means for tomorrow

static struct ladder after(struct ladder today, struct outcome outcome)
{
    struct rungs rungs = rungs_of(1000, 30000);
    return ladder_after(&today, &outcome, TODAY + DAY, &rungs);
}

static const struct outcome calm = {.own_lasted = true, .finished = true};
static const struct outcome upset_at_own = {
    .own_lasted = true, .finished = true, .upsets = 1, .upset_at_own = true};
static const struct outcome upset_in_easy = {.own_lasted = true, .finished = true, .upsets = 1};

static void test_until_the_first_upset_every_calm_session_is_a_step(void **state)
{
    (void)state;
    struct ladder ladder = at_step(3);
    for (int i = 1; i <= 5; i++) {
        ladder = after(ladder, calm);
        assert_int_equal(ladder.step, 3 + i);
        assert_true(ladder.fast);
    }
}

static void test_after_an_upset_it_takes_two_calm_sessions(void **state)
{
    (void)state;
    struct ladder ladder = after(at_step(9), upset_at_own);
    assert_int_equal(ladder.step, 7);
    const int steps[] = {7, 8, 8, 9, 9, 10};
    for (int i = 0; i < 6; i++) {
        ladder = after(ladder, calm);
        assert_int_equal(ladder.step, steps[i]);
    }
}

static void test_an_upset_between_two_calm_sessions_counts_them_anew(void **state)
{
    (void)state;
    struct ladder ladder = after(after(after(at_step(9), upset_in_easy), calm), upset_in_easy);
    assert_int_equal(after(ladder, calm).step, 9);
    assert_int_equal(after(after(ladder, calm), calm).step, 10);
}

static void test_an_upset_at_its_own_level_is_two_steps_down_and_never_below_the_first(void **state)
{
    (void)state;
    assert_int_equal(after(at_step(9), upset_at_own).step, 7);
    assert_int_equal(after(at_step(1), upset_at_own).step, 0);
    assert_false(after(at_step(9), upset_at_own).fast);
}

static void test_an_upset_in_an_easy_entry_blames_the_day(void **state)
{
    (void)state;
    assert_int_equal(after(at_step(9), upset_in_easy).step, 9);
    assert_false(after(at_step(9), upset_in_easy).fast);
}

static void test_what_says_nothing_changes_nothing(void **state)
{
    (void)state;
    const struct outcome nothing_said[] = {
        {.own_lasted = true, .finished = true, .unclear = true},
        {.own_lasted = false, .finished = true},
        {.own_lasted = true, .finished = false},
    };
    struct ladder slow = {.step = 9, .clean = 1, .played = TODAY};
    for (int i = 0; i < 3; i++) {
        struct ladder next = after(slow, nothing_said[i]);
        assert_int_equal(next.step, 9);
        assert_int_equal(next.clean, 1);
        assert_int_equal(after(at_step(9), nothing_said[i]).step, 9);
        assert_true(next.played == TODAY + DAY);
    }
}

static void test_upset_sessions_in_a_row_are_counted_until_a_calm_one(void **state)
{
    (void)state;
    struct ladder ladder = after(after(after(at_step(9), upset_at_own), upset_in_easy), upset_at_own);
    assert_int_equal(ladder.upset_sessions, 3);
    assert_int_equal(after(ladder, calm).upset_sessions, 0);
}

// ---- what the grown-up wishes

static void test_a_wish_for_shorter_is_one_session_long_and_goes_on_from_there(void **state)
{
    (void)state;
    struct rungs rungs = rungs_of(1000, 30000);
    const int wished[] = {0, 1, 2, 3, -1}, steps[] = {9, 8, 7, 7, 9};
    for (int i = 0; i < 5; i++) {
        struct ladder stored = at_step(9);
        stored.shorter = wished[i];
        struct ladder today = ladder_today(&stored, TODAY, &rungs);
        assert_int_equal(today.step, steps[i]);
        struct ladder tomorrow = after(today, calm);
        assert_int_equal(tomorrow.step, steps[i] + 1);
        assert_int_equal(tomorrow.shorter, 0);
        assert_int_equal(ladder_today(&tomorrow, TODAY + DAY, &rungs).step, steps[i] + 1);
    }
    struct ladder first = at_step(1);
    first.shorter = 2;
    assert_int_equal(ladder_today(&first, TODAY, &rungs).step, 0);
}

static void test_a_ladder_that_is_to_stay_does_not_climb_but_climbs_down(void **state)
{
    (void)state;
    struct ladder ladder = at_step(9);
    ladder.stay = true;
    for (int i = 0; i < 5; i++) {
        ladder = after(ladder, calm);
        assert_int_equal(ladder.step, 9);
        assert_true(ladder.stay);
    }
    assert_int_equal(after(ladder, upset_at_own).step, 7);
    assert_true(after(ladder, upset_at_own).stay);
    ladder.stay = false; // what was calm meanwhile counts, for one step
    assert_int_equal(after(ladder, calm).step, 10);
}

static void test_wishes_stay_with_their_level(void **state)
{
    (void)state;
    struct rungs rungs = rungs_of(1000, 30000);
    struct ladder last = at_step(6);
    last.shorter = 2;
    last.stay = true;
    last.upset_sessions = 2;
    struct ladder moved = ladder_moved(&last, 3800, &rungs);
    assert_int_equal(moved.shorter, 0);
    assert_false(moved.stay);
    assert_int_equal(moved.upset_sessions, 2);
    assert_int_equal(ladder_today(&moved, TODAY, &rungs).step, 6);
}

// ---- what the grown-up says about a session

static const struct outcome unclear = {.unclear = true, .finished = true};

static int after_mark(struct outcome seen, enum session_mark mark)
{
    return after(at_step(9), outcome_marked(&seen, mark)).step;
}

static void test_a_session_without_a_mark_is_what_was_seen(void **state)
{
    (void)state;
    assert_int_equal(after_mark(calm, MARK_NONE), 10);
    assert_int_equal(after_mark(upset_at_own, MARK_NONE), 7);
    assert_int_equal(after_mark(upset_in_easy, MARK_NONE), 9);
    assert_int_equal(after_mark(unclear, MARK_NONE), 9);
}

static void test_only_an_unclear_session_is_made_calm_by_saying_so(void **state)
{
    (void)state;
    const struct outcome closed = {.unclear = true, .finished = false};
    const struct outcome short_one = {.own_lasted = false, .finished = true};
    assert_int_equal(after_mark(unclear, MARK_CALM), 10);
    assert_int_equal(after_mark(closed, MARK_CALM), 9);
    assert_int_equal(after_mark(short_one, MARK_CALM), 9);
    assert_int_equal(after_mark(upset_at_own, MARK_CALM), 7);
}

static void test_any_session_is_made_fussy_by_saying_so(void **state)
{
    (void)state;
    assert_int_equal(after_mark(calm, MARK_FUSSY), 7);
    assert_int_equal(after_mark(unclear, MARK_FUSSY), 7);
    assert_int_equal(after_mark(upset_in_easy, MARK_FUSSY), 7);
    struct outcome twice = upset_in_easy;
    twice.upsets = 2;
    assert_int_equal(outcome_marked(&twice, MARK_FUSSY).upsets, 2);
    assert_int_equal(outcome_marked(&calm, MARK_FUSSY).upsets, 1);
}

static void test_a_slip_takes_the_blame_away_but_makes_nothing_clearer(void **state)
{
    (void)state;
    const struct outcome early = {.finished = true, .upsets = 1};
    const struct outcome unseen = {.unclear = true, .own_lasted = true, .finished = true, .upsets = 1};
    assert_int_equal(after_mark(upset_at_own, MARK_SLIP), 10);
    assert_int_equal(after_mark(early, MARK_SLIP), 9); // no round of its own level was seen
    assert_int_equal(after_mark(unseen, MARK_SLIP), 9);
    assert_false(outcome_marked(&upset_at_own, MARK_SLIP).upset_at_own);
}

static void test_what_is_not_noted_changes_nothing(void **state)
{
    (void)state;
    struct ladder slow = {.step = 9, .clean = 1, .upset_sessions = 2, .played = TODAY};
    const struct outcome seen[] = {calm, upset_at_own, upset_in_easy, unclear};
    for (int i = 0; i < 4; i++) {
        struct ladder next = after(slow, outcome_marked(&seen[i], MARK_HIDE));
        assert_int_equal(next.step, 9);
        assert_int_equal(next.clean, 1);
        assert_int_equal(next.upset_sessions, 2);
        assert_true(next.played == TODAY + DAY);
    }
}

static void test_whatever_happens_it_is_at_most_one_step_up_and_two_down(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 23);
    struct rungs rungs = rungs_of(1000, 20000);
    for (int i = 0; i < 200000; i++) {
        struct ladder today = {
            .step = random_between(&random, 0, ladder_highest_step(&rungs)),
            .clean = random_between(&random, -3, 9),
            .fast = random_between(&random, 0, 1),
            .stay = random_between(&random, 0, 1),
        };
        struct outcome seen = {
            .unclear = random_between(&random, 0, 3) == 0,
            .own_lasted = random_between(&random, 0, 3) > 0,
            .finished = random_between(&random, 0, 3) > 0,
            .upsets = random_between(&random, 0, 3) / 2,
            .upset_at_own = random_between(&random, 0, 1),
        };
        struct outcome outcome = outcome_marked(&seen, (enum session_mark)random_between(&random, 0, 4));
        int next = ladder_after(&today, &outcome, TODAY, &rungs).step;
        int lowest = today.step < 2 ? 0 : today.step - 2;
        assert_in_range(next, lowest, outcome.upsets ? today.step : today.step + 1);
        assert_in_range(next, 0, ladder_highest_step(&rungs));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_sixteen_steps_are_those_of_the_table),
        cmocka_unit_test(test_a_step_below_the_first_is_the_first),
        cmocka_unit_test(test_no_step_of_any_level_is_above_its_longest_or_below_the_one_before),
        cmocka_unit_test(test_the_cap_of_every_age_is_that_of_the_table),
        cmocka_unit_test(test_the_longer_cap_needs_both_a_peek_and_a_sound),
        cmocka_unit_test(test_the_arc_is_easy_own_level_easy),
        cmocka_unit_test(test_a_new_family_begins_with_a_game_that_grows),
        cmocka_unit_test(test_a_plan_keeps_its_step_within_the_ladder),
        cmocka_unit_test(test_scenes_are_played_in_order_then_again),
        cmocka_unit_test(test_a_gap_of_days_takes_steps_off),
        cmocka_unit_test(test_after_a_month_growing_is_slow_again),
        cmocka_unit_test(test_a_clock_that_jumps_never_makes_today_longer),
        cmocka_unit_test(test_a_clock_that_went_back_is_no_gap_and_one_that_woke_in_1970_is_a_long_one),
        cmocka_unit_test(test_a_level_never_played_starts_near_the_last_ones_length),
        cmocka_unit_test(test_stored_steps_are_clamped_on_load),
        cmocka_unit_test(test_until_the_first_upset_every_calm_session_is_a_step),
        cmocka_unit_test(test_after_an_upset_it_takes_two_calm_sessions),
        cmocka_unit_test(test_an_upset_between_two_calm_sessions_counts_them_anew),
        cmocka_unit_test(test_an_upset_at_its_own_level_is_two_steps_down_and_never_below_the_first),
        cmocka_unit_test(test_an_upset_in_an_easy_entry_blames_the_day),
        cmocka_unit_test(test_what_says_nothing_changes_nothing),
        cmocka_unit_test(test_upset_sessions_in_a_row_are_counted_until_a_calm_one),
        cmocka_unit_test(test_a_wish_for_shorter_is_one_session_long_and_goes_on_from_there),
        cmocka_unit_test(test_a_ladder_that_is_to_stay_does_not_climb_but_climbs_down),
        cmocka_unit_test(test_wishes_stay_with_their_level),
        cmocka_unit_test(test_a_session_without_a_mark_is_what_was_seen),
        cmocka_unit_test(test_only_an_unclear_session_is_made_calm_by_saying_so),
        cmocka_unit_test(test_any_session_is_made_fussy_by_saying_so),
        cmocka_unit_test(test_a_slip_takes_the_blame_away_but_makes_nothing_clearer),
        cmocka_unit_test(test_what_is_not_noted_changes_nothing),
        cmocka_unit_test(test_whatever_happens_it_is_at_most_one_step_up_and_two_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
