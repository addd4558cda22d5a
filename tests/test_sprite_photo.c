// A family's photo: round, upright, from the square that was chosen; whole, for choosing it; kept as PNG.
#include "with_canvas.h"

#include <SDL.h>
#include <SDL_image.h>

#include "platform/files.h"
#include "platform/sprite_exif.h"

enum { W = 64, H = 48, SHOWN_RED = 0xFF6969 }; // pure red is shown so: it is less than 0.8 of the light

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

static void show(const struct sprite *sprite)
{
    const struct matrix to = moved_by(0, 0);
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF000000);
    canvas_draw(canvas, sprite, &to, 255, NULL);
    canvas_end(canvas);
}

static uint32_t pixel_at(int x, int y)
{
    return canvas_pixels(canvas)[y * W + x] & 0xFFFFFF;
}

static struct sprite *from_file(const char *path, int size)
{
    size_t length = 0;
    char *bytes = files_read(path, &length);
    assert_non_null(bytes);
    struct sprite *sprite = sprite_from_photo_bytes(bytes, length, 0, 0, 0, size);
    free(bytes);
    return sprite;
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
    struct sprite *sprite = from_file("sprite_photo.png", 30);
    remove("sprite_photo.png");
    assert_non_null(sprite);
    assert_int_equal(sprite_width(sprite), 30);
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF00FF00);
    const struct matrix to = moved_by(10, 10);
    canvas_draw(canvas, sprite, &to, 255, NULL);
    canvas_end(canvas);
    assert_int_equal(pixel_at(25, 25), SHOWN_RED);
    assert_int_equal(pixel_at(11, 25), SHOWN_RED); // nothing of the blue
    assert_int_equal(pixel_at(38, 25), SHOWN_RED);
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
static SDL_RWops *stored_jpeg(int w, int h)
{
    static const uint32_t quarters[] = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF};
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    for (int i = 0; i < 4; i++) {
        SDL_FillRect(surface, &(SDL_Rect){i % 2 * w / 2, i / 2 * h / 2, w / 2, h / 2}, quarters[i]);
    }
    static unsigned char bytes[20000];
    SDL_RWops *file = SDL_RWFromMem(bytes, sizeof bytes);
    assert_int_equal(IMG_SaveJPG_RW(surface, file, 0, 95), 0);
    SDL_FreeSurface(surface);
    return file;
}

