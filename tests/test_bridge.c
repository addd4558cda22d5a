// Bridging a long away: nobody waits in silence for more than 4 s.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "core/bridge.h"
#include "core/gap.h"
#include "rules.h"

enum { SILENCE_MAX_MS = 4000 };

static void test_up_to_four_seconds_nothing_is_heard_but_the_cue(void **state)
{
    (void)state;
    for (int away_ms = 0; away_ms <= 4000; away_ms += 10) {
        assert_int_equal(bridge_plan(away_ms, false).count, 0);
        assert_int_equal(bridge_plan(away_ms, true).count, 0);
    }
    assert_true(bridge_plan(4001, false).count > 0);
}

static void test_no_gap_between_gone_and_the_cue_is_above_four_seconds(void **state)
{
    (void)state;
    for (int half = 2 * 4001; half <= 2 * LONGEST_MS; half++) {
        const int away_ms = half / 2;
        struct bridge_plan plan = bridge_plan(away_ms, half % 2);
        int heard_ms = 0;
        for (int i = 0; i < plan.count; i++) {
            int at_ms = bridge_at_ms(&plan, i);
            assert_true(at_ms > heard_ms);
            assert_true(at_ms - heard_ms <= SILENCE_MAX_MS);
            heard_ms = at_ms;
        }
        assert_true(away_ms - CUE_MS - heard_ms <= SILENCE_MAX_MS);
    }
}

static void test_every_bridging_sound_has_time_to_end_before_the_cue(void **state)
{
    (void)state;
    for (int away_ms = 4001; away_ms <= LONGEST_MS; away_ms++) {
        struct bridge_plan plan = bridge_plan(away_ms, false), gaps = bridge_plan(away_ms, true);
        assert_true(bridge_at_ms(&plan, plan.count - 1) + BRIDGE_BEFORE_CUE_MS + CUE_MS <= away_ms);
        assert_true(gaps.count == 0 ||
                    bridge_at_ms(&gaps, gaps.count - 1) + BRIDGE_BEFORE_CUE_MS + CUE_MS <= away_ms);
    }
}

// The cry hint wants 1.75 s in one piece, after 0.3 s in which the game is still in the room. The hiding is
// heard for 0.2 s more, a voice for up to 1.5 s.
static void test_where_somebody_listens_each_away_has_a_gap_to_hear_something_in(void **state)
{
    (void)state;
    enum { HEARD_MS = 1750, TAIL_MS = 300, HIDING_MS = 200, NEAR_MS = 1500 };
    assert_int_equal(GAP_AWAY_LEAST_MS, 3200);
    for (int away_ms = 3200; away_ms <= LONGEST_MS; away_ms++) {
        struct bridge_plan plan = bridge_plan(away_ms, true);
        const int first_ms = plan.count > 0 ? plan.first_ms : away_ms - CUE_MS;
        assert_true(first_ms - HIDING_MS >= TAIL_MS + HEARD_MS);
        assert_true(plan.count == 0 || plan.first == BRIDGE_NEAR);
        assert_true(plan.count < 2 || plan.spacing_ms - NEAR_MS >= HEARD_MS);
    }
}

static void test_only_a_long_away_asks_where(void **state)
{
    (void)state;
    assert_int_equal(bridge_plan(5999, false).first, BRIDGE_NEAR);
    assert_int_equal(bridge_plan(6000, false).first, BRIDGE_WHERE);
    struct bridge_plan plan = bridge_plan(6000, false);
    assert_int_equal(bridge_at_ms(&plan, 0), 1000);
}

static void test_whoever_answers_lets_the_question_end(void **state)
{
    (void)state;
    enum { QUESTION_ENDS_MS = 1000 + 3300 };
    for (int away_ms = 6000; away_ms <= LONGEST_MS; away_ms++) {
        struct bridge_plan plan = bridge_plan(away_ms, false);
        int latest_ms = (away_ms - CUE_MS - BRIDGE_BEFORE_CUE_MS - 1000) / (plan.count - 1) + 1000;
        assert_true(bridge_at_ms(&plan, 1) >= (latest_ms < QUESTION_ENDS_MS ? latest_ms : QUESTION_ENDS_MS));
        assert_true(bridge_at_ms(&plan, 1) >= 1000 + 2600); // its three notes have begun at least
    }
}

// ---- in play

