// The promise (design.md 2), kept in a thousand sessions of every level there is: hands that slap, hold and
// drag, grown-ups who fuss, pause and finish, the background, hitches. The watcher knows the plan and hears
// the cues; it does not look into the rules. tests/mutants breaks the rules on purpose and sees this fail.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "platform/files.h"
#include "room.h"
#include "rules.h"
#include "store/level_file.h"

enum { SESSIONS_A_LEVEL = 1000, LEVELS_MAX = 32, AN_HOUR_MS = 3600000 };

// ---- the watcher

struct watcher {
    const struct plan *plan;
    int last_round, longest_dt_ms;

    int round, away_ms; // what was said when the round began
    bool gone, held, touched;
    int gone_ms, back_by_ms, gone_round;
    int played_ms, phases;
    int upsets, failed_ms, ritual_ms, rituals, ends;
    bool ritual;
};

// What all sessions together have seen, so that no part of the promise goes untried.
struct seen {
    int gone, answered, opened, upset_away, cried_away, held_away, backgrounds, pauses, second_upsets, closed,
        bridges;
    int ends[END_CLOSED + 1];
};

static void hear_round(struct watcher *watcher, int round)
{
    assert_false(watcher->gone);
    assert_false(watcher->ritual);
    assert_true(watcher->ends == 0 && round <= watcher->last_round);
    assert_true(watcher->upsets == 0 || round == watcher->last_round);
    watcher->round = round;
}

// Point 3: nothing is longer than the plan says; point 4: after an upset it is easier.
static void hear_gone(struct watcher *watcher, int away_ms)
{
    const struct plan *plan = watcher->plan;
    assert_false(watcher->gone || watcher->held || watcher->ritual);
    assert_true(watcher->ends == 0 && watcher->upsets < 2);
    assert_true(away_ms <= plan->away_ms[watcher->round] && away_ms <= plan->cap_ms);
    bool easier = away_ms * 5 <= watcher->failed_ms * 4 || away_ms <= plan->rungs.first_ms;
    assert_true(watcher->failed_ms == 0 || easier);
    watcher->gone = true;
    watcher->gone_ms = 0;
    watcher->away_ms = away_ms;
    watcher->back_by_ms = away_ms;
    watcher->gone_round = watcher->round;
}

// Points 1 and 2: in time, and the one who went.
static void hear_back(struct watcher *watcher, enum back_why why, int dt_ms)
{
    assert_true(watcher->gone);
    assert_true(watcher->gone_ms <= watcher->back_by_ms + dt_ms);
    assert_int_equal(watcher->round, watcher->gone_round);
    if (why == BACK_TIME) {
        assert_true(watcher->gone_ms >= watcher->away_ms); // no jitter: the plan is what happens
    }
    watcher->gone = false;
}

static void hear_upset(struct watcher *watcher)
{
    if (watcher->ritual) {
        return; // it is ending already
    }
    watcher->upsets++;
    bool easy = watcher->away_ms <= watcher->plan->away_ms[0]; // then it is the day that was too much
    if (watcher->gone && !easy) {
        watcher->failed_ms = watcher->away_ms;
    }
}

static void hear_phase(struct watcher *watcher, enum phase phase)
{
    watcher->phases++;
    if (phase == PHASE_RITUAL) {
        watcher->rituals++; // one that was interrupted begins again
        watcher->ritual = true;
        watcher->ritual_ms = watcher->played_ms;
    }
}

static int length_ms(const struct plan *plan, enum phase phase)
{
    struct session session = {.plan = *plan};
    return session_phase_length_ms(&session, phase);
}

// The first round and the ritual are played whole, whatever voices take.
static int longest_ms(const struct watcher *watcher)
{
    const struct plan *plan = watcher->plan;
    int shortest_ms = plan->away_ms[0] + length_ms(plan, PHASE_RITUAL);
    for (int phase = PHASE_GREET; phase <= PHASE_REST; phase++) {
        bool away = phase == PHASE_AWAY || phase == PHASE_CUE;
        shortest_ms += away ? 0 : length_ms(plan, (enum phase)phase);
    }
    return shortest_ms > plan->limit_ms ? shortest_ms : plan->limit_ms;
}

// Point 5: the ritual, whole, before every end but a close.
static void hear_end(struct watcher *watcher, enum end_why why)
{
    assert_int_equal(++watcher->ends, 1);
    assert_false(watcher->gone);
    assert_true(why == END_CLOSED || watcher->ritual);
    assert_true(why == END_CLOSED || watcher->played_ms >= watcher->ritual_ms +
                                                               length_ms(watcher->plan, PHASE_RITUAL) -
                                                               watcher->longest_dt_ms);
    assert_true(watcher->upsets < 2 || why == END_UPSET || why == END_GROWN_UP || why == END_CLOSED);
}

static bool upset_away(int why, const struct input *input)
{
    return why == BACK_UPSET || (why == BACK_CRY && input->cry);
}

