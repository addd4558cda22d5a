// Short ways to ask the family's database: prepare, bind, step, end.
#include "store/family_query.h"

#include <stddef.h>

sqlite3_stmt *query(sqlite3 *database, const char *statement, const int64_t *numbers, int count)
{
    sqlite3_stmt *prepared = NULL;
    if (!database || sqlite3_prepare_v2(database, statement, -1, &prepared, NULL) != SQLITE_OK) {
        return NULL;
    }
    bool bound = true;
    for (int i = 0; bound && i < count; i++) {
        bound = sqlite3_bind_int64(prepared, i + 1, numbers[i]) == SQLITE_OK;
    }
    return query_bound(prepared, bound);
}

sqlite3_stmt *query_bound(sqlite3_stmt *prepared, bool bound)
{
    if (bound) {
        return prepared;
    }
    sqlite3_finalize(prepared);
    return NULL;
}

bool query_done(sqlite3_stmt *prepared)
{
    const bool done = prepared && sqlite3_step(prepared) == SQLITE_DONE;
    return sqlite3_finalize(prepared) == SQLITE_OK && done;
}

bool query_run(sqlite3 *database, const char *statement, const int64_t *numbers, int count)
{
    return query_done(query(database, statement, numbers, count));
}

int64_t query_number(sqlite3 *database, const char *statement, const int64_t *numbers, int count,
                     int64_t fallback)
{
    sqlite3_stmt *prepared = query(database, statement, numbers, count);
    int64_t answer = fallback;
    if (prepared && sqlite3_step(prepared) == SQLITE_ROW) {
        answer = query_column(prepared, 0, INT64_MIN, INT64_MAX, fallback);
    }
    sqlite3_finalize(prepared);
    return answer;
}

sqlite3_stmt *query_text(sqlite3 *database, const char *statement, const char *text, int64_t number)
{
    sqlite3_stmt *prepared = query(database, statement, NULL, 0);
    if (!prepared) {
        return NULL;
    }
    const bool second = sqlite3_bind_parameter_count(prepared) > 1;
    return query_bound(prepared, sqlite3_bind_text(prepared, 1, text, -1, SQLITE_TRANSIENT) == SQLITE_OK &&
                                     (!second || sqlite3_bind_int64(prepared, 2, number) == SQLITE_OK));
}

sqlite3_stmt *query_blob(sqlite3_stmt *prepared, int at, const void *bytes, size_t length)
{
    return query_bound(prepared,
                       sqlite3_bind_blob64(prepared, at, bytes, length, SQLITE_STATIC) == SQLITE_OK);
}

int64_t query_column(sqlite3_stmt *row, int index, int64_t lowest, int64_t highest, int64_t fallback)
{
    if (sqlite3_column_type(row, index) != SQLITE_INTEGER) {
        return fallback;
    }
    const int64_t value = sqlite3_column_int64(row, index);
    return value < lowest ? lowest : value > highest ? highest : value;
}

bool query_begin(sqlite3 *database)
{
    return database && sqlite3_exec(database, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
}

bool query_end(sqlite3 *database, bool well)
{
    if (well && sqlite3_exec(database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK) {
        return true;
    }
    // Some failures (a full disk) have rolled back by themselves: then this does nothing.
    sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

bool query_setting(sqlite3 *database, const char *name, int64_t fallback, int64_t *value)
{
    sqlite3_stmt *row = query_text(database, "SELECT value FROM setting WHERE name = ?", name, 0);
    const int step = row ? sqlite3_step(row) : SQLITE_ERROR;
    *value = step == SQLITE_ROW ? query_column(row, 0, 0, INT64_MAX / 2, fallback) : fallback;
    sqlite3_finalize(row);
    return step == SQLITE_ROW || step == SQLITE_DONE;
}

bool query_set(sqlite3 *database, const char *name, int64_t value)
{
    static const char set[] = "INSERT INTO setting(name, value) VALUES(?, ?)"
                              " ON CONFLICT(name) DO UPDATE SET value = excluded.value";
    return query_done(query_text(database, set, name, value));
}
