// What libebur128 says of a clip, for the tests of takes.
#pragma once

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

struct loudness {
    double lufs, momentary, peak_dbtp;
};

static inline struct loudness loudness_of(const float *samples, int count)
{
    ebur128_state *meter = ebur128_init(1, 48000, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
    struct loudness of = {-INFINITY, -INFINITY, -INFINITY};
    double peak = 0;
    for (int at = 0; at < count; at += 240) {
        double now = -INFINITY;
        ebur128_add_frames_float(meter, samples + at, (size_t)(count - at < 240 ? count - at : 240));
        ebur128_loudness_momentary(meter, &now);
        of.momentary = fmax(of.momentary, now);
    }
    ebur128_loudness_global(meter, &of.lufs);
    ebur128_true_peak(meter, 0, &peak);
    of.peak_dbtp = 20 * log10(peak);
    ebur128_destroy(&meter);
    return of;
}

// How much of `wanted` there is in `samples`, in dB, whatever else sounds there.
static inline double share_db(const float *samples, const float *wanted, int count)
{
    double both = 0, own = 0;
    for (int i = 0; i < count; i++) {
        both += (double)samples[i] * wanted[i];
        own += (double)wanted[i] * wanted[i];
    }
    return 20 * log10(fmax(both / own, 1e-9));
}

static inline double rms_db(const float *samples, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += (double)samples[i] * samples[i];
    }
    return 10 * log10(sum / count + 1e-20);
}
