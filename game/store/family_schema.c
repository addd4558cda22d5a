// The tables of the family's file. A schema is never edited once families have it: the next one is a row
// more.
#include "store/family_schema.h"

#include <stddef.h>
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

    // People. removed: NULL while they are here, then UTC seconds (0: not known yet), and the corner's own
    // clock (store/voices_tidy.c). Ids are never used again: an older trace or card must not mean somebody
    // else.
    "CREATE TABLE caregiver(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, removed INTEGER,"
    " removed_corner INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE UNIQUE INDEX caregiver_here ON caregiver(name COLLATE NOCASE) WHERE removed IS NULL;"
    "CREATE TABLE face(caregiver INTEGER PRIMARY KEY REFERENCES caregiver ON DELETE CASCADE,"
    " shown_sum INTEGER NOT NULL, original_sum INTEGER, shown BLOB NOT NULL, original BLOB) STRICT;"
    // What is known of a clip, apart from its samples: lists read this table alone. moment: the numbers of
    // enum moment, for ever. retired: 0 while it plays.
    "CREATE TABLE clip(id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " caregiver INTEGER NOT NULL REFERENCES caregiver ON DELETE CASCADE,"
    " moment INTEGER NOT NULL CHECK(moment BETWEEN 0 AND 6), slot INTEGER NOT NULL CHECK(slot >= 1),"
    " length_ms INTEGER NOT NULL, lufs REAL NOT NULL, peak_dbtp REAL NOT NULL, made INTEGER NOT NULL,"
    " first_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, bars BLOB NOT NULL,"
    " retired INTEGER NOT NULL DEFAULT 0, retired_corner INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE UNIQUE INDEX clip_plays ON clip(caregiver, moment, slot) WHERE retired = 0;"
    "CREATE INDEX clip_older ON clip(caregiver, retired) WHERE retired <> 0;"
    // 16-bit little-endian mono 48 kHz, with a checksum (store/voices_sound.c): clean, and as it was
    // recorded.
    "CREATE TABLE sound(clip INTEGER PRIMARY KEY REFERENCES clip ON DELETE CASCADE,"
    " pcm_sum INTEGER NOT NULL, pcm BLOB NOT NULL) STRICT;"
    "CREATE TABLE recording(clip INTEGER PRIMARY KEY REFERENCES clip ON DELETE CASCADE,"
    " pcm_sum INTEGER NOT NULL, pcm BLOB NOT NULL) STRICT;",
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

// What is small is checked whole at every start. Of what may be gigabytes only the way to its first and last
// row is looked at: damage within it is found by the checksums, when it is read.
static const char *const checks[] = {
    "SELECT quick_check = 'ok' FROM pragma_quick_check('sqlite_schema')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('sqlite_sequence')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('setting')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('ladder')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('session')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('caregiver')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('clip')",
    "SELECT ifnull((SELECT max(caregiver) FROM face) >= (SELECT min(caregiver) FROM face), 1)",
    "SELECT ifnull((SELECT max(clip) FROM sound) >= (SELECT min(clip) FROM sound), 1)",
    "SELECT ifnull((SELECT max(clip) FROM recording) >= (SELECT min(clip) FROM recording), 1)",
};
static const char whole[] = "SELECT quick_check = 'ok' FROM pragma_quick_check(1)";

static const char *check(sqlite3 *database, const char *question)
{
    const int64_t sound = ask(database, question);
    // An error of SQL itself: there is no such table.
    return sound == 1                                                ? NULL
           : sound == 0 || sqlite3_errcode(database) == SQLITE_ERROR ? damaged
                                                                     : family_schema_failure(database);
}

// Of a file of today's schema.
static const char *find_damage(sqlite3 *database)
{
    const char *reason = NULL;
    for (size_t i = 0; !reason && i < sizeof checks / sizeof *checks; i++) {
        reason = check(database, checks[i]);
    }
    return reason;
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
    const char *reason = version == FAMILY_SCHEMA ? find_damage(database) : check(database, whole);
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
