// A frame for which there was no memory: what could not be painted is painted with the next one, and is never
// kept as if it had been. The linker puts this program's calls in the place of pixman's (CMakeLists.txt).
#include "with_canvas.h"

#include <pixman.h>

#include "platform/canvas_painter.h"
#include "platform/sprite.h"

enum { W = 300, H = 200, CALLS = 40 };

static const char DISC[] = "<circle cx=\"60\" cy=\"60\" r=\"50\" fill=\"#f25f63\"/>";

static int failing = -1; // the call that fails, counted down; -1: none

static bool fails(void)
{
    return failing >= 0 && failing-- == 0;
}

typedef pixman_bool_t set_clip(pixman_image_t *image, pixman_region32_t *region);
typedef pixman_bool_t fill_boxes(pixman_op_t op, pixman_image_t *to, const pixman_color_t *colour, int count,
                                 const pixman_box32_t *boxes);
typedef pixman_image_t *solid_fill(const pixman_color_t *colour);
set_clip __real_pixman_image_set_clip_region32, __wrap_pixman_image_set_clip_region32;
fill_boxes __real_pixman_image_fill_boxes, __wrap_pixman_image_fill_boxes;
solid_fill __real_pixman_image_create_solid_fill, __wrap_pixman_image_create_solid_fill;

pixman_bool_t __wrap_pixman_image_set_clip_region32(pixman_image_t *image, pixman_region32_t *region)
{
    return region && fails() ? 0 : __real_pixman_image_set_clip_region32(image, region);
}

pixman_bool_t __wrap_pixman_image_fill_boxes(pixman_op_t op, pixman_image_t *to, const pixman_color_t *colour,
                                             int count, const pixman_box32_t *boxes)
{
    return fails() ? 0 : __real_pixman_image_fill_boxes(op, to, colour, count, boxes);
}

pixman_image_t *__wrap_pixman_image_create_solid_fill(const pixman_color_t *colour)
{
    return fails() ? NULL : __real_pixman_image_create_solid_fill(colour);
}

// A ground, a faint disc that moves by whole pixels, one that turns.
static void frame(struct canvas *canvas, const struct sprite *disc, int at)
{
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFF406080);
    canvas_draw(canvas, disc, &(struct matrix){1, 0, 0, 1, (float)at * 5, 20}, 120, NULL);
    canvas_draw(canvas, disc, &(struct matrix){0.8F, 0.1F, -0.1F, 0.8F, 120, (float)at * 3}, 255, NULL);
    canvas_end(canvas);
}

static bool is_as_painted_anew(struct canvas *canvas, const struct sprite *disc, int at)
{
    struct canvas *anew = canvas_paper(W, H);
    frame(anew, disc, at);
    uint32_t *one = pixels_now(canvas), *other = pixels_now(anew);
    const bool same = memcmp(one, other, (size_t)W * H * sizeof *one) == 0;
    free(one);
    free(other);
    canvas_close(anew);
    return same;
}

static void test_what_could_not_be_painted_is_painted_with_the_next_frame(void **state)
{
    (void)state;
    struct sprite *disc = sprite_of(DISC, 120, 120);
    int torn = 0;
    for (int call = 0; call < CALLS; call++) {
        struct canvas *canvas = canvas_paper(W, H);
        frame(canvas, disc, 0);
        failing = call % 8;
        frame(canvas, disc, 1 + call / 8);
        failing = -1;
        torn += canvas_is_lost(canvas) ? 1 : 0;
        frame(canvas, disc, 1 + call / 8);
        assert_true(is_as_painted_anew(canvas, disc, 1 + call / 8));
        assert_false(canvas_is_lost(canvas));
        canvas_close(canvas);
    }
    assert_true(torn >= CALLS / 4);
    sprite_free(disc);
}

static void test_what_was_torn_is_never_kept(void **state)
{
    (void)state;
    struct sprite *disc = sprite_of(DISC, 120, 120);
    struct canvas *canvas = canvas_paper(W, H);
    for (int i = 0; i < CALLS; i++) {
        failing = i % 5;
        frame(canvas, disc, i % 2); // the same two pictures, again and again: they would be kept
        failing = -1;
    }
    for (int i = 0; i < 6; i++) {
        frame(canvas, disc, i % 2);
        assert_true(is_as_painted_anew(canvas, disc, i % 2));
    }
    sprite_free(disc);
    canvas_close(canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_could_not_be_painted_is_painted_with_the_next_frame),
        cmocka_unit_test(test_what_was_torn_is_never_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
