// A number on a track: by finger, by + and -, by keys; the line is as far as it goes.
#include "with_page.h"

enum { SLIDER = 10, LESS, MORE, BUTTON, OTHER = 20 };
enum { LEAST = 10, MOST = 50, TRACK_X = 166, TRACK_W = 668, TRACK_Y = 154, KNOB = 48 };

static struct slider slider;
static bool scrolled;

static void one_slider(void)
{
    if (scrolled) {
        page_scroll_begin(page, (struct rect){0, 50, PAGE_W, 600}, 2000);
    }
    page_slider(page, (struct rect){100, 100, 800, 80}, SLIDER, &slider, "Longest away", "2.3 s", NULL);
    page_button(page, (struct rect){100, 300, 200, 60}, BUTTON, BUTTON_MAIN, ICON_CHECK, "Save");
    page_slider(page, (struct rect){100, 400, 800, 80}, OTHER, &slider, "Rounds", "6", NULL);
    if (scrolled) {
        page_scroll_end(page);
    }
}

static void show_at(int value, int stop)
{
    slider = (struct slider){.value = value, .least = LEAST, .most = MOST, .step = 2, .stop = stop};
    scrolled = false;
    show(one_slider);
}

// Where the knob's middle is at a value, and how far a step is.
static float knob_at(int value)
{
    return TRACK_X + KNOB / 2 + (float)(TRACK_W - KNOB) * (float)(value - LEAST) / (MOST - LEAST);
}

static float step_px(void)
{
    return knob_at(LEAST + 2) - knob_at(LEAST);
}

// What the screen does with what it hears, then a frame.
static int heard(int result)
{
    if (result == PAGE_SLIDE && page_slid(page).id == SLIDER) {
        slider.value = page_slid(page).value;
    }
    pass(16);
    return result;
}

static int track(enum event_kind kind, float x)
{
    return heard(finger(kind, 1, x, TRACK_Y));
}

static int middle_tap(int id)
{
    const struct rect at = place_of(id);
    const float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
    assert_int_equal(finger(EVENT_DOWN, 1, x, y), PAGE_NOTHING);
    return heard(finger(EVENT_UP, 1, x, y));
}

static int typed(const char *name)
{
    const int result = heard(key(EVENT_KEY_DOWN, name));
    heard(key(EVENT_KEY_UP, name));
    return result;
}

static void focus_the_slider(void)
{
    key(EVENT_KEY_DOWN, "Down");
    pass(16);
}

// ---- the finger

static void test_touching_the_track_moves_nothing(void **state)
{
    (void)state;
    show_at(20, MOST);
    assert_int_equal(track(EVENT_DOWN, knob_at(40)), PAGE_NOTHING);
    pass(500);
    assert_int_equal(slider.value, 20);
}

