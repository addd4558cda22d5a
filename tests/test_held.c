// A session that is held or ended from outside: pause, finish, close, the background.
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

static void test_a_pause_brings_the_friend_back_and_holds(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    const char *transcript = play(&plan, "8000 pause, 12000 touch, 15000 resume", "back held on reveal joy");
    assert_int_equal(when(transcript, "back pause", 0), 8000);
    assert_int_equal(when(transcript, "held", 0), 8000);
    assert_int_equal(when(transcript, "on", 0), 15000);
    assert_int_equal(when(transcript, "joy", 0), 15000 + REVEAL_MS - TICK_MS);
}

static void test_a_pause_card_without_an_answer_goes_on_after_twelve_seconds_one_step_shorter(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4); // 1.6 2.0 2.4 2.4 1.6
    const char *transcript = play(&plan, "8000 pause", "held on round");
    assert_int_equal(when(transcript, "on", 0), 8000 + CARD_MS - TICK_MS);
    assert_true(when(transcript, "round 2 1600", 0) > 0);
}

static void test_a_pause_that_is_asked_for_again_has_its_twelve_seconds_anew(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    const char *transcript = play(&plan, "8000 pause, 15000 pause", "held on round");
    assert_int_equal(when(transcript, "on", 0), 15000 + CARD_MS - TICK_MS);
    assert_int_equal(count_of(transcript, "held"), 1);
    assert_true(when(transcript, "round 2 1600", 0) > 0);
}

static void test_go_on_keeps_the_plan(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    const char *transcript = play(&plan, "8000 pause, 9000 resume", "held on round");
    assert_int_equal(when(transcript, "on", 0), 9000);
    assert_true(when(transcript, "round 2 2000", 0) > 0);
}

static void test_a_round_that_is_held_before_its_hiding_is_complete_begins_again(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    const int moments[] = {IN_GREET, IN_GOODBYE, IN_HIDE};
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        char script[64];
        snprintf(script, sizeof script, "%d pause, %d resume", moments[i], moments[i] + 1000);
        const char *transcript = play(&plan, script, "greet gone on");
        assert_int_equal(when(transcript, "greet", 1), moments[i] + 1000);
        assert_int_equal(when(transcript, "gone", 0), moments[i] + 1000 + GONE_AT - TICK_MS);
    }
}

static void test_an_interruption_explains_a_round_without_a_touch(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    play(&plan, "8000 pause, 9000 resume, 25000 touch, 39000 touch, 52000 touch, 66000 touch", "");
    assert_false(session_outcome(played()).unclear);
    assert_int_equal(played()->calm, 4);
}

static void test_stop_in_every_phase_brings_back_and_ends_with_the_ritual(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    const struct {
        int at_ms, ritual_ms;
    } moments[] = {
        {IN_GREET, IN_GREET},
        {IN_GOODBYE, IN_GOODBYE},
        {IN_HIDE, IN_HIDE},
        {IN_AWAY, IN_AWAY + REVEAL_MS - TICK_MS},
        {IN_CUE, IN_CUE + REVEAL_MS - TICK_MS},
        {15600, 15900},
        {17000, 17000},
        {20500, 20500},
    };
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        char script[32];
        snprintf(script, sizeof script, "%d stop", moments[i].at_ms);
        const char *transcript = play(&plan, script, "gone back ritual end");
        assert_int_equal(when(transcript, "ritual", 0), moments[i].ritual_ms);
        assert_int_equal(count_of(transcript, "gone"), count_of(transcript, "back"));
        assert_true(when(transcript, "end grown-up", 0) > moments[i].ritual_ms);
        assert_false(session_outcome(played()).finished);
    }
}

static void test_stop_while_away_says_that_the_grown_up_brought_them_back(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    assert_int_equal(when(play(&plan, "9000 stop", "back"), "back grown-up", 0), 9000);
}

static void test_stop_in_comfort_and_on_the_card_ends_too(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    assert_int_equal(when(play(&plan, "6000 fuss, 8000 stop", ""), "ritual", 0), 8000);
    assert_int_equal(when(play(&plan, "8000 pause, 9000 stop", ""), "ritual", 0), 9000);
    assert_int_equal(when(play(&plan, "65000 stop", ""), "end done", 0), 73500); // in the ritual: nothing new
}

static void test_close_in_every_phase_leaves_nobody_hidden(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    for (int ms = 10; ms < 24000; ms += 370) {
        char script[32];
        snprintf(script, sizeof script, "%d close", ms);
        const char *transcript = play(&plan, script, "gone back end");
        assert_int_equal(when(transcript, "end closed", 0), ms);
        assert_int_equal(count_of(transcript, "gone"), count_of(transcript, "back"));
        assert_false(session_outcome(played()).finished);
        assert_false(played()->gone);
    }
}

