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

static const struct {
    const char *name;
    struct input input;
} inputs[] = {
    {"nothing", {0}},           {"show after 1 s", {.show = true, .hidden_ms = 1000}},
    {"touch", {.touches = 1}},  {"fuss", {.fuss = true}},
    {"cry", {.cry = true}},     {"stop", {.stop = true}},
    {"pause", {.pause = true}}, {"resume", {.resume = true}},
    {"hide", {.hide = true}},   {"show after 2 min", {.show = true, .hidden_ms = 120000}},
};
enum { NOTHING, SHOW, INPUTS = sizeof inputs / sizeof *inputs, HELD_DT_MS = 1000, FORGOTTEN_UPSETS = 2 };

// ---- a state as a few bytes

#define FIELD(name)                                                                                          \
    {                                                                                                        \
        offsetof(struct session, name), sizeof(((struct session *)0)->name)                                  \
    }
static const struct field {
    size_t offset, size;
} fields[] = {
    FIELD(phase),
    FIELD(phase_ms),
    FIELD(round),
    FIELD(away_ms),
    FIELD(gone),
    FIELD(gone_ms),
    FIELD(due_ms),
    FIELD(due_why),
    FIELD(bridges),
    FIELD(hold),
    FIELD(hold_ms),
    FIELD(touched),
    FIELD(upset),
    FIELD(held),
    FIELD(lasted_ms),
    FIELD(shorter),
    FIELD(easy),
    FIELD(ending),
    FIELD(why),
    FIELD(most_ms),
    FIELD(comfort.running),
    FIELD(comfort.run_ms),
    FIELD(comfort.pause_ms),
    FIELD(calm),
    FIELD(upsets),
    FIELD(longest_calm_ms),
    FIELD(own_lasted),
    FIELD(upset_at_own),
};
enum { FIELDS = sizeof fields / sizeof *fields, KEY_SIZE = 56 };
// A member more in struct session has to be a field more here.
_Static_assert(sizeof(struct session) == sizeof(struct plan) + 100, "struct session has changed: see fields");

struct key {
    uint8_t bytes[KEY_SIZE];
};

struct search {
    struct plan plan;
    int dt_ms, elapsed_ms; // of every tick; where the time played stands
    bool all_at_once;      // also every combination of inputs in one tick
    bool without_card;     // the pause card's clock would make ten times as many states
    struct key *states;
    uint32_t *table, *next; // next: where a state goes by itself
    uint32_t count, size, table_size;
    uint64_t steps;
};

static struct key pack(const struct session *session)
{
    struct key key = {0};
    uint8_t *to = key.bytes;
    unsigned all = 0;
    for (int i = 0; i < FIELDS; i++) {
        const uint8_t *from = (const uint8_t *)session + fields[i].offset;
        if (fields[i].size == sizeof(int)) {
            unsigned value;
            memcpy(&value, from, sizeof value);
            memcpy(to, &(uint16_t){(uint16_t)value}, 2);
            all |= value;
            to += 2;
        } else {
            *to++ = *from;
        }
    }
    assert_true(all <= UINT16_MAX);
    return key;
}

static struct session unpack(const struct search *search, uint32_t index)
{
    struct session session = {.plan = search->plan, .elapsed_ms = search->elapsed_ms};
    const uint8_t *from = search->states[index].bytes;
    for (int i = 0; i < FIELDS; i++) {
        uint8_t *to = (uint8_t *)&session + fields[i].offset;
        if (fields[i].size == sizeof(int)) {
            uint16_t half;
            memcpy(&half, from, sizeof half);
            memcpy(to, &(int){half}, sizeof(int));
            from += 2;
        } else {
            *to = *from++;
        }
    }
    return session;
}

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
    session->shorter =
        at_most(session->shorter, session->plan.step + 3); // every round is the shortest by then
    if (session->hold != HOLD_CARD) {
        session->hold_ms = 0; // `show` brings the time that a game was hidden
    }
    if (!session->gone) {
        forget_the_last_away(session);
    }
}

// ---- the states met so far

static uint32_t hash(const struct key *key)
{
    uint64_t h = 1469598103934665603u;
    for (size_t i = 0; i < KEY_SIZE; i += 8) {
        uint64_t word;
        memcpy(&word, key->bytes + i, sizeof word);
        h = (h ^ word) * 0x9E3779B97F4A7C15u;
        h ^= h >> 29;
    }
    return (uint32_t)(h >> 16);
}

static void place(struct search *search, uint32_t index)
{
    uint32_t at = hash(&search->states[index]) & (search->table_size - 1);
    while (search->table[at]) {
        at = (at + 1) & (search->table_size - 1);
    }
    search->table[at] = index + 1;
}

