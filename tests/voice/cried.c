// The known crying.
#include "voice/cried.h"

#include <stdlib.h>

#include "invented_cry.h"
#include "store/take.h"

enum { THRICE = 3 }; // from the hint's 16 kHz to a microphone's 48

static const float crying_hz = 450, hiss_rms = 0.001f;

// Straight lines between the samples: what they add lies above all that the hint looks at.
static float between(const float *samples, int count, int i)
{
    const int at = i / THRICE, next = at + 1 < count ? at + 1 : at;
    return samples[at] + (samples[next] - samples[at]) * (float)(i % THRICE) / THRICE;
}

bool cried_write(const char *path, int ms)
{
    const int count = ms * (CRY_RATE / 1000);
    float *samples = calloc((size_t)count, sizeof *samples);
    int16_t *pcm = malloc((size_t)count * THRICE * sizeof *pcm);
    if (samples && pcm) {
        voice_hiss(samples, count, hiss_rms, 4);
        cry_invented(samples, count, crying_hz);
        for (int i = 0; i < count * THRICE; i++) {
            pcm[i] = (int16_t)lrintf(32767 * fminf(fmaxf(between(samples, count, i), -1), 1));
        }
    }
    bool written = samples && pcm && take_write_wav(pcm, count * THRICE, path);
    free(samples);
    free(pcm);
    return written;
}
