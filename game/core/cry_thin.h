// 48 kHz to 16 kHz, as samples come: what the microphone gives, for the cry hint.
#pragma once

#include <stdint.h>

struct cry_thin;

void cry_thin_start(struct cry_thin *thin);
// Takes count samples at 48 kHz, and writes at most count / 3 + 1 at 16 kHz; returns how many.
int cry_thin(struct cry_thin *thin, const int16_t *samples, int count, int16_t *out);
