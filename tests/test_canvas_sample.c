// Turned and scaled drawings: runs of one colour, or nearly, are painted at once. What comes out is what
// mixing four texels for each pixel gives, within the few levels that a shade's neighbours may differ by.
#include "with_canvas.h"

#include <math.h>

#include "core/random.h"
#include "platform/canvas_sample.h"
#include "platform/sprite.h"

enum { SIZE = 160, PAINTINGS = 120, TOLERANCE = 5, GROUND = 0x00406080 };

static const char *const SHAPES[] = {
    "<rect width=\"160\" height=\"160\" fill=\"#4abb7b\"/>",
    "<circle cx=\"80\" cy=\"75\" r=\"60\" fill=\"#f25f63\"/><circle cx=\"60\" cy=\"60\" r=\"9\"/>",
    "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#f25f63\"/><stop offset=\"1\" "
    "stop-color=\"#8b2a4e\"/></linearGradient><rect x=\"9\" y=\"20\" width=\"140\" height=\"120\" rx=\"30\" "
    "fill=\"url(#g)\"/>",
    "<path d=\"M5 5L150 20L60 145Z\" fill=\"#8b8cc4\" fill-opacity=\".7\" stroke=\"#2a1a2e\" "
    "stroke-width=\"6\"/>",
};
enum { SPRITES = sizeof SHAPES / sizeof *SHAPES };

static struct matrix any_matrix(struct random *random, int kind)
{
    const float x = (float)random_between(random, -400, 800) / 10, y = (float)random_between(random, -40, 80);
    const float size = (float)random_between(random, 40, 160) / 100;
    const float turn = kind == 0 ? 0 : (float)random_between(random, -314, 314) / 100;
    const float c = size * cosf(turn), s = size * sinf(turn), flip = kind == 2 ? -1 : 1;
    return (struct matrix){flip * c, flip * s, -s, c, kind == 2 ? x + 100 : x, y};
}

static int64_t texel(const struct sprite *sprite, int64_t x, int64_t y, int shift)
{
    const int64_t column = x - sprite->box.x, row = y - sprite->box.y;
    const bool there = column >= 0 && row >= 0 && column < sprite->box.w && row < sprite->box.h;
    return there ? sprite->pixels[row * sprite->box.w + column] >> shift & 0xFF : 0;
}

// A channel of the sprite where a window pixel's middle falls, by the book.
static double channel_at(const struct sprite *sprite, const struct matrix *m, int x, int y, int shift)
{
    const double det = (double)m->a * m->d - (double)m->b * m->c, dx = x + 0.5 - m->e, dy = y + 0.5 - m->f;
    const double u = (m->d * dx - m->c * dy) / det - 0.5, v = (m->a * dy - m->b * dx) / det - 0.5;
    const double left = floor(u), top = floor(v), across = u - left, down = v - top;
    const int64_t c = (int64_t)left, r = (int64_t)top;
    const double above =
        (1 - across) * (double)texel(sprite, c, r, shift) + across * (double)texel(sprite, c + 1, r, shift);
    const double below = (1 - across) * (double)texel(sprite, c, r + 1, shift) +
                         across * (double)texel(sprite, c + 1, r + 1, shift);
    return (1 - down) * above + down * below;
}

static void assert_by_the_book(const struct sprite *sprite, const struct matrix *m, int alpha,
                               const uint32_t *painted)
{
    for (int i = 0; i < SIZE * SIZE; i++) {
        const double cover = channel_at(sprite, m, i % SIZE, i / SIZE, 24) * alpha / 255;
        for (int shift = 0; shift < 24; shift += 8) {
            const double above = channel_at(sprite, m, i % SIZE, i / SIZE, shift) * alpha / 255;
            const double wanted = above + (GROUND >> shift & 0xFF) * (255 - cover) / 255;
            const double got = painted[i] >> shift & 0xFF;
            if (fabs(wanted - got) > TOLERANCE) {
                fail_msg("pixel %d,%d: %.1f, by the book %.1f", i % SIZE, i / SIZE, got, wanted);
            }
        }
    }
}

// Row by row; a row in one piece, or cut in two at `cut`.
static void paint(const struct sprite *sprite, const struct matrix *m, int alpha, int cut, uint32_t *pixels)
{
    struct list list = {0};
    for (int i = 0; i < SIZE * SIZE; i++) {
        pixels[i] = GROUND;
    }
    list_draw(&list, sprite, m, alpha, (struct rect){0, 0, SIZE, SIZE});
    if (list.count) {
        const struct sampler sampler = sampler_for(&list.items[0]);
        for (int y = 0; y < SIZE; y++) {
            sampler_row(&sampler, 0, y, cut, pixels + (ptrdiff_t)y * SIZE);
            sampler_row(&sampler, cut, y, SIZE - cut, pixels + (ptrdiff_t)y * SIZE + cut);
        }
    }
    list_free(&list);
}

static void test_what_is_painted_in_runs_is_what_each_pixel_mixed_would_be(void **state)
{
    (void)state;
    static uint32_t whole[SIZE * SIZE], in_two[SIZE * SIZE];
    struct random random;
    random_seed(&random, 1);
    for (int i = 0; i < PAINTINGS; i++) {
        struct sprite *sprite = sprite_of(SHAPES[i % SPRITES], SIZE, SIZE);
        const struct matrix m = any_matrix(&random, i / SPRITES % 3);
        const int alpha = i % 5 ? 255 : random_between(&random, 1, 254);
        paint(sprite, &m, alpha, 0, whole);
        assert_by_the_book(sprite, &m, alpha, whole);
        paint(sprite, &m, alpha, random_between(&random, 1, SIZE - 1), in_two);
        assert_memory_equal(whole, in_two, sizeof whole);
        sprite_free(sprite);
    }
}

static int share_of_kind(const char *shapes, int kind)
{
    struct sprite *sprite = sprite_of(shapes, SIZE, SIZE);
    const uint8_t *runs = sprite_runs(sprite);
    int count = 0;
    for (int i = 0; i < sprite->box.w * sprite->box.h; i++) {
        count += runs[i] & kind ? 1 : 0;
    }
    const int percent = count * 100 / (sprite->box.w * sprite->box.h);
    sprite_free(sprite);
    return percent;
}

static void test_our_kind_of_drawing_is_nearly_all_runs(void **state)
{
    (void)state;
    assert_in_range(share_of_kind(SHAPES[1], RUN_FLAT), 90, 100);
    assert_in_range(share_of_kind(SHAPES[2], RUN_FLAT | RUN_SHADE), 90, 100);
    assert_in_range(share_of_kind(SHAPES[2], RUN_SHADE), 50, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_painted_in_runs_is_what_each_pixel_mixed_would_be),
        cmocka_unit_test(test_our_kind_of_drawing_is_nearly_all_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
