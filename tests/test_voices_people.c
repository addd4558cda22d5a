// The people of the family and their faces.
#include "family_people.h"

static void test_a_name_may_be_of_any_script_but_not_of_any_kind(void **state)
{
    (void)state;
    static char long_one[5001], just_right[CAREGIVER_LETTERS_MAX * 4 + 1];
    memset(long_one, 'a', 5000);
    for (int i = 0; i < CAREGIVER_LETTERS_MAX; i++) {
        memcpy(just_right + i * 4, "\xF0\x9F\x91\xB5", 4);
    }
    static const char *const right[] = {
        "Mama", "O'Neil \"Nan\"", "\xF0\x9F\x91\xB5 Oma", "\xD8\xAC\xD8\xAF\xD8\xA9", "Großmutter", "a",
        ".",    just_right};
    static const char *const wrong[] = {"",
                                        " ",
                                        "   ",
                                        NULL,
                                        long_one,
                                        "Ma/ma",
                                        "Ma\nma",
                                        "Ma\rma",
                                        "\tMama",
                                        "Ma\x7Fma",
                                        "\xC2\x85",
                                        "\xFFMama",
                                        "\xC0\xAF",
                                        "\xE2\x80\xA8x",
                                        "\xE2\x80\xAEx",
                                        "\xC3",
                                        "\xED\xA0\x80",
                                        "\xF4\x90\x80\x80"};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        if (caregiver_name_wrong(right[i])) {
            fail_msg("%s: %s", right[i], caregiver_name_wrong(right[i]));
        }
    }
    struct family *family = opened();
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_non_null(caregiver_name_wrong(wrong[i]));
        assert_int_equal(caregiver_add(family, wrong[i]), 0);
    }
    struct caregiver person;
    assert_true(caregiver_by_id(family, caregiver_add(family, just_right), &person));
    assert_string_equal(person.name, just_right); // all forty letters of four bytes
    family_close(family);
}

static void test_people_are_listed_in_the_order_they_were_added(void **state)
{
    (void)state;
    struct family *family = opened();
    struct caregiver *people = NULL;
    assert_int_equal(caregivers_list(family, &people), 0);
    assert_null(people);
    const int64_t oma = caregiver_add(family, "Oma"), mama = caregiver_add(family, " Mama ");
    assert_true(oma > 0 && mama > oma);
    family_close(family);
    family = opened();
    assert_int_equal(caregivers_list(family, &people), 2);
    assert_string_equal(people[0].name, "Oma");
    assert_string_equal(people[1].name, "Mama");
    assert_int_equal(people[1].id, mama);
    assert_false(people[0].has_photo);
    free(people);
    family_close(family);
}

static void test_there_is_one_of_a_name(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama"), oma = caregiver_add(family, "Oma");
    struct caregiver person;
    assert_int_equal(caregiver_add(family, "mAMA"), 0);
    assert_false(caregiver_rename(family, oma, "MAMA"));
    assert_true(caregiver_by_name(family, "MAMA", &person));
    assert_int_equal(person.id, mama);
    assert_true(caregiver_rename(family, mama, "MAMA")); // of herself
    assert_true(caregiver_rename(family, mama, "Mum"));
    assert_false(caregiver_by_name(family, "Mama", &person));
    assert_false(caregiver_rename(family, 99, "Papa"));
    assert_false(caregiver_rename(family, mama, "a/b"));
    family_close(family);
}

static void test_who_is_removed_is_hidden_with_voice_and_face(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    const int64_t clip = kept(family, mama, MOMENT_HELLO, 1);
    assert_true(caregiver_choose(family, mama));
    assert_true(caregiver_remove(family, mama));
    assert_false(caregiver_remove(family, mama));
    struct caregiver *people = NULL, person;
    struct voice_clip *clips = NULL, one;
    assert_int_equal(caregivers_list(family, &people), 0);
    assert_false(caregiver_by_name(family, "Mama", &person));
    assert_int_equal(clips_list(family, 0, &clips), 0);
    assert_false(clip_by_id(family, clip, &one));
    assert_int_equal(caregiver_today(family), 0);
    assert_int_equal(kept(family, mama, MOMENT_HELLO, 2), 0);
    const int64_t other = caregiver_add(family, "Mama"); // the name is free
    assert_true(other > mama);
    assert_false(caregiver_restore(family, mama));
    assert_true(caregiver_rename(family, other, "Mama 2"));
    assert_true(caregiver_restore(family, mama));
    assert_int_equal(caregiver_today(family), mama);
    assert_clip_is(family, clip, 1);
    family_close(family);
}

