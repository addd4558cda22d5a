// What is shown again and again is kept as it was painted: found again, never mistaken, never too much of it.
#include "with_canvas.h"

#include "platform/canvas_kept.h"
#include "platform/sprite.h"

enum { W = 400, H = 300, STEPS = 8 };

static const char DISC[] = "<circle cx=\"60\" cy=\"60\" r=\"50\" fill=\"#f25f63\"/>";
static const char SQUARE[] = "<rect x=\"10\" y=\"10\" width=\"100\" height=\"100\" fill=\"#4abb7b\"/>";

// A disc that breathes over a ground, at one of the steps of its breath.
static void breathe(struct canvas *canvas, const struct sprite *sprite, int step)
{
    const float size = 1 + (float)step / 40;
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF406080);
    canvas_draw(canvas, sprite, &(struct matrix){size, 0, 0, size, 90.5F, 80.25F}, 255, NULL);
    canvas_end(canvas);
}

static int step_at(int frame)
{
    const int at = frame % (2 * STEPS);
    return at < STEPS ? at : 2 * STEPS - 1 - at;
}

static void assert_same(const uint32_t *one, const uint32_t *other)
{
    for (int i = 0; i < W * H; i++) {
        assert_int_equal(one[i] & 0xFFFFFF, other[i] & 0xFFFFFF);
    }
}

static void test_a_breath_is_painted_twice_and_then_only_copied(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_paper(W, H);
    struct sprite *disc = sprite_of(DISC, 120, 120);
    int frame = 0;
    for (; frame < 6 * STEPS; frame++) {
        breathe(canvas, disc, step_at(frame));
    }
    const struct canvas_work before = canvas_work(canvas);
    for (; frame < 20 * STEPS; frame++) {
        breathe(canvas, disc, step_at(frame));
        struct canvas *anew = canvas_paper(W, H);
        breathe(anew, disc, step_at(frame));
        assert_same(canvas_pixels(canvas), canvas_pixels(anew));
        canvas_close(anew);
    }
    assert_true(canvas_work(canvas).frames > before.frames + 10 * STEPS);
    assert_int_equal(canvas_work(canvas).pixels, before.pixels);
    sprite_free(disc);
    canvas_close(canvas);
}

static void test_another_picture_at_the_same_place_is_not_mistaken_for_it(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_paper(W, H);
    struct sprite *disc = sprite_of(DISC, 120, 120);
    for (int frame = 0; frame < 6 * STEPS; frame++) {
        breathe(canvas, disc, step_at(frame));
    }
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF406080);
    canvas_end(canvas);
    sprite_free(disc); // the square may get its address
    struct sprite *square = sprite_of(SQUARE, 120, 120);
    breathe(canvas, square, 3);
    uint32_t *shown = pixels_now(canvas);
    assert_int_equal(shown[140 * W + 150] & 0xFFFFFF, 0x4abb7b);
    free(shown);
    sprite_free(square);
    canvas_close(canvas);
}

// ---- how much is kept

static uint32_t window[W * H];

// Shows a disc at x, y, painting it (as it were) twice where it isn't kept. True where it is.
static bool show_at(struct kept *kept, const struct sprite *disc, int x, int y, int paintings)
{
    struct list list = {0};
    const struct rect rect = {x, y, 120, 120};
    list_draw(&list, disc, &(struct matrix){1, 0, 0, 1, (float)x, (float)y}, 255, (struct rect){0, 0, W, H});
    const bool found = kept_show(kept, &list, rect, window, W);
    for (int i = 0; !found && i < paintings; i++) {
        kept_note(kept, &list, rect, window, W, H);
    }
    kept_frame(kept);
    list_free(&list);
    assert_in_range(kept->count, 0, KEPT_MAX);
    assert_in_range(kept->pixels, 0, 3 * W * H);
    return found;
}

static void test_never_more_is_kept_than_three_windows_have(void **state)
{
    (void)state;
    static struct kept kept;
    struct sprite *disc = sprite_of(DISC, 120, 120);
    for (int i = 0; i < 2000; i++) {
        show_at(&kept, disc, i % 250, i / 2 % 170, 2);
    }
    assert_true(kept.count > 5);
    kept_free(&kept);
    assert_int_equal(kept.pixels, 0);
    sprite_free(disc);
}

static void test_a_circle_of_parts_without_room_for_all_still_finds_some(void **state)
{
    (void)state;
    static struct kept kept;
    struct sprite *disc = sprite_of(DISC, 120, 120);
    int found = 0;
    for (int i = 0; i < 20 * 40; i++) {
        found += show_at(&kept, disc, i % 40 * 6, i % 40 * 4, 1);
    }
    assert_in_range(found, 10 * 10, 19 * 40);
    kept_free(&kept);
    sprite_free(disc);
}

static void test_a_larger_part_takes_the_place_of_a_smaller_one(void **state)
{
    (void)state;
    static struct kept kept;
    struct sprite *disc = sprite_of(DISC, 120, 120);
    struct list list = {0};
    list_draw(&list, disc, &(struct matrix){1, 0, 0, 1, 64, 64}, 255, (struct rect){0, 0, W, H});
    const struct rect small = {70, 70, 50, 50}, large = {64, 64, 120, 120};
    for (int i = 0; i < 2; i++) {
        kept_note(&kept, &list, small, window, W, H);
    }
    assert_true(kept_show(&kept, &list, small, window, W));
    assert_false(kept_show(&kept, &list, large, window, W));
    for (int i = 0; i < 2; i++) {
        kept_note(&kept, &list, large, window, W, H);
    }
    assert_true(kept_show(&kept, &list, small, window, W) && kept_show(&kept, &list, large, window, W));
    assert_int_equal(kept.count, 1);
    kept_free(&kept);
    list_free(&list);
    sprite_free(disc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_breath_is_painted_twice_and_then_only_copied),
        cmocka_unit_test(test_another_picture_at_the_same_place_is_not_mistaken_for_it),
        cmocka_unit_test(test_never_more_is_kept_than_three_windows_have),
        cmocka_unit_test(test_a_larger_part_takes_the_place_of_a_smaller_one),
        cmocka_unit_test(test_a_circle_of_parts_without_room_for_all_still_finds_some),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
