// One person's face and clips, from one database to another.
#include <stdlib.h>

#include "store/family_query.h"
#include "store/pack.h"
#include "store/voices_inside.h"

bool pack_person(sqlite3 *pack, int64_t *person)
{
    static const char people[] = "SELECT count(*) FROM caregiver WHERE removed IS NULL";
    *person = query_number(pack, "SELECT id FROM caregiver WHERE removed IS NULL", NULL, 0, 0);
    return *person > 0 && query_number(pack, people, NULL, 0, 0) == 1;
}

static bool copy_face(sqlite3 *from, int64_t from_person, sqlite3 *to, int64_t to_person, bool replace)
{
    const bool has_one = query_number(to, "SELECT 1 FROM face WHERE caregiver = ?", &to_person, 1, 0) == 1;
    sqlite3_stmt *row = query(from, "SELECT shown, shown_sum FROM face WHERE caregiver = ?", &from_person, 1);
    size_t length = 0;
    void *shown =
        row && sqlite3_step(row) == SQLITE_ROW ? blob_from_row(row, 0, FACE_BYTES_MAX, &length) : NULL;
    const bool read = sqlite3_finalize(row) == SQLITE_OK;
    const bool copied = !shown || (has_one && !replace) || face_insert(to, to_person, shown, length, NULL, 0);
    free(shown);
    return read && copied;
}

// The same samples at the same moment: the pack was opened before, or came from here.
// False where it can't be told.
static bool ask_here(sqlite3 *to, int64_t person, enum moment moment, const int16_t *pcm, int count,
                     int64_t *here)
{
    static const char same[] =
        "SELECT count(*) FROM sound JOIN clip ON clip.id = sound.clip WHERE caregiver = ? AND"
        " moment = ? AND retired = 0 AND pcm_sum = ?";
    const int64_t sum = sum_of(pcm, (size_t)count * sizeof *pcm);
    *here = query_number(to, same, (int64_t[]){person, moment, sum}, 3, -1);
    return *here >= 0;
}

static bool find_place(sqlite3 *to, struct voice_clip *clip, bool replace, int64_t now_utc)
{
    static const char there[] =
        "SELECT id FROM clip WHERE caregiver = ? AND moment = ? AND slot = ? AND retired = 0";
    const int64_t old = query_number(to, there, (int64_t[]){clip->caregiver, clip->moment, clip->slot}, 3, 0);
    if (old != 0 && replace) {
        return clip_make_older(to, old, now_utc);
    }
    clip->slot = old == 0 ? clip->slot : clip_free_slot(to, clip->caregiver, clip->moment);
    return clip->slot > 0;
}

// A clip whose samples are damaged does not come over, and does not keep the others from it.
static bool copy_clip(sqlite3 *from, struct voice_clip clip, int first_ms, int end_ms, sqlite3 *to,
                      int64_t to_person, bool replace, int64_t now_utc)
{
    struct clip_take take = {
        .first_ms = first_ms, .end_ms = end_ms, .lufs = clip.lufs, .peak_dbtp = clip.peak_dbtp};
    int16_t *pcm = samples_read(from, "sound", clip.id, &take.count);
    int16_t *raw = samples_read(from, "recording", clip.id, &take.raw_count);
    take.pcm = pcm;
    take.raw = raw;
    clip.caregiver = to_person;
    int64_t here = 1;
    const bool told = !pcm || ask_here(to, to_person, clip.moment, pcm, take.count, &here);
    const bool copied =
        told && (here > 0 || (find_place(to, &clip, replace, now_utc) && clip_insert(to, &clip, &take) != 0));
    free(pcm);
    free(raw);
    return copied;
}

bool pack_copy(sqlite3 *from, int64_t from_person, sqlite3 *to, int64_t to_person, bool replace,
               int64_t now_utc)
{
    static const char clips[] =
        "SELECT " CLIP_COLUMNS " FROM clip WHERE caregiver = ? AND retired = 0 ORDER BY moment, slot";
    bool well = copy_face(from, from_person, to, to_person, replace);
    sqlite3_stmt *row = query(from, clips, &from_person, 1);
    struct voice_clip clip;
    while (well && row && sqlite3_step(row) == SQLITE_ROW) {
        const int first_ms = (int)query_column(row, 10, 0, INT32_MAX, 0),
                  end_ms = (int)query_column(row, 11, 0, INT32_MAX, 0);
        well = !clip_from_row(row, &clip) ||
               copy_clip(from, clip, first_ms, end_ms, to, to_person, replace, now_utc);
    }
    return sqlite3_finalize(row) == SQLITE_OK && well && row; // a list that broke off is half a voice
}
