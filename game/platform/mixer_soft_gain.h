// A clip's energy and its gain, millisecond by millisecond.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct soft {
    int count, length;    // milliseconds that are looked at, and frames of each
    float *gains;         // of count; 1 where nothing is to be done
    double *sums, *heard; // of count + 1: the mean squares before each ms, added up; and with the gains
};

// Zeroed, with gains of 1. rate: 1000 a second or more. False without memory; else soft_free.
bool soft_begin(struct soft *soft, int frames, int rate);
// Adds up the energy of what an ear makes of each sample, -1 to 1.
void soft_measure(struct soft *soft, const int16_t *samples, int frames,
                  double (*hear)(void *ear, double sample), void *ear);
// Multiplies the samples by the gains, smoothly from one to the next.
void soft_apply(struct soft *soft, int16_t *samples, int frames);
void soft_free(struct soft *soft);
