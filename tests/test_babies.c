// Invented babies play ninety days on the real rules and grow as the table of science/README.md 2.3 says.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdint.h>

#include "core/random.h"
#include "rules.h"

enum { DAY_S = 24 * 60 * 60, DAYS = 90 };
static const int64_t FIRST_DAY = 1795500000; // in November 2026

struct baby {
    double half_s; // the away at which every second round upsets
    double slope, lapse;
    struct random random;
};

static bool stays_calm(struct baby *baby, int away_ms)
{
    double chance = (1 - baby->lapse) / (1 + exp((log(away_ms / 1000.0) - log(baby->half_s)) / baby->slope));
    return random_next(&baby->random) < chance * 4294967296.0;
}

struct played_session {
    struct outcome outcome;
    int rounds, last_away_ms, failed_ms; // failed_ms: the away of an upset at -1 or 0 of the arc
    bool easier;                         // each away after it was at most 0.8 of it, or the shortest
};

static void note_away(struct played_session *played, const struct session *session)
{
    int away_ms = session->away_ms, shortest_ms = session->plan.rungs.first_ms;
    played->rounds++;
    played->last_away_ms = away_ms;
    if (played->failed_ms && away_ms > shortest_ms && away_ms * 5 > played->failed_ms * 4) {
        played->easier = false;
    }
}

// Plays a session at one go, from one thing that happens to the next. The baby touches in every joy, and
// fusses in the middle of an away that is too long.
static struct played_session play_with(struct baby *baby, const struct plan *plan)
{
    struct session session;
    struct cue_queue cues = {0};
    struct played_session played = {.easier = true};
    session_start(&session, plan, &cues);
    while (!session_over(&session)) {
        struct input input = {.touches = session.phase == PHASE_JOY};
        int dt_ms = session_next_ms(&session);
        cues.count = 0;
        session_tick(&session, &input, dt_ms < 1 ? 1 : dt_ms, &cues);
        if (cues.count > 0 && cues.items[0].kind == CUE_GONE) {
            note_away(&played, &session);
            if (!stays_calm(baby, session.away_ms)) {
                session_tick(&session, &(struct input){0}, session.away_ms / 2, &cues);
                session_tick(&session, &(struct input){.fuss = true}, 1, &cues);
                played.failed_ms = session.upset_at_own ? session.away_ms : 0;
            }
        }
    }
    played.outcome = session_outcome(&session);
    return played;
}

struct row {
    double half_s, slope, lapse;
    int first_ms;
    double away_s, calm, upset_sessions, two;
};

struct tally {
    double sum_log_away;
    long sessions, rounds, upsets, upset_sessions, two;
};

static void count_session(struct tally *tally, int own_ms, const struct played_session *played)
{
    tally->sum_log_away += log(own_ms / 1000.0);
    tally->sessions++;
    tally->rounds += played->rounds;
    tally->upsets += played->outcome.upsets;
    tally->upset_sessions += played->outcome.upsets > 0;
    tally->two += played->outcome.upsets > 1;
}

// 90 sessions of one baby, one a day; the table begins at K = 0. Counts sessions 31 to 90.
static void grow_up(struct tally *tally, struct baby *baby, const struct level *level)
{
    struct ladder ladder = {.fast = true};
    struct rungs rungs = ladder_rungs(level, 36);
    for (int day = 0; day < DAYS; day++) {
        int64_t now = FIRST_DAY + (int64_t)day * DAY_S;
        struct ladder today = ladder_today(&ladder, now, &rungs);
        struct plan plan = plan_make(level, 36, today.step);
        struct played_session played = play_with(baby, &plan);
        if (day >= 30) {
            count_session(tally, ladder_away_ms(&rungs, today.step), &played);
        }
        ladder = ladder_after(&today, &played.outcome, now, &rungs);
    }
}

#ifdef __SANITIZE_ADDRESS__
enum { RUNS = 400 };
#else
enum { RUNS = 4000 };
#endif

