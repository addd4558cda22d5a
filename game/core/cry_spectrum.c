// A real Fourier transform of 1024 numbers as a complex one of 512.
#include "core/cry_spectrum.h"

#include <math.h>
#include <string.h>

enum { REVERSED_BITS = 9 }; // of CRY_BINS

static const double turn = 6.283185307179586;

void cry_waves_make(struct cry_waves *waves)
{
    for (int i = 0; i < CRY_BINS; i++) {
        waves->cosine[i] = (float)cos(turn * i / CRY_PADDED);
        waves->sine[i] = (float)sin(turn * i / CRY_PADDED);
    }
    for (int i = 0; i < CRY_FRAME; i++) {
        waves->hann[i] = (float)(0.5 - 0.5 * cos(turn * (i + 0.5) / CRY_FRAME));
    }
}

static int reversed(int number)
{
    int other = 0;
    for (int bit = 0; bit < REVERSED_BITS; bit++) {
        other = other << 1 | (number >> bit & 1);
    }
    return other;
}

// Even numbers as real parts, odd ones as imaginary, in the order that the butterflies want.
static void shuffle(const float *numbers, float *re, float *im)
{
    for (int i = 0; i < CRY_BINS; i++) {
        const int from = reversed(i);
        re[i] = numbers[2 * from];
        im[i] = numbers[2 * from + 1];
    }
}

static void butterflies(const struct cry_waves *waves, float *re, float *im, int half)
{
    for (int k = 0; k < half; k++) {
        const float c = waves->cosine[k * (CRY_BINS / half)], s = waves->sine[k * (CRY_BINS / half)];
        for (int i = k; i < CRY_BINS; i += 2 * half) {
            const int j = i + half;
            const float turned_re = re[j] * c + im[j] * s, turned_im = im[j] * c - re[j] * s;
            re[j] = re[i] - turned_re;
            im[j] = im[i] - turned_im;
            re[i] += turned_re;
            im[i] += turned_im;
        }
    }
}

// What two halves that were transformed as one number's parts are by themselves, and together.
static void unfold(const struct cry_waves *waves, float *re, float *im)
{
    re[CRY_BINS] = re[0];
    im[CRY_BINS] = im[0];
    for (int k = 0; k <= CRY_BINS / 2; k++) {
        const int m = CRY_BINS - k;
        const float even_re = (re[k] + re[m]) / 2, even_im = (im[k] - im[m]) / 2;
        const float odd_re = (im[k] + im[m]) / 2, odd_im = (re[m] - re[k]) / 2;
        const float c = waves->cosine[k], s = waves->sine[k];
        const float turned_re = odd_re * c + odd_im * s, turned_im = odd_im * c - odd_re * s;
        re[k] = even_re + turned_re;
        im[k] = even_im + turned_im;
        re[m] = even_re - turned_re;
        im[m] = turned_im - even_im;
    }
}

void cry_transform(const struct cry_waves *waves, const float *numbers, float *re, float *im)
{
    shuffle(numbers, re, im);
    for (int half = 1; half < CRY_BINS; half *= 2) {
        butterflies(waves, re, im, half);
    }
    unfold(waves, re, im);
}

static void weigh(const struct cry_waves *waves, const float *samples, float *padded)
{
    float mean = 0;
    for (int i = 0; i < CRY_FRAME; i++) {
        mean += samples[i] / CRY_FRAME;
    }
    for (int i = 0; i < CRY_FRAME; i++) {
        padded[i] = (samples[i] - mean) * waves->hann[i];
    }
    memset(padded + CRY_FRAME, 0, (CRY_PADDED - CRY_FRAME) * sizeof *padded);
}

float cry_power(const struct cry_waves *waves, const float *samples, float *power)
{
    // Both halves of the spectrum, the transform's length, and the squares of the Hann window (3/8 each).
    static const float scale = 2.0f / (CRY_PADDED * (0.375f * CRY_FRAME));
    float padded[CRY_PADDED], re[CRY_BINS + 1], im[CRY_BINS + 1], sum = 0;
    weigh(waves, samples, padded);
    cry_transform(waves, padded, re, im);
    memset(power, 0, CRY_BINS * sizeof *power);
    for (int bin = CRY_LOW_BIN; bin < CRY_END_BIN; bin++) {
        power[bin] = (re[bin] * re[bin] + im[bin] * im[bin]) * scale;
        sum += power[bin];
    }
    return sum;
}
