// When home rests.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/rest.h"

enum { HOUR = 3600, DAY = 24 * HOUR };
#define THEN ((int64_t)1764000000)

static struct rest after_a_game(void)
{
    return (struct rest){.games_today = 1, .ended_utc = THEN, .rest_s = 3 * HOUR};
}

static void test_who_never_played_may_play(void **state)
{
    (void)state;
    struct rest rest = {.rest_s = 3 * HOUR};
    assert_int_equal(rest_now(&rest, THEN), REST_NONE);
    assert_int_equal(rest_left_s(&rest, THEN), 0);
}

static void test_a_game_is_followed_by_the_rest_that_was_set(void **state)
{
    (void)state;
    struct rest rest = after_a_game();
    assert_int_equal(rest_now(&rest, THEN + 10), REST_RESTING);
    assert_int_equal(rest_left_s(&rest, THEN + 10), 3 * HOUR - 10);
    assert_int_equal(rest_now(&rest, THEN + 3 * HOUR - 1), REST_RESTING);
    assert_int_equal(rest_now(&rest, THEN + 3 * HOUR), REST_NONE);
    rest.rest_s = HOUR;
    assert_int_equal(rest_now(&rest, THEN + HOUR), REST_NONE);
}

static void test_a_rest_is_never_above_three_hours(void **state)
{
    (void)state;
    struct rest rest = after_a_game();
    rest.rest_s = 9 * HOUR;
    assert_int_equal(rest_left_s(&rest, THEN), 3 * HOUR);
}

static void test_a_calendar_that_went_back_counts_as_no_time(void **state)
{
    (void)state;
    struct rest rest = after_a_game();
    assert_int_equal(rest_left_s(&rest, THEN - 400 * DAY), 3 * HOUR);
}

static void test_the_clock_that_only_goes_forward_ends_the_rest_whatever_the_calendar_says(void **state)
{
    (void)state;
    struct rest rest = after_a_game();
    rest.known_ms = 2 * HOUR * 1000;
    assert_int_equal(rest_left_s(&rest, THEN - 400 * DAY), HOUR);
    rest.known_ms = (int64_t)3 * HOUR * 1000;
    assert_int_equal(rest_now(&rest, THEN - 400 * DAY), REST_NONE);
}

static void test_two_games_are_enough_for_a_day(void **state)
{
    (void)state;
    struct rest rest = after_a_game();
    rest.games_today = 2;
    assert_int_equal(rest_now(&rest, THEN + 1), REST_ENOUGH);
    assert_int_equal(rest_now(&rest, THEN + 5 * HOUR), REST_ENOUGH);
    rest.games_today = 0; // the day after
    assert_int_equal(rest_now(&rest, THEN + 9 * HOUR), REST_NONE);
}

static void test_three_fussy_games_in_a_row_mean_two_weeks_without(void **state)
{
    (void)state;
    struct rest rest = after_a_game();
    rest.upset_games = 2;
    assert_int_equal(rest_now(&rest, THEN + DAY), REST_NONE);
    rest.upset_games = 3;
    assert_int_equal(rest_now(&rest, THEN), REST_NOT_NOW);
    assert_int_equal(rest_back_utc(&rest, THEN), THEN + 14 * DAY);
    assert_int_equal(rest_back_utc(&rest, THEN + 3 * DAY), THEN + 14 * DAY);
    assert_int_equal(rest_back_utc(&rest, THEN - 90 * DAY), THEN - 76 * DAY); // the calendar went back
    assert_int_equal(rest_now(&rest, THEN + 14 * DAY - 1), REST_NOT_NOW);
    rest.games_today = 0;
    assert_int_equal(rest_now(&rest, THEN + 14 * DAY), REST_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_never_played_may_play),
        cmocka_unit_test(test_a_game_is_followed_by_the_rest_that_was_set),
        cmocka_unit_test(test_a_rest_is_never_above_three_hours),
        cmocka_unit_test(test_a_calendar_that_went_back_counts_as_no_time),
        cmocka_unit_test(test_the_clock_that_only_goes_forward_ends_the_rest_whatever_the_calendar_says),
        cmocka_unit_test(test_two_games_are_enough_for_a_day),
        cmocka_unit_test(test_three_fussy_games_in_a_row_mean_two_weeks_without),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