static void test_the_knob_goes_as_the_finger_goes_from_wherever_it_took_hold(void **state)
{
    (void)state;
    show_at(20, MOST);
    track(EVENT_DOWN, knob_at(40));
    const float begun = knob_at(40) + 8; // until then it might have been meant for the list
    assert_int_equal(track(EVENT_MOVE, begun + 3 * step_px()), PAGE_SLIDE);
    assert_int_equal(page_slid(page).id, SLIDER);
    assert_int_equal(slider.value, 26);
    assert_false(page_slid(page).ended);
    track(EVENT_MOVE, begun - 4 * step_px());
    assert_int_equal(slider.value, 12);
    assert_int_equal(track(EVENT_UP, begun - 4 * step_px()), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    assert_int_equal(page_slid(page).value, 12);
}

static void test_no_move_skips_further_than_the_finger_went(void **state)
{
    (void)state;
    show_at(30, MOST);
    const float from = knob_at(14);
    track(EVENT_DOWN, from);
    for (int i = 1; i < 200; i++) {
        const int before = slider.value;
        track(EVENT_MOVE, from + (float)i);
        assert_in_range(slider.value - before, 0, 2);
    }
    assert_in_range(slider.value, 30 + 2 * (int)(190 / step_px()), 30 + 2 * (int)(200 / step_px() + 0.5F));
}

static void test_it_says_only_what_is_new(void **state)
{
    (void)state;
    show_at(20, MOST);
    track(EVENT_DOWN, 400);
    track(EVENT_MOVE, 440);
    assert_int_equal(track(EVENT_MOVE, 441), PAGE_NOTHING);
    assert_int_equal(track(EVENT_MOVE, 440), PAGE_NOTHING);
}

static void test_it_ends_at_the_ends(void **state)
{
    (void)state;
    show_at(20, MOST);
    track(EVENT_DOWN, 400);
    track(EVENT_MOVE, 1270);
    assert_int_equal(slider.value, MOST);
    assert_false(page_slid(page).stopped); // no line there, nothing to say
    track(EVENT_MOVE, 0);
    assert_int_equal(slider.value, LEAST);
}

static void test_a_tap_beside_the_knob_is_one_step_towards_it(void **state)
{
    (void)state;
    show_at(20, MOST);
    track(EVENT_DOWN, knob_at(44));
    assert_int_equal(track(EVENT_UP, knob_at(44)), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    assert_int_equal(slider.value, 22);
    track(EVENT_DOWN, knob_at(10));
    track(EVENT_UP, knob_at(10));
    assert_int_equal(slider.value, 20);
    track(EVENT_DOWN, knob_at(20));
    assert_int_equal(track(EVENT_UP, knob_at(20)), PAGE_NOTHING);
}

static void test_up_or_down_by_12_before_8_sideways_scrolls_instead(void **state)
{
    (void)state;
    show_at(20, MOST);
    scrolled = true;
    pass(16);
    finger(EVENT_DOWN, 1, 400, TRACK_Y);
    heard(finger(EVENT_MOVE, 1, 407, TRACK_Y - 13));
    heard(finger(EVENT_MOVE, 1, 600, TRACK_Y - 60));
    assert_int_equal(place_of(SLIDER).y, 128 - 60);
    assert_int_equal(heard(finger(EVENT_UP, 1, 600, TRACK_Y - 60)), PAGE_NOTHING);
    assert_int_equal(slider.value, 20);
}

static void test_sideways_by_8_first_slides_and_no_longer_scrolls(void **state)
{
    (void)state;
    show_at(20, MOST);
    scrolled = true;
    pass(16);
    finger(EVENT_DOWN, 1, 400, TRACK_Y);
    heard(finger(EVENT_MOVE, 1, 409, TRACK_Y - 5));
    heard(finger(EVENT_MOVE, 1, 400 + 8 + 2 * step_px(), TRACK_Y - 100));
    assert_int_equal(slider.value, 24);
    assert_int_equal(place_of(SLIDER).y, 128);
}

static void test_a_fast_stroke_upwards_scrolls_though_it_is_not_quite_upright(void **state)
{
    (void)state;
    show_at(20, MOST);
    scrolled = true;
    pass(16);
    finger(EVENT_DOWN, 1, 400, TRACK_Y);
    heard(finger(EVENT_MOVE, 1, 412, TRACK_Y - 50)); // both in one event
    assert_int_equal(place_of(SLIDER).y, 128 - 50);
    assert_int_equal(slider.value, 20);
}

static void test_going_to_the_background_ends_the_sliding(void **state)
{
    (void)state;
    show_at(20, MOST);
    track(EVENT_DOWN, 400);
    track(EVENT_MOVE, 500);
    assert_int_equal(heard(page_event(page, &(struct event){.kind = EVENT_HIDE})), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    assert_int_equal(track(EVENT_MOVE, 600), PAGE_NOTHING);
}

// ---- the line

static void test_the_line_is_as_far_as_it_goes_and_that_is_said_once(void **state)
{
    (void)state;
    show_at(20, 30);
    track(EVENT_DOWN, 400);
    assert_int_equal(track(EVENT_MOVE, 1200), PAGE_SLIDE);
    assert_int_equal(slider.value, 30);
    assert_true(page_slid(page).stopped);
    assert_int_equal(track(EVENT_MOVE, 1210), PAGE_NOTHING);
    assert_int_equal(track(EVENT_UP, 1210), PAGE_SLIDE);
    assert_false(page_slid(page).stopped);
}

static void test_a_line_between_two_steps_is_not_passed(void **state)
{
    (void)state;
    show_at(20, 29);
    track(EVENT_DOWN, 400);
    track(EVENT_MOVE, 1200);
    assert_int_equal(slider.value, 28);
}

static void test_plus_at_the_line_says_so_each_time(void **state)
{
    (void)state;
    show_at(30, 30);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(middle_tap(MORE), PAGE_SLIDE);
        assert_true(page_slid(page).stopped);
        assert_int_equal(slider.value, 30);
    }
}

static void test_what_stands_beyond_the_line_goes_only_down(void **state)
{
    (void)state;
    show_at(40, 30);
    middle_tap(MORE);
    assert_int_equal(slider.value, 40);
    assert_true(page_slid(page).stopped);
    track(EVENT_DOWN, 700);
    track(EVENT_MOVE, 900);
    assert_int_equal(slider.value, 40);
    track(EVENT_UP, 900);
    middle_tap(LESS);
    assert_int_equal(slider.value, 38);
}

// ---- + and -

static void test_plus_and_minus_are_one_step_even_twice_in_a_moment(void **state)
{
    (void)state;
    show_at(20, MOST);
    assert_int_equal(middle_tap(MORE), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    assert_int_equal(middle_tap(MORE), PAGE_SLIDE);
    assert_int_equal(slider.value, 24);
    middle_tap(LESS);
    assert_int_equal(slider.value, 22);
}

static void test_a_value_between_two_steps_goes_to_the_next_whole_one(void **state)
{
    (void)state;
    show_at(21, MOST);
    middle_tap(MORE);
    assert_int_equal(slider.value, 22);
    slider.value = 21;
    pass(16);
    middle_tap(LESS);
    assert_int_equal(slider.value, 20);
}

// The ticks of so many ms; how often it moved.
static int held(int ms)
{
    int moved = 0;
    for (int passed = 0; passed < ms; passed += 10) {
        pass(10);
        if (page_repeat(page, now_ms) == PAGE_SLIDE) {
            slider.value = page_slid(page).value;
            assert_false(page_slid(page).ended);
            moved++;
        }
    }
    return moved;
}

static void test_plus_held_repeats_after_400_ms_four_times_a_second(void **state)
{
    (void)state;
    show_at(10, MOST);
    const struct rect more = place_of(MORE);
    finger(EVENT_DOWN, 1, (float)more.x + 20, (float)more.y + 20);
    page_repeat(page, now_ms);
    assert_int_equal(held(390), 0);
    assert_int_equal(held(20), 1);
    assert_int_equal(held(1000), 4);
    assert_int_equal(slider.value, 20);
    assert_int_equal(heard(finger(EVENT_UP, 1, (float)more.x + 20, (float)more.y + 20)), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    assert_int_equal(slider.value, 20); // letting go is no step more
    assert_int_equal(held(2000), 0);
}

static void test_a_finger_that_slips_off_plus_has_ended_it(void **state)
{
    (void)state;
    show_at(10, MOST);
    const struct rect more = place_of(MORE);
    finger(EVENT_DOWN, 1, (float)more.x + 20, (float)more.y + 20);
    page_repeat(page, now_ms);
    held(500);
    assert_int_equal(finger(EVENT_MOVE, 1, 1200, 700), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    assert_int_equal(held(2000), 0);
    assert_int_equal(finger(EVENT_UP, 1, 1200, 700), PAGE_NOTHING);
}

static void test_a_finger_that_slips_off_at_once_moves_nothing(void **state)
{
    (void)state;
    show_at(10, MOST);
    const struct rect more = place_of(MORE);
    finger(EVENT_DOWN, 1, (float)more.x + 20, (float)more.y + 20);
    assert_int_equal(finger(EVENT_MOVE, 1, 1200, 700), PAGE_NOTHING);
    assert_int_equal(finger(EVENT_UP, 1, 1200, 700), PAGE_NOTHING);
    assert_int_equal(held(2000), 0);
}

static void test_the_page_wakes_for_the_next_repeat(void **state)
{
    (void)state;
    show_at(10, MOST);
    const struct rect more = place_of(MORE);
    finger(EVENT_DOWN, 1, (float)more.x + 20, (float)more.y + 20);
    page_repeat(page, now_ms);
    held(100);
    assert_in_range(page_still_ms(page, now_ms), 1, 300);
    held(300);
    assert_in_range(page_still_ms(page, now_ms), 1, 250);
    finger(EVENT_UP, 1, (float)more.x + 20, (float)more.y + 20);
    held(200);
    assert_true(page_still_ms(page, now_ms) > 10000);
}

// ---- keys

static void test_left_and_right_move_the_slider_that_has_the_focus(void **state)
{
    (void)state;
    show_at(20, MOST);
    focus_the_slider();
    assert_int_equal(typed("Right"), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    typed("Right");
    assert_int_equal(slider.value, 24);
    typed("Left");
    assert_int_equal(slider.value, 22);
}

static void test_plus_and_minus_keys_move_it_too(void **state)
{
    (void)state;
    static const char *const up[] = {"+", "=", "Keypad +"}, *const down[] = {"-", "Keypad -"};
    show_at(20, MOST);
    focus_the_slider();
    for (int i = 0; i < 3; i++) {
        typed(up[i]);
    }
    assert_int_equal(slider.value, 26);
    for (int i = 0; i < 2; i++) {
        typed(down[i]);
    }
    assert_int_equal(slider.value, 22);
}

static void test_a_key_held_repeats_and_its_release_ends_it(void **state)
{
    (void)state;
    show_at(20, MOST);
    focus_the_slider();
    heard(key(EVENT_KEY_DOWN, "Right"));
    page_repeat(page, now_ms);
    assert_int_equal(held(910), 3);
    assert_int_equal(slider.value, 28);
    assert_int_equal(heard(key(EVENT_KEY_UP, "Right")), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    assert_int_equal(held(2000), 0);
}

static void test_up_and_down_go_from_slider_to_slider_and_on(void **state)
{
    (void)state;
    show_at(20, MOST);
    focus_the_slider();
    typed("Down"); // the button
    assert_int_equal(press_key("Return"), BUTTON);
    typed("Down");
    assert_int_equal(typed("Right"), PAGE_SLIDE);
    assert_int_equal(page_slid(page).id, OTHER);
    typed("Up");
    typed("Up");
    typed("Right");
    assert_int_equal(page_slid(page).id, SLIDER);
}

static void test_one_switch_reaches_plus_and_minus(void **state)
{
    (void)state;
    show_at(20, MOST);
    typed("Tab");
    typed("Return");
    assert_int_equal(slider.value, 18);
    typed("Tab");
    assert_int_equal(typed("Return"), PAGE_NOTHING); // the track itself: nothing to press
    typed("Tab");
    typed("Return");
    typed("Space");
    assert_int_equal(slider.value, 22);
}

static void test_without_the_focus_keys_move_no_slider(void **state)
{
    (void)state;
    show_at(20, MOST);
    assert_int_equal(typed("Right"), PAGE_NOTHING); // this gives it the focus
    assert_int_equal(typed("Right"), PAGE_SLIDE);
    tap(1200, 700); // a finger hides it
    assert_int_equal(typed("-"), PAGE_NOTHING);
}

// ---- whatever hands do

static uint32_t dice = 1;

static int thrown(int sides)
{
    dice = dice * 1664525u + 1013904223u;
    return (int)((dice >> 8) % (uint32_t)sides);
}

static int anything(void)
{
    static const char *const keys[] = {"Left", "Right", "+", "-", "Tab", "Up", "Down", "Return", "PageDown"};
    const float x = (float)thrown(PAGE_W), y = (float)(100 + thrown(120));
    switch (thrown(9)) {
    case 0: return finger(EVENT_DOWN, 1, x, y);
    case 1:
    case 2:
    case 3: return finger(EVENT_MOVE, 1, x, y);
    case 4: return finger(EVENT_UP, 1, x, y);
    case 5: return key(EVENT_KEY_DOWN, keys[thrown(9)]);
    case 6: return key(EVENT_KEY_UP, keys[thrown(9)]);
    case 7: return page_event(page, &(struct event){.kind = EVENT_HIDE});
    default: return page_repeat(page, now_ms);
    }
}

// False as long as a move of it has not ended.
static bool obeys(int result, bool before)
{
    const struct page_slide slid = page_slid(page);
    if (result != PAGE_SLIDE || slid.id != SLIDER) {
        return before;
    }
    assert_true(slid.value >= LEAST && slid.value <= 36 && slid.value % 2 == 0);
    slider.value = slid.value;
    return slid.ended;
}

static void test_whatever_hands_do_it_stands_on_a_step_before_its_line_and_every_move_ends(void **state)
{
    (void)state;
    for (int round = 0; round < 20; round++) {
        show_at(20, 36);
        scrolled = round % 2;
        bool ended = true;
        for (int i = 0; i < 1000; i++) {
            ended = obeys(anything(), ended);
            pass(thrown(200));
        }
        ended = obeys(page_event(page, &(struct event){.kind = EVENT_HIDE}), ended);
        assert_true(ended);
        for (int i = 0; i < 200; i++) { // what is let go goes on by itself no longer
            pass(20);
            assert_int_equal(page_repeat(page, now_ms), PAGE_NOTHING);
        }
        assert_true(page_still_ms(page, now_ms) > 1000);
    }
}

static void test_a_key_that_is_let_go_under_a_finger_ends_what_it_did(void **state)
{
    (void)state;
    show_at(20, MOST);
    focus_the_slider();
    heard(key(EVENT_KEY_DOWN, "Right"));
    page_repeat(page, now_ms);
    held(500);
    finger(EVENT_DOWN, 1, 200, 330); // on the button
    assert_int_equal(heard(key(EVENT_KEY_UP, "Right")), PAGE_SLIDE);
    assert_true(page_slid(page).ended);
    assert_int_equal(finger(EVENT_UP, 1, 200, 330), BUTTON);
    assert_int_equal(held(2000), 0);
}

// ---- what it looks like to page_fault

static void narrow(void)
{
    page_slider(page, (struct rect){100, 100, 170, 120}, SLIDER, &slider, "Away", "2.3 s", NULL);
}

static void low(void)
{
    page_slider(page, (struct rect){100, 100, 300, 80}, SLIDER, &slider, "Away", "2.3 s", NULL);
    page_button(page, (struct rect){100, 150, 300, 60}, BUTTON, BUTTON_MAIN, ICON_CHECK, "Save");
}

static void long_words(void)
{
    static const char *const label = "Longest away in a whole game", *const value = "1 min 30 s",
                             *const caption = "The line is one step up: the most for the next game.";
    slider.wrong = true;
    const int h = page_slider_height(page, 260, label, value, caption);
    page_slider(page, (struct rect){100, 100, 260, h}, SLIDER, &slider, label, value, caption);
    page_button(page, (struct rect){100, 100 + h, 260, 60}, BUTTON, BUTTON_MAIN, ICON_CHECK, "Save");
}

static void test_faults_of_a_slider_are_found(void **state)
{
    (void)state;
    show_at(20, MOST);
    show(narrow);
    assert_non_null(page_fault(page)); // the track is under 48
    show(low);
    assert_non_null(page_fault(page)); // the button lies over it
    show(one_slider);
    assert_null(page_fault(page));
}

static void test_a_slider_is_as_high_as_it_says_and_its_words_wrap(void **state)
{
    (void)state;
    show_at(20, MOST);
    show(long_words);
    const char *fault = page_fault(page);
    if (fault) {
        fail_msg("%s", fault);
    }
    assert_true(place_of(SLIDER).y > 100 + 28);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_touching_the_track_moves_nothing),
        cmocka_unit_test(test_the_knob_goes_as_the_finger_goes_from_wherever_it_took_hold),
        cmocka_unit_test(test_no_move_skips_further_than_the_finger_went),
        cmocka_unit_test(test_it_says_only_what_is_new),
        cmocka_unit_test(test_it_ends_at_the_ends),
        cmocka_unit_test(test_a_tap_beside_the_knob_is_one_step_towards_it),
        cmocka_unit_test(test_up_or_down_by_12_before_8_sideways_scrolls_instead),
        cmocka_unit_test(test_sideways_by_8_first_slides_and_no_longer_scrolls),
        cmocka_unit_test(test_a_fast_stroke_upwards_scrolls_though_it_is_not_quite_upright),
        cmocka_unit_test(test_going_to_the_background_ends_the_sliding),
        cmocka_unit_test(test_the_line_is_as_far_as_it_goes_and_that_is_said_once),
        cmocka_unit_test(test_a_line_between_two_steps_is_not_passed),
        cmocka_unit_test(test_plus_at_the_line_says_so_each_time),
        cmocka_unit_test(test_what_stands_beyond_the_line_goes_only_down),
        cmocka_unit_test(test_plus_and_minus_are_one_step_even_twice_in_a_moment),
        cmocka_unit_test(test_a_value_between_two_steps_goes_to_the_next_whole_one),
        cmocka_unit_test(test_plus_held_repeats_after_400_ms_four_times_a_second),
        cmocka_unit_test(test_a_finger_that_slips_off_plus_has_ended_it),
        cmocka_unit_test(test_a_finger_that_slips_off_at_once_moves_nothing),
        cmocka_unit_test(test_the_page_wakes_for_the_next_repeat),
        cmocka_unit_test(test_left_and_right_move_the_slider_that_has_the_focus),
        cmocka_unit_test(test_plus_and_minus_keys_move_it_too),
        cmocka_unit_test(test_a_key_held_repeats_and_its_release_ends_it),
        cmocka_unit_test(test_up_and_down_go_from_slider_to_slider_and_on),
        cmocka_unit_test(test_one_switch_reaches_plus_and_minus),
        cmocka_unit_test(test_without_the_focus_keys_move_no_slider),
        cmocka_unit_test(test_whatever_hands_do_it_stands_on_a_step_before_its_line_and_every_move_ends),
        cmocka_unit_test(test_a_key_that_is_let_go_under_a_finger_ends_what_it_did),
        cmocka_unit_test(test_faults_of_a_slider_are_found),
        cmocka_unit_test(test_a_slider_is_as_high_as_it_says_and_its_words_wrap),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
