// The tables of friends, places and backdrops and the folders of their pictures say the same, and every word
// of a row names something that its picture has.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/files.h"
#include "stage/acting.h"
#include "stage/pose.h"
#include "store/cast.h"

static struct svg_sheet sheet_of(const char *folder, const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%sassets/%s/%s.svg", files_share(), folder, name);
    struct svg_sheet sheet;
    if (!svg_sheet_read(&sheet, files_read(path, &(size_t){0}))) {
        fail_msg("%s is no rig", path);
    }
    return sheet;
}

static void assert_words(const struct svg_sheet *sheet, const char *who, const char *words)
{
    struct pose pose;
    pose_rest(&pose, sheet);
    if (!pose_read(&pose, sheet, words)) {
        fail_msg("%s: \"%s\" names what is not there", who, words);
    }
}

static void assert_every_file_has_a_row(const char *folder, bool (*has)(const char *), const char *but)
{
    char path[512], name[64];
    snprintf(path, sizeof path, "%sassets/%s", files_share(), folder);
    char **files = files_list(path, ".svg");
    assert_non_null(files);
    int count = 0;
    for (; files[count]; count++) {
        snprintf(name, sizeof name, "%.*s", (int)(strlen(files[count]) - strlen(".svg")), files[count]);
        if (!has(name) && strcmp(name, but) != 0) {
            fail_msg("assets/%s/%s has no row in the cast", folder, files[count]);
        }
    }
    assert_true(count >= 5);
    files_free_list(files);
}

static void test_every_picture_of_the_folders_has_a_row(void **state)
{
    (void)state;
    assert_every_file_has_a_row("friends", cast_has_friend, "");
    assert_every_file_has_a_row("places", cast_has_place, "sunflower");
    assert_every_file_has_a_row("backdrops", cast_has_backdrop, "night");
}

static void test_every_friends_words_name_parts_that_it_has(void **state)
{
    (void)state;
    for (int i = 0; cast_friend_at(i); i++) {
        const struct cast_friend *row = cast_friend_at(i);
        struct svg_sheet sheet = sheet_of("friends", row->name);
        for (int room = 0; room < ROOM_COUNT; room++) {
            assert_words(&sheet, row->name, row->wear[room]);
        }
        assert_words(&sheet, row->name, row->wave[0]);
        assert_words(&sheet, row->name, row->wave[1]);
        assert_words(&sheet, row->name, row->idle);
        assert_words(&sheet, row->name, row->trail);
        assert_true(row->size > 0.5F && row->idle_ms > 0 && row->dip > 0);
        assert_words(
            &sheet, row->name,
            "pawL; pawR; eyeL; eyeR; pupilL; pupilR; lidL; lidR; joyL; joyR; mouth_open; mouth_smile");
        svg_sheet_free(&sheet);
    }
}

static void test_every_places_words_name_parts_that_it_has(void **state)
{
    (void)state;
    for (int i = 0; cast_place_at(i); i++) {
        const struct cast_place *row = cast_place_at(i);
        struct svg_sheet sheet = sheet_of("places", row->name);
        const char *words[] = {row->hidden, row->peek, row->wide,   row->open, row->bed,
                               row->touch,  row->stir, row->breath, row->drift};
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            assert_words(&sheet, row->name, words[k]);
        }
        for (int k = 0; k < CAST_STEPS_MAX; k++) {
            assert_words(&sheet, row->name, row->opening[k].pose);
            assert_words(&sheet, row->name, row->closing[k].pose);
        }
        svg_sheet_free(&sheet);
    }
}

// Counts the words of a row's layers that are neither a mark nor a part.
static int unknown_layers(const struct svg_sheet *sheet, const char *layers, const char *mark, int *marks)
{
    int unknown = 0;
    *marks = 0;
    for (const char *at = layers; *at; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " ");
        *marks += length == 1 && *at == *mark;
        unknown += !strchr("*~^", *at) && svg_sheet_find(sheet, at, length) < 0;
        at += length;
    }
    return unknown;
}

