// Sprites: from SVG text and from photos; stretched, trimmed, round.
#include "with_canvas.h"

#include <SDL.h>
#include <SDL_image.h>

#include "platform/sprite_exif.h"

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
    assert_null(sprite_from_photo("no/such/photo.jpg", 20));
    assert_null(sprite_from_photo(".", 20));
    sprite_free(NULL);
}

// A picture of the window's size: red, with blue left and right of its centre square.
static void write_photo(const char *path)
{
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF0000FF);
    canvas_fill(canvas, &(struct rect){(W - H) / 2, 0, H, H}, 0xFFFF0000);
    canvas_end(canvas);
    assert_true(canvas_save_png(canvas, path));
}

static void test_a_photo_becomes_a_disc_of_its_centre(void **state)
{
    (void)state;
    write_photo("sprite_photo.png");
    struct sprite *sprite = sprite_from_photo("sprite_photo.png", 30);
    remove("sprite_photo.png");
    assert_non_null(sprite);
    assert_int_equal(sprite_width(sprite), 30);
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF00FF00);
    const struct matrix to = moved_by(10, 10);
    canvas_draw(canvas, sprite, &to, 255, NULL);
    canvas_end(canvas);
    assert_int_equal(pixel_at(25, 25), 0xFF0000);
    assert_int_equal(pixel_at(11, 25), 0xFF0000); // nothing of the blue
    assert_int_equal(pixel_at(38, 25), 0xFF0000);
    assert_int_equal(pixel_at(11, 11), 0x00FF00); // the corners are cut off
    assert_int_equal(pixel_at(38, 38), 0x00FF00);
    sprite_free(sprite);
}

// EXIF as a camera writes it, in either byte order, with another entry before it.
static size_t exif_segment(unsigned char *to, int orientation, bool big_endian)
{
    const unsigned char big[] = {
        0xFF, 0xE1, 0, 42, 'E', 'x',  'i', 'f',  0, 0, 'M', 'M', 0, 42,
        0,    0,    0, 8,  0,   2,    1,   0x0F, 0, 2, 0,   0,   0, 1,
        0,    0,    0, 0,  1,   0x12, 0,   3,    0, 0, 0,   1,   0, (unsigned char)orientation,
        0,    0};
    const unsigned char little[] = {0xFF,
                                    0xE1,
                                    0,
                                    42,
                                    'E',
                                    'x',
                                    'i',
                                    'f',
                                    0,
                                    0,
                                    'I',
                                    'I',
                                    42,
                                    0,
                                    8,
                                    0,
                                    0,
                                    0,
                                    2,
                                    0,
                                    0x0F,
                                    1,
                                    2,
                                    0,
                                    1,
                                    0,
                                    0,
                                    0,
                                    0,
                                    0,
                                    0,
                                    0,
                                    0x12,
                                    1,
                                    3,
                                    0,
                                    1,
                                    0,
                                    0,
                                    0,
                                    (unsigned char)orientation,
                                    0,
                                    0,
                                    0};
    memcpy(to, big_endian ? big : little, sizeof big);
    return sizeof big;
}

// Red, green, blue and white quarters, as stored: left to right, top to bottom.
static SDL_RWops *stored_jpeg(void)
{
    static const uint32_t quarters[] = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF};
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, 64, 64, 32, SDL_PIXELFORMAT_ARGB8888);
    for (int i = 0; i < 4; i++) {
        SDL_FillRect(surface, &(SDL_Rect){i % 2 * 32, i / 2 * 32, 32, 32}, quarters[i]);
    }
    static unsigned char bytes[20000];
    SDL_RWops *file = SDL_RWFromMem(bytes, sizeof bytes);
    assert_int_equal(IMG_SaveJPG_RW(surface, file, 0, 95), 0);
    SDL_FreeSurface(surface);
    return file;
}

