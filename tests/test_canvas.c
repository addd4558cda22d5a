// The canvas paints what changed, only that, and shows it.
#include "with_canvas.h"

#include <math.h>

#include "platform/loader.h"

enum { W = 320, H = 200 };

static struct window *window;
static struct canvas *canvas;
static struct sprite *red, *ring, *backdrop;

static int open_all(void **state)
{
    (void)state;
    window = open_software(W, H);
    canvas = window_canvas(window);
    red = sprite_of("<rect width=\"40\" height=\"40\" fill=\"#ff0000\"/>", 40, 40);
    ring = sprite_of(
        "<circle cx=\"30\" cy=\"30\" r=\"20\" fill=\"none\" stroke=\"#00ff00\" stroke-width=\"8\"/>", 60, 60);
    backdrop = sprite_of("<rect width=\"320\" height=\"200\" fill=\"#0000ff\"/>", W, H);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    sprite_free(red);
    sprite_free(ring);
    sprite_free(backdrop);
    window_close(window);
    return 0;
}

static void draw_at(const struct sprite *sprite, float x, float y)
{
    const struct matrix to = moved_by(x, y);
    canvas_draw(canvas, sprite, &to, 255, NULL);
}

static uint32_t pixel_at(int x, int y)
{
    return canvas_pixels(canvas)[y * W + x] & 0xFFFFFF;
}

static bool show_scene(float ring_x)
{
    canvas_begin(canvas);
    draw_at(backdrop, 0, 0);
    draw_at(red, 10, 10);
    draw_at(ring, ring_x, 100);
    return canvas_end(canvas);
}

static int64_t painted_by_scene(float ring_x)
{
    const int64_t before = canvas_work(canvas).pixels;
    show_scene(ring_x);
    return canvas_work(canvas).pixels - before;
}

static void test_the_first_frame_is_painted(void **state)
{
    (void)state;
    assert_true(show_scene(100));
    assert_int_equal(pixel_at(15, 15), 0xFF0000);
    assert_int_equal(pixel_at(5, 5), 0x0000FF);
    assert_int_equal(pixel_at(110, 130), 0x00FF00);
}

static void test_an_equal_frame_paints_nothing(void **state)
{
    (void)state;
    show_scene(100);
    const struct canvas_work before = canvas_work(canvas);
    assert_false(show_scene(100));
    assert_int_equal(canvas_work(canvas).pixels, before.pixels);
    assert_int_equal(canvas_work(canvas).frames, before.frames);
}

// The ring's box, 48 x 48, where it was and where it is: backdrop and ring in both.
static void test_a_moved_sprite_paints_its_old_and_its_new_place(void **state)
{
    (void)state;
    show_scene(100);
    const int64_t painted = painted_by_scene(200);
    assert_in_range(painted, 2 * 48 * 48, 3 * 50 * 50);
    assert_int_equal(pixel_at(110, 130), 0x0000FF);
    assert_int_equal(pixel_at(210, 130), 0x00FF00);
}

static void test_a_sprite_that_left_is_painted_over(void **state)
{
    (void)state;
    show_scene(100);
    canvas_begin(canvas);
    draw_at(backdrop, 0, 0);
    draw_at(ring, 100, 100);
    assert_true(canvas_end(canvas));
    assert_int_equal(pixel_at(15, 15), 0x0000FF);
}

static void test_a_changed_order_is_painted(void **state)
{
    (void)state;
    canvas_begin(canvas);
    draw_at(red, 50, 50);
    draw_at(backdrop, 0, 0);
    canvas_end(canvas);
    assert_int_equal(pixel_at(60, 60), 0x0000FF);
    canvas_begin(canvas);
    draw_at(backdrop, 0, 0);
    draw_at(red, 50, 50);
    assert_true(canvas_end(canvas));
    assert_int_equal(pixel_at(60, 60), 0xFF0000);
}

static void test_what_an_opaque_sprite_covers_is_not_painted(void **state)
{
    (void)state;
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF123456);
    draw_at(red, 10, 10);
    draw_at(backdrop, 0, 0);
    window_resized(window);
    const int64_t before = canvas_work(canvas).pixels;
    canvas_end(canvas);
    assert_int_equal(canvas_work(canvas).pixels - before, W * H);
}

static void test_alpha_and_clip_hold(void **state)
{
    (void)state;
    const struct rect clip = {0, 0, 30, 200};
    const struct matrix to = moved_by(10, 10);
    canvas_begin(canvas);
    draw_at(backdrop, 0, 0);
    canvas_draw(canvas, red, &to, 128, &clip);
    canvas_end(canvas);
    assert_true(channel_difference(pixel_at(20, 20), 0x80007F) <= 1);
    assert_int_equal(pixel_at(35, 20), 0x0000FF);
}

