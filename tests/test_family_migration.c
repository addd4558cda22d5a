// A family's file of an older version becomes one of today, with all that was in it.
#include "family_people.h"
#include "family_version_2.h"
#include "store/backup.h"
#include "store/sessions.h"

static void test_a_file_of_the_first_version_becomes_one_of_today(void **state)
{
    (void)state;
    make_version_1();
    struct family *family = opened();
    struct ladder ladder;
    char level[64];
    int own_ms = 0;
    assert_int_equal(family_setting(family, "age_months", -1), 9);
    assert_true(family_last(family, level, sizeof level, &own_ms, &ladder));
    assert_string_equal(level, "first_peekaboo");
    assert_int_equal(own_ms, 2000);
    assert_int_equal(ladder.step, 4);
    const int64_t clip = kept(family, caregiver_add(family, "Mama"), MOMENT_RETURN, 3);
    assert_clip_is(family, clip, 3);
    family_close(family);
    assert_int_equal(number("PRAGMA user_version"), 3);
}

static void test_a_file_of_the_second_version_becomes_one_of_today(void **state)
{
    (void)state;
    make_version_2();
    struct family *family = opened();
    struct session_note *notes = NULL;
    struct ladder ladder;
    assert_int_equal(sessions_list(family, 0, &notes), 3);
    assert_string_equal(notes[1].level, "wait_and_see");
    assert_int_equal(notes[1].why, END_UPSET);
    assert_int_equal(notes[1].upsets, 1);
    assert_true(family_ladder(family, "wait_and_see", &ladder));
    assert_int_equal(ladder.step, 3);
    assert_int_equal(ladder.shorter, 0);
    assert_false(ladder.stay);
    free(notes);
    family_close(family);
    assert_int_equal(
        number("SELECT count(*) FROM caregiver WHERE (id = 1 AND name = 'Mama' AND removed IS NULL)"
               " OR (id = 2 AND removed = 1764000000 AND removed_corner = 5)"),
        2);
    assert_int_equal(number("SELECT count(*) FROM face WHERE caregiver = 1 AND shown = x'0102'"), 1);
    assert_int_equal(number("SELECT count(*) FROM clip JOIN sound ON sound.clip = clip.id"
                            " JOIN recording ON recording.clip = clip.id"
                            " WHERE clip.id = 4 AND sound.pcm = x'0001' AND recording.pcm = x'0002'"),
                     1);
    assert_int_equal(number("PRAGMA user_version"), 3);
}

static void test_older_sessions_get_their_end_and_next_step_from_what_came_after(void **state)
{
    (void)state;
    make_version_2();
    struct family *family = opened();
    struct session_note *notes = NULL;
    assert_int_equal(sessions_list(family, 0, &notes), 3);
    const int next[] = {4, 3, 5}; // of the next session at its level, or of its ladder
    const int64_t ended[] = {1764000000, 1764000300, 1764000500};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(notes[i].next_step, next[i]);
        assert_int_equal(notes[i].ended, ended[i]);
        assert_false(notes[i].unclear);
        assert_int_equal(notes[i].mark, MARK_NONE);
    }
    free(notes);
    family_close(family);
}

static void test_the_mark_of_an_older_session_is_kept_and_its_ladder_stays(void **state)
{
    (void)state;
    make_version_2();
    struct family *family = opened();
    assert_true(session_mark(family, 3, MARK_FUSSY));
    family_close(family);
    assert_int_equal(number("SELECT mark FROM session WHERE id = 3"), MARK_FUSSY);
    assert_int_equal(number("SELECT next_step FROM session WHERE id = 3"), 5);
    assert_int_equal(number("SELECT step FROM ladder WHERE level = 'first_peekaboo'"), 5);
}

static void test_a_backup_of_an_older_version_is_restored_with_all_in_it(void **state)
{
    (void)state;
    void (*const makes[])(void) = {make_version_1, make_version_2};
    const int sessions[] = {1, 3};
    for (int i = 0; i < 2; i++) {
        char old[64];
        snprintf(old, sizeof old, "%s/old.backup", folder);
        makes[i]();
        assert_int_equal(rename(inside("family.db"), old), 0);
        assert_null(backup_restore(folder, old));
        struct family *family = opened();
        assert_int_equal(sessions_since(family, 0), sessions[i]);
        assert_int_equal(family_setting(family, "age_months", -1), 9);
        family_close(family);
        assert_int_equal(number("PRAGMA user_version"), 3);
        assert_int_equal(unlink(inside("family.db")), 0);
    }
}

static void test_a_migrated_file_has_the_tables_of_a_new_one(void **state)
{
    (void)state;
    static const char tables[] = "SELECT sum(length(sql)) * 1000 + count(*) FROM sqlite_schema";
    family_close(opened());
    const int64_t new_one = number(tables);
    void (*const makes[])(void) = {make_version_1, make_version_2};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(unlink(inside("family.db")), 0);
        makes[i]();
        family_close(opened());
        assert_int_equal(number(tables), new_one);
    }
}

static void test_a_migration_that_fails_leaves_the_old_file_as_it_was(void **state)
{
    (void)state;
    char reason[REASON_SIZE] = "";
    make_version_1();
    meddle("CREATE TABLE own_level(file)"); // in the way of the last step
    assert_null(family_open(folder, reason, sizeof reason));
    assert_true(*reason != '\0');
    assert_int_equal(number("PRAGMA user_version"), 1);
    assert_int_equal(number("SELECT count(*) FROM sqlite_schema WHERE name = 'caregiver'"), 0);
    assert_int_equal(number("SELECT count(*) FROM pragma_table_info('session')"), 10);
    meddle("DROP TABLE own_level");
    family_close(opened());
    assert_int_equal(number("PRAGMA user_version"), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_file_of_the_first_version_becomes_one_of_today),
        IN_A_FOLDER(test_a_file_of_the_second_version_becomes_one_of_today),
        IN_A_FOLDER(test_older_sessions_get_their_end_and_next_step_from_what_came_after),
        IN_A_FOLDER(test_the_mark_of_an_older_session_is_kept_and_its_ladder_stays),
        IN_A_FOLDER(test_a_backup_of_an_older_version_is_restored_with_all_in_it),
        IN_A_FOLDER(test_a_migrated_file_has_the_tables_of_a_new_one),
        IN_A_FOLDER(test_a_migration_that_fails_leaves_the_old_file_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
