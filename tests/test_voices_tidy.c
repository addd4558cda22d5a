// Deleting for good: after 30 days that both clocks have seen, never sooner.
#include "family_people.h"

static int64_t mama;

static struct family *with_an_older_take(void)
{
    struct family *family = opened();
    mama = caregiver_add(family, "Mama");
    assert_true(clips_tidy(family, NOW));
    assert_true(clip_retire(family, kept(family, mama, MOMENT_JOY, 1), NOW));
    return family;
}

static int older_takes(struct family *family)
{
    struct voice_clip *clips = NULL;
    const int count = clips_older(family, mama, &clips);
    free(clips);
    return count;
}

// The corner is opened every few days.
static void visit(struct family *family, int from_day, int to_day, int every)
{
    for (int day = from_day; day <= to_day; day += every) {
        assert_true(clips_tidy(family, NOW + (int64_t)day * DAY_S));
    }
}

static void test_an_older_take_is_there_for_thirty_days_and_then_gone_for_good(void **state)
{
    (void)state;
    struct family *family = with_an_older_take();
    visit(family, 1, 30, 1);
    assert_int_equal(older_takes(family), 1);
    visit(family, 31, 31, 1);
    assert_int_equal(older_takes(family), 0);
    family_close(family);
    assert_int_equal(number("SELECT count(*) FROM clip"), 0);
    assert_int_equal(number("SELECT count(*) FROM sound"), 0);
    assert_int_equal(number("SELECT count(*) FROM recording"), 0);
}

static void test_what_plays_is_never_deleted(void **state)
{
    (void)state;
    struct family *family = with_an_older_take();
    const int64_t clip = kept(family, mama, MOMENT_HELLO, 2);
    visit(family, 1, 400, 5);
    assert_clip_is(family, clip, 2);
    family_close(family);
}

static void test_a_clock_that_jumps_ahead_deletes_nothing(void **state)
{
    (void)state;
    struct family *family = with_an_older_take();
    visit(family, 27000, 27000, 1);
    visit(family, 1, 1, 1); // and home again
    visit(family, 27000, 27000, 1);
    assert_int_equal(older_takes(family), 1);
    family_close(family);
}

static void test_a_clock_that_was_set_back_deletes_nothing(void **state)
{
    (void)state;
    struct family *family = with_an_older_take();
    visit(family, -9000, -8900, 1);
    assert_int_equal(older_takes(family), 1);
    family_close(family);
}

static void test_a_clock_that_stood_at_the_beginning_when_it_was_deleted_deletes_nothing(void **state)
{
    (void)state;
    struct family *family = opened();
    mama = caregiver_add(family, "Mama");
    assert_true(clips_tidy(family, 0));
    assert_true(clip_retire(family, kept(family, mama, MOMENT_JOY, 1), 0));
    assert_int_equal(older_takes(family), 1);
    visit(family, 0, 14, 7);
    assert_int_equal(older_takes(family), 1);
    family_close(family);
}

static void test_who_was_removed_comes_back_for_thirty_days(void **state)
{
    (void)state;
    struct family *family = with_an_older_take();
    const int64_t clip = kept(family, mama, MOMENT_HELLO, 2);
    assert_true(caregiver_remove(family, mama));
    visit(family, 0, 30, 1);
    assert_true(caregiver_restore(family, mama));
    assert_clip_is(family, clip, 2);
    assert_true(caregiver_remove(family, mama));
    visit(family, 31, 61, 1);
    assert_int_equal(number("SELECT count(*) FROM caregiver"), 1);
    visit(family, 62, 62, 1);
    assert_false(caregiver_restore(family, mama));
    family_close(family);
    assert_int_equal(number("SELECT count(*) FROM caregiver"), 0);
    assert_int_equal(number("SELECT count(*) FROM sound"), 0);
}

// The first bytes of a take, as they lie in the file.
static bool is_in_the_file(const int16_t *samples)
{
    static char bytes[1 << 20];
    FILE *file = fopen(inside("family.db"), "rb");
    assert_non_null(file);
    const size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    for (size_t i = 0; i + 64 <= length; i++) {
        if (memcmp(bytes + i, samples, 64) == 0) {
            return true;
        }
    }
    return false;
}

static void test_a_voice_that_is_deleted_is_not_left_in_the_file(void **state)
{
    (void)state;
    struct family *family = with_an_older_take();
    const struct clip_take take = a_take(1);
    assert_true(is_in_the_file(take.raw));
    visit(family, 1, 31, 1);
    family_close(family);
    assert_false(is_in_the_file(take.raw));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_an_older_take_is_there_for_thirty_days_and_then_gone_for_good),
        IN_A_FOLDER(test_what_plays_is_never_deleted),
        IN_A_FOLDER(test_a_clock_that_jumps_ahead_deletes_nothing),
        IN_A_FOLDER(test_a_clock_that_was_set_back_deletes_nothing),
        IN_A_FOLDER(test_a_clock_that_stood_at_the_beginning_when_it_was_deleted_deletes_nothing),
        IN_A_FOLDER(test_who_was_removed_comes_back_for_thirty_days),
        IN_A_FOLDER(test_a_voice_that_is_deleted_is_not_left_in_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
