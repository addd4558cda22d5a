// Rigs: an SVG is cut into its parts, words become poses, poses become pictures.
#include "with_canvas.h"

#include <math.h>

#include "core/easing.h"
#include "platform/files.h"
#include "platform/loader.h"
#include "platform/sprite.h"
#include "stage/eyes.h"
#include "stage/limbs.h"
#include "stage/motion.h"
#include "stage/rig.h"

static const char TOY[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-10 0 100 50\" "
                          "data-origin=\"40 50\" data-hider=\"1 2 .5\" "
                          "data-open=\"3 4 5 6\">\n<!-- a <g id=\"ghost\"> in a comment "
                          "-->\n<defs><linearGradient id=\"d\"/></defs>\n"
                          "<g id=\"body\" data-pivot=\"40 50\"><g fill=\"#ff0000\"><rect x=\"0\" y=\"0\" "
                          "width=\"40\" height=\"50\"/></g></g>\n"
                          "<g id=\"lid\" data-parent=\"body\" data-pivot=\"20 0\" data-off=\"1\" "
                          "data-r=\"7\"><rect x=\"40\" y=\"0\" "
                          "width=\"20\" height=\"20\" fill=\"#0000ff\"/></g>\n</svg>";

static struct svg_sheet toy(void)
{
    struct svg_sheet sheet;
    assert_true(svg_sheet_read(&sheet, strdup(TOY)));
    return sheet;
}

static void test_a_sheet_is_cut_at_its_outermost_groups(void **state)
{
    (void)state;
    struct svg_sheet sheet = toy();
    assert_int_equal(sheet.part_count, 2);
    assert_string_equal(sheet.parts[0].id, "body");
    assert_string_equal(sheet.parts[1].parent, "body");
    assert_memory_equal(sheet.parts[0].text + sheet.parts[0].length - 8, "</g></g>", 8);
    assert_true(sheet.parts[1].off && !sheet.parts[0].off);
    assert_float_equal(sheet.parts[1].radius, 7, 0.001F);
    assert_float_equal(sheet.origin_x, 40, 0.001F);
    assert_float_equal(sheet.view.x, -10, 0.001F);
    assert_float_equal(sheet.hider_scale, 0.5F, 0.001F);
    assert_float_equal(sheet.open.h, 6, 0.001F);
    assert_int_equal(svg_sheet_find(&sheet, "ghost", 5), -1);
    svg_sheet_free(&sheet);
}

static void test_a_part_alone_keeps_the_definitions_and_takes_another_view(void **state)
{
    (void)state;
    struct svg_sheet sheet = toy();
    const struct svg_view view = {1, 2, 3, 4};
    size_t length = 0, through_length = 0;
    char *cut = svg_sheet_cut(&sheet, 1, &view, &length);
    assert_int_equal(length, strlen(cut));
    assert_non_null(strstr(cut, "viewBox=\"1.0000 2.0000 3.0000 4.0000\""));
    assert_non_null(strstr(cut, "linearGradient"));
    assert_non_null(strstr(cut, "id=\"lid\""));
    assert_null(strstr(cut, "id=\"body\""));
    char *through = svg_through(TOY, &view, &through_length);
    assert_non_null(strstr(through, "viewBox=\"1.0000 2.0000 3.0000 4.0000\""));
    assert_null(strstr(through, "-10 0 100 50"));
    assert_non_null(strstr(through, "id=\"body\""));
    free(cut);
    free(through);
    svg_sheet_free(&sheet);
}

static void test_what_is_no_rig_is_refused(void **state)
{
    (void)state;
    static const char *const WRONG[] = {"",
                                        "hello",
                                        "<svg",
                                        "<svg viewBox=\"0 0 10 10\">",
                                        "<svg viewBox=\"0 0 0 0\"><g id=\"a\"></g></svg>",
                                        "<svg viewBox=\"0 0 1 1\"><g id=\"a\"></svg>",
                                        "<svg><g id=\"a\"></g></svg>",
                                        "<svg viewBox=\"0 0 1 1\"><!-- <g id=\"a\"></g>"};
    struct svg_sheet sheet;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        assert_false(svg_sheet_read(&sheet, strdup(WRONG[i])));
    }
    assert_false(svg_sheet_read(&sheet, NULL));
}