static void grow(struct search *search)
{
    search->size = search->size ? search->size * 2 : 1 << 12;
    search->states = realloc(search->states, search->size * sizeof *search->states);
    search->next = realloc(search->next, search->size * sizeof *search->next);
    free(search->table);
    search->table_size = search->size * 2;
    search->table = calloc(search->table_size, sizeof *search->table);
    assert_non_null(search->states);
    assert_non_null(search->next);
    assert_non_null(search->table);
    for (uint32_t i = 0; i < search->count; i++) {
        place(search, i);
    }
}

// Its number; a new one if it was not met before.
static uint32_t number_of(struct search *search, struct key key)
{
    uint32_t at = hash(&key) & (search->table_size - 1);
    for (; search->table[at]; at = (at + 1) & (search->table_size - 1)) {
        uint32_t index = search->table[at] - 1;
        if (memcmp(&search->states[index], &key, sizeof key) == 0) {
            return index;
        }
    }
    if (search->count == search->size) {
        grow(search);
    }
    search->states[search->count] = key;
    place(search, search->count);
    return search->count++;
}

// ---- one step, and the promise

struct step {
    const struct session *before;
    const struct input *input;
    int dt_ms;
    struct session after;
    struct cue_queue cues;
};

static void take_step(const struct search *search, const struct session *before, const struct input *input,
                      struct step *step)
{
    step->before = before;
    step->input = input;
    step->dt_ms = before->hold == HOLD_NONE ? search->dt_ms : HELD_DT_MS;
    step->after = *before;
    step->cues.count = 0;
    session_tick(&step->after, step->input, step->dt_ms, &step->cues);
    step->after.elapsed_ms = search->elapsed_ms;
}

static int count(const struct cue_queue *cues, enum cue_kind kind)
{
    int found = 0;
    for (int i = 0; i < cues->count; i++) {
        found += cues->items[i].kind == kind;
    }
    return found;
}

// Whoever goes comes back, in time.
static void check_going_and_coming(const struct step *step)
{
    const struct session *before = step->before, *after = &step->after;
    int gone = count(&step->cues, CUE_GONE), back = count(&step->cues, CUE_BACK);
    assert_true(gone <= 1 && back <= 1);
    assert_int_equal(before->gone + gone - back, after->gone);
    if (before->gone && after->gone) {
        assert_int_equal(after->round, before->round);
        assert_int_equal(after->away_ms, before->away_ms);
        assert_true(after->due_ms <= before->due_ms);
        assert_true(after->due_ms - after->gone_ms < before->due_ms - before->gone_ms);
    }
    if (gone) {
        assert_int_equal(after->gone_ms, 0);
        assert_true(after->due_ms <= after->away_ms);
    }
    if (back) {
        assert_true(after->lasted_ms < after->away_ms + step->dt_ms);
        assert_int_equal(after->round, before->round);
    }
}

// Nobody is gone where nobody may be.
static void check_who_is_there(const struct session *session)
{
    bool out_of_sight = session->phase == PHASE_AWAY || session->phase == PHASE_CUE;
    assert_int_equal(session->gone, out_of_sight);
    if (session->gone) {
        assert_int_equal(session->hold, HOLD_NONE);
        assert_false(session->ending);
        assert_true(session->upsets == 0 || session->round == session->plan.rounds - 1);
        assert_true(session->upsets < 2);
    }
}

static void check_lengths(const struct session *session)
{
    const struct plan *plan = &session->plan;
    assert_in_range(session->round, 0, plan->rounds - 1);
    assert_in_range(session->away_ms, 1, plan->away_ms[session->round]);
    assert_in_range(plan->away_ms[session->round], 1, plan->rungs.longest_ms);
    assert_in_range(plan->rungs.longest_ms, 1, plan->cap_ms);
}

static void check_the_end(const struct step *step)
{
    int ends = count(&step->cues, CUE_END);
    bool over = session_over(&step->after);
    assert_int_equal(ends, over && !session_over(step->before));
    if (ends) {
        assert_int_equal(step->before->phase, PHASE_RITUAL);
    }
    if (session_over(step->before)) {
        assert_int_equal(step->cues.count, 0);
    }
}

static void check_what_was_asked(const struct step *step)
{
    const struct session *before = step->before, *after = &step->after;
    bool asked = step->input->stop || step->input->pause || step->input->hide;
    bool upset = step->input->fuss || step->input->cry;
    if (asked || upset || count(&step->cues, CUE_UPSET) > 0) {
        assert_false(after->gone);
    }
    if (upset && !session_over(before)) {
        assert_int_equal(count(&step->cues, CUE_UPSET), 1);
    }
    if (before->hold == HOLD_BACKGROUND && !step->input->show) {
        assert_int_equal(after->hold, HOLD_BACKGROUND);
    }
    if (step->input->touches && after->gone && before->gone) {
        assert_int_equal(after->plan.touch, TOUCH_ANSWERS);
        assert_true(after->due_ms - before->gone_ms <= ANSWER_MS);
    }
}

