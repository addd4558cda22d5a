// Today: which level, for which age, from which step of the ladder, and so today's plan. One place for the
// game and for the `plan` command.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/ladder.h"
#include "core/level.h"
#include "core/plan.h"
#include "scenes/options.h"
#include "store/level_file.h"

struct family;

struct today {
    struct level level;
    struct level_error error; // why the wished level could not be had; line 0: it could
    int age_months;           // 0: unknown
    struct ladder ladder;     // its step is today's
    struct plan plan;
};

// family may be NULL. False where the wished level is wrong or missing: error says why, and the built-in
// first level is chosen in its place.
bool today_choose(struct today *today, const struct options *options, struct family *family, int64_t now_utc);
// Who hides in a round: "family" is the first stock friend where no caregiver is chosen.
const char *today_who(const struct today *today, int round);
