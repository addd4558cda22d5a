// Real goodbyes.
#include "store/partings.h"

#include <stdlib.h>

#include "store/family_inside.h"
#include "store/family_query.h"

enum { DAY_S = 86400 };

bool partings_add(struct family *family, const struct parting *parting)
{
    const int64_t numbers[] = {parting->began,  parting->step, parting->planned_s,
                               parting->took_s, parting->how,  parting->stayed};
    return query_run(family_database(family),
                     "INSERT INTO parting(began, step, planned_s, took_s, how, stayed)"
                     " VALUES(?, ?, ?, ?, ?, ?)",
                     numbers, 6);
}

bool partings_remove(struct family *family, int64_t id)
{
    sqlite3 *database = family_database(family);
    return query_number(database, "SELECT count(*) FROM parting WHERE id = ?", &id, 1, 0) > 0 &&
           query_run(database, "DELETE FROM parting WHERE id = ?", &id, 1);
}

static struct parting parting_of(sqlite3_stmt *row)
{
    return (struct parting){
        .id = query_column(row, 0, 0, INT64_MAX, 0),
        .began = query_column(row, 1, 0, INT64_MAX, 0),
        .step = (int)query_column(row, 2, 0, PARTING_STEPS - 1, 0),
        .planned_s = (int)query_column(row, 3, 0, DAY_S, 0),
        .took_s = (int)query_column(row, 4, 0, DAY_S, 0),
        .how = (enum parting_how)query_column(row, 5, PARTING_EASY, PARTING_HARD, PARTING_HARD),
        .stayed = query_column(row, 6, 0, INT64_MAX, 0),
    };
}

int partings_list(struct family *family, struct parting **partings)
{
    sqlite3 *database = family_database(family);
    const int room = (int)query_number(database, "SELECT count(*) FROM parting", NULL, 0, 0);
    *partings = room > 0 ? malloc((size_t)room * sizeof **partings) : NULL;
    sqlite3_stmt *row =
        *partings ? query(database,
                          "SELECT id, began, step, planned_s, took_s, how, stayed FROM parting ORDER BY id",
                          NULL, 0)
                  : NULL;
    int count = 0;
    while (count < room && sqlite3_step(row) == SQLITE_ROW) {
        (*partings)[count++] = parting_of(row);
    }
    sqlite3_finalize(row);
    return count;
}
