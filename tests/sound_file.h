// Sound files for the tests of takes: an invented voice, written by libsndfile.
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include <sndfile.h>

#include "invented_voice.h"

// Where the file is; each program has its own.
static const char path[] = SOUND_PATH;

struct wanted {
    int rate, channels, format;
    double seconds;
};

// A voice for a second and a half, or a tone where it is longer.
static inline void write_sound(const struct wanted *wanted, float peak)
{
    SF_INFO info = {.samplerate = wanted->rate, .channels = wanted->channels, .format = wanted->format};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    const int count = (int)(wanted->seconds * wanted->rate);
    float *mono = calloc((size_t)count + 1, sizeof *mono);
    float *frames = calloc((size_t)count * (size_t)wanted->channels + 1, sizeof *frames);
    const bool floats = (wanted->format & SF_FORMAT_SUBMASK) == SF_FORMAT_FLOAT;
    voice_speak(mono, count, wanted->rate, peak);
    for (int i = 0; i < count * wanted->channels; i++) {
        const float sample = mono[i / wanted->channels];
        frames[i] = floats ? sample : fminf(fmaxf(sample, -1), 1);
    }
    assert_int_equal(sf_writef_float(file, frames, count), count);
    sf_close(file);
    free(mono);
    free(frames);
}

static inline void write_bytes(const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static inline unsigned char *read_bytes(size_t *length)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    unsigned char *bytes = malloc(1 << 20);
    *length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}
