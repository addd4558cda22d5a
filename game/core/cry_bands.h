// The spectrum as an ear divides it (mel), and its outline (cepstrum). Only for core/cry*.
#pragma once

#include "core/cry_spectrum.h"

enum { CRY_BANDS = 20, CRY_MFCC = 10 };

struct cry_bands {
    float place[CRY_END_BIN];        // of a bin among the bands, 0 to CRY_BANDS + 1
    float wave[CRY_MFCC][CRY_BANDS]; // of the cosine transform
};

void cry_bands_make(struct cry_bands *bands);
// Each band's share of the whole; sums to 1. power as cry_power gives it, not all 0.
void cry_bands_share(const struct cry_bands *bands, const float *power, float *share);
// The outline without its level: coefficients 1 to CRY_MFCC. Bands more than 50 dB below the mean count as
// that, so that a recording's own silence between harmonics is no news.
void cry_bands_outline(const struct cry_bands *bands, const float *share, float *mfcc);
// 0: the same spectrum, 1: nothing in common.
float cry_bands_change(const float *before, const float *after);