static void test_every_part_of_a_place_stands_in_its_layers_once_and_the_friend_between_them(void **state)
{
    (void)state;
    for (int i = 0; cast_place_at(i); i++) {
        const struct cast_place *row = cast_place_at(i);
        struct svg_sheet sheet = sheet_of("places", row->name);
        int marks = 0;
        for (const char *mark = "*~^"; *mark; mark++) {
            assert_int_equal(unknown_layers(&sheet, row->layers, mark, &marks), 0);
            assert_int_equal(marks, 1);
        }
        for (int k = 0; k < sheet.part_count; k++) {
            char padded[256], part[32];
            snprintf(padded, sizeof padded, " %s ", row->layers);
            snprintf(part, sizeof part, " %s ", sheet.parts[k].id);
            const char *first = strstr(padded, part);
            if (!first || strstr(first + 1, part)) {
                fail_msg("%s: part %s does not stand in its layers once", row->name, sheet.parts[k].id);
            }
        }
        svg_sheet_free(&sheet);
    }
}

static void test_every_place_opens_and_closes_and_shows_its_friend_in_time(void **state)
{
    (void)state;
    for (int i = 0; cast_place_at(i); i++) {
        const struct cast_place *row = cast_place_at(i);
        assert_true(row->opening[0].ms > 0 && row->closing[0].ms > 0);
        assert_in_range(row->tense_ms, 80, 200);          // an anticipation, not a wait
        assert_in_range(row->pop_ms, row->tense_ms, 500); // the friend is back within the reveal
        int last = 0;
        while (last + 1 < CAST_STEPS_MAX && row->opening[last + 1].ms) {
            last++;
        }
        assert_null(row->opening[last].pose); // it ends open
        struct svg_sheet sheet = sheet_of("places", row->name);
        assert_true(sheet.hider_scale > 0 && sheet.open.w > 0);
        svg_sheet_free(&sheet);
    }
}

static void test_the_acts_name_parts_that_a_friend_and_a_flower_have(void **state)
{
    (void)state;
    struct svg_sheet bear = sheet_of("friends", "bear"), flower = sheet_of("places", "sunflower");
    for (int i = 0; i < POSE_COUNT; i++) {
        assert_words(&bear, "bear", ACT_POSES[i].words);
        assert_words(&flower, "sunflower", FACE_POSES[i].words);
    }
    svg_sheet_free(&bear);
    svg_sheet_free(&flower);
}

static void test_a_parents_face_is_never_squashed(void **state)
{
    (void)state;
    struct svg_sheet flower = sheet_of("places", "sunflower");
    for (int i = 0; i < POSE_COUNT; i++) {
        struct pose pose;
        pose_rest(&pose, &flower);
        pose_read(&pose, &flower, FACE_POSES[i].words);
        for (int k = 0; k < POSE_SIZE; k++) {
            assert_float_equal(pose.parts[k].sx, pose.parts[k].sy, 0.0001F);
        }
    }
    svg_sheet_free(&flower);
}

static void test_names_are_found_and_others_are_not(void **state)
{
    (void)state;
    assert_true(cast_has_friend("bear") && cast_has_place("theatre") && cast_has_backdrop("room"));
    assert_false(cast_has_friend("family"));
    assert_false(cast_has_friend("sunflower"));
    assert_false(cast_has_place("sunflower"));
    assert_false(cast_has_backdrop("night"));
    assert_non_null(cast_friend("sunflower"));
    assert_null(cast_friend("wolf"));
    assert_null(cast_friend_at(-1));
    assert_string_equal(cast_friend_name(0), "bear");
    assert_string_equal(cast_place_name(0), "theatre");
    assert_null(cast_place_name(1000));
    assert_null(cast_backdrop_name(1000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_picture_of_the_folders_has_a_row),
        cmocka_unit_test(test_every_friends_words_name_parts_that_it_has),
        cmocka_unit_test(test_every_places_words_name_parts_that_it_has),
        cmocka_unit_test(test_every_part_of_a_place_stands_in_its_layers_once_and_the_friend_between_them),
        cmocka_unit_test(test_every_place_opens_and_closes_and_shows_its_friend_in_time),
        cmocka_unit_test(test_the_acts_name_parts_that_a_friend_and_a_flower_have),
        cmocka_unit_test(test_a_parents_face_is_never_squashed),
        cmocka_unit_test(test_names_are_found_and_others_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
