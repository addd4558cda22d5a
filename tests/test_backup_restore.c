// What a restored family takes the place of: it may be missing, in use, or have unfinished business beside
// it.
#include <sys/stat.h>

#include "family_people.h"
#include "platform/files.h"
#include "store/backup.h"
#include "store/family_schema.h"

static char backup[64];

// A backup of Oma's family; then family.db is Mama's.
static int make_families(void **state)
{
    assert_int_equal(make_folder(state), 0);
    snprintf(backup, sizeof backup, "%s/backup", folder);
    struct family *family = opened();
    assert_true(kept(family, caregiver_add(family, "Oma"), MOMENT_JOY, 1) != 0);
    assert_null(backup_save(family, backup));
    family_close(family);
    assert_int_equal(unlink(inside("family.db")), 0);
    family = opened();
    assert_true(kept(family, caregiver_add(family, "Mama"), MOMENT_JOY, 2) != 0);
    family_close(family);
    return 0;
}

static void assert_is_family_of(const char *name, int which)
{
    struct family *family = opened();
    struct caregiver person;
    assert_true(caregiver_by_name(family, name, &person));
    struct voice_clip *clips = NULL;
    assert_int_equal(clips_list(family, 0, &clips), 1);
    assert_clip_is(family, clips[0].id, which);
    free(clips);
    family_close(family);
}

static void put_back_what_was_kept(void)
{
    char aside[256];
    snprintf(aside, sizeof aside, "%s", inside("family.before-restore.db"));
    assert_int_equal(rename(aside, inside("family.db")), 0);
}

static void test_the_old_family_stays_beside_and_can_be_put_back(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup));
    assert_is_family_of("Oma", 1);
    put_back_what_was_kept();
    assert_is_family_of("Mama", 2);
}

static void test_a_second_restore_keeps_the_family_before_it(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup));
    assert_null(backup_restore(folder, backup));
    put_back_what_was_kept();
    assert_is_family_of("Oma", 1);
}

static void test_where_there_is_no_family_yet_the_backup_is_the_family(void **state)
{
    (void)state;
    char there[256];
    snprintf(there, sizeof there, "%s", inside("new/deep"));
    assert_null(backup_restore(there, backup));
    assert_true(files_exists(inside("new/deep/family.db")));
    assert_false(files_exists(inside("new/deep/family.before-restore.db")));
    assert_int_equal(unlink(inside("family.db")), 0);
    assert_null(backup_restore(folder, backup));
    assert_is_family_of("Oma", 1);
}

static void test_a_family_that_is_in_use_is_not_replaced(void **state)
{
    (void)state;
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(inside("family.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    const char *reason = backup_restore(folder, backup);
    assert_non_null(reason);
    assert_non_null(strstr(reason, "in use"));
    assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    assert_is_family_of("Mama", 2);
    assert_null(backup_restore(folder, backup));
}

// Leaves family.db and its journal as a game that was killed in the middle of a save does.
static void leave_half_a_save(void)
{
    sqlite3 *game = NULL;
    size_t length = 0, journal_length = 0;
    assert_int_equal(sqlite3_open(inside("family.db"), &game), SQLITE_OK);
    assert_int_equal(sqlite3_exec(game,
                                  "PRAGMA cache_size = 1; BEGIN; UPDATE caregiver SET name = 'Nobody';"
                                  "UPDATE sound SET pcm = zeroblob(9600); DELETE FROM recording",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_db_cacheflush(game), SQLITE_OK);
    char *half = files_read(inside("family.db"), &length);
    char *journal = files_read(inside("family.db-journal"), &journal_length);
    assert_true(half && journal && journal_length > 512);
    sqlite3_close(game); // rolls back
    write_file("family.db", half, length);
    write_file("family.db-journal", journal, journal_length);
    free(half);
    free(journal);
}

static void test_half_a_save_is_settled_before_the_old_family_is_put_aside(void **state)
{
    (void)state;
    leave_half_a_save();
    assert_null(backup_restore(folder, backup));
    assert_false(files_exists(inside("family.db-journal")));
    assert_is_family_of("Oma", 1);
    put_back_what_was_kept();
    assert_is_family_of("Mama", 2);
}

static void test_the_journal_of_a_damaged_family_is_not_rolled_into_the_new_one(void **state)
{
    (void)state;
    leave_half_a_save();
    write_file("family.db", "rubbish", 7);
    assert_null(backup_restore(folder, backup));
    assert_false(files_exists(inside("family.db-journal")));
    assert_is_family_of("Oma", 1);
    size_t length = 0;
    char *kept_bytes = files_read(inside("family.before-restore.db"), &length);
    assert_non_null(kept_bytes);
    assert_true(length == 7 && memcmp(kept_bytes, "rubbish", 7) == 0);
    free(kept_bytes);
}

static void test_a_backup_of_the_first_version_is_brought_to_today(void **state)
{
    (void)state;
    write_file("backup", "", 0);
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(backup, &database), SQLITE_OK);
    assert_int_equal(family_schema_make(database, 1), FAMILY_FINE);
    assert_int_equal(sqlite3_exec(database, "INSERT INTO setting VALUES('age_months', 9)", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(database);
    size_t length = 0, after_length = 0;
    char *before = files_read(backup, &length);
    assert_null(backup_restore(folder, backup));
    struct family *family = opened();
    assert_int_equal(family_setting(family, "age_months", 0), 9);
    assert_true(caregiver_add(family, "Opa") != 0);
    family_close(family);
    char *after = files_read(backup, &after_length);
    assert_true(length == after_length && memcmp(before, after, length) == 0); // the backup stays as it is
    free(before);
    free(after);
}

static void test_the_restored_family_is_private(void **state)
{
    (void)state;
    assert_int_equal(chmod(backup, 0644), 0);
    assert_null(backup_restore(folder, backup));
    struct stat status;
    assert_int_equal(stat(inside("family.db"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

#define WITH_FAMILIES(test) cmocka_unit_test_setup_teardown(test, make_families, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FAMILIES(test_the_old_family_stays_beside_and_can_be_put_back),
        WITH_FAMILIES(test_a_second_restore_keeps_the_family_before_it),
        WITH_FAMILIES(test_where_there_is_no_family_yet_the_backup_is_the_family),
        WITH_FAMILIES(test_a_family_that_is_in_use_is_not_replaced),
        WITH_FAMILIES(test_half_a_save_is_settled_before_the_old_family_is_put_aside),
        WITH_FAMILIES(test_the_journal_of_a_damaged_family_is_not_rolled_into_the_new_one),
        WITH_FAMILIES(test_a_backup_of_the_first_version_is_brought_to_today),
        WITH_FAMILIES(test_the_restored_family_is_private),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
