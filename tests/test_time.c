// A session and the clock: the cue, the limit, and how long until something happens.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "rules.h"

// A touch in every joy of a session of five rounds at step 2.
#define A_TOUCH_A_ROUND "8000 touch, 21500 touch, 34500 touch, 48500 touch, 62000 touch"

static void test_the_cue_comes_950_ms_before_every_return(void **state)
{
    (void)state;
    const int aways[] = {1000, 1300, 4800, 6000, 11600, 30000};
    for (size_t i = 0; i < sizeof aways / sizeof *aways; i++) {
        struct plan plan = rules_even_plan(aways[i] > 5000 ? 5000 : aways[i], TOUCH_ANSWERS);
        plan.rungs.first_ms = plan.rungs.longest_ms = plan.away_ms[0] = aways[i];
        const char *transcript = play(&plan, "", "gone cue back");
        assert_int_equal(when(transcript, "back time", 0) - when(transcript, "gone", 0), aways[i]);
        assert_int_equal(when(transcript, "back time", 0) - when(transcript, "cue", 0), CUE_MS);
    }
}

static void test_an_away_shorter_than_the_cue_keeps_its_time(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(500, TOUCH_OPENS);
    assert_string_equal(play(&plan, "15000 close", "gone cue back"), "5400 gone\n"
                                                                     "5410 cue\n"
                                                                     "5900 back time\n");
}

static void test_the_limit_leads_to_the_last_easy_round_and_is_kept(void **state)
{
    (void)state;
    for (int limit_ms = 60000; limit_ms <= 130000; limit_ms += 1010) {
        struct plan plan = rules_plan(11); // 7.5 9.3 11.6 11.6 7.5
        plan.limit_ms = limit_ms;
        const char *transcript =
            play(&plan, "8000 touch, 30000 touch, 52000 touch, 75000 touch", "round end");
        bool cut = count_of(transcript, "round") < 5;
        assert_int_equal(when(transcript, cut ? "end limit" : "end done", 0), played()->elapsed_ms);
        assert_true(played()->elapsed_ms <= limit_ms);
        assert_int_equal(count_of(transcript, "round 5"), 1);
        assert_true(session_outcome(played()).finished);
    }
}

static void test_a_round_begun_again_and_again_does_not_lengthen_the_session(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    plan.limit_ms = 60000;
    char script[4096] = "";
    size_t length = 0;
    for (int ms = 15000; ms < 150000; ms += 2000) { // every greet of the second round is interrupted
        length +=
            (size_t)snprintf(script + length, sizeof script - length, "%d pause, %d resume, ", ms, ms + 10);
    }
    const char *transcript = play(&plan, script, "round gone back end");
    assert_true(played()->elapsed_ms <= 60000);
    assert_int_equal(count_of(transcript, "end limit"), 1);
}

static void test_no_input_at_all_is_as_good_as_any_for_reaching_the_end(void **state)
{
    (void)state;
    for (int step = 0; step <= 16; step++) {
        struct plan plan = rules_plan(step);
        const char *transcript = play(&plan, "", "gone back end");
        assert_int_equal(count_of(transcript, "end"), 1);
        assert_int_equal(count_of(transcript, "gone"), 5);
        assert_int_equal(count_of(transcript, "back time"), 5);
    }
}

static void test_the_time_until_something_happens_is_never_overslept(void **state)
{
    (void)state;
    struct plan plan = rules_plan(12); // up to 14.6 s, with bridging
    char ticked[8192];
    snprintf(ticked, sizeof ticked, "%s", play(&plan, "", ""));
    struct session session;
    struct cue_queue cues = {0};
    session_start(&session, &plan, &cues);
    int now_ms = 0;
    while (!session_over(&session)) {
        int next_ms = session_next_ms(&session);
        assert_true(next_ms > 0 || session.gone);
        int dt_ms = next_ms < TICK_MS ? TICK_MS : (next_ms + TICK_MS - 1) / TICK_MS * TICK_MS;
        now_ms += dt_ms;
        cues.count = 0;
        session_tick(&session, &(struct input){0}, dt_ms, &cues);
        for (int i = 0; i < cues.count; i++) {
            if (cues.items[i].kind == CUE_PHASE) {
                char line[64];
                const char *name = phase_name((enum phase)cues.items[i].value);
                snprintf(line, sizeof line, "%d %s\n", now_ms, name);
                assert_non_null(strstr(ticked, line));
            }
        }
    }
    assert_int_equal(now_ms, when(ticked, "end", 0));
}

static void test_within_a_tick_the_order_is_the_grown_up_then_the_hands_then_time(void **state)
{
    (void)state;
    struct plan plan = rules_even_plan(5000, TOUCH_OPENS);
    assert_int_equal(when(play(&plan, "7000 fuss, 7000 touch", "back"), "back upset", 0), 7000);
    assert_int_equal(count_of(play(&plan, "7000 pause, 7000 touch", "back"), "back touch"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_cue_comes_950_ms_before_every_return),
        cmocka_unit_test(test_an_away_shorter_than_the_cue_keeps_its_time),
        cmocka_unit_test(test_the_limit_leads_to_the_last_easy_round_and_is_kept),
        cmocka_unit_test(test_a_round_begun_again_and_again_does_not_lengthen_the_session),
        cmocka_unit_test(test_no_input_at_all_is_as_good_as_any_for_reaching_the_end),
        cmocka_unit_test(test_the_time_until_something_happens_is_never_overslept),
        cmocka_unit_test(test_within_a_tick_the_order_is_the_grown_up_then_the_hands_then_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
