// Invented sounds for the tests of the cry hint, at 16 kHz: a buzz, and crying. Samples are added to what is
// there. A microphone hears them at 48 kHz.
#pragma once

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "core/cry.h"
#include "invented_voice.h"

// The next sample of a bright buzz: harmonics up to 7 kHz, each weaker than the one below.
static inline float cry_invented_wave(float *phase, float hz)
{
    float wave = 0;
    *phase = fmodf(*phase + hz / CRY_RATE, 1);
    for (int n = 1; (float)n * hz < 7000; n++) {
        wave += sinf(6.2831853f * (float)n * *phase) / sqrtf((float)n);
    }
    return wave;
}

// A note that glides from one height to another; its harmonics are strong up to 3 kHz and reach 7 kHz.
static inline void cry_invented_buzz(float *samples, int count, float from_hz, float to_hz, float peak)
{
    struct resonance formants[] = {resonance(1400, 350, CRY_RATE), resonance(2900, 500, CRY_RATE)};
    float phase = 0;
    for (int i = 0; i < count; i++) {
        const float part = (float)i / (float)count;
        const float hz = from_hz + (to_hz - from_hz) * part;
        const float wave = cry_invented_wave(&phase, hz);
        const float voice = 0.3f * wave + 2 * resonate(&formants[0], wave) + 2 * resonate(&formants[1], wave);
        samples[i] += 0.2f * peak * voice * fminf(1, 20 * fminf(part, 1 - part));
    }
}

// One breath of crying: it rises and falls, trembles, swells, is hoarse, and the mouth opens and closes.
static inline void cry_invented_breath(float *samples, int count, float height_hz, uint64_t seed)
{
    struct resonance open[] = {resonance(1400, 350, CRY_RATE), resonance(2900, 500, CRY_RATE)};
    struct resonance closed = resonance(700, 200, CRY_RATE);
    float hoarse[2 * CRY_RATE] = {0}, phase = 0;
    voice_hiss(hoarse, count, 1, seed);
    for (int i = 0; i < count; i++) {
        const float part = (float)i / (float)count, arch = sinf(3.14159265f * part);
        const float tremble = sinf(6.2831853f * 7 * (float)i / CRY_RATE);
        const float hz = height_hz * (0.85f + 0.3f * arch + 0.015f * tremble);
        const float wave = 0.4f * hoarse[i] + cry_invented_wave(&phase, hz);
        const float mouth = arch * (1 + 0.3f * tremble);
        const float bright = resonate(&open[0], wave) + resonate(&open[1], wave);
        const float dark = resonate(&closed, wave);
        samples[i] += 0.1f * sqrtf(arch) * (mouth * bright + (1 - mouth) * dark);
    }
}

// Breaths of a second about a height, with 0.4 s between.
static inline void cry_invented(float *samples, int count, float hz)
{
    for (int at = 0; at + CRY_RATE <= count; at += CRY_RATE * 14 / 10) {
        cry_invented_breath(samples + at, CRY_RATE, hz, (uint64_t)at + 1);
    }
}

enum { CRY_INVENTED_THRICE = 3 }; // from the hint's 16 kHz to a microphone's 48

// Sample i of what a microphone hears. Straight lines between the samples: what they add lies above all that
// the hint looks at.
static inline int16_t cry_invented_48k(const float *samples, int count, int i)
{
    const int at = i / CRY_INVENTED_THRICE, next = at + 1 < count ? at + 1 : at;
    const float part = (float)(i % CRY_INVENTED_THRICE) / CRY_INVENTED_THRICE;
    const float value = samples[at] + part * (samples[next] - samples[at]);
    return (int16_t)lrintf(32767 * fminf(fmaxf(value, -1), 1));
}

static inline void cry_invented_pcm(const float *samples, int count, float gain, int16_t *pcm)
{
    for (int i = 0; i < count; i++) {
        pcm[i] = (int16_t)lrintf(32767 * fminf(fmaxf(gain * samples[i], -1), 1));
    }
}
