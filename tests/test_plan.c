// Recorded voices and the plan: it makes room for them before the session starts, and nothing else changes.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "rules.h"

static struct plan spoken(struct voice_lengths lengths)
{
    struct plan plan = rules_plan(0);
    plan_speak(&plan, &lengths);
    return plan;
}

static int length(struct plan plan, enum phase phase)
{
    struct session session = {.plan = plan};
    return session_phase_length_ms(&session, phase);
}

static void test_without_voices_every_phase_is_as_long_as_always(void **state)
{
    (void)state;
    static const struct {
        enum phase phase;
        int as_always_ms;
    } phases[] = {
        {PHASE_GREET, GREET_MS},     {PHASE_GOODBYE, GOODBYE_MS}, {PHASE_HIDE, HIDE_MS},
        {PHASE_REVEAL, REVEAL_MS},   {PHASE_JOY, JOY_MS},         {PHASE_REST, REST_MS},
        {PHASE_COMFORT, COMFORT_MS}, {PHASE_RITUAL, RITUAL_MS},
    };
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++) {
        assert_int_equal(length(rules_plan(0), phases[i].phase), phases[i].as_always_ms);
        assert_int_equal(length(spoken((struct voice_lengths){0}), phases[i].phase), phases[i].as_always_ms);
    }
}

static void test_nobody_hides_before_goodbye_has_been_said(void **state)
{
    (void)state;
    assert_int_equal(length(spoken((struct voice_lengths){.goodbye_ms = 3000}), PHASE_GOODBYE),
                     3000 + VOICE_PAUSE_MS);
    assert_int_equal(length(spoken((struct voice_lengths){.goodbye_ms = 900}), PHASE_GOODBYE), GOODBYE_MS);
}

static void test_hello_may_be_said_whole_even_right_after_launch(void **state)
{
    (void)state;
    assert_int_equal(length(spoken((struct voice_lengths){.hello_ms = 3900}), PHASE_GREET),
                     LAUNCH_QUIET_MS + 3900 + VOICE_PAUSE_MS);
}

static void test_joy_waits_for_the_end_of_the_return(void **state)
{
    (void)state;
    assert_int_equal(plan_joy_at_ms(1200), JOY_SOUND_MS);
    assert_int_equal(plan_joy_at_ms(3500), 3500 + VOICE_PAUSE_MS);
    struct plan plan = spoken((struct voice_lengths){.return_ms = 3500});
    assert_true(REVEAL_MS + length(plan, PHASE_JOY) >= 3500 + VOICE_PAUSE_MS);
    assert_true(REVEAL_MS + length(plan, PHASE_JOY) + length(plan, PHASE_REST) >=
                3500 + VOICE_PAUSE_MS + JOY_TUNE_MS);
}

static void test_a_voice_in_joy_has_ended_before_the_next_hello(void **state)
{
    (void)state;
    struct plan plan = spoken((struct voice_lengths){.return_ms = 4000, .joy_ms = 6000});
    assert_true(REVEAL_MS + length(plan, PHASE_JOY) + length(plan, PHASE_REST) >=
                4000 + VOICE_PAUSE_MS + 6000 + VOICE_PAUSE_MS);
}

static void test_comfort_and_good_night_last_as_long_as_their_words(void **state)
{
    (void)state;
    struct plan plan = spoken((struct voice_lengths){.comfort_ms = 15000, .good_night_ms = 15000});
    assert_int_equal(length(plan, PHASE_COMFORT), COMFORT_SOUND_MS + 15000 + VOICE_PAUSE_MS);
    assert_int_equal(length(plan, PHASE_RITUAL), 15000 + VOICE_PAUSE_MS);
}

static void test_a_voice_of_minutes_is_waited_for_as_long_as_it_plays(void **state)
{
    (void)state;
    struct plan plan = spoken((struct voice_lengths){600000, 600000, 600000, 600000, 600000, 600000});
    assert_int_equal(length(plan, PHASE_GOODBYE), VOICE_MAX_MS + VOICE_PAUSE_MS);
    assert_int_equal(length(plan, PHASE_RITUAL), VOICE_MAX_MS + VOICE_PAUSE_MS);
    assert_true(length(plan, PHASE_JOY) < 2 * VOICE_MAX_MS + JOY_MS);
}

static void test_a_session_with_voices_has_the_same_aways_and_returns(void **state)
{
    (void)state;
    struct plan with = spoken((struct voice_lengths){4000, 4000, 4000, 4000, 4000, 4000});
    const char *transcript = play(&with, "", "gone back end");
    for (int round = 0; round < with.rounds; round++) {
        assert_int_equal(when(transcript, "back time", round) - when(transcript, "gone", round),
                         rules_plan(0).away_ms[round]);
    }
    assert_int_equal(count_of(transcript, "end done"), 1);
}

static void test_the_hiding_and_the_joys_end_wait_in_the_session_too(void **state)
{
    (void)state;
    struct plan plan = spoken((struct voice_lengths){.goodbye_ms = 3000, .return_ms = 4000});
    const char *transcript = play(&plan, "", "");
    assert_int_equal(when(transcript, "hide", 0) - when(transcript, "goodbye", 0), 3000 + VOICE_PAUSE_MS);
    assert_true(when(transcript, "rest", 0) - when(transcript, "back time", 0) >= 4000 + VOICE_PAUSE_MS);
}

static void test_an_upset_brings_back_as_quickly_as_without_voices(void **state)
{
    (void)state;
    struct plan plan = spoken((struct voice_lengths){4000, 4000, 4000, 4000, 4000, 4000});
    const char *transcript = play(&plan, "10300 fuss", "gone back comfort");
    assert_in_range(when(transcript, "gone", 0), 9000, 10299);
    assert_int_equal(when(transcript, "back upset", 0), 10300);
    assert_int_equal(when(transcript, "comfort", 0), 10300);
}

static void test_the_limit_is_kept_with_voices_too(void **state)
{
    (void)state;
    for (int limit_ms = 60000; limit_ms <= 130000; limit_ms += 5010) {
        struct plan plan = spoken((struct voice_lengths){3000, 3000, 3000, 3000, 3000, 3000});
        plan.limit_ms = limit_ms;
        const char *transcript = play(&plan, "", "round ritual end");
        assert_true(played()->elapsed_ms <= limit_ms);
        assert_int_equal(count_of(transcript, "ritual"), 1);
        assert_int_equal(count_of(transcript, "round 5"), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_without_voices_every_phase_is_as_long_as_always),
        cmocka_unit_test(test_nobody_hides_before_goodbye_has_been_said),
        cmocka_unit_test(test_hello_may_be_said_whole_even_right_after_launch),
        cmocka_unit_test(test_joy_waits_for_the_end_of_the_return),
        cmocka_unit_test(test_a_voice_in_joy_has_ended_before_the_next_hello),
        cmocka_unit_test(test_comfort_and_good_night_last_as_long_as_their_words),
        cmocka_unit_test(test_a_voice_of_minutes_is_waited_for_as_long_as_it_plays),
        cmocka_unit_test(test_a_session_with_voices_has_the_same_aways_and_returns),
        cmocka_unit_test(test_the_hiding_and_the_joys_end_wait_in_the_session_too),
        cmocka_unit_test(test_an_upset_brings_back_as_quickly_as_without_voices),
        cmocka_unit_test(test_the_limit_is_kept_with_voices_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
