// A clip in hops of 2 ms: how loud and how high each is, and what gain it is to get.
#pragma once

#include <stdbool.h>

enum {
    HOP = 96,            // samples
    HOPS_IN_BLOCK = 200, // of a momentary value, 400 ms
    HOPS_IN_STEP = 50,   // between the blocks of an integrated value
};

struct take_hops {
    int count;
    float *energy;  // K-weighted, a sample's mean
    float *peak;    // between the samples too
    float *curve;   // gain, 1 where nothing is too loud
    float *work[2]; // of the same length
};

// False without memory. Measures the samples once; all else works on the hops.
bool take_hops_measure(const float *samples, int count, struct take_hops *hops);
void take_hops_free(struct take_hops *hops);
// Sets the curve so that, times gain, no momentary value passes most_lufs and no peak most_peak.
void take_hops_tame(struct take_hops *hops, float gain, float most_lufs, float most_peak);
// Integrated loudness with gain and curve, as EBU R128 counts it; below 400 ms one block without gates.
double take_hops_lufs(const struct take_hops *hops, float gain);
// Gain times curve.
void take_hops_apply(const struct take_hops *hops, float gain, float *samples, int count);
