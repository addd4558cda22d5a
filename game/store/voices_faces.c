// The people's faces: the picture that is shown, and the family's own that it was cut from.
#include <stdlib.h>

#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/voices_inside.h"

bool face_insert(sqlite3 *database, int64_t caregiver, const void *shown, size_t shown_length,
                 const void *original, size_t original_length)
{
    static const char set[] = "INSERT INTO face(caregiver, shown_sum, original_sum, shown, original)"
                              " VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(caregiver) DO UPDATE"
                              " SET shown = ?4, shown_sum = ?2, original = ?5, original_sum = ?3";
    if (!shown || shown_length == 0 || shown_length > FACE_BYTES_MAX || original_length > FACE_BYTES_MAX ||
        !caregiver_here(database, caregiver)) {
        return false;
    }
    const int64_t original_sum = original ? sum_of(original, original_length) : 0;
    sqlite3_stmt *prepared =
        query(database, set, (int64_t[]){caregiver, sum_of(shown, shown_length), original_sum}, 3);
    prepared = query_blob(prepared, 4, shown, shown_length);
    return query_done(query_blob(prepared, 5, original, original ? original_length : 0));
}

bool face_set(struct family *family, int64_t caregiver, const void *shown, size_t shown_length,
              const void *original, size_t original_length)
{
    sqlite3 *database = family_database(family);
    return query_begin(database) && query_end(database, face_insert(database, caregiver, shown, shown_length,
                                                                    original, original_length));
}

void *face_get(struct family *family, int64_t caregiver, size_t *length)
{
    sqlite3_stmt *row = query(family_database(family),
                              "SELECT shown, shown_sum FROM face WHERE caregiver = ?", &caregiver, 1);
    void *shown = NULL;
    *length = 0;
    if (row && sqlite3_step(row) == SQLITE_ROW) {
        shown = blob_from_row(row, 0, FACE_BYTES_MAX, length);
    }
    sqlite3_finalize(row);
    return shown;
}

bool face_remove(struct family *family, int64_t caregiver)
{
    sqlite3 *database = family_database(family);
    return query_run(database, "DELETE FROM face WHERE caregiver = ?", &caregiver, 1) &&
           sqlite3_changes(database) == 1;
}