static void test_a_changed_alpha_clip_or_colour_is_painted(void **state)
{
    (void)state;
    const struct matrix to = moved_by(10, 10);
    const struct rect whole = {0, 0, W, H}, left = {0, 0, 30, H};
    const struct {
        int alpha;
        struct rect clip;
        uint32_t argb, expected;
    } steps[] = {{255, whole, 0xFF00FF00, 0xFF0000},
                 {0x80, whole, 0xFF00FF00, 0x807F00},
                 {0x80, left, 0xFF00FF00, 0x00FF00},
                 {0x80, left, 0xFF0000FF, 0x0000FF}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        canvas_begin(canvas);
        canvas_fill(canvas, NULL, steps[i].argb);
        canvas_draw(canvas, red, &to, steps[i].alpha, &steps[i].clip);
        assert_true(canvas_end(canvas));
        assert_true(channel_difference(pixel_at(35, 35), steps[i].expected) <= 1);
    }
}

static void test_a_fill_mixes_with_what_is_below(void **state)
{
    (void)state;
    const struct rect rect = {100, 50, 10, 10};
    canvas_begin(canvas);
    draw_at(backdrop, 0, 0);
    canvas_fill(canvas, &rect, 0x40FF0000);
    canvas_end(canvas);
    assert_true(channel_difference(pixel_at(105, 55), 0x4000BF) <= 1);
    assert_int_equal(pixel_at(110, 55), 0x0000FF);
}

static void test_where_nothing_is_drawn_it_is_black(void **state)
{
    (void)state;
    show_scene(100);
    canvas_begin(canvas);
    assert_true(canvas_end(canvas));
    assert_int_equal(pixel_at(15, 15), 0);
    assert_int_equal(pixel_at(W - 1, H - 1), 0);
}

static void test_an_invisible_draw_changes_nothing(void **state)
{
    (void)state;
    const struct rect nowhere = {50, 50, 0, 10};
    const struct matrix flat = {0, 0, 0, 1, 50, 50}, away = moved_by(-500, 0), broken = {1, 0, 0, 1, NAN, 0};
    show_scene(100);
    canvas_begin(canvas);
    draw_at(backdrop, 0, 0);
    draw_at(red, 10, 10);
    draw_at(ring, 100, 100);
    canvas_draw(canvas, red, &flat, 255, NULL);
    canvas_draw(canvas, red, &away, 255, NULL);
    canvas_draw(canvas, red, &broken, 255, NULL);
    canvas_draw(canvas, red, &flat, 0, NULL);
    canvas_fill(canvas, &nowhere, 0xFFFFFFFF);
    assert_false(canvas_end(canvas));
}

static void test_a_snapshot_is_what_is_shown(void **state)
{
    (void)state;
    show_scene(77);
    uint32_t *shown = pixels_now(canvas);
    struct sprite *snapshot = canvas_snapshot(canvas);
    assert_int_equal(sprite_width(snapshot), W);
    assert_int_equal(sprite_height(snapshot), H);
    canvas_begin(canvas);
    draw_at(snapshot, 0, 0);
    canvas_end(canvas);
    uint32_t *again = pixels_now(canvas);
    assert_memory_equal(shown, again, W * H * sizeof *shown);
    sprite_free(snapshot);
    free(shown);
    free(again);
}

// A window's pixels carry no alpha: the snapshot of them must, or a cross-fade would add light to light.
static void test_a_snapshot_fades_and_turns_as_a_picture(void **state)
{
    (void)state;
    show_scene(77);
    struct sprite *snapshot = canvas_snapshot(canvas);
    const struct matrix larger = {1.5F, 0, 0, 1.5F, 0, 0}, still = moved_by(0, 0);
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFFFFFFFF);
    canvas_draw(canvas, snapshot, &larger, 255, NULL);
    canvas_end(canvas);
    assert_int_equal(pixel_at(30, 30), 0xFF0000);
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFFFFFFFF);
    canvas_draw(canvas, snapshot, &still, 128, NULL);
    canvas_end(canvas);
    assert_true(channel_difference(pixel_at(20, 20), 0xFF7F7F) <= 1);
    sprite_free(snapshot);
}

// Another sprite at the same address with the same place must not pass for the old one.
static void test_a_freed_sprite_is_not_mistaken_for_its_successor(void **state)
{
    (void)state;
    const char *const colours[] = {"<rect width=\"9\" height=\"9\" fill=\"#ffffff\"/>",
                                   "<rect width=\"9\" height=\"9\" fill=\"#ffff00\"/>"};
    const uint32_t expected[] = {0xFFFFFF, 0xFFFF00};
    for (int i = 0; i < 8; i++) {
        struct sprite *sprite = sprite_of(colours[i % 2], 9, 9);
        canvas_begin(canvas);
        draw_at(backdrop, 0, 0);
        draw_at(sprite, 20, 20);
        sprite_free(sprite);
        assert_true(canvas_end(canvas));
        assert_int_equal(pixel_at(24, 24), expected[i % 2]);
    }
    canvas_begin(canvas);
    draw_at(backdrop, 0, 0);
    assert_true(canvas_end(canvas));
    assert_int_equal(pixel_at(24, 24), 0x0000FF);
}