static void test_words_become_a_pose_and_unknown_ones_are_told(void **state)
{
    (void)state;
    struct svg_sheet sheet = toy();
    struct pose pose;
    pose_rest(&pose, &sheet);
    assert_float_equal(pose.parts[1].show, 0, 0.001F);
    assert_true(pose_read(&pose, &sheet, " lid sx .20 rot -4 show 1;root dy 5"));
    assert_float_equal(pose.parts[1].sx, 0.2F, 0.001F);
    assert_float_equal(pose.parts[1].rot, -4, 0.001F);
    assert_float_equal(pose.parts[1].show, 1, 0.001F);
    assert_float_equal(pose.parts[POSE_ROOT].dy, 5, 0.001F);
    assert_true(pose_read(&pose, &sheet, NULL));
    assert_false(pose_read(&pose, &sheet, "tail rot 3; body dx 9"));
    assert_float_equal(pose.parts[0].dx, 9, 0.001F); // what is known is taken all the same
    assert_false(pose_read(&pose, &sheet, "body width 3"));
    assert_false(pose_read(&pose, &sheet, "body dx"));
    svg_sheet_free(&sheet);
}

static void test_a_timeline_passes_its_keys_and_stays_at_the_last(void **state)
{
    (void)state;
    struct svg_sheet sheet = toy();
    struct pose rest, far, near, now;
    pose_rest(&rest, &sheet);
    far = near = rest;
    pose_read(&far, &sheet, "body dx 100");
    pose_read(&near, &sheet, "body dx 50; lid show 1 rot 90");
    const struct timeline timeline = {.count = 2,
                                      .keys = {{100, ease_linear, &far}, {200, ease_linear, &near}}};
    assert_int_equal(timeline_length_ms(&timeline), 300);
    timeline_pose(&timeline, &rest, 50, NULL, &now);
    assert_float_equal(now.parts[0].dx, 50, 0.01F);
    timeline_pose(&timeline, &rest, 200, NULL, &now);
    assert_float_equal(now.parts[0].dx, 75, 0.01F);
    assert_float_equal(now.parts[1].rot, 90, 0.01F); // hidden at rest, it appears where it is needed
    timeline_pose(&timeline, &rest, 9000, NULL, &now);
    assert_float_equal(now.parts[0].dx, 50, 0.01F);
    int lag_ms[POSE_SIZE] = {40};
    timeline_pose(&timeline, &rest, 50, lag_ms, &now);
    assert_float_equal(now.parts[0].dx, 10, 0.01F); // it follows 40 ms later
    svg_sheet_free(&sheet);
}

static void test_a_motion_begins_where_the_one_before_it_was(void **state)
{
    (void)state;
    struct svg_sheet sheet = toy();
    struct pose rest, far, now;
    pose_rest(&rest, &sheet);
    far = rest;
    pose_read(&far, &sheet, "body dx 100");
    const struct timeline out = {.count = 1, .keys = {{100, ease_linear, &far}}};
    const struct timeline back = {.count = 1, .keys = {{100, ease_linear, &rest}}};
    struct motion motion;
    motion_rest(&motion, &rest);
    motion_start(&motion, &out, 1000, 0, 5000); // stretched to ten times its length
    motion_pose(&motion, 5400, NULL, &now);
    assert_float_equal(now.parts[0].dx, 40, 0.5F);
    motion_start(&motion, &back, 0, 0, 5400);
    motion_pose(&motion, 5400, NULL, &now);
    assert_float_equal(now.parts[0].dx, 40, 0.5F);
    motion_pose(&motion, 5450, NULL, &now);
    assert_float_equal(now.parts[0].dx, 20, 0.5F);
    assert_true(motion_moves(&motion, 5450));
    assert_false(motion_moves(&motion, 6000));
    svg_sheet_free(&sheet);
}

static void test_hits_in_a_row_bounce_once_a_second(void **state)
{
    (void)state;
    struct bounce bounce = {0};
    int deep = 0;
    float before = 0;
    for (int now_ms = 0; now_ms < 10000; now_ms += 10) {
        if (now_ms % 100 == 0) {
            bounce_hit(&bounce, now_ms);
        }
        const float now = bounce_at(&bounce, now_ms);
        deep += before < 0.9F && now >= 0.9F;
        assert_true(now_ms % 1000 == 0 || now - before < 0.2F); // never a jump
        before = now;
    }
    assert_int_equal(deep, 10);
}

