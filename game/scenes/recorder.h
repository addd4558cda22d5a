// The recorder, for others.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/voices.h"

struct app;

// Who says what, and which old clip it takes the place of (0: none). Before app_go(app, &scene_recorder).
void recorder_target(struct app *app, int64_t caregiver, enum moment moment, int64_t instead);
// Somebody records, or a take is not safe yet: the corner stays open.
bool recorder_busy(const struct app *app);
// The samples behind MIXER_KEPT "take": the take in review, as it will sound in the game. malloced, the
// caller's. NULL: there is none.
int16_t *recorder_samples(const struct app *app, int *count);
