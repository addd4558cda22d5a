// Two ways of painting, one picture: the GPU's (OpenGL ES, here computed by llvmpipe) and the software's.
#include "with_canvas.h"

#include <math.h>

#include "core/random.h"

enum { W = 400, H = 300, SPRITES = 5, LISTS = 30, ITEMS = 10 };

// Mesa and its drivers keep what they allocated until the process ends. They can be told from us by name only
// while they are loaded, so one window on the GPU stays open to the end.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libEGL\nleak:libgbm\nleak:swrast_dri\nleak:libLLVM\n";
}

static struct window *kept;

static int keep_one_window(void **state)
{
    (void)state;
    kept = open_gpu(16, 16);
    return 0;
}

static const char *const SHAPES[SPRITES] = {
    "<rect width=\"160\" height=\"120\" fill=\"#4abb7b\"/>",
    "<circle cx=\"80\" cy=\"60\" r=\"55\" fill=\"#f25f63\"/>",
    "<rect y=\"40\" width=\"160\" height=\"40\" fill=\"#fff\"/>",
    "<path d=\"M5 5L150 20L60 115Z\" fill=\"#8b8cc4\" stroke=\"#2a1a2e\" stroke-width=\"5\"/>",
    "<ellipse cx=\"30\" cy=\"60\" rx=\"22\" ry=\"25\" fill=\"#ffc634\"/><rect x=\"70\" width=\"90\" "
    "height=\"64\"/>",
};

static float between(struct random *random, float low, float high)
{
    return low + (high - low) * (float)random_between(random, 0, 4096) / 4096;
}

static struct matrix any_matrix(struct random *random)
{
    const float turn = between(random, -3, 3), size = between(random, 0.6F, 2.5F);
    const float x = between(random, 0, W - 80), y = between(random, 0, H - 80);
    switch (random_between(random, 0, 2)) {
    case 0: return moved_by(roundf(x), roundf(y));
    case 1: return (struct matrix){size, 0, 0, between(random, 0.6F, 2.5F), x, y};
    default: return (struct matrix){size * cosf(turn), size * sinf(turn), -sinf(turn), cosf(turn), x, y};
    }
}

// The same list on whatever canvas: it depends on the seed alone.
static void show_random(struct canvas *canvas, struct sprite *const *sprites, uint64_t seed)
{
    struct random random;
    random_seed(&random, seed);
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF000000U | random_next(&random));
    for (int i = 0; i < ITEMS; i++) {
        const struct matrix to = any_matrix(&random);
        const int alpha = random_between(&random, 0, 1) ? 255 : random_between(&random, 1, 255);
        const struct rect clip = {random_between(&random, 0, 100), random_between(&random, 0, 100), 250, 180};
        canvas_draw(canvas, sprites[random_between(&random, 0, SPRITES - 1)], &to, alpha,
                    random_between(&random, 0, 2) ? NULL : &clip);
    }
    const struct rect veil = {random_between(&random, 0, W), random_between(&random, 0, H), 120, 90};
    canvas_fill(canvas, &veil, random_next(&random));
    canvas_end(canvas);
}

static uint32_t *pictures_of(struct window *window)
{
    struct canvas *canvas = window_canvas(window);
    struct sprite *sprites[SPRITES];
    for (int i = 0; i < SPRITES; i++) {
        sprites[i] = sprite_of(SHAPES[i], 160, 120);
    }
    uint32_t *all = malloc((size_t)LISTS * W * H * sizeof *all);
    assert_non_null(all);
    for (int list = 0; list < LISTS; list++) {
        show_random(canvas, sprites, (uint64_t)list);
        uint32_t *pixels = pixels_now(canvas);
        memcpy(all + (size_t)list * W * H, pixels, W * H * sizeof *pixels);
        free(pixels);
    }
    for (int i = 0; i < SPRITES; i++) {
        sprite_free(sprites[i]);
    }
    return all;
}

// design.md 6: within 5/255 on 99.9 % of the pixels, never by more than 32.
static void test_both_ways_paint_one_picture(void **state)
{
    (void)state;
    struct window *gpu = open_gpu(W, H);
    if (!gpu) {
        skip();
    }
    uint32_t *one = pictures_of(gpu);
    window_close(gpu);
    struct window *software = open_software(W, H);
    uint32_t *other = pictures_of(software);
    window_close(software);
    int most = 0, beyond = 0;
    for (int i = 0; i < LISTS * W * H; i++) {
        const int difference = channel_difference(one[i], other[i]);
        most = difference > most ? difference : most;
        beyond += difference > 5 ? 1 : 0;
    }
    print_message("largest difference %d/255, above 5/255: %d of %d pixels\n", most, beyond, LISTS * W * H);
    assert_true(most <= 32);
    assert_true(beyond <= LISTS * W * H / 1000);
    free(one);
    free(other);
}

