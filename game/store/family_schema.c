// The tables of the family's file. A schema is never edited once families have it, not by a space: the next
// one is a row more (and a backup's tables are compared with these word by word:
// store/family_schema_whole.c).
#include "store/family_schema.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "store/family_query.h"

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

    // A grown-up's wishes for the next session.
    "ALTER TABLE ladder ADD COLUMN shorter INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE ladder ADD COLUMN stay INTEGER NOT NULL DEFAULT 0;"
    // mark: the numbers of enum session_mark, for ever. What older games did not note is told by what came
    // after: the next session of the level, else its ladder.
    "ALTER TABLE session ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE session ADD COLUMN unclear INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE session ADD COLUMN mark INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE session ADD COLUMN next_step INTEGER NOT NULL DEFAULT 0;"
    "UPDATE session SET ended = began, next_step = coalesce("
    "(SELECT n.step FROM session AS n WHERE n.level = session.level AND n.id > session.id ORDER BY n.id "
    "LIMIT 1),"
    " (SELECT l.step FROM ladder AS l WHERE l.level = session.level), step);"
    "UPDATE session SET ended = max(began, played) FROM ladder"
    " WHERE ladder.level = session.level AND session.id IN (SELECT max(id) FROM session GROUP BY level);"
    // What a mark is worked out from: how the session went, and the ladder before it.
    "CREATE TABLE session_base(session INTEGER PRIMARY KEY REFERENCES session ON DELETE CASCADE,"
    " own_lasted INTEGER NOT NULL, finished INTEGER NOT NULL, upset_at_own INTEGER NOT NULL,"
    " first_ms INTEGER NOT NULL, step_permille INTEGER NOT NULL, longest_ms INTEGER NOT NULL,"
    " step INTEGER NOT NULL, clean INTEGER NOT NULL, fast INTEGER NOT NULL,"
    " upset_sessions INTEGER NOT NULL, played INTEGER NOT NULL, shorter INTEGER NOT NULL,"
    " stay INTEGER NOT NULL) STRICT;"
    // Real goodbyes. how: the numbers of enum parting_how, for ever. stayed: a caregiver's id, who may be
    // gone by now; 0: nobody of the family's list.
    "CREATE TABLE parting(id INTEGER PRIMARY KEY, began INTEGER NOT NULL, step INTEGER NOT NULL,"
    " planned_s INTEGER NOT NULL, took_s INTEGER NOT NULL, how INTEGER NOT NULL, stayed INTEGER NOT NULL) "
    "STRICT;"
    // The family's own levels, as a backup carries them; at home they are files (store/own_levels.h).
    "CREATE TABLE own_level(file TEXT PRIMARY KEY NOT NULL, text BLOB NOT NULL) STRICT;",
};

const char *family_sentence(enum family_fault fault)
{
    static const char *const sentences[FAMILY_FAULTS] = {
        [FAMILY_UNREADABLE] = "family.db can't be read",
        [FAMILY_NO_DATABASE] = "family.db is damaged, or no file of this game",
        [FAMILY_DAMAGED] = "family.db is damaged",
        [FAMILY_NEWER] = "family.db was made by a newer version of the game",
        [FAMILY_STRANGER] = "family.db belongs to another program",
        [FAMILY_OTHER_KIND] = "family.db is a voice pack",
        [FAMILY_BUSY] = "family.db is in use by another program",
        [FAMILY_DISK_FULL] = "there is no room on the disk for family.db",
        [FAMILY_UNWRITABLE] = "family.db can't be written",
    };
    return sentences[fault];
}

enum family_fault family_schema_refuses(uint32_t application, uint32_t version)
{
    if (application != 0 && application != FAMILY_APPLICATION) {
        return application == PACK_APPLICATION ? FAMILY_OTHER_KIND : FAMILY_STRANGER;
    }
    return version > FAMILY_SCHEMA ? FAMILY_NEWER : FAMILY_FINE;
}

enum family_fault family_schema_failure(sqlite3 *database)
{
    switch (sqlite3_errcode(database)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return FAMILY_BUSY;
    case SQLITE_FULL: return FAMILY_DISK_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return FAMILY_DAMAGED;
    default: return FAMILY_UNWRITABLE;
    }
}

