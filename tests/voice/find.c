// Cross-correlation in two steps: everywhere at an eighth of the rate, where a voice still has its strongest
// parts, then sample by sample around the best place.
#include "voice/find.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <sndfile.h>

enum { COARSE = 8 };

static SNDFILE *open_sound(const char *path, SF_INFO *info)
{
    const char *end = strrchr(path, '.');
    *info = (SF_INFO){0};
    if (end && strcmp(end, ".raw") == 0) {
        *info = (SF_INFO){.samplerate = 48000,
                          .channels = 2,
                          .format = SF_FORMAT_RAW | SF_FORMAT_PCM_16 | SF_ENDIAN_LITTLE};
    }
    return sf_open(path, SFM_READ, info);
}

static struct mono middle(const float *samples, int count, int channels)
{
    struct mono mono = {calloc((size_t)count + 1, sizeof *mono.samples), count};
    for (int i = 0; mono.samples && i < count; i++) {
        for (int c = 0; c < channels; c++) {
            mono.samples[i] += samples[i * channels + c] / (float)channels;
        }
    }
    return mono;
}

struct mono mono_read(const char *path)
{
    SF_INFO info;
    struct mono mono = {0};
    SNDFILE *file = open_sound(path, &info);
    float *samples = file ? malloc((size_t)(info.frames * info.channels + 1) * sizeof *samples) : NULL;
    if (samples) {
        mono = middle(samples, (int)sf_readf_float(file, samples, info.frames), info.channels);
    }
    free(samples);
    if (file) {
        sf_close(file);
    }
    return mono;
}

static struct mono coarse(const struct mono *of)
{
    struct mono low = {calloc((size_t)(of->count / COARSE) + 1, sizeof *low.samples), of->count / COARSE};
    for (int i = 0; low.samples && i < low.count * COARSE; i++) {
        low.samples[i / COARSE] += of->samples[i] / COARSE;
    }
    return low;
}

static double product(const float *a, const float *b, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += (double)a[i] * (double)b[i];
    }
    return sum;
}

static struct found search(const struct mono *sound, const struct mono *in, int first, int last)
{
    struct found best = {first, 0};
    double own = product(sound->samples, sound->samples, sound->count);
    first = first < 0 ? 0 : first;
    last = last > in->count - sound->count ? in->count - sound->count : last;
    for (int at = first; at <= last; at++) {
        const float *there = in->samples + at;
        double like = product(sound->samples, there, sound->count) /
                      sqrt(own * product(there, there, sound->count) + 1e-12);
        best = like > best.like ? (struct found){at, like} : best;
    }
    return best;
}

struct found find(const struct mono *sound, const struct mono *in, int first, int last)
{
    struct mono low_sound = coarse(sound), low_in = coarse(in);
    struct found rough = {0};
    if (low_sound.samples && low_in.samples) {
        rough = search(&low_sound, &low_in, first / COARSE, last / COARSE);
    }
    free(low_sound.samples);
    free(low_in.samples);
    return search(sound, in, (rough.at - 1) * COARSE, (rough.at + 1) * COARSE);
}
