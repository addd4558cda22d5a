// How long a real goodbye is: the rule of science/README.md 1.5, by cases and by random histories.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdint.h>

#include "core/parting.h"
#include "core/random.h"

enum { DAY = 24 * 60 * 60, PAST_MAX = 60 };
static const int64_t TODAY = 1795500000; // a day in November 2026

static struct parting a_parting(int step, enum parting_how how, int64_t began)
{
    int seconds = parting_seconds(step);
    return (struct parting){
        .began = began, .step = step, .planned_s = seconds, .took_s = seconds, .how = how};
}

// So many easy ones at a step, the last of them today.
static int add_easy(struct parting *past, int count, int step, int times)
{
    for (int i = 0; i < times; i++) {
        past[count++] = a_parting(step, PARTING_EASY, TODAY);
    }
    return count;
}

// As a family would come to a step: three easy ones at each before it.
static int climb(struct parting *past, int to)
{
    int count = 0;
    for (int step = 0; step < to; step++) {
        count = add_easy(past, count, step, PARTING_EASY_TIMES);
    }
    return count;
}

// ---- by cases

static void test_the_steps_are_those_of_the_table(void **state)
{
    (void)state;
    const int table[PARTING_STEPS] = {10, 20, 45, 90, 180, 300, 600};
    for (int i = 0; i < PARTING_STEPS; i++) {
        assert_int_equal(parting_seconds(i), table[i]);
    }
    assert_int_equal(parting_seconds(-1), 10);
    assert_int_equal(parting_seconds(PARTING_STEPS), 600);
    assert_int_equal(parting_seconds(PARTING_RESTING), 180);
}

static void test_the_first_is_ten_seconds(void **state)
{
    (void)state;
    struct parting_stand stand = parting_today(NULL, 0, TODAY);
    assert_int_equal(stand.step, 0);
    assert_int_equal(stand.easy, 0);
    assert_false(parting_allows_longer(stand));
}

static void test_three_easy_times_offer_a_step_and_take_none(void **state)
{
    (void)state;
    struct parting past[PAST_MAX];
    for (int times = 1; times <= 5; times++) {
        struct parting_stand stand = parting_today(past, add_easy(past, 0, 0, times), TODAY);
        assert_int_equal(stand.step, 0);
        assert_int_equal(stand.easy, times < 3 ? times : 3);
        assert_int_equal(parting_offers_longer(stand), times >= 3);
    }
}

static void test_the_step_that_was_taken_begins_to_count_anew(void **state)
{
    (void)state;
    struct parting past[PAST_MAX];
    int count = climb(past, 2);
    struct parting_stand stand = parting_today(past, count, TODAY);
    assert_int_equal(stand.step, 1);
    stand = parting_wished(stand, 2);
    assert_int_equal(stand.step, 2);
    assert_int_equal(stand.easy, 0);
    past[count++] = a_parting(2, PARTING_EASY, TODAY);
    stand = parting_today(past, count, TODAY);
    assert_int_equal(stand.step, 2);
    assert_int_equal(stand.easy, 1);
}

static void test_a_short_cry_stays_and_counts_again(void **state)
{
    (void)state;
    struct parting past[PAST_MAX];
    int count = add_easy(past, climb(past, 2), 2, 2);
    past[count++] = a_parting(2, PARTING_SHORT_CRY, TODAY);
    struct parting_stand stand = parting_today(past, count, TODAY);
    assert_int_equal(stand.step, 2);
    assert_int_equal(stand.easy, 0);
}

static void test_a_long_cry_at_45_s_goes_back_to_10_s(void **state)
{
    (void)state;
    struct parting past[PAST_MAX];
    int count = climb(past, 2);
    past[count++] = a_parting(2, PARTING_HARD, TODAY);
    assert_int_equal(parting_today(past, count, TODAY).step, 0);
    past[count++] = a_parting(0, PARTING_HARD, TODAY);
    assert_int_equal(parting_today(past, count, TODAY).step, 0);
}

