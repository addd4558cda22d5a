// Keeping clips: a new one, one in the place of another, one that goes and one that comes back.
#include <math.h>
#include <stddef.h>

#include "store/family_inside.h"
#include "store/family_query.h"
#include "store/voices_inside.h"

// As samples_bars (core/samples.h), without a copy of the samples as floats.
static void draw_bars(const int16_t *samples, int count, unsigned char bars[CLIP_BARS])
{
    for (int bar = 0; bar < CLIP_BARS; bar++) {
        int peak = 0;
        for (int i = (int)((int64_t)count * bar / CLIP_BARS); i < (int64_t)count * (bar + 1) / CLIP_BARS;
             i++) {
            const int loud = samples[i] < 0 ? -samples[i] : samples[i];
            peak = loud > peak ? loud : peak;
        }
        bars[bar] = (unsigned char)(peak >= 32768 ? 255 : peak * 255 / 32767);
    }
}

int clip_free_slot(sqlite3 *database, int64_t caregiver, enum moment moment)
{
    // The first of 1 and the slots behind those that are taken.
    static const char first[] =
        "SELECT min(slot) FROM (SELECT 1 AS slot UNION ALL"
        " SELECT slot + 1 FROM clip WHERE caregiver = ?1 AND moment = ?2 AND retired = 0) AS free"
        " WHERE NOT EXISTS(SELECT 1 FROM clip WHERE caregiver = ?1 AND moment = ?2 AND retired = 0"
        " AND clip.slot = free.slot)";
    return (int)query_number(database, first, (int64_t[]){caregiver, moment}, 2, 0);
}

// A level that can't be told (nothing but silence) is lower than any.
static double level(float decibels)
{
    return isnan(decibels) ? -INFINITY : decibels;
}

static bool insert_row(sqlite3 *database, const struct voice_clip *clip, const struct clip_take *take)
{
    static const char insert[] =
        "INSERT INTO clip(caregiver, moment, slot, length_ms, made, first_ms, end_ms,"
        " lufs, peak_dbtp, bars) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const int64_t length_ms = (int64_t)take->count * 1000 / SAMPLE_RATE;
    unsigned char bars[CLIP_BARS];
    draw_bars(take->pcm, take->count, bars);
    sqlite3_stmt *prepared = query(database, insert,
                                   (int64_t[]){clip->caregiver, clip->moment, clip->slot, length_ms,
                                               clip->made, take->first_ms, take->end_ms},
                                   7);
    const bool bound = sqlite3_bind_double(prepared, 8, level(take->lufs)) == SQLITE_OK &&
                       sqlite3_bind_double(prepared, 9, level(take->peak_dbtp)) == SQLITE_OK;
    return query_done(query_blob(query_bound(prepared, bound), 10, bars, sizeof bars));
}

int64_t clip_insert(sqlite3 *database, const struct voice_clip *clip, const struct clip_take *take)
{
    if (!take->pcm || take->count <= 0 || take->count > SAMPLES_MAX || clip->slot < 1 ||
        !insert_row(database, clip, take)) {
        return 0;
    }
    const int64_t id = sqlite3_last_insert_rowid(database);
    return samples_insert(database, "sound", id, take->pcm, take->count) &&
                   (!take->raw || samples_insert(database, "recording", id, take->raw, take->raw_count))
               ? id
               : 0;
}

bool clip_make_older(sqlite3 *database, int64_t id, int64_t now_utc)
{
    static const char retire[] =
        "UPDATE clip SET retired = ?2, retired_corner = ?3 WHERE id = ?1 AND retired = 0";
    const int64_t now = now_utc > 1 ? now_utc : 1; // 0 would mean that it plays
    int64_t clock;
    return corner_clock(database, &clock) && query_run(database, retire, (int64_t[]){id, now, clock}, 3);
}

// Within a transaction.
static int64_t keep(sqlite3 *database, struct voice_clip *clip, int64_t instead, const struct clip_take *take)
{
    if (!caregiver_here(database, clip->caregiver)) {
        return 0;
    }
    static const char place[] = "SELECT slot FROM clip WHERE id = ? AND caregiver = ? AND moment = ?";
    if (instead != 0 &&
        query_number(database, place, (int64_t[]){instead, clip->caregiver, clip->moment}, 3, 0) == 0) {
        return 0;
    }
    static const char playing[] = "SELECT slot FROM clip WHERE id = ? AND retired = 0";
    const int64_t slot = query_number(database, playing, &instead, 1, 0);
    // Where `instead` was deleted meanwhile the new one finds a place of its own: no take is lost.
    clip->slot = slot > 0 ? (int)slot : clip_free_slot(database, clip->caregiver, clip->moment);
    return slot > 0 && !clip_make_older(database, instead, clip->made) ? 0
                                                                       : clip_insert(database, clip, take);
}

int64_t clip_keep(struct family *family, int64_t caregiver, enum moment moment, int64_t instead,
                  const struct clip_take *take, int64_t now_utc)
{
    sqlite3 *database = family_database(family);
    struct voice_clip clip = {.caregiver = caregiver, .moment = moment, .made = now_utc};
    if (!query_begin(database)) {
        return 0;
    }
    const int64_t id = keep(database, &clip, instead, take);
    return query_end(database, id != 0) ? id : 0;
}

bool clip_retire(struct family *family, int64_t id, int64_t now_utc)
{
    sqlite3 *database = family_database(family);
    if (!query_begin(database)) {
        return false;
    }
    const bool retired = clip_make_older(database, id, now_utc) && sqlite3_changes(database) == 1;
    return query_end(database, retired);
}

// Within a transaction.
static bool bring_back(sqlite3 *database, int64_t id)
{
    struct voice_clip clip;
    sqlite3_stmt *row = query(database, "SELECT " CLIP_COLUMNS " FROM clip WHERE id = ?", &id, 1);
    const bool older =
        row && sqlite3_step(row) == SQLITE_ROW && clip_from_row(row, &clip) && clip.retired != 0;
    sqlite3_finalize(row);
    if (!older) {
        return false;
    }
    static const char taken[] =
        "SELECT 1 FROM clip WHERE caregiver = ? AND moment = ? AND slot = ? AND retired = 0";
    if (query_number(database, taken, (int64_t[]){clip.caregiver, clip.moment, clip.slot}, 3, 0) == 1) {
        clip.slot = clip_free_slot(database, clip.caregiver, clip.moment);
    }
    static const char restore[] = "UPDATE clip SET retired = 0, slot = ?2 WHERE id = ?1";
    return query_run(database, restore, (int64_t[]){id, clip.slot}, 2);
}

bool clip_restore(struct family *family, int64_t id)
{
    sqlite3 *database = family_database(family);
    return query_begin(database) && query_end(database, bring_back(database, id));
}

// First the new one goes, so that the old one's place is free.
bool clip_take_back(struct family *family, int64_t id, int64_t older, int64_t now_utc)
{
    sqlite3 *database = family_database(family);
    return query_begin(database) &&
           query_end(database, clip_make_older(database, id, now_utc) && sqlite3_changes(database) == 1 &&
                                   bring_back(database, older));
}

bool clip_unkeep(struct family *family, int64_t id, int64_t instead)
{
    sqlite3 *database = family_database(family);
    return query_begin(database) &&
           query_end(database, query_run(database, "DELETE FROM clip WHERE id = ?", &id, 1) &&
                                   (instead == 0 || bring_back(database, instead)));
}
