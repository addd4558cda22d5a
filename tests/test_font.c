// Words become sprites: as wide as they were measured, in their colour, on their baseline; without a font,
// nothing.
#include "with_canvas.h"

#include "platform/font.h"
#include "platform/sprite.h"

static struct font *font;

static int open_font(void **state)
{
    (void)state;
    font = font_new();
    return font ? 0 : -1;
}

static int close_font(void **state)
{
    (void)state;
    font_free(font);
    return 0;
}

static int width(const char *text, int size, bool bold)
{
    return font_width(font, size, bold, text, (int)strlen(text));
}

static struct sprite *drawn(const char *text, int size, bool bold, uint32_t rgb, int *baseline)
{
    return font_sprite(font, size, bold, rgb, text, (int)strlen(text), baseline);
}

static void test_the_width_is_that_of_the_drawn_guide(void **state)
{
    (void)state; // ui/guide.md 2: this line was measured in a browser at 444
    assert_in_range(width("6 rounds, longest away 2.3 s, about 2 minutes", 20, true), 438, 448);
}

static void test_bold_is_wider_and_size_scales(void **state)
{
    (void)state;
    assert_true(width("Hear a whole game", 20, true) > width("Hear a whole game", 20, false));
    assert_in_range(width("Hear a whole game", 40, false), 2 * width("Hear a whole game", 20, false) - 8,
                    2 * width("Hear a whole game", 20, false) + 8);
}

static void test_digits_are_equally_wide_so_that_timers_stand_still(void **state)
{
    (void)state;
    assert_int_equal(width("1.1 s", 20, false), width("8.8 s", 20, false));
}

static void test_only_so_many_bytes_are_read(void **state)
{
    (void)state;
    assert_int_equal(font_width(font, 20, false, "Hello world", 5), width("Hello", 20, false));
}

static void test_nothing_and_what_is_no_text_are_harmless(void **state)
{
    (void)state;
    int baseline = 0;
    assert_int_equal(width("", 20, false), 0);
    assert_null(drawn("", 20, false, 0, &baseline));
    assert_null(drawn("Hello", 0, false, 0, &baseline));
    assert_int_equal(font_width(font, 20, false, "Hello", -1), 0);
    char endless[5000];
    memset(endless, 'm', sizeof endless);
    assert_true(font_width(font, 20, false, endless, sizeof endless) > 0);
    struct sprite *broken = drawn("\xC3\x28 \xFF", 20, false, 0, &baseline);
    sprite_free(broken);
}

static void test_a_line_has_its_colour_and_stands_on_its_baseline(void **state)
{
    (void)state;
    int baseline = 0;
    struct sprite *sprite = drawn("HHH", 40, true, 0x1D6D73, &baseline);
    assert_non_null(sprite);
    const struct rect ink = sprite_bounds(sprite);
    assert_in_range(ink.y + ink.h, baseline - 1, baseline + 1);
    assert_true(ink.w <= width("HHH", 40, true) + 2);
    bool whole = false;
    for (int i = 0; i < sprite->box.w * sprite->box.h; i++) {
        whole = whole || sprite->pixels[i] == 0xFF1D6D73;
    }
    assert_true(whole);
    sprite_free(sprite);
}

static void test_forty_sizes_are_no_more_than_a_window_dragged_about(void **state)
{
    (void)state;
    const int before = width("Hello", 20, false);
    for (int size = 10; size < 50; size++) {
        assert_true(width("Hello", size, size % 2) > 0);
    }
    assert_int_equal(width("Hello", 20, false), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_width_is_that_of_the_drawn_guide),
        cmocka_unit_test(test_bold_is_wider_and_size_scales),
        cmocka_unit_test(test_digits_are_equally_wide_so_that_timers_stand_still),
        cmocka_unit_test(test_only_so_many_bytes_are_read),
        cmocka_unit_test(test_nothing_and_what_is_no_text_are_harmless),
        cmocka_unit_test(test_a_line_has_its_colour_and_stands_on_its_baseline),
        cmocka_unit_test(test_forty_sizes_are_no_more_than_a_window_dragged_about),
    };
    return cmocka_run_group_tests(tests, open_font, close_font);
}
