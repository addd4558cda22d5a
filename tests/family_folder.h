// What the tests of the family's file share: a folder for each test, and ways to look into it and to meddle
// with it.
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/family.h"

enum { REASON_SIZE = 200 };

static char folder[32];

static inline int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "family_XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "chmod -R u+rwx '%s' && rm -rf '%s'", folder, folder);
    return system(command);
}

static inline const char *inside(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static inline struct family *opened(void)
{
    char reason[REASON_SIZE] = "";
    struct family *family = family_open(folder, reason, sizeof reason);
    if (!family) {
        fail_msg("%s", reason);
    }
    return family;
}

// Runs statements on family.db behind the game's back.
static inline void meddle(const char *statements)
{
    sqlite3 *database = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(inside("family.db"), &database), SQLITE_OK);
    if (sqlite3_exec(database, statements, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s", message);
    }
    sqlite3_close(database);
}

static inline int64_t number(const char *query)
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

static inline void write_file(const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(inside(name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
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
    .outcome = {.own_lasted = true, .finished = true},
    .rungs = {.first_ms = 1000, .step_permille = 1250, .longest_ms = 5000},
    .before = {.step = 3, .clean = 1, .fast = true, .played = 1763900000},
};
static const struct ladder a_ladder = {
    .step = 4, .clean = 1, .fast = true, .upset_sessions = 0, .played = 1764000100};

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
