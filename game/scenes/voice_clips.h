// The clips of who plays today: whose turn it is among those of a moment. Lists are read once when a session
// starts; a clip whose samples are damaged is found out before its first turn, and left out.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/plan.h"
#include "store/voices.h"

struct family;

struct voice_clips {
    char name[CAREGIVER_NAME_SIZE];
    struct voice_clip *list; // owned
    bool *sound;             // owned: the samples of list[i] have been looked at
    int count;
    int turn[MOMENTS], picked[MOMENTS]; // which of a moment's clips is next, and was chosen last: from 0
    struct family *family;
};

// Nobody's (caregiver 0, or nothing recorded) has a count of 0.
void voice_clips_load(struct voice_clips *clips, struct family *family, int64_t caregiver);
void voice_clips_free(struct voice_clips *clips);
// The clip of a moment whose turn it is among those that take at most most_ms, or at least song_ms; NULL
// where there is none. Its turn is over when it was played.
const struct voice_clip *voice_clips_pick(struct voice_clips *clips, enum moment moment, int most_ms,
                                          int song_ms);
void voice_clips_played(struct voice_clips *clips, enum moment moment);
struct voice_lengths voice_clips_lengths(const struct voice_clips *clips);
