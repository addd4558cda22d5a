// The gate's second lock: open to who reads, whatever else hands do.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/words.h"
#include "ui/reading_task.h"

enum { DT = 10 };

static struct reading_task task;

// The first answer that is no waiting.
static enum task_answer pass(int ms)
{
    for (int t = 0; t < ms; t += DT) {
        enum task_answer answer = reading_task_pass(&task, DT);
        if (answer != TASK_WAITING) {
            return answer;
        }
    }
    return TASK_WAITING;
}

static void fresh(uint64_t seed)
{
    reading_task_start(&task, seed, false);
    pass(TASK_OPENS_MS);
}

static void tap(int tile)
{
    reading_task_down(&task, 1);
    pass(80);
    reading_task_up(&task, 1, tile);
}

// As one reads: a tap, a look, a tap.
static void answer(const int *tiles, int count)
{
    pass(TASK_CALM_MS);
    for (int i = 0; i < count; i++) {
        tap(tiles[i]);
        pass(i + 1 < count ? 400 : 0);
    }
}

static void answer_right(void)
{
    int tiles[TASK_ASKED_MAX] = {task.asked[0], task.asked[1], task.asked[2]};
    answer(tiles, task.asked_count);
}

static void answer_wrong(void)
{
    int tiles[TASK_ASKED_MAX] = {task.asked[1], task.asked[0], task.asked[2]};
    answer(tiles, task.asked_count);
}

static void test_the_two_words_in_their_order_open_it(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 100; seed++) {
        fresh(seed);
        assert_int_equal(task.asked_count, 2);
        answer_right();
        assert_int_equal(pass(TASK_AFTER_MS), TASK_PASSED);
    }
}

static void test_who_reads_fast_is_through_in_two_seconds(void **state)
{
    (void)state;
    reading_task_start(&task, 5, false);
    assert_int_equal(pass(TASK_OPENS_MS), TASK_WAITING);
    tap(task.asked[0]);
    pass(TASK_APART_MS);
    tap(task.asked[1]);
    assert_int_equal(pass(1000), TASK_PASSED);
}

static void test_who_reads_slowly_may(void **state)
{
    (void)state;
    fresh(6);
    pass(15000);
    tap(task.asked[0]);
    pass(5000);
    tap(task.asked[1]);
    assert_int_equal(pass(TASK_AFTER_MS), TASK_PASSED);
}

static void test_the_other_way_round_does_not(void **state)
{
    (void)state;
    fresh(1);
    answer_wrong();
    assert_int_equal(pass(3000), TASK_WAITING);
    assert_true(task.missed);
}

static void test_six_different_pictures_are_shown(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 100; seed++) {
        fresh(seed);
        for (int i = 0; i < TASK_TILES; i++) {
            for (int j = 0; j < i; j++) {
                assert_int_not_equal(task.tiles[i], task.tiles[j]);
            }
        }
        assert_int_not_equal(task.asked[0], task.asked[1]);
    }
}

static void test_each_word_is_asked_for_at_some_time(void **state)
{
    (void)state;
    int asked[TASK_WORDS] = {0};
    for (uint64_t seed = 0; seed < 500; seed++) {
        fresh(seed);
        asked[task.tiles[task.asked[0]]]++;
    }
    for (int i = 0; i < TASK_WORDS; i++) {
        assert_true(asked[i] > 10);
    }
}

static void test_after_a_wrong_answer_three_words_are_asked_for(void **state)
{
    (void)state;
    fresh(7);
    answer_wrong();
    assert_int_equal(task.asked_count, 3);
    answer_right();
    assert_int_equal(pass(TASK_AFTER_MS), TASK_PASSED);
}

static void test_where_other_hands_were_three_words_are_asked_for(void **state)
{
    (void)state;
    reading_task_start(&task, 21, true);
    assert_int_equal(task.asked_count, 3);
    fresh(22);
    tap(-1);
    assert_int_equal(task.asked_count, 3);
    pass(1000);
    reading_task_again(&task, 1000, false);
    assert_int_equal(task.asked_count, 3);
}

// ---- what is no calm tap

static void test_two_fingers_are_no_tap(void **state)
{
    (void)state;
    fresh(8);
    tap(task.asked[0]);
    pass(400);
    reading_task_down(&task, 1);
    reading_task_down(&task, 2);
    reading_task_up(&task, 1, task.asked[1]);
    assert_int_equal(pass(1000), TASK_WAITING);
    assert_int_equal(task.picked_count, 0);
    assert_true(task.hasty);
}

