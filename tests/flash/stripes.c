// Regular patterns: along bands as high as a cell, the luminance's extremes are found; where they follow each
// other at an even pitch often enough, the band is striped there.
#include "flash/stripes.h"

#include <math.h>
#include <stdbool.h>

enum {
    PAIRS_MOST = 5,
    SAMPLES_A_CELL = 5, // 0.7 mm
    SAMPLES_MAX = LONG_SIDE_CELLS * SAMPLES_A_CELL,
    PITCH_LEAST = 4, // samples: 3 mm
};

static const float CONTRAST = 0.25f;  // Michelson
static const float UNEVENNESS = 0.3f; // of a pitch against the one before

static bool contrasts(float a, float b)
{
    return fabsf(a - b) > CONTRAST * (a + b);
}

// The positions of the extremes that differ enough from their neighbours.
static int find_extremes(const float *profile, int length, int *at)
{
    int count = 0, best = 0, direction = 0;
    for (int i = 1; i < length; i++) {
        float step = profile[i] - profile[best];
        if (direction == 0 ? contrasts(profile[i], profile[best])
                           : (step * (float)direction < 0 && contrasts(profile[i], profile[best]))) {
            at[count++] = best;
            direction = step > 0 ? 1 : -1;
            best = i;
        } else if (direction != 0 && step * (float)direction > 0) {
            best = i;
        }
    }
    if (direction != 0) {
        at[count++] = best;
    }
    return count;
}

static bool even(int pitch, int before)
{
    return fabsf((float)(pitch - before)) <= UNEVENNESS * (float)before + 1;
}

// Samples of a profile that lie under a long enough even run. A pair is two extremes: a pitch.
static int striped_samples(const float *profile, int length)
{
    int at[SAMPLES_MAX], striped = 0, start = 0;
    int count = find_extremes(profile, length, at);
    for (int i = 2; i <= count; i++) {
        int pitch = i < count ? at[i] - at[i - 2] : 0;
        int before = i > start + 2 ? at[i - 1] - at[i - 3] : pitch;
        if (i < count && pitch >= PITCH_LEAST && even(pitch, before)) {
            continue;
        }
        if (i - 1 - start > 2 * PAIRS_MOST) {
            striped += at[i - 1] - at[start];
        }
        start = i - 1;
    }
    return striped;
}

// upright: bars that stand, so the bands run along x.
static float share(const struct grid *grid, const uint32_t *pixels, bool upright)
{
    int bands = upright ? grid->rows : grid->columns;
    int samples = (upright ? grid->columns : grid->rows) * SAMPLES_A_CELL;
    int across = upright ? grid->h : grid->w, along = upright ? grid->w : grid->h;
    int striped = 0;
    for (int band = 0; band < bands; band++) {
        int from = band * across / bands, thick = (band + 1) * across / bands - from;
        float profile[SAMPLES_MAX];
        for (int i = 0; i < samples; i++) {
            int at = i * along / samples, width = (i + 1) * along / samples - at;
            profile[i] = upright ? grid_luminance(grid, pixels, at, from, width, thick)
                                 : grid_luminance(grid, pixels, from, at, thick, width);
        }
        striped += striped_samples(profile, samples);
    }
    return (float)striped / (float)(bands * samples);
}

float stripes_share(const struct grid *grid, const uint32_t *pixels)
{
    float upright = share(grid, pixels, true), lying = share(grid, pixels, false);
    return upright > lying ? upright : lying;
}