static void test_three_minutes_are_the_first_resting_place(void **state)
{
    (void)state;
    struct parting past[PAST_MAX];
    int count = add_easy(past, climb(past, PARTING_RESTING), PARTING_RESTING, 7);
    struct parting_stand stand = parting_today(past, count, TODAY);
    assert_int_equal(stand.step, PARTING_RESTING);
    assert_false(parting_offers_longer(stand));
    assert_true(parting_allows_longer(stand)); // a grown-up's own choice
    assert_int_equal(parting_wished(stand, PARTING_RESTING + 1).step, PARTING_RESTING + 1);
}

static void test_shorter_is_always_possible_and_longer_only_by_one(void **state)
{
    (void)state;
    struct parting_stand stand = {.step = 3, .easy = 1};
    assert_int_equal(parting_wished(stand, 2).step, 2);
    assert_int_equal(parting_wished(stand, 0).step, 0);
    assert_int_equal(parting_wished(stand, 4).step, 3);
    assert_int_equal(parting_wished(stand, -1).step, 3);
    assert_int_equal(parting_wished(stand, -1).easy, 1);
    stand.easy = 3;
    assert_int_equal(parting_wished(stand, 4).step, 4);
    assert_int_equal(parting_wished(stand, 5).step, 3);
}

static void test_an_easy_one_that_was_cut_short_counts_for_nothing(void **state)
{
    (void)state;
    struct parting parting = a_parting(0, PARTING_EASY, TODAY);
    parting.took_s = 4;
    assert_int_equal(parting_today(&parting, 1, TODAY).easy, 0);
    parting.took_s = 5;
    assert_int_equal(parting_today(&parting, 1, TODAY).easy, 1);
    parting.how = PARTING_SHORT_CRY; // a cry counts however short the time was
    parting.took_s = 1;
    assert_int_equal(parting_today(&parting, 1, TODAY).easy, 0);
}

static void test_a_week_without_goes_one_step_back_and_a_month_to_the_start(void **state)
{
    (void)state;
    struct parting past[PAST_MAX];
    int count = climb(past, 4);
    assert_int_equal(parting_today(past, count, TODAY + (int64_t)7 * DAY).step, 3);
    assert_int_equal(parting_today(past, count, TODAY + (int64_t)7 * DAY + 1).step, 2);
    assert_int_equal(parting_today(past, count, TODAY + (int64_t)7 * DAY + 1).easy, 0);
    assert_int_equal(parting_today(past, count, TODAY + (int64_t)30 * DAY).step, 2);
    assert_int_equal(parting_today(past, count, TODAY + (int64_t)30 * DAY + 1).step, 0);
}

static void test_a_clock_that_went_back_is_no_gap(void **state)
{
    (void)state;
    struct parting past[PAST_MAX];
    int count = climb(past, 3);
    struct parting_stand stand = parting_today(past, count, TODAY - (int64_t)90 * DAY);
    assert_int_equal(stand.step, 2);
    assert_int_equal(stand.easy, 3);
}

// ---- by random histories

static struct parting any_parting(struct random *random, int64_t began)
{
    struct parting parting = a_parting(random_between(random, -3, PARTING_STEPS + 3),
                                       (enum parting_how)random_between(random, 0, 2), began);
    parting.took_s = random_between(random, 0, 700);
    return parting;
}

// What a list claims, true or not, mostly easy, with gaps.
static int any_history(struct random *random, struct parting *past)
{
    int count = random_between(random, 0, PAST_MAX);
    int64_t began = TODAY;
    for (int i = 0; i < count; i++) {
        began += random_between(random, 0, 20) == 0 ? random_between(random, -40, 40) * (int64_t)DAY : 3600;
        past[i] = any_parting(random, began);
        past[i].how = random_between(random, 0, 3) > 0 ? PARTING_EASY : past[i].how;
    }
    return count;
}

