// A finger's tap, and how soon it changes the picture at its place.
#pragma once

#include <stdbool.h>

#include "bench/screen.h"

// Spots all over the screen, never in a corner.
void tap_spot(int number, int *x, int *y);
// Goes to x, y of the screen and taps there for 60 ms. Ms from the press to the end of the look that saw a
// change within 24 pixels; NAN where there was none within a second. False, and no tap, where it is not still
// there even before.
bool tap_measured(struct screen *screen, int x, int y, double *ms);
// Taps there for 80 ms, looking at nothing.
void tap(struct screen *screen, int x, int y);
