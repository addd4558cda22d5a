// Takes as a family may record them that could startle.
#include "voice/hard_takes.h"

#include <math.h>
#include <stdlib.h>

#include "invented_voice.h"

enum { MS = VOICE_RATE / 1000, SECOND = VOICE_RATE };

// Noise that begins with its first sample and dies away.
static void bang(float *samples, int length, float peak, uint64_t seed)
{
    struct random random;
    random_seed(&random, seed);
    for (int i = 0; i < length; i++) {
        const float noise = (float)random_next(&random) / 2147483648.0f - 1;
        samples[i] += peak * noise * expf(-5 * (float)i / (float)length);
    }
}

static void click(float *samples, float peak)
{
    for (int i = 0; i < MS / 4; i++) {
        samples[i] += i % 2 ? -peak : peak;
    }
}

static void clap(float *samples)
{
    bang(samples + SECOND / 2, 60 * MS, 0.95f, 1);
    voice_speak(samples + SECOND / 2 + 70 * MS, SECOND, VOICE_RATE, 0.3f);
}

static void door(float *samples)
{
    voice_speak(samples + SECOND / 2, SECOND / 2, VOICE_RATE, 0.2f);
    bang(samples + SECOND * 5 / 2, 250 * MS, 0.95f, 2);
    voice_speak(samples + SECOND * 3, SECOND / 2, VOICE_RATE, 0.2f);
}

static void clicks(float *samples)
{
    voice_speak(samples + SECOND / 2, SECOND * 3 / 2, VOICE_RATE, 0.3f);
    for (int at = 450 * MS; at < SECOND * 21 / 10; at += 137 * MS) {
        click(samples + at, 0.5f);
    }
}

static void shout(float *samples)
{
    voice_speak(samples + SECOND / 2, SECOND, VOICE_RATE, 4);
    for (int i = 0; i < SECOND * 2; i++) {
        samples[i] = fminf(fmaxf(samples[i], -1), 1);
    }
}

static void whisper(float *samples)
{
    for (int word = 0; word < 4; word++) {
        float *at = samples + SECOND / 2 + word * 400 * MS;
        for (int i = 0; i < 250 * MS; i++) {
            at[i] *= 1 + 40 * sinf(3.14159265f * (float)i / (250 * MS)); // the room's own hiss, shaped
        }
    }
    click(samples + 100 * MS, 0.3f);
}

static void yelp(float *samples)
{
    voice_syllable(samples - 40 * MS, 190 * MS, VOICE_RATE, 420, 0.9f);
}

static void song(float *samples)
{
    voice_speak(samples + SECOND / 2, SECOND * 24, VOICE_RATE, 0.4f);
}

static const struct {
    void (*record)(float *samples);
    int ms;
} takes[HARDS] = {
    [HARD_CLAP] = {clap, 2000},   [HARD_DOOR] = {door, 4000},       [HARD_CLICKS] = {clicks, 2500},
    [HARD_SHOUT] = {shout, 2000}, [HARD_WHISPER] = {whisper, 2500}, [HARD_YELP] = {yelp, 150},
    [HARD_LONG] = {song, 25000},
};

struct take hard_take(enum hard hard)
{
    const int before = 100 * MS, count = takes[hard].ms * MS;
    struct take take = {.samples = calloc((size_t)(before + count), sizeof(float)), .count = count};
    if (take.samples) {
        voice_hiss(take.samples, before + count, 0.0008f, (uint64_t)hard + 1);
        takes[hard].record(take.samples + before);
        for (int i = 0; i < count; i++) { // what lay before the first sample was never recorded
            take.samples[i] = take.samples[before + i];
        }
    }
    return take;
}
