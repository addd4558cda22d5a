// The flash checker on made-up signals: it finds what is planted, and lets calm pictures pass.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "flash/flash.h"

enum { W = 310, H = 195 };

static double square(int frame, double hz, double low, double high)
{
    return (int)(frame * 2 * hz / FRAMES_A_SECOND) % 2 ? low : high;
}

struct canvas {
    struct flash *flash;
    uint32_t pixels[W * H];
};

// The sRGB grey of a luminance.
static uint32_t grey(double luminance)
{
    double c = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * pow(luminance, 1 / 2.4) - 0.055;
    uint32_t level = (uint32_t)lround(fmax(0, fmin(1, c)) * 255);
    return level << 16 | level << 8 | level;
}

static void fill(struct canvas *canvas, int x, int y, int w, int h, uint32_t colour)
{
    for (int row = y; row < y + h; row++) {
        for (int i = x; i < x + w; i++) {
            canvas->pixels[row * W + i] = colour;
        }
    }
}

// A square of this share of the screen (in percent) in its middle.
static void patch(struct canvas *canvas, double percent, uint32_t colour)
{
    int side = (int)sqrt(W * H * percent / 100);
    fill(canvas, (W - side) / 2, (H - side) / 2, side, side, colour);
}

static int begin(void **state)
{
    struct canvas *canvas = malloc(sizeof *canvas);
    canvas->flash = flash_new(W, H);
    fill(canvas, 0, 0, W, H, grey(0.4));
    *state = canvas;
    return 0;
}

static int end(void **state)
{
    struct canvas *canvas = *state;
    flash_free(canvas->flash);
    free(canvas);
    return 0;
}

static void show(struct canvas *canvas, bool reveal)
{
    flash_frame(canvas->flash, canvas->pixels, reveal);
}

static double worst(struct canvas *canvas, enum flash_measure measure)
{
    return flash_worst(canvas->flash, measure).value;
}

static void all_hold(struct canvas *canvas)
{
    for (int i = 0; i < FLASH_MEASURES; i++) {
        if (!flash_holds(canvas->flash, (enum flash_measure)i)) {
            flash_print(canvas->flash, stderr);
            fail();
        }
    }
}

static void flicker(struct canvas *canvas, double percent, double hz, int frames, bool reveal)
{
    for (int i = 0; i < frames; i++) {
        patch(canvas, percent, grey(square(i, hz, 0.2, 0.6)));
        show(canvas, reveal);
    }
}

static void test_a_still_picture_is_calm(void **state)
{
    for (int i = 0; i < 120; i++) {
        flash_frame(((struct canvas *)*state)->flash, i ? NULL : ((struct canvas *)*state)->pixels, false);
    }
    all_hold(*state);
}

static void test_four_flashes_a_second_in_a_small_place_are_found(void **state)
{
    flicker(*state, 2, 4, 120, true);
    assert_float_equal(worst(*state, FLASH_SMALL), 4, 0);
    assert_false(flash_holds(((struct canvas *)*state)->flash, FLASH_SMALL));
    assert_float_equal(flash_worst(((struct canvas *)*state)->flash, FLASH_SMALL).x, 0.5, 0.2);
}

static void test_three_flashes_a_second_in_a_small_place_may_be(void **state)
{
    flicker(*state, 2, 3, 120, false);
    assert_float_equal(worst(*state, FLASH_SMALL), 3, 0);
    all_hold(*state);
}

static void test_a_star_may_twinkle(void **state)
{
    flicker(*state, 0.5, 4, 120, false);
    assert_float_equal(worst(*state, FLASH_SMALL), 0, 0);
    all_hold(*state);
}

static void test_two_flashes_of_the_friend_are_for_a_reveal_only(void **state)
{
    flicker(*state, 5, 2, 120, true);
    assert_float_equal(worst(*state, FLASH_REVEAL), 2, 0);
    all_hold(*state);
    for (int i = 0; i < 60; i++) {
        show(*state, false);
    }
    flicker(*state, 5, 2, 120, false);
    assert_float_equal(worst(*state, FLASH_ELSEWHERE), 2, 0);
    assert_false(flash_holds(((struct canvas *)*state)->flash, FLASH_ELSEWHERE));
}

