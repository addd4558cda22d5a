// 48 kHz to 16 kHz, as samples come: what the microphone gives, for the cry hint.
#pragma once

#include <stdint.h>

enum { CRY_THIN_TAPS = 63 };

struct cry_thin {
    float taps[CRY_THIN_TAPS];
    float last[2 * CRY_THIN_TAPS]; // the last samples, twice, so that they always lie in one piece
    int at, left;                  // where the next one goes; how many are left to the next that is given
};

void cry_thin_start(struct cry_thin *thin);
// Takes count samples at 48 kHz, and writes at most count / 3 + 1 at 16 kHz; returns how many.
int cry_thin(struct cry_thin *thin, const int16_t *samples, int count, int16_t *out);
