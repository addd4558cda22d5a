// Words fit their boxes, and page_fault finds each planted fault.
#include "with_page.h"

static const struct look body = {.type = TYPE_BODY};
static const char long_text[] = "Three are enough to start: goodbye, while away 1, return 1. "
                                "The bear’s own sounds fill the gaps.";

static void nothing(void)
{
}

static void test_wrapped_text_is_no_wider_than_its_box_and_loses_no_line(void **state)
{
    (void)state;
    show(nothing);
    int before = 100000;
    for (int w = 80; w < 1000; w += 23) {
        const int h = page_text_height(page, body, long_text, w);
        assert_true(h % 28 == 0 && h <= before); // wider is never higher
        assert_true(h / 28 >= page_text_width(page, body, long_text) / w);
        before = h;
    }
    assert_int_equal(before, 28);
}

static void test_larger_text_is_a_fifth_larger(void **state)
{
    (void)state;
    show(nothing);
    const int w = page_text_width(page, body, long_text), h = page_text_height(page, body, long_text, 2000);
    page_larger_text(page, true);
    const int larger = page_text_width(page, body, long_text);
    assert_in_range(larger, w * 115 / 100, w * 125 / 100);
    assert_int_equal(page_text_height(page, body, long_text, 2000), (h * 6 + 4) / 5);
}

static void test_an_empty_text_takes_no_place(void **state)
{
    (void)state;
    show(nothing);
    assert_int_equal(page_text_height(page, body, "", 100), 0);
}

// ---- faults

static void well(void)
{
    page_wall(page, true);
    page_card(page, (struct rect){100, 100, 500, 300}, CARD_PLAIN);
    page_text(page, (struct rect){120, 120, 460, 112}, body, long_text);
    page_button(page, (struct rect){120, 300, 200, 60}, 1, BUTTON_MAIN, ICON_CHECK, "Keep");
    page_button(page, (struct rect){328, 300, 200, 60}, 2, BUTTON_SECOND, ICON_PLAY, "Listen");
}

static void small_target(void)
{
    page_press(page, (struct rect){100, 100, 200, 40}, 1, "Low");
}

static void narrow_target(void)
{
    page_press(page, (struct rect){100, 100, 40, 200}, 1, "Narrow");
}

static void both_the_same(void)
{
    page_press(page, (struct rect){100, 100, 100, 60}, 1, "One");
    page_press(page, (struct rect){100, 200, 100, 60}, 1, "Two");
}

static void one_below_the_other(void)
{
    page_press(page, (struct rect){100, 100, 100, 60}, 1, "One");
    const struct rect at = page_sheet(page, 9, 300, 200);
    page_press(page, (struct rect){at.x + 32, at.y + 32, 100, 60}, 1, "One");
}

static void overlapping(void)
{
    page_press(page, (struct rect){100, 100, 100, 60}, 1, "One");
    page_press(page, (struct rect){190, 140, 100, 60}, 2, "Two");
}

static void cut_text(void)
{
    page_text(page, (struct rect){100, 100, 200, 56}, body, long_text);
}

static void cut_word(void)
{
    page_text(page, (struct rect){100, 100, 60, 28}, body, "Unbreakable");
}

static void cut_label(void)
{
    page_button(page, (struct rect){100, 100, 120, 60}, 1, BUTTON_MAIN, ICON_PLAY, long_text);
}

static void text_off_screen(void)
{
    page_text(page, (struct rect){1200, 100, 400, 28}, body, "Off the right edge");
}

static void texts_on_each_other(void)
{
    page_text(page, (struct rect){100, 100, 200, 28}, body, "Under");
    page_text(page, (struct rect){120, 112, 200, 28}, body, "Over");
}

static void target_off_screen(void)
{
    page_press(page, (struct rect){100, 780, 200, 60}, 1, "Below");
}

static void on_two_layers(void)
{
    page_press(page, (struct rect){400, 300, 200, 60}, 1, "Under");
    const struct rect plate = page_sheet(page, 9, 600, 400);
    page_press(page, (struct rect){plate.x + 20, plate.y + 20, 560, 300}, 2, "Over");
}

static void scrolled_out(void)
{
    page_scroll_begin(page, (struct rect){0, 0, PAGE_W, PAGE_H}, 2000);
    page_press(page, (struct rect){100, 1900, 200, 60}, 1, "Far below");
    page_text(page, (struct rect){100, 1700, 400, 28}, body, "Far below too");
    page_scroll_end(page);
}

static void test_a_good_layout_has_no_fault(void **state)
{
    (void)state;
    static void (*const good[])(void) = {nothing, well, on_two_layers, one_below_the_other, scrolled_out};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        show(good[i]);
        const char *fault = page_fault(page);
        if (fault) {
            fail_msg("%s", fault);
        }
    }
}

static void test_each_planted_fault_is_named(void **state)
{
    (void)state;
    static const struct {
        void (*layout)(void);
        const char *named;
    } faults[] = {{small_target, "Low"},
                  {narrow_target, "Narrow"},
                  {both_the_same, "both"},
                  {overlapping, "overlap"},
                  {cut_text, "is cut"},
                  {cut_word, "Unbreakable"},
                  {cut_label, "is cut"},
                  {text_off_screen, "edge"},
                  {texts_on_each_other, "each other"},
                  {target_off_screen, "off the screen"}};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        show(faults[i].layout);
        const char *fault = page_fault(page);
        if (!fault || !strstr(fault, faults[i].named)) {
            fail_msg("%s: %s", faults[i].named, fault ? fault : "not found");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrapped_text_is_no_wider_than_its_box_and_loses_no_line),
        cmocka_unit_test(test_larger_text_is_a_fifth_larger),
        cmocka_unit_test(test_an_empty_text_takes_no_place),
        cmocka_unit_test(test_a_good_layout_has_no_fault),
        cmocka_unit_test(test_each_planted_fault_is_named),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
