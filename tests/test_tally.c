// A dot for each round: what is done, what is on, what is to come.
#include "with_canvas.h"

#include "stage/tally.h"

enum { W = 600, H = 200, STEP = 72, CREAM = 0xFFF6E6, CORAL = 0xF25F63, WALL = 0x808080 };

struct seen {
    struct window *window;
    struct canvas *canvas;
    struct tally tally;
    uint32_t *pixels;
};

static int set_up(void **state)
{
    static struct seen seen;
    seen = (struct seen){.window = open_software(W, H)};
    seen.canvas = window_canvas(seen.window);
    *state = &seen;
    return 0;
}

static int tear_down(void **state)
{
    struct seen *seen = *state;
    free(seen->pixels);
    tally_free(&seen->tally);
    window_close(seen->window);
    return 0;
}

// On a sheet of one pixel a unit, its middle at 300, 100; below: in the row at the bottom.
static void look(struct seen *seen, int rounds, int now, bool below)
{
    const struct matrix same = {.a = 1, .d = 1};
    const struct layout layout = {.w = W, .h = H, .unit = 1};
    tally_set(&seen->tally, rounds, now);
    canvas_begin(seen->canvas);
    canvas_fill(seen->canvas, NULL, 0xFF000000 | WALL);
    if (below) {
        tally_draw_below(&seen->tally, seen->canvas, &layout);
    } else {
        tally_draw_on(&seen->tally, seen->canvas, &same, 300, 100, 1);
    }
    canvas_end(seen->canvas);
    free(seen->pixels);
    seen->pixels = pixels_now(seen->canvas);
}

static uint32_t at(const struct seen *seen, int x, int y)
{
    return seen->pixels[y * W + x];
}

static void test_done_is_cream_now_a_ring_and_to_come_coral(void **state)
{
    struct seen *seen = *state;
    look(seen, 5, 2, false);
    static const uint32_t middles[] = {CREAM, CREAM, CREAM, CORAL, CORAL};
    static const uint32_t sides[] = {CREAM, CREAM, CORAL, CORAL, CORAL};
    for (int i = 0; i < 5; i++) {
        const int x = 300 + (i - 2) * STEP;
        assert_int_equal(at(seen, x, 100), middles[i]);
        assert_int_equal(at(seen, x + 15, 100), sides[i]);
        assert_int_equal(at(seen, x + STEP / 2, 100), WALL);
    }
}

static void test_at_the_end_all_are_done(void **state)
{
    struct seen *seen = *state;
    look(seen, 6, 6, false);
    for (int i = 0; i < 6; i++) {
        assert_int_equal(at(seen, 300 + i * STEP - 5 * STEP / 2, 100), CREAM);
    }
}

static int painted(const struct seen *seen)
{
    int count = 0;
    for (int i = 0; i < W * H; i++) {
        count += seen->pixels[i] != WALL;
    }
    return count;
}

static void test_nothing_is_told_of_no_rounds(void **state)
{
    struct seen *seen = *state;
    look(seen, 0, 0, false);
    assert_int_equal(painted(seen), 0);
    look(seen, 0, 0, true);
    assert_int_equal(painted(seen), 0);
}

static void test_the_row_at_the_bottom_is_small_and_dim(void **state)
{
    struct seen *seen = *state;
    look(seen, 6, 0, true);
    assert_in_range(painted(seen), 100, 1000);
    for (int y = 0; y < H - 40; y++) {
        for (int x = 0; x < W; x++) {
            assert_int_equal(at(seen, x, y), WALL);
        }
    }
    for (int i = 0; i < W * H; i++) {
        assert_int_not_equal(seen->pixels[i], CORAL);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_done_is_cream_now_a_ring_and_to_come_coral),
        TEST(test_at_the_end_all_are_done),
        TEST(test_nothing_is_told_of_no_rounds),
        TEST(test_the_row_at_the_bottom_is_small_and_dim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
