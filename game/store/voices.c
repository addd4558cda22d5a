// Lists of clips, and the samples of one. Lists read no samples: they are as fast with 5,000 clips as a list
// is.
#include "store/voices.h"

#include <stdlib.h>
#include <string.h>

#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/voices_inside.h"

bool clip_from_row(sqlite3_stmt *row, struct voice_clip *clip)
{
    *clip = (struct voice_clip){
        .id = query_column(row, 0, 0, INT64_MAX, 0),
        .caregiver = query_column(row, 1, 0, INT64_MAX, 0),
        .moment = (enum moment)query_column(row, 2, 0, MOMENTS, MOMENTS),
        .slot = (int)query_column(row, 3, 0, INT32_MAX, 0),
        .length_ms = (int)query_column(row, 4, 0, SAMPLES_MAX / (SAMPLE_RATE / 1000), 0),
        .lufs = (float)sqlite3_column_double(row, 5),
        .peak_dbtp = (float)sqlite3_column_double(row, 6),
        .made = query_column(row, 7, INT64_MIN, INT64_MAX, 0),
        .retired = query_column(row, 8, 0, INT64_MAX, 0),
    };
    const void *bars = sqlite3_column_blob(row, 9); // NULL without memory
    if (bars && sqlite3_column_bytes(row, 9) == CLIP_BARS) {
        memcpy(clip->bars, bars, CLIP_BARS);
    }
    return clip->id > 0 && clip->caregiver > 0 && clip->moment < MOMENTS && clip->slot > 0;
}

// Room for twice as many each time it is full. False without memory.
static bool make_room(struct voice_clip **clips, int count)
{
    if (count > 0 && (count & (count - 1)) != 0) {
        return true; // full only at powers of two
    }
    struct voice_clip *more = realloc(*clips, (size_t)(count == 0 ? 1 : count * 2) * sizeof **clips);
    *clips = more ? more : *clips;
    return more != NULL;
}

static int list(sqlite3_stmt *rows, struct voice_clip **clips)
{
    int count = 0;
    *clips = NULL;
    struct voice_clip clip;
    while (rows && sqlite3_step(rows) == SQLITE_ROW) {
        if (!clip_from_row(rows, &clip)) {
            continue;
        }
        if (!make_room(clips, count)) {
            break;
        }
        (*clips)[count++] = clip;
    }
    sqlite3_finalize(rows);
    return count;
}

#define OF_THOSE_HERE                                                                                        \
    " FROM clip JOIN caregiver ON caregiver.id = clip.caregiver AND caregiver.removed IS NULL"

int clips_list(struct family *family, int64_t caregiver, struct voice_clip **clips)
{
    static const char all[] =
        "SELECT " CLIP_COLUMNS OF_THOSE_HERE " WHERE retired = 0 ORDER BY clip.caregiver, moment, slot";
    static const char of_one[] = "SELECT " CLIP_COLUMNS OF_THOSE_HERE
                                 " WHERE retired = 0 AND clip.caregiver = ? ORDER BY moment, slot";
    sqlite3 *database = family_database(family);
    return list(caregiver ? query(database, of_one, &caregiver, 1) : query(database, all, NULL, 0), clips);
}

int clips_older(struct family *family, int64_t caregiver, struct voice_clip **clips)
{
    static const char older[] =
        "SELECT " CLIP_COLUMNS OF_THOSE_HERE
        " WHERE retired <> 0 AND clip.caregiver = ? ORDER BY retired DESC, clip.id DESC";
    return list(query(family_database(family), older, &caregiver, 1), clips);
}

bool clip_by_id(struct family *family, int64_t id, struct voice_clip *clip)
{
    sqlite3_stmt *row =
        query(family_database(family), "SELECT " CLIP_COLUMNS OF_THOSE_HERE " WHERE clip.id = ?", &id, 1);
    struct voice_clip found;
    const bool there = row && sqlite3_step(row) == SQLITE_ROW && clip_from_row(row, &found);
    sqlite3_finalize(row);
    if (there) {
        *clip = found;
    }
    return there;
}

int16_t *clip_pcm(struct family *family, int64_t id, int *count)
{
    return samples_read(family_database(family), "sound", id, count);
}

int16_t *clip_raw(struct family *family, int64_t id, int *count)
{
    return samples_read(family_database(family), "recording", id, count);
}
