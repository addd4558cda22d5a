// The family's one SQLite file. Whatever is in it, reading gives a value that the rules can use: what is of
// another type is as good as not there, what is out of range is brought back into it.
#include "store/family.h"

#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/family_file.h"
#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/family_schema.h"
#include "store/own_levels_carry.h"

enum { PATH_SIZE = 4096, BUSY_MS = 1000 };

enum statement { GET_SETTING, SET_SETTING, QUERY_COUNT };

static const char *const queries[QUERY_COUNT] = {
    [GET_SETTING] = "SELECT value FROM setting WHERE name = ?",
    [SET_SETTING] = "INSERT INTO setting(name, value) VALUES(?, ?)"
                    " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
};

struct family {
    sqlite3 *database;
    sqlite3_stmt *statements[QUERY_COUNT];
};

// Every connection: nothing in a stranger's file may run code, and a save is on the disk before it is called
// one. A rollback journal, not a WAL: the family stays one file, that may be copied by hand at any time.
// EXTRA, not FULL: with FULL the end of the journal is not synced, and after a power cut it may be back and
// take a confirmed clip away with it. What is deleted is overwritten: a voice that was deleted is not to be
// found.
static const char connection[] =
    "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA mmap_size = 0";

static struct family *refuse(struct family *family, char *reason, int size, const char *sentence)
{
    snprintf(reason, (size_t)size, "%s", sentence);
    family_close(family);
    return NULL;
}

static const char *prepare_statements(struct family *family)
{
    for (int i = 0; i < QUERY_COUNT; i++) {
        if (sqlite3_prepare_v3(family->database, queries[i], -1, SQLITE_PREPARE_PERSISTENT,
                               &family->statements[i], NULL) != SQLITE_OK) {
            return "family.db is damaged: a table is missing";
        }
    }
    return NULL;
}

static const char *connect(struct family *family, const char *path)
{
    if (sqlite3_open_v2(path, &family->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        return "family.db can't be opened";
    }
    sqlite3_busy_timeout(family->database, BUSY_MS);
    sqlite3_db_config(family->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    if (sqlite3_exec(family->database, connection, NULL, NULL, NULL) != SQLITE_OK) {
        return family_sentence(family_schema_failure(family->database));
    }
    const char *reason = family_sentence(family_schema_migrate(family->database));
    if (!reason) { // only now: a file that is refused must not be written, and this takes it out of WAL
        sqlite3_exec(family->database, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
        reason = prepare_statements(family);
    }
    return reason;
}

struct family *family_open(const char *folder, char *reason, int reason_size)
{
    char path[PATH_SIZE];
    if (!folder || snprintf(path, sizeof path, "%s/family.db", folder) >= PATH_SIZE) {
        return refuse(NULL, reason, reason_size, "there is no folder for the family");
    }
    const char *sentence = family_file_prepare(folder, path);
    if (sentence) {
        return refuse(NULL, reason, reason_size, sentence);
    }
    struct family *family = calloc(1, sizeof *family);
    sentence = family ? connect(family, path) : "there is not enough memory";
    if (sentence) {
        return refuse(family, reason, reason_size, sentence);
    }
    family_file_close_to_others(path);
    own_levels_settle(family->database, folder); // where it can't be, the next start tries again
    return family;
}

void family_close(struct family *family)
{
    if (!family) {
        return;
    }
    for (int i = 0; i < QUERY_COUNT; i++) {
        sqlite3_finalize(family->statements[i]);
    }
    sqlite3_close(family->database);
    free(family);
}

sqlite3 *family_database(struct family *family)
{
    return family ? family->database : NULL;
}

// A statement ready for its values; NULL where there is no family.
static sqlite3_stmt *ready(struct family *family, enum statement which)
{
    return family ? family->statements[which] : NULL;
}

// Runs a statement that answers nothing, and leaves it ready for the next time.
static bool run(sqlite3_stmt *prepared)
{
    const bool done = sqlite3_step(prepared) == SQLITE_DONE;
    sqlite3_reset(prepared);
    sqlite3_clear_bindings(prepared);
    return done;
}

// Asks by one key. True: there is a row; the caller ends it with sqlite3_reset.
static bool ask(sqlite3_stmt *prepared, const char *key)
{
    return prepared && sqlite3_bind_text(prepared, 1, key, -1, SQLITE_TRANSIENT) == SQLITE_OK &&
           sqlite3_step(prepared) == SQLITE_ROW;
}

int family_setting(struct family *family, const char *name, int fallback)
{
    sqlite3_stmt *get = ready(family, GET_SETTING);
    const int value = ask(get, name) ? (int)query_column(get, 0, INT_MIN, INT_MAX, fallback) : fallback;
    sqlite3_reset(get);
    return value;
}

bool family_set(struct family *family, const char *name, int value)
{
    sqlite3_stmt *set = ready(family, SET_SETTING);
    if (!set) {
        return false;
    }
    return sqlite3_bind_text(set, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
           sqlite3_bind_int(set, 2, value) == SQLITE_OK && run(set);
}

void family_setting_text(struct family *family, const char *name, const char *fallback, char *out, int size)
{
    sqlite3_stmt *get = ready(family, GET_SETTING);
    const bool is_text = ask(get, name) && sqlite3_column_type(get, 0) == SQLITE_TEXT;
    const char *text = is_text ? (const char *)sqlite3_column_text(get, 0) : NULL; // NULL without memory, too
    snprintf(out, (size_t)size, "%s", text ? text : fallback);
    sqlite3_reset(get);
}

bool family_set_text(struct family *family, const char *name, const char *value)
{
    sqlite3_stmt *set = ready(family, SET_SETTING);
    if (!set) {
        return false;
    }
    return sqlite3_bind_text(set, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
           sqlite3_bind_text(set, 2, value, -1, SQLITE_STATIC) == SQLITE_OK && run(set);
}
