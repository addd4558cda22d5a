// Own levels go with a backup and come back with it; what a restore took the place of can be had again for
// seven days, and not for longer.
#include <sys/stat.h>

#include "family_people.h"
#include "platform/files.h"
#include "store/backup.h"
#include "store/own_levels.h"

static char backup[64];

static const char *text_of(const char *name)
{
    static char text[400];
    char *bytes = files_read(inside(name), NULL);
    snprintf(text, sizeof text, "%s", bytes ? bytes : "(missing)");
    free(bytes);
    return text;
}

static void write_level(const char *name, const char *text)
{
    mkdir(inside("levels"), 0700);
    write_file(name, text, strlen(text));
}

static void save_family(const char *person)
{
    struct family *family = opened();
    assert_true(caregiver_add(family, person) != 0);
    assert_null(backup_save(family, backup));
    family_close(family);
}

static bool is_here(const char *person)
{
    struct family *family = opened();
    struct caregiver found;
    const bool here = caregiver_by_name(family, person, &found);
    family_close(family);
    return here;
}

static int count_levels(const char *levels)
{
    char **files = files_list(inside(levels), "");
    int count = 0;
    while (files && files[count]) {
        count++;
    }
    files_free_list(files);
    return count;
}

// A backup of Oma's family with two levels; then Mama's is here, with another one.
static int make_families(void **state)
{
    assert_int_equal(make_folder(state), 0);
    snprintf(backup, sizeof backup, "%s/backup", folder);
    write_level("levels/one.yaml", "title: Oma's one");
    write_level("levels/02_two.yaml", "rounds: broken");
    write_level("levels/notes.txt", "no level");
    save_family("Oma");
    assert_int_equal(unlink(inside("family.db")), 0);
    assert_int_equal(unlink(inside("levels/02_two.yaml")), 0);
    assert_int_equal(unlink(inside("levels/notes.txt")), 0);
    write_level("levels/one.yaml", "title: Mama's one");
    write_level("levels/mama.yaml", "title: Mama's");
    struct family *family = opened();
    assert_true(caregiver_add(family, "Mama") != 0);
    family_close(family);
    return 0;
}

static void assert_is_omas(void)
{
    assert_true(is_here("Oma"));
    assert_string_equal(text_of("levels/one.yaml"), "title: Oma's one");
    assert_string_equal(text_of("levels/02_two.yaml"), "rounds: broken");
    assert_int_equal(count_levels("levels"), 2);
}

static void assert_is_mamas(void)
{
    assert_true(is_here("Mama"));
    assert_string_equal(text_of("levels/one.yaml"), "title: Mama's one");
    assert_string_equal(text_of("levels/mama.yaml"), "title: Mama's");
    assert_int_equal(count_levels("levels"), 2);
}

static void test_levels_go_with_a_backup_and_come_back_with_it(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup));
    assert_is_omas();
    assert_int_equal(number("SELECT count(*) FROM own_level"), 0);
    assert_string_equal(text_of("levels.before-restore/mama.yaml"), "title: Mama's");
    struct stat status;
    assert_int_equal(stat(inside("levels/one.yaml"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void test_a_backup_of_a_family_without_levels_restores_none(void **state)
{
    (void)state;
    struct family *family = opened();
    assert_true(own_levels_remove(folder, "one", NULL) && own_levels_remove(folder, "mama", NULL));
    assert_null(backup_save(family, backup));
    family_close(family);
    write_level("levels/late.yaml", "title: Late");
    assert_null(backup_restore(folder, backup));
    assert_int_equal(count_levels("levels"), 0);
    assert_null(backup_undo(folder));
    assert_string_equal(text_of("levels/late.yaml"), "title: Late");
}

static void test_a_copy_of_the_file_by_hand_leaves_the_levels_alone(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup)); // what this one kept is no business of the next one
    size_t length = 0;
    char *bytes = files_read(inside("family.db"), &length);
    write_file("copy", bytes, length);
    free(bytes);
    write_level("levels/late.yaml", "title: Late");
    assert_null(backup_restore(folder, inside("copy")));
    assert_int_equal(count_levels("levels"), 3);
    assert_null(backup_undo(folder));
    assert_int_equal(count_levels("levels"), 3);
    assert_string_equal(text_of("levels/late.yaml"), "title: Late");
}

static void test_a_backup_never_writes_outside_of_the_folder(void **state)
{
    (void)state;
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(backup, &database), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(database,
                     "INSERT INTO own_level VALUES('../out.yaml', x'41'), ('/tmp/x.yaml', x'41'),"
                     "('.hidden.yaml', x'41'), ('plain.txt', x'41'), ('.yaml', x'41'),"
                     "('big.yaml', zeroblob(100000))",
                     NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(database);
    assert_null(backup_restore(folder, backup));
    assert_is_omas();
    assert_false(files_exists(inside("out.yaml")));
    assert_false(files_exists(inside("levels/.hidden.yaml")));
}

static void test_levels_that_could_not_be_written_yet_are_written_at_the_next_start(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup));
    meddle("INSERT INTO setting VALUES('own_levels', 1);"
           "INSERT INTO own_level VALUES('one.yaml', CAST('title: Late' AS BLOB))");
    family_close(opened());
    assert_string_equal(text_of("levels/one.yaml"), "title: Late");
    assert_int_equal(count_levels("levels"), 1);
    assert_int_equal(number("SELECT count(*) FROM setting WHERE name = 'own_levels'"), 0);
}

