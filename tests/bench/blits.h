// What the game paints in a frame, caught on its way to the painter; and the same once more without the game.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// Processor time of this thread, ms.
double blits_cpu_ms(void);

// From now on what is painted is caught, at the latest frame's.
void blits_forget(void);
// How many draws the latest frame painted, and how many pixels of the window changed; 0: nothing was painted.
int blits_count(void);
int64_t blits_dirty(void);
// What catching took, ms, of this thread's processor time.
double blits_catching_ms(void);

// Paints the latest frame's list into memory, w x h. By pixman alone: for each draw its clip and one
// composite or fill; what is turned is sampled by pixman's own bilinear filter. ms of this thread's processor
// time.
double blits_by_pixman_ms(int w, int h);
// By the game's own painter: nothing but its list and what is dirty.
double blits_by_painter_ms(int w, int h);
// Frees what both keep.
void blits_end(void);
