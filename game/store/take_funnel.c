// From a file's frames to mono at 48 kHz.
#include <math.h>
#include <stdlib.h>

#include <speex/speex_resampler.h>

#include "core/samples.h"
#include "store/take_inside.h"
#include "store/take_source.h"

enum {
    MOST = TAKE_LONGEST_MS / 1000 * TAKE_RATE,
    FIRST_ROOM = 4 * TAKE_RATE,
    PIECE = 1024, // samples at once
    QUALITY = 8,  // of 10: aliases 90 dB down
};

static const float full_scale = 0.98f;
static const float no_sound = 1000; // beyond any scale: damage, not a voice

struct take_funnel {
    SpeexResamplerState *resampler; // NULL where the rate is right already
    int channels, rate;
    float *samples;
    int count, room;
    bool clipped;
};

struct take_funnel *take_funnel_start(int rate, int channels)
{
    struct take_funnel *funnel = calloc(1, sizeof *funnel);
    if (!funnel) {
        return NULL;
    }
    *funnel = (struct take_funnel){.channels = channels, .rate = rate};
    if (rate != TAKE_RATE) {
        funnel->resampler = speex_resampler_init(1, (spx_uint32_t)rate, TAKE_RATE, QUALITY, NULL);
        if (!funnel->resampler) {
            take_funnel_free(funnel);
            return NULL;
        }
        speex_resampler_skip_zeros(funnel->resampler);
    }
    return funnel;
}

void take_funnel_free(struct take_funnel *funnel)
{
    if (funnel->resampler) {
        speex_resampler_destroy(funnel->resampler);
    }
    free(funnel->samples);
    free(funnel);
}

static enum take_fault make_room(struct take_funnel *funnel, int more)
{
    if (funnel->count + more > MOST) {
        return TAKE_LONG;
    }
    if (funnel->count + more <= funnel->room) {
        return TAKE_FINE;
    }
    const int wanted = funnel->room < MOST / 2 ? 2 * funnel->room + FIRST_ROOM : MOST;
    const int room = wanted < MOST ? wanted : MOST;
    float *samples = realloc(funnel->samples, (size_t)room * sizeof *samples);
    if (!samples) {
        return TAKE_NO_MEMORY;
    }
    funnel->samples = samples;
    funnel->room = room;
    return TAKE_FINE;
}

static enum take_fault keep(struct take_funnel *funnel, const float *samples, int count)
{
    const enum take_fault fault = make_room(funnel, count);
    for (int i = 0; fault == TAKE_FINE && i < count; i++) {
        funnel->samples[funnel->count++] = samples[i];
    }
    return fault;
}

static enum take_fault resample(struct take_funnel *funnel, const float *mono, int count)
{
    for (int at = 0; at < count;) {
        float out[PIECE];
        spx_uint32_t used = (spx_uint32_t)(count - at), made = PIECE;
        if (speex_resampler_process_float(funnel->resampler, 0, mono + at, &used, out, &made) != 0) {
            return TAKE_NO_MEMORY;
        }
        const enum take_fault fault = keep(funnel, out, (int)made);
        if (fault != TAKE_FINE) {
            return fault;
        }
        if (used == 0 && made == 0) {
            break;
        }
        at += (int)used;
    }
    return TAKE_FINE;
}

static float mixed(const float *frame, int channels)
{
    float sum = 0;
    for (int channel = 0; channel < channels; channel++) {
        const bool sound = fabsf(frame[channel]) < no_sound; // nor is what is no number
        sum += sound ? frame[channel] : 0;
    }
    return sum / (float)channels;
}

enum take_fault take_funnel_add(struct take_funnel *funnel, const float *frames, int count)
{
    enum take_fault fault = TAKE_FINE;
    for (int at = 0; at < count && fault == TAKE_FINE; at += PIECE) {
        float mono[PIECE];
        const int length = count - at < PIECE ? count - at : PIECE;
        for (int i = 0; i < length; i++) {
            mono[i] = mixed(frames + (size_t)(at + i) * (size_t)funnel->channels, funnel->channels);
        }
        // Resampled, a flat top is none any more.
        funnel->clipped = funnel->clipped || take_flat_tops(mono, length, funnel->rate, full_scale);
        fault = funnel->resampler ? resample(funnel, mono, length) : keep(funnel, mono, length);
    }
    return fault;
}

// What is still inside the resampler.
static enum take_fault drain(struct take_funnel *funnel)
{
    static const float silence[PIECE] = {0};
    enum take_fault fault = TAKE_FINE;
    int left = funnel->resampler ? speex_resampler_get_input_latency(funnel->resampler) : 0;
    for (; left > 0 && fault == TAKE_FINE; left -= PIECE) {
        fault = resample(funnel, silence, left < PIECE ? left : PIECE);
    }
    return fault;
}

static enum take_fault fault_of(const struct take_funnel *funnel, float peak)
{
    if (funnel->count < TAKE_SHORTEST_MS * (TAKE_RATE / 1000)) {
        return TAKE_SHORT;
    }
    return peak > 0 ? TAKE_FINE : TAKE_SILENT;
}

enum take_fault take_funnel_finish(struct take_funnel *funnel, struct take *raw)
{
    enum take_fault fault = drain(funnel);
    const float peak = samples_peak(funnel->samples, funnel->count);
    fault = fault == TAKE_FINE ? fault_of(funnel, peak) : fault;
    if (fault != TAKE_FINE) {
        return fault;
    }
    if (peak > 1) { // files of floats may, and resampling passes the top a little
        samples_gain(funnel->samples, funnel->count, 1 / peak);
    }
    *raw = (struct take){funnel->samples, funnel->count, funnel->clipped};
    funnel->samples = NULL;
    return TAKE_FINE;
}
