// One change of one value or row, by SQL.
#include "family_change.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/random.h"
#include "store/voices_inside.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *const columns[][2] = {
    {"setting", "name"},
    {"setting", "value"},
    {"ladder", "level"},
    {"ladder", "step"},
    {"ladder", "clean"},
    {"ladder", "fast"},
    {"ladder", "upset_sessions"},
    {"ladder", "played"},
    {"ladder", "shorter"},
    {"ladder", "stay"},
    {"session", "level"},
    {"session", "began"},
    {"session", "ended"},
    {"session", "age_months"},
    {"session", "step"},
    {"session", "own_away_ms"},
    {"session", "longest_calm_ms"},
    {"session", "calm"},
    {"session", "upsets"},
    {"session", "why"},
    {"session", "mark"},
    {"session", "next_step"},
    {"session_base", "first_ms"},
    {"session_base", "step_permille"},
    {"session_base", "longest_ms"},
    {"session_base", "step"},
    {"session_base", "played"},
    {"session_base", "clean"},
    {"parting", "began"},
    {"parting", "step"},
    {"parting", "planned_s"},
    {"parting", "took_s"},
    {"parting", "how"},
    {"parting", "stayed"},
    {"own_level", "file"},
    {"own_level", "text"},
    {"caregiver", "id"},
    {"caregiver", "name"},
    {"caregiver", "removed"},
    {"caregiver", "removed_corner"},
    {"face", "shown"},
    {"face", "original"},
    {"clip", "caregiver"},
    {"clip", "moment"},
    {"clip", "slot"},
    {"clip", "length_ms"},
    {"clip", "lufs"},
    {"clip", "peak_dbtp"},
    {"clip", "made"},
    {"clip", "first_ms"},
    {"clip", "end_ms"},
    {"clip", "bars"},
    {"clip", "retired"},
    {"clip", "retired_corner"},
    {"sound", "pcm"},
    {"recording", "pcm"},
};

static const char *const texts[] = {
    "first_peekaboo",
    "",
    "../family.yaml",
    "/etc/level.yaml",
    ".hidden.yaml",
    "our_peek.yaml",
    "a/b.yaml",
    "OUR_PEEK.YAML",
    "x.yaml ",
    "Mama",
    "mama",
    "a\nb",
    "\"'`$(x)",
    "done",
    "own_levels",
    "before_utc",
    "before_corner",
    "language",
    "caregiver_today",
    "levels_forgotten",
    "age_months",
    "age_set_day",
    "0123456789012345678901234567890123456789012345678901234567890123456789.yaml",
};

static const int64_t numbers[] = {0,         1,         -1,        2,         3,     6,
                                  7,         255,       600,       1000,      65536, 1795500000,
                                  INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, -2,    86400};

static int64_t some_number(struct random *random)
{
    return numbers[random_between(random, 0, COUNT(numbers) - 1)];
}

// A number, a text, bytes, nothing, or what another row has: SQLite refuses what does not suit the column.
static void bind_something(struct random *random, sqlite3_stmt *change)
{
    switch (random_between(random, 0, 5)) {
    case 0:
    case 1: sqlite3_bind_int64(change, 1, some_number(random)); break;
    case 2: sqlite3_bind_double(change, 1, (double)some_number(random) / 7); break;
    case 3:
        sqlite3_bind_text(change, 1, texts[random_between(random, 0, COUNT(texts) - 1)], -1, SQLITE_STATIC);
        break;
    case 4: sqlite3_bind_zeroblob(change, 1, random_between(random, 0, 3000)); break;
    case 5: break; // NULL
    }
}

static bool run(sqlite3 *database, struct random *random, const char *words)
{
    sqlite3_stmt *change = NULL;
    sqlite3_prepare_v2(database, words, -1, &change, NULL);
    if (sqlite3_bind_parameter_count(change) == 1) {
        bind_something(random, change);
    }
    const bool done = sqlite3_step(change) == SQLITE_DONE;
    sqlite3_finalize(change);
    return done;
}

// ?: the new value. A blob may also be flipped, cut or doubled.
static bool change_value(sqlite3 *database, struct random *random)
{
    static const char *const values[] = {"?",
                                         "?",
                                         "?",
                                         "?",
                                         "substr(%2$s, 1, %3$d)",
                                         "CAST(%2$s || %2$s AS BLOB)",
                                         "%2$s + %3$d",
                                         "-%2$s",
                                         "CAST(replace(%2$s, substr(%2$s, %3$d, 1), 'x') AS BLOB)",
                                         "CAST(randomblob(%3$d) AS BLOB)",
                                         "(SELECT %2$s FROM %1$s LIMIT 1)"};
    const char *const *column = columns[random_between(random, 0, COUNT(columns) - 1)];
    char value[200], words[500];
    snprintf(value, sizeof value, values[random_between(random, 0, COUNT(values) - 1)], column[0], column[1],
             random_between(random, 1, 300));
    snprintf(words, sizeof words,
             "UPDATE %s SET %s = %s WHERE rowid = (SELECT rowid FROM %s LIMIT 1 OFFSET %d)", column[0],
             column[1], value, column[0], random_between(random, 0, 7));
    return run(database, random, words);
}

