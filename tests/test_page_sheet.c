// Sheets lie over everything, toasts over sheets.
#include "with_page.h"

#include "ui/page_inside.h"

enum { UNDER = 1, ON_SHEET, ON_SECOND, SHEET, SECOND };

static bool sheet_open, second_open;
static struct rect plate;

static void a_page(void)
{
    page_button(page, (struct rect){20, 20, 140, 60}, UNDER, BUTTON_MAIN, ICON_NONE, "Under");
    if (sheet_open) {
        plate = page_sheet(page, SHEET, 600, 400);
        page_button(page, (struct rect){plate.x + 32, plate.y + 32, 140, 60}, ON_SHEET, BUTTON_MAIN,
                    ICON_NONE, "On it");
    }
    if (second_open) {
        const struct rect second = page_sheet(page, SECOND, 300, 200);
        page_button(page, (struct rect){second.x + 32, second.y + 32, 140, 60}, ON_SECOND, BUTTON_MAIN,
                    ICON_NONE, "On top");
    }
}

static void open_sheets(bool one, bool two)
{
    sheet_open = one;
    second_open = two;
    show(a_page);
}

static int tap_on(int id)
{
    const struct rect at = place_of(id);
    return tap((float)at.x + 20, (float)at.y + 20);
}

static void test_a_sheet_stands_in_the_middle_of_a_wide_page_and_at_the_foot_of_a_tall_one(void **state)
{
    (void)state;
    open_sheets(true, false);
    assert_int_equal(plate.x, (PAGE_W - 600) / 2);
    assert_int_equal(plate.y, (PAGE_H - 400) / 2);
    page_begin(page, 800, 1280, now_ms);
    a_page();
    page_end(page);
    assert_int_equal(plate.x, 28);
    assert_int_equal(plate.w, 744);
    assert_int_equal(plate.y + plate.h, 1280 - 28);
}

static void test_what_lies_under_a_sheet_is_dead(void **state)
{
    (void)state;
    open_sheets(false, false);
    assert_int_equal(tap_on(UNDER), UNDER);
    open_sheets(true, false);
    assert_int_not_equal(tap_on(UNDER), UNDER);
    assert_int_equal(tap_on(ON_SHEET), ON_SHEET);
}

static void test_a_second_tap_on_what_closed_a_sheet_presses_nothing_below(void **state)
{
    (void)state;
    open_sheets(true, false);
    sheet_open = false;
    pass(20);
    pass(AGAIN_MS - 100);
    assert_int_equal(tap_on(UNDER), PAGE_NOTHING);
    pass(100);
    assert_int_equal(tap_on(UNDER), UNDER);
}

static void test_a_second_sheet_lies_over_the_first(void **state)
{
    (void)state;
    open_sheets(true, true);
    assert_int_not_equal(tap_on(ON_SHEET), ON_SHEET);
    assert_int_equal(tap_on(ON_SECOND), ON_SECOND);
}

static void test_a_tap_on_the_scrim_is_told(void **state)
{
    (void)state;
    open_sheets(true, false);
    assert_int_equal(tap(20, 700), PAGE_OUTSIDE);
    assert_int_equal(tap((float)plate.x + 300, (float)plate.y + 300), PAGE_NOTHING);
    open_sheets(false, false);
    assert_int_equal(tap(20, 700), PAGE_NOTHING);
}

static void test_a_finger_that_slides_off_the_sheet_does_not_tap_the_scrim(void **state)
{
    (void)state;
    open_sheets(true, false);
    finger(EVENT_DOWN, 1, (float)plate.x + 300, (float)plate.y + 300);
    finger(EVENT_MOVE, 1, 20, 700);
    assert_int_equal(finger(EVENT_UP, 1, 20, 700), PAGE_NOTHING);
}

static void test_a_sheet_comes_in_220_ms_and_then_is_still(void **state)
{
    (void)state;
    open_sheets(true, false);
    pass(200);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    pass(21);
    assert_true(page_still_ms(page, now_ms) > 1000);
}

static void test_the_focus_stays_on_the_sheet(void **state)
{
    (void)state;
    open_sheets(true, false);
    for (int i = 0; i < 3; i++) {
        press_key("Tab");
        pass(400);
        assert_int_equal(press_key("Return"), ON_SHEET);
        pass(400);
    }
}

