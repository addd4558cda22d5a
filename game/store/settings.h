// What a grown-up sets: one table of the family's settings with their ranges and what they are where nobody
// has set them.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct family;

enum setting {
    SETTING_FIRST_READ,  // the honest page was read: 0, 1
    SETTING_LOUDEST,     // 0 softly, 1 like talking (default), 2 the most we allow
    SETTING_HEADPHONES,  // headphones are in use: the game stays silent: 0, 1
    SETTING_GAME_S,      // a session at most, seconds, 60 to 600; 0 (default): as long as its level says
    SETTING_REST_MIN,    // rest between games, minutes, 60 to 180 (default; science 6.2: 3 h)
    SETTING_VOICE_OFF,   // the baby gets upset by the voice: the stock sounds only: 0, 1
    SETTING_LESS_MOTION, // 0, 1
    SETTING_LARGE_TEXT,  // 0, 1
    SETTING_LISTEN,      // the game listens for crying while somebody is away: 0 (default), 1
    SETTINGS
};

// family may be NULL: then the default. A value out of range is brought back into it.
int settings_get(struct family *family, enum setting setting);
// False where it could not be kept, or is out of range.
bool settings_set(struct family *family, enum setting setting, int value);

// The baby's age in whole months, counted from the due date: as it was set, and grown since. 0: unknown.
int settings_age(struct family *family, int64_t now_utc);
// 6 to 36; 0: unknown.
bool settings_set_age(struct family *family, int months, int64_t now_utc);

// The language chosen, "" for the system's.
void settings_language(struct family *family, char *code, int size);
bool settings_set_language(struct family *family, const char *code);

// The backup that was made last, as long as this family's file is the one that it was made of.
struct last_backup {
    char path[1400];
    int64_t utc;   // kept to the minute
    int64_t bytes; // kept to the kilobyte
};
// False where there is none.
bool settings_last_backup(struct family *family, struct last_backup *last);
bool settings_set_last_backup(struct family *family, const struct last_backup *last);
