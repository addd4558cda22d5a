// What the rooms of the voices share, within one transaction of the caller's. Only for store/voices*, pack*.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/voices.h"

enum {
    SAMPLE_RATE = 48000,
    SAMPLES_MAX = SAMPLE_RATE * 600 + SAMPLE_RATE, // ten minutes, and a little
    FACE_BYTES_MAX = 64 << 20,
};

// FNV-1a, 64 bits: finds every changed byte, every swapped or missing one but for one in 2^64.
int64_t sum_of(const void *bytes, size_t length);

// True where there is somebody (not removed) with this id.
bool caregiver_here(sqlite3 *database, int64_t id);
// 0 where there is one of that name, or it can't be kept.
int64_t caregiver_insert(sqlite3 *database, const char *name);
// A name without the spaces around it. False where it is no name (caregiver_name_wrong).
bool caregiver_trim(const char *name, char out[CAREGIVER_NAME_SIZE]);

// Sets the face in the current transaction; original may be NULL.
bool face_insert(sqlite3 *database, int64_t caregiver, const void *shown, size_t shown_length,
                 const void *original, size_t original_length);

// Puts a new clip at this slot, which has to be free. 0 where it can't.
int64_t clip_insert(sqlite3 *database, const struct voice_clip *clip, const struct clip_take *take);
// The first slot of a moment from 1 that no clip plays at.
int clip_free_slot(sqlite3 *database, int64_t caregiver, enum moment moment);
bool clip_make_older(sqlite3 *database, int64_t id, int64_t now_utc);
// The row of a query that begins with CLIP_COLUMNS. False where it makes no sense.
#define CLIP_COLUMNS                                                                                         \
    "clip.id, clip.caregiver, moment, slot, length_ms, lufs, peak_dbtp, made, retired, bars, first_ms, "     \
    "end_ms"
bool clip_from_row(sqlite3_stmt *row, struct voice_clip *clip);

bool samples_insert(sqlite3 *database, const char *table, int64_t clip, const int16_t *samples, int count);
// malloced; NULL where there are none or they are damaged. table: "sound" or "recording".
int16_t *samples_read(sqlite3 *database, const char *table, int64_t clip, int *count);
// A checked copy of the blob in `column` and its sum in the next. NULL where there is none, it is damaged or
// longer than `most`.
void *blob_from_row(sqlite3_stmt *row, int column, size_t most, size_t *length);

// Seconds the corner has been in use (store/voices_tidy.c). False where that can't be told.
bool corner_clock(sqlite3 *database, int64_t *seconds);