static void test_a_tap_beside_ends_the_try_and_deals_anew(void **state)
{
    (void)state;
    fresh(2);
    int words[2] = {task.tiles[task.asked[0]], task.tiles[task.asked[1]]};
    tap(task.asked[0]);
    pass(400);
    tap(-1);
    assert_int_equal(task.picked_count, 0);
    assert_int_equal(task.wrong, 0);
    assert_false(words[0] == task.tiles[task.asked[0]] && words[1] == task.tiles[task.asked[1]]);
}

static void test_a_first_tap_without_quiet_before_it_does_not_count(void **state)
{
    (void)state;
    fresh(9);
    tap(-1);
    pass(TASK_CALM_MS - 100);
    tap(task.asked[0]);
    assert_int_equal(task.picked_count, 0);
    pass(TASK_CALM_MS);
    tap(task.asked[0]);
    assert_int_equal(task.picked_count, 1);
}

static void test_taps_that_follow_at_once_do_not_count(void **state)
{
    (void)state;
    fresh(10);
    pass(1000);
    tap(task.asked[0]);
    pass(100);
    tap(task.asked[1]);
    assert_int_equal(pass(2000), TASK_WAITING);
}

static void test_a_right_answer_that_goes_on_is_none(void **state)
{
    (void)state;
    fresh(11);
    answer_right();
    assert_int_equal(pass(TASK_AFTER_MS - 50), TASK_WAITING);
    reading_task_down(&task, 1);
    assert_int_equal(pass(3000), TASK_WAITING);
    assert_int_equal(task.picked_count, 0);
}

static void test_a_first_tap_is_forgotten_after_six_seconds(void **state)
{
    (void)state;
    fresh(12);
    int second = task.asked[1];
    pass(TASK_CALM_MS);
    tap(task.asked[0]);
    pass(TASK_TOGETHER_MS + 100);
    tap(second);
    assert_int_equal(task.picked_count, 1);
    assert_int_equal(task.wrong, 0);
}

static void test_the_fingers_that_held_the_corners_are_no_unrest(void **state)
{
    (void)state;
    reading_task_start(&task, 13, false);
    pass(200);
    reading_task_up(&task, 91, -1);
    reading_task_up(&task, 92, -1);
    pass(600);
    answer_right();
    assert_int_equal(pass(TASK_AFTER_MS), TASK_PASSED);
}

static void test_slapping_closes_it(void **state)
{
    (void)state;
    fresh(14);
    int slaps = 0;
    do {
        reading_task_down(&task, 1);
        reading_task_down(&task, 2);
        reading_task_up(&task, 1, -1);
        reading_task_up(&task, 2, -1);
        slaps++;
    } while (pass(400) == TASK_WAITING);
    assert_int_equal(slaps, TASK_UNREST);
}

static void test_a_slap_now_and_then_does_not_close_it(void **state)
{
    (void)state;
    fresh(15);
    for (int i = 0; i < 50; i++) {
        tap(-1);
        tap(-1);
        assert_int_equal(pass(TASK_SETTLES_MS), TASK_WAITING);
    }
    answer_right();
    assert_int_equal(pass(TASK_AFTER_MS), TASK_PASSED);
}

// ---- resting

static void test_three_wrong_answers_cost_thirty_seconds_and_then_twice_as_long(void **state)
{
    (void)state;
    fresh(3);
    for (int i = 0; i < TASK_TRIES; i++) {
        assert_int_equal(task.rest_ms, 0);
        answer_wrong();
    }
    assert_int_equal(task.rest_ms, 30000);
    answer_right();
    assert_int_equal(pass(TASK_AFTER_MS), TASK_WAITING);
    assert_int_equal(pass(TASK_REST_SEEN_MS), TASK_OVER); // it closes, and goes on resting
    reading_task_again(&task, 10000, false);
    assert_in_range(task.rest_ms, 10000, 20000);
    reading_task_again(&task, 20000, false);
    assert_int_equal(task.rest_ms, 0);
    for (int i = 0; i < TASK_TRIES; i++) {
        answer_wrong();
    }
    assert_int_equal(task.rest_ms, 60000);
}

