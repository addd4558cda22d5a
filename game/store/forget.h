// Deleting for good: what is deleted is overwritten in the file (secure_delete, then VACUUM), older takes,
// removed people and the copies that restoring left behind among it.
#pragma once

#include <stdbool.h>

struct family;

enum {
    FORGET_NOTES = 1,  // sessions and partings
    FORGET_VOICES = 2, // every clip, older takes, and people without a photo
    FORGET_PHOTOS = 4,
    FORGET_SETTINGS = 8, // settings, ladders, own levels
    FORGET_ALL = 15,     // and whatever else of ours is in the folder: as on the first day
};

struct forget_counts {
    int sessions, clips, people, photos, own_levels;
};

struct forget_counts forget_count(struct family *family, const char *folder);
// parts below FORGET_ALL. False where it could not be done: then nothing was.
bool forget_parts(struct family *family, const char *folder, int parts);
// The whole folder's files of ours (family.db, its journal, what restoring kept, half-written ones, levels/).
// No family may be open. False where something could not be removed.
bool forget_everything(const char *folder);