// The longest silence in a transcript of gone, bridges, touches (which are answered) and the cue.
static int longest_silence_ms(const char *transcript, int touch_ms)
{
    int heard_ms = when(transcript, "gone", 0), longest_ms = 0;
    const int cue_ms = when(transcript, "cue", 0);
    for (int i = 0; heard_ms < cue_ms; i++) {
        int next_ms = when(transcript, "bridge", i);
        if (next_ms < 0 || next_ms > cue_ms) {
            next_ms = cue_ms;
        }
        if (touch_ms > heard_ms && touch_ms < next_ms) {
            next_ms = touch_ms;
            i--;
        }
        longest_ms = next_ms - heard_ms > longest_ms ? next_ms - heard_ms : longest_ms;
        heard_ms = next_ms;
    }
    return longest_ms;
}

static struct plan one_away(int away_ms)
{
    struct plan plan = rules_even_plan(5000, TOUCH_ANSWERS);
    plan.rungs.first_ms = plan.rungs.longest_ms = away_ms;
    return plan;
}

static void test_in_play_no_silence_is_above_four_seconds(void **state)
{
    (void)state;
    for (int i = 2 * 41; i <= 2 * LONGEST_MS / 100; i++) {
        struct plan plan = one_away(i / 2 * 100);
        plan.gaps = i % 2;
        const char *transcript = play(&plan, "40000 close", "gone bridge cue");
        assert_in_range(longest_silence_ms(transcript, -1), 1, SILENCE_MAX_MS);
    }
}

static void test_a_touch_that_answers_leaves_no_silence_either(void **state)
{
    (void)state;
    struct plan plan = one_away(13000);
    for (int touch_ms = 5410; touch_ms < 18400; touch_ms += 40) {
        char script[64];
        snprintf(script, sizeof script, "%d touch, 18500 close", touch_ms);
        const char *transcript = play(&plan, script, "gone bridge cue");
        assert_in_range(longest_silence_ms(transcript, touch_ms), 1, SILENCE_MAX_MS);
    }
}

static void test_nothing_is_begun_that_a_nearer_return_would_cut_off(void **state)
{
    (void)state;
    struct plan plan = one_away(13000);
    for (int touch_ms = 5410; touch_ms < 15000; touch_ms += 40) {
        char script[64];
        snprintf(script, sizeof script, "%d touch, 18500 close", touch_ms);
        const char *transcript = play(&plan, script, "gone bridge cue back");
        for (int i = 0; when(transcript, "bridge", i) > touch_ms; i++) {
            assert_true(when(transcript, "bridge", i) + BRIDGE_BEFORE_CUE_MS <= when(transcript, "cue", 0));
        }
    }
}

static void test_where_is_asked_once_and_first(void **state)
{
    (void)state;
    struct plan plan = one_away(13000);
    const char *transcript = play(&plan, "18500 close", "bridge");
    assert_int_equal(when(transcript, "bridge where", 0), 6400);
    assert_int_equal(count_of(transcript, "bridge where"), 1);
    assert_true(count_of(transcript, "bridge near") >= 2);
    assert_true(when(transcript, "bridge near", 0) > 6400);
}

static void test_a_level_without_sound_while_away_is_not_bridged(void **state)
{
    (void)state;
    struct plan plan = one_away(13000);
    plan.bridged = false;
    assert_string_equal(play(&plan, "18500 close", "bridge"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_up_to_four_seconds_nothing_is_heard_but_the_cue),
        cmocka_unit_test(test_no_gap_between_gone_and_the_cue_is_above_four_seconds),
        cmocka_unit_test(test_every_bridging_sound_has_time_to_end_before_the_cue),
        cmocka_unit_test(test_where_somebody_listens_each_away_has_a_gap_to_hear_something_in),
        cmocka_unit_test(test_only_a_long_away_asks_where),
        cmocka_unit_test(test_whoever_answers_lets_the_question_end),
        cmocka_unit_test(test_in_play_no_silence_is_above_four_seconds),
        cmocka_unit_test(test_a_touch_that_answers_leaves_no_silence_either),
        cmocka_unit_test(test_nothing_is_begun_that_a_nearer_return_would_cut_off),
        cmocka_unit_test(test_where_is_asked_once_and_first),
        cmocka_unit_test(test_a_level_without_sound_while_away_is_not_bridged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
