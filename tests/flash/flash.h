// Counts flashes in a sequence of frames, after science/README.md 5.2 and design.md 6 "Flashes": WCAG 2.3.1
// and the house's own, stricter limits, for each place of the screen. Not a Harding certificate. The screen
// is taken as one of 10.1 inches held at 40 cm: its long side has 62 cells of 0.5 degrees.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "flash/cell.h"

// What is measured, each as its worst over all frames.
enum flash_measure {
    FLASH_SMALL,     // flashes in any 1 s at a place, over at least 1.3 % of the screen
    FLASH_ELSEWHERE, // ... over at least 3 %, where no reveal was shown in that second
    FLASH_REVEAL,    // ... over at least 3 %, around a reveal
    FLASH_RED,       // red flashes in any 1 s over at least 1.3 %
    FLASH_WHOLE,     // share of the screen that changed by 0.10 or more at once, in less than 250 ms
    FLASH_DARKEST,   // mean luminance of a frame
    FLASH_BRIGHTEST,
    FLASH_SWING,   // how far that mean moved within 1 s
    FLASH_STRIPES, // share of the screen under more than 5 regular light-dark pairs for more than 0.5 s
    FLASH_MEASURES,
};

struct flash_worst {
    double value;
    int t_ms;
    float x, y; // where, fractions of the window; 0.5, 0.5 for the whole screen
};

struct flash;

// w, h: pixels of every frame; 62 or more on the long side. NULL only without memory.
struct flash *flash_new(int w, int h);
void flash_free(struct flash *flash);
// One frame of w x h pixels 0xXXRRGGBB, 60 a second; NULL: the same as the frame before. reveal: a reveal is
// shown.
void flash_frame(struct flash *flash, const uint32_t *pixels, bool reveal);
// What follows is a grown-ups' screen, or was one until now: how light it is all in all is no limit there.
void flash_corner(struct flash *flash, bool corner);
// With the next frame the tablet was turned, by somebody's hands: the whole jumps, and is not compared with
// what was there before. How light it is all in all is.
void flash_turned(struct flash *flash);
struct flash_worst flash_worst(const struct flash *flash, enum flash_measure measure);
bool flash_holds(const struct flash *flash, enum flash_measure measure);
// A line for each measure with its limit. True where all hold.
bool flash_print(const struct flash *flash, FILE *out);
