// Brings a clip to the loudness of all the others, within the limits of design.md 6.
#include <math.h>

#include "store/take_hops.h"
#include "store/take_inside.h"

enum { TRIES = 16 };

// A little inside the limits, for what an interpolated meter may find beyond ours.
static const float wanted_lufs = -20, momentary_lufs = -17.3f, near_lufs = 0.1f;
static const float tamed_most_db = 10;  // beyond that a voice would be squashed
static const float peak_most = 0.4315f; // -7.3 dBTP

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

bool take_level(float *samples, int count, float most_db, float *gain_db)
{
    struct take_hops hops;
    if (!take_hops_measure(samples, count, &hops)) {
        return false;
    }
    *gain_db = find_gain_db(&hops, most_db);
    if (isfinite(*gain_db)) {
        take_hops_tame(&hops, factor(*gain_db), momentary_lufs, peak_most);
        take_hops_apply(&hops, factor(*gain_db), samples, count);
    }
    take_hops_free(&hops);
    return true;
}