static void test_no_history_is_answered_with_more_than_one_step_up(void **state)
{
    (void)state;
    struct random random;
    struct parting past[PAST_MAX];
    random_seed(&random, 4);
    for (int run = 0; run < 3000; run++) {
        int count = any_history(&random, past);
        struct parting_stand before = {0};
        for (int i = 0; i <= count; i++) {
            struct parting_stand now = parting_today(past, i, i > 0 ? past[i - 1].began : TODAY);
            assert_in_range(now.step, 0, PARTING_STEPS - 1);
            assert_in_range(now.easy, 0, PARTING_EASY_TIMES);
            assert_true(now.step <= before.step + 1);
            assert_true(now.step <= before.step || before.easy == PARTING_EASY_TIMES);
            before = now;
        }
    }
}

// A grown-up who never wishes for a longer one, only takes what stands there, stays at 10 s for ever; one who
// takes every offer comes to three minutes and no further.
static int last_step(struct random *random, bool takes_offers)
{
    struct parting past[PAST_MAX];
    struct parting_stand stand = {0};
    for (int count = 0; count < PAST_MAX; count++) {
        stand = parting_today(past, count, TODAY + count);
        if (takes_offers && parting_offers_longer(stand)) {
            stand = parting_wished(stand, stand.step + 1);
        }
        past[count] = a_parting(stand.step, PARTING_EASY, TODAY + count);
        if (random && random_between(random, 0, 4) == 0) {
            past[count].how = (enum parting_how)random_between(random, 1, 2);
        }
        assert_true(stand.step <= (takes_offers ? PARTING_RESTING : 0));
    }
    return stand.step;
}

static void test_nothing_grows_by_itself_and_no_offer_goes_beyond_three_minutes(void **state)
{
    (void)state;
    assert_int_equal(last_step(NULL, false), 0);
    assert_int_equal(last_step(NULL, true), PARTING_RESTING);
    struct random random;
    random_seed(&random, 5);
    for (int run = 0; run < 500; run++) {
        last_step(&random, false);
        last_step(&random, true);
    }
}

static void test_after_any_cry_the_next_is_never_longer(void **state)
{
    (void)state;
    for (int step = 0; step < PARTING_STEPS; step++) {
        for (int easy = 0; easy <= PARTING_EASY_TIMES; easy++) {
            const struct parting_stand stand = {step, easy};
            struct parting_stand cry = parting_after(stand, PARTING_SHORT_CRY, easy % 2 == 0);
            struct parting_stand hard = parting_after(stand, PARTING_HARD, easy % 2 == 1);
            assert_int_equal(cry.step, step);
            assert_int_equal(hard.step, step < 2 ? 0 : step - 2);
            assert_false(parting_allows_longer(cry));
            assert_false(parting_allows_longer(hard));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_steps_are_those_of_the_table),
        cmocka_unit_test(test_the_first_is_ten_seconds),
        cmocka_unit_test(test_three_easy_times_offer_a_step_and_take_none),
        cmocka_unit_test(test_the_step_that_was_taken_begins_to_count_anew),
        cmocka_unit_test(test_a_short_cry_stays_and_counts_again),
        cmocka_unit_test(test_a_long_cry_at_45_s_goes_back_to_10_s),
        cmocka_unit_test(test_three_minutes_are_the_first_resting_place),
        cmocka_unit_test(test_shorter_is_always_possible_and_longer_only_by_one),
        cmocka_unit_test(test_an_easy_one_that_was_cut_short_counts_for_nothing),
        cmocka_unit_test(test_a_week_without_goes_one_step_back_and_a_month_to_the_start),
        cmocka_unit_test(test_a_clock_that_went_back_is_no_gap),
        cmocka_unit_test(test_no_history_is_answered_with_more_than_one_step_up),
        cmocka_unit_test(test_nothing_grows_by_itself_and_no_offer_goes_beyond_three_minutes),
        cmocka_unit_test(test_after_any_cry_the_next_is_never_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