static void test_sparks_at_ever_other_spots_of_one_place_are_found(void **state)
{
    struct canvas *canvas = *state;
    for (int i = 0; i < 120; i++) {
        int spot =
            i / 15 % 4; // 4 sparks a second, each 4 % of the screen and each elsewhere within the place
        fill(canvas, 0, 0, W, H, grey(0.2));
        if (i / 7 % 2) {
            fill(canvas, 100 + spot % 2 * 50, 50 + spot / 2 * 50, 49, 49, grey(0.6));
        }
        show(canvas, false);
    }
    assert_true(worst(canvas, FLASH_SMALL) > 3);
}

static void test_a_thing_that_moves_is_no_flash(void **state)
{
    struct canvas *canvas = *state;
    for (int i = 0; i < 125; i++) {
        fill(canvas, 0, 0, W, H, grey(0.4));
        fill(canvas, i * 2, 60, 60, 60, grey(0.2));
        show(canvas, false);
    }
    assert_true(worst(canvas, FLASH_ELSEWHERE) <= 1);
    all_hold(canvas);
}

static double on_the_way(double from, double to, int frame)
{
    return from + (to - from) * fmin(1, fmax(0, (frame - 40) / 20.0));
}

// A window from dark to light, early; the wall around it from light to dark; a shelf lighter still, late.
static void test_a_picture_that_fades_into_another_is_no_flash(void **state)
{
    struct canvas *canvas = *state;
    for (int i = 0; i < 120; i++) {
        fill(canvas, 0, 0, W, H, grey(0.4));
        fill(canvas, 90, 40, 130, 110, grey(on_the_way(0.5, 0.2, i)));
        fill(canvas, 100, 50, 110, 40, grey(on_the_way(0.1, 0.9, i)));
        fill(canvas, 100, 100, 110, 40, grey(on_the_way(0.6, 0.74, i)));
        show(canvas, false);
    }
    assert_true(worst(canvas, FLASH_ELSEWHERE) <= 1);
    all_hold(canvas);
}

// The whole screen goes from 0.3 to 0.5 within so many frames.
static void dissolve(struct canvas *canvas, int frames)
{
    for (int i = 0; i < 120; i++) {
        double way = fmin(1, fmax(0, (i - 40) / (double)frames));
        fill(canvas, 0, 0, W, H, grey(0.3 + 0.2 * way));
        show(canvas, false);
    }
}

static void test_a_cut_is_found(void **state)
{
    dissolve(*state, 1);
    assert_float_equal(worst(*state, FLASH_WHOLE), 1, 0);
}

static void still(struct canvas *canvas, double luminance)
{
    fill(canvas, 0, 0, W, H, grey(luminance));
    for (int i = 0; i < 90; i++) {
        show(canvas, false);
    }
}

static void test_a_tablet_that_is_turned_jumps_and_a_cut_after_it_is_found(void **state)
{
    struct canvas *canvas = *state;
    still(canvas, 0.4);
    flash_turned(canvas->flash);
    still(canvas, 0.52);
    all_hold(canvas);
    still(canvas, 0.4);
    assert_float_equal(worst(canvas, FLASH_WHOLE), 1, 0);
}

static void test_the_jumps_of_a_tablet_that_is_turned_to_and_fro_are_no_flashes(void **state)
{
    struct canvas *canvas = *state;
    for (int i = 0; i < 120; i++) {
        if (i % 8 == 0) {
            flash_turned(canvas->flash);
        }
        fill(canvas, 0, 0, W, H, grey(i / 8 % 2 ? 0.4 : 0.55));
        show(canvas, false);
    }
    assert_float_equal(worst(canvas, FLASH_SMALL), 0, 0);
    all_hold(canvas);
}

static void test_a_fade_of_a_tenth_of_a_second_is_found(void **state)
{
    dissolve(*state, 6);
    assert_float_equal(worst(*state, FLASH_WHOLE), 1, 0);
}

static void test_a_fade_of_a_quarter_second_is_calm(void **state)
{
    dissolve(*state, 15);
    all_hold(*state);
}

