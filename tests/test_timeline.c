// The session played ahead: what it says is what the rules do.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/random.h"
#include "core/timeline.h"
#include "rules.h"

enum { RANDOM_PLANS = 300 };

// ---- by hand, tick by tick, as in play

struct played {
    int away_ms[LEVEL_ROUNDS_MAX], round[LEVEL_ROUNDS_MAX];
    int rounds, total_ms, longest_ms;
};

static void note(struct played *played, const struct session *session, const struct cue_queue *cues,
                 int *gone_at_ms)
{
    for (int i = 0; i < cues->count; i++) {
        if (cues->items[i].kind == CUE_GONE) {
            *gone_at_ms = session->elapsed_ms;
        } else if (cues->items[i].kind == CUE_BACK) {
            int away_ms = session->elapsed_ms - *gone_at_ms;
            assert_in_range(away_ms, session->away_ms, session->away_ms + TICK_MS - 1);
            away_ms = session->away_ms; // as planned: the tick goes on
            played->round[played->rounds] = session->round;
            played->away_ms[played->rounds++] = away_ms;
            played->longest_ms = away_ms > played->longest_ms ? away_ms : played->longest_ms;
        }
    }
}

// A baby who touches in every rest, and never while the friend is away.
static struct played play_by_ticks(const struct plan *plan)
{
    struct played played = {.rounds = 0};
    struct session session;
    struct cue_queue cues = {.count = 0};
    int gone_at_ms = 0;
    session_start(&session, plan, &cues);
    while (!session_over(&session)) {
        struct input input = {.touches = session.phase == PHASE_REST && session.phase_ms == 500};
        cues.count = 0;
        session_tick(&session, &input, TICK_MS, &cues);
        note(&played, &session, &cues, &gone_at_ms);
    }
    played.total_ms = session.elapsed_ms;
    return played;
}

static void assert_as_played(const struct plan *plan)
{
    struct timeline timeline = timeline_make(plan);
    struct played played = play_by_ticks(plan);
    int away = 0;
    for (int i = 0; i < timeline.count; i++) {
        if (timeline.parts[i].kind == TIMELINE_AWAY) {
            assert_int_equal(timeline.parts[i].length_ms, played.away_ms[away]);
            assert_int_equal(timeline.parts[i].round, played.round[away]);
            away++;
        }
    }
    assert_int_equal(away, played.rounds);
    assert_int_equal(timeline.rounds, played.rounds);
    assert_int_equal(timeline.longest_ms, played.longest_ms);
    assert_int_equal(timeline.total_ms, played.total_ms);
}

static struct plan random_plan(struct random *random)
{
    struct level level = rules_level();
    level.first_ms = random_between(random, 500, 5000);
    level.longest_ms = random_between(random, level.first_ms, 30000);
    level.step_permille = random_between(random, 1050, 1500);
    level.rounds = random_between(random, LEVEL_ROUNDS_MIN, LEVEL_ROUNDS_MAX);
    level.limit_ms = random_between(random, 60000, 600000);
    level.touch = random_between(random, 0, 1) ? TOUCH_OPENS : TOUCH_ANSWERS;
    level.sound_while_away = random_between(random, 0, 1);
    struct plan plan = plan_make(&level, random_between(random, 0, 36), random_between(random, 0, 20));
    struct voice_lengths lengths = {random_between(random, 0, 4000), random_between(random, 0, 4000),
                                    random_between(random, 0, 4000), random_between(random, 0, 4000),
                                    random_between(random, 0, 4000), random_between(random, 0, 20000)};
    plan_speak(&plan, &lengths);
    return plan;
}

static void test_it_is_what_the_rules_play_tick_by_tick(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 11);
    for (int i = 0; i < RANDOM_PLANS; i++) {
        struct plan plan = random_plan(&random);
        assert_as_played(&plan);
    }
}

// ---- what it is made of

static void test_together_and_away_take_turns_and_good_night_is_last(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2);
    struct timeline timeline = timeline_make(&plan);
    assert_int_equal(timeline.count, 2 * plan.rounds + 2);
    for (int i = 0; i < timeline.count - 1; i++) {
        assert_int_equal(timeline.parts[i].kind, i % 2 ? TIMELINE_AWAY : TIMELINE_TOGETHER);
    }
    assert_int_equal(timeline.parts[timeline.count - 1].kind, TIMELINE_GOODNIGHT);
    assert_int_equal(timeline.parts[timeline.count - 1].length_ms, RITUAL_MS);
}

static void test_its_parts_are_the_whole_of_it(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    struct timeline timeline = timeline_make(&plan);
    int sum_ms = 0;
    for (int i = 0; i < timeline.count; i++) {
        sum_ms += timeline.parts[i].length_ms;
    }
    assert_int_equal(sum_ms, timeline.total_ms);
}

static void test_the_times_away_are_the_plans(void **state)
{
    (void)state;
    struct plan plan = rules_plan(4);
    struct timeline timeline = timeline_make(&plan);
    for (int round = 0; round < plan.rounds; round++) {
        assert_int_equal(timeline.parts[2 * round + 1].round, round);
        assert_int_equal(timeline.parts[2 * round + 1].length_ms, plan.away_ms[round]);
    }
    assert_int_equal(timeline.longest_ms, plan.away_ms[2]);
}

static void test_rounds_that_the_limit_leaves_out_are_not_promised(void **state)
{
    (void)state;
    struct level level = rules_level();
    level.rounds = 8;
    level.limit_ms = 60000;
    struct plan plan = plan_make(&level, 36, 3);
    struct timeline timeline = timeline_make(&plan);
    assert_in_range(timeline.rounds, 1, 7);
    assert_true(timeline.total_ms <= 60000);
    assert_int_equal(timeline.parts[2 * timeline.rounds - 1].round, 7); // the last one is always the easy one
}

static void test_a_voice_makes_it_longer_and_no_away_longer(void **state)
{
    (void)state;
    struct plan plan = rules_plan(2), spoken = plan;
    plan_speak(&spoken, &(struct voice_lengths){.hello_ms = 4000, .goodbye_ms = 3000});
    struct timeline quiet = timeline_make(&plan), heard = timeline_make(&spoken);
    assert_true(heard.total_ms > quiet.total_ms);
    assert_int_equal(heard.longest_ms, quiet.longest_ms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_is_what_the_rules_play_tick_by_tick),
        cmocka_unit_test(test_together_and_away_take_turns_and_good_night_is_last),
        cmocka_unit_test(test_its_parts_are_the_whole_of_it),
        cmocka_unit_test(test_the_times_away_are_the_plans),
        cmocka_unit_test(test_rounds_that_the_limit_leaves_out_are_not_promised),
        cmocka_unit_test(test_a_voice_makes_it_longer_and_no_away_longer),
    };
    return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
