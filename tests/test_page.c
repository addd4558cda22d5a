// What a finger does to the buttons of a page.
#include "with_page.h"

enum { KEEP = 1, LISTEN, BACK, ROW };

static void two_buttons(void)
{
    page_button(page, (struct rect){100, 100, 140, 60}, KEEP, BUTTON_MAIN, ICON_CHECK, "Keep");
    page_button(page, (struct rect){300, 100, 140, 60}, LISTEN, BUTTON_SECOND, ICON_PLAY, "Listen");
    page_round(page, 20, 20, BACK, ROUND_CARD, ICON_BACK, "Back");
    page_press(page, (struct rect){100, 300, 400, 80}, ROW, "A row");
}

static void test_a_press_acts_when_the_finger_lifts_inside(void **state)
{
    (void)state;
    show(two_buttons);
    assert_int_equal(finger(EVENT_DOWN, 1, 150, 130), PAGE_NOTHING);
    pass(50);
    assert_int_equal(finger(EVENT_UP, 1, 170, 140), KEEP);
}

static void test_a_finger_that_lifts_outside_presses_nothing(void **state)
{
    (void)state;
    show(two_buttons);
    finger(EVENT_DOWN, 1, 150, 110);
    finger(EVENT_MOVE, 1, 150, 90);
    assert_int_equal(finger(EVENT_UP, 1, 150, 90), PAGE_NOTHING);
}

static void test_a_finger_may_roll_out_a_little_and_back(void **state)
{
    (void)state;
    show(two_buttons);
    finger(EVENT_DOWN, 1, 150, 110);
    finger(EVENT_MOVE, 1, 150, 80);
    finger(EVENT_MOVE, 1, 150, 120);
    assert_int_equal(finger(EVENT_UP, 1, 150, 120), KEEP);
}

static void test_a_finger_that_left_by_24_has_cancelled_even_if_it_comes_back(void **state)
{
    (void)state;
    show(two_buttons);
    finger(EVENT_DOWN, 1, 150, 110);
    finger(EVENT_MOVE, 1, 150, 70);
    finger(EVENT_MOVE, 1, 150, 130);
    assert_int_equal(finger(EVENT_UP, 1, 150, 130), PAGE_NOTHING);
}

static void test_a_finger_that_came_from_elsewhere_presses_nothing(void **state)
{
    (void)state;
    show(two_buttons);
    finger(EVENT_DOWN, 1, 700, 600);
    finger(EVENT_MOVE, 1, 150, 130);
    assert_int_equal(finger(EVENT_UP, 1, 150, 130), PAGE_NOTHING);
}

static void test_only_the_first_finger_counts(void **state)
{
    (void)state;
    show(two_buttons);
    finger(EVENT_DOWN, 7, 150, 130);
    finger(EVENT_DOWN, 8, 350, 130);
    assert_int_equal(finger(EVENT_UP, 8, 350, 130), PAGE_NOTHING);
    assert_int_equal(finger(EVENT_UP, 7, 150, 130), KEEP);
}

static void test_a_second_press_within_300_ms_is_ignored(void **state)
{
    (void)state;
    show(two_buttons);
    assert_int_equal(tap(150, 130), KEEP);
    assert_int_equal(tap(150, 130), PAGE_NOTHING); // before the page was even laid out again
    pass(20);
    pass(250);
    assert_int_equal(tap(150, 130), PAGE_NOTHING);
    pass(100);
    assert_int_equal(tap(150, 130), KEEP);
}

static void test_another_button_may_follow_at_once(void **state)
{
    (void)state;
    show(two_buttons);
    assert_int_equal(tap(150, 130), KEEP);
    pass(20);
    assert_int_equal(tap(350, 130), LISTEN);
}

static void test_a_long_rest_before_does_not_count_as_a_pause_between_two_presses(void **state)
{
    (void)state;
    show(two_buttons); // and then nothing was laid out for an hour
    assert_int_equal(tap(150, 130), KEEP);
    pass(3600000);
    pass(200);
    assert_int_equal(tap(150, 130), PAGE_NOTHING);
}

static void test_what_goes_to_the_background_lets_go(void **state)
{
    (void)state;
    show(two_buttons);
    finger(EVENT_DOWN, 1, 150, 130);
    page_event(page, &(struct event){.kind = EVENT_HIDE});
    assert_int_equal(finger(EVENT_UP, 1, 150, 130), PAGE_NOTHING);
    pass(20);
    assert_int_equal(tap(150, 130), KEEP); // the next finger is the first again
}

static void test_entering_a_screen_forgets_a_press(void **state)
{
    (void)state;
    show(two_buttons);
    finger(EVENT_DOWN, 1, 150, 130);
    page_enter(page);
    pass(20);
    assert_int_equal(finger(EVENT_UP, 1, 150, 130), PAGE_NOTHING);
}

static void test_a_press_is_moving_while_it_sinks_and_rises_and_then_still(void **state)
{
    (void)state;
    show(two_buttons);
    assert_true(page_still_ms(page, now_ms) > 1000);
    finger(EVENT_DOWN, 1, 150, 130);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    pass(16);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    pass(60);
    assert_true(page_still_ms(page, now_ms) > 1000);
    finger(EVENT_UP, 1, 150, 130);
    pass(16);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    pass(120);
    assert_true(page_still_ms(page, now_ms) > 1000);
}

static void test_the_finger_finds_what_a_larger_window_scales(void **state)
{
    (void)state;
    show(two_buttons);
    page_begin(page, 2560, 1600, now_ms);
    two_buttons();
    page_end(page);
    assert_true(page_scale(page) == 2.0F);
    assert_int_equal(page_w(page), 1280);
    assert_int_equal(tap(350, 130), LISTEN);
}

static void test_the_scale_is_in_quarters_and_below_1_only_in_small_windows(void **state)
{
    (void)state;
    static const struct {
        int w, h;
        float scale;
    } cases[] = {{350, 900, 0.5F},   {720, 1600, 1},      {1280, 800, 1},
                 {1920, 1200, 1.5F}, {1080, 1920, 1.25F}, {5120, 2880, 2.5F}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_begin(page, cases[i].w, cases[i].h, now_ms);
        assert_true(page_scale(page) == cases[i].scale);
        page_end(page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_press_acts_when_the_finger_lifts_inside),
        cmocka_unit_test(test_a_finger_that_lifts_outside_presses_nothing),
        cmocka_unit_test(test_a_finger_may_roll_out_a_little_and_back),
        cmocka_unit_test(test_a_finger_that_left_by_24_has_cancelled_even_if_it_comes_back),
        cmocka_unit_test(test_a_finger_that_came_from_elsewhere_presses_nothing),
        cmocka_unit_test(test_only_the_first_finger_counts),
        cmocka_unit_test(test_a_second_press_within_300_ms_is_ignored),
        cmocka_unit_test(test_another_button_may_follow_at_once),
        cmocka_unit_test(test_a_long_rest_before_does_not_count_as_a_pause_between_two_presses),
        cmocka_unit_test(test_what_goes_to_the_background_lets_go),
        cmocka_unit_test(test_entering_a_screen_forgets_a_press),
        cmocka_unit_test(test_a_press_is_moving_while_it_sinks_and_rises_and_then_still),
        cmocka_unit_test(test_the_finger_finds_what_a_larger_window_scales),
        cmocka_unit_test(test_the_scale_is_in_quarters_and_below_1_only_in_small_windows),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