static void test_a_red_flash_is_found(void **state)
{
    for (int i = 0; i < 120; i++) {
        patch(*state, 2, i / 20 % 2 ? 0xd01010 : 0x606060);
        show(*state, true);
    }
    assert_false(flash_holds(((struct canvas *)*state)->flash, FLASH_RED));
}

static void test_a_red_curtain_that_closes_is_calm(void **state)
{
    struct canvas *canvas = *state;
    for (int i = 0; i < 120; i++) {
        int wide = i < 60 ? i : 60;
        fill(canvas, 100, 50, wide + 1, 100, 0xd01010);
        show(canvas, false);
    }
    all_hold(canvas);
}

static void test_the_folds_of_a_red_curtain_are_no_red_flash(void **state)
{
    for (int i = 0; i < 120; i++) {
        patch(*state, 2, i / 6 % 2 ? 0xe23b4b : 0xcb3342);
        show(*state, true);
    }
    assert_true(flash_holds(((struct canvas *)*state)->flash, FLASH_RED));
}

static void test_reddish_is_not_red(void **state)
{
    for (int i = 0; i < 120; i++) {
        patch(*state, 2, i / 20 % 2 ? 0xc09090 : 0x808080);
        show(*state, true);
    }
    assert_true(flash_holds(((struct canvas *)*state)->flash, FLASH_RED));
}

static void test_too_bright_too_dark_and_a_lurch_are_found(void **state)
{
    struct canvas *canvas = *state;
    for (int i = 0; i < 240; i++) {
        fill(canvas, 0, 0, W, H, grey(0.4 + 0.35 * sin(i * M_PI / 120)));
        show(canvas, false);
    }
    assert_false(flash_holds(canvas->flash, FLASH_BRIGHTEST));
    assert_false(flash_holds(canvas->flash, FLASH_DARKEST));
    assert_false(flash_holds(canvas->flash, FLASH_SWING));
}

static void stripe(struct canvas *canvas, int pitch, int wide, int frames)
{
    for (int x = 20; x + pitch <= 20 + wide; x += pitch) {
        fill(canvas, x, 20, pitch / 2, 120, grey(0.2));
    }
    for (int i = 0; i < frames; i++) {
        show(canvas, false);
    }
    fill(canvas, 0, 0, W, H, grey(0.4));
}

static void test_a_striped_wall_is_found(void **state)
{
    stripe(*state, 10, 200, 60);
    assert_false(flash_holds(((struct canvas *)*state)->flash, FLASH_STRIPES));
}

static void test_five_stripes_or_a_short_look_are_calm(void **state)
{
    stripe(*state, 40, 200, 60);
    stripe(*state, 10, 200, 24);
    stripe(*state, 10, 200, 0);
    show(*state, false);
    all_hold(*state);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_a_still_picture_is_calm),
        TEST(test_four_flashes_a_second_in_a_small_place_are_found),
        TEST(test_three_flashes_a_second_in_a_small_place_may_be),
        TEST(test_a_star_may_twinkle),
        TEST(test_two_flashes_of_the_friend_are_for_a_reveal_only),
        TEST(test_sparks_at_ever_other_spots_of_one_place_are_found),
        TEST(test_a_thing_that_moves_is_no_flash),
        TEST(test_a_picture_that_fades_into_another_is_no_flash),
        TEST(test_a_cut_is_found),
        TEST(test_a_tablet_that_is_turned_jumps_and_a_cut_after_it_is_found),
        TEST(test_the_jumps_of_a_tablet_that_is_turned_to_and_fro_are_no_flashes),
        TEST(test_a_fade_of_a_tenth_of_a_second_is_found),
        TEST(test_a_fade_of_a_quarter_second_is_calm),
        TEST(test_a_red_flash_is_found),
        TEST(test_a_red_curtain_that_closes_is_calm),
        TEST(test_the_folds_of_a_red_curtain_are_no_red_flash),
        TEST(test_reddish_is_not_red),
        TEST(test_too_bright_too_dark_and_a_lurch_are_found),
        TEST(test_a_striped_wall_is_found),
        TEST(test_five_stripes_or_a_short_look_are_calm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
