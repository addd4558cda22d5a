// Every state that a session can reach under every input, tick by tick, through the real rules: breadth
// first, and the promise (design.md 2) checked on every single step.
//
// A session has finitely many states but for what it only counts or no longer needs. `forget` takes that out,
// and every step checks that forgetting changed nothing: the state as it is and the state without it do and
// say the same under every input. The time played would make all states differ: one search has it stand at 0,
// so that the limit never comes, another at the limit, so that it always does. While the session is held only
// its clock runs: there a tick is 1 s.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules.h"
#include "states.h"
#include "step.h"

static const struct {
    const char *name;
    struct input input;
} inputs[] = {
    {"nothing", {0}},
    {"show after 1 s", {.show = true, .hidden_ms = 1000}},
    {"touch", {.touches = 1}},
    {"fuss", {.fuss = true}},
    {"cry", {.cry = true}},
    {"stop", {.stop = true}},
    {"pause", {.pause = true}},
    {"resume", {.resume = true}},
    {"hide", {.hide = true}},
    {"show after 2 min", {.show = true, .hidden_ms = 120000}},
    {"cry soft", {.cry_soft = true}},
};
enum {
    NOTHING,
    SHOW,
    SOFT_CRY = 10,
    INPUTS = sizeof inputs / sizeof *inputs,
    HELD_DT_MS = 1000,
    FORGOTTEN_UPSETS = 2
};

struct search {
    struct states states;
    int dt_ms;         // of every tick
    bool all_at_once;  // also every combination of inputs in one tick
    bool without_card; // the pause card's clock would make ten times as many states
    uint32_t *next;    // where a state goes by itself
    uint32_t next_size;
    uint64_t steps;
};

// ---- what a state may forget

static int at_most(int value, int most)
{
    return value < most ? value : most;
}

static void forget_the_last_away(struct session *session)
{
    session->gone_ms = 0;
    session->due_ms = 0;
    session->due_why = BACK_TIME;
    session->bridges = 0;
    comfort_start(&session->comfort);
    session->lasted_ms = 0;
}

static void forget(struct session *session)
{
    session->calm = 0;
    session->longest_calm_ms = 0;
    session->own_lasted = false;
    session->upset_at_own = false;
    session->upsets = at_most(session->upsets, FORGOTTEN_UPSETS);
    session->shorter = at_most(session->shorter, session->plan.step); // every round is the shortest by then
    if (session->hold != HOLD_CARD) {
        session->hold_ms = 0; // `show` brings the time that a game was hidden
    }
    if (!session->gone) {
        forget_the_last_away(session);
    }
}

// ---- steps

static void take_step(const struct search *search, const struct session *before, const struct input *input,
                      struct step *step)
{
    step->before = before;
    step->input = input;
    step->dt_ms = before->hold == HOLD_NONE ? search->dt_ms : HELD_DT_MS;
    step->after = *before;
    step->cues.count = 0;
    session_tick(&step->after, step->input, step->dt_ms, &step->cues);
    step->after.elapsed_ms = search->states.elapsed_ms;
}

static bool same_cues(const struct cue_queue *a, const struct cue_queue *b)
{
    bool same = a->count == b->count;
    for (int i = 0; same && i < a->count; i++) {
        same = a->items[i].kind == b->items[i].kind && a->items[i].value == b->items[i].value;
    }
    return same;
}

// What a state forgot makes no difference under any input.
static void check_forgetting(const struct search *search, const struct session *whole,
                             const struct session *less)
{
    struct step with, without;
    for (int i = 0; i < INPUTS && memcmp(whole, less, sizeof *whole) != 0; i++) {
        take_step(search, whole, &inputs[i].input, &with);
        take_step(search, less, &inputs[i].input, &without);
        assert_true(same_cues(&with.cues, &without.cues));
        forget(&with.after);
        forget(&without.after);
        struct key with_key = states_key(&with.after), without_key = states_key(&without.after);
        assert_memory_equal(&with_key, &without_key, sizeof with_key);
    }
}

// ---- the search

static struct input combination(unsigned bits)
{
    return (struct input){
        .touches = bits & 1,
        .fuss = bits & 2,
        .cry = bits & 4,
        .stop = bits & 8,
        .pause = bits & 16,
        .resume = bits & 32,
        .hide = bits & 64,
        .show = bits & 128,
        .cry_soft = bits & 256,
    };
}

// Whatever comes in one tick, the promise holds; where it leads is not followed.
static void check_combinations(struct search *search, const struct session *session)
{
    struct step step;
    for (unsigned bits = 0; bits < 512; bits++) {
        struct input input = combination(bits);
        take_step(search, session, &input, &step);
        step_check(&step);
        search->steps++;
    }
}

// Where nobody is gone, the cry hint's soft level is nothing at all.
static void check_soft_cry(const struct search *search, const struct session *session)
{
    struct step heard, silent;
    take_step(search, session, &inputs[SOFT_CRY].input, &heard);
    take_step(search, session, &inputs[NOTHING].input, &silent);
    struct key heard_key = states_key(&heard.after), silent_key = states_key(&silent.after);
    assert_true(same_cues(&heard.cues, &silent.cues));
    assert_memory_equal(&heard_key, &silent_key, sizeof heard_key);
}

static void note_next(struct search *search, uint32_t from, uint32_t to)
{
    if (from >= search->next_size) {
        search->next_size = search->next_size ? search->next_size * 2 : 1 << 12;
        search->next = realloc(search->next, search->next_size * sizeof *search->next);
        assert_non_null(search->next);
    }
    search->next[from] = to;
}

