// How the level goes up and down: slowly as breaths do, or as quickly as syllables.
#include "core/cry_window.h"

#include <math.h>

enum {
    RATES = 4,
    FAST_FROM = 6,
    FAST_TO = 21, // frames: 0.1 to 0.33 s
    SLOW_FROM = 31,
    SLOW_TO = 78, // 0.5 to 1.25 s
};

static const float least_hz = 0.3f;
static const float rates_hz[RATES] = {1.5f, 3, 8, 16}; // where each ends
static const float turn = 6.2831853f;
static const float depth_least = 0.5f; // dB: what hardly moves has no rhythm

// The level about its mean; what lies below the room and 40 dB below the loudest is as good as quiet.
static float envelope(const struct cry_window *window, float *level)
{
    const float lowest = fmaxf(window->floor, window->loud - 40);
    struct cry_tally tally = {0};
    for (int i = 0; i < window->count; i++) {
        level[i] = fmaxf(window->frames[i].level, lowest) - window->loud;
        cry_tally_add(&tally, level[i]);
    }
    for (int i = 0; i < window->count; i++) {
        level[i] -= cry_tally_mean(&tally);
    }
    return cry_tally_spread(&tally);
}

// The power of a wave that goes `turns` times through the window (Goertzel).
static float wave_power(const float *level, int count, int turns)
{
    const float twice = 2 * cosf(turn * (float)turns / (float)count);
    float one = 0, two = 0;
    for (int i = 0; i < count; i++) {
        const float next = level[i] + twice * one - two;
        two = one;
        one = next;
    }
    return fmaxf(one * one + two * two - twice * one * two, 0);
}

static void rates(const float *level, int count, float shares[RATES])
{
    float sum = 0;
    int rate = 0;
    for (int turns = 1; rate < RATES; turns++) {
        const float hz = (float)turns / ((float)count * CRY_FRAME_S);
        for (; rate < RATES && hz > rates_hz[rate]; rate++) {
        }
        if (rate < RATES && hz >= least_hz) {
            const float power = wave_power(level, count, turns);
            shares[rate] += power;
            sum += power;
        }
    }
    for (rate = 0; rate < RATES; rate++) {
        shares[rate] = cry_ratio(shares[rate], sum);
    }
}

// How well the level repeats itself after `from` to `to` frames, at best.
static float beat(const float *level, int count, int from, int to)
{
    float best = 0;
    for (int lag = from; lag < to && 3 * lag <= 2 * count; lag++) {
        float both = 0, early = 0, late = 0;
        for (int i = lag; i < count; i++) {
            both += level[i] * level[i - lag];
            early += level[i - lag] * level[i - lag];
            late += level[i] * level[i];
        }
        best = fmaxf(best, cry_ratio(both, sqrtf(early * late)));
    }
    return best;
}

void cry_window_rhythm(const struct cry_window *window, float *features)
{
    float level[CRY_FRAMES], shares[RATES] = {0};
    const float depth = envelope(window, level);
    features[CRY_FEATURE_depth] = depth;
    if (depth < depth_least) {
        return;
    }
    rates(level, window->count, shares);
    features[CRY_FEATURE_slow] = shares[0];
    features[CRY_FEATURE_middling] = shares[1];
    features[CRY_FEATURE_syllables] = shares[2];
    features[CRY_FEATURE_rough] = shares[3];
    features[CRY_FEATURE_beat_fast] = beat(level, window->count, FAST_FROM, FAST_TO);
    features[CRY_FEATURE_beat_slow] = beat(level, window->count, SLOW_FROM, SLOW_TO);
}
