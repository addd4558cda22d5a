// The known voice, alone and in its room.
#include "voice/spoken.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "invented_voice.h"
#include "store/take.h"

static const float voice_peak = 0.4f;  // at arm's length from a tablet
static const float hiss_rms = 0.0005f; // -66 dBFS: a quiet room

void spoken_voice(float *samples)
{
    memset(samples, 0, SPOKEN_COUNT * sizeof *samples);
    voice_speak(samples, SPOKEN_COUNT, SPOKEN_RATE, voice_peak);
}

static int16_t *in_a_room(int lead, int count)
{
    float *samples = calloc((size_t)count, sizeof *samples);
    int16_t *pcm = malloc((size_t)count * sizeof *pcm);
    if (samples && pcm) {
        spoken_voice(samples + lead);
        voice_hiss(samples, count, hiss_rms, 11);
        for (int i = 0; i < count; i++) {
            pcm[i] = (int16_t)lrintf(samples[i] * 32767);
        }
    }
    free(samples);
    return pcm;
}

static bool write_raw(const int16_t *pcm, int count, const char *path)
{
    FILE *file = fopen(path, "wb");
    if (!file) {
        return false;
    }
    bool written = fwrite(pcm, sizeof *pcm, (size_t)count, file) == (size_t)count;
    return fclose(file) == 0 && written;
}

bool spoken_write(const char *path, int lead_ms, int trail_ms)
{
    int lead = lead_ms * (SPOKEN_RATE / 1000), count = lead + SPOKEN_COUNT + trail_ms * (SPOKEN_RATE / 1000);
    int16_t *pcm = in_a_room(lead, count);
    const char *end = strrchr(path, '.');
    bool raw = end && strcmp(end, ".raw") == 0;
    bool written = pcm && (raw ? write_raw(pcm, count, path) : take_write_wav(pcm, count, path));
    free(pcm);
    return written;
}
