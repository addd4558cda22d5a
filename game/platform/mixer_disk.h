// The file that SDL's disk driver writes: made to hold what was mixed under virtual time and nothing else, so
// that the same session gives the same bytes and a place in the file is a time of the program.
#pragma once

#include <stdbool.h>
#include <stdint.h>

bool disk_chosen(void); // SDL_AUDIODRIVER=disk
// Before the device opens: the driver shall not wait for the wall clock.
void disk_hurry(void);
// A device that has just opened writes silence for as long as it is paused: the first buffer that is mixed,
// which is silent too, is marked so that it can be found behind that.
void disk_mark(uint8_t *stream, int bytes);
// After the device has closed: the file then begins with the marked buffer, unmarked, and holds `keep`
// buffers.
void disk_trim(int64_t keep, int buffer_bytes);
