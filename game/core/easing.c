// Curves and timelines: animation is a function of elapsed milliseconds.
#include "core/easing.h"

#include <math.h>

static const float PI = 3.14159265F;

static float clamp_share(float t)
{
    return t < 0 ? 0 : t > 1 ? 1 : t;
}

float ease_linear(float t)
{
    return clamp_share(t);
}

float ease_in_quad(float t)
{
    t = clamp_share(t);
    return t * t;
}

float ease_out_quad(float t)
{
    t = 1 - clamp_share(t);
    return 1 - t * t;
}

float ease_out_cubic(float t)
{
    t = 1 - clamp_share(t);
    return 1 - t * t * t;
}

float ease_in_out_cubic(float t)
{
    t = clamp_share(t);
    if (t < 0.5F) {
        return 4 * t * t * t;
    }
    const float back = 2 - 2 * t;
    return 1 - back * back * back / 2;
}

float ease_in_out_sine(float t)
{
    return (1 - cosf(PI * clamp_share(t))) / 2;
}

// A fifth of the time to get going, a fifth to stop.
float ease_steady(float t)
{
    const float ramp = 0.2F, speed = 1 / (1 - ramp);
    t = clamp_share(t);
    if (t < ramp) {
        return speed * t * t / (2 * ramp);
    }
    if (t > 1 - ramp) {
        return 1 - ease_steady(1 - t);
    }
    return speed * (t - ramp / 2);
}

float ease_out_back(float t)
{
    const float pull = 1.70158F; // the usual constant: 10 % beyond the end
    t = clamp_share(t) - 1;
    return 1 + t * t * ((pull + 1) * t + pull);
}

float ease_share(int now_ms, int from_ms, int to_ms)
{
    if (now_ms >= to_ms) {
        return 1;
    }
    if (now_ms <= from_ms) {
        return 0;
    }
    return (float)(now_ms - from_ms) / (float)(to_ms - from_ms);
}

float ease_mix(float a, float b, float t)
{
    return a + (b - a) * t;
}

float ease_wave(int now_ms, int period_ms)
{
    return sinf(2 * PI * (float)(now_ms % period_ms) / (float)period_ms);
}
