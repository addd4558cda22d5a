// The Voices screen and its sheets are well laid out in every shape, for every family, in every language: no
// text is cut, no target too small or under another.
#include "corner_app.h"

#include <sys/stat.h>

#include "scenes/chooser.h"
#include "scenes/crop.h"
#include "scenes/voices_inside.h"
#include "store/words.h"

static void the_page(void)
{
    look_at("the page");
    for (int i = 0; i < app.voices->card_count; i++) { // each card scrolled into view
        page_reveal(app.page, VOICES_RECORD + i);
        look_at("a card");
    }
}

static void test_for_nobody(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere("voices", the_page);
}

static void test_for_one_without_clips(void **state)
{
    (void)state;
    make_family(1, 0);
    everywhere("voices", the_page);
}

static void test_for_six_with_all_clips(void **state)
{
    (void)state;
    make_family(6, 11);
    everywhere("voices", the_page);
}

static void test_for_many_clips(void **state)
{
    (void)state;
    make_family(2, 30);
    everywhere("voices", the_page);
}

static void the_sheets(void)
{
    static const enum voices_sheet sheets[] = {SHEET_ADD,    SHEET_OFFER_PHOTO, SHEET_MORE,
                                               SHEET_RENAME, SHEET_OLDER,       SHEET_PACK};
    snprintf(app.voices->pack.name, sizeof app.voices->pack.name, "Mama");
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        voices_open_sheet(&app, sheets[i]);
        snprintf(app.voices->name_wrong, sizeof app.voices->name_wrong, "%s", word("v.photo.sub"));
        look_at("a sheet");
        voices_open_sheet(&app, SHEET_NONE);
    }
}

static void test_the_sheets(void **state)
{
    (void)state;
    make_family(1, 11);
    everywhere("voices", the_sheets);
}

static void the_choosers(void)
{
    for (int kind = CHOOSER_SOUND; kind <= CHOOSER_PACK; kind++) {
        chooser_open(&app, (enum chooser_kind)kind, 4000);
        frames(8); // it looks into one a frame
        look_at("a chooser");
        chooser_close(&app);
    }
}

static void test_choosers_of_nothing(void **state)
{
    (void)state;
    make_family(1, 0);
    everywhere("voices", the_choosers);
}

static void test_choosers_of_many(void **state)
{
    (void)state;
    static const char *const endings[] = {"wav", "png", "peekaboo"};
    make_family(1, 0);
    assert_int_equal(mkdir(inside("in"), 0700), 0);
    for (int i = 0; i < 36; i++) {
        char name[64];
        snprintf(name, sizeof name, "in/a_file_%02d.%s", i, endings[i % 3]);
        write_file(name, "x", 1);
    }
    everywhere("voices", the_choosers);
}

static void the_ring(void)
{
    const char *reason;
    assert_true(canvas_save_png(app.canvas, inside("shot.png")));
    assert_true(crop_open(&app, app.voices->person, inside("shot.png"), &reason));
    look_at("the ring");
    crop_close(&app);
}

static void test_the_ring(void **state)
{
    (void)state;
    make_family(1, 0);
    everywhere("voices", the_ring);
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("XDG_PICTURES_DIR", "/nowhere", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_for_nobody),
        TEST(test_for_one_without_clips),
        TEST(test_for_six_with_all_clips),
        TEST(test_for_many_clips),
        TEST(test_the_sheets),
        TEST(test_choosers_of_nothing),
        TEST(test_choosers_of_many),
        TEST(test_the_ring),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
