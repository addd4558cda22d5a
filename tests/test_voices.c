// Clips: what is kept plays tomorrow, what is replaced or deleted comes back for 30 days.
#include "family_folder.h"
#include "family_people.h"

static void test_a_clip_is_kept_with_all_that_is_known_of_it(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    struct clip_take take = a_take(7);
    const int64_t id = clip_keep(family, mama, MOMENT_RETURN, 0, &take, NOW);
    assert_true(id > 0);
    family_close(family);
    family = opened();
    struct voice_clip clip;
    assert_true(clip_by_id(family, id, &clip));
    assert_int_equal(clip.id, id);
    assert_int_equal(clip.caregiver, mama);
    assert_int_equal(clip.moment, MOMENT_RETURN);
    assert_int_equal(clip.slot, 1);
    assert_int_equal(clip.length_ms, TAKE_COUNT / 48);
    assert_true(clip.lufs == -20.5f);
    assert_true(clip.peak_dbtp == -7.25f);
    assert_int_equal(clip.made, NOW);
    assert_int_equal(clip.retired, 0);
    assert_int_equal(clip.bars[0], 0); // the take is quiet at first, then loud
    assert_in_range(clip.bars[CLIP_BARS - 1], 15, 17);
    assert_clip_is(family, id, 7);
    assert_int_equal(number("SELECT first_ms = 80 AND end_ms = 180 FROM clip"), 1);
    family_close(family);
}

static void test_a_new_take_in_the_place_of_another_makes_it_an_older_one(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama"), oma = caregiver_add(family, "Oma");
    kept(family, mama, MOMENT_RETURN, 1);
    const int64_t old = kept(family, mama, MOMENT_RETURN, 2);
    const struct clip_take take = a_take(3);
    assert_int_equal(clip_keep(family, oma, MOMENT_RETURN, old, &take, NOW + 5), 0); // another's
    assert_int_equal(clip_keep(family, mama, MOMENT_AWAY, old, &take, NOW + 5), 0);  // another moment's
    assert_int_equal(clip_keep(family, mama, MOMENT_RETURN, 99, &take, NOW + 5), 0);
    const int64_t new = clip_keep(family, mama, MOMENT_RETURN, old, &take, NOW + 5);
    assert_true(new > old);
    struct voice_clip *clips = NULL, clip;
    assert_int_equal(clips_list(family, mama, &clips), 2);
    assert_int_equal(clips[1].id, new);
    assert_int_equal(clips[1].slot, 2);
    free(clips);
    assert_int_equal(clips_older(family, mama, &clips), 1);
    assert_int_equal(clips[0].id, old);
    assert_int_equal(clips[0].retired, NOW + 5);
    free(clips);
    assert_clip_is(family, old, 2);
    assert_int_equal(clip_keep(family, mama, MOMENT_RETURN, old, &take, NOW) > 0, 1); // nothing is lost
    assert_true(clip_by_id(family, old, &clip) && clip.slot == 2);
    family_close(family);
}

static void test_an_older_take_plays_again_where_it_was_or_where_there_is_room(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    const int64_t one = kept(family, mama, MOMENT_AWAY, 1), two = kept(family, mama, MOMENT_AWAY, 2);
    struct voice_clip clip;
    assert_false(clip_restore(family, one)); // it plays
    assert_true(clip_retire(family, one, NOW));
    assert_false(clip_retire(family, one, NOW));
    assert_true(clip_restore(family, one));
    assert_true(clip_by_id(family, one, &clip) && clip.slot == 1 && clip.retired == 0);
    assert_true(clip_retire(family, two, NOW));
    const int64_t three = kept(family, mama, MOMENT_AWAY, 3); // takes the second place
    assert_true(clip_by_id(family, three, &clip) && clip.slot == 2);
    assert_true(clip_restore(family, two));
    assert_true(clip_by_id(family, two, &clip) && clip.slot == 3);
    assert_false(clip_restore(family, 99));
    family_close(family);
}

static void test_a_replacement_is_taken_back_whole_or_not_at_all(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    const int64_t old = kept(family, mama, MOMENT_JOY, 1);
    const struct clip_take take = a_take(2);
    const int64_t new = clip_keep(family, mama, MOMENT_JOY, old, &take, NOW);
    struct voice_clip clip;
    assert_false(clip_take_back(family, new, 99, NOW + 1)); // there is none that could come back
    assert_true(clip_by_id(family, new, &clip) && clip.retired == 0);
    assert_true(clip_take_back(family, new, old, NOW + 1));
    assert_true(clip_by_id(family, old, &clip) && clip.slot == 1 && clip.retired == 0);
    assert_true(clip_by_id(family, new, &clip) && clip.retired == NOW + 1);
    assert_false(clip_take_back(family, new, old, NOW + 2)); // it is done
    assert_false(clip_take_back(NULL, new, old, NOW));
    family_close(family);
}

