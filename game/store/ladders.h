// A level's ladder in the family's file, within a transaction of somebody else's. Only for store/.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>

#include "core/ladder.h"

enum { LADDER_STEP_MAX = 1000, LADDER_COUNT_MAX = 1000000 };

bool ladders_get(sqlite3 *database, const char *level, struct ladder *ladder);
bool ladders_put(sqlite3 *database, const char *level, const struct ladder *ladder);
// The same after a session that began with `before`. Where the one that is kept was played since, or could
// not be read when the session began, it stays: what a child has learnt is not begun again because a disk did
// not answer once.
bool ladders_follow(sqlite3 *database, const char *level, const struct ladder *before,
                    const struct ladder *next);
// The seven columns of a ladder, from `first` on: step clean fast upset_sessions played shorter stay.
struct ladder ladders_row(sqlite3_stmt *row, int first);
// Binds them as parameters, from `first` on. False where one could not be.
bool ladders_bind(sqlite3_stmt *prepared, int first, const struct ladder *ladder);
