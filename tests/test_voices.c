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
    assert_in_range(clip.bars[CLIP_BARS - 1], 60, 65);
    assert_clip_is(family, id, 7);
    assert_int_equal(number("SELECT first_ms = 80 AND end_ms = 180 FROM clip"), 1);
    family_close(family);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_clip_is_kept_with_all_that_is_known_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
