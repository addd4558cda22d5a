// The family's file: what is kept is there tomorrow, whatever happens in between; what can't be used is left
// alone.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/files.h"
#include "store/family.h"

enum { REASON_SIZE = 200, KILLS = 20 };

static char folder[32];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "family_XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "chmod -R u+rwx '%s' && rm -rf '%s'", folder, folder);
    return system(command);
}

static const char *inside(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static struct family *opened(void)
{
    char reason[REASON_SIZE] = "";
    struct family *family = family_open(folder, reason, sizeof reason);
    if (!family) {
        fail_msg("%s", reason);
    }
    return family;
}

static int mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return (int)(status.st_mode & 07777);
}

// Runs statements on family.db behind the game's back.
static void meddle(const char *statements)
{
    sqlite3 *database = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(inside("family.db"), &database), SQLITE_OK);
    if (sqlite3_exec(database, statements, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s", message);
    }
    sqlite3_close(database);
}

static int64_t number(const char *query)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open(inside("family.db"), &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, query, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    const int64_t answer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return answer;
}

static const struct session_record a_session = {
    .level = "first_peekaboo",
    .began = 1764000000,
    .age_months = 8,
    .step = 3,
    .own_away_ms = 2000,
    .longest_calm_ms = 1900,
    .calm = 6,
    .upsets = 0,
    .why = END_DONE,
};
static const struct ladder a_ladder = {
    .step = 4, .clean = 1, .fast = true, .upset_sessions = 0, .played = 1764000100};

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

