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

bool ladders_bind(sqlite3_stmt *prepared, int first, const struct ladder *ladder)
{
    const int64_t numbers[] = {ladder->step,   ladder->clean,   ladder->fast, ladder->upset_sessions,
                               ladder->played, ladder->shorter, ladder->stay};
    bool bound = true;
    for (int i = 0; bound && i < 7; i++) {
        bound = sqlite3_bind_int64(prepared, first + i, numbers[i]) == SQLITE_OK;
    }
    return bound;
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

// A statement that names the level first, then the ladder's columns.
static sqlite3_stmt *with_ladder(sqlite3 *database, const char *statement, const char *level,
                                 const struct ladder *ladder)
{
    sqlite3_stmt *prepared = query(database, statement, NULL, 0);
    return query_bound(prepared, sqlite3_bind_text(prepared, 1, level, -1, SQLITE_STATIC) == SQLITE_OK &&
                                     ladders_bind(prepared, 2, ladder));
}

bool ladders_put(sqlite3 *database, const char *level, const struct ladder *ladder)
{
    static const char put[] =
        "INSERT OR REPLACE INTO ladder(level, step, clean, fast, upset_sessions, played,"
        " shorter, stay) VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
    return query_done(with_ladder(database, put, level, ladder));
}

bool ladders_follow(sqlite3 *database, const char *level, const struct ladder *before,
                    const struct ladder *next)
{
    static const char follow[] =
        "INSERT INTO ladder(level, step, clean, fast, upset_sessions, played, shorter, stay)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(level) DO UPDATE SET step = excluded.step,"
        " clean = excluded.clean, fast = excluded.fast, upset_sessions = excluded.upset_sessions,"
        " played = excluded.played, shorter = excluded.shorter, stay = excluded.stay"
        " WHERE max(ladder.played, 0) = ?";
    sqlite3_stmt *prepared = with_ladder(database, follow, level, next);
    return query_done(query_bound(prepared, sqlite3_bind_int64(prepared, 9, before->played) == SQLITE_OK));
}

bool family_ladder(struct family *family, const char *level, struct ladder *ladder)
{
    return ladders_get(family_database(family), level, ladder);
}

bool ladder_keep(struct family *family, const char *level, const struct ladder *ladder)
{
    return ladders_put(family_database(family), level, ladder);
}