static void test_clips_are_listed_by_person_moment_and_slot(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama"), oma = caregiver_add(family, "Oma");
    const int64_t ids[] = {kept(family, oma, MOMENT_HELLO, 1), kept(family, mama, MOMENT_JOY, 2),
                           kept(family, mama, MOMENT_HELLO, 3), kept(family, mama, MOMENT_JOY, 4)};
    static const int order[] = {2, 1, 3, 0};
    struct voice_clip *clips = NULL;
    assert_int_equal(clips_list(family, 0, &clips), 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(clips[i].id, ids[order[i]]);
    }
    free(clips);
    assert_int_equal(clips_list(family, oma, &clips), 1);
    assert_int_equal(clips[0].id, ids[0]);
    free(clips);
    family_close(family);
}

static void test_older_takes_come_the_youngest_first(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    const int64_t one = kept(family, mama, MOMENT_JOY, 1), two = kept(family, mama, MOMENT_JOY, 2);
    assert_true(clip_retire(family, two, NOW) && clip_retire(family, one, NOW + 9));
    struct voice_clip *clips = NULL;
    assert_int_equal(clips_older(family, mama, &clips), 2);
    assert_true(clips[0].id == one && clips[1].id == two);
    free(clips);
    family_close(family);
}

static void test_damaged_samples_are_none(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    const int64_t clip = kept(family, mama, MOMENT_JOY, 1);
    meddle("UPDATE sound SET pcm = CAST(substr(pcm, 1, 999) || x'01' || substr(pcm, 1001) AS BLOB)");
    int count = 7;
    assert_null(clip_pcm(family, clip, &count));
    assert_int_equal(count, 0);
    int16_t *raw = clip_raw(family, clip, &count);
    assert_non_null(raw);
    free(raw);
    assert_null(clip_pcm(family, 99, &count));
    family_close(family);
}

static void test_a_take_without_samples_is_not_kept(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    struct clip_take take = a_take(1);
    take.count = 0;
    assert_int_equal(clip_keep(family, mama, MOMENT_JOY, 0, &take, NOW), 0);
    take = a_take(1);
    take.raw_count = -1; // fails in the middle: nothing of it stays
    assert_int_equal(clip_keep(family, mama, MOMENT_JOY, 0, &take, NOW), 0);
    take = a_take(1);
    assert_int_equal(clip_keep(family, 99, MOMENT_JOY, 0, &take, NOW), 0);
    family_close(family);
    assert_int_equal(number("SELECT (SELECT count(*) FROM clip) + (SELECT count(*) FROM sound)"), 0);
}

static void test_a_number_is_never_given_again(void **state)
{
    (void)state;
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    const int64_t clip = kept(family, mama, MOMENT_JOY, 1);
    family_close(family);
    meddle("DELETE FROM sound; DELETE FROM recording; DELETE FROM clip; DELETE FROM caregiver");
    family = opened();
    const int64_t papa = caregiver_add(family, "Papa");
    assert_true(papa > mama);
    assert_true(kept(family, papa, MOMENT_JOY, 1) > clip);
    family_close(family);
}

static void test_moments_have_names_and_cards(void **state)
{
    (void)state;
    int slots = 0;
    for (int i = 0; i < MOMENTS; i++) {
        enum moment moment = MOMENTS;
        assert_true(moment_named(moment_name((enum moment)i), &moment));
        assert_int_equal(moment, i);
        slots += moment_slots(moment);
    }
    assert_int_equal(slots, VOICES_SLOTS);
    enum moment moment;
    assert_false(moment_named("Hello", &moment) || moment_named("", &moment) || moment_named(NULL, &moment));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_clip_is_kept_with_all_that_is_known_of_it),
        IN_A_FOLDER(test_a_new_take_in_the_place_of_another_makes_it_an_older_one),
        IN_A_FOLDER(test_an_older_take_plays_again_where_it_was_or_where_there_is_room),
        IN_A_FOLDER(test_a_replacement_is_taken_back_whole_or_not_at_all),
        IN_A_FOLDER(test_clips_are_listed_by_person_moment_and_slot),
        IN_A_FOLDER(test_older_takes_come_the_youngest_first),
        IN_A_FOLDER(test_damaged_samples_are_none),
        IN_A_FOLDER(test_a_take_without_samples_is_not_kept),
        IN_A_FOLDER(test_a_number_is_never_given_again),
        IN_A_FOLDER(test_moments_have_names_and_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
