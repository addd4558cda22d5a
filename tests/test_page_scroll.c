// Scrolling: with the finger, by its momentum, to what has the focus.
#include "with_page.h"

enum { ROWS = 20, ROW_H = 80, VIEW_Y = 100, VIEW_H = 600, ROW = 100, ABOVE = 1 };

static int revealed;

static void a_list(void)
{
    page_round(page, 20, 20, ABOVE, ROUND_CARD, ICON_BACK, "Back");
    page_scroll_begin(page, (struct rect){0, VIEW_Y, PAGE_W, VIEW_H}, ROWS * ROW_H);
    for (int i = 0; i < ROWS; i++) {
        page_press(page, (struct rect){100, VIEW_Y + i * ROW_H, 400, ROW_H - 16}, ROW + i, "A row");
    }
    if (revealed) {
        page_reveal(page, revealed);
    }
    page_scroll_end(page);
}

static void a_short_list(void)
{
    page_scroll_begin(page, (struct rect){0, VIEW_Y, PAGE_W, VIEW_H}, 200);
    page_press(page, (struct rect){100, VIEW_Y, 400, 64}, ROW, "A row");
    page_scroll_end(page);
}

static int top(void)
{
    return place_of(ROW).y - VIEW_Y;
}

// From y to y in steps of 16 ms, the finger stays down.
static void drag(float from, float to, int steps)
{
    finger(EVENT_DOWN, 1, 200, from);
    for (int i = 1; i <= steps; i++) {
        pass(16);
        finger(EVENT_MOVE, 1, 200, from + (to - from) * (float)i / (float)steps);
    }
    pass(0);
}

static void settle(void)
{
    for (int i = 0; i < 200 && page_still_ms(page, now_ms) == 0; i++) {
        pass(16);
    }
    assert_true(page_still_ms(page, now_ms) > 1000);
}

static void test_the_content_follows_the_finger_from_12_units_on(void **state)
{
    (void)state;
    show(a_list);
    drag(400, 389, 1);
    assert_int_equal(top(), 0);
    finger(EVENT_MOVE, 1, 200, 380); // the 9 of this move
    pass(0);
    assert_int_equal(top(), -9);
    finger(EVENT_MOVE, 1, 200, 330);
    pass(0);
    assert_int_equal(top(), -59);
}

static void test_scrolling_cancels_the_press(void **state)
{
    (void)state;
    show(a_list);
    drag(390, 376, 1); // within the row it went down on
    assert_int_equal(finger(EVENT_UP, 1, 200, 376), PAGE_NOTHING);
    show(a_list);
    drag(380, 372, 1);
    assert_int_not_equal(finger(EVENT_UP, 1, 200, 372), PAGE_NOTHING);
}

static void test_a_row_is_pressed_where_it_is_shown(void **state)
{
    (void)state;
    show(a_list);
    drag(600, 280, 8);
    for (int i = 0; i < 20; i++) {
        pass(16); // the finger rests, so that there is no momentum
    }
    finger(EVENT_UP, 1, 200, 280);
    settle();
    const struct rect at = place_of(ROW + 5);
    assert_true(at.y < VIEW_Y + 5 * ROW_H - 200);
    assert_int_equal(tap(200, (float)at.y + 30), ROW + 5);
}

static void test_what_scrolled_out_of_the_view_cannot_be_pressed(void **state)
{
    (void)state;
    show(a_list);
    drag(600, 520, 4);
    for (int i = 0; i < 20; i++) {
        pass(16);
    }
    finger(EVENT_UP, 1, 200, 520);
    settle();
    assert_true(place_of(ROW).y < VIEW_Y - 40);
    assert_int_equal(tap(200, VIEW_Y - 30), PAGE_NOTHING);
}

static void test_a_flick_goes_on_and_comes_to_rest(void **state)
{
    (void)state;
    show(a_list);
    drag(600, 400, 6);
    finger(EVENT_UP, 1, 200, 400);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    const int let_go = top();
    pass(16);
    pass(16);
    assert_true(top() < let_go);
    settle();
    assert_true(top() < let_go - 50);
}

static void test_a_finger_that_rested_before_it_left_gives_no_momentum(void **state)
{
    (void)state;
    show(a_list);
    drag(600, 400, 6);
    const int rested = top();
    now_ms += 2000; // nothing happens, nothing is laid out
    finger(EVENT_UP, 1, 200, 400);
    pass(16);
    settle();
    assert_int_equal(top(), rested);
}

static void test_a_finger_stops_what_glides(void **state)
{
    (void)state;
    show(a_list);
    drag(600, 300, 6);
    finger(EVENT_UP, 1, 200, 300);
    pass(16);
    pass(16);
    finger(EVENT_DOWN, 1, 200, 400);
    pass(16);
    const int stopped = top();
    pass(100);
    assert_int_equal(top(), stopped);
}

static void test_beyond_the_end_it_gives_a_third_and_springs_back(void **state)
{
    (void)state;
    show(a_list);
    drag(300, 600, 10);
    assert_true(top() > 60 && top() < 160);
    finger(EVENT_UP, 1, 200, 600);
    settle();
    assert_int_equal(top(), 0);
    for (int i = 0; i < 12; i++) {
        drag(680, 120, 6);
        finger(EVENT_UP, 1, 200, 120);
        settle();
    }
    assert_int_equal(top(), VIEW_H - ROWS * ROW_H);
}

static void test_what_fits_does_not_stay_scrolled(void **state)
{
    (void)state;
    show(a_short_list);
    drag(300, 200, 6);
    finger(EVENT_UP, 1, 200, 200);
    settle();
    assert_int_equal(top(), 0);
}

