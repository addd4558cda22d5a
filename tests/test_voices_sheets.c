// The sheets of the Voices screen by touch: somebody is added, named, gets a face, is removed.
#include "corner_app.h"

#include "core/crop_square.h"
#include "scenes/chooser.h"
#include "scenes/crop.h"
#include "scenes/voices_inside.h"
#include "ui/theme.h"

enum { CROP_LARGER_ID = CROP_FIRST_ID + 4, CROP_KEEP_ID, CROP_SURFACE_ID = CROP_FIRST_ID + 2 };

// ---- names

static void test_one_touch_is_enough_to_be_somebody(void **state)
{
    (void)state;
    make_family(0, 0);
    start("voices", 1280, 800);
    tap(VOICES_CALL);
    assert_int_equal(app.people.count, 1);
    assert_string_equal(app.people.list[0].name, "Mama");
    assert_int_equal(app.people.today, app.people.list[0].id);
    assert_int_equal(app.voices->sheet, SHEET_OFFER_PHOTO);
    tap(VOICES_CLOSE_TOO); // no photo is fine too
    assert_int_equal(app.voices->sheet, SHEET_NONE);
    assert_true(is_seen(VOICES_RECORD));
    end();
}

static void test_another_name_is_typed(void **state)
{
    (void)state;
    make_family(1, 0);
    start("voices", 1280, 800);
    tap(VOICES_ADD);
    type("Näna");
    key("Backspace");
    tap(VOICES_NAME_DONE);
    assert_int_equal(app.people.count, 2);
    assert_string_equal(app.people.list[1].name, "Nän");
    end();
}

static void test_enter_ends_a_name(void **state)
{
    (void)state;
    make_family(1, 0);
    start("voices", 1280, 800);
    tap(VOICES_ADD);
    key("Return"); // nothing is typed
    assert_int_equal(app.voices->sheet, SHEET_ADD);
    type("Nana");
    key("Return");
    assert_int_equal(app.people.count, 2);
    end();
}

static void test_a_name_that_can_not_be_is_refused_with_a_sentence(void **state)
{
    (void)state;
    make_family(1, 0);
    start("voices", 1280, 800);
    tap(VOICES_ADD);
    tap(VOICES_NAME_DONE); // empty
    assert_true(app.voices->name_wrong[0]);
    type("Ma/ma");
    assert_false(app.voices->name_wrong[0]); // a new try
    tap(VOICES_NAME_DONE);
    assert_true(app.voices->name_wrong[0]);
    assert_int_equal(app.people.count, 1);
    end();
}

static void test_nobody_is_there_twice(void **state)
{
    (void)state;
    make_family(1, 0);
    start("voices", 1280, 800);
    tap(VOICES_ADD);
    tap(VOICES_CALL);
    assert_int_equal(app.people.count, 1);
    assert_non_null(strstr(app.voices->name_wrong, "Mama"));
    end();
}

static void test_a_person_is_renamed(void **state)
{
    (void)state;
    make_family(1, 3);
    start("voices", 800, 1280);
    tap(VOICES_MORE);
    tap(VOICES_RENAME);
    assert_string_equal(app.voices->name, "Mama");
    type(" Li");
    tap(VOICES_NAME_DONE);
    assert_string_equal(app.people.list[0].name, "Mama Li");
    assert_int_equal(app.voices->clip_count, 3);
    end();
}

static void test_a_removed_person_comes_back_whole_by_undo(void **state)
{
    (void)state;
    make_family(2, 11);
    start("voices", 1280, 800);
    int64_t mama = app.people.list[0].id;
    tap(VOICES_MORE);
    tap(VOICES_REMOVE);
    assert_int_equal(app.people.count, 1);
    assert_int_not_equal(app.voices->person, mama);
    voices_undo(&app);
    assert_int_equal(app.people.count, 2);
    assert_int_equal(app.voices->person, mama);
    assert_int_equal(app.people.today, mama);
    assert_int_equal(app.voices->clip_count, 11);
    end();
}

// ---- faces

// What the window shows is a picture too.
static void photograph(const char *path)
{
    canvas_begin(app.canvas);
    canvas_fill(app.canvas, NULL, 0xFF4060A0);
    canvas_end(app.canvas);
    assert_true(canvas_save_png(app.canvas, path));
}

static void open_photo(void)
{
    make_family(1, 0);
    start("voices", 1280, 800);
    photograph(inside("face.png"));
    tap(VOICES_MORE);
    tap(VOICES_PHOTO);
    assert_true(chooser_is_open(&app));
    drop(inside("face.png"));
    assert_true(crop_is_open(&app));
}

