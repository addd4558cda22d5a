// Twenty triangles from 100 Hz to 3.5 kHz, and the cosine transform of their logarithms.
#include "core/cry_bands.h"

#include <math.h>

static const float low_hz = 100, high_hz = 3500;
static const float pi = 3.14159265f;
static const float least_share = 1e-5f / CRY_BANDS;

static float mel(float hz)
{
    return log10f(1 + hz / 700);
}

void cry_bands_make(struct cry_bands *bands)
{
    const float from = mel(low_hz), to = mel(high_hz);
    for (int bin = 0; bin < CRY_END_BIN; bin++) {
        const float place = (mel((float)bin * CRY_BIN_HZ) - from) / (to - from) * (CRY_BANDS + 1);
        bands->place[bin] = fminf(fmaxf(place, 0), CRY_BANDS + 0.999f);
    }
    for (int i = 0; i < CRY_MFCC; i++) {
        for (int band = 0; band < CRY_BANDS; band++) {
            bands->wave[i][band] =
                sqrtf(2.0f / CRY_BANDS) * cosf(pi * (float)(i + 1) * ((float)band + 0.5f) / CRY_BANDS);
        }
    }
}

void cry_bands_share(const struct cry_bands *bands, const float *power, float *share)
{
    float room[CRY_BANDS + 2] = {0}, sum = 0; // the first and the last are half triangles, and not used
    for (int bin = CRY_LOW_BIN; bin < CRY_END_BIN; bin++) {
        const int below = (int)bands->place[bin];
        const float above = bands->place[bin] - (float)below;
        room[below] += power[bin] * (1 - above);
        room[below + 1] += power[bin] * above;
    }
    for (int band = 0; band < CRY_BANDS; band++) {
        sum += room[band + 1];
    }
    for (int band = 0; band < CRY_BANDS; band++) {
        share[band] = sum > 0 ? room[band + 1] / sum : 1.0f / CRY_BANDS;
    }
}

void cry_bands_outline(const struct cry_bands *bands, const float *share, float *mfcc)
{
    float level[CRY_BANDS];
    for (int band = 0; band < CRY_BANDS; band++) {
        level[band] = log10f(share[band] + least_share);
    }
    for (int i = 0; i < CRY_MFCC; i++) {
        mfcc[i] = 0;
        for (int band = 0; band < CRY_BANDS; band++) {
            mfcc[i] += level[band] * bands->wave[i][band];
        }
    }
}

float cry_bands_change(const float *before, const float *after)
{
    float change = 0;
    for (int band = 0; band < CRY_BANDS; band++) {
        change += 0.5f * fabsf(after[band] - before[band]);
    }
    return change;
}
