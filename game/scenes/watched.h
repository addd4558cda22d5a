// What holds while a baby watches: play and good night, the calm picture of away for real, and the gate over
// each.
#pragma once

#include <stdbool.h>

struct app;

bool watched(const struct app *app);
// Once a frame: the window is locked and the screen stays on, the pointer hides, or all of it is let go.
void watched_hold(struct app *app);
