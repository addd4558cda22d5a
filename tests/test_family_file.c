// The family's file before anything is read from it: it is private, and what can't be used is left alone.
#include <sys/stat.h>
#include <sys/wait.h>

#include "family_folder.h"
#include "platform/files.h"

static int mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return (int)(status.st_mode & 07777);
}

// family.db can't be opened, for a reason with these words, and nothing in the folder changes.
static void assert_left_alone(const char *words)
{
    size_t length_before = 0, length_after = 0;
    char *before = files_read(inside("family.db"), &length_before);
    assert_non_null(before);
    const int mode = mode_of(inside("family.db"));
    char reason[REASON_SIZE] = "";
    assert_null(family_open(folder, reason, sizeof reason));
    if (!strstr(reason, words)) {
        fail_msg("%s\nnot: ... %s ...", reason, words);
    }
    char *after = files_read(inside("family.db"), &length_after);
    assert_non_null(after);
    assert_int_equal(length_after, length_before);
    assert_memory_equal(after, before, length_before);
    assert_int_equal(mode_of(inside("family.db")), mode);
    char **names = files_list(folder, "");
    assert_string_equal(names[0], "family.db");
    assert_null(names[1]);
    files_free_list(names);
    free(before);
    free(after);
}

static void test_a_new_file_is_private_and_of_our_schema(void **state)
{
    (void)state;
    family_close(opened());
    assert_int_equal(mode_of(inside("family.db")), 0600);
    assert_int_equal(number("PRAGMA user_version"), 3);
    assert_int_equal(number("PRAGMA application_id"), 0x5065656B);
    char **names = files_list(folder, "");
    assert_null(names[1]); // no journal is left
    files_free_list(names);
}

static void test_missing_folders_are_made_for_the_family_alone(void **state)
{
    (void)state;
    const mode_t usual = umask(0); // the worst
    char path[256], reason[REASON_SIZE];
    snprintf(path, sizeof path, "%s/deep/er/", folder);
    struct family *family = family_open(path, reason, sizeof reason);
    umask(usual);
    assert_non_null(family);
    family_close(family);
    assert_int_equal(mode_of(inside("deep")), 0700);
    assert_int_equal(mode_of(inside("deep/er")), 0700);
    assert_int_equal(mode_of(inside("deep/er/family.db")), 0600);
}

static void test_an_empty_folder_becomes_private_and_a_shared_one_stays(void **state)
{
    (void)state;
    assert_int_equal(chmod(folder, 0755), 0);
    family_close(opened());
    assert_int_equal(mode_of(folder), 0700);
    assert_int_equal(chmod(folder, 0755), 0);
    assert_int_equal(unlink(inside("family.db")), 0);
    write_file("holiday.jpg", "x", 1);
    family_close(opened());
    assert_int_equal(mode_of(folder), 0755);
}

