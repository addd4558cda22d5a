// How much of a window is voiced, how high, and how surely.
#include "core/cry_window.h"

#include <math.h>

static const float tenth = 0.1f;

struct shares {
    int low, cry, high; // voiced frames
    float power, low_power, cry_power;
    struct cry_tally strength;
};

static struct shares count_shares(const struct cry_window *window)
{
    struct shares shares = {0};
    for (int i = 0; i < window->count; i++) {
        if (window->active[i]) {
            const bool cry = cry_window_is_cry(window, i), other = window->voiced[i] && !cry;
            const bool low = other && window->octave[i] < 0;
            const float power = powf(10, (window->frames[i].level - window->loud) / 10);
            shares.cry += cry;
            shares.low += low;
            shares.high += other && !low;
            shares.power += power;
            shares.cry_power += cry ? power : 0;
            shares.low_power += low ? power : 0;
            cry_tally_add(&shares.strength, window->frames[i].pitch.strength);
        }
    }
    return shares;
}

static void pitches(const struct cry_window *window, float *features)
{
    float octaves[CRY_FRAMES];
    struct cry_tally tally = {0};
    int count = 0;
    for (int i = 0; i < window->count; i++) {
        if (window->voiced[i]) {
            octaves[count++] = window->octave[i];
            cry_tally_add(&tally, window->octave[i]);
        }
    }
    cry_sort(octaves, count);
    features[CRY_FEATURE_pitch_low] = cry_quantile(octaves, count, tenth);
    features[CRY_FEATURE_pitch_median] = cry_quantile(octaves, count, 0.5f);
    features[CRY_FEATURE_pitch_high] = cry_quantile(octaves, count, 1 - tenth);
    features[CRY_FEATURE_pitch_spread] = cry_tally_spread(&tally);
}

void cry_window_shares(const struct cry_window *window, float *features)
{
    const struct shares shares = count_shares(window);
    const float active = (float)window->active_count, all = (float)window->count;
    features[CRY_FEATURE_active] = cry_ratio(active, all);
    features[CRY_FEATURE_voiced] = cry_ratio((float)window->voiced_count, active);
    features[CRY_FEATURE_cry_voiced] = cry_ratio((float)shares.cry, active);
    features[CRY_FEATURE_low_voiced] = cry_ratio((float)shares.low, active);
    features[CRY_FEATURE_high_voiced] = cry_ratio((float)shares.high, active);
    features[CRY_FEATURE_cry_all] = cry_ratio((float)shares.cry, all);
    features[CRY_FEATURE_cry_power] = cry_ratio(shares.cry_power, shares.power);
    features[CRY_FEATURE_low_power] = cry_ratio(shares.low_power, shares.power);
    features[CRY_FEATURE_strength_mean] = cry_tally_mean(&shares.strength);
    features[CRY_FEATURE_strength_spread] = cry_tally_spread(&shares.strength);
    pitches(window, features);
}
