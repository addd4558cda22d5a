// SDL's capture device, the default one: mono, 48 kHz, 16 bit.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { CAPTURE_BUFFER = 1024 }; // samples that come at once

// On SDL's sound thread.
typedef void capture_heard(void *context, uint8_t *stream, int bytes);

bool capture_listed(void); // false: there is none for sure
// It is silent until it is started. 0: it can't be had.
uint32_t capture_open(capture_heard *heard, void *context);
void capture_start(uint32_t device);
void capture_close(uint32_t device); // may never return
