// The known voice: what the tests say into a microphone, and the room they say it in.
#pragma once

#include <stdbool.h>

enum { SPOKEN_RATE = 48000, SPOKEN_COUNT = 3 * SPOKEN_RATE / 2 };

// SPOKEN_COUNT samples, -1 to 1; the same on every call.
void spoken_voice(float *samples);
// Writes a take: that voice after lead_ms of a faintly hissing room, and trail_ms of the room behind it.
// FILE.raw is 16-bit mono without a header, FILE.wav has one. False where it can't be written.
bool spoken_write(const char *path, int lead_ms, int trail_ms);
