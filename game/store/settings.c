// What a grown-up sets.
#include "store/settings.h"

#include <limits.h>

#include "core/least.h"
#include "store/family.h"

enum { AGE_LEAST = 6, AGE_MOST = 36 };

static const int64_t month_seconds = 2629746; // a year's twelfth

static const struct {
    const char *name;
    int least, most, usual;
    bool or_zero; // 0 means "none" and is outside the range
} settings[SETTINGS] = {
    [SETTING_FIRST_READ] = {"first_read", 0, 1, 0, false},
    [SETTING_LOUDEST] = {"loudest", 0, 2, 1, false},
    [SETTING_HEADPHONES] = {"headphones", 0, 1, 0, false},
    [SETTING_GAME_S] = {"game_s", 60, 600, 0, true},
    [SETTING_REST_MIN] = {"rest_min", 60, 180, 180, false},
    [SETTING_VOICE_OFF] = {"voice_off", 0, 1, 0, false},
    [SETTING_LESS_MOTION] = {"less_motion", 0, 1, 0, false},
    [SETTING_LARGE_TEXT] = {"large_text", 0, 1, 0, false},
    [SETTING_LISTEN] = {"listen", 0, 1, 0, false},
};

static int in_range(enum setting setting, int value)
{
    bool none = settings[setting].or_zero && value == 0;
    return none ? 0 : between(value, settings[setting].least, settings[setting].most);
}

int settings_get(struct family *family, enum setting setting)
{
    return in_range(setting, family_setting(family, settings[setting].name, settings[setting].usual));
}

bool settings_set(struct family *family, enum setting setting, int value)
{
    return in_range(setting, value) == value && family_set(family, settings[setting].name, value);
}

// ---- age

int settings_age(struct family *family, int64_t now_utc)
{
    int months = between(family_setting(family, "age_months", 0), 0, AGE_MOST); // a backup may say anything
    if (months == 0) {
        return 0;
    }
    int set_days = family_setting(family, "age_set_day", 0); // since 1970
    int64_t since = set_days > 0 ? now_utc - (int64_t)set_days * 86400 : 0;
    int64_t grown = since > 0 ? since / month_seconds : 0;
    return between(months + (int)(grown < AGE_MOST ? grown : AGE_MOST), AGE_LEAST, AGE_MOST);
}

bool settings_set_age(struct family *family, int months, int64_t now_utc)
{
    if (months != 0 && between(months, AGE_LEAST, AGE_MOST) != months) {
        return false;
    }
    return family_set(family, "age_set_day", (int)(now_utc / 86400)) &&
           family_set(family, "age_months", months);
}

// ---- language

void settings_language(struct family *family, char *code, int size)
{
    family_setting_text(family, "language", "", code, size);
}

bool settings_set_language(struct family *family, const char *code)
{
    return family_set_text(family, "language", code);
}

// ---- the last backup

bool settings_last_backup(struct family *family, struct last_backup *last)
{
    *last = (struct last_backup){.utc = (int64_t)family_setting(family, "backup_minute", 0) * 60,
                                 .bytes = (int64_t)family_setting(family, "backup_kilobytes", 0) * 1000};
    family_setting_text(family, "backup_path", "", last->path, sizeof last->path);
    return last->path[0] != '\0' && last->utc > 0;
}

bool settings_set_last_backup(struct family *family, const struct last_backup *last)
{
    const int64_t minute = last->utc / 60 < INT_MAX ? last->utc / 60 : INT_MAX; // the year 6053
    return family_set(family, "backup_minute", (int)minute) &&
           family_set(family, "backup_kilobytes", (int)((last->bytes + 999) / 1000)) &&
           family_set_text(family, "backup_path", last->path);
}