static void hear(struct watcher *watcher, struct seen *seen, struct cue cue, const struct session *session,
                 const struct input *input, int dt_ms)
{
    switch (cue.kind) {
    case CUE_ROUND: hear_round(watcher, cue.value); break;
    case CUE_PHASE: hear_phase(watcher, (enum phase)cue.value); break;
    case CUE_GONE:
        hear_gone(watcher, session->away_ms);
        seen->gone++;
        break;
    case CUE_BACK:
        hear_back(watcher, (enum back_why)cue.value, dt_ms);
        seen->upset_away += upset_away(cue.value, input);
        seen->cried_away += cue.value == BACK_CRY && !input->cry;
        seen->held_away += cue.value == BACK_PAUSE;
        break;
    case CUE_BRIDGE:
        assert_true(watcher->gone);
        seen->bridges++;
        break;
    case CUE_UPSET:
        hear_upset(watcher);
        seen->second_upsets += watcher->upsets == 2;
        break;
    case CUE_HELD: watcher->held = cue.value != 0; break;
    case CUE_END:
        hear_end(watcher, (enum end_why)cue.value);
        seen->ends[cue.value]++;
        break;
    }
}

// What a touch while away is good for.
static void watch_touch(struct watcher *watcher, struct seen *seen, const struct input *input)
{
    if (!input->touches || !watcher->gone || watcher->held) {
        return;
    }
    bool opens = watcher->plan->touch == TOUCH_OPENS;
    int by_ms = watcher->gone_ms + (opens ? 0 : ANSWER_MS);
    watcher->back_by_ms = by_ms < watcher->back_by_ms ? by_ms : watcher->back_by_ms;
    seen->opened += opens;
    seen->answered += !opens;
}

static bool upsetting(const struct input *input)
{
    return input->fuss || input->cry;
}

// The cry hint's soft level brings back in this very tick; it is no upset, nor calm by itself.
static void watch_soft_cry(const struct watcher *watcher, const struct watcher *before,
                           const struct session *session, const struct input *input)
{
    if (!input->cry_soft || !before->gone) {
        return;
    }
    assert_false(watcher->gone);
    assert_true(watcher->upsets == before->upsets || upsetting(input));
    assert_true(input->touches > 0 || session->touched == before->touched);
}

// After every tick, whatever came in it.
static void watch_end_of_tick(const struct watcher *watcher, const struct input *input, int dt_ms)
{
    if (watcher->gone) {
        assert_false(watcher->held || upsetting(input) || input->stop || input->pause || input->hide);
        assert_true(watcher->gone_ms < watcher->back_by_ms);
    }
    int slack_ms = watcher->phases * (watcher->longest_dt_ms - 1);
    int rituals_ms =
        (watcher->rituals > 1 ? watcher->rituals - 1 : 0) * length_ms(watcher->plan, PHASE_RITUAL);
    int comforts_ms = watcher->upsets * length_ms(watcher->plan, PHASE_COMFORT);
    assert_true(watcher->played_ms <= longest_ms(watcher) + rituals_ms + comforts_ms + slack_ms + dt_ms);
}

// ---- sessions

static int a_frame_ms(struct room *room, int longest_dt_ms)
{
    return longest_dt_ms == TICK_MS ? TICK_MS : room_between(room, 1, longest_dt_ms);
}

static void tick(struct watcher *watcher, struct session *session, struct seen *seen, struct input input,
                 int dt_ms)
{
    struct cue_queue cues = {0};
    struct watcher before = *watcher;
    before.touched = session->touched;
    watch_touch(watcher, seen, &input);
    watcher->gone_ms += dt_ms;
    session_tick(session, &input, dt_ms, &cues);
    for (int i = 0; i < cues.count; i++) {
        hear(watcher, seen, cues.items[i], session, &input, dt_ms);
    }
    watcher->played_ms += before.held && watcher->held ? 0 : dt_ms;
    watch_soft_cry(watcher, &before, session, &input);
    watch_end_of_tick(watcher, &input, dt_ms);
    seen->pauses += input.pause;
    seen->backgrounds += input.show;
}

static void close_it(struct watcher *watcher, struct session *session, struct seen *seen, int dt_ms)
{
    struct cue_queue cues = {0};
    session_close(session, &cues);
    for (int i = 0; i < cues.count; i++) {
        hear(watcher, seen, cues.items[i], session, &(struct input){0}, dt_ms);
    }
    assert_int_equal(watcher->ends, 1);
    seen->closed++;
}

static struct outcome play_a_session(const struct plan *plan, struct room *room, struct seen *seen)
{
    const int longest[] = {TICK_MS, TICK_MS, 40, 250, 1000};
    struct watcher watcher = {.plan = plan, .last_round = plan->rounds - 1};
    watcher.longest_dt_ms = longest[room_between(room, 0, 4)];
    int close_at_ms = room_between(room, 0, 9) ? AN_HOUR_MS : room_between(room, 1000, 90000);
    struct session session;
    struct cue_queue cues = {0};
    session_start(&session, plan, &cues);
    for (int ms = 0; !session_over(&session);) {
        assert_true(ms < AN_HOUR_MS);
        int dt_ms = a_frame_ms(room, watcher.longest_dt_ms);
        ms += dt_ms;
        tick(&watcher, &session, seen, room_live(room, dt_ms), dt_ms);
        if (ms >= close_at_ms) {
            close_it(&watcher, &session, seen, dt_ms);
        }
    }
    assert_int_equal(watcher.ends, 1);
    return session_outcome(&session);
}

