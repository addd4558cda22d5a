// What bounds a change of a level: one step up, the age's cap, the session's limit.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/level_change.h"
#include "core/random.h"
#include "core/timeline.h"
#include "rules.h"

enum { MONTHS_8 = 8, FAR_MS = 30000, RANDOM_LEVELS = 400 };

static enum level_fault fault_of(const struct level *level, const struct level *before, int age, int most_ms)
{
    struct plan plan = plan_make(level, age, 0);
    return level_change_fault(level, before, &plan, age, most_ms);
}

static void test_one_step_up_is_a_quarter_in_tenths_of_a_second(void **state)
{
    (void)state;
    assert_int_equal(level_change_most_ms(1000), 1300);
    assert_int_equal(level_change_most_ms(1600), 2000);
    assert_int_equal(level_change_most_ms(4000), 5000);
}

static void test_a_step_that_is_short_enough_stays(void **state)
{
    (void)state;
    struct level level = rules_level(); // 1.0 1.3 1.6 2.0 2.4
    assert_int_equal(level_change_step(&level, 36, 3, 2000), 3);
    assert_int_equal(level_change_step(&level, 36, 3, FAR_MS), 3);
}

static void test_a_step_that_is_too_long_goes_back_to_the_last_that_is_not(void **state)
{
    (void)state;
    struct level level = rules_level();
    assert_int_equal(level_change_step(&level, 36, 9, 2000), 3);
    assert_int_equal(level_change_step(&level, 36, 9, 1999), 2);
    assert_int_equal(level_change_step(&level, 36, 9, 100), 0);
}

static void test_silence_takes_away_what_only_a_voice_allows(void **state)
{
    (void)state;
    struct level before = rules_level(), level = before;
    level.sound_while_away = false; // 5 s become 3 s
    assert_int_equal(fault_of(&level, &before, MONTHS_8, FAR_MS), LEVEL_UNHEARD);
    level.longest_ms = ladder_level_cap_ms(&level, MONTHS_8);
    assert_int_equal(fault_of(&level, &before, MONTHS_8, FAR_MS), LEVEL_FINE);
}

static void test_so_does_a_friend_who_is_wholly_hidden(void **state)
{
    (void)state;
    struct level before = rules_level(), level = before;
    level.peek_permille = 0;
    assert_int_equal(fault_of(&level, &before, MONTHS_8, FAR_MS), LEVEL_UNSEEN);
}

static void test_a_level_that_came_so_needs_no_repair(void **state)
{
    (void)state;
    struct level before = rules_level();
    before.sound_while_away = false;
    struct level level = before;
    level.rounds = 6;
    assert_int_equal(fault_of(&level, &before, MONTHS_8, FAR_MS), LEVEL_FINE);
}

static void test_a_first_away_above_one_step_up_is_too_far(void **state)
{
    (void)state;
    struct level before = rules_level(), level = before;
    level.first_ms = 1400;
    assert_int_equal(fault_of(&level, &before, MONTHS_8, 1300), LEVEL_TOO_FAR);
    level.first_ms = 1300;
    assert_int_equal(fault_of(&level, &before, MONTHS_8, 1300), LEVEL_FINE);
}

static void test_rounds_that_do_not_fit_are_too_long(void **state)
{
    (void)state;
    struct level before = rules_level(), level = before;
    level.rounds = 8;
    level.limit_ms = 90000;
    assert_int_equal(fault_of(&level, &before, MONTHS_8, FAR_MS), LEVEL_TOO_LONG);
}

static struct level random_level(struct random *random)
{
    struct level level = rules_level();
    level.first_ms = random_between(random, 500, 5000);
    level.longest_ms = random_between(random, level.first_ms, 30000);
    level.step_permille = random_between(random, 1050, 1500);
    level.rounds = random_between(random, LEVEL_ROUNDS_MIN, LEVEL_ROUNDS_MAX);
    level.limit_ms = random_between(random, LEVEL_LIMIT_LEAST_MS, LEVEL_LIMIT_MOST_MS);
    return level;
}

static void test_each_repair_of_too_long_repairs(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 3);
    for (int i = 0; i < RANDOM_LEVELS; i++) {
        struct level level = random_level(&random);
        struct plan plan = plan_make(&level, 36, random_between(&random, 0, 12));
        int rounds = level_change_rounds(&level, &plan), limit_ms = level_change_limit_ms(&level, &plan);
        if (rounds >= LEVEL_ROUNDS_MIN) {
            struct level fewer = level;
            fewer.rounds = rounds;
            assert_int_not_equal(level_change_fault(&fewer, &level, &plan, 36, FAR_MS), LEVEL_TOO_LONG);
        }
        if (limit_ms <= LEVEL_LIMIT_MOST_MS) {
            struct level longer = level;
            longer.limit_ms = limit_ms;
            assert_int_not_equal(level_change_fault(&longer, &level, &plan, 36, FAR_MS), LEVEL_TOO_LONG);
        }
        assert_true(rounds >= LEVEL_ROUNDS_MIN || limit_ms <= LEVEL_LIMIT_MOST_MS);
    }
}

static void test_no_level_without_a_fault_is_above_one_step_or_the_cap(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 4);
    for (int i = 0; i < RANDOM_LEVELS; i++) {
        struct level level = random_level(&random), before = rules_level();
        int age = random_between(&random, 0, 36), most_ms = random_between(&random, 500, 8000) / 100 * 100;
        int k = level_change_step(&level, age, random_between(&random, 0, 40), most_ms);
        struct plan plan = plan_make(&level, age, k);
        if (level_change_fault(&level, &before, &plan, age, most_ms) == LEVEL_FINE) {
            struct timeline timeline = timeline_make(&plan);
            assert_true(timeline.longest_ms <= most_ms);
            assert_true(timeline.longest_ms <= ladder_level_cap_ms(&level, age));
            assert_true(timeline.total_ms <= level.limit_ms);
            assert_int_equal(timeline.rounds, level.rounds);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_step_up_is_a_quarter_in_tenths_of_a_second),
        cmocka_unit_test(test_a_step_that_is_short_enough_stays),
        cmocka_unit_test(test_a_step_that_is_too_long_goes_back_to_the_last_that_is_not),
        cmocka_unit_test(test_silence_takes_away_what_only_a_voice_allows),
        cmocka_unit_test(test_so_does_a_friend_who_is_wholly_hidden),
        cmocka_unit_test(test_a_level_that_came_so_needs_no_repair),
        cmocka_unit_test(test_a_first_away_above_one_step_up_is_too_far),
        cmocka_unit_test(test_rounds_that_do_not_fit_are_too_long),
        cmocka_unit_test(test_each_repair_of_too_long_repairs),
        cmocka_unit_test(test_no_level_without_a_fault_is_above_one_step_or_the_cap),
    };
    return cmocka_run_group_tests_name("level_change", tests, NULL, NULL);
}
