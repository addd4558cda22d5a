// How high a sound is, and how sure that is: normalised autocorrelation (Boersma 1993). Only for core/cry*.
#pragma once

#include "core/cry_spectrum.h"

enum {
    CRY_LAG_LEAST = 16, // samples: 1000 Hz
    CRY_LAG_MOST = 200, // 80 Hz
};

struct cry_lags {
    float undo[CRY_LAG_MOST + 2]; // 1 / the Hann window's own autocorrelation
};

struct cry_pitch {
    float hz;       // 0: none at all
    float strength; // 0 to 1: how much of the sound repeats itself so often
};

void cry_lags_make(struct cry_lags *lags);
// power: as cry_power gives it.
struct cry_pitch cry_pitch_find(const struct cry_waves *waves, const struct cry_lags *lags,
                                const float *power);