static void check_step(struct search *search, const struct step *step)
{
    check_going_and_coming(step);
    check_who_is_there(&step->after);
    check_lengths(&step->after);
    check_the_end(step);
    check_what_was_asked(step);
    assert_true(step->cues.count <= 9);
    search->steps++;
}

static void check_close(const struct session *session)
{
    struct session closed = *session;
    struct cue_queue cues = {0};
    session_close(&closed, &cues);
    assert_false(closed.gone);
    assert_true(session_over(&closed));
    assert_int_equal(count(&cues, CUE_BACK), session->gone);
    assert_int_equal(count(&cues, CUE_END), !session_over(session));
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
        struct key with_key = pack(&with.after), without_key = pack(&without.after);
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
    };
}

// Whatever comes in one tick, the promise holds; where it leads is not followed.
static void check_combinations(struct search *search, const struct session *session)
{
    struct step step;
    for (unsigned bits = 0; bits < 256; bits++) {
        struct input input = combination(bits);
        take_step(search, session, &input, &step);
        check_step(search, &step);
    }
}

static void visit(struct search *search, uint32_t index)
{
    struct session session = unpack(search, index);
    struct step step;
    check_close(&session);
    if (search->all_at_once) {
        check_combinations(search, &session);
    }
    for (int i = 0; i < INPUTS; i++) {
        if (search->without_card && inputs[i].input.pause) {
            continue;
        }
        take_step(search, &session, &inputs[i].input, &step);
        check_step(search, &step);
        struct session less = step.after;
        forget(&less);
        uint32_t before = search->count;
        uint32_t number = number_of(search, pack(&less));
        if (search->count > before) {
            check_forgetting(search, &step.after, &less);
        }
        // By itself: with no input at all, and a hidden game is shown again some day.
        if (i == (session.hold == HOLD_BACKGROUND ? SHOW : NOTHING)) {
            search->next[index] = number;
        }
    }
}

// From every state the session ends by itself. Returns the longest way there, in ticks.
static uint32_t check_that_all_end(const struct search *search)
{
    uint32_t *left = calloc(search->count, sizeof *left), *way = malloc(search->count * sizeof *way);
    assert_non_null(left);
    assert_non_null(way);
    uint32_t longest = 0;
    for (uint32_t start = 0; start < search->count; start++) {
        uint32_t length = 0, at = start;
        while (!left[at] && search->next[at] != at) {
            way[length++] = at;
            assert_true(length < search->count); // else it goes round in circles
            at = search->next[at];
        }
        struct session last = unpack(search, at);
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
    grow(&search);
    struct session session;
    struct cue_queue cues = {0};
    session_start(&session, &search.plan, &cues);
    session.elapsed_ms = search.elapsed_ms;
    number_of(&search, pack(&session));
    for (uint32_t i = 0; i < search.count; i++) {
        visit(&search, i);
    }
    uint32_t longest = check_that_all_end(&search);
    print_message("%s: %u states, %llu steps, at most %u ticks to the end\n", what, search.count,
                  (unsigned long long)search.steps, longest);
    free(search.states);
    free(search.next);
    free(search.table);
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
    search_all("opens", (struct search){.plan = plan, .dt_ms = 100});
    search_all("opens, at the limit",
               (struct search){.plan = plan, .dt_ms = 100, .elapsed_ms = plan.limit_ms});
}

static void test_every_state_of_a_level_that_answers(void **state)
{
    (void)state;
    struct plan plan = plan_of(5, 3000, 1500, TOUCH_ANSWERS); // 3.0 4.5 6.8 6.8 3.0: each kind of bridging
    search_all("answers", (struct search){.plan = plan, .dt_ms = 100});
    search_all("answers, at the limit",
               (struct search){.plan = plan, .dt_ms = 100, .elapsed_ms = plan.limit_ms});
}

static void test_every_state_in_ticks_as_short_as_in_play(void **state)
{
    (void)state;
    struct plan plan = plan_of(3, 1000, 1500, TOUCH_OPENS); // 1.0 1.5 1.0
    search_all("opens, 10 ms", (struct search){.plan = plan, .dt_ms = TICK_MS, .without_card = true});
}

static void test_every_state_in_ticks_as_long_as_may_be(void **state)
{
    (void)state;
    struct plan opens = plan_of(5, 3000, 1500, TOUCH_OPENS), answers = plan_of(8, 3000, 1500, TOUCH_ANSWERS);
    search_all("opens, 1 s", (struct search){.plan = opens, .dt_ms = 1000});
    search_all("answers, 1 s", (struct search){.plan = answers, .dt_ms = 1000});
}

static void test_every_state_with_all_inputs_at_once(void **state)
{
    (void)state;
    struct plan plan = plan_of(3, 3000, 1500, TOUCH_ANSWERS);
    search_all("answers, 500 ms, combined", (struct search){.plan = plan, .dt_ms = 500, .all_at_once = true});
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