static void test_close_while_away_brings_back_first(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    assert_string_equal(play(&plan, "9000 close", "gone back end"), "5400 gone\n"
                                                                    "9000 back pause\n"
                                                                    "9000 end closed\n");
}

// ---- the background

static void test_the_background_brings_back_and_a_short_one_goes_on_a_step_shorter(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4); // 1.6 2.0 2.4 2.4 1.6
    const char *transcript = play(&plan, "6000 hide, 36000 show 30000", "back held on round joy");
    assert_int_equal(when(transcript, "back pause", 0), 6000);
    assert_int_equal(when(transcript, "on", 0), 36000);
    assert_int_equal(when(transcript, "joy", 0), 36000 + REVEAL_MS - TICK_MS);
    assert_true(when(transcript, "round 2 1600", 0) > 0);
}

static void test_a_long_background_ends_with_the_ritual(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    const char *transcript = play(&plan, "6000 hide, 7000 show 60001", "back ritual end");
    assert_int_equal(when(transcript, "ritual", 0), 7000 + REVEAL_MS - TICK_MS);
    assert_int_equal(when(play(&plan, "8000 hide, 9000 show 60000", "ritual round"), "round 2 1600", 0) > 0,
                     1);
    assert_int_equal(when(play(&plan, "8000 hide, 70000 show 0", "ritual"), "ritual", 0), 70000);
}

static void test_the_card_gives_way_to_the_background(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    const char *transcript = play(&plan, "8000 pause, 9000 hide, 12000 resume, 30000 show 21000", "held on");
    assert_string_equal(transcript, "8000 held\n30000 on\n");
}

static void test_nothing_but_its_return_lets_a_hidden_game_go_on(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    const char *const meanwhile[] = {"cry", "fuss", "stop", "resume", "pause", "touch"};
    for (size_t i = 0; i < sizeof meanwhile / sizeof *meanwhile; i++) {
        char script[64];
        snprintf(script, sizeof script, "6000 hide, 7000 %s, 50000 show 44000", meanwhile[i]);
        const char *transcript = play(&plan, script, "held on gone end");
        assert_int_equal(count_of(transcript, "held"), 1);
        assert_int_equal(when(transcript, "on", 0), 50000);
        assert_true(when(transcript, "gone", 1) == -1 || when(transcript, "gone", 1) > 50000);
        assert_true(when(transcript, "end", 0) > 50000);
    }
    const char *transcript = play(&plan, "6000 hide, 7000 cry, 50000 show 44000", "comfort round");
    assert_int_equal(when(transcript, "comfort", 0), 7000);
    assert_int_equal(when(transcript, "round 5", 0), 50000 + COMFORT_MS - TICK_MS);
}

static void test_two_signs_of_the_background_are_one(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    const char *transcript = play(&plan, "8000 hide, 60000 hide, 70000 show 0", "held on ritual");
    assert_string_equal(transcript, "8000 held\n70000 on\n70000 ritual\n");
}

static void test_a_ritual_that_is_interrupted_begins_again(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    const char *transcript = play(&plan, "1000 stop, 8000 hide, 9000 show 1000", "ritual end");
    assert_int_equal(count_of(transcript, "ritual"), 2);
    assert_int_equal(when(transcript, "end grown-up", 0), 9000 + RITUAL_MS - TICK_MS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_pause_brings_the_friend_back_and_holds),
        cmocka_unit_test(test_a_pause_card_without_an_answer_goes_on_after_twelve_seconds_one_step_shorter),
        cmocka_unit_test(test_a_pause_that_is_asked_for_again_has_its_twelve_seconds_anew),
        cmocka_unit_test(test_go_on_keeps_the_plan),
        cmocka_unit_test(test_a_round_that_is_held_before_its_hiding_is_complete_begins_again),
        cmocka_unit_test(test_an_interruption_explains_a_round_without_a_touch),
        cmocka_unit_test(test_stop_in_every_phase_brings_back_and_ends_with_the_ritual),
        cmocka_unit_test(test_stop_while_away_says_that_the_grown_up_brought_them_back),
        cmocka_unit_test(test_stop_in_comfort_and_on_the_card_ends_too),
        cmocka_unit_test(test_close_in_every_phase_leaves_nobody_hidden),
        cmocka_unit_test(test_close_while_away_brings_back_first),
        cmocka_unit_test(test_the_background_brings_back_and_a_short_one_goes_on_a_step_shorter),
        cmocka_unit_test(test_a_long_background_ends_with_the_ritual),
        cmocka_unit_test(test_the_card_gives_way_to_the_background),
        cmocka_unit_test(test_nothing_but_its_return_lets_a_hidden_game_go_on),
        cmocka_unit_test(test_two_signs_of_the_background_are_one),
        cmocka_unit_test(test_a_ritual_that_is_interrupted_begins_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
