// Checks all of a file from elsewhere before it takes the place of anything: whose tables these are, then
// every page and every row.
#include <string.h>

#include "store/family_query.h"
#include "store/family_schema.h"

static bool same_text(sqlite3_stmt *one, sqlite3_stmt *other, int column)
{
    const char *a = (const char *)sqlite3_column_text(one, column);
    const char *b = (const char *)sqlite3_column_text(other, column);
    return a && b ? strcmp(a, b) == 0 : a == b; // an index that SQLite made by itself has no text
}

static bool same_rows(sqlite3_stmt *one, sqlite3_stmt *other)
{
    for (;;) {
        const int step = sqlite3_step(one);
        if (step != sqlite3_step(other)) {
            return false;
        }
        if (step != SQLITE_ROW) {
            return step == SQLITE_DONE;
        }
        if (!same_text(one, other, 0) || !same_text(one, other, 1) || !same_text(one, other, 2)) {
            return false;
        }
    }
}

static bool same_schema(sqlite3 *database, sqlite3 *ours)
{
    static const char schema[] = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name, rowid";
    sqlite3_stmt *one = query(database, schema, NULL, 0), *other = query(ours, schema, NULL, 0);
    const bool same = one && other && same_rows(one, other);
    sqlite3_finalize(one);
    sqlite3_finalize(other);
    return same;
}

// No trigger, no view, no index over an expression, no table of theirs: exactly what this version of the game
// makes.
static bool tables_are_ours(sqlite3 *database, int version)
{
    sqlite3 *ours = NULL;
    const bool same = sqlite3_open(":memory:", &ours) == SQLITE_OK &&
                      family_schema_make(ours, version) == FAMILY_FINE && same_schema(database, ours);
    sqlite3_close(ours);
    return same;
}

enum family_fault family_schema_check_whole(sqlite3 *database)
{
    const int64_t version = query_number(database, "PRAGMA user_version", NULL, 0, 0);
    if (version < 1 || version > FAMILY_SCHEMA || !tables_are_ours(database, (int)version)) {
        return FAMILY_DAMAGED;
    }
    // The first row is the only one where all is well.
    static const char whole[] = "SELECT integrity_check = 'ok' FROM pragma_integrity_check(1)";
    static const char orphans[] = "SELECT count(*) FROM pragma_foreign_key_check";
    return query_number(database, whole, NULL, 0, 0) == 1 && query_number(database, orphans, NULL, 0, 1) == 0
               ? FAMILY_FINE
               : FAMILY_DAMAGED;
}
