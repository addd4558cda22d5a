// What a program's start looked like: the whole screen is looked at each time that XDamage says something was
// drawn on it, from exec on.
#pragma once

#include <stdint.h>

#include "bench/screen.h"

enum { W = 1280, H = 800 }; // the screen

struct looks; // a look holds every fourth pixel of both ways, and when it was over

struct looks *looks_new(void);
void looks_free(struct looks *looks);
// Looks from now until limit_ms after began_ms; what an earlier start showed is forgotten.
void looks_watch(struct looks *looks, struct screen *screen, double began_ms, double limit_ms);

// Ms from began_ms to the end of the look; NAN where there was none. The first frame, be it of one colour:
// more than 1 % of the screen is no longer black, as the bare screen is.
double looks_first_frame_ms(const struct looks *looks);
// More than 1 % of the screen has another colour than its corner.
double looks_first_picture_ms(const struct looks *looks);
// From when on nothing changed any more but what goes on moving after settled_ms. Two percent of the screen
// may: a blink, a paw that moved before; a friend who is not there yet would be more.
double looks_whole_ms(const struct looks *looks, double settled_ms);