static void test_eyes_are_open_or_shut_or_merry_and_nothing_in_between(void **state)
{
    (void)state;
    struct rig rig;
    struct eyes eyes;
    assert_true(rig_read(&rig, "friends/bear.svg"));
    eyes_find(&eyes, &rig);
    for (int percent = 0; percent <= 100; percent++) {
        for (int k = 0; k < 4; k++) { // blinking or not, merry or not
            struct pose pose;
            pose_rest(&pose, &rig.sheet);
            pose.parts[eyes.lid[0]].show = 1;
            pose.parts[eyes.lid[0]].sy = (float)percent / 100;
            pose.parts[eyes.joy[0]].show = k > 1 ? 1 : 0;
            eyes_finish(&eyes, 0, 0, k & 1, &pose);
            const float lid = pose.parts[eyes.lid[0]].show;
            assert_float_equal(pose.parts[eyes.lid[0]].sy, lid == 1 ? 1 : (float)percent / 100, 0);
            assert_float_equal(lid, k == 1 || (k == 0 && percent >= 50) ? 1 : 0, 0);
            assert_float_equal(pose.parts[eyes.eye[0]].show, k < 2 && lid == 0 ? 1 : 0, 0);
            assert_float_equal(pose.parts[eyes.pupil[0]].show, pose.parts[eyes.eye[0]].show, 0);
        }
    }
    rig_free(&rig);
}

static void test_a_part_that_grows_is_never_see_through_and_comes_and_goes_by_size(void **state)
{
    (void)state;
    struct svg_sheet sheet = toy();
    struct pose without, with, now;
    pose_rest(&without, &sheet);
    with = without;
    pose_read(&with, &sheet, "lid show 1 rot 90");
    for (int comes = 0; comes < 2; comes++) {
        const struct timeline timeline = {
            .count = 1, .grows = 2, .keys = {{200, ease_linear, comes ? &with : &without}}};
        float before = comes ? 0 : 1;
        for (int at_ms = 0; at_ms <= 220; at_ms += 10) {
            timeline_pose(&timeline, comes ? &without : &with, at_ms, NULL, &now);
            const float show = now.parts[1].show, size = show > 0 ? now.parts[1].sy : 0;
            assert_true(show == 0 || show == 1);
            assert_true(comes ? size >= before : size <= before);
            assert_true(fabsf(size - before) < 0.2F);
            before = size;
        }
        assert_float_equal(before, comes, 0);
    }
    svg_sheet_free(&sheet);
}

static void test_a_paw_is_on_the_edge_only_while_its_arm_is_down(void **state)
{
    (void)state;
    struct rig rig;
    struct limbs limbs;
    struct pose pose;
    assert_true(rig_read(&rig, "friends/bear.svg"));
    limbs_find(&limbs, &rig);
    pose_rest(&pose, &rig.sheet);
    pose_read(&pose, &rig.sheet, "armL show 0; armR show 1; pawL show 1; pawR show 1");
    limbs_finish(&limbs, &pose);
    assert_float_equal(pose.parts[limbs.paw[0]].show, 1, 0);
    assert_float_equal(pose.parts[limbs.paw[1]].show, 0, 0);
    rig_free(&rig);
}

// ---- with a window

static struct loader *loader;

static void load(struct rig *rig, const char *asset, const struct placing *placing)
{
    loader = loader_new(true);
    assert_true(rig_read(rig, asset));
    rig_rasterise(rig, loader, placing);
    loader_finish(loader);
    assert_true(rig_ready(rig));
}

static void unload(struct rig *rig)
{
    rig_free(rig);
    loader_finish(loader);
    loader_free(loader);
}

static void draw_rig(struct canvas *canvas, const struct rig *rig, const struct placing *placing,
                     const struct pose *pose)
{
    struct rig_shape shape;
    rig_shape(rig, placing, pose, &shape);
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFFFFFFFF);
    rig_draw(rig, canvas, &shape, ~(rig_parts)0, 255, NULL);
    canvas_end(canvas);
}

