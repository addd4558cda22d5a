// A cry that the hint heard, by its soft level: whoever is away is back at once, and nothing else has
// happened.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "rules.h"

// Times within the first round of an even plan of 10 s.
enum { GONE_AT = GREET_MS + GOODBYE_MS + HIDE_MS, IN_AWAY = GONE_AT + 3000, IN_CUE = GONE_AT + 9500 };

// A touch in every joy but the first round's, after a first away of 3 s.
#define LATER_TOUCHES "35000 touch, 57000 touch, 79000 touch, 100000 touch"

static const char *cry_at(const struct plan *plan, int ms, const char *only)
{
    char script[64];
    snprintf(script, sizeof script, "%d cry soft", ms);
    return play(plan, script, only);
}

static void test_a_soft_cry_brings_back_in_the_same_tick_whatever_touches_do(void **state)
{
    (void)state;
    const int moments[] = {GONE_AT + 10, IN_AWAY, IN_CUE};
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        struct plan opens = rules_even_plan(10000, TOUCH_OPENS),
                    answers = rules_even_plan(10000, TOUCH_ANSWERS);
        assert_int_equal(when(cry_at(&opens, moments[i], "back"), "back cry", 0), moments[i]);
        assert_int_equal(when(cry_at(&answers, moments[i], "back"), "back cry", 0), moments[i]);
    }
    struct plan plan = rules_even_plan(10000, TOUCH_ANSWERS);
    assert_int_equal(when(play(&plan, "7000 touch, 8000 cry soft", "back"), "back cry", 0), 8000);
}

static void test_it_is_no_upset_and_the_round_goes_on_as_any(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    const char *transcript = cry_at(&plan, IN_AWAY, "");
    assert_int_equal(count_of(transcript, "upset"), 0);
    assert_int_equal(count_of(transcript, "comfort"), 0);
    assert_int_equal(when(transcript, "reveal", 0), IN_AWAY);
    assert_int_equal(when(transcript, "joy", 0), IN_AWAY + REVEAL_MS - TICK_MS);
    assert_int_equal(when(transcript, "round 2", 0), IN_AWAY + REVEAL_MS + JOY_MS + REST_MS - TICK_MS);
    assert_int_equal(count_of(transcript, "round"), 5);
    assert_true(when(transcript, "end done", 0) > 0);
    assert_int_equal(session_outcome(played()).upsets, 0);
}

static void test_it_explains_a_round_without_a_touch_but_is_not_calm(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4); // 1.6 2.0 2.4 2.4 1.6
    const char *transcript = play(&plan, "6000 cry soft", "round");
    assert_true(when(transcript, "round 2 2000", 0) > 0); // it stays as planned ...
    assert_true(when(transcript, "round 3 1600", 0) > 0); // ... which another round without a touch does not
    assert_int_equal(played()->calm, 0);
    play(&plan, "6000 cry soft, 24000 touch, 37000 touch, 51000 touch, 64000 touch", "");
    assert_false(session_outcome(played()).unclear);
    assert_int_equal(played()->calm, 4);
}

static void test_with_a_touch_the_round_is_calm_as_any(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_ANSWERS);
    play(&plan, "8400 cry soft, 9500 touch, " LATER_TOUCHES, "");
    const int with_touch = played()->calm;
    play(&plan, "8400 cry soft, " LATER_TOUCHES, "");
    assert_int_equal(played()->calm, with_touch - 1);
}

// Where nobody is gone, and while the game is held, all is as if nothing had been heard.
static void test_at_any_other_time_it_is_nothing(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    static char silent[1 << 16];
    snprintf(silent, sizeof silent, "%s", play(&plan, "", ""));
    const int moments[] = {1000, 3000, 5000, GONE_AT, 15600, 17000, 20500, 105000};
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        assert_string_equal(cry_at(&plan, moments[i], ""), silent);
    }
    const char *const held[] = {"8000 pause, %s15000 resume", "8000 hide, %s15000 show 7000",
                                "8000 fuss, %s"};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        char script[128];
        snprintf(script, sizeof script, held[i], "");
        snprintf(silent, sizeof silent, "%s", play(&plan, script, ""));
        snprintf(script, sizeof script, held[i], "9000 cry soft, ");
        assert_string_equal(play(&plan, script, ""), silent);
    }
}

static void test_one_in_every_round_makes_none_longer(void **state)
{
    (void)state;
    struct plan plan = rules_plan(6);
    const char *transcript =
        play(&plan, "6500 cry soft, 19500 cry soft, 32500 cry soft, 45000 cry soft, 58000 cry soft",
             "round back end");
    assert_int_equal(count_of(transcript, "back cry"), 5);
    for (int round = 0; round < 5; round++) {
        char words[32];
        snprintf(words, sizeof words, "round %d %d", round + 1, plan.away_ms[round]);
        assert_true(when(transcript, words, 0) >= 0);
    }
    assert_int_equal(session_outcome(played()).upsets, 0);
    assert_false(session_outcome(played()).own_lasted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_soft_cry_brings_back_in_the_same_tick_whatever_touches_do),
        cmocka_unit_test(test_it_is_no_upset_and_the_round_goes_on_as_any),
        cmocka_unit_test(test_it_explains_a_round_without_a_touch_but_is_not_calm),
        cmocka_unit_test(test_with_a_touch_the_round_is_calm_as_any),
        cmocka_unit_test(test_at_any_other_time_it_is_nothing),
        cmocka_unit_test(test_one_in_every_round_makes_none_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
