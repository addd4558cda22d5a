// The autocorrelation is the transform of the power; the best of its hills is the pitch.
#include "core/cry_pitch.h"

#include <math.h>

#include "core/cry.h"

static const float pi = 3.14159265f;
static const float octave_cost = 0.04f; // of two hills as high the shorter wave is the one that is heard

void cry_lags_make(struct cry_lags *lags)
{
    for (int lag = 0; lag < CRY_LAG_MOST + 2; lag++) {
        const float share = (float)lag / CRY_FRAME, angle = 2 * pi * share;
        const float own = (1 - share) * (2 + cosf(angle)) / 3 + sinf(angle) / (2 * pi);
        lags->undo[lag] = 1 / own;
    }
}

static void autocorrelate(const struct cry_waves *waves, const float *power, float *re)
{
    float both[CRY_PADDED], im[CRY_BINS + 1];
    both[0] = both[CRY_BINS] = 0;
    for (int bin = 1; bin < CRY_BINS; bin++) {
        both[bin] = both[CRY_PADDED - bin] = power[bin];
    }
    cry_transform(waves, both, re, im);
}

// The top of the parabola through a hill and what lies beside it.
static struct cry_pitch top(float before, float at, float after, int lag)
{
    const float bend = before - 2 * at + after;
    const float aside = bend < 0 ? 0.5f * (before - after) / bend : 0;
    const float height = at - 0.25f * (before - after) * aside;
    return (struct cry_pitch){CRY_RATE / ((float)lag + aside), fminf(fmaxf(height, 0), 1)};
}

struct cry_pitch cry_pitch_find(const struct cry_waves *waves, const struct cry_lags *lags,
                                const float *power)
{
    float r[CRY_BINS + 1], best = -1;
    struct cry_pitch pitch = {0};
    autocorrelate(waves, power, r);
    if (!(r[0] > 0)) {
        return pitch;
    }
    for (int lag = 0; lag < CRY_LAG_MOST + 2; lag++) {
        r[lag] *= lags->undo[lag];
    }
    for (int lag = CRY_LAG_LEAST; lag <= CRY_LAG_MOST; lag++) {
        if (r[lag] > r[lag - 1] && r[lag] >= r[lag + 1]) {
            const struct cry_pitch one = top(r[lag - 1] / r[0], r[lag] / r[0], r[lag + 1] / r[0], lag);
            const float worth = one.strength - octave_cost * log2f((float)lag / CRY_LAG_LEAST);
            pitch = worth > best ? one : pitch;
            best = fmaxf(worth, best);
        }
    }
    return pitch;
}
