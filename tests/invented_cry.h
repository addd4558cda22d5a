// Invented sounds for the tests of the cry hint, at 16 kHz: a buzz, and crying made of it. Samples are added
// to what is there.
#pragma once

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "core/cry.h"
#include "invented_voice.h"

// A note whose harmonics reach 7 kHz, and which glides from one height to another.
static inline void cry_invented_buzz(float *samples, int count, float from_hz, float to_hz, float peak)
{
    struct resonance formants[] = {resonance(1100, 300, CRY_RATE), resonance(3000, 400, CRY_RATE)};
    float phase = 0;
    for (int i = 0; i < count; i++) {
        const float part = (float)i / (float)count;
        const float hz = from_hz + (to_hz - from_hz) * part;
        float wave = 0;
        phase = fmodf(phase + hz / CRY_RATE, 1);
        for (int n = 1; (float)n * hz < 7000; n++) {
            wave += sinf(6.2831853f * (float)n * phase) / (float)n;
        }
        const float voice = 0.4f * wave + 3 * resonate(&formants[0], wave) + 3 * resonate(&formants[1], wave);
        samples[i] += 0.3f * peak * voice * fminf(1, 20 * fminf(part, 1 - part));
    }
}

// Breaths of a second that rise and fall about a height, as crying does, with 0.4 s between.
static inline void cry_invented(float *samples, int count, float hz)
{
    const int half = CRY_RATE / 2, step = CRY_RATE * 14 / 10;
    for (int at = 0; at + 2 * half <= count; at += step) {
        cry_invented_buzz(samples + at, half, 0.85f * hz, 1.15f * hz, 0.3f);
        cry_invented_buzz(samples + at + half, half, 1.15f * hz, 0.8f * hz, 0.3f);
    }
}

static inline void cry_invented_pcm(const float *samples, int count, float gain, int16_t *pcm)
{
    for (int i = 0; i < count; i++) {
        pcm[i] = (int16_t)lrintf(32767 * fminf(fmaxf(gain * samples[i], -1), 1));
    }
}
