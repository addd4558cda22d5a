// The file that SDL's disk driver writes: made to hold what was mixed under virtual time and nothing else, so
// that the same session gives the same bytes and a place in the file is a time of the program.
#pragma once

#include <stdbool.h>

bool disk_chosen(void); // SDL_AUDIODRIVER=disk
// Before the device opens: the driver shall not wait for the wall clock.
void disk_hurry(void);
// Whole buffers in the file: a device that has just opened writes silence for as long as it is paused.
int disk_buffers(int buffer_bytes);
// After the device has closed: cuts what it wrote while it was on its way out.
void disk_cut(int buffers, int buffer_bytes);
