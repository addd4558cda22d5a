// The gain curve that keeps a clip from being too loud: slow for loudness, quick and ahead of time for peaks.
#include <math.h>

#include "store/take_hops.h"
#include "store/take_inside.h"

enum {
    LOUD_SMOOTH = 50, // hops on both sides: 100 ms, so that a word is not bent
    PEAK_SMOOTH = 3,  // 16 ms with what is looked ahead and back: longer than a wave of the lowest voice
};

// The lowest within `reach` hops on both sides.
static void lowest_around(const float *from, float *to, int count, int reach)
{
    for (int hop = 0; hop < count; hop++) {
        float lowest = from[hop];
        const int end = hop + reach < count - 1 ? hop + reach : count - 1;
        for (int other = hop > reach ? hop - reach : 0; other <= end; other++) {
            lowest = fminf(lowest, from[other]);
        }
        to[hop] = lowest;
    }
}

// Multiplies the curve by the raised-cosine mean of `gains`.
static void smooth_into(float *curve, const float *gains, int count, int reach)
{
    float weights[LOUD_SMOOTH + 1];
    for (int by = 0; by <= reach; by++) {
        weights[by] = (1 + cosf(3.14159265f * (float)by / (float)(reach + 1))) / (float)(2 * (reach + 1));
    }
    for (int hop = 0; hop < count; hop++) {
        float sum = 0;
        for (int by = -reach; by <= reach; by++) {
            const int other = hop + by < 0 ? 0 : hop + by >= count ? count - 1 : hop + by;
            sum += weights[by < 0 ? -by : by] * gains[other];
        }
        curve[hop] *= sum;
    }
}

// The mean around a hop never passes what one within its reach needs, since each of those it is made of knows
// that need. One hop more: between two middles the gain is on its way to the next.
static void lower_curve(struct take_hops *hops, int reach)
{
    lowest_around(hops->work[0], hops->work[1], hops->count, reach + 1);
    smooth_into(hops->curve, hops->work[1], hops->count, reach);
}

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
        lower_curve(hops, LOUD_SMOOTH);
    }
    if (need_for_peaks(hops, gain, most_peak)) {
        lower_curve(hops, PEAK_SMOOTH);
    }
}
