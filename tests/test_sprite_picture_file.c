// What a picture file says of itself: refused before anything is decoded, with one sentence.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <SDL.h>
#include <SDL_image.h>

#include "platform/canvas.h"
#include "platform/sprite_picture_file.h"

struct made {
    unsigned char bytes[8192];
    size_t length;
};

// A picture of noise: none of its rows is like another.
static SDL_Surface *noise(void)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, 30, 20, 32, SDL_PIXELFORMAT_ARGB8888);
    uint32_t *pixels = surface->pixels, state = 7;
    for (int i = 0; i < 30 * 20; i++) {
        state = state * 1664525 + 1013904223;
        pixels[i] = state | 0xFF000000U;
    }
    return surface;
}

static void make(struct made *made, bool jpeg)
{
    SDL_Surface *surface = noise();
    SDL_RWops *to = SDL_RWFromMem(made->bytes, sizeof made->bytes);
    assert_int_equal(jpeg ? IMG_SaveJPG_RW(surface, to, 0, 90) : IMG_SavePNG_RW(surface, to, 0), 0);
    made->length = (size_t)SDL_RWtell(to);
    SDL_RWclose(to);
    SDL_FreeSurface(surface);
}

static const char *reason_of(const void *bytes, size_t length)
{
    const char *reason = NULL;
    size_t png_length = 0;
    // A copy of the exact length, so that the sanitizer sees a step beyond.
    unsigned char *copy = malloc(length ? length : 1);
    memcpy(copy, bytes, length);
    assert_null(sprite_photo_png(copy, length, 0, 0, 0, 16, &png_length, &reason));
    assert_null(sprite_from_photo_bytes(copy, length, 0, 0, 0, 16));
    free(copy);
    assert_non_null(reason);
    return reason;
}

static void says(const void *bytes, size_t length, const char *word)
{
    const char *reason = reason_of(bytes, length);
    if (!strstr(reason, word)) {
        fail_msg("'%s' does not speak of '%s'", reason, word);
    }
}

static void test_size_and_type_are_read_from_the_header(void **state)
{
    (void)state;
    struct made made;
    struct picture_file file;
    for (int jpeg = 0; jpeg < 2; jpeg++) {
        make(&made, jpeg);
        assert_null(picture_file_read(made.bytes, made.length, &file));
        assert_string_equal(file.type, jpeg ? "JPG" : "PNG");
        assert_int_equal(file.w, 30);
        assert_int_equal(file.h, 20);
    }
}

static void test_a_file_without_its_end_is_refused_wherever_it_was_cut(void **state)
{
    (void)state;
    struct made made;
    for (int jpeg = 0; jpeg < 2; jpeg++) {
        make(&made, jpeg);
        for (size_t cut = 30; cut < made.length - 2; cut += 7) {
            says(made.bytes, cut, "end of the file");
        }
        for (size_t cut = 1; cut < 30; cut++) {
            reason_of(made.bytes, cut);
        }
    }
}

static void test_what_is_no_picture_is_refused(void **state)
{
    (void)state;
    says("", 0, "empty");
    says("hello", 5, "PNG, JPG and WebP");
    says("GIF89a\1\0\1\0\x80\0\0\0\0\0\377\377\377,\0\0\0\0\1\0\1\0\0\2\2D\1\0;", 35, "PNG, JPG and WebP");
    says("BM\x3a\0\0\0\0\0\0\0\x36\0\0\0", 14, "PNG, JPG and WebP");
    says("RIFF\x24\0\0\0WAVEfmt ", 16, "PNG, JPG and WebP");
    says("<svg viewBox=\"0 0 9 9\"></svg>", 29, "PNG, JPG and WebP");
}

static void test_a_picture_that_is_too_large_is_refused_by_its_header_alone(void **state)
{
    (void)state;
    struct made png, jpeg;
    make(&png, false);
    make(&jpeg, true);
    memcpy(png.bytes + 16, (unsigned char[]){0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30}, 8); // 30,000 each
    says(png.bytes, png.length, "too large");
    says(png.bytes, 40, "too large"); // and it is said first, even where the rest is missing
    memcpy(png.bytes + 16, (unsigned char[]){0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1}, 8);
    says(png.bytes, png.length, "too large");
    memcpy(png.bytes + 16, (unsigned char[]){0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40}, 8); // 8,000 each
    says(png.bytes, png.length, "too large");
    for (size_t at = 2; at + 9 < jpeg.length; at++) {
        if (jpeg.bytes[at] == 0xFF && jpeg.bytes[at + 1] == 0xC0) {
            memcpy(jpeg.bytes + at + 5, (unsigned char[]){0x75, 0x30, 0x75, 0x30}, 4);
            break;
        }
    }
    says(jpeg.bytes, jpeg.length, "too large");
    static const unsigned char webp[30] = "RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x2f\x75\0\x2f\x75\0";
    says(webp, 30, "too large");
}

static void test_a_header_that_lies_is_refused(void **state)
{
    (void)state;
    struct made png;
    make(&png, false);
    memcpy(png.bytes + 16, (unsigned char[]){0, 0, 0, 0, 0, 0, 0, 9}, 8);
    reason_of(png.bytes, png.length);
    make(&png, false);
    memcpy(png.bytes + 16, (unsigned char[]){0, 0, 8, 0, 0, 0, 8, 0}, 8); // the checksum is another's
    says(png.bytes, png.length, "damaged");
    make(&png, false);
    memset(png.bytes + 33, 0xFF, 4); // the first chunk's length
    says(png.bytes, png.length, "end of the file");
}

static void test_a_jpeg_of_a_thousand_scans_keeps_nobody_waiting(void **state)
{
    (void)state;
    struct made jpeg;
    make(&jpeg, true);
    const size_t end = jpeg.length - 2; // its end marker goes behind the scans
    jpeg.length = end;
    for (int i = 0; i < 200; i++) {
        memcpy(jpeg.bytes + jpeg.length, "\xFF\xDA\0\x08\1\1\0\0\0\0\0", 11);
        jpeg.length += 11;
    }
    memcpy(jpeg.bytes + jpeg.length, "\xFF\xD9", 2);
    says(jpeg.bytes, jpeg.length + 2, "PNG, JPG and WebP");
}

static void test_bytes_behind_the_end_are_none_of_ours(void **state)
{
    (void)state;
    struct made made;
    for (int jpeg = 0; jpeg < 2; jpeg++) {
        make(&made, jpeg);
        memset(made.bytes + made.length, 0xFF, 100);
        struct sprite *sprite = sprite_from_photo_bytes(made.bytes, made.length + 100, 0, 0, 0, 16);
        assert_non_null(sprite);
        sprite_free(sprite);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_size_and_type_are_read_from_the_header),
        cmocka_unit_test(test_a_file_without_its_end_is_refused_wherever_it_was_cut),
        cmocka_unit_test(test_what_is_no_picture_is_refused),
        cmocka_unit_test(test_a_picture_that_is_too_large_is_refused_by_its_header_alone),
        cmocka_unit_test(test_a_header_that_lies_is_refused),
        cmocka_unit_test(test_a_jpeg_of_a_thousand_scans_keeps_nobody_waiting),
        cmocka_unit_test(test_bytes_behind_the_end_are_none_of_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
