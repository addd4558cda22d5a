// The family's people, their faces and their voice clips, all inside family.db. Every change is one
// transaction, on the disk when it returns true. False: nothing is changed; or, where the disk failed in the
// very last sync, all of it is there, unconfirmed. family may be NULL: then there is nobody, and nothing can
// be kept.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct family;

enum moment {
    MOMENT_HELLO,
    MOMENT_GOODBYE,
    MOMENT_AWAY,
    MOMENT_RETURN,
    MOMENT_JOY,
    MOMENT_COMFORT,
    MOMENT_GOOD_NIGHT,
    MOMENTS
};

// "hello goodbye away return joy comfort good-night"
const char *moment_name(enum moment moment);
bool moment_named(const char *name, enum moment *moment);
// How many clips of it the Voices screen has a card for: away and return 3, the others 1. Eleven in all.
int moment_slots(enum moment moment);

// ---- people

enum { CAREGIVER_NAME_SIZE = 168, CAREGIVER_LETTERS_MAX = 40, VOICES_SLOTS = 11 };

struct caregiver {
    int64_t id;                     // never 0, never used again
    char name[CAREGIVER_NAME_SIZE]; // UTF-8
    bool has_photo;
    int filled; // of the VOICES_SLOTS, how many have a clip
};

// NULL, or one sentence why nobody can be called that: empty, more than CAREGIVER_LETTERS_MAX letters, line
// breaks and other control characters, "/" (it parts the trace's clip names), no UTF-8. Quotes, emoji and any
// script are fine.
const char *caregiver_name_wrong(const char *name);
// In the order they were added. *people is the caller's to free (free()); returns how many. 0 and NULL where
// none.
int caregivers_list(struct family *family, struct caregiver **people);
bool caregiver_by_id(struct family *family, int64_t id, struct caregiver *person);
// By name, letters of ASCII in any case.
bool caregiver_by_name(struct family *family, const char *name, struct caregiver *person);
// 0 where it can't, or there is one of that name.
int64_t caregiver_add(struct family *family, const char *name);
bool caregiver_rename(struct family *family, int64_t id, const char *name);
// Removes the person, the face and the clips for good after CLIP_KEPT_DAYS; until then caregiver_restore
// brings all back.
bool caregiver_remove(struct family *family, int64_t id);
bool caregiver_restore(struct family *family, int64_t id);
// Who plays today: 0 for the stock friends.
int64_t caregiver_today(struct family *family);
bool caregiver_choose(struct family *family, int64_t id);

// ---- faces

// The photo as it is shown (a square PNG or JPG file's bytes) and the family's own picture it was cut from
// (may be NULL).
bool face_set(struct family *family, int64_t caregiver, const void *shown, size_t shown_length,
              const void *original, size_t original_length);
// malloced bytes, the caller's; NULL where there is none.
void *face_get(struct family *family, int64_t caregiver, size_t *length);
bool face_remove(struct family *family, int64_t caregiver);

// ---- clips

enum { CLIP_BARS = 40, CLIP_KEPT_DAYS = 30 };

struct voice_clip {
    int64_t id; // never 0, never used again
    int64_t caregiver;
    enum moment moment;
    int slot; // from 1, within the moment; "mama/return/2"
    int length_ms;
    float lufs, peak_dbtp;
    int64_t made;    // UTC seconds
    int64_t retired; // UTC seconds since when it is an older take (replaced or deleted); 0: it plays
    unsigned char bars[CLIP_BARS]; // what its waveform shows, 0 to 255
};

// What is kept of a take. pcm: clean, 48 kHz mono, as it plays; raw: as it came from the microphone or file
// (48 kHz mono), with the part of it that was kept; NULL where there is none any more.
struct clip_take {
    const int16_t *pcm;
    int count;
    const int16_t *raw;
    int raw_count;
    int first_ms, end_ms;
    float lufs, peak_dbtp;
};

// Keeps a take as a new clip of a moment, or in the place of clip `instead` (not 0), which becomes an older
// take in the same transaction. Returns the id, 0 where it could not be kept (nothing is changed then).
int64_t clip_keep(struct family *family, int64_t caregiver, enum moment moment, int64_t instead,
                  const struct clip_take *take, int64_t now_utc);
// The clips that play, of one person (0: of all), by person, moment, slot. malloced, the caller's.
int clips_list(struct family *family, int64_t caregiver, struct voice_clip **clips);
// Older takes of one person, the youngest first, at most CLIP_KEPT_DAYS old. Older ones are deleted by
// clips_tidy.
int clips_older(struct family *family, int64_t caregiver, struct voice_clip **clips);
bool clip_by_id(struct family *family, int64_t id, struct voice_clip *clip);
// Becomes an older take.
bool clip_retire(struct family *family, int64_t id, int64_t now_utc);
// An older take plays again: at its slot, or at the first free one where that is taken.
bool clip_restore(struct family *family, int64_t id);
// Clip id becomes an older take, and the older one that it took the place of plays again: both or neither.
bool clip_take_back(struct family *family, int64_t id, int64_t older, int64_t now_utc);
// As if clip_keep had not been: the new clip is deleted, and `instead` (0: none) plays again. For a clip that
// did not come to the disk (platform/keeping.h).
bool clip_unkeep(struct family *family, int64_t id, int64_t instead);
// malloced samples, the caller's; *count of them. NULL where there are none or they are damaged (a checksum
// is kept).
int16_t *clip_pcm(struct family *family, int64_t id, int *count);
int16_t *clip_raw(struct family *family, int64_t id, int *count);
// Deletes for good what has been retired or removed for more than CLIP_KEPT_DAYS. Called when the corner is
// opened.
bool clips_tidy(struct family *family, int64_t now_utc);