static void test_a_rig_at_rest_looks_like_its_whole_picture(void **state)
{
    (void)state;
    enum { W = 400, H = 400 };
    struct window *window = open_software(W, H);
    struct canvas *canvas = window_canvas(window);
    const struct placing placing = {200, 380, 0.5F};
    struct rig rig;
    load(&rig, "places/theatre.svg", &placing);
    struct pose rest;
    pose_rest(&rest, &rig.sheet);
    draw_rig(canvas, &rig, &placing, &rest);
    uint32_t *parts = pixels_now(canvas);

    const struct svg_view view = {360 - 200 / 0.5F, 690 - 380 / 0.5F, W / 0.5F, H / 0.5F};
    size_t length = 0;
    char *svg = svg_through(rig.sheet.text, &view, &length);
    struct sprite *whole = sprite_from_svg(svg, length, W, H);
    canvas_begin(canvas);
    canvas_fill(canvas, NULL, 0xFFFFFFFF);
    canvas_draw(canvas, whole, &(struct matrix){.a = 1, .d = 1}, 255, NULL);
    canvas_end(canvas);
    uint32_t *picture = pixels_now(canvas);
    int different = 0;
    for (int i = 0; i < W * H; i++) {
        different += channel_difference(parts[i], picture[i]) > 24;
    }
    assert_true(different < W * H / 500);
    free(svg);
    free(parts);
    free(picture);
    sprite_free(whole);
    unload(&rig);
    window_close(window);
}

static void test_children_move_with_their_parents(void **state)
{
    (void)state;
    struct rig rig;
    const struct placing placing = {200, 380, 0.5F};
    load(&rig, "friends/elephant.svg", &placing);
    struct pose pose;
    pose_rest(&pose, &rig.sheet);
    pose_read(&pose, &rig.sheet, "trunk dx 10; trunk2 dy 4; trunk3 show 0; head show .5");
    struct rig_shape rest, moved;
    struct pose still;
    pose_rest(&still, &rig.sheet);
    rig_shape(&rig, &placing, &still, &rest);
    rig_shape(&rig, &placing, &pose, &moved);
    const int tip = rig_find(&rig, "trunk3"), eye = rig_find(&rig, "pupilL");
    assert_float_equal(moved.to_window[tip].e - rest.to_window[tip].e, 5,
                       0.01F); // 10 units of its grandparent
    assert_float_equal(moved.to_window[tip].f - rest.to_window[tip].f, 2, 0.01F);
    assert_float_equal(moved.show[tip], 0, 0.01F);
    assert_float_equal(moved.show[eye], 0.5F, 0.01F);
    unload(&rig);
}

static void test_a_touch_meets_a_rig_where_its_sheet_stands(void **state)
{
    (void)state;
    struct rig rig;
    const struct placing placing = {200, 380, 0.5F}; // a sheet of 520 x 640 on its middle bottom
    load(&rig, "friends/elephant.svg", &placing);
    assert_true(rig_within(&rig, &placing, 200, 200));
    assert_false(rig_within(&rig, &placing, 390, 200));
    assert_false(rig_within(&rig, &placing, 10, 200));
    assert_false(rig_within(&rig, &placing, 200, 390));
    assert_false(rig_within(&rig, &placing, 200, 20));
    unload(&rig);
}

static void test_a_rig_that_goes_while_it_is_rasterised_is_let_go(void **state)
{
    (void)state;
    struct loader *beside = loader_new(false);
    struct rig *rig = malloc(sizeof *rig);
    assert_true(rig_read(rig, "friends/bear.svg"));
    rig_rasterise(rig, beside, &(struct placing){100, 100, 0.4F});
    rig_rasterise(rig, beside, &(struct placing){100, 100, 0.5F}); // asked again before the first was ready
    rig_free(rig);
    free(rig);
    loader_finish(beside);
    assert_int_equal(loader_poll(beside), 0);
    loader_free(beside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_sheet_is_cut_at_its_outermost_groups),
        cmocka_unit_test(test_a_part_alone_keeps_the_definitions_and_takes_another_view),
        cmocka_unit_test(test_what_is_no_rig_is_refused),
        cmocka_unit_test(test_words_become_a_pose_and_unknown_ones_are_told),
        cmocka_unit_test(test_a_timeline_passes_its_keys_and_stays_at_the_last),
        cmocka_unit_test(test_a_motion_begins_where_the_one_before_it_was),
        cmocka_unit_test(test_hits_in_a_row_bounce_once_a_second),
        cmocka_unit_test(test_eyes_are_open_or_shut_or_merry_and_nothing_in_between),
        cmocka_unit_test(test_a_part_that_grows_is_never_see_through_and_comes_and_goes_by_size),
        cmocka_unit_test(test_a_paw_is_on_the_edge_only_while_its_arm_is_down),
        cmocka_unit_test(test_a_rig_at_rest_looks_like_its_whole_picture),
        cmocka_unit_test(test_children_move_with_their_parents),
        cmocka_unit_test(test_a_touch_meets_a_rig_where_its_sheet_stands),
        cmocka_unit_test(test_a_rig_that_goes_while_it_is_rasterised_is_let_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