// "Save" on a sheet may be "Save" below it.
static void a_sheet_with_what_is_below(void)
{
    page_button(page, (struct rect){20, 20, 140, 60}, UNDER, BUTTON_MAIN, ICON_NONE, "Save");
    const struct rect at = page_sheet(page, SHEET, 600, 400);
    page_button(page, (struct rect){at.x + 32, at.y + 32, 140, 60}, ON_SHEET, BUTTON_MAIN, ICON_NONE,
                "Close");
    page_button(page, (struct rect){at.x + 32, at.y + 132, 140, 60}, UNDER, BUTTON_MAIN, ICON_NONE, "Save");
    page_button(page, (struct rect){at.x + 32, at.y + 232, 140, 60}, ON_SECOND, BUTTON_MAIN, ICON_NONE, "No");
}

static void test_tab_goes_past_what_is_on_the_sheet_and_below_it(void **state)
{
    (void)state;
    static const int all[] = {ON_SHEET, UNDER, ON_SECOND};
    show(a_sheet_with_what_is_below);
    for (int i = 0; i < 3; i++) {
        press_key("Tab");
        pass(400);
        assert_int_equal(page_focused(page), all[i]);
    }
}

// ---- toasts

static int undo_x, undo_y;

// The toast is at the foot; its button at its end.
static int tap_undo(void)
{
    for (undo_x = PAGE_W; undo_x > PAGE_W / 2; undo_x -= 20) {
        undo_y = PAGE_H - 28 - 36;
        const int result = tap((float)undo_x, (float)undo_y);
        if (result == PAGE_UNDO) {
            return result;
        }
    }
    return PAGE_NOTHING;
}

static void test_undo_is_offered_for_7_s(void **state)
{
    (void)state;
    open_sheets(false, false);
    page_toast(page, "“Return 2” was deleted.", true, now_ms);
    pass(6900);
    assert_true(page_toasting(page, now_ms));
    assert_true(page_still_ms(page, now_ms) <= 100); // wakes to take it away
    assert_int_equal(tap_undo(), PAGE_UNDO);
    assert_false(page_toasting(page, now_ms));
    page_toast(page, "“Return 2” was deleted.", true, now_ms);
    pass(7000);
    assert_false(page_toasting(page, now_ms));
    assert_int_equal(tap_undo(), PAGE_NOTHING);
}

static void test_undo_can_be_pressed_over_a_sheet(void **state)
{
    (void)state;
    open_sheets(true, false);
    page_toast(page, "Saved.", true, now_ms);
    pass(300);
    assert_int_equal(tap(640, PAGE_H - 28 - 66), PAGE_NOTHING); // its bar is no scrim
    assert_int_equal(tap_undo(), PAGE_UNDO);
}

static void test_a_toast_without_undo_has_nothing_to_press(void **state)
{
    (void)state;
    open_sheets(false, false);
    page_toast(page, "Saved.", false, now_ms);
    pass(100);
    assert_int_equal(tap_undo(), PAGE_NOTHING);
    assert_true(page_toasting(page, now_ms));
}

static void test_a_new_toast_takes_the_old_ones_place_and_time(void **state)
{
    (void)state;
    open_sheets(false, false);
    page_toast(page, "One.", true, now_ms);
    pass(5000);
    page_toast(page, "Two.", false, now_ms);
    pass(5000);
    assert_true(page_toasting(page, now_ms));
    assert_int_equal(tap_undo(), PAGE_NOTHING);
}

static void test_leaving_a_screen_ends_its_toast(void **state)
{
    (void)state;
    open_sheets(false, false);
    page_toast(page, "One.", true, now_ms);
    page_enter(page);
    assert_false(page_toasting(page, now_ms));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_sheet_stands_in_the_middle_of_a_wide_page_and_at_the_foot_of_a_tall_one),
        cmocka_unit_test(test_what_lies_under_a_sheet_is_dead),
        cmocka_unit_test(test_a_second_tap_on_what_closed_a_sheet_presses_nothing_below),
        cmocka_unit_test(test_a_second_sheet_lies_over_the_first),
        cmocka_unit_test(test_a_tap_on_the_scrim_is_told),
        cmocka_unit_test(test_a_finger_that_slides_off_the_sheet_does_not_tap_the_scrim),
        cmocka_unit_test(test_a_sheet_comes_in_220_ms_and_then_is_still),
        cmocka_unit_test(test_the_focus_stays_on_the_sheet),
        cmocka_unit_test(test_tab_goes_past_what_is_on_the_sheet_and_below_it),
        cmocka_unit_test(test_undo_is_offered_for_7_s),
        cmocka_unit_test(test_undo_can_be_pressed_over_a_sheet),
        cmocka_unit_test(test_a_toast_without_undo_has_nothing_to_press),
        cmocka_unit_test(test_a_new_toast_takes_the_old_ones_place_and_time),
        cmocka_unit_test(test_leaving_a_screen_ends_its_toast),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
