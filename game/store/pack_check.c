// What a pack may bring to a baby's ear and eye: a stranger's program may have made it.
#include <stdlib.h>

#include "platform/canvas.h"
#include "store/family_query.h"
#include "store/pack.h"
#include "store/take_inside.h"
#include "store/voices_inside.h"

enum { CLIPS_MAX = 1000, TRIAL_PX = 64 };

// The limits of take.h, with a little room for another version's measuring.
#define LOUDEST_LUFS (-18.5f)
#define LOUDEST_MOMENTARY (-16.5f)
#define LOUDEST_PEAK_DBTP (-6.5f)

static bool is_a_picture(const void *bytes, size_t length)
{
    struct sprite *sprite = sprite_from_photo_bytes(bytes, length, 0, 0, 0, TRIAL_PX);
    sprite_free(sprite);
    return sprite != NULL;
}

static bool face_is_right(sqlite3 *pack, int64_t person)
{
    sqlite3_stmt *row = query(pack, "SELECT shown, shown_sum FROM face WHERE caregiver = ?", &person, 1);
    bool right = row != NULL;
    if (row && sqlite3_step(row) == SQLITE_ROW) {
        size_t length = 0;
        void *shown = blob_from_row(row, 0, FACE_BYTES_MAX, &length);
        right = shown && is_a_picture(shown, length);
        free(shown);
    }
    sqlite3_finalize(row);
    return right;
}

static bool is_gentle(const int16_t *pcm, int count)
{
    struct take take;
    struct take_measure measure;
    const enum take_fault fault = take_from_pcm(pcm, count, &take);
    if (fault != TAKE_FINE) {
        return fault == TAKE_SILENT; // a bang may be too short to be a take
    }
    const bool measured = take_loudness(take.samples, take.count, &measure);
    take_free(&take);
    return measured && measure.lufs <= LOUDEST_LUFS && measure.momentary <= LOUDEST_MOMENTARY &&
           measure.peak_dbtp <= LOUDEST_PEAK_DBTP;
}

static bool clips_are_gentle(sqlite3 *pack, int64_t person)
{
    sqlite3_stmt *row = query(pack, "SELECT id FROM clip WHERE caregiver = ? AND retired = 0", &person, 1);
    bool gentle = row != NULL;
    while (gentle && sqlite3_step(row) == SQLITE_ROW) {
        int count = 0;
        int16_t *pcm = samples_read(pack, "sound", sqlite3_column_int64(row, 0), &count);
        gentle = !pcm || is_gentle(pcm, count);
        free(pcm);
    }
    sqlite3_finalize(row);
    return gentle;
}

const char *pack_refuses(sqlite3 *pack, int64_t person)
{
    if (query_number(pack, "SELECT count(*) FROM clip", NULL, 0, CLIPS_MAX + 1) > CLIPS_MAX) {
        return "the voice pack has too many clips";
    }
    if (!face_is_right(pack, person)) {
        return "the photo in the voice pack is damaged, or no picture";
    }
    return clips_are_gentle(pack, person) ? NULL : "a clip in the voice pack is louder than this game plays";
}
