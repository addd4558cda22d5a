// The gain curve that keeps a clip from being too loud: slow for loudness, quick and ahead of time for peaks.
#include <math.h>

#include "store/take_curve.h"
#include "store/take_hops.h"
#include "store/take_inside.h"

enum {
    LOUD_SMOOTH = 50, // hops on both sides: 100 ms, so that a word is not bent
    PEAK_SMOOTH = 3,  // 16 ms with what is looked ahead and back: longer than a wave of the lowest voice
};

static bool need_for_loudness(struct take_hops *hops, float gain, double most)
{
    double sum = 0;
    bool any = false;
    for (int hop = 0; hop < hops->count; hop++) {
        sum += hops->energy[hop];
        const int first = hop - HOPS_IN_BLOCK + 1;
        const double loud = sum * gain * gain / HOPS_IN_BLOCK;
        for (int inside = first > 0 ? first : 0; inside <= hop && loud > most; inside++) {
            hops->work[0][inside] = fminf(hops->work[0][inside], (float)sqrt(most / loud));
            any = true;
        }
        sum -= first >= 0 ? hops->energy[first] : 0;
    }
    return any;
}

static bool need_for_peaks(struct take_hops *hops, float gain, float most)
{
    bool any = false;
    for (int hop = 0; hop < hops->count; hop++) {
        const float before = hops->curve[hop > 0 ? hop - 1 : 0];
        const float after = hops->curve[hop < hops->count - 1 ? hop + 1 : hop];
        const float peak = gain * hops->peak[hop] * fmaxf(hops->curve[hop], fmaxf(before, after));
        hops->work[0][hop] = peak > most ? most / peak : 1;
        any = any || peak > most;
    }
    return any;
}

void take_hops_tame(struct take_hops *hops, float gain, float most_lufs, float most_peak)
{
    for (int hop = 0; hop < hops->count; hop++) {
        hops->curve[hop] = hops->work[0][hop] = 1;
    }
    if (need_for_loudness(hops, gain, pow(10, (most_lufs + 0.691) / 10))) {
        take_curve_lower(hops->curve, hops->work[0], hops->work[1], hops->count, LOUD_SMOOTH);
    }
    if (need_for_peaks(hops, gain, most_peak)) {
        take_curve_lower(hops->curve, hops->work[0], hops->work[1], hops->count, PEAK_SMOOTH);
    }
}