// Every pixel another colour: a copy that samples would mix them.
static void show_noise(struct canvas *canvas)
{
    struct random random;
    random_seed(&random, 7);
    canvas_begin(canvas);
    for (int y = 0; y < 60; y++) {
        for (int x = 0; x < 60; x++) {
            canvas_fill(canvas, &(struct rect){x, y, 1, 1}, 0xFF000000U | random_next(&random));
        }
    }
    canvas_end(canvas);
}

static void check_copies(struct window *window)
{
    struct canvas *canvas = window_canvas(window);
    show_noise(canvas);
    uint32_t *noise = pixels_now(canvas);
    struct sprite *sprite = canvas_snapshot(canvas);
    const struct matrix to = moved_by(101.01F, 33 - 0.015F);
    canvas_begin(canvas);
    canvas_draw(canvas, sprite, &to, 255, NULL);
    canvas_end(canvas);
    uint32_t *copy = pixels_now(canvas);
    for (int y = 0; y < 60; y++) {
        assert_memory_equal(copy + (y + 33) * W + 101, noise + y * W, 60 * sizeof *copy);
    }
    free(noise);
    free(copy);
    sprite_free(sprite);
    window_close(window);
}

static void test_a_move_by_whole_pixels_copies_exactly(void **state)
{
    (void)state;
    check_copies(open_software(W, H));
}

static void test_a_gpu_move_by_whole_pixels_copies_exactly(void **state)
{
    (void)state;
    struct window *window = open_gpu(W, H);
    if (!window) {
        skip();
    }
    check_copies(window);
}

// art/guide.md 1, Fringes: a disc on its own colour must not be seen. Straight alpha shows a rim of up to 46
// levels.
static int fringe(struct canvas *canvas, const char *colour, uint32_t rgb)
{
    char disc[160];
    snprintf(disc, sizeof disc, "<circle cx=\"60\" cy=\"60\" r=\"50\" fill=\"%s\"/>", colour);
    struct sprite *sprite = sprite_of(disc, 120, 120);
    const struct matrix ways[] = {
        moved_by(10, 10), moved_by(150.5F, 10.5F), {0.7F, 0.3F, -0.3F, 0.8F, 300, 100}};
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF000000U | rgb);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        canvas_draw(canvas, sprite, &ways[i], 255, NULL);
    }
    canvas_end(canvas);
    sprite_free(sprite);
    uint32_t *pixels = pixels_now(canvas);
    int most = 0;
    for (int i = 0; i < W * H; i++) {
        const int difference = channel_difference(pixels[i], rgb);
        most = difference > most ? difference : most;
    }
    free(pixels);
    return most;
}

static void check_fringes(struct window *window)
{
    struct canvas *canvas = window_canvas(window);
    assert_in_range(fringe(canvas, "#ffffff", 0xFFFFFF), 0, 3);
    assert_in_range(fringe(canvas, "#ff0000", 0xFF0000), 0, 3);
    assert_in_range(fringe(canvas, "#ffc940", 0xFFC940), 0, 3);
    assert_in_range(fringe(canvas, "#2a1a2e", 0x2A1A2E), 0, 3);
    window_close(window);
}

static void test_a_disc_on_its_own_colour_has_no_fringe(void **state)
{
    (void)state;
    check_fringes(open_software(W, H));
}

static void test_a_gpu_disc_on_its_own_colour_has_no_fringe(void **state)
{
    (void)state;
    struct window *window = open_gpu(W, H);
    if (!window) {
        skip();
    }
    check_fringes(window);
}

static void check_life(struct window *window)
{
    struct canvas *canvas = window_canvas(window);
    for (int i = 0; i < 4; i++) {
        struct sprite *sprite = sprite_of(SHAPES[i], 160, 120);
        const struct matrix to = moved_by(20, 20);
        for (int times = 0; times < 2; times++) {
            canvas_begin(canvas);
            canvas_draw(canvas, sprite, &to, 255, NULL);
            assert_int_equal(canvas_end(canvas), times == 0);
            assert_int_equal(canvas_work(canvas).textures, 1);
        }
        struct sprite *snapshot = canvas_snapshot(canvas);
        sprite_free(sprite);
        sprite_free(snapshot);
        window_resize(window, W + 10 * i, H);
        canvas_begin(canvas);
        canvas_end(canvas);
        assert_int_equal(canvas_work(canvas).textures,
                         0); // or each cross-fade would keep a window's worth of memory
    }
    window_close(window);
}

static void test_on_the_gpu_too_frames_rest_and_sprites_may_go(void **state)
{
    (void)state;
    struct window *window = open_gpu(W, H);
    if (!window) {
        skip();
    }
    check_life(window);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_both_ways_paint_one_picture),
        cmocka_unit_test(test_a_move_by_whole_pixels_copies_exactly),
        cmocka_unit_test(test_a_gpu_move_by_whole_pixels_copies_exactly),
        cmocka_unit_test(test_a_disc_on_its_own_colour_has_no_fringe),
        cmocka_unit_test(test_a_gpu_disc_on_its_own_colour_has_no_fringe),
        cmocka_unit_test(test_on_the_gpu_too_frames_rest_and_sprites_may_go),
    };
    return cmocka_run_group_tests(tests, keep_one_window, NULL);
}
