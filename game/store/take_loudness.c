// Measures a clip as it is kept: libebur128's numbers.
#include <ebur128.h>
#include <math.h>

#include "store/take_inside.h"

enum { STEP = TAKE_RATE / 100, BLOCK = TAKE_RATE * 4 / 10 };

static bool feed(ebur128_state *meter, const float *samples, int count, double *loudest)
{
    static const float silence[STEP] = {0};
    for (int at = 0; at < count || at < BLOCK; at += STEP) {
        const int length = at >= count ? STEP : count - at < STEP ? count - at : STEP;
        double momentary = -INFINITY;
        const float *from = at < count ? samples + at : silence;
        if (ebur128_add_frames_float(meter, from, (size_t)length) != EBUR128_SUCCESS ||
            ebur128_loudness_momentary(meter, &momentary) != EBUR128_SUCCESS) {
            return false;
        }
        *loudest = fmax(*loudest, momentary);
    }
    return true;
}

bool take_loudness(const float *samples, int count, struct take_measure *measure)
{
    ebur128_state *meter = ebur128_init(1, TAKE_RATE, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
    double whole = -INFINITY, loudest = -INFINITY, peak = 0;
    const bool fed = meter && feed(meter, samples, count, &loudest) &&
                     ebur128_loudness_global(meter, &whole) == EBUR128_SUCCESS &&
                     ebur128_true_peak(meter, 0, &peak) == EBUR128_SUCCESS;
    if (meter) {
        ebur128_destroy(&meter);
    }
    // science/README.md 4.3: below 400 ms the value of one block, without gates.
    measure->lufs = (float)(count < BLOCK ? loudest : whole);
    measure->momentary = (float)loudest;
    measure->peak_dbtp = (float)(20 * log10(peak));
    return fed;
}
