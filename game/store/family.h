// The family's one SQLite file, family.db (0600), in the family's folder (0700): settings, the ladder's step
// for each level, and the sessions played. Every save is one transaction, on the disk when it returns.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/ladder.h"
#include "core/cue.h"

struct family;

// Opens or makes folder/family.db. NULL and a sentence in reason where it can't be used (unwritable, damaged,
// made by a newer game); the file is then left as it was, and play goes on without storing. Making it takes
// some writes to the disk: not before the first frame.
struct family *family_open(const char *folder, char *reason, int reason_size);
void family_close(struct family *family);

// Settings. family may be NULL: then reads give the fallback and writes give false.
int family_setting(struct family *family, const char *name, int fallback);
bool family_set(struct family *family, const char *name, int value);
// Text settings; out gets the fallback where there is none, and is cut to size.
void family_setting_text(struct family *family, const char *name, const char *fallback, char *out, int size);
bool family_set_text(struct family *family, const char *name, const char *value);

// The ladder's state for a level. False (and *ladder untouched) where that level was never played.
bool family_ladder(struct family *family, const char *level, struct ladder *ladder);
// The level, own away time (ms) and ladder of the session played last. False where none was.
bool family_last(struct family *family, char *level, int size, int *own_away_ms, struct ladder *ladder);

struct session_record {
    const char *level;
    int64_t began;  // UTC seconds
    int age_months; // 0: unknown
    int step;       // it was played at
    int own_away_ms;
    int longest_calm_ms; // the longest away of a calm round; 0: none
    int calm, upsets;
    enum end_why why;
    struct outcome outcome; // and what it was worked out from, for a mark of the grown-up's
    struct rungs rungs;
    struct ladder before; // the ladder it was played with
};

// Keeps a finished session and the ladder that results, in one transaction. It ended when next says it was
// played.
bool family_keep_session(struct family *family, const struct session_record *record,
                         const struct ladder *next);
