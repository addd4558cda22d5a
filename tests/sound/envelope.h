// A signal's level over time, in dB.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct signal {
    float *samples; // -1 to 1; the caller frees it; NULL without memory
    long frames;
};

// The middle of a stereo signal.
struct signal signal_of(const int16_t *stereo, long frames);
// What is left of it above 9 kHz: a Butterworth high-pass of the 8th order.
struct signal signal_above_9_khz(const struct signal *signal);

// The mean level of `window` frames that begin each `hop` frames.
struct envelope {
    float *db;
    int count;
};

bool envelope_of(const struct signal *signal, int window, int hop, struct envelope *envelope);
void envelope_free(struct envelope *envelope);
// The loudest from one index to another, both included, of those that exist; -200 where none does.
double envelope_loudest(const struct envelope *envelope, int from, int to);
