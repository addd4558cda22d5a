// Deleting for good: what is deleted is overwritten in the file (secure_delete, then VACUUM), older takes,
// removed people and the copies that restoring left behind among it. Only a backup that somebody saved stays,
// wherever it is: a grown-up made it to have it, and can delete it as any other file.
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
    int sessions;
    int clips;  // older takes among them
    int people; // who are here
    int photos;
    int own_levels; // files, broken ones too
};

struct forget_counts forget_count(struct family *family, const char *folder);
// parts below FORGET_ALL; whatever they are, there is nothing to go back to from a restore any more. False
// where it could not be done: then nothing of the family was, as it is now.
bool forget_parts(struct family *family, const char *folder, int parts);
// The whole folder's files of ours (family.db, its journal, what restoring kept, half-written ones, levels/,
// and what was saved to out/ but for backups). Files of other names stay. No family may be open. False where
// something could not be removed.
bool forget_everything(const char *folder);
