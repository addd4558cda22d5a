// An upset in a session: the friend is there at once, then comfort, then only what is easy.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "rules.h"

// Times within a first round with 1.0 s away.
enum { IN_GREET = 1000, IN_GOODBYE = 3000, IN_HIDE = 5000, IN_JOY = 8000, IN_REST = 12000 };
// ... and within the first round of an even plan of 10 s.
enum { GONE_AT = GREET_MS + GOODBYE_MS + HIDE_MS, IN_AWAY = GONE_AT + 3000, IN_CUE = GONE_AT + 9500 };

static const char *fuss_at(const struct plan *plan, int ms, const char *also)
{
    char script[128];
    snprintf(script, sizeof script, "%d fuss%s", ms, also);
    return play(plan, script, "upset gone back comfort round ritual end");
}

static void test_an_upset_in_any_phase_comforts_and_goes_to_the_last_easy_round(void **state)
{
    (void)state;
    const int phases[] = {IN_GREET, IN_GOODBYE, IN_HIDE, 6000, IN_JOY, IN_REST, 6450};
    struct plan plan = rules_plan(2);
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++) {
        const char *transcript = fuss_at(&plan, phases[i], "");
        int next_ms = phases[i] + COMFORT_MS - TICK_MS;
        assert_int_equal(when(transcript, "upset grown-up", 0), phases[i]);
        assert_int_equal(when(transcript, "comfort", 0), phases[i]);
        assert_int_equal(when(transcript, "round 5", 0), next_ms);
        assert_int_equal(count_of(transcript, "round"), 2);
        assert_int_equal(when(transcript, "end done", 0), next_ms + 12900 + RITUAL_MS);
    }
}

static void test_an_upset_while_away_brings_back_in_the_same_tick(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_ANSWERS);
    const int moments[] = {GONE_AT + 10, IN_AWAY, IN_CUE};
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        assert_int_equal(when(fuss_at(&plan, moments[i], ""), "back upset", 0), moments[i]);
    }
}

static void test_the_cry_hint_comes_through_the_same_door(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    const char *transcript = play(&plan, "8000 cry", "");
    assert_int_equal(when(transcript, "upset cry", 0), 8000);
    assert_int_equal(when(transcript, "back cry", 0), 8000);
    assert_int_equal(when(transcript, "comfort", 0), 8000);
    assert_int_equal(count_of(transcript, "gone"), 2);
}

static void test_banging_in_a_level_that_answers_is_an_upset(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_ANSWERS);
    const char *transcript = play(&plan,
                                  "7000 touch, 7300 touch, 7600 touch, 7900 touch, 8200 touch, 8500 touch,"
                                  "8800 touch, 9100 touch",
                                  "upset back comfort");
    assert_int_equal(when(transcript, "upset banging", 0), 9100);
    assert_int_equal(when(transcript, "back upset", 0), 9100);
    assert_int_equal(when(transcript, "comfort", 0), 9100);
}

static void test_slow_or_short_touching_is_play_and_not_banging(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_ANSWERS);
    const char *slow = "7000 touch, 7400 touch, 7800 touch, 8200 touch, 8600 touch, 9000 touch, 9400 touch";
    const char *brief = "7000 touch, 7200 touch, 7400 touch, 7600 touch, 7800 touch, 8000 touch";
    assert_int_equal(count_of(play(&plan, slow, "upset"), "upset"), 0);
    assert_int_equal(count_of(play(&plan, brief, "upset"), "upset"), 0);
}

static void test_banging_while_nobody_is_gone_is_joy(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    const char *script = "7000 touch, 7200 touch, 7400 touch, 7600 touch, 7800 touch, 8000 touch, 8200 touch,"
                         "8400 touch, 8600 touch, 8800 touch, 9000 touch, 9200 touch, 9400 touch";
    assert_int_equal(count_of(play(&plan, script, "upset"), "upset"), 0);
}

static void test_a_second_upset_ends_with_the_ritual(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    // comfort until 15300, then the last round: gone from 20700 to 21700
    const int moments[] = {16500, 20800, 21750, 24300};
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        char also[32];
        snprintf(also, sizeof also, ", %d fuss", moments[i]);
        const char *transcript = fuss_at(&plan, 6000, also);
        assert_int_equal(when(transcript, "ritual", 0), moments[i] + COMFORT_MS - TICK_MS);
        assert_int_equal(when(transcript, "end upset", 0), moments[i] + COMFORT_MS + RITUAL_MS - TICK_MS);
        assert_int_equal(count_of(transcript, "gone"), count_of(transcript, "back"));
        assert_int_equal(count_of(transcript, "round"), 2);
        assert_int_equal(session_outcome(played()).upsets, 2);
    }
}

static void test_two_signs_within_a_second_are_one_upset(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    const char *transcript = play(&plan, "8000 cry, 8900 fuss", "upset");
    assert_int_equal(count_of(transcript, "upset"), 1);
    transcript = play(&plan, "8000 fuss, 9100 fuss", "upset");
    assert_int_equal(count_of(transcript, "upset"), 2);
}

static void test_after_an_upset_the_away_is_at_most_four_fifths_of_the_one_that_failed(void **state)
{
    (void)state;
    struct level level = rules_level();
    level.step_permille = 1050; // two steps down are not enough here
    level.first_ms = 5000;
    struct plan plan = plan_make(&level, 36, 6); // 6.1 6.4 6.7 6.7 6.1
    const char *transcript = play(&plan, "8000 touch, 25000 touch, 43000 fuss", "round upset");
    assert_true(when(transcript, "round 3 6700", 0) > 0);
    assert_int_equal(when(transcript, "round 5 5300", 0), 43000 + COMFORT_MS - TICK_MS);
    assert_true(session_outcome(played()).upset_at_own);
}

static void test_an_upset_in_an_easy_round_blames_the_day_and_not_the_length(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    fuss_at(&plan, 6000, "");
    assert_false(session_outcome(played()).upset_at_own);
    play(&plan, "8000 touch, 18500 fuss", ""); // in the second round, one step below its own level
    assert_true(session_outcome(played()).upset_at_own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_upset_in_any_phase_comforts_and_goes_to_the_last_easy_round),
        cmocka_unit_test(test_an_upset_while_away_brings_back_in_the_same_tick),
        cmocka_unit_test(test_the_cry_hint_comes_through_the_same_door),
        cmocka_unit_test(test_banging_in_a_level_that_answers_is_an_upset),
        cmocka_unit_test(test_slow_or_short_touching_is_play_and_not_banging),
        cmocka_unit_test(test_banging_while_nobody_is_gone_is_joy),
        cmocka_unit_test(test_a_second_upset_ends_with_the_ritual),
        cmocka_unit_test(test_two_signs_within_a_second_are_one_upset),
        cmocka_unit_test(test_after_an_upset_the_away_is_at_most_four_fifths_of_the_one_that_failed),
        cmocka_unit_test(test_an_upset_in_an_easy_round_blames_the_day_and_not_the_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
