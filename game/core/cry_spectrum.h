// The spectrum of a short frame of sound, by a Fourier transform with tables of its own. Only for core/cry*.
#pragma once

enum {
    CRY_FRAME = 512,   // samples at 16 kHz: 32 ms
    CRY_HOP = 256,     // from one frame to the next
    CRY_PADDED = 1024, // with zeros behind, so that an autocorrelation does not meet its own tail
    CRY_BINS = CRY_PADDED / 2,
    CRY_LOW_BIN = 7,   // 109 Hz
    CRY_END_BIN = 224, // 3.5 kHz: what lies above is never looked at (old recordings fade out from there on)
};

#define CRY_BIN_HZ 15.625f

struct cry_waves {
    float cosine[CRY_BINS], sine[CRY_BINS]; // of k / CRY_PADDED turns
    float hann[CRY_FRAME];
};

void cry_waves_make(struct cry_waves *waves);
// Of CRY_PADDED real numbers: bins 0 to CRY_BINS, so re and im hold one more than CRY_BINS.
void cry_transform(const struct cry_waves *waves, const float *numbers, float *re, float *im);
// The power of each bin from CRY_LOW_BIN on and before CRY_END_BIN; the others of CRY_BINS are 0. samples:
// CRY_FRAME of any size, whose mean does not count. Returns the sum: the mean square of what is in between.
float cry_power(const struct cry_waves *waves, const float *samples, float *power);
