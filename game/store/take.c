// A take from the microphone, and back to samples of 16 bits.
#include "store/take.h"

#include <math.h>
#include <stdlib.h>

#include "core/samples.h"

enum { PER_MS = TAKE_RATE / 1000 };

void take_free(struct take *take)
{
    free(take->samples);
    *take = (struct take){0};
}

int take_length_ms(const struct take *take)
{
    return take->count / PER_MS;
}

enum take_fault take_from_pcm(const int16_t *samples, int count, struct take *raw)
{
    *raw = (struct take){0};
    if (count < TAKE_SHORTEST_MS * PER_MS) {
        return TAKE_SHORT;
    }
    if (count > TAKE_LONGEST_MS * PER_MS) {
        return TAKE_LONG;
    }
    raw->samples = malloc((size_t)count * sizeof *raw->samples);
    if (!raw->samples) {
        return TAKE_NO_MEMORY;
    }
    raw->count = count;
    for (int i = 0; i < count; i++) {
        raw->samples[i] = (float)samples[i] / 32768;
    }
    if (samples_peak(raw->samples, count) > 0) {
        return TAKE_FINE;
    }
    take_free(raw);
    return TAKE_SILENT;
}

int16_t *take_pcm(const struct take *take)
{
    int16_t *samples = malloc((size_t)take->count * sizeof *samples + 1);
    for (int i = 0; samples && i < take->count; i++) {
        samples[i] = (int16_t)lrintf(fminf(fmaxf(take->samples[i] * 32768, -32768), 32767));
    }
    return samples;
}
