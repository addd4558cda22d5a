// Inside of the loop: for scenes/app*.c only.
#pragma once

#include <stdbool.h>

struct app;
struct event;

enum { APP_WAIT_STIRRED_MS = 100 }; // the longest sleep soon after an event

// Takes all that came since the frame before: what the system says, or a replay's hands.
void app_take_events(struct app *app);
// To the corner and to the scene that is on, as it is.
void app_to_scene(struct app *app, const struct event *event);

// Whether the picture is still the one that is shown: at rest, a page is not even laid out.
bool app_is_quiet(const struct app *app);
// Sleeps until something changes by itself, but at least for a frame of 1/60 s; an event ends it at once.
// Under virtual time it returns at once.
void app_wait(struct app *app);