static int all_levels(struct level *levels)
{
    struct level_error error;
    int count = 0;
    char **names = level_names();
    assert_non_null(names);
    for (; names[count]; count++) {
        assert_true(count < LEVELS_MAX);
        assert_true(level_find(names[count], &levels[count], &error));
    }
    files_free_list(names);
    return count;
}

// The caps of science/README.md 1.5 with voice and a part visible, written down once more.
static int most_for(int age_months)
{
    return age_months <= 8    ? 5000
           : age_months <= 10 ? 8000
           : age_months <= 12 ? 12000
           : age_months <= 15 ? 20000
                              : 30000;
}

static void check_plan(const struct plan *plan, int age_months)
{
    for (int round = 0; round < plan->rounds; round++) {
        assert_in_range(plan->away_ms[round], 1, most_for(age_months));
    }
}

// Of every second family somebody speaks: mostly for as long as the recorder takes, sometimes for minutes.
static void let_speak(struct plan *plan, struct room *room)
{
    struct voice_lengths lengths = {0};
    int *const all[] = {&lengths.hello_ms, &lengths.goodbye_ms, &lengths.return_ms,
                        &lengths.joy_ms,   &lengths.comfort_ms, &lengths.good_night_ms};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        int most_ms = room_between(room, 0, 19) ? 4000 : 600000;
        *all[i] = room_between(room, 0, 3) ? room_between(room, 100, most_ms) : 0;
    }
    if (room_between(room, 0, 1)) {
        plan_speak(plan, &lengths);
    }
}

// One day with one level: today's step from yesterday's, a session, and what it means for tomorrow.
static void spend_a_day(const struct level *level, struct ladder *ladder, struct room *room,
                        struct seen *seen)
{
    static const int ages[] = {0, 6, 8, 9, 10, 12, 15, 18, 36};
    int age = ages[room_between(room, 0, 8)];
    struct rungs rungs = ladder_rungs(level, age);
    int64_t now = ladder->played + room_between(room, 0, 9) * 86400;
    struct ladder today = ladder_today(ladder, now, &rungs);
    if (room_between(room, 0, 1)) {
        today.step = room_between(room, 0, ladder_highest_step(&rungs)); // as with --step
    }
    struct plan plan = plan_make(level, age, today.step);
    plan.limit_ms = room_between(room, 0, 4) ? plan.limit_ms : 60000;
    let_speak(&plan, room);
    check_plan(&plan, age);
    struct outcome outcome = play_a_session(&plan, room, seen);
    *ladder = ladder_after(&today, &outcome, now, &rungs);
    assert_in_range(ladder->step, today.step < 2 ? 0 : today.step - 2, today.step + (outcome.upsets == 0));
}

// Nothing of the promise went untried.
static void check_seen(const struct seen *seen)
{
    const struct {
        const char *what;
        int times;
    } tried[] = {
        {"gone", seen->gone},
        {"opened by a touch", seen->opened},
        {"touches answered while away", seen->answered},
        {"upset while away", seen->upset_away},
        {"a cry heard while away", seen->cried_away},
        {"held while away", seen->held_away},
        {"bridges", seen->bridges},
        {"backgrounds", seen->backgrounds},
        {"pauses", seen->pauses},
        {"second upsets", seen->second_upsets},
        {"closed", seen->closed},
        {"ended: done", seen->ends[END_DONE]},
        {"ended: upset", seen->ends[END_UPSET]},
        {"ended: grown-up", seen->ends[END_GROWN_UP]},
        {"ended: limit", seen->ends[END_LIMIT]},
    };
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
        print_message("%6d %s\n", tried[i].times, tried[i].what);
        assert_true(tried[i].times >= 50);
    }
}

static void test_a_thousand_sessions_of_every_level_keep_the_promise(void **state)
{
    (void)state;
    struct level levels[LEVELS_MAX];
    int level_count = all_levels(levels);
    assert_true(level_count >= 6);
    struct seen seen = {0};
    for (int i = 0; i < level_count; i++) {
        struct ladder ladder = ladder_new();
        for (int day = 0; day < SESSIONS_A_LEVEL; day++) {
            struct room room = {.baby = (enum baby)(day % BABIES), .troubled = day % 5 == 0};
            random_seed(&room.random, (uint64_t)(day * level_count + i));
            spend_a_day(&levels[i], &ladder, &room, &seen);
        }
    }
    check_seen(&seen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_thousand_sessions_of_every_level_keep_the_promise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
