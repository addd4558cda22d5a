// The recorder, for others.
#pragma once

#include <stdint.h>

#include "store/voices.h"

struct app;

// Who is recorded, for what moment, and which old clip the new one takes the place of (0: none). Called
// before app_go(app, &scene_recorder).
void recorder_target(struct app *app, int64_t caregiver, enum moment moment, int64_t instead);
