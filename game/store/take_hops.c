// Measures a clip in hops, and gives it a gain that moves from hop to hop.
#include "store/take_hops.h"

#include <math.h>
#include <stdlib.h>

#include "store/take_curve.h"
#include "store/take_inside.h"

enum { PHASES = 3, REACH = 6 }; // points between two samples, and samples on each side that make them

static const double pi = 3.14159265358979;

// A windowed sinc for each point between.
struct points {
    float taps[PHASES][2 * REACH];
};

static struct points make_points(void)
{
    struct points points;
    for (int phase = 0; phase < PHASES; phase++) {
        for (int tap = 0; tap < 2 * REACH; tap++) {
            const double x = tap - (REACH - 1) - (phase + 1) / 4.0;
            points.taps[phase][tap] =
                (float)(sin(pi * x) / (pi * x) * (0.5 + 0.5 * cos(pi * x / (REACH + 0.25))));
        }
    }
    return points;
}

// The highest of the sample at `from` and the points behind it.
static float peak_at(const float *from, const struct points *points)
{
    float peak = fabsf(from[0]);
    for (int phase = 0; phase < PHASES; phase++) {
        float sum = 0;
        for (int tap = 0; tap < 2 * REACH; tap++) {
            sum += from[tap - REACH + 1] * points->taps[phase][tap];
        }
        peak = fmaxf(peak, fabsf(sum));
    }
    return peak;
}

// Only where it is loud: what is a sixth as high can't become the highest.
static void measure_points(const float *samples, int count, struct take_hops *hops)
{
    const struct points points = make_points();
    const float highest = samples_peak(samples, count);
    for (int i = REACH; i < count - REACH; i++) {
        if (hops->peak[i / HOP] > highest / 6) {
            hops->peak[i / HOP] = fmaxf(hops->peak[i / HOP], peak_at(samples + i, &points));
        }
    }
}

static void measure_peaks(const float *samples, int count, struct take_hops *hops)
{
    for (int hop = 0; hop < hops->count; hop++) {
        const int first = hop * HOP, length = count - first < HOP ? count - first : HOP;
        hops->peak[hop] = samples_peak(samples + first, length);
    }
    measure_points(samples, count, hops);
}

static void measure_energy(const float *samples, int count, struct take_hops *hops)
{
    struct take_weight weight = {0};
    for (int i = 0; i < count; i++) {
        const double heard = take_weigh(&weight, samples[i]);
        hops->energy[i / HOP] += (float)(heard * heard / HOP);
    }
}

bool take_hops_measure(const float *samples, int count, struct take_hops *hops)
{
    const size_t hop_count = (size_t)(count + HOP - 1) / HOP;
    float *all = calloc(5 * hop_count + 1, sizeof *all);
    *hops = (struct take_hops){.count = (int)hop_count, .energy = all};
    if (!all) {
        return false;
    }
    hops->peak = all + hop_count;
    hops->curve = hops->peak + hop_count;
    hops->work[0] = hops->curve + hop_count;
    hops->work[1] = hops->work[0] + hop_count;
    measure_peaks(samples, count, hops);
    measure_energy(samples, count, hops);
    return true;
}

void take_hops_free(struct take_hops *hops)
{
    free(hops->energy);
    *hops = (struct take_hops){0};
}

static double energy_at(const struct take_hops *hops, int hop, float gain)
{
    const double factor = (double)gain * hops->curve[hop];
    return hop < hops->count ? factor * factor * hops->energy[hop] : 0;
}

static double block_energy(const struct take_hops *hops, int first, float gain)
{
    double sum = 0;
    for (int hop = first; hop < first + HOPS_IN_BLOCK && hop < hops->count; hop++) {
        sum += energy_at(hops, hop, gain);
    }
    return sum / HOPS_IN_BLOCK;
}

// The mean of the blocks that are louder than the gate.
static double gated(const struct take_hops *hops, float gain, double gate)
{
    double sum = 0;
    int blocks = 0;
    for (int first = 0; first + HOPS_IN_BLOCK <= hops->count; first += HOPS_IN_STEP) {
        const double energy = block_energy(hops, first, gain);
        if (take_lufs(energy) > gate) {
            sum += energy;
            blocks++;
        }
    }
    return blocks > 0 ? sum / blocks : 0;
}

double take_hops_lufs(const struct take_hops *hops, float gain)
{
    if (hops->count < HOPS_IN_BLOCK) {
        return take_lufs(block_energy(hops, 0, gain));
    }
    const double above_silence = gated(hops, gain, -70);
    return take_lufs(gated(hops, gain, take_lufs(above_silence) - 10));
}

void take_hops_apply(const struct take_hops *hops, float gain, float *samples, int count)
{
    take_curve_apply(hops->curve, hops->count, HOP, samples, count);
    samples_gain(samples, count, gain);
}
