// A ladder as a staircase: today's plan on home, a level in the list.
#pragma once

#include "core/ladder.h"
#include "ui/page.h"

// The columns' values, milliseconds, and which of them is today's step (now -1: none, so is *now_column). Of
// a ladder with more steps than there is room for, every second or third. Returns how many there are.
int plan_stairs(const struct rungs *rungs, int now, int values[PAGE_STEPS_MAX], int *now_column);