static void test_invented_babies_grow_as_the_table_says(void **state)
{
    (void)state;
    const struct row rows[] = {
        {5, .35, .02, 1000, 1.50, .952, .260, .010},
        {8, .35, .02, 1500, 2.34, .953, .254, .009},
        {16, .35, .02, 1500, 4.04, .958, .228, .008},
        {30, .25, .01, 1500, 12.0, .962, .210, .006},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        struct level level = rules_level();
        level.rounds = 6;
        level.first_ms = row->first_ms;
        struct tally tally = {0};
        for (int run = 0; run < RUNS; run++) {
            struct baby baby = {.half_s = row->half_s, .slope = row->slope, .lapse = row->lapse};
            random_seed(&baby.random, (uint64_t)run * 4 + i);
            grow_up(&tally, &baby, &level);
        }
        double away_s = exp(tally.sum_log_away / (double)tally.sessions);
        double calm_share = 1 - (double)tally.upsets / (double)tally.rounds;
        double upset_share = (double)tally.upset_sessions / (double)tally.sessions;
        double two_share = (double)tally.two / (double)tally.sessions;
        print_message(
            "T50 %4.0f s: away %5.2f s (table %5.2f), calm %.3f (%.3f), upset sessions %.3f (%.3f), two "
            "%.3f (%.3f)\n",
            row->half_s, away_s, row->away_s, calm_share, row->calm, upset_share, row->upset_sessions,
            two_share, row->two);
        assert_true(fabs(away_s / row->away_s - 1) <= .05);
        assert_true(fabs(calm_share - row->calm) <= .01);
        assert_true(fabs(upset_share - row->upset_sessions) <= .02);
        assert_true(fabs(two_share - row->two) <= .01);
    }
}

// The steps of a baby who is never upset, before every session.
static void climb(int first_ms, int steps[], int sessions)
{
    struct level level = rules_level();
    level.first_ms = first_ms;
    struct rungs rungs = ladder_rungs(&level, 36);
    struct baby baby = {.half_s = 1e9, .slope = .1};
    struct ladder ladder = {.fast = true};
    for (int i = 0; i < sessions; i++) {
        steps[i] = ladder.step;
        struct plan plan = plan_make(&level, 36, ladder.step);
        struct played_session played = play_with(&baby, &plan);
        ladder = ladder_after(&ladder, &played.outcome, FIRST_DAY, &rungs);
    }
}

static void test_a_baby_who_is_always_calm_climbs_a_step_a_session_to_the_cap(void **state)
{
    (void)state;
    int steps[20];
    climb(1500, steps, 20);
    struct rungs rungs = {.first_ms = 1500, .step_permille = 1250, .longest_ms = 30000};
    for (int i = 0; i <= 14; i++) {
        assert_int_equal(steps[i], i);
    }
    assert_int_equal(ladder_away_ms(&rungs, steps[8]), 8900);
    assert_int_equal(ladder_away_ms(&rungs, steps[13]), 27300);
    assert_int_equal(ladder_away_ms(&rungs, steps[14]),
                     30000); // the first step that reaches the cap (design.md 4)
    assert_int_equal(steps[19], 14);
}

static void test_in_every_session_it_is_easier_after_an_upset_and_easiest_at_the_end(void **state)
{
    (void)state;
    struct level level = rules_level();
    for (int step = 0; step < 16; step++) {
        struct plan plan = plan_make(&level, 36, step);
        for (uint64_t seed = 0; seed < 200; seed++) {
            struct baby baby = {.half_s = 3, .slope = .5, .lapse = .1};
            random_seed(&baby.random, seed);
            struct played_session played = play_with(&baby, &plan);
            assert_true(played.outcome.upsets <= 2);
            assert_true(played.last_away_ms <= plan.away_ms[0] || played.outcome.upsets == 2);
            assert_true(played.easier);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_invented_babies_grow_as_the_table_says),
        cmocka_unit_test(test_a_baby_who_is_always_calm_climbs_a_step_a_session_to_the_cap),
        cmocka_unit_test(test_in_every_session_it_is_easier_after_an_upset_and_easiest_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
