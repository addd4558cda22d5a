// Brings a clip to the loudness of all the others, within the limits of design.md 6.
#include <math.h>

#include "store/take_hops.h"
#include "store/take_inside.h"

enum { TRIES = 16, SHAVES = 6 };

// A little inside the limits, for what an interpolated meter may find beyond ours.
static const float wanted_lufs = -20, momentary_lufs = -17.3f, near_lufs = 0.1f;
static const float tamed_most_db = 10;   // beyond that a voice would be squashed
static const float limited_most = 1.12f; // 1 dB is left to the slower limiter
static const float peak_most = 0.4315f;  // -7.3 dBTP

static float factor(float gain_db)
{
    return powf(10, gain_db / 20);
}

// What taming takes away is given again, as long as that helps.
static float find_gain_db(struct take_hops *hops, float most_db)
{
    take_hops_tame(hops, 0, momentary_lufs, peak_most); // a curve of ones
    const float first_db = wanted_lufs - (float)take_hops_lufs(hops, 1);
    float gain_db = fminf(first_db, most_db);
    most_db = fminf(most_db, first_db + tamed_most_db);
    for (int i = 0; i < TRIES; i++) {
        take_hops_tame(hops, factor(gain_db), momentary_lufs, peak_most);
        const float missing = wanted_lufs - (float)take_hops_lufs(hops, factor(gain_db));
        if (fabsf(missing) < near_lufs || gain_db == most_db) {
            break;
        }
        gain_db = fminf(gain_db + missing, most_db);
    }
    return gain_db;
}

// How far the peaks pass what they may at the wanted loudness.
static float passes_by(const struct take_hops *hops, float gain_db)
{
    float peak = 0;
    for (int hop = 0; hop < hops->count; hop++) {
        peak = fmaxf(peak, hops->peak[hop]);
    }
    return peak * factor(gain_db) / peak_most;
}

// Shaves, which makes it fainter, so that there is more to be shaved; and measures anew.
static bool shave(float *samples, int count, float most_db, struct take_hops *hops)
{
    bool done = take_hops_measure(samples, count, hops);
    for (int i = 0; done && i < SHAVES; i++) {
        take_hops_tame(hops, 0, momentary_lufs, peak_most); // a curve of ones
        const float gain_db = fminf(wanted_lufs - (float)take_hops_lufs(hops, 1), most_db);
        if (!isfinite(gain_db) || passes_by(hops, gain_db) < limited_most) {
            break;
        }
        take_hops_free(hops);
        done = take_shave(samples, count, peak_most / factor(gain_db)) &&
               take_hops_measure(samples, count, hops);
    }
    return done;
}

bool take_level(float *samples, int count, float most_db, float *gain_db)
{
    struct take_hops hops;
    const bool shaved = shave(samples, count, most_db, &hops);
    if (shaved) {
        *gain_db = find_gain_db(&hops, most_db);
    }
    if (shaved && isfinite(*gain_db)) {
        take_hops_tame(&hops, factor(*gain_db), momentary_lufs, peak_most);
        take_hops_apply(&hops, factor(*gain_db), samples, count);
    }
    take_hops_free(&hops);
    return shaved;
}