static void test_who_plays_today_is_remembered(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    assert_int_equal(caregiver_today(family), 0);
    assert_false(caregiver_choose(family, 99));
    assert_true(caregiver_choose(family, mama));
    family_close(family);
    family = opened();
    assert_int_equal(caregiver_today(family), mama);
    assert_true(caregiver_choose(family, 0));
    assert_int_equal(caregiver_today(family), 0);
    family_close(family);
}

static void test_a_face_is_kept_replaced_and_taken_away(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    struct caregiver person;
    size_t length = 7;
    assert_null(face_get(family, mama, &length));
    assert_int_equal(length, 0);
    assert_false(face_set(family, mama, "", 0, NULL, 0));
    assert_false(face_set(family, 99, "face", 4, NULL, 0));
    assert_true(face_set(family, mama, "first", 5, "whole", 5));
    assert_true(face_set(family, mama, "face", 4, NULL, 0));
    char *face = face_get(family, mama, &length);
    assert_non_null(face);
    assert_int_equal(length, 4);
    assert_memory_equal(face, "face", 4);
    free(face);
    assert_true(caregiver_by_id(family, mama, &person) && person.has_photo);
    meddle("UPDATE face SET shown = x'66616364'");
    assert_null(face_get(family, mama, &length)); // damaged
    assert_true(face_remove(family, mama));
    assert_false(face_remove(family, mama));
    assert_true(caregiver_by_id(family, mama, &person) && !person.has_photo);
    family_close(family);
}

static void test_of_the_cards_those_with_a_clip_are_counted(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    struct caregiver person;
    kept(family, mama, MOMENT_HELLO, 1);
    kept(family, mama, MOMENT_HELLO, 2); // beyond its one card
    for (int i = 0; i < 4; i++) {
        kept(family, mama, MOMENT_RETURN, 3 + i);
    }
    assert_true(caregiver_by_id(family, mama, &person));
    assert_int_equal(person.filled, 4);
    family_close(family);
}

static void test_an_id_that_means_nobody_is_nobody(void **state)
{
    (void)state;
    struct family *family = opened();
    struct caregiver *people = NULL, person;
    assert_true(caregiver_choose(family, caregiver_add(family, "Mama")));
    for (int id = -1; id <= 0; id++) { // as only a file from elsewhere has it
        char change[200];
        snprintf(change, sizeof change,
                 "UPDATE caregiver SET id = %d; UPDATE setting SET value = %d WHERE name = 'caregiver_today'",
                 id, id);
        meddle(change);
        assert_int_equal(caregivers_list(family, &people), 0);
        assert_false(caregiver_by_id(family, id, &person) || caregiver_by_name(family, "Mama", &person));
        assert_int_equal(caregiver_today(family), 0);
    }
    family_close(family);
}

static void test_without_a_family_there_is_nobody(void **state)
{
    (void)state;
    struct caregiver *people, person;
    struct voice_clip *clips, clip;
    const struct clip_take take = a_take(1);
    size_t length;
    int count;
    assert_int_equal(caregivers_list(NULL, &people), 0);
    assert_null(people);
    assert_false(caregiver_by_id(NULL, 1, &person) || caregiver_by_name(NULL, "Mama", &person));
    assert_int_equal(caregiver_add(NULL, "Mama"), 0);
    assert_false(caregiver_rename(NULL, 1, "Mama") || caregiver_remove(NULL, 1) ||
                 caregiver_restore(NULL, 1));
    assert_int_equal(caregiver_today(NULL), 0);
    assert_false(caregiver_choose(NULL, 0) || face_set(NULL, 1, "x", 1, NULL, 0) || face_remove(NULL, 1));
    assert_null(face_get(NULL, 1, &length));
    assert_int_equal(clip_keep(NULL, 1, MOMENT_JOY, 0, &take, NOW), 0);
    assert_int_equal(clips_list(NULL, 0, &clips) + clips_older(NULL, 1, &clips), 0);
    assert_null(clips);
    assert_false(clip_by_id(NULL, 1, &clip) || clip_retire(NULL, 1, NOW) || clip_restore(NULL, 1));
    assert_null(clip_pcm(NULL, 1, &count));
    assert_null(clip_raw(NULL, 1, &count));
    assert_false(clips_tidy(NULL, NOW));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_name_may_be_of_any_script_but_not_of_any_kind),
        IN_A_FOLDER(test_people_are_listed_in_the_order_they_were_added),
        IN_A_FOLDER(test_there_is_one_of_a_name),
        IN_A_FOLDER(test_who_is_removed_is_hidden_with_voice_and_face),
        IN_A_FOLDER(test_who_plays_today_is_remembered),
        IN_A_FOLDER(test_a_face_is_kept_replaced_and_taken_away),
        IN_A_FOLDER(test_of_the_cards_those_with_a_clip_are_counted),
        IN_A_FOLDER(test_an_id_that_means_nobody_is_nobody),
        IN_A_FOLDER(test_without_a_family_there_is_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