static bool change_row(sqlite3 *database, struct random *random)
{
    static const char *const changes[] = {
        "DELETE FROM clip WHERE id = (SELECT id FROM clip LIMIT 1)",
        "DELETE FROM sound WHERE clip = (SELECT clip FROM sound LIMIT 1)",
        "DELETE FROM caregiver WHERE id = (SELECT max(id) FROM caregiver)",
        "DELETE FROM face",
        "DELETE FROM session_base WHERE session = (SELECT session FROM session_base LIMIT 1)",
        "INSERT INTO setting(name, value) VALUES('own_levels', ?)",
        "INSERT INTO setting(name, value) VALUES('levels_forgotten', ?)",
        "INSERT INTO own_level(file, text) VALUES(?, 'title: x')",
        "INSERT INTO own_level(file, text) SELECT 'b' || file, text FROM own_level LIMIT 1",
        "INSERT INTO caregiver(name) VALUES(?)",
        "INSERT INTO ladder(level, step, clean, fast, upset_sessions, played) VALUES(?, 900, -4, 7, 3, 0)",
        "INSERT INTO parting(began, step, planned_s, took_s, how, stayed) VALUES(?, 6, 600, 600, 0, 1)",
        "INSERT INTO session SELECT NULL, level, began, age_months, step, own_away_ms, longest_calm_ms, "
        "calm, upsets, why,"
        " ended, unclear, mark, next_step FROM session LIMIT 1",
        "UPDATE sound SET clip = clip + 1 WHERE clip = (SELECT max(clip) FROM sound)",
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 2",
        "PRAGMA application_id = 1348822384",
        "PRAGMA application_id = 1348822379",
        "DROP TABLE own_level",
        "CREATE TABLE more(a)",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON setting BEGIN DELETE FROM clip; END",
    };
    return run(database, random, changes[random_between(random, 0, COUNT(changes) - 1)]);
}

static void fnv(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const void *bytes = sqlite3_value_blob(values[0]);
    sqlite3_result_int64(context, sum_of(bytes ? bytes : "", (size_t)sqlite3_value_bytes(values[0])));
}

static bool change(sqlite3 *database, struct random *random)
{
    bool changed = false;
    sqlite3_create_function(database, "fnv", 1, SQLITE_UTF8, NULL, fnv, NULL, NULL);
    sqlite3_exec(database, "PRAGMA journal_mode = OFF; PRAGMA ignore_check_constraints = ON", NULL, NULL,
                 NULL);
    for (int tries = 0; tries < 8 && !changed; tries++) {
        changed =
            random_between(random, 0, 3) ? change_value(database, random) : change_row(database, random);
    }
    if (changed && random_between(random, 0, 9)) {
        sqlite3_exec(database,
                     "UPDATE sound SET pcm_sum = fnv(pcm); UPDATE recording SET pcm_sum = fnv(pcm);"
                     "UPDATE face SET shown_sum = fnv(shown), original_sum = fnv(original)",
                     NULL, NULL, NULL);
    }
    return changed;
}

static size_t take_out(sqlite3 *database, uint8_t *bytes, size_t most)
{
    sqlite3_int64 length = 0;
    unsigned char *changed = sqlite3_serialize(database, "main", &length, 0);
    const bool fits = changed && length > 0 && (size_t)length <= most;
    if (fits) {
        memcpy(bytes, changed, (size_t)length);
    }
    sqlite3_free(changed);
    return fits ? (size_t)length : 0;
}

size_t family_change(uint8_t *bytes, size_t length, size_t most, unsigned seed)
{
    struct random random;
    random_seed(&random, seed);
    sqlite3 *database = NULL;
    unsigned char *copy = sqlite3_malloc64(length + 1);
    size_t changed = 0;
    if (copy && length > 0 && sqlite3_open(":memory:", &database) == SQLITE_OK) {
        memcpy(copy, bytes, length);
        const int in =
            sqlite3_deserialize(database, "main", copy, (sqlite3_int64)length, (sqlite3_int64)length,
                                SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
        copy = NULL; // SQLite's, whatever came of it
        changed = in == SQLITE_OK && change(database, &random) ? take_out(database, bytes, most) : 0;
    }
    sqlite3_free(copy);
    sqlite3_close(database);
    return changed;
}
