// Files that come in and go out: the chooser's list, sounds, voice packs.
#include "corner_app.h"

#include <sys/stat.h>

#include "platform/files.h"
#include "scenes/chooser_inside.h"
#include "scenes/voices_inside.h"

// ---- choosing files

static void test_the_chooser_offers_what_lies_in_the_folder(void **state)
{
    (void)state;
    make_family(1, 0);
    assert_int_equal(mkdir(inside("in"), 0700), 0);
    write_file("in/b.peekaboo", "x", 1);
    write_file("in/a.peekaboo", "x", 1);
    write_file("in/c.txt", "x", 1);
    start("voices", 1280, 800);
    tap(VOICES_ADD);
    tap(VOICES_PACK_LOAD);
    assert_int_equal(app.chooser->list.count, 2);
    assert_string_equal(chooser_file_name(app.chooser->list.files[0].path), "a.peekaboo");
    tap(CHOOSER_USE + 1); // no pack at all
    assert_false(chooser_is_open(&app));
    assert_true(page_toasting(app.page, app.now_ms));
    end();
}

static void test_a_file_that_is_put_there_meanwhile_is_offered_by_itself(void **state)
{
    (void)state;
    make_family(1, 0);
    start("voices", 1280, 800);
    tap(VOICES_ADD);
    tap(VOICES_PACK_LOAD);
    assert_int_equal(app.chooser->list.count, 0);
    write_file("in/a.peekaboo", "x", 1);
    assert_in_range(chooser_still_ms(&app), 0, 1000); // the program wakes for it
    frames(70);
    assert_int_equal(app.chooser->list.count, 1);
    end();
}

static void test_a_sound_that_is_too_short_is_not_used(void **state)
{
    (void)state;
    static unsigned char wav[44 + 2 * 16000] = "RIFF";
    static const char format[] = "WAVEfmt \x10\0\0\0\1\0\1\0\x80\x3E\0\0\0\x7D\0\0\2\0\x10\0data";
    memcpy(wav + 8, format, 32);
    int sizes[2] = {2 * 3200, 2 * 16000}; // 0.2 s, 1 s
    static const char *const names[2] = {"in/a.wav", "in/b.wav"};
    make_family(1, 0);
    assert_int_equal(mkdir(inside("in"), 0700), 0);
    for (int i = 0; i < 2; i++) {
        uint32_t data = (uint32_t)sizes[i], riff = data + 36;
        memcpy(wav + 40, &data, 4);
        memcpy(wav + 4, &riff, 4);
        write_file(names[i], (const char *)wav, 44 + (size_t)data);
    }
    start("voices", 1280, 800);
    chooser_open(&app, CHOOSER_SOUND, 4000);
    frames(5);
    assert_int_equal(app.chooser->list.files[0].length_ms, 200);
    assert_int_equal(app.chooser->list.files[1].length_ms, 1000);
    assert_null(chooser_event(&app, CHOOSER_USE));
    assert_true(chooser_is_open(&app));
    assert_string_equal(chooser_file_name(chooser_event(&app, CHOOSER_USE + 1)), "b.wav");
    assert_false(chooser_is_open(&app));
    end();
}

// ---- voice packs

static void test_a_voice_pack_brings_a_person_to_another_family(void **state)
{
    (void)state;
    make_family(1, 5);
    start("voices", 1280, 800);
    tap(VOICES_MORE);
    tap(VOICES_PACK_SAVE);
    assert_true(files_exists(inside("out/voices-of-Mama.peekaboo")));
    tap(VOICES_MORE);
    tap(VOICES_REMOVE);
    assert_int_equal(app.people.count, 0);
    tap(VOICES_PACK_LOAD);
    drop(inside("out/voices-of-Mama.peekaboo"));
    assert_int_equal(app.people.count, 1);
    assert_int_equal(app.voices->clip_count, 5);
    assert_int_equal(app.people.today, app.people.list[0].id);
    end();
}

static void test_a_pack_of_somebody_who_is_here_asks_first(void **state)
{
    (void)state;
    make_family(1, 2);
    start("voices", 1280, 800);
    tap(VOICES_MORE);
    tap(VOICES_PACK_SAVE);
    tap(VOICES_ADD);
    tap(VOICES_PACK_LOAD);
    drop(inside("out/voices-of-Mama.peekaboo"));
    assert_int_equal(app.voices->sheet, SHEET_PACK);
    assert_int_equal(app.voices->clip_count, 2);
    tap(VOICES_PACK_BESIDE);
    assert_int_equal(app.voices->sheet, SHEET_NONE);
    assert_int_equal(app.voices->clip_count, 2); // the same samples are not added twice
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("XDG_PICTURES_DIR", "/nowhere", 1); // the tests' own pictures only
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_the_chooser_offers_what_lies_in_the_folder),
        TEST(test_a_file_that_is_put_there_meanwhile_is_offered_by_itself),
        TEST(test_a_sound_that_is_too_short_is_not_used),
        TEST(test_a_voice_pack_brings_a_person_to_another_family),
        TEST(test_a_pack_of_somebody_who_is_here_asks_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