static void test_a_dropped_photo_becomes_a_face(void **state)
{
    (void)state;
    open_photo();
    assert_false(chooser_is_open(&app));
    tap(CROP_LARGER_ID);
    tap(CROP_KEEP_ID);
    assert_false(crop_is_open(&app));
    assert_true(app.people.list[0].has_photo);
    size_t length = 0;
    int w = 0, h = 0;
    void *png = face_get(app.family, app.people.list[0].id, &length);
    struct sprite *face = sprite_from_picture(png, length, 1000, &w, &h);
    assert_int_equal(w, 512);
    assert_int_equal(h, 512);
    sprite_free(face);
    free(png);
    tap(VOICES_MORE);
    tap(VOICES_PHOTO_REMOVE);
    assert_false(app.people.list[0].has_photo);
    end();
}

static void test_one_finger_drags_and_two_pinch(void **state)
{
    (void)state;
    open_photo();
    struct rect view = seen(CROP_SURFACE_ID);
    float x = (float)view.x + 100, y = (float)view.y + 100;
    const struct crop_square *square = crop_chosen(&app); // of 1280 x 800: 800, from 240, 0
    float unit = 800 / (float)view.w;
    send(EVENT_DOWN, 1, x, y);
    send(EVENT_MOVE, 1, x + 50, y);
    assert_float_equal(square->x, 240 - 50 * unit, 0.5);
    assert_float_equal(square->side, 800, 0.5);
    send(EVENT_DOWN, 2, x + 150, y);
    send(EVENT_MOVE, 2, x + 250, y); // from 100 apart to 200
    assert_float_equal(square->side, 400, 0.5);
    send(EVENT_UP, 2, x + 250, y);
    send(EVENT_UP, 1, x, y);
    float left = square->x;
    send(EVENT_MOVE, 1, x - 50, y); // nobody holds it
    assert_float_equal(square->x, left, 0);
    end();
}

static bool ring_round(struct rect view)
{
    int w = 0, h = 0;
    canvas_size(app.canvas, &w, &h);
    canvas_begin(app.canvas);
    page_draw(app.page, app.canvas, app.now_ms);
    canvas_end(app.canvas);
    return (canvas_pixels(app.canvas)[(view.y + view.h / 2) * w + view.x - 6] & 0xFFFFFF) == NIGHT;
}

static void test_the_photo_shows_its_focus_and_goes_where_the_arrows_point(void **state)
{
    (void)state;
    open_photo();
    frames(30);
    struct rect view = seen(CROP_SURFACE_ID);
    assert_false(ring_round(view));
    bool shown = false;
    for (int i = 0; i < 6 && !shown; i++) {
        key("Tab");
        shown = ring_round(view);
    }
    assert_true(shown);
    const struct crop_square *square = crop_chosen(&app);
    float x = square->x, y = square->y;
    key("Right");
    assert_true(square->x < x); // the picture goes right
    key("Left");
    assert_float_equal(square->x, x, 0.01);
    tap(CROP_LARGER_ID);
    x = square->x;
    y = square->y;
    while (!ring_round(view)) {
        key("Tab");
    }
    key("Down");
    assert_true(square->y < y);
    assert_float_equal(square->x, x, 0.01);
    end();
}

static void test_leaving_the_ring_keeps_nothing(void **state)
{
    (void)state;
    open_photo();
    key("Escape");
    assert_false(crop_is_open(&app));
    assert_false(app.people.list[0].has_photo);
    assert_ptr_equal(app.scene, &scene_voices);
    end();
}

static void test_what_is_no_picture_is_said(void **state)
{
    (void)state;
    make_family(1, 0);
    start("voices", 1280, 800);
    write_file("face.png", "no picture", 10);
    tap(VOICES_MORE);
    tap(VOICES_PHOTO);
    drop(inside("face.png"));
    assert_false(crop_is_open(&app));
    assert_true(page_toasting(app.page, app.now_ms));
    assert_false(app.people.list[0].has_photo);
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("XDG_PICTURES_DIR", "/nowhere", 1); // the tests' own pictures only
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_one_touch_is_enough_to_be_somebody),
        TEST(test_another_name_is_typed),
        TEST(test_enter_ends_a_name),
        TEST(test_a_name_that_can_not_be_is_refused_with_a_sentence),
        TEST(test_nobody_is_there_twice),
        TEST(test_a_person_is_renamed),
        TEST(test_a_removed_person_comes_back_whole_by_undo),
        TEST(test_a_dropped_photo_becomes_a_face),
        TEST(test_one_finger_drags_and_two_pinch),
        TEST(test_the_photo_shows_its_focus_and_goes_where_the_arrows_point),
        TEST(test_leaving_the_ring_keeps_nothing),
        TEST(test_what_is_no_picture_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
