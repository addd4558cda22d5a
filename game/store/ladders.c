// Ladders, a row for each level that was played. Whatever is in a row, reading gives what the rules can use.
#include "store/ladders.h"

#include <stddef.h>

#include "store/family.h"
#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/sessions.h"

struct ladder ladders_row(sqlite3_stmt *row, int first)
{
    return (struct ladder){
        .step = (int)query_column(row, first, 0, LADDER_STEP_MAX, 0),
        .clean = (int)query_column(row, first + 1, 0, LADDER_COUNT_MAX, 0),
        .fast = query_column(row, first + 2, 0, 1, 0) == 1,
        .upset_sessions = (int)query_column(row, first + 3, 0, LADDER_COUNT_MAX, 0),
        .played = query_column(row, first + 4, 0, INT64_MAX, 0),
        .shorter = (int)query_column(row, first + 5, 0, 2, 0),
        .stay = query_column(row, first + 6, 0, 1, 0) == 1,
    };
}

void ladders_bind(sqlite3_stmt *prepared, int first, const struct ladder *ladder)
{
    const int64_t numbers[] = {ladder->step,   ladder->clean,   ladder->fast, ladder->upset_sessions,
                               ladder->played, ladder->shorter, ladder->stay};
    for (int i = 0; i < 7; i++) {
        sqlite3_bind_int64(prepared, first + i, numbers[i]);
    }
}

bool ladders_get(sqlite3 *database, const char *level, struct ladder *ladder)
{
    static const char get[] = "SELECT step, clean, fast, upset_sessions, played, shorter, stay FROM ladder"
                              " WHERE level = ?";
    sqlite3_stmt *row = query_text(database, get, level, 0);
    const bool played =
        row && sqlite3_step(row) == SQLITE_ROW && sqlite3_column_type(row, 0) == SQLITE_INTEGER;
    if (played) {
        *ladder = ladders_row(row, 0);
    }
    sqlite3_finalize(row);
    return played;
}

bool ladders_put(sqlite3 *database, const char *level, const struct ladder *ladder)
{
    static const char put[] =
        "INSERT OR REPLACE INTO ladder(level, step, clean, fast, upset_sessions, played,"
        " shorter, stay) VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
    sqlite3_stmt *prepared = query(database, put, NULL, 0);
    if (prepared) {
        sqlite3_bind_text(prepared, 1, level, -1, SQLITE_STATIC);
        ladders_bind(prepared, 2, ladder);
    }
    return query_done(prepared);
}

bool family_ladder(struct family *family, const char *level, struct ladder *ladder)
{
    return ladders_get(family_database(family), level, ladder);
}

bool ladder_keep(struct family *family, const char *level, const struct ladder *ladder)
{
    return ladders_put(family_database(family), level, ladder);
}
