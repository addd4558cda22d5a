// A clip's energy and its gain, millisecond by millisecond.
#include "platform/mixer_soft_gain.h"

#include <math.h>
#include <stdlib.h>

#include "core/least.h"

enum { MOST_MS = 60000 };

bool soft_begin(struct soft *soft, int frames, int rate)
{
    const int length = rate / 1000;
    *soft = (struct soft){.count = lesser(frames / length + 1, MOST_MS), .length = length};
    soft->gains = malloc((size_t)soft->count * sizeof *soft->gains);
    soft->sums = calloc((size_t)soft->count + 1, sizeof *soft->sums);
    soft->heard = calloc((size_t)soft->count + 1, sizeof *soft->heard);
    if (!soft->gains || !soft->sums || !soft->heard) {
        soft_free(soft);
        return false;
    }
    for (int at = 0; at < soft->count; at++) {
        soft->gains[at] = 1;
    }
    return true;
}

void soft_measure(struct soft *soft, const int16_t *samples, int frames,
                  double (*hear)(void *ear, double sample), void *ear)
{
    for (int at = 0; at < soft->count; at++) {
        double energy = 0;
        for (int i = at * soft->length; i < lesser((at + 1) * soft->length, frames); i++) {
            const double heard = hear(ear, samples[i] / 32768.0);
            energy += heard * heard;
        }
        soft->sums[at + 1] = soft->sums[at] + energy / soft->length;
    }
}

// From the middle of one ms to the middle of the next; a gain is not to rise before its time, so the lower
// counts.
static float gain_at(const struct soft *soft, int at)
{
    const int last = soft->count - 1, before = at > 0 ? at - 1 : 0, after = at < last ? at + 1 : last;
    return fminf(soft->gains[at], fminf(soft->gains[before], soft->gains[after]));
}

static void apply_ms(const struct soft *soft, int at, int16_t *samples, int frames)
{
    const float from = gain_at(soft, at), to = at + 1 < soft->count ? gain_at(soft, at + 1) : from;
    for (int i = 0; i < frames && (from < 1 || to < 1); i++) {
        const float gain = from + (to - from) * (float)i / (float)soft->length;
        samples[i] = (int16_t)lrintf((float)samples[i] * gain);
    }
}

void soft_apply(struct soft *soft, int16_t *samples, int frames)
{
    for (int at = 0; at < soft->count && at * soft->length < frames; at++) {
        const int from = at * soft->length;
        apply_ms(soft, at, samples + from, lesser(soft->length, frames - from));
    }
}

void soft_free(struct soft *soft)
{
    free(soft->gains);
    free(soft->sums);
    free(soft->heard);
}
