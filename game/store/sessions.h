// The sessions that were played: what Progress shows, and what a grown-up says about the last one.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/cue.h"
#include "core/ladder.h"

struct family;

struct session_note {
    int64_t id;
    char level[LEVEL_NAME_SIZE];
    int64_t began, ended; // UTC seconds
    int age_months, step, own_away_ms, longest_calm_ms, calm, upsets;
    enum end_why why;
    bool unclear;
    enum session_mark mark;
    int next_step; // of the ladder, after it
};

// Youngest last, those marked MARK_HIDE among them; since_utc 0: all. malloced, the caller's.
int sessions_list(struct family *family, int64_t since_utc, struct session_note **notes);
// The last one. False where none was played.
bool session_last(struct family *family, struct session_note *note);
// How many began since then (for "at most two a day").
int sessions_since(struct family *family, int64_t since_utc);
// How a session went for the ladder, with what the grown-up said about it. Where an older game did not note
// all of it, what is missing is told by the step that came after.
struct outcome session_how(struct family *family, const struct session_note *note);
// Marks the last session and sets its level's ladder to what follows from that, in one transaction: computed
// anew from the ladder before the session (where an older game did not note that, the ladder stays as it is).
// False where it is not the last one, or can't be kept.
bool session_mark(struct family *family, int64_t id, enum session_mark mark);
// For the ladder's own wishes (shorter, stay): a level's ladder as it is stored, made where it never was
// played.
bool ladder_keep(struct family *family, const char *level, const struct ladder *ladder);
