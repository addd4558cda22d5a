// The whole family in one file, and one person in one file (a voice pack). Both are SQLite files of ours;
// whatever is read is checked before anything is replaced. One sentence of all says that more than nothing
// was changed: where the disk fails in the very last sync, the new file is there, whole, but may not survive
// a power cut.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/voices.h"

struct family;

// Writes all of family.db, and the own levels that are files beside it, to path by SQLite's backup API:
// beside it (path + ".part") first, checked, synced, then renamed over. NULL, or a sentence and nothing is
// changed. Refuses path where it is family.db itself.
const char *backup_save(struct family *family, const char *path);
// Replaces folder/family.db by the backup at path: it is checked whole (ours, not newer, no damage), brought
// to today's schema in a copy beside, and only then renamed over; the old file stays beside as
// family.before-restore.db, the old own levels as levels.before-restore. No family may be open meanwhile
// (close it first, open it again after). NULL, or a sentence and nothing is changed.
const char *backup_restore(const char *folder, const char *path);
// Whether there is something to go back to: what was here before the last restore, for KEPT_BEFORE_DAYS.
bool backup_before(const char *folder);
// Goes back to it; what was restored takes its place, so that this can be undone too. As backup_restore.
const char *backup_undo(const char *folder);
enum { KEPT_BEFORE_DAYS = 7 };
// Deletes what was here before the last restore, where it has been kept for that long. Called when the corner
// is opened, behind clips_tidy: the calendar and the corner's own clock have to agree, and the days begin at
// the first visit after the restore.
bool backup_tidy(struct family *family, const char *folder, int64_t now_utc);

// What a sentence of the three above is about, for whoever says it in other words.
enum backup_trouble {
    BACKUP_NO_BACKUP, // or damaged
    BACKUP_IS_PACK,
    BACKUP_NEWER,
    BACKUP_NO_ROOM,
    BACKUP_BUSY,
    BACKUP_UNWRITABLE,  // there; where restoring: the family's folder
    BACKUP_OWN_DAMAGED, // the family's file
    BACKUP_ONCE_MORE    // it is done, but not confirmed
};
enum backup_trouble backup_trouble(const char *sentence);

// One person's name, face (not the picture it was cut from: there may be others on it) and clips (those that
// play, with their recordings). NULL, or a sentence.
const char *pack_save(struct family *family, int64_t caregiver, const char *path);

struct pack {
    char name[CAREGIVER_NAME_SIZE];
    int clips;
    bool has_photo;
    bool here; // there is somebody of that name: merging adds to or replaces theirs
};

// Looks into a pack without changing anything. NULL, or a sentence: it is no pack of ours, damaged, of two
// people, its photo no picture, or a clip in it louder than the game makes them.
const char *pack_look(struct family *family, const char *path, struct pack *pack);
// Merges a pack in one transaction. replace: clips of the same moment and slot become older takes; else they
// stay and the pack's clips are added behind. A clip that is already here (the same samples) is not added
// twice. NULL, or a sentence and nothing is changed.
const char *pack_merge(struct family *family, const char *path, bool replace, int64_t now_utc);
