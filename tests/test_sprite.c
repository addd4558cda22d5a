// Sprites: from SVG text; stretched and trimmed.
#include "with_canvas.h"

enum { W = 64, H = 48 };

static struct window *window;
static struct canvas *canvas;

static int open_window(void **state)
{
    (void)state;
    window = open_software(W, H);
    canvas = window_canvas(window);
    return 0;
}

static int close_window(void **state)
{
    (void)state;
    window_close(window);
    return 0;
}

static struct sprite *from_text(const char *svg, int w, int h)
{
    return sprite_from_svg(svg, strlen(svg), w, h);
}

static void show(const struct sprite *sprite)
{
    const struct matrix to = moved_by(0, 0);
    canvas_begin(canvas);
    canvas_draw(canvas, sprite, &to, 255, NULL);
    canvas_end(canvas);
}

static uint32_t pixel_at(int x, int y)
{
    return canvas_pixels(canvas)[y * W + x] & 0xFFFFFF;
}

// A block with a border, as the screens of the corner are made of.
static int block(char *svg, size_t size, int w, int h)
{
    return snprintf(
        svg, size,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><rect x=\"1.25\" y=\"1.25\" "
        "width=\"%.2f\" height=\"%.2f\" rx=\"6.75\" fill=\"#3366cc\" fill-opacity=\"0.80\" "
        "stroke=\"#ffcc00\" stroke-width=\"2.50\"/></svg>",
        w, h, w - 2.5, h - 2.5);
}

static void test_a_block_that_is_stretched_is_the_block_that_is_drawn_whole(void **state)
{
    (void)state;
    static const int sizes[][2] = {{27, 27}, {28, 27}, {27, 40}, {60, 30}, {33, 47}, {W, H}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const int w = sizes[i][0], h = sizes[i][1];
        char svg[1024];
        int length = block(svg, sizeof svg, w, h);
        struct sprite *whole = sprite_from_svg(svg, (size_t)length, w, h);
        length = block(svg, sizeof svg, 27, 27);
        struct sprite *stretched = sprite_from_svg_stretched(svg, (size_t)length, 27, 27, w, h);
        show(whole);
        uint32_t *wanted = pixels_now(canvas);
        show(stretched);
        for (int at = 0; at < W * H; at++) {
            assert_true(channel_difference(pixel_at(at % W, at / W), wanted[at]) <= 1);
        }
        assert_int_equal(sprite_width(stretched), w);
        assert_int_equal(sprite_height(stretched), h);
        free(wanted);
        sprite_free(whole);
        sprite_free(stretched);
    }
}

static void test_the_view_box_is_stretched_to_the_sprite(void **state)
{
    (void)state;
    struct sprite *sprite =
        from_text("<svg viewBox=\"-10 -10 20 20\" xmlns=\"http://www.w3.org/2000/svg\" "
                  "width=\"7\" height=\"7\"><rect width=\"10\" height=\"10\" fill=\"#f00\"/></svg>",
                  60, 20);
    assert_int_equal(sprite_width(sprite), 60);
    assert_int_equal(sprite_height(sprite), 20);
    const struct rect box = sprite_bounds(sprite);
    assert_int_equal(box.x, 30);
    assert_int_equal(box.y, 10);
    assert_int_equal(box.w, 30);
    assert_int_equal(box.h, 10);
    show(sprite);
    assert_int_equal(pixel_at(30, 10), 0xFF0000);
    assert_int_equal(pixel_at(59, 19), 0xFF0000);
    assert_int_equal(pixel_at(29, 10), 0);
    sprite_free(sprite);
}

static void test_a_clear_picture_is_a_sprite_without_bounds(void **state)
{
    (void)state;
    struct sprite *sprite = sprite_of("<rect width=\"5\" height=\"5\" fill=\"none\"/>", 20, 20);
    assert_int_equal(sprite_bounds(sprite).w, 0);
    assert_int_equal(sprite_width(sprite), 20);
    show(sprite);
    sprite_free(sprite);
}

static void test_what_is_no_picture_is_refused(void **state)
{
    (void)state;
    assert_null(from_text("", 10, 10));
    assert_null(from_text("hello", 10, 10));
    assert_null(from_text("<svg viewBox=\"0 0 9 9\"", 10, 10));
    assert_null(from_text("<svg viewBox=\"0 0 9 9\"></svg>", 0, 10));
    sprite_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_block_that_is_stretched_is_the_block_that_is_drawn_whole),
        cmocka_unit_test(test_the_view_box_is_stretched_to_the_sprite),
        cmocka_unit_test(test_a_clear_picture_is_a_sprite_without_bounds),
        cmocka_unit_test(test_what_is_no_picture_is_refused),
    };
    return cmocka_run_group_tests(tests, open_window, close_window);
}
