// How to stay in the game: the steps that lock a tablet to it, this one's first. The game can't lock it by
// itself.
#pragma once

#include "platform/system.h"

struct app;

enum { LOCK_BACK = 1 };

void lock_lay_out_on(struct app *app, enum system here);
