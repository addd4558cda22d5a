// Peaks, gain, fades and waveforms of recorded samples.
#include "core/samples.h"

#include <math.h>
#include <stdint.h>

static const float pi = 3.14159265f;

float samples_peak(const float *samples, int count)
{
    float peak = 0;
    for (int i = 0; i < count; i++) {
        peak = fmaxf(peak, fabsf(samples[i]));
    }
    return peak;
}

void samples_gain(float *samples, int count, float gain)
{
    for (int i = 0; i < count; i++) {
        samples[i] *= gain;
    }
}

// From 0 to 1 while `at` goes from 0 to `over`.
static float raised_cosine(int at, int over)
{
    return 0.5f - 0.5f * cosf(pi * (float)at / (float)over);
}

void samples_fade_in(float *samples, int count, int over)
{
    for (int i = 0; i < over && i < count; i++) {
        samples[i] *= raised_cosine(i, over);
    }
}

void samples_fade_out(float *samples, int count, int over)
{
    for (int i = 0; i < over && i < count; i++) {
        samples[count - 1 - i] *= raised_cosine(i, over);
    }
}

void samples_bars(const float *samples, int count, unsigned char *bars, int bar_count)
{
    for (int bar = 0; bar < bar_count; bar++) {
        const int first = (int)((int64_t)bar * count / bar_count);
        const int next = (int)((int64_t)(bar + 1) * count / bar_count);
        const int end = next > first ? next : first + 1; // fewer samples than bars: some are shown twice
        const float peak = count > 0 ? samples_peak(samples + first, end - first) : 0;
        bars[bar] = (unsigned char)(255 * fminf(peak, 1) + 0.5f);
    }
}
