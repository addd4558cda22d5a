// What this game is, and is not: the honest statement (science/README.md 6.2), before the first game and
// again under For you.
#pragma once

#include <stdbool.h>

#include "platform/canvas.h"

struct app;

// How high its four rows are at this width, and themselves, without a card.
int honest_height(struct app *app, int w);
void honest_lay(struct app *app, struct rect at);
// Nobody has said yet that it was read (scenes/first.c).
bool first_is_due(struct app *app);
