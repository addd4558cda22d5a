// How to stay in the game: the steps that lock a tablet to it, this one's first. The game can't lock it by
// itself; what it holds while a baby plays (platform/window.h) it says.
#pragma once

#include "platform/system.h"

struct app;

enum { LOCK_BACK = 1 };

// Lays it out in app->page, as on such a system.
void lock_lay_out_on(struct app *app, enum system here, enum system_form form);