static void test_the_focus_comes_into_view(void **state)
{
    (void)state;
    show(a_list);
    for (int i = 0; i < ROWS; i++) {
        press_key("Tab");
        pass(16);
    }
    settle();
    const struct rect at = place_of(ROW + ROWS - 2);
    assert_true(at.y >= VIEW_Y && at.y + at.h <= VIEW_Y + VIEW_H);
}

static void test_what_is_revealed_is_seen_with_the_next_frame_and_then_the_page_is_still(void **state)
{
    (void)state;
    revealed = ROW + 15;
    show(a_list);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    pass(16);
    const struct rect at = place_of(ROW + 15);
    assert_true(at.y >= VIEW_Y && at.y + at.h <= VIEW_Y + VIEW_H);
    assert_true(page_still_ms(page, now_ms) > 1000);
    revealed = 0;
}

static void test_another_screen_begins_at_its_top(void **state)
{
    (void)state;
    show(a_list);
    drag(600, 300, 6);
    show(a_list);
    assert_int_equal(top(), 0);
}

// ---- without a finger

static void turn(float turn, float x, float y)
{
    page_event(page, &(struct event){.kind = EVENT_WHEEL, .x = x / PAGE_W, .y = y / PAGE_H, .turn = turn});
}

static void test_a_wheel_moves_the_list_in_the_very_next_frame_and_coasts(void **state)
{
    (void)state;
    show(a_list);
    turn(-1, 200, 400);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    pass(16);
    assert_in_range(-top(), 3, 12);
    settle();
    assert_in_range(-top(), 99, 101);
    turn(1, 200, 400);
    pass(16);
    settle();
    assert_in_range(top() + 1, 0, 2);
}

static void test_a_wheel_that_is_turned_on_goes_on_from_where_it_would_rest(void **state)
{
    (void)state;
    show(a_list);
    for (int i = 0; i < 3; i++) {
        turn(-1, 200, 400);
        pass(30);
    }
    settle();
    assert_in_range(-top(), 298, 302);
}

static void test_a_wheel_turned_back_turns_the_list_at_once(void **state)
{
    (void)state;
    show(a_list);
    for (int i = 0; i < 5; i++) {
        turn(-1, 200, 400);
    }
    pass(100);
    const int before = top();
    turn(1, 200, 400);
    pass(16);
    assert_true(top() > before);
}

static void test_few_frames_coast_as_far_as_many(void **state)
{
    (void)state;
    show(a_list);
    turn(-4, 200, 400);
    for (int i = 0; i < 20; i++) {
        pass(100);
    }
    assert_in_range(-top(), 397, 401);
}

static void test_a_wheel_stops_at_the_ends(void **state)
{
    (void)state;
    show(a_list);
    turn(-100, 200, 400);
    pass(16);
    settle();
    assert_in_range(-top(), ROWS * ROW_H - VIEW_H - 1, ROWS * ROW_H - VIEW_H);
    turn(-1, 200, 400);
    assert_true(page_still_ms(page, now_ms) > 1000);
    turn(3, 200, 400);
    turn(100, 200, 400);
    pass(16);
    settle();
    assert_int_equal(top(), 0);
}

static void test_a_wheel_beside_the_only_list_means_it_too(void **state)
{
    (void)state;
    show(a_list);
    turn(-1, 200, 20);
    pass(16);
    assert_true(top() < 0);
}

static void test_a_wheel_moves_nothing_under_a_finger(void **state)
{
    (void)state;
    show(a_list);
    finger(EVENT_DOWN, 1, 200, 400);
    turn(-1, 200, 400);
    pass(16);
    assert_int_equal(top(), 0);
}

static void test_keys_turn_pages_too(void **state)
{
    (void)state;
    show(a_list);
    press_key("PageDown");
    settle();
    assert_in_range(-top(), VIEW_H * 85 / 100 - 2, VIEW_H * 85 / 100 + 1);
    press_key("End");
    settle();
    assert_in_range(-top(), ROWS * ROW_H - VIEW_H - 1, ROWS * ROW_H - VIEW_H);
    press_key("PageUp");
    press_key("Home");
    settle();
    assert_int_equal(top(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_content_follows_the_finger_from_12_units_on),
        cmocka_unit_test(test_scrolling_cancels_the_press),
        cmocka_unit_test(test_a_row_is_pressed_where_it_is_shown),
        cmocka_unit_test(test_what_scrolled_out_of_the_view_cannot_be_pressed),
        cmocka_unit_test(test_a_flick_goes_on_and_comes_to_rest),
        cmocka_unit_test(test_a_finger_that_rested_before_it_left_gives_no_momentum),
        cmocka_unit_test(test_a_finger_stops_what_glides),
        cmocka_unit_test(test_beyond_the_end_it_gives_a_third_and_springs_back),
        cmocka_unit_test(test_what_fits_does_not_stay_scrolled),
        cmocka_unit_test(test_the_focus_comes_into_view),
        cmocka_unit_test(test_what_is_revealed_is_seen_with_the_next_frame_and_then_the_page_is_still),
        cmocka_unit_test(test_another_screen_begins_at_its_top),
        cmocka_unit_test(test_a_wheel_moves_the_list_in_the_very_next_frame_and_coasts),
        cmocka_unit_test(test_a_wheel_that_is_turned_on_goes_on_from_where_it_would_rest),
        cmocka_unit_test(test_a_wheel_turned_back_turns_the_list_at_once),
        cmocka_unit_test(test_few_frames_coast_as_far_as_many),
        cmocka_unit_test(test_a_wheel_stops_at_the_ends),
        cmocka_unit_test(test_a_wheel_beside_the_only_list_means_it_too),
        cmocka_unit_test(test_a_wheel_moves_nothing_under_a_finger),
        cmocka_unit_test(test_keys_turn_pages_too),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
