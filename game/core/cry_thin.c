// A low pass of 63 taps (a sinc under Blackman's window): flat to 4 kHz, 50 dB and more down from 8.5 kHz.
#include "core/cry_thin.h"

#include <math.h>
#include <string.h>

enum { EACH = 3 }; // 48 kHz to 16 kHz

static const float pi = 3.14159265f;
static const float edge = 6.25f / 48; // of the rate at which samples come: half way from 4 to 8.5 kHz

static float tap(int i)
{
    const float from_middle = (float)(i - CRY_THIN_TAPS / 2),
                angle = 2 * pi * ((float)i + 0.5f) / CRY_THIN_TAPS;
    const float window = 0.42f - 0.5f * cosf(angle) + 0.08f * cosf(2 * angle);
    const float wave = 2 * pi * edge * from_middle;
    return window * (from_middle == 0 ? 1 : sinf(wave) / wave);
}

void cry_thin_start(struct cry_thin *thin)
{
    float sum = 0;
    memset(thin, 0, sizeof *thin);
    thin->left = EACH;
    for (int i = 0; i < CRY_THIN_TAPS; i++) {
        thin->taps[i] = tap(i);
        sum += thin->taps[i];
    }
    for (int i = 0; i < CRY_THIN_TAPS; i++) {
        thin->taps[i] /= sum;
    }
}

static int16_t filtered(const struct cry_thin *thin)
{
    float sum = 0;
    for (int i = 0; i < CRY_THIN_TAPS; i++) {
        sum += thin->taps[i] * thin->last[thin->at + i];
    }
    return (int16_t)lroundf(fminf(fmaxf(sum, INT16_MIN), INT16_MAX));
}

int cry_thin(struct cry_thin *thin, const int16_t *samples, int count, int16_t *out)
{
    int given = 0;
    for (int i = 0; i < count; i++) {
        thin->last[thin->at] = thin->last[thin->at + CRY_THIN_TAPS] = samples[i];
        thin->at = (thin->at + 1) % CRY_THIN_TAPS;
        if (--thin->left == 0) {
            thin->left = EACH;
            out[given++] = filtered(thin);
        }
    }
    return given;
}
