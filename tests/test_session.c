// One session as a transcript: its rounds, and what touches do.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "rules.h"

// A touch in every joy of a session of five rounds at step 2.
#define A_TOUCH_A_ROUND "8000 touch, 21500 touch, 34500 touch, 48500 touch, 62000 touch"

static void test_an_untouched_session_is_played_to_its_end_with_easy_rounds(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    assert_string_equal(play(&plan, "", "round gone back ritual end"), "0 round 1 1000\n"
                                                                       "5400 gone\n"
                                                                       "6400 back time\n"
                                                                       "12900 round 2 1000\n"
                                                                       "18300 gone\n"
                                                                       "19300 back time\n"
                                                                       "25800 round 3 1000\n"
                                                                       "31200 gone\n"
                                                                       "32200 back time\n"
                                                                       "38700 round 4 1000\n"
                                                                       "44100 gone\n"
                                                                       "45100 back time\n"
                                                                       "51600 round 5 1000\n"
                                                                       "57000 gone\n"
                                                                       "58000 back time\n"
                                                                       "64500 ritual\n"
                                                                       "73500 end done\n");
    assert_true(session_outcome(played()).unclear);
}

static void test_a_round_goes_through_every_phase_in_order(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    const char *transcript = play(&plan, A_TOUCH_A_ROUND, "");
    const char first_round[] = "0 round 1 1000\n"
                               "0 greet\n"
                               "2800 goodbye\n"
                               "4400 hide\n"
                               "5400 gone\n"
                               "5400 away\n"
                               "5450 cue\n"
                               "6400 back time\n"
                               "6400 reveal\n"
                               "6900 joy\n"
                               "10500 rest\n"
                               "12900 round 2 1300\n";
    assert_memory_equal(transcript, first_round, strlen(first_round));
}

static void test_touched_rounds_follow_the_arc_and_are_calm(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    assert_string_equal(play(&plan, A_TOUCH_A_ROUND, "round end"), "0 round 1 1000\n"
                                                                   "12900 round 2 1300\n"
                                                                   "26100 round 3 1600\n"
                                                                   "39600 round 4 1600\n"
                                                                   "53100 round 5 1000\n"
                                                                   "75000 end done\n");
    struct outcome outcome = session_outcome(played());
    assert_int_equal(played()->calm, 5);
    assert_int_equal(played()->longest_calm_ms, 1600);
    assert_true(outcome.own_lasted && outcome.finished);
    assert_false(outcome.unclear || outcome.upset_at_own);
    assert_int_equal(outcome.upsets, 0);
}

// ---- touches

static void test_a_touch_while_away_opens_at_once(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(5000, TOUCH_OPENS);
    const char *transcript = play(&plan, "7000 touch", "gone back reveal");
    assert_int_equal(when(transcript, "gone", 0), 5400);
    assert_int_equal(when(transcript, "back touch", 0), 7000);
    assert_int_equal(when(transcript, "reveal", 0), 7000);
}

static void test_a_touch_that_answers_brings_the_return_within_three_seconds(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_ANSWERS);
    const char *transcript = play(&plan, "7000 touch, 8000 touch, 9000 touch", "cue back");
    int back_ms = when(transcript, "back touch", 0);
    assert_in_range(back_ms, 9000, 7000 + ANSWER_MS);
    assert_int_equal(when(transcript, "cue", 0), back_ms - CUE_MS);
}

static void test_a_touch_that_answers_keeps_a_return_that_is_sooner(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_ANSWERS);
    const char *transcript = play(&plan, "14000 touch, 15000 touch", "back");
    assert_int_equal(when(transcript, "back time", 0), 15400);
}

static void test_a_touch_while_still_hiding_does_not_open(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(5000, TOUCH_OPENS);
    assert_int_equal(when(play(&plan, "5000 touch, 5300 touch, 5400 touch", "back"), "back time", 0), 10400);
}

static void test_a_finger_that_rests_is_one_touch_and_opens_nothing_later(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(5000, TOUCH_OPENS);
    const char *transcript = play(&plan, "1000 touch", "back round");
    assert_int_equal(when(transcript, "back time", 0), 10400);
    assert_int_equal(when(transcript, "round 2", 0), 10400 + REVEAL_MS + JOY_MS + REST_MS);
}

static void test_a_round_that_was_opened_by_a_touch_is_calm_but_says_nothing_about_its_length(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(5000, TOUCH_OPENS);
    play(&plan, "5500 touch, 17500 touch, 29500 touch, 41500 touch, 53000 touch", "");
    assert_int_equal(played()->calm, 5);
    assert_false(session_outcome(played()).own_lasted);
}

static void test_half_an_own_level_away_is_enough_to_grow(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(5000, TOUCH_OPENS);
    char script[128];
    const char *transcript = play(&plan, "7900 touch, 22000 touch", "gone");
    int gone_ms = when(transcript, "gone", 2);
    snprintf(script, sizeof script, "7900 touch, 22000 touch, %d touch", gone_ms + 2490);
    play(&plan, script, "");
    assert_false(session_outcome(played()).own_lasted);
    snprintf(script, sizeof script, "7900 touch, 22000 touch, %d touch", gone_ms + 2500);
    play(&plan, script, "");
    assert_true(session_outcome(played()).own_lasted);
}

// ---- unclear rounds

static void test_after_a_round_without_a_touch_all_are_easy_to_the_end(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4); // 1.6 2.0 2.4 2.4 1.6
    assert_string_equal(play(&plan, "8000 touch, 32000 touch, 46000 touch, 64000 touch", "round end"),
                        "0 round 1 1600\n"
                        "13500 round 2 2000\n"
                        "27400 round 3 1600\n"
                        "40900 round 4 1600\n"
                        "54400 round 5 1600\n"
                        "76900 end done\n");
    assert_true(session_outcome(played()).unclear);
    assert_false(session_outcome(played()).own_lasted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_untouched_session_is_played_to_its_end_with_easy_rounds),
        cmocka_unit_test(test_a_round_goes_through_every_phase_in_order),
        cmocka_unit_test(test_touched_rounds_follow_the_arc_and_are_calm),
        cmocka_unit_test(test_a_touch_while_away_opens_at_once),
        cmocka_unit_test(test_a_touch_that_answers_brings_the_return_within_three_seconds),
        cmocka_unit_test(test_a_touch_that_answers_keeps_a_return_that_is_sooner),
        cmocka_unit_test(test_a_touch_while_still_hiding_does_not_open),
        cmocka_unit_test(test_a_finger_that_rests_is_one_touch_and_opens_nothing_later),
        cmocka_unit_test(test_a_round_that_was_opened_by_a_touch_is_calm_but_says_nothing_about_its_length),
        cmocka_unit_test(test_half_an_own_level_away_is_enough_to_grow),
        cmocka_unit_test(test_after_a_round_without_a_touch_all_are_easy_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
