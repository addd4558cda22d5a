// One change of one value or row, by SQL.
#include "family_change.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/random.h"
#include "store/voices_inside.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum kind { NUMBER, REAL, TEXT, FILE_NAME, BYTES, ANY, KINDS };

enum { COLUMNS_MAX = 13 };

static const struct table {
    const char *name;
    struct column {
        const char *name;
        enum kind kind;
    } columns[COLUMNS_MAX]; // to the first without a name
} tables[] = {
    {"setting", {{"name", TEXT}, {"value", ANY}}},
    {"ladder",
     {{"level", TEXT},
      {"step", NUMBER},
      {"clean", NUMBER},
      {"fast", NUMBER},
      {"upset_sessions", NUMBER},
      {"played", NUMBER},
      {"shorter", NUMBER},
      {"stay", NUMBER}}},
    {"session",
     {{"level", TEXT},
      {"began", NUMBER},
      {"ended", NUMBER},
      {"age_months", NUMBER},
      {"step", NUMBER},
      {"own_away_ms", NUMBER},
      {"longest_calm_ms", NUMBER},
      {"calm", NUMBER},
      {"upsets", NUMBER},
      {"why", TEXT},
      {"mark", NUMBER},
      {"next_step", NUMBER}}},
    {"session_base",
     {{"first_ms", NUMBER},
      {"step_permille", NUMBER},
      {"longest_ms", NUMBER},
      {"step", NUMBER},
      {"played", NUMBER},
      {"clean", NUMBER}}},
    {"parting",
     {{"began", NUMBER},
      {"step", NUMBER},
      {"planned_s", NUMBER},
      {"took_s", NUMBER},
      {"how", NUMBER},
      {"stayed", NUMBER}}},
    {"own_level", {{"file", FILE_NAME}, {"text", BYTES}}},
    {"own_level",
     {{"file", FILE_NAME}, {"text", BYTES}}}, // a stranger can say where a file is to be: twice as often
    {"caregiver", {{"id", NUMBER}, {"name", TEXT}, {"removed", NUMBER}, {"removed_corner", NUMBER}}},
    {"face", {{"shown", BYTES}, {"original", BYTES}}},
    {"clip",
     {{"caregiver", NUMBER},
      {"moment", NUMBER},
      {"slot", NUMBER},
      {"length_ms", NUMBER},
      {"lufs", REAL},
      {"peak_dbtp", REAL},
      {"made", NUMBER},
      {"first_ms", NUMBER},
      {"end_ms", NUMBER},
      {"bars", BYTES},
      {"retired", NUMBER},
      {"retired_corner", NUMBER}}},
    {"sound", {{"pcm", BYTES}}},
    {"recording", {{"pcm", BYTES}}},
};

static const char *const texts[] = {
    "first_peekaboo", "",
    "our_peek",       "Mama",
    "mama",           "a\nb",
    "\"'`$(x)",       "done",
    "own_levels",     "levels_forgotten",
    "before_utc",     "before_corner",
    "language",       "caregiver_today",
    "age_months",     "age_set_day",
    "rest_min",       "a name that goes on and on and on and on and on and on and on and on and on and on"};

static const char *const files[] = {
    "../family.yaml",
    "../../out.yaml",
    "/tmp/level.yaml",
    ".hidden.yaml",
    "a/b.yaml",
    "OUR_PEEK.YAML",
    "our_peek.yaml",
    "x.yaml ",
    "first_peekaboo.yaml",
    "01_first_peekaboo.yaml",
    ".yaml",
    "family.db",
    "0123456789012345678901234567890123456789012345678901234567890123456.yaml"};

static const int64_t numbers[] = {0,         1,         -1,        2,         3,     6,
                                  7,         255,       600,       1000,      65536, 1795500000,
                                  INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, -2,    86400};

#define ONE_OF(random, list) (list)[random_between(random, 0, (int)COUNT(list) - 1)]

static void bind_value(struct random *random, enum kind kind, sqlite3_stmt *change)
{
    switch (kind) {
    case NUMBER: sqlite3_bind_int64(change, 1, ONE_OF(random, numbers)); break;
    case REAL: sqlite3_bind_double(change, 1, (double)ONE_OF(random, numbers) / 7); break;
    case TEXT: sqlite3_bind_text(change, 1, ONE_OF(random, texts), -1, SQLITE_STATIC); break;
    case FILE_NAME: sqlite3_bind_text(change, 1, ONE_OF(random, files), -1, SQLITE_STATIC); break;
    case BYTES: sqlite3_bind_zeroblob(change, 1, random_between(random, 0, 3000)); break;
    case ANY: bind_value(random, (enum kind)random_between(random, 0, ANY - 1), change); break;
    case KINDS: break; // NULL
    }
}

// With its parameter, where it has one. SQLite refuses what does not suit the column.
static bool run(sqlite3 *database, struct random *random, const char *words, enum kind kind)
{
    sqlite3_stmt *change = NULL;
    sqlite3_prepare_v2(database, words, -1, &change, NULL);
    if (sqlite3_bind_parameter_count(change) == 1) {
        bind_value(random, random_between(random, 0, 7) ? kind : (enum kind)random_between(random, 0, KINDS),
                   change);
    }
    const bool done = sqlite3_step(change) == SQLITE_DONE;
    sqlite3_finalize(change);
    return done;
}

static const struct column *some_column(struct random *random, const struct table *table)
{
    int count = 0;
    while (count < COLUMNS_MAX && table->columns[count].name) {
        count++;
    }
    return &table->columns[random_between(random, 0, count - 1)];
}

// ?: a new value; else what is made of the old one.
static bool change_value(sqlite3 *database, struct random *random)
{
    static const char *const values[] = {"?",
                                         "?",
                                         "?",
                                         "?",
                                         "?",
                                         "substr(%1$s, 1, %2$d)",
                                         "CAST(%1$s || %1$s AS BLOB)",
                                         "%1$s + %2$d",
                                         "-%1$s",
                                         "CAST(replace(%1$s, substr(%1$s, %2$d, 1), 'x') AS BLOB)",
                                         "CAST(randomblob(%2$d) AS BLOB)"};
    const struct table *table = &ONE_OF(random, tables);
    const struct column *column = some_column(random, table);
    char value[200], words[500];
    snprintf(value, sizeof value, ONE_OF(random, values), column->name, random_between(random, 1, 300));
    snprintf(words, sizeof words,
             "UPDATE %s SET %s = %s WHERE rowid = (SELECT rowid FROM %s LIMIT 1 OFFSET %d)", table->name,
             column->name, value, table->name, random_between(random, 0, 3));
    return run(database, random, words, column->kind) && sqlite3_changes(database) > 0;
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
        "INSERT INTO own_level(file, text) VALUES(?, x'7469746C65')",
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
    return run(database, random, ONE_OF(random, changes), FILE_NAME);
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