static void write_turned(const char *path, int orientation, bool big_endian)
{
    SDL_RWops *jpeg = stored_jpeg();
    const size_t length = (size_t)SDL_RWtell(jpeg);
    unsigned char *bytes = malloc(length), segment[64];
    SDL_RWseek(jpeg, 0, RW_SEEK_SET);
    assert_int_equal(SDL_RWread(jpeg, bytes, 1, length), length);
    SDL_RWclose(jpeg);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(bytes, 1, 2, file);
    fwrite(segment, 1, exif_segment(segment, orientation, big_endian), file);
    fwrite(bytes + 2, 1, length - 2, file);
    fclose(file);
    free(bytes);
}

// EXIF 2.3, Orientation: what is seen upper left, upper right, lower left, lower right.
static void test_a_photo_is_shown_the_way_the_camera_was_held(void **state)
{
    (void)state;
    static const uint32_t R = 0xFF0000, G = 0x00FF00, B = 0x0000FF, X = 0xFFFFFF;
    const uint32_t seen[8][4] = {{R, G, B, X}, {G, R, X, B}, {X, B, G, R}, {B, X, R, G},
                                 {R, B, G, X}, {B, R, X, G}, {X, G, B, R}, {G, X, R, B}};
    for (int i = 0; i < 16; i++) {
        write_turned("sprite_turned.jpg", i / 2 + 1, i % 2);
        struct sprite *sprite = sprite_from_photo("sprite_turned.jpg", 40);
        assert_non_null(sprite);
        show(sprite);
        for (int quarter = 0; quarter < 4; quarter++) {
            const uint32_t pixel = pixel_at(12 + quarter % 2 * 16, 12 + quarter / 2 * 16);
            assert_in_range(channel_difference(pixel, seen[i / 2][quarter]), 0, 12);
        }
        sprite_free(sprite);
    }
    remove("sprite_turned.jpg");
}

static void test_broken_exif_means_upright(void **state)
{
    (void)state;
    unsigned char bytes[64] = {0xFF, 0xD8};
    const size_t length = 2 + exif_segment(bytes + 2, 6, true);
    assert_int_equal(exif_orientation(bytes, length), 6);
    for (size_t cut = 0; cut < length;
         cut++) { // copies of the exact length, so that the sanitizer sees a step beyond
        unsigned char *part = malloc(cut ? cut : 1);
        memcpy(part, bytes, cut);
        assert_int_equal(exif_orientation(part, cut), 1);
        free(part);
    }
    for (size_t at = 0; at < length; at++) {
        for (int value = 0; value < 256; value++) {
            const unsigned char kept = bytes[at];
            bytes[at] = (unsigned char)value;
            assert_in_range(exif_orientation(bytes, length), 1, 8);
            bytes[at] = kept;
        }
    }
}

// A paw print on nothing, say: what is clear becomes white, not whatever colour lies under it.
static void test_the_clear_parts_of_a_photo_are_white(void **state)
{
    (void)state;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, 50, 50, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_FillRect(surface, NULL, 0x00FF00FF);
    assert_int_equal(IMG_SavePNG(surface, "sprite_clear.png"), 0);
    SDL_FreeSurface(surface);
    struct sprite *sprite = sprite_from_photo("sprite_clear.png", 40);
    remove("sprite_clear.png");
    assert_non_null(sprite);
    show(sprite);
    assert_int_equal(pixel_at(20, 20), 0xFFFFFF);
    sprite_free(sprite);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_view_box_is_stretched_to_the_sprite),
        cmocka_unit_test(test_a_clear_picture_is_a_sprite_without_bounds),
        cmocka_unit_test(test_what_is_no_picture_is_refused),
        cmocka_unit_test(test_a_photo_becomes_a_disc_of_its_centre),
        cmocka_unit_test(test_a_photo_is_shown_the_way_the_camera_was_held),
        cmocka_unit_test(test_broken_exif_means_upright),
        cmocka_unit_test(test_the_clear_parts_of_a_photo_are_white),
    };
    return cmocka_run_group_tests(tests, open_window, close_window);
}