static void visit(struct search *search, uint32_t index)
{
    struct session session = states_session(&search->states, index);
    struct step step;
    step_check_close(&session);
    if (!session.gone) {
        check_soft_cry(search, &session);
    }
    if (search->all_at_once) {
        check_combinations(search, &session);
    }
    for (int i = 0; i < INPUTS; i++) {
        if (search->without_card && inputs[i].input.pause) {
            continue;
        }
        take_step(search, &session, &inputs[i].input, &step);
        step_check(&step);
        search->steps++;
        struct session less = step.after;
        forget(&less);
        uint32_t before = search->states.count;
        uint32_t number = states_number(&search->states, &less);
        if (search->states.count > before) {
            check_forgetting(search, &step.after, &less);
        }
        // By itself: with no input at all, and a hidden game is shown again some day.
        if (i == (session.hold == HOLD_BACKGROUND ? SHOW : NOTHING)) {
            note_next(search, index, number);
        }
    }
}

// From every state the session ends by itself. Returns the longest way there, in ticks.
static uint32_t check_that_all_end(const struct search *search)
{
    uint32_t *left = calloc(search->states.count, sizeof *left),
             *way = malloc(search->states.count * sizeof *way);
    assert_non_null(left);
    assert_non_null(way);
    uint32_t longest = 0;
    for (uint32_t start = 0; start < search->states.count; start++) {
        uint32_t length = 0, at = start;
        while (!left[at] && search->next[at] != at) {
            way[length++] = at;
            assert_true(length < search->states.count); // else it goes round in circles
            at = search->next[at];
        }
        struct session last = states_session(&search->states, at);
        assert_true(left[at] || session_over(&last));
        uint32_t ticks = left[at];
        while (length > 0) {
            left[way[--length]] = ++ticks;
        }
        longest = ticks > longest ? ticks : longest;
    }
    free(left);
    free(way);
    return longest;
}

static void search_all(const char *what, struct search search)
{
    struct states *states = &search.states;
    struct session session;
    struct cue_queue cues = {0};
    session_start(&session, &states->plan, &cues);
    session.elapsed_ms = states->elapsed_ms;
    states_number(states, &session);
    for (uint32_t i = 0; i < states->count; i++) {
        visit(&search, i);
    }
    uint32_t longest = check_that_all_end(&search);
    print_message("%s: %u states, %llu steps, at most %u ticks to the end\n", what, states->count,
                  (unsigned long long)search.steps, longest);
    states_free(states);
    free(search.next);
}

static struct plan plan_of(int rounds, int first_ms, int step_permille, enum touch_rule touch)
{
    struct level level = rules_level();
    level.rounds = rounds;
    level.first_ms = first_ms;
    level.step_permille = step_permille;
    level.touch = touch;
    return plan_make(&level, 36, 2);
}

static void test_every_state_of_a_level_that_opens(void **state)
{
    (void)state;
    struct plan plan = plan_of(5, 500, 1500, TOUCH_OPENS); // 0.5 0.8 1.1 1.1 0.5
    search_all("opens", (struct search){.states = {.plan = plan}, .dt_ms = 100});
    search_all("opens, at the limit",
               (struct search){.states = {.plan = plan, .elapsed_ms = plan.limit_ms}, .dt_ms = 100});
}

static void test_every_state_of_a_level_that_answers(void **state)
{
    (void)state;
    struct plan plan = plan_of(5, 3000, 1500, TOUCH_ANSWERS); // 3.0 4.5 6.8 6.8 3.0: each kind of bridging
    search_all("answers", (struct search){.states = {.plan = plan}, .dt_ms = 100});
    search_all("answers, at the limit",
               (struct search){.states = {.plan = plan, .elapsed_ms = plan.limit_ms}, .dt_ms = 100});
}

static void test_every_state_in_ticks_as_short_as_in_play(void **state)
{
    (void)state;
    struct plan plan = plan_of(3, 1000, 1500, TOUCH_OPENS); // 1.0 1.5 1.0
    search_all("opens, 10 ms",
               (struct search){.states = {.plan = plan}, .dt_ms = TICK_MS, .without_card = true});
}

static void test_every_state_in_ticks_as_long_as_may_be(void **state)
{
    (void)state;
    struct plan opens = plan_of(5, 3000, 1500, TOUCH_OPENS), answers = plan_of(8, 3000, 1500, TOUCH_ANSWERS);
    search_all("opens, 1 s", (struct search){.states = {.plan = opens}, .dt_ms = 1000});
    search_all("answers, 1 s", (struct search){.states = {.plan = answers}, .dt_ms = 1000});
}

static void test_every_state_with_all_inputs_at_once(void **state)
{
    (void)state;
    struct plan plan = plan_of(3, 3000, 1500, TOUCH_ANSWERS);
    search_all("answers, 500 ms, combined",
               (struct search){.states = {.plan = plan}, .dt_ms = 500, .all_at_once = true});
}

// With a pattern: only the tests whose names it fits (tests/mutants takes the quickest).
int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_state_of_a_level_that_opens),
        cmocka_unit_test(test_every_state_of_a_level_that_answers),
        cmocka_unit_test(test_every_state_in_ticks_as_short_as_in_play),
        cmocka_unit_test(test_every_state_in_ticks_as_long_as_may_be),
        cmocka_unit_test(test_every_state_with_all_inputs_at_once),
    };
    cmocka_set_test_filter(count > 1 ? arguments[1] : NULL);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
