// Which of the many contacts of a baby's hands are one touch, and when touches are banging.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/comfort.h"
#include "core/hands.h"

// Fingers that come down so many ms after one another; how many touches they are.
static int touches_of(const int *pauses_ms, int fingers)
{
    struct hands hands;
    hands_start(&hands);
    int touches = 0;
    for (int i = 0; i < fingers; i++) {
        for (int ms = 0; ms < pauses_ms[i]; ms++) {
            hands_pass(&hands, 1);
        }
        touches += hands_down(&hands);
    }
    return touches;
}

static void test_the_first_finger_is_a_touch_at_once(void **state)
{
    (void)state;
    const int at_once[] = {0};
    assert_int_equal(touches_of(at_once, 1), 1);
}

static void test_a_whole_hand_is_one_touch(void **state)
{
    (void)state;
    const int together[] = {10, 0, 0, 0, 0}, one_by_one[] = {10, 30, 30, 30, 30};
    assert_int_equal(touches_of(together, 5), 1);
    assert_int_equal(touches_of(one_by_one, 5), 1);
}

static void test_the_merging_counts_from_the_first_finger_so_that_a_roll_goes_on_being_answered(void **state)
{
    (void)state;
    const int rolling[] = {10, 100, 100, 100, 100, 100, 100}; // a touch at 10, 210, 410 and 610 ms
    assert_int_equal(touches_of(rolling, 7), 4);
}

static void test_150_ms_later_it_is_another_touch(void **state)
{
    (void)state;
    const int just_before[] = {10, HANDS_MERGE_MS - 1}, then[] = {10, HANDS_MERGE_MS},
              a_day[] = {10, 86400000};
    assert_int_equal(touches_of(just_before, 2), 1);
    assert_int_equal(touches_of(then, 2), 2);
    assert_int_equal(touches_of(a_day, 2), 2);
}

static void test_any_length_of_pass_is_the_same(void **state)
{
    (void)state;
    for (int dt_ms = 1; dt_ms <= 1000; dt_ms++) {
        struct hands hands;
        hands_start(&hands);
        assert_true(hands_down(&hands));
        hands_pass(&hands, dt_ms);
        assert_int_equal(hands_down(&hands), dt_ms >= HANDS_MERGE_MS);
    }
}

// ---- banging

// How long touches this far apart take to be banging, or -1 within a minute.
static int banging_after_ms(int gap_ms, int dt_ms)
{
    struct comfort comfort;
    comfort_start(&comfort);
    for (int ms = 0; ms < 60000; ms += dt_ms) {
        if (comfort_banging(&comfort, ms % gap_ms == 0, ms == 0 ? 0 : dt_ms)) {
            return ms;
        }
    }
    return -1;
}

static void test_quick_touches_for_two_seconds_are_banging(void **state)
{
    (void)state;
    assert_int_equal(banging_after_ms(150, 10), 2100);
    assert_int_equal(banging_after_ms(200, 10), 2000);
    assert_int_equal(banging_after_ms(320, 10), 2240);
}

static void test_slower_touches_never_are(void **state)
{
    (void)state;
    assert_int_equal(banging_after_ms(330, 10), -1);
    assert_int_equal(banging_after_ms(1000, 10), -1);
}

static void test_a_pause_begins_the_run_anew(void **state)
{
    (void)state;
    struct comfort comfort;
    comfort_start(&comfort);
    for (int run = 0; run < 10; run++) {
        for (int i = 0; i < 10; i++) { // 1.8 s of touches, then nothing for half a second
            assert_false(comfort_banging(&comfort, 1, 200));
        }
        assert_false(comfort_banging(&comfort, 0, 500));
    }
}

static void test_after_banging_the_run_begins_anew(void **state)
{
    (void)state;
    struct comfort comfort;
    comfort_start(&comfort);
    int signs = 0;
    for (int ms = 0; ms <= 6600; ms += 200) {
        signs += comfort_banging(&comfort, 1, 200);
    }
    assert_int_equal(signs, 3); // at 2000, 4200 and 6400
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_finger_is_a_touch_at_once),
        cmocka_unit_test(test_a_whole_hand_is_one_touch),
        cmocka_unit_test(test_the_merging_counts_from_the_first_finger_so_that_a_roll_goes_on_being_answered),
        cmocka_unit_test(test_150_ms_later_it_is_another_touch),
        cmocka_unit_test(test_any_length_of_pass_is_the_same),
        cmocka_unit_test(test_quick_touches_for_two_seconds_are_banging),
        cmocka_unit_test(test_slower_touches_never_are),
        cmocka_unit_test(test_a_pause_begins_the_run_anew),
        cmocka_unit_test(test_after_banging_the_run_begins_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
