// Whatever a family's file holds, what is read is in range.
#include "family_look.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "core/parting.h"
#include "fuzz_family.h"
#include "platform/canvas.h"
#include "require.h"
#include "scenes/today.h"
#include "store/family.h"
#include "store/own_levels.h"
#include "store/partings.h"
#include "store/sessions.h"
#include "store/settings.h"
#include "store/take.h"
#include "store/voices_inside.h"

enum { CAP_MS_MAX = 30000, AGE_MAX = 36, SHOWN_PX = 32 };

static void look_at_settings(struct family *family)
{
    char language[16];
    struct last_backup last;
    for (int setting = 0; setting < SETTINGS; setting++) {
        const int value = settings_get(family, (enum setting)setting);
        REQUIRE(value >= 0 && value <= 600);
        REQUIRE(settings_set(family, (enum setting)setting, value) || value == 0);
    }
    const int age = settings_age(family, FUZZ_NOW);
    REQUIRE(age == 0 || (age >= 6 && age <= AGE_MAX));
    settings_language(family, language, sizeof language);
    settings_last_backup(family, &last);
}

// ---- people

static void look_at_face(struct family *family, int64_t person)
{
    size_t length = 0;
    void *shown = face_get(family, person, &length);
    if (shown) {
        sprite_free(sprite_from_photo_bytes(shown, length, 0, 0, 0, SHOWN_PX));
    }
    free(shown);
}

static void look_at_clip(struct family *family, const struct voice_clip *clip)
{
    struct voice_clip same;
    int count = 0;
    REQUIRE(clip->id > 0 && clip->moment >= 0 && clip->moment < MOMENTS && clip->slot >= 1);
    REQUIRE(!isnan(clip->lufs) && !isnan(clip->peak_dbtp) && clip->length_ms >= 0);
    REQUIRE(clip_by_id(family, clip->id, &same) && same.caregiver == clip->caregiver);
    int16_t *pcm = clip_pcm(family, clip->id, &count);
    REQUIRE(!pcm || (count > 0 && count <= SAMPLES_MAX));
    free(pcm);
    free(clip_raw(family, clip->id, &count));
}

static void look_at_person(struct family *family, const struct caregiver *person)
{
    struct caregiver same;
    struct voice_clip *clips = NULL;
    REQUIRE(person->id > 0 && person->filled >= 0 && person->filled <= VOICES_SLOTS);
    REQUIRE(strlen(person->name) < CAREGIVER_NAME_SIZE);
    REQUIRE(caregiver_by_id(family, person->id, &same) && strcmp(same.name, person->name) == 0);
    look_at_face(family, person->id);
    const int count = clips_list(family, person->id, &clips);
    for (int i = 0; i < count; i++) {
        look_at_clip(family, &clips[i]);
    }
    free(clips);
    clips_older(family, person->id, &clips);
    free(clips);
}

static void look_at_people(struct family *family)
{
    struct caregiver *people = NULL;
    const int count = caregivers_list(family, &people);
    for (int i = 0; i < count; i++) {
        look_at_person(family, &people[i]);
    }
    free(people);
}

// ---- what was played

static void look_at_sessions(struct family *family)
{
    struct session_note *notes = NULL;
    const int count = sessions_list(family, 0, &notes);
    for (int i = 0; i < count; i++) {
        REQUIRE(notes[i].step >= 0 && notes[i].calm >= 0 && notes[i].upsets >= 0 &&
                notes[i].own_away_ms >= 0);
        session_how(family, &notes[i]);
    }
    if (count > 0) {
        session_mark(family, notes[count - 1].id, MARK_FUSSY);
    }
    free(notes);
    struct parting *partings = NULL;
    const int goodbyes = partings_list(family, &partings);
    const struct parting_stand stand = parting_today(partings, goodbyes, FUZZ_NOW);
    REQUIRE(stand.step >= 0 && stand.step < PARTING_STEPS);
    free(partings);
}

// ---- what would be played

static void look_at_plan(struct family *family, const char *folder, const char *level)
{
    const struct options options = {.data = folder, .level = level, .step = -1};
    struct today today = {0};
    struct voice_clips voices = {0};
    today_choose(&today, &options, family, FUZZ_NOW);
    today_speak(&today, family, &voices);
    const struct plan *plan = &today.plan;
    REQUIRE(plan->rounds >= 1 && plan->rounds <= 8 && plan->cap_ms >= 500 && plan->cap_ms <= CAP_MS_MAX);
    for (int i = 0; i < plan->rounds; i++) {
        REQUIRE(plan->away_ms[i] >= 500 && plan->away_ms[i] <= plan->cap_ms);
        REQUIRE(*today_who(&today, i));
    }
    voice_clips_free(&voices);
}

static void look_at_levels(struct family *family, const char *folder)
{
    struct level_entry *entries = NULL;
    const int count = own_levels_list(folder, &entries);
    REQUIRE(count >= 6); // the game's own are always there, or the family's in their place
    for (int i = 0; i < count; i++) {
        REQUIRE(!entries[i].own || (*entries[i].file && !strchr(entries[i].file, '/')));
        if (entries[i].own) {
            look_at_plan(family, folder, entries[i].level.name);
        }
    }
    free(entries);
    look_at_plan(family, folder, NULL);
}

void family_look(struct family *family, const char *folder)
{
    look_at_people(family);
    look_at_levels(family, folder);
    look_at_sessions(family);
    look_at_settings(family);
    clips_tidy(family, FUZZ_NOW);
}

// ---- telling families apart

static int64_t print_of(struct family *family, const struct voice_clip *clip)
{
    int count = 0;
    int16_t *pcm = clip_pcm(family, clip->id, &count);
    const int64_t sum = sum_of(pcm ? (const void *)pcm : "", (size_t)count * sizeof *pcm);
    free(pcm);
    return sum ^ (int64_t)((uint64_t)clip->moment << 8 | (uint64_t)clip->slot);
}

static uint64_t mix(uint64_t print, int64_t more)
{
    return (print ^ (uint64_t)more) * 0x100000001B3;
}

int64_t family_print(struct family *family, const char *folder)
{
    struct caregiver *people = NULL;
    struct voice_clip *clips = NULL;
    struct level_entry *entries = NULL;
    uint64_t print = 0;
    const int persons = caregivers_list(family, &people), count = clips_list(family, 0, &clips),
              levels = own_levels_list(folder, &entries);
    for (int i = 0; i < persons; i++) {
        print = mix(print, sum_of(people[i].name, strlen(people[i].name)) + people[i].has_photo);
    }
    for (int i = 0; i < count; i++) {
        print = mix(print, print_of(family, &clips[i]));
    }
    for (int i = 0; i < levels; i++) {
        print = mix(print, sum_of(entries[i].level.name, strlen(entries[i].level.name)) + entries[i].own);
    }
    free(people);
    free(clips);
    free(entries);
    return (int64_t)print;
}
