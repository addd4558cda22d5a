// One session as a transcript: what a baby and a grown-up do, and what is shown.
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

// ---- upset

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
    // comfort until 13000, then the last round: gone from 18400 to 19400
    const int moments[] = {14000, 18500, 19450, 22000};
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

// ---- the grown-up: pause, finish

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

// ---- time

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
        cmocka_unit_test(test_an_upset_in_any_phase_comforts_and_goes_to_the_last_easy_round),
        cmocka_unit_test(test_an_upset_while_away_brings_back_in_the_same_tick),
        cmocka_unit_test(test_the_cry_hint_comes_through_the_same_door),
        cmocka_unit_test(test_banging_in_a_level_that_answers_is_an_upset),
        cmocka_unit_test(test_slow_or_short_touching_is_play_and_not_banging),
        cmocka_unit_test(test_banging_while_nobody_is_gone_is_joy),
        cmocka_unit_test(test_a_second_upset_ends_with_the_ritual),
        cmocka_unit_test(test_after_an_upset_the_away_is_at_most_four_fifths_of_the_one_that_failed),
        cmocka_unit_test(test_an_upset_in_an_easy_round_blames_the_day_and_not_the_length),
        cmocka_unit_test(test_a_pause_brings_the_friend_back_and_holds),
        cmocka_unit_test(test_a_pause_card_without_an_answer_goes_on_after_twelve_seconds_one_step_shorter),
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