static void test_the_journal_is_private_too(void **state)
{
    (void)state;
    struct family *family = opened();
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(inside("family.db"), &database), SQLITE_OK);
    const mode_t usual = umask(0);
    assert_int_equal(sqlite3_exec(database, "BEGIN IMMEDIATE; CREATE TABLE t(a);", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_exec(database, "PRAGMA cache_spill = 1; PRAGMA cache_size = 1", NULL, NULL, NULL);
    umask(usual);
    assert_int_equal(mode_of(inside("family.db-journal")), 0600);
    sqlite3_close(database);
    family_close(family);
}

static void test_a_file_that_was_open_to_others_is_closed_to_them(void **state)
{
    (void)state;
    family_close(opened());
    assert_int_equal(chmod(inside("family.db"), 0644), 0);
    family_close(opened());
    assert_int_equal(mode_of(inside("family.db")), 0600);
}

static void test_an_empty_file_becomes_a_family(void **state)
{
    (void)state;
    write_file("family.db", "", 0);
    family_close(opened());
    assert_int_equal(number("PRAGMA user_version"), 3);
    assert_int_equal(unlink(inside("family.db")), 0);
    meddle("VACUUM"); // a database of version 0 with a header and no tables
    assert_int_equal(number("PRAGMA user_version"), 0);
    struct family *family = opened();
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    family_close(family);
}

static void test_a_newer_file_is_left_alone(void **state)
{
    (void)state;
    struct family *family = opened();
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    family_close(family);
    meddle("PRAGMA user_version = 4");
    assert_left_alone("newer version of the game");
}

static void test_the_file_of_another_program_is_left_alone(void **state)
{
    (void)state;
    meddle("PRAGMA application_id = 42; CREATE TABLE recipes(name)");
    assert_left_alone("another program");
    assert_int_equal(unlink(inside("family.db")), 0);
    meddle("CREATE TABLE recipes(name)");
    assert_left_alone("another program");
}

static void test_what_is_no_database_is_left_alone(void **state)
{
    (void)state;
    char garbage[5000];
    for (size_t i = 0; i < sizeof garbage; i++) {
        garbage[i] = (char)(i * 7919 % 256);
    }
    write_file("family.db", garbage, sizeof garbage);
    assert_left_alone("damaged");
    write_file("family.db", "x", 1);
    assert_left_alone("damaged");
    write_file("family.db", "SQLite format 3", 16);
    assert_left_alone("damaged");
}

static void test_a_damaged_file_is_left_alone(void **state)
{
    (void)state;
    struct family *family = opened();
    for (int i = 0; i < 60; i++) {
        assert_true(family_keep_session(family, &a_session, &a_ladder));
    }
    family_close(family);
    size_t length = 0;
    char *whole = files_read(inside("family.db"), &length);
    assert_non_null(whole);
    write_file("family.db", whole, length - 4096); // the end is missing
    assert_left_alone("damaged");
    for (size_t page = 0; page * 4096 < length; page++) { // a page is overwritten, behind the header
        char *copy = malloc(length);
        memcpy(copy, whole, length);
        memset(copy + page * 4096 + (page == 0 ? 100 : 0), 0xEE, page == 0 ? 3996 : 4096);
        write_file("family.db", copy, length);
        free(copy);
        assert_left_alone("damaged");
    }
    free(whole);
}

static void test_a_file_without_its_tables_is_left_alone(void **state)
{
    (void)state;
    family_close(opened());
    meddle("DROP TABLE ladder");
    assert_left_alone("damaged");
}

static void test_a_new_file_that_another_program_holds_is_left_to_it(void **state)
{
    (void)state;
    char reason[REASON_SIZE] = "";
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(inside("family.db"), &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, "BEGIN EXCLUSIVE; CREATE TABLE t(a)", NULL, NULL, NULL),
                     SQLITE_OK);
    assert_null(family_open(folder, reason, sizeof reason));
    assert_string_equal(reason, "family.db is in use by another program");
    sqlite3_close(database); // without a commit: nothing was kept
    family_close(opened());
}

static void test_a_folder_in_its_place_is_left_alone(void **state)
{
    (void)state;
    char reason[REASON_SIZE] = "";
    assert_int_equal(mkdir(inside("family.db"), 0700), 0);
    assert_null(family_open(folder, reason, sizeof reason));
    assert_string_equal(reason, "family.db is no file");
    write_file("stone", "x", 1);
    assert_null(family_open(inside("stone"), reason, sizeof reason));
    assert_string_equal(reason, "the family's folder can't be made");
    assert_null(family_open(NULL, reason, sizeof reason));
    assert_string_equal(reason, "there is no folder for the family");
}

// In a child, since root may write anywhere: opens "." as somebody without rights; its answer is the status.
static int try_without_rights(void)
{
    const pid_t child = fork();
    if (child == 0) {
        char reason[REASON_SIZE] = "";
        if (chdir(folder) != 0 || (geteuid() == 0 && setuid(65534) != 0)) {
            _exit(9);
        }
        struct family *family = family_open(".", reason, sizeof reason);
        _exit(family ? 1 : strcmp(reason, "the family's folder can't be written") == 0 ? 0 : 2);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void test_a_folder_that_is_read_only_is_left_alone(void **state)
{
    (void)state;
    assert_int_equal(chmod(folder, 0555), 0);
    assert_int_equal(try_without_rights(), 0);
    assert_int_equal(chmod(folder, 0755), 0);
    family_close(opened());
    assert_int_equal(chmod(folder, 0555), 0);
    assert_int_equal(try_without_rights(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_new_file_is_private_and_of_our_schema),
        IN_A_FOLDER(test_missing_folders_are_made_for_the_family_alone),
        IN_A_FOLDER(test_an_empty_folder_becomes_private_and_a_shared_one_stays),
        IN_A_FOLDER(test_the_journal_is_private_too),
        IN_A_FOLDER(test_a_file_that_was_open_to_others_is_closed_to_them),
        IN_A_FOLDER(test_an_empty_file_becomes_a_family),
        IN_A_FOLDER(test_a_newer_file_is_left_alone),
        IN_A_FOLDER(test_the_file_of_another_program_is_left_alone),
        IN_A_FOLDER(test_what_is_no_database_is_left_alone),
        IN_A_FOLDER(test_a_damaged_file_is_left_alone),
        IN_A_FOLDER(test_a_file_without_its_tables_is_left_alone),
        IN_A_FOLDER(test_a_new_file_that_another_program_holds_is_left_to_it),
        IN_A_FOLDER(test_a_folder_in_its_place_is_left_alone),
        IN_A_FOLDER(test_a_folder_that_is_read_only_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