static void write_file(const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(inside(name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void test_a_new_file_is_private_and_of_our_schema(void **state)
{
    (void)state;
    family_close(opened());
    assert_int_equal(mode_of(inside("family.db")), 0600);
    assert_int_equal(number("PRAGMA user_version"), 1);
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

static void test_settings_are_there_after_closing(void **state)
{
    (void)state;
    struct family *family = opened();
    assert_int_equal(family_setting(family, "age_months", -1), -1);
    assert_true(family_set(family, "age_months", 9));
    assert_true(family_set(family, "volume", -2147483647 - 1));
    assert_true(family_set_text(family, "with", "Großmama 'Nan' \"x\""));
    assert_true(family_set(family, "age_months", 10));
    family_close(family);
    family = opened();
    char text[64];
    assert_int_equal(family_setting(family, "age_months", -1), 10);
    assert_int_equal(family_setting(family, "volume", 0), -2147483647 - 1);
    family_setting_text(family, "with", "nobody", text, sizeof text);
    assert_string_equal(text, "Großmama 'Nan' \"x\"");
    family_setting_text(family, "language", "en", text, sizeof text);
    assert_string_equal(text, "en");
    char small[4];
    family_setting_text(family, "with", "nobody", small, sizeof small);
    assert_int_equal(strlen(small), 3);
    family_close(family);
}

static void test_a_session_and_its_ladder_are_kept(void **state)
{
    (void)state;
    struct family *family = opened();
    struct ladder ladder = {.step = 77};
    assert_false(family_ladder(family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.step, 77);
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    family_close(family);
    family = opened();
    assert_true(family_ladder(family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.step, 4);
    assert_int_equal(ladder.clean, 1);
    assert_true(ladder.fast);
    assert_int_equal(ladder.upset_sessions, 0);
    assert_int_equal(ladder.played, 1764000100);
    assert_false(family_ladder(family, "hide_and_hello", &ladder));
    family_close(family);
    assert_int_equal(
        number("SELECT count(*) FROM session WHERE level = 'first_peekaboo' AND began = 1764000000"
               " AND age_months = 8 AND step = 3 AND own_away_ms = 2000 AND longest_calm_ms = 1900"
               " AND calm = 6 AND upsets = 0 AND why = 'done'"),
        1);
}

static void test_every_level_has_its_own_ladder_and_the_last_session_is_known(void **state)
{
    (void)state;
    struct family *family = opened();
    struct session_record record = a_session;
    struct ladder ladder = a_ladder;
    char level[64] = "untouched";
    int own_ms = -1;
    assert_false(family_last(family, level, sizeof level, &own_ms, &ladder));
    assert_string_equal(level, "untouched");
    assert_true(family_keep_session(family, &record, &ladder));
    record.level = "wait_and_see";
    record.own_away_ms = 3100;
    ladder.step = 9;
    ladder.fast = false;
    assert_true(family_keep_session(family, &record, &ladder));
    ladder.step = 0;
    assert_true(family_last(family, level, sizeof level, &own_ms, &ladder));
    assert_string_equal(level, "wait_and_see");
    assert_int_equal(own_ms, 3100);
    assert_int_equal(ladder.step, 9);
    assert_false(ladder.fast);
    assert_true(family_ladder(family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.step, 4);
    family_close(family);
}

static void test_without_a_family_nothing_is_kept_and_nothing_breaks(void **state)
{
    (void)state;
    struct ladder ladder;
    char text[16];
    int own_ms;
    assert_int_equal(family_setting(NULL, "age_months", 7), 7);
    assert_false(family_set(NULL, "age_months", 7));
    family_setting_text(NULL, "with", "nobody", text, sizeof text);
    assert_string_equal(text, "nobody");
    assert_false(family_set_text(NULL, "with", "mama"));
    assert_false(family_ladder(NULL, "first_peekaboo", &ladder));
    assert_false(family_last(NULL, text, sizeof text, &own_ms, &ladder));
    assert_false(family_keep_session(NULL, &a_session, &a_ladder));
    family_close(NULL);
}

// Tables that keep anything, as no game of ours makes them, but as a hand or another tool may.
static const char loose[] =
    "DROP TABLE setting; DROP TABLE ladder; DROP TABLE session; CREATE TABLE setting(name PRIMARY KEY, "
    "value);"
    "CREATE TABLE ladder(level PRIMARY KEY, step, clean, fast, upset_sessions, played);"
    "CREATE TABLE session(id INTEGER PRIMARY KEY, level, began, age_months, step, own_away_ms, "
    "longest_calm_ms, calm,"
    " upsets, why);"
    "INSERT INTO setting VALUES('text', 'eight'), ('nothing', NULL), ('big', 99999999999), ('real', 1.5), "
    "('number', 8);"
    "INSERT INTO ladder VALUES('negative', -5, -1, 7, -2, -9), ('text', 'four', 0, 1, 0, 0), ('nulls', NULL, "
    "0, 0, 0, 0),"
    " ('half', 3, 'x', NULL, NULL, x'00'), ('huge', 99999999999, 99999999999, 1, 99999999999, "
    "9223372036854775807);";

static void test_wrong_values_are_brought_back_or_passed_over(void **state)
{
    (void)state;
    family_close(opened());
    meddle(loose);
    struct family *family = opened();
    char text[16];
    assert_int_equal(family_setting(family, "text", 5), 5);
    assert_int_equal(family_setting(family, "nothing", 5), 5);
    assert_int_equal(family_setting(family, "real", 5), 5);
    assert_int_equal(family_setting(family, "big", 5), 2147483647);
    family_setting_text(family, "number", "nobody", text, sizeof text);
    assert_string_equal(text, "nobody");
    struct ladder ladder;
    assert_true(family_ladder(family, "negative", &ladder));
    assert_int_equal(ladder.step, 0);
    assert_int_equal(ladder.clean, 0);
    assert_int_equal(ladder.upset_sessions, 0);
    assert_int_equal(ladder.played, 0);
    assert_false(family_ladder(family, "text", &ladder));
    assert_false(family_ladder(family, "nulls", &ladder));
    assert_true(family_ladder(family, "half", &ladder));
    assert_int_equal(ladder.step, 3);
    assert_false(ladder.fast);
    assert_true(family_ladder(family, "huge", &ladder));
    assert_in_range(ladder.step, 0, 1000);
    family_close(family);
}

static void test_a_wrong_last_session_is_none(void **state)
{
    (void)state;
    family_close(opened());
    meddle(loose);
    static const char *const lasts[] = {
        "INSERT INTO session(level, own_away_ms) VALUES(NULL, 1000)",
        "INSERT INTO session(level, own_away_ms) VALUES(12, 1000)",
        "INSERT INTO session(level, own_away_ms) VALUES('never_played', 1000)",
        "INSERT INTO session(level, own_away_ms) VALUES('', 1000)",
    };
    for (size_t i = 0; i < sizeof lasts / sizeof *lasts; i++) {
        meddle(lasts[i]);
        struct family *family = opened();
        struct ladder ladder;
        char level[64];
        int own_ms;
        assert_false(family_last(family, level, sizeof level, &own_ms, &ladder));
        family_close(family);
    }
    meddle("INSERT INTO session(level, own_away_ms) VALUES('half', -7)");
    struct family *family = opened();
    struct ladder ladder;
    char level[64];
    int own_ms;
    assert_true(family_last(family, level, sizeof level, &own_ms, &ladder));
    assert_int_equal(own_ms, 0);
    family_close(family);
}

static void test_an_empty_file_becomes_a_family(void **state)
{
    (void)state;
    write_file("family.db", "", 0);
    family_close(opened());
    assert_int_equal(number("PRAGMA user_version"), 1);
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
    meddle("PRAGMA user_version = 2");
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

// Saves until it is killed; tells each save that was confirmed.
static void save_for_ever(int confirmed)
{
    char reason[REASON_SIZE];
    struct family *family = family_open(folder, reason, sizeof reason);
    struct ladder ladder = {.step = 0};
    if (family) {
        family_ladder(family, "first_peekaboo", &ladder);
    }
    for (int step = ladder.clean + 1; family; step++) {
        const struct ladder next = {.clean = step, .played = step};
        struct session_record record = a_session;
        record.calm = step;
        if (!family_keep_session(family, &record, &next) ||
            write(confirmed, &step, sizeof step) != sizeof step) {
            break;
        }
    }
    _exit(1);
}

// Kills a saving child after `after_us` from its first save. The last save it confirmed.
static int kill_while_saving(unsigned after_us)
{
    int ends[2], step = 0, last = 0;
    assert_int_equal(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        save_for_ever(ends[1]);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &last, sizeof last), sizeof last);
    usleep(after_us);
    kill(child, SIGKILL);
    while (read(ends[0], &step, sizeof step) == sizeof step) {
        last = step;
    }
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    return last;
}

static void test_killed_in_the_middle_of_a_save_the_last_one_is_there(void **state)
{
    (void)state;
    for (unsigned round = 0; round < KILLS; round++) {
        const int confirmed = kill_while_saving(round * 1371 % 9000);
        struct family *family = opened();
        struct ladder ladder;
        assert_true(family_ladder(family, "first_peekaboo", &ladder));
        assert_in_range(ladder.clean, confirmed, confirmed + 1); // one more may be whole and unconfirmed
        family_close(family);
        assert_int_equal(number("SELECT count(*) FROM session"), ladder.clean); // both or neither
        assert_int_equal(number("SELECT max(calm) FROM session"), ladder.clean);
    }
}

static void test_two_games_at_once_both_keep_their_sessions(void **state)
{
    (void)state;
    struct family *one = opened(), *other = opened();
    for (int i = 0; i < 5; i++) {
        assert_true(family_keep_session(one, &a_session, &a_ladder));
        assert_true(family_keep_session(other, &a_session, &a_ladder));
    }
    family_close(one);
    family_close(other);
    assert_int_equal(number("SELECT count(*) FROM session"), 10);
}

static void test_a_save_that_fails_leaves_the_old_ladder(void **state)
{
    (void)state;
    struct family *family = opened();
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    meddle("CREATE TRIGGER full BEFORE INSERT ON ladder BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
    struct ladder next = a_ladder, ladder;
    next.step = 5;
    assert_false(family_keep_session(family, &a_session, &next));
    assert_true(family_ladder(family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.step, 4);
    meddle("DROP TRIGGER full");
    assert_true(family_keep_session(family, &a_session, &next)); // and goes on
    family_close(family);
    assert_int_equal(number("SELECT count(*) FROM session"), 2);
}

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_new_file_is_private_and_of_our_schema),
        IN_A_FOLDER(test_missing_folders_are_made_for_the_family_alone),
        IN_A_FOLDER(test_an_empty_folder_becomes_private_and_a_shared_one_stays),
        IN_A_FOLDER(test_the_journal_is_private_too),
        IN_A_FOLDER(test_a_file_that_was_open_to_others_is_closed_to_them),
        IN_A_FOLDER(test_settings_are_there_after_closing),
        IN_A_FOLDER(test_a_session_and_its_ladder_are_kept),
        IN_A_FOLDER(test_every_level_has_its_own_ladder_and_the_last_session_is_known),
        IN_A_FOLDER(test_without_a_family_nothing_is_kept_and_nothing_breaks),
        IN_A_FOLDER(test_wrong_values_are_brought_back_or_passed_over),
        IN_A_FOLDER(test_a_wrong_last_session_is_none),
        IN_A_FOLDER(test_an_empty_file_becomes_a_family),
        IN_A_FOLDER(test_a_newer_file_is_left_alone),
        IN_A_FOLDER(test_the_file_of_another_program_is_left_alone),
        IN_A_FOLDER(test_what_is_no_database_is_left_alone),
        IN_A_FOLDER(test_a_damaged_file_is_left_alone),
        IN_A_FOLDER(test_a_file_without_its_tables_is_left_alone),
        IN_A_FOLDER(test_a_folder_in_its_place_is_left_alone),
        IN_A_FOLDER(test_a_folder_that_is_read_only_is_left_alone),
        IN_A_FOLDER(test_killed_in_the_middle_of_a_save_the_last_one_is_there),
        IN_A_FOLDER(test_two_games_at_once_both_keep_their_sessions),
        IN_A_FOLDER(test_a_save_that_fails_leaves_the_old_ladder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
