// An invented voice for the tests of takes: syllables of a buzz through formants, in a room that hisses.
#pragma once

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "core/random.h"

enum { VOICE_RATE = 48000 };

struct resonance {
    float gain, turn, decay, one, two;
};

static inline struct resonance resonance(float hertz, float width, int rate)
{
    const float decay = expf(-3.14159265f * width / (float)rate);
    return (struct resonance){1 - decay, 2 * decay * cosf(6.2831853f * hertz / (float)rate), -decay * decay,
                              0, 0};
}

static inline float resonate(struct resonance *of, float in)
{
    const float out = of->gain * in + of->turn * of->one + of->decay * of->two;
    of->two = of->one;
    of->one = out;
    return out;
}

// One syllable: 5 ms of breath as of a p, then a vowel that rises and falls in pitch. Added to what is there.
static inline void voice_syllable(float *samples, int length, int rate, float hertz, float peak)
{
    struct resonance formants[] = {resonance(650, 90, rate), resonance(1250, 110, rate),
                                   resonance(2700, 160, rate)};
    float *vowel = calloc((size_t)length, sizeof *vowel), phase = 0, highest = 0;
    for (int i = 0; i < length; i++) {
        const float part = (float)i / (float)length;
        phase += hertz * (1 + 0.15f * sinf(3.14159265f * part)) / (float)rate;
        const float pulse = phase >= 1 ? 1 : 0;
        phase -= pulse;
        for (int f = 0; f < 3; f++) {
            vowel[i] += resonate(&formants[f], pulse) / (float)(f + 1);
        }
        vowel[i] *= fminf(1, fminf(part, 1 - part) * 8);
        highest = fmaxf(highest, fabsf(vowel[i]));
    }
    for (int i = 0; i < length; i++) {
        samples[i] += vowel[i] / highest * peak;
    }
    free(vowel);
}

// "Peek-a-boo, here I am": syllables with short gaps, until the samples are full. The last one ends there.
static inline void voice_speak(float *samples, int count, int rate, float peak)
{
    static const float hertz[] = {260, 310, 240, 280, 350, 220}, louder[] = {0.8f, 0.5f, 1, 0.7f, 0.9f, 0.6f};
    const int length = rate * 22 / 100, step = rate * 29 / 100;
    for (int at = 0, i = 0; at + length <= count; at += step, i = (i + 1) % 6) {
        const bool last = at + step + length > count;
        voice_syllable(samples + at, last ? count - at : length, rate, hertz[i], peak * louder[last ? 2 : i]);
    }
}

static inline void voice_hiss(float *samples, int count, float rms, uint64_t seed)
{
    struct random random;
    random_seed(&random, seed);
    for (int i = 0; i < count; i++) {
        float sum = 0;
        for (int j = 0; j < 4; j++) {
            sum += (float)random_next(&random) / 4294967296.0f - 0.5f;
        }
        samples[i] += sum * 1.7320508f * rms; // four even numbers: a variance of a third
    }
}
