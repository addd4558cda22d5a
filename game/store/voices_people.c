// The people of the family. Who is removed is only hidden; clips_tidy deletes.
#include <stdlib.h>
#include <string.h>

#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/voices_inside.h"

// A clip beyond the cards of its moment fills none. Only a file from elsewhere has ids that mean nobody.
#define PEOPLE                                                                                               \
    "SELECT id, name, EXISTS(SELECT 1 FROM face WHERE caregiver = caregiver.id),"                            \
    " (SELECT count(*) FROM clip WHERE caregiver = caregiver.id AND retired = 0"                             \
    "   AND slot <= CASE WHEN moment IN (2, 3) THEN 3 ELSE 1 END)"                                           \
    " FROM caregiver WHERE removed IS NULL AND id > 0"

_Static_assert(MOMENT_AWAY == 2 && MOMENT_RETURN == 3, "the moments with three cards");

static bool person_from_row(sqlite3_stmt *row, struct caregiver *person)
{
    const char *name = (const char *)sqlite3_column_text(row, 1);
    char trimmed[CAREGIVER_NAME_SIZE];
    if (!name || !caregiver_trim(name, trimmed)) {
        return false;
    }
    *person = (struct caregiver){
        .id = sqlite3_column_int64(row, 0),
        .has_photo = sqlite3_column_int(row, 2) != 0,
        .filled = (int)query_column(row, 3, 0, VOICES_SLOTS, 0),
    };
    memcpy(person->name, trimmed, sizeof trimmed);
    return true;
}

int caregivers_list(struct family *family, struct caregiver **people)
{
    sqlite3_stmt *rows = query(family_database(family), PEOPLE " ORDER BY id", NULL, 0);
    int count = 0;
    *people = NULL;
    struct caregiver person;
    while (rows && sqlite3_step(rows) == SQLITE_ROW) {
        if (!person_from_row(rows, &person)) {
            continue;
        }
        struct caregiver *more = realloc(*people, (size_t)(count + 1) * sizeof person);
        if (!more) {
            break;
        }
        *people = more;
        more[count++] = person;
    }
    sqlite3_finalize(rows);
    return count;
}

static bool one_person(sqlite3_stmt *rows, struct caregiver *person)
{
    const bool found = rows && sqlite3_step(rows) == SQLITE_ROW && person_from_row(rows, person);
    sqlite3_finalize(rows);
    return found;
}

bool caregiver_by_id(struct family *family, int64_t id, struct caregiver *person)
{
    return one_person(query(family_database(family), PEOPLE " AND id = ?", &id, 1), person);
}

bool caregiver_by_name(struct family *family, const char *name, struct caregiver *person)
{
    char trimmed[CAREGIVER_NAME_SIZE];
    return caregiver_trim(name, trimmed) &&
           one_person(query_text(family_database(family), PEOPLE " AND name = ? COLLATE NOCASE", trimmed, 0),
                      person);
}

bool caregiver_here(sqlite3 *database, int64_t id)
{
    return query_number(database, "SELECT 1 FROM caregiver WHERE id = ? AND removed IS NULL", &id, 1, 0) == 1;
}

int64_t caregiver_insert(sqlite3 *database, const char *name)
{
    char trimmed[CAREGIVER_NAME_SIZE];
    return caregiver_trim(name, trimmed) &&
                   query_done(query_text(database, "INSERT INTO caregiver(name) VALUES(?)", trimmed, 0))
               ? sqlite3_last_insert_rowid(database)
               : 0;
}

int64_t caregiver_add(struct family *family, const char *name)
{
    return caregiver_insert(family_database(family), name);
}

// True where a statement changed a row.
static bool changed(sqlite3 *database, bool done)
{
    return done && sqlite3_changes(database) == 1;
}

bool caregiver_rename(struct family *family, int64_t id, const char *name)
{
    sqlite3 *database = family_database(family);
    char trimmed[CAREGIVER_NAME_SIZE];
    static const char rename[] = "UPDATE caregiver SET name = ? WHERE id = ? AND removed IS NULL";
    return caregiver_trim(name, trimmed) &&
           changed(database, query_done(query_text(database, rename, trimmed, id)));
}

bool caregiver_remove(struct family *family, int64_t id)
{
    sqlite3 *database = family_database(family);
    // When it was is told by the next clips_tidy.
    static const char remove[] =
        "UPDATE caregiver SET removed = 0, removed_corner = ?2 WHERE id = ?1 AND removed IS NULL";
    int64_t clock;
    return corner_clock(database, &clock) &&
           changed(database, query_run(database, remove, (int64_t[]){id, clock}, 2));
}

bool caregiver_restore(struct family *family, int64_t id)
{
    sqlite3 *database = family_database(family);
    static const char restore[] = "UPDATE caregiver SET removed = NULL WHERE id = ? AND removed IS NOT NULL";
    return changed(database, query_run(database, restore, &id, 1));
}

int64_t caregiver_today(struct family *family)
{
    static const char today[] = "SELECT id FROM caregiver WHERE removed IS NULL AND id > 0"
                                " AND id = (SELECT value FROM setting WHERE name = 'caregiver_today')";
    return query_number(family_database(family), today, NULL, 0, 0);
}

bool caregiver_choose(struct family *family, int64_t id)
{
    sqlite3 *database = family_database(family);
    static const char choose[] = "INSERT INTO setting(name, value) VALUES('caregiver_today', ?)"
                                 " ON CONFLICT(name) DO UPDATE SET value = excluded.value";
    return (id == 0 || caregiver_here(database, id)) && query_run(database, choose, &id, 1);
}
