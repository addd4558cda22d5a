// The gate's second lock.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/words.h"
#include "ui/reading_task.h"

static struct reading_task fresh(uint64_t seed)
{
    struct reading_task task;
    reading_task_start(&task, seed);
    return task;
}

static enum task_answer tap_pair(struct reading_task *task, int a, int b)
{
    reading_task_tap(task, a);
    return reading_task_tap(task, b);
}

static int neither(const struct reading_task *task)
{
    int tile = 0;
    while (tile == task->first || tile == task->then) {
        tile++;
    }
    return tile;
}

static void test_the_two_words_in_their_order_open_it(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 100; seed++) {
        struct reading_task task = fresh(seed);
        assert_int_equal(tap_pair(&task, task.first, task.then), TASK_PASSED);
    }
}

static void test_the_other_way_round_does_not(void **state)
{
    (void)state;
    struct reading_task task = fresh(1);
    assert_int_equal(tap_pair(&task, task.then, task.first), TASK_WAITING);
    assert_true(task.missed);
}

static void test_six_different_pictures_are_shown(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 100; seed++) {
        struct reading_task task = fresh(seed);
        for (int i = 0; i < TASK_TILES; i++) {
            for (int j = 0; j < i; j++) {
                assert_int_not_equal(task.tiles[i], task.tiles[j]);
            }
        }
        assert_int_not_equal(task.first, task.then);
    }
}

static void test_each_word_is_asked_for_at_some_time(void **state)
{
    (void)state;
    int asked[TASK_WORDS] = {0};
    for (uint64_t seed = 0; seed < 500; seed++) {
        struct reading_task task = fresh(seed);
        asked[task.tiles[task.first]]++;
    }
    for (int i = 0; i < TASK_WORDS; i++) {
        assert_true(asked[i] > 10);
    }
}

static void test_a_tap_beside_the_pictures_forgets_the_first(void **state)
{
    (void)state;
    struct reading_task task = fresh(2);
    reading_task_tap(&task, task.first);
    reading_task_tap(&task, -1);
    assert_int_equal(task.picked, -1);
    assert_int_equal(task.wrong, 0);
    assert_int_equal(reading_task_tap(&task, task.then), TASK_WAITING);
    assert_int_equal(task.picked, task.then);
}

static void test_three_wrong_pairs_cost_thirty_seconds_and_then_twice_as_long(void **state)
{
    (void)state;
    struct reading_task task = fresh(3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(task.rest_ms, 0);
        tap_pair(&task, neither(&task), task.first);
    }
    assert_int_equal(task.rest_ms, 30000);
    assert_int_equal(tap_pair(&task, task.first, task.then), TASK_WAITING);
    reading_task_pass(&task, 19999);
    reading_task_tap(&task, -1);
    reading_task_pass(&task, 10001);
    for (int i = 0; i < 3; i++) {
        tap_pair(&task, neither(&task), task.first);
    }
    assert_int_equal(task.rest_ms, 60000);
}

static void test_twenty_seconds_without_a_touch_end_it(void **state)
{
    (void)state;
    struct reading_task task = fresh(4);
    assert_int_equal(reading_task_pass(&task, 19990), TASK_WAITING);
    reading_task_tap(&task, -1);
    assert_int_equal(reading_task_pass(&task, 19990), TASK_WAITING);
    assert_int_equal(reading_task_pass(&task, 10), TASK_OVER);
}

// Five minutes of a baby who only ever hits pictures, three a second.
static void test_a_baby_who_taps_pictures_for_five_minutes_rarely_passes(void **state)
{
    (void)state;
    int passed = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct reading_task task = fresh(seed);
        struct random hands;
        random_seed(&hands, seed + 1000);
        for (int ms = 0; ms < 300000; ms += 333) {
            bool through =
                reading_task_tap(&task, random_between(&hands, -14, TASK_TILES - 1)) == TASK_PASSED;
            reading_task_pass(&task, 333);
            if (through) {
                passed++;
                break;
            }
        }
    }
    assert_in_range(passed, 0, 60); // of 200; the two held corners come before it
}

static void test_every_word_has_its_words(void **state)
{
    (void)state;
    for (int i = 0; i < TASK_WORDS; i++) {
        assert_string_not_equal(word(reading_task_key(i)), reading_task_key(i));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_two_words_in_their_order_open_it),
        cmocka_unit_test(test_the_other_way_round_does_not),
        cmocka_unit_test(test_six_different_pictures_are_shown),
        cmocka_unit_test(test_each_word_is_asked_for_at_some_time),
        cmocka_unit_test(test_a_tap_beside_the_pictures_forgets_the_first),
        cmocka_unit_test(test_three_wrong_pairs_cost_thirty_seconds_and_then_twice_as_long),
        cmocka_unit_test(test_twenty_seconds_without_a_touch_end_it),
        cmocka_unit_test(test_a_baby_who_taps_pictures_for_five_minutes_rarely_passes),
        cmocka_unit_test(test_every_word_has_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