static void write_turned(const char *path, int orientation, bool big_endian, int w, int h)
{
    SDL_RWops *jpeg = stored_jpeg(w, h);
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
    static const uint32_t R = SHOWN_RED, G = 0x00FF00, B = 0x0000FF, X = 0xFFFFFF;
    const uint32_t seen[8][4] = {{R, G, B, X}, {G, R, X, B}, {X, B, G, R}, {B, X, R, G},
                                 {R, B, G, X}, {B, R, X, G}, {X, G, B, R}, {G, X, R, B}};
    for (int i = 0; i < 16; i++) {
        write_turned("sprite_turned.jpg", i / 2 + 1, i % 2, 64, 64);
        struct sprite *sprite = from_file("sprite_turned.jpg", 40);
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
    struct sprite *sprite = from_file("sprite_clear.png", 40);
    remove("sprite_clear.png");
    assert_non_null(sprite);
    show(sprite);
    assert_int_equal(pixel_at(20, 20), 0xFFFFFF);
    sprite_free(sprite);
}

// Quarters, stored 48 x 16; 6 is a camera held upright.
static void test_the_whole_picture_is_upright_and_no_larger_than_asked(void **state)
{
    (void)state;
    write_turned("sprite_whole.jpg", 6, true, 48, 16);
    size_t length = 0;
    char *bytes = files_read("sprite_whole.jpg", &length);
    remove("sprite_whole.jpg");
    int w = 0, h = 0;
    struct sprite *sprite = sprite_from_picture(bytes, length, 24, &w, &h);
    assert_int_equal(w, 16);
    assert_int_equal(h, 48);
    assert_int_equal(sprite_width(sprite), 8);
    assert_int_equal(sprite_height(sprite), 24);
    show(sprite);
    assert_in_range(channel_difference(pixel_at(6, 4), 0xFF0000), 0, 12);
    assert_in_range(channel_difference(pixel_at(6, 18), 0x00FF00), 0, 12);
    sprite_free(sprite);
    sprite = sprite_from_picture(bytes, length, 4000, &w, &h);
    assert_int_equal(sprite_height(sprite), 48); // never larger than it is
    sprite_free(sprite);
    free(bytes);
}

// The same square of every way a camera can be held: the lower right of what is seen.
static void test_the_chosen_square_is_of_the_upright_picture(void **state)
{
    (void)state;
    static const uint32_t seen[8] = {0xFFFFFF, 0x0000FF, SHOWN_RED, 0x00FF00,
                                     0xFFFFFF, 0x00FF00, SHOWN_RED, 0x0000FF};
    for (int orientation = 1; orientation <= 8; orientation++) {
        write_turned("sprite_square.jpg", orientation, false, 64, 32);
        size_t length = 0, png_length = 0;
        char *bytes = files_read("sprite_square.jpg", &length);
        const int right = orientation > 4 ? 32 : 64, bottom = orientation > 4 ? 64 : 32;
        const char *reason = "";
        void *png = sprite_photo_png(bytes, length, right - 14, bottom - 14, 12, 30, &png_length, &reason);
        assert_non_null(png);
        assert_null(reason);
        struct sprite *sprite = sprite_from_photo_bytes(png, png_length, 0, 0, 0, 30);
        show(sprite);
        for (int at = 0; at < 3; at++) {
            const uint32_t pixel = pixel_at(6 + at * 9, 15);
            assert_in_range(channel_difference(pixel, seen[orientation - 1]), 0, 12);
        }
        sprite_free(sprite);
        free(png);
        free(bytes);
    }
    remove("sprite_square.jpg");
}

static void test_a_square_beyond_the_picture_is_brought_inside(void **state)
{
    (void)state;
    write_turned("sprite_beyond.jpg", 1, true, 64, 32);
    size_t length = 0;
    char *bytes = files_read("sprite_beyond.jpg", &length);
    remove("sprite_beyond.jpg");
    struct sprite *sprite = sprite_from_photo_bytes(bytes, length, INT32_MAX, -5, 1 << 30, 40);
    show(sprite); // the whole right half: green over white
    assert_in_range(channel_difference(pixel_at(20, 8), 0x00FF00), 0, 12);
    assert_in_range(channel_difference(pixel_at(20, 32), 0xFFFFFF), 0, 12);
    sprite_free(sprite);
    sprite = sprite_from_photo_bytes(bytes, length, INT32_MIN, INT32_MAX, 1, 0);
    assert_int_equal(sprite_width(sprite), 1);
    sprite_free(sprite);
    free(bytes);
}

// 48 x 16: red, green and blue squares, without loss and with.
static const unsigned char webp_lossless[] = {
    0x52, 0x49, 0x46, 0x46, 0x34, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38,
    0x4c, 0x27, 0x00, 0x00, 0x00, 0x2f, 0x2f, 0xc0, 0x03, 0x00, 0x17, 0x20, 0x10, 0x48, 0xda,
    0x1f, 0x7a, 0x8d, 0xf9, 0x17, 0x10, 0x14, 0xf9, 0x3f, 0xda, 0xfc, 0x07, 0x5f, 0x0a, 0x84,
    0x04, 0x84, 0x93, 0x4e, 0x1a, 0x2b, 0x47, 0xf4, 0x3f, 0xaa, 0x54, 0x01, 0x9e, 0x01, 0x00};
static const unsigned char webp_lossy[] = {
    0x52, 0x49, 0x46, 0x46, 0x62, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x20,
    0x56, 0x00, 0x00, 0x00, 0x30, 0x04, 0x00, 0x9d, 0x01, 0x2a, 0x30, 0x00, 0x10, 0x00, 0x00, 0xc0,
    0x12, 0x25, 0xa0, 0x02, 0x74, 0xca, 0x11, 0xc0, 0xde, 0x01, 0xf8, 0x01, 0xfb, 0x01, 0xfc, 0xaf,
    0x9c, 0x33, 0x40, 0xbb, 0x01, 0xfb, 0x01, 0xfc, 0xcf, 0x3f, 0xec, 0x44, 0x8c, 0x80, 0x00, 0xfe,
    0xfa, 0x21, 0x97, 0xff, 0x77, 0x6f, 0xdb, 0x5c, 0xef, 0xff, 0xad, 0x49, 0xe9, 0x16, 0x4e, 0x57,
    0xfd, 0x6b, 0xb4, 0x82, 0x0f, 0xf9, 0x99, 0xf8, 0x0f, 0x10, 0xe1, 0xd4, 0xf7, 0xfe, 0x44, 0x4b,
    0x16, 0xf0, 0x76, 0xf7, 0x15, 0xa3, 0xc4, 0xaf, 0x54, 0x00};

static void test_webp_is_read(void **state)
{
    (void)state;
    struct sprite *green = sprite_from_photo_bytes(webp_lossless, sizeof webp_lossless, 0, 0, 0, 16);
    assert_non_null(green);
    show(green);
    assert_in_range(channel_difference(pixel_at(8, 8), 0x00FF00), 0, 2);
    sprite_free(green);
    int w, h;
    struct sprite *whole = sprite_from_picture(webp_lossy, sizeof webp_lossy, 48, &w, &h);
    assert_int_equal(w, 48);
    assert_int_equal(h, 16);
    show(whole);
    assert_in_range(channel_difference(pixel_at(6, 8), 0xFF0000), 0, 40);
    assert_in_range(channel_difference(pixel_at(40, 8), 0x0000FF), 0, 40);
    sprite_free(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_photo_becomes_a_disc_of_its_centre),
        cmocka_unit_test(test_a_photo_is_shown_the_way_the_camera_was_held),
        cmocka_unit_test(test_broken_exif_means_upright),
        cmocka_unit_test(test_the_clear_parts_of_a_photo_are_white),
        cmocka_unit_test(test_the_whole_picture_is_upright_and_no_larger_than_asked),
        cmocka_unit_test(test_the_chosen_square_is_of_the_upright_picture),
        cmocka_unit_test(test_a_square_beyond_the_picture_is_brought_inside),
        cmocka_unit_test(test_webp_is_read),
    };
    return cmocka_run_group_tests(tests, open_window, close_window);
}