static void test_after_a_resize_everything_is_painted_at_the_new_size(void **state)
{
    (void)state;
    int w = 0, h = 0;
    show_scene(100);
    window_resize(window, 500, 300);
    canvas_size(canvas, &w, &h);
    assert_int_equal(w, 500);
    assert_int_equal(h, 300);
    assert_true(show_scene(100));
    const uint32_t *pixels = canvas_pixels(canvas);
    assert_int_equal(pixels[15 * 500 + 15] & 0xFFFFFF, 0xFF0000);
    assert_int_equal(pixels[299 * 500 + 499] & 0xFFFFFF, 0);
    window_resize(window, W, H);
    assert_true(show_scene(100));
}

static void test_a_shot_is_written_as_png(void **state)
{
    (void)state;
    show_scene(100);
    assert_true(canvas_save_png(canvas, "canvas_shot.png"));
    assert_false(canvas_save_png(canvas, "no/such/folder/shot.png"));
    FILE *file = fopen("canvas_shot.png", "rb");
    assert_non_null(file);
    unsigned char head[24] = {0};
    assert_int_equal(fread(head, 1, sizeof head, file), sizeof head);
    fclose(file);
    remove("canvas_shot.png");
    assert_memory_equal(head, "\x89PNG\r\n\x1a\n", 8);
    assert_int_equal(head[18] * 256 + head[19], W);
    assert_int_equal(head[22] * 256 + head[23], H);
}

struct raster {
    struct sprite *sprite;
};

static void rasterise(void *arg)
{
    struct raster *raster = arg;
    raster->sprite = sprite_of("<circle cx=\"30\" cy=\"30\" r=\"25\" fill=\"#fff\"/>", 60, 60);
}

static void test_a_picture_that_no_window_shows_is_the_same(void **state)
{
    (void)state;
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF123456);
    draw_at(ring, 20.5f, 30.25f);
    canvas_end(canvas);
    struct canvas *paper = canvas_paper(W, H);
    assert_non_null(paper);
    const struct matrix to = moved_by(20.5f, 30.25f);
    canvas_begin(paper);
    canvas_fill(paper, NULL, 0xFF123456);
    canvas_draw(paper, ring, &to, 255, NULL);
    assert_true(canvas_end(paper));
    const uint32_t *shown = canvas_pixels(canvas), *drawn = canvas_pixels(paper);
    for (int i = 0; i < W * H; i++) {
        assert_int_equal(drawn[i] & 0xFFFFFF, shown[i] & 0xFFFFFF);
    }
    assert_true(canvas_save_png(paper, "canvas_paper.png"));
    canvas_close(paper);
}

static void test_sprites_may_come_from_the_loader_while_frames_are_shown(void **state)
{
    (void)state;
    struct loader *loader = loader_new(false);
    struct raster rasters[40] = {0};
    for (int i = 0; i < 40; i++) {
        loader_add(loader, rasterise, NULL, &rasters[i]);
    }
    for (int i = 0; loader_poll(loader); i++) {
        show_scene((float)(i % 200));
    }
    canvas_begin(canvas);
    for (int i = 0; i < 40; i++) {
        draw_at(rasters[i].sprite, (float)(i % 5 * 60), (float)(i / 5 * 20));
    }
    canvas_end(canvas);
    assert_int_equal(pixel_at(30, 30), 0xFFFFFF);
    for (int i = 0; i < 40; i++) {
        sprite_free(rasters[i].sprite);
    }
    loader_free(loader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_frame_is_painted),
        cmocka_unit_test(test_an_equal_frame_paints_nothing),
        cmocka_unit_test(test_a_moved_sprite_paints_its_old_and_its_new_place),
        cmocka_unit_test(test_a_sprite_that_left_is_painted_over),
        cmocka_unit_test(test_a_changed_order_is_painted),
        cmocka_unit_test(test_what_an_opaque_sprite_covers_is_not_painted),
        cmocka_unit_test(test_alpha_and_clip_hold),
        cmocka_unit_test(test_a_changed_alpha_clip_or_colour_is_painted),
        cmocka_unit_test(test_a_fill_mixes_with_what_is_below),
        cmocka_unit_test(test_where_nothing_is_drawn_it_is_black),
        cmocka_unit_test(test_an_invisible_draw_changes_nothing),
        cmocka_unit_test(test_a_snapshot_is_what_is_shown),
        cmocka_unit_test(test_a_snapshot_fades_and_turns_as_a_picture),
        cmocka_unit_test(test_a_freed_sprite_is_not_mistaken_for_its_successor),
        cmocka_unit_test(test_after_a_resize_everything_is_painted_at_the_new_size),
        cmocka_unit_test(test_a_shot_is_written_as_png),
        cmocka_unit_test(test_a_picture_that_no_window_shows_is_the_same),
        cmocka_unit_test(test_sprites_may_come_from_the_loader_while_frames_are_shown),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