static void test_opening_it_again_forgives_nothing(void **state)
{
    (void)state;
    fresh(16);
    answer_wrong();
    reading_task_again(&task, 1000, false);
    assert_int_equal(task.asked_count, 3);
    answer_wrong();
    reading_task_again(&task, 1000, false);
    answer_wrong();
    assert_int_equal(task.rest_ms, 30000);
    reading_task_again(&task, TASK_FORGIVE_MS, false);
    assert_int_equal(task.asked_count, 2);
    assert_int_equal(task.next_rest_ms, TASK_REST_MS);
}

static void test_twenty_seconds_without_a_touch_end_it(void **state)
{
    (void)state;
    fresh(4);
    assert_int_equal(pass(TASK_IDLE_MS - TASK_OPENS_MS - DT), TASK_WAITING);
    tap(-1);
    assert_int_equal(pass(TASK_IDLE_MS - DT), TASK_WAITING);
    assert_int_equal(pass(DT), TASK_OVER);
}

// ---- keys

static void press(const char *name, int chosen)
{
    pass(400);
    reading_task_key_down(&task, name, chosen);
}

static void test_arrows_and_enter_choose(void **state)
{
    (void)state;
    fresh(17);
    press("Right", -1);
    press("Down", -1);
    press("Return", task.asked[0]);
    press("Left", -1);
    press("Return", task.asked[1]);
    assert_int_equal(pass(TASK_AFTER_MS), TASK_PASSED);
}

static void test_digits_choose(void **state)
{
    (void)state;
    static const char *const digits[] = {"1", "2", "3", "Keypad 4", "5", "6"};
    fresh(18);
    pass(TASK_CALM_MS);
    press(digits[task.asked[0]], -1);
    press(digits[task.asked[1]], -1);
    assert_int_equal(pass(TASK_AFTER_MS), TASK_PASSED);
}

static void test_any_other_key_ends_the_try(void **state)
{
    (void)state;
    fresh(19);
    pass(1000);
    press("Return", task.asked[0]);
    assert_int_equal(task.picked_count, 1);
    press("Q", -1);
    assert_int_equal(task.picked_count, 0);
}

static void test_keys_that_come_together_are_a_palm(void **state)
{
    (void)state;
    fresh(20);
    pass(1000);
    reading_task_key_down(&task, "Right", -1);
    reading_task_key_down(&task, "Return", task.asked[0]);
    assert_int_equal(task.picked_count, 0);
    assert_true(task.hasty);
}

static void test_every_word_has_its_words(void **state)
{
    (void)state;
    for (int i = 0; i < TASK_WORDS; i++) {
        assert_string_not_equal(word(reading_task_word(i)), reading_task_word(i));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_two_words_in_their_order_open_it),
        cmocka_unit_test(test_who_reads_fast_is_through_in_two_seconds),
        cmocka_unit_test(test_who_reads_slowly_may),
        cmocka_unit_test(test_the_other_way_round_does_not),
        cmocka_unit_test(test_six_different_pictures_are_shown),
        cmocka_unit_test(test_each_word_is_asked_for_at_some_time),
        cmocka_unit_test(test_after_a_wrong_answer_three_words_are_asked_for),
        cmocka_unit_test(test_where_other_hands_were_three_words_are_asked_for),
        cmocka_unit_test(test_two_fingers_are_no_tap),
        cmocka_unit_test(test_a_tap_beside_ends_the_try_and_deals_anew),
        cmocka_unit_test(test_a_first_tap_without_quiet_before_it_does_not_count),
        cmocka_unit_test(test_taps_that_follow_at_once_do_not_count),
        cmocka_unit_test(test_a_right_answer_that_goes_on_is_none),
        cmocka_unit_test(test_a_first_tap_is_forgotten_after_six_seconds),
        cmocka_unit_test(test_the_fingers_that_held_the_corners_are_no_unrest),
        cmocka_unit_test(test_slapping_closes_it),
        cmocka_unit_test(test_a_slap_now_and_then_does_not_close_it),
        cmocka_unit_test(test_three_wrong_answers_cost_thirty_seconds_and_then_twice_as_long),
        cmocka_unit_test(test_opening_it_again_forgives_nothing),
        cmocka_unit_test(test_twenty_seconds_without_a_touch_end_it),
        cmocka_unit_test(test_arrows_and_enter_choose),
        cmocka_unit_test(test_digits_choose),
        cmocka_unit_test(test_any_other_key_ends_the_try),
        cmocka_unit_test(test_keys_that_come_together_are_a_palm),
        cmocka_unit_test(test_every_word_has_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
