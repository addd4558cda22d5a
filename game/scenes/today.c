// Which level, which age, which step.
#include "scenes/today.h"

#include <stdio.h>
#include <string.h>

#include "platform/files.h"
#include "store/cast.h"
#include "store/family.h"
#include "store/own_levels.h"
#include "store/settings.h"

const char *today_folder(const struct options *options)
{
    return options->data ? options->data : files_family_default();
}

static bool choose_level(struct today *today, const struct options *options, struct family *family)
{
    const char *wished = options->level, *folder = today_folder(options);
    char first[LEVEL_NAME_SIZE], last[LEVEL_NAME_SIZE];
    level_first_name(first, sizeof first);
    family_setting_text(family, "level", first, last, sizeof last);
    today->error = (struct level_error){0};
    if (own_levels_find(folder, wished ? wished : last, &today->level, &today->error)) {
        return true;
    }
    struct level_error of_first;
    if (wished || !level_find(first, &today->level, &of_first)) {
        level_builtin(&today->level);
    }
    return false;
}

struct ladder today_stored(struct today *today, const struct options *options, struct family *family,
                           int64_t now_utc)
{
    struct ladder ladder = ladder_new();
    today->age_months = options->age_months ? options->age_months : settings_age(family, now_utc);
    if (family_ladder(family, today->level.name, &ladder)) {
        return ladder;
    }
    char level[LEVEL_NAME_SIZE];
    int own_ms = 0;
    struct rungs rungs = ladder_rungs(&today->level, today->age_months);
    if (family_last(family, level, sizeof level, &own_ms, &ladder)) {
        return ladder_moved(&ladder, own_ms, &rungs);
    }
    return ladder;
}

void today_plan(struct today *today, const struct ladder *stored, int step, struct family *family,
                int64_t now_utc)
{
    struct rungs rungs = ladder_rungs(&today->level, today->age_months);
    today->ladder = ladder_today(stored, now_utc, &rungs);
    today->plan = plan_make(&today->level, today->age_months, step >= 0 ? step : today->ladder.step);
    today->ladder.step = today->plan.step;
    int most_ms = settings_get(family, SETTING_GAME_S) * 1000;
    if (most_ms > 0 && most_ms < today->plan.limit_ms) {
        today->plan.limit_ms = most_ms;
    }
}

static void choose_person(struct today *today, const struct options *options, struct family *family)
{
    struct caregiver person;
    bool found = options->with ? caregiver_by_name(family, options->with, &person)
                               : caregiver_by_id(family, caregiver_today(family), &person);
    today->caregiver = found ? person.id : 0;
    today->shown = found && person.has_photo;
    snprintf(today->name, sizeof today->name, "%s", found ? person.name : "");
}

bool today_choose(struct today *today, const struct options *options, struct family *family, int64_t now_utc)
{
    bool found = choose_level(today, options, family);
    choose_person(today, options, family);
    struct ladder stored = today_stored(today, options, family, now_utc);
    today_plan(today, &stored, options->step, family, now_utc);
    return found;
}

void today_speak(struct today *today, struct family *family, struct voice_clips *voices)
{
    bool stock_only = settings_get(family, SETTING_VOICE_OFF) != 0;
    voice_clips_load(voices, family, stock_only ? 0 : today->caregiver);
    struct voice_lengths lengths = voice_clips_lengths(voices);
    plan_speak(&today->plan, &lengths);
}

const char *today_who(const struct today *today, int round)
{
    const char *who = plan_scene(&today->level, round)->who;
    if (strcmp(who, "family") != 0) {
        return who;
    }
    return today->shown ? today->name : cast_friend_name(0);
}

bool today_is_person(const struct today *today, int round)
{
    return today->shown && strcmp(plan_scene(&today->level, round)->who, "family") == 0;
}
