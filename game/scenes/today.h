// Today: which level, for which age, from which step of the ladder, and so today's plan. One place for the
// game and for the `plan` command.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/ladder.h"
#include "core/level.h"
#include "core/plan.h"
#include "scenes/options.h"
#include "scenes/voice_clips.h"
#include "store/level_file.h"
#include "store/voices.h"

struct family;

struct today {
    struct level level;
    struct level_error error; // why the wished level could not be had; line 0: it could
    int age_months;           // 0: unknown
    struct ladder ladder;     // its step is today's
    struct plan plan;
    int64_t caregiver; // who plays; 0: the stock friends
    bool shown;        // that person hides where the level says "family": there is a photo
    char name[CAREGIVER_NAME_SIZE];
};

// The folder of the family's file and own levels: --data, else the platform's own; NULL where there is none.
const char *today_folder(const struct options *options);
// family may be NULL. False where the wished level is wrong or missing: error says why, and the built-in
// first level is chosen in its place.
bool today_choose(struct today *today, const struct options *options, struct family *family, int64_t now_utc);
// What is known where a level is at hand (today->level): the age, the ladder as it is kept, or as it would
// begin where that level was never played.
struct ladder today_stored(struct today *today, const struct options *options, struct family *family,
                           int64_t now_utc);
// Today's step and plan of today->level, for today->age_months, from a ladder as it would be kept. A plan
// never takes longer than the grown-ups' settings allow. step: instead of today's; -1: today's.
void today_plan(struct today *today, const struct ladder *stored, int step, struct family *family,
                int64_t now_utc);
// The clips of who plays, and room for them in the plan: rounds that no longer fit are then left out.
void today_speak(struct today *today, struct family *family, struct voice_clips *voices);
// Who hides in a round: "family" is who plays today, by name; the first stock friend where nobody with a
// photo does.
const char *today_who(const struct today *today, int round);
// Whether that is a person, who is shown by the photo.
bool today_is_person(const struct today *today, int round);
