// Takes single clicks out of a recording, as of a button that was pressed to end it.
#include <math.h>

#include "platform/mixer_soft.h"
#include "platform/mixer_soft_gain.h"

enum { NEAR_MS = 5, FAR_MS = 25, PAIRS = 4 };

static const double above_hz = 9000, pi = 3.14159265358979;
static const float least = 6.3e-8f; // -72 dBFS
static const float stands_out = 4;  // 6 dB: a fade that ends there may lift it by as much again

struct biquad {
    double b, a1, a2, one, two;
};

// Four pole pairs of a Butterworth high pass.
static void high_pass(struct biquad pairs[PAIRS], int rate)
{
    for (int pair = 0; pair < PAIRS; pair++) {
        const double angle = 2 * pi * above_hz / rate, q = 1 / (2 * cos(pi * (2 * pair + 1) / 16));
        const double alpha = sin(angle) / (2 * q), whole = 1 + alpha;
        pairs[pair] = (struct biquad){
            .b = (1 + cos(angle)) / 2 / whole, .a1 = -2 * cos(angle) / whole, .a2 = (1 - alpha) / whole};
    }
}

static double what_is_above(void *ear, double sample)
{
    struct biquad *pairs = ear;
    for (int pair = 0; pair < PAIRS; pair++) {
        struct biquad *at = &pairs[pair];
        const double in = sample;
        sample = at->b * in + at->one;
        at->one = -2 * at->b * in - at->a1 * sample + at->two;
        at->two = at->b * in - at->a2 * sample;
    }
    return sample;
}

// The mean of two ms that begin here.
static float two(const struct soft *soft, int at)
{
    return at < 0 || at + 2 > soft->count ? 0 : (float)((soft->sums[at + 2] - soft->sums[at]) / 2);
}

static float loudest(const struct soft *soft, int from, int to)
{
    float most = 0;
    for (int at = from; at <= to; at++) {
        most = fmaxf(most, two(soft, at));
    }
    return most;
}

static void find_clicks(struct soft *soft)
{
    for (int at = 0; at + 2 <= soft->count; at++) {
        const float level = two(soft, at);
        const float sides =
            fmaxf(loudest(soft, at - FAR_MS, at - NEAR_MS), loudest(soft, at + NEAR_MS, at + FAR_MS));
        const float most = fmaxf(least, sides * stands_out);
        if (level > most) {
            const float gain = sqrtf(most / level);
            soft->gains[at] = fminf(soft->gains[at], gain);
            soft->gains[at + 1] = fminf(soft->gains[at + 1], gain);
        }
    }
}

bool soft_clicks(int16_t *samples, int frames, int rate)
{
    if (rate < 2 * above_hz + rate / 100) {
        return true; // there is nothing above
    }
    struct biquad pairs[PAIRS];
    struct soft soft;
    if (!soft_begin(&soft, frames, rate)) {
        return false;
    }
    high_pass(pairs, rate);
    soft_measure(&soft, samples, frames, what_is_above, pairs);
    find_clicks(&soft);
    soft_apply(&soft, samples, frames);
    soft_free(&soft);
    return true;
}
