// The known crying.
#include "voice/cried.h"

#include <stdlib.h>

#include "invented_cry.h"
#include "store/take.h"

static const float crying_hz = 450, hiss_rms = 0.001f;

bool cried_write(const char *path, int ms)
{
    const int count = ms * (CRY_RATE / 1000);
    float *samples = calloc((size_t)count, sizeof *samples);
    int16_t *pcm = malloc((size_t)count * CRY_INVENTED_THRICE * sizeof *pcm);
    if (samples && pcm) {
        voice_hiss(samples, count, hiss_rms, 4);
        cry_invented(samples, count, crying_hz);
        for (int i = 0; i < count * CRY_INVENTED_THRICE; i++) {
            pcm[i] = cry_invented_48k(samples, count, i);
        }
    }
    bool written = samples && pcm && take_write_wav(pcm, count * CRY_INVENTED_THRICE, path);
    free(samples);
    free(pcm);
    return written;
}
