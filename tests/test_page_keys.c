// Pages without a finger: Tab, arrows, Enter, Space, Escape, typing.
#include "with_page.h"

enum { FIRST = 1, SECOND, THIRD, NAME, START };

static char typed[16];

static void three(void)
{
    page_button(page, (struct rect){100, 100, 140, 60}, FIRST, BUTTON_MAIN, ICON_NONE, "First");
    page_button(page, (struct rect){300, 100, 140, 60}, SECOND, BUTTON_SECOND, ICON_NONE, "Second");
    page_button(page, (struct rect){500, 100, 140, 60}, THIRD, BUTTON_SECOND, ICON_NONE, "Third");
}

static void a_field(void)
{
    page_field(page, (struct rect){100, 200, 400, 60}, NAME,
               &(struct field){.text = typed, .placeholder = "Name", .size = sizeof typed});
    page_button(page, (struct rect){600, 200, 140, 60}, FIRST, BUTTON_MAIN, ICON_NONE, "Save");
}

static void a_handle(void)
{
    page_handle(page, 300, 100, 126, START, "Start");
}

static int focused(void)
{
    pass(400);
    const int id = press_key("Return");
    pass(400);
    return id;
}

static void test_tab_goes_in_reading_order_and_round(void **state)
{
    (void)state;
    show(three);
    for (int i = 0; i < 4; i++) {
        press_key("Tab");
        assert_int_equal(focused(), FIRST + i % 3);
    }
}

static void test_shift_and_tab_go_back(void **state)
{
    (void)state;
    show(three);
    press_key("Tab");
    key(EVENT_KEY_DOWN, "Left Shift");
    press_key("Tab");
    key(EVENT_KEY_UP, "Left Shift");
    assert_int_equal(focused(), THIRD);
    press_key("Tab");
    assert_int_equal(focused(), FIRST);
}

static void test_tab_goes_on_from_the_field_that_is_typed_in(void **state)
{
    (void)state;
    show(a_field);
    press_key("Tab");
    assert_int_equal(focused(), FIRST);
}

static void test_arrows_go_both_ways(void **state)
{
    (void)state;
    show(three);
    press_key("Right");
    press_key("Down");
    assert_int_equal(focused(), SECOND);
    press_key("Left");
    assert_int_equal(focused(), FIRST);
    press_key("Up");
    assert_int_equal(focused(), THIRD);
}

static void test_space_presses_too(void **state)
{
    (void)state;
    show(three);
    press_key("Tab");
    pass(400);
    assert_int_equal(press_key("Space"), FIRST);
}

static void test_enter_without_a_focus_presses_nothing(void **state)
{
    (void)state;
    show(three);
    assert_int_equal(press_key("Return"), PAGE_NOTHING);
}

static void test_escape_and_the_tablets_back_are_back_when_let_go_within_a_second(void **state)
{
    (void)state;
    show(three);
    assert_int_equal(key(EVENT_KEY_DOWN, "Escape"), PAGE_NOTHING);
    pass(300);
    assert_int_equal(key(EVENT_KEY_UP, "Escape"), PAGE_BACK);
    assert_int_equal(key(EVENT_KEY_DOWN, "AC Back"), PAGE_NOTHING);
    assert_int_equal(key(EVENT_KEY_UP, "AC Back"), PAGE_BACK);
}

static void test_escape_held_is_not_back(void **state)
{
    (void)state;
    show(three);
    key(EVENT_KEY_DOWN, "Escape");
    pass(10);
    assert_true(page_still_ms(page, now_ms) <= 100); // the clock goes on for it
    pass(1000);
    assert_int_equal(key(EVENT_KEY_UP, "Escape"), PAGE_NOTHING);
    assert_true(page_still_ms(page, now_ms) > 1000);
}

