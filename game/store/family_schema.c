// The tables of the family's file. A schema is never edited once families have it: the next one is a row
// more.
#include "store/family_schema.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

// migrations[N] brings version N to N + 1.
static const char *const migrations[FAMILY_SCHEMA] = {
    "CREATE TABLE setting(name TEXT PRIMARY KEY NOT NULL, value ANY NOT NULL) STRICT;"
    // What tomorrow goes on from (core/ladder.h), a row for each level that was played.
    "CREATE TABLE ladder(level TEXT PRIMARY KEY NOT NULL, step INTEGER NOT NULL, clean INTEGER NOT NULL,"
    " fast INTEGER NOT NULL, upset_sessions INTEGER NOT NULL, played INTEGER NOT NULL) STRICT;"
    // Every session to its end, for the last one and for what a parent wants to look back at.
    "CREATE TABLE session(id INTEGER PRIMARY KEY, level TEXT NOT NULL, began INTEGER NOT NULL,"
    " age_months INTEGER NOT NULL, step INTEGER NOT NULL, own_away_ms INTEGER NOT NULL,"
    " longest_calm_ms INTEGER NOT NULL, calm INTEGER NOT NULL, upsets INTEGER NOT NULL, why TEXT NOT NULL) "
    "STRICT;",
};

static const char newer[] = "family.db was made by a newer version of the game";
static const char stranger[] = "family.db belongs to another program";
static const char damaged[] = "family.db is damaged";

const char *family_schema_refuses(uint32_t application, uint32_t version)
{
    if (application != 0 && application != FAMILY_APPLICATION) {
        return stranger;
    }
    return version > FAMILY_SCHEMA ? newer : NULL;
}

// The one number that a query answers; -1 where it can't be asked.
static int64_t ask(sqlite3 *database, const char *query)
{
    sqlite3_stmt *statement = NULL;
    int64_t answer = -1;
    if (sqlite3_prepare_v2(database, query, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        answer = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return answer;
}

const char *family_schema_failure(sqlite3 *database)
{
    switch (sqlite3_errcode(database)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "family.db is in use by another program";
    case SQLITE_FULL: return "there is no room on the disk for family.db";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return damaged;
    default: return "family.db can't be written";
    }
}

// NULL where every page of the file is as it should be.
static const char *find_damage(sqlite3 *database)
{
    const int64_t sound = ask(database, "SELECT quick_check = 'ok' FROM pragma_quick_check(1)");
    return sound == 1 ? NULL : sound == 0 ? damaged : family_schema_failure(database);
}

static bool run(sqlite3 *database, const char *statements)
{
    return sqlite3_exec(database, statements, NULL, NULL, NULL) == SQLITE_OK;
}

// Within a transaction.
static const char *migrate(sqlite3 *database)
{
    const int64_t application = ask(database, "PRAGMA application_id");
    const int64_t version = ask(database, "PRAGMA user_version");
    const char *reason = find_damage(database);
    if (!reason) {
        reason = family_schema_refuses((uint32_t)application, (uint32_t)version);
    }
    if (reason || version == FAMILY_SCHEMA) {
        return reason;
    }
    if (application == 0 && ask(database, "SELECT count(*) FROM sqlite_schema") != 0) {
        return stranger;
    }
    for (int64_t from = version; from < FAMILY_SCHEMA; from++) {
        if (!run(database, migrations[from])) {
            return family_schema_failure(database);
        }
    }
    char numbers[100];
    snprintf(numbers, sizeof numbers, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             FAMILY_APPLICATION, FAMILY_SCHEMA);
    return run(database, numbers) ? NULL : family_schema_failure(database);
}

const char *family_schema_migrate(sqlite3 *database)
{
    // Looked at first for reading: what needs no migration needs no lock and no write.
    if (ask(database, "PRAGMA user_version") == FAMILY_SCHEMA &&
        ask(database, "PRAGMA application_id") == FAMILY_APPLICATION) {
        return find_damage(database);
    }
    if (!run(database, "BEGIN IMMEDIATE")) {
        return family_schema_failure(database);
    }
    const char *reason = migrate(database);
    if (!reason && !run(database, "COMMIT")) {
        reason = family_schema_failure(database);
    }
    if (reason) {
        run(database, "ROLLBACK");
    }
    return reason;
}