// The one number that a query answers; -1 where it can't be asked.
static int64_t ask(sqlite3 *database, const char *question)
{
    return query_number(database, question, NULL, 0, -1);
}

// What is small is checked whole at every start. Of what may be gigabytes only the way to its first and last
// row is looked at: damage within it is found by the checksums, when it is read.
static const char *const checks[] = {
    "SELECT quick_check = 'ok' FROM pragma_quick_check('sqlite_schema')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('sqlite_sequence')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('setting')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('ladder')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('session')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('session_base')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('parting')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('own_level')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('caregiver')",
    "SELECT quick_check = 'ok' FROM pragma_quick_check('clip')",
    "SELECT ifnull((SELECT max(caregiver) FROM face) >= (SELECT min(caregiver) FROM face), 1)",
    "SELECT ifnull((SELECT max(clip) FROM sound) >= (SELECT min(clip) FROM sound), 1)",
    "SELECT ifnull((SELECT max(clip) FROM recording) >= (SELECT min(clip) FROM recording), 1)",
};
static const char whole[] = "SELECT quick_check = 'ok' FROM pragma_quick_check(1)";

static enum family_fault check(sqlite3 *database, const char *question)
{
    const int64_t sound = ask(database, question);
    if (sound == 1) {
        return FAMILY_FINE;
    }
    // An error of SQL itself: there is no such table.
    return sound == 0 || sqlite3_errcode(database) == SQLITE_ERROR ? FAMILY_DAMAGED
                                                                   : family_schema_failure(database);
}

// Of a file of today's schema.
static enum family_fault find_damage(sqlite3 *database)
{
    enum family_fault fault = FAMILY_FINE;
    for (size_t i = 0; !fault && i < sizeof checks / sizeof *checks; i++) {
        fault = check(database, checks[i]);
    }
    return fault;
}

static bool run(sqlite3 *database, const char *statements)
{
    return sqlite3_exec(database, statements, NULL, NULL, NULL) == SQLITE_OK;
}

// From one version to another. Within a transaction.
static enum family_fault bring(sqlite3 *database, int64_t version, int64_t to)
{
    for (; version < to; version++) {
        if (!run(database, migrations[version])) {
            return family_schema_failure(database);
        }
    }
    char numbers[100];
    snprintf(numbers, sizeof numbers, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             FAMILY_APPLICATION, (int)to);
    return run(database, numbers) ? FAMILY_FINE : family_schema_failure(database);
}

enum family_fault family_schema_make(sqlite3 *database, int version)
{
    return bring(database, 0, version);
}

// Within a transaction.
static enum family_fault migrate(sqlite3 *database)
{
    const int64_t application = ask(database, "PRAGMA application_id");
    const int64_t version = ask(database, "PRAGMA user_version");
    enum family_fault fault = version == FAMILY_SCHEMA ? find_damage(database) : check(database, whole);
    if (!fault) {
        fault = family_schema_refuses((uint32_t)application, (uint32_t)version);
    }
    if (fault || version == FAMILY_SCHEMA) {
        return fault;
    }
    if (application == 0 && ask(database, "SELECT count(*) FROM sqlite_schema") != 0) {
        return FAMILY_STRANGER;
    }
    return bring(database, version, FAMILY_SCHEMA);
}

enum family_fault family_schema_migrate(sqlite3 *database)
{
    // Looked at first for reading: what needs no migration needs no lock and no write.
    if (ask(database, "PRAGMA user_version") == FAMILY_SCHEMA &&
        ask(database, "PRAGMA application_id") == FAMILY_APPLICATION) {
        return find_damage(database);
    }
    if (!query_begin(database)) {
        return family_schema_failure(database);
    }
    const enum family_fault fault = migrate(database);
    if (fault || run(database, "COMMIT")) {
        run(database, "ROLLBACK"); // where it is committed this does nothing
        return fault;
    }
    const enum family_fault failure = family_schema_failure(database);
    run(database, "ROLLBACK");
    return failure;
}
