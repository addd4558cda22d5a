// The table of sounds and the folder of sounds are the same, in both directions; and everybody has a voice.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/files.h"
#include "store/sounds.h"

static int64_t read_le(const unsigned char *bytes, int count)
{
    uint64_t value = 0;
    for (int i = count - 1; i >= 0; i--) {
        value = value << 8 | bytes[i];
    }
    return (int64_t)value;
}

// The position in the header of the last page of an Ogg file is its length in frames; every sound has 48 kHz.
static int ogg_length_ms(const char *path)
{
    size_t length = 0;
    unsigned char *bytes = (unsigned char *)files_read(path, &length);
    assert_non_null(bytes);
    int64_t frames = 0;
    for (size_t i = 0; i + 14 <= length; i++) {
        if (memcmp(bytes + i, "OggS", 4) == 0) {
            frames = read_le(bytes + i + 6, 8);
        }
    }
    free(bytes);
    return (int)((frames + 24) / 48);
}

static void test_every_row_has_its_file_of_that_length(void **state)
{
    (void)state;
    char path[1024];
    int count = 0;
    for (const struct sound *sound = sounds_at(0); sound; sound = sounds_at(++count)) {
        sounds_path(sound->id, path, sizeof path);
        assert_true(files_exists(path));
        assert_int_equal(sound->length_ms, ogg_length_ms(path));
    }
    assert_int_equal(count, 90);
}

static void test_every_file_has_its_row(void **state)
{
    (void)state;
    char folder[1024], id[64];
    snprintf(folder, sizeof folder, "%sassets/sounds", files_share());
    char **names = files_list(folder, ".ogg");
    assert_non_null(names);
    for (int i = 0; names[i]; i++) {
        snprintf(id, sizeof id, "%.*s", (int)(strlen(names[i]) - strlen(".ogg")), names[i]);
        assert_non_null(sounds_find(id));
    }
    files_free_list(names);
}

static void test_variants_are_counted(void **state)
{
    (void)state;
    assert_int_equal(sounds_variants("hello"), 4);
    assert_int_equal(sounds_variants("bye"), 1);
    assert_int_equal(sounds_variants("near"), 3);
    assert_int_equal(sounds_variants("trumpet"), 0);
}

// For each drawing of a folder of assets/.
static void for_each_drawing(const char *folder, void (*check)(const char *name))
{
    char path[1024], name[64];
    snprintf(path, sizeof path, "%sassets/%s", files_share(), folder);
    char **files = files_list(path, ".svg");
    assert_non_null(files);
    for (int i = 0; files[i]; i++) {
        snprintf(name, sizeof name, "%.*s", (int)(strlen(files[i]) - strlen(".svg")), files[i]);
        check(name);
    }
    files_free_list(files);
}

static void assert_one(const char *format, const char *name)
{
    char stem[64];
    snprintf(stem, sizeof stem, format, name);
    assert_int_equal(sounds_variants(stem), 1);
}

static void assert_motif(const char *who)
{
    assert_one("me_%s", sounds_friend(who));
    assert_one("near_%s", sounds_friend(who));
}

static void test_every_friend_has_a_motif_clear_and_muffled(void **state)
{
    (void)state;
    for_each_drawing("friends", assert_motif);
    assert_string_equal(sounds_friend("moon"), "teddy");
}

static void assert_cover(const char *place)
{
    if (strcmp(place, "sunflower") != 0) { // a frame for a photo: nobody hides in it
        assert_one("%s_open", sounds_cover(place));
        assert_one("%s_close", sounds_cover(place));
    }
}

static void test_every_place_opens_and_closes(void **state)
{
    (void)state;
    for_each_drawing("places", assert_cover);
    assert_string_equal(sounds_cover("umbrella"), "leaf");
}

static void test_who_and_what_borrow_sounds(void **state)
{
    (void)state;
    assert_string_equal(sounds_friend("bear"), "bear");
    assert_string_equal(sounds_friend("moon"), "teddy");
    assert_string_equal(sounds_cover("door"), "door");
    assert_string_equal(sounds_cover("tent"), "blanket");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_and_what_borrow_sounds),
        cmocka_unit_test(test_every_row_has_its_file_of_that_length),
        cmocka_unit_test(test_every_file_has_its_row),
        cmocka_unit_test(test_variants_are_counted),
        cmocka_unit_test(test_every_friend_has_a_motif_clear_and_muffled),
        cmocka_unit_test(test_every_place_opens_and_closes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