static void test_a_field_takes_letters_and_gives_them_back_whole(void **state)
{
    (void)state;
    typed[0] = '\0';
    show(three);
    assert_false(page_wants_text(page));
    assert_int_equal(key(EVENT_TEXT, "x"), PAGE_NOTHING);
    show(a_field);
    assert_true(page_wants_text(page));
    assert_int_equal(key(EVENT_TEXT, "Ö"), PAGE_TYPED);
    page_typed(page, typed, sizeof typed);
    assert_int_equal(key(EVENT_TEXT, "mä"), PAGE_TYPED);
    page_typed(page, typed, sizeof typed);
    assert_string_equal(typed, "Ömä");
    assert_int_equal(key(EVENT_KEY_DOWN, "Backspace"), PAGE_TYPED);
    page_typed(page, typed, sizeof typed);
    assert_string_equal(typed, "Öm");
}

static void test_a_full_field_takes_no_half_letter(void **state)
{
    (void)state;
    snprintf(typed, sizeof typed, "12345678901234"); // one byte is left
    show(a_field);
    key(EVENT_TEXT, "ä");
    page_typed(page, typed, sizeof typed);
    assert_string_equal(typed, "12345678901234");
    key(EVENT_TEXT, "5");
    page_typed(page, typed, sizeof typed);
    assert_string_equal(typed, "123456789012345");
}

static void test_backspace_in_an_empty_field_is_harmless(void **state)
{
    (void)state;
    typed[0] = '\0';
    show(a_field);
    key(EVENT_KEY_DOWN, "Backspace");
    page_typed(page, typed, sizeof typed);
    assert_string_equal(typed, "");
}

static void test_space_is_a_letter_where_a_field_is(void **state)
{
    (void)state;
    show(a_field);
    press_key("Tab");
    pass(400);
    assert_int_equal(press_key("Space"), PAGE_NOTHING);
}

static void test_a_handle_is_moved_by_the_arrows(void **state)
{
    (void)state;
    show(a_handle);
    press_key("Tab");
    assert_int_equal(key(EVENT_KEY_DOWN, "Right"), PAGE_DRAG);
    const struct page_drag drag = page_dragged(page);
    assert_int_equal(drag.id, START);
    assert_true(drag.x - drag.grip_x > 300);
    assert_true(drag.ended);
    assert_int_equal(key(EVENT_KEY_DOWN, "Left"), PAGE_DRAG);
    assert_true(page_dragged(page).x < 300);
}

static void test_a_handle_follows_the_finger_without_a_jump(void **state)
{
    (void)state;
    show(a_handle);
    finger(EVENT_DOWN, 1, 310, 150);
    assert_int_equal(finger(EVENT_MOVE, 1, 410, 160), PAGE_DRAG);
    struct page_drag drag = page_dragged(page);
    assert_int_equal((int)(drag.x - drag.grip_x + 0.5F), 400);
    assert_false(drag.ended);
    assert_int_equal(finger(EVENT_UP, 1, 420, 160), PAGE_DRAG);
    assert_true(page_dragged(page).ended);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tab_goes_in_reading_order_and_round),
        cmocka_unit_test(test_shift_and_tab_go_back),
        cmocka_unit_test(test_tab_goes_on_from_the_field_that_is_typed_in),
        cmocka_unit_test(test_arrows_go_both_ways),
        cmocka_unit_test(test_space_presses_too),
        cmocka_unit_test(test_enter_without_a_focus_presses_nothing),
        cmocka_unit_test(test_escape_and_the_tablets_back_are_back_when_let_go_within_a_second),
        cmocka_unit_test(test_escape_held_is_not_back),
        cmocka_unit_test(test_a_field_takes_letters_and_gives_them_back_whole),
        cmocka_unit_test(test_a_full_field_takes_no_half_letter),
        cmocka_unit_test(test_backspace_in_an_empty_field_is_harmless),
        cmocka_unit_test(test_space_is_a_letter_where_a_field_is),
        cmocka_unit_test(test_a_handle_is_moved_by_the_arrows),
        cmocka_unit_test(test_a_handle_follows_the_finger_without_a_jump),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