static void test_what_is_still_to_be_written_is_in_a_backup_too(void **state)
{
    (void)state;
    struct family *family = opened();
    meddle("INSERT INTO setting VALUES('own_levels', 1);"
           "INSERT INTO own_level VALUES('waits.yaml', CAST('title: Waits' AS BLOB))");
    assert_null(backup_save(family, backup));
    family_close(family);
    assert_null(backup_restore(folder, backup));
    assert_string_equal(text_of("levels/waits.yaml"), "title: Waits");
}

// ---- going back

static void test_a_restore_can_be_undone_and_that_too(void **state)
{
    (void)state;
    assert_false(backup_before(folder));
    assert_non_null(backup_undo(folder));
    assert_null(backup_restore(folder, backup));
    assert_true(backup_before(folder));
    assert_null(backup_undo(folder));
    assert_is_mamas();
    assert_true(backup_before(folder));
    assert_null(backup_undo(folder));
    assert_is_omas();
    assert_false(is_here("Mama"));
}

static void test_going_back_gives_no_levels_where_there_were_none(void **state)
{
    (void)state;
    assert_int_equal(unlink(inside("levels/one.yaml")), 0);
    assert_int_equal(unlink(inside("levels/mama.yaml")), 0);
    assert_int_equal(rmdir(inside("levels")), 0);
    assert_null(backup_restore(folder, backup));
    assert_is_omas();
    assert_null(backup_undo(folder));
    assert_int_equal(count_levels("levels"), 0);
}

static void test_going_back_to_a_damaged_family_is_refused(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup));
    write_file("family.before-restore.db", "rubbish", 7);
    assert_false(backup_before(folder));
    assert_non_null(backup_undo(folder));
    assert_is_omas();
}

// ---- for seven days

// A visit of the corner; whether there is still something to go back to.
static bool visit(int day)
{
    struct family *family = opened();
    const int64_t now = NOW + (int64_t)day * DAY_S;
    assert_true(clips_tidy(family, now));
    assert_true(backup_tidy(family, folder, now));
    family_close(family);
    return backup_before(folder);
}

static void test_what_was_before_is_kept_for_seven_days(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup));
    assert_true(visit(0));
    assert_true(visit(3));
    assert_true(visit(7));
    assert_true(files_exists(inside("levels.before-restore")));
    assert_false(visit(8));
    assert_false(files_exists(inside("levels.before-restore")));
    assert_is_omas();
    assert_int_equal(number("SELECT count(*) FROM setting WHERE name LIKE 'before%'"), 0);
}

static void test_a_calendar_that_jumps_takes_nothing_away(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup));
    assert_true(visit(0));
    assert_true(visit(30000));
    assert_true(visit(1));
    assert_true(visit(2));
    assert_true(visit(-400)); // the days begin anew
    assert_true(visit(-394));
    assert_false(visit(-392));
}

static void test_a_second_restore_is_kept_as_long_as_the_first(void **state)
{
    (void)state;
    assert_null(backup_restore(folder, backup));
    assert_true(visit(0));
    assert_true(visit(6));
    struct family *family = opened();
    assert_null(backup_save(family, backup)); // the days that it counts are this folder's, not the backup's
    family_close(family);
    assert_null(backup_restore(folder, backup));
    assert_true(visit(9));
    assert_true(visit(16));
    assert_false(visit(17));
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, make_families, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_levels_go_with_a_backup_and_come_back_with_it),
        TEST(test_a_backup_of_a_family_without_levels_restores_none),
        TEST(test_a_copy_of_the_file_by_hand_leaves_the_levels_alone),
        TEST(test_a_backup_never_writes_outside_of_the_folder),
        TEST(test_levels_that_could_not_be_written_yet_are_written_at_the_next_start),
        TEST(test_what_is_still_to_be_written_is_in_a_backup_too),
        TEST(test_a_restore_can_be_undone_and_that_too),
        TEST(test_going_back_gives_no_levels_where_there_were_none),
        TEST(test_going_back_to_a_damaged_family_is_refused),
        TEST(test_what_was_before_is_kept_for_seven_days),
        TEST(test_a_calendar_that_jumps_takes_nothing_away),
        TEST(test_a_second_restore_is_kept_as_long_as_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
