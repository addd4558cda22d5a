// The sum of all that sounds: clips with a gain each over the bed, in whole samples.
#include "platform/mixer_sum.h"

#include <math.h>
#include <stddef.h>

// sound/guide.md: sum -> -3 dB -> device. With the stock set that is at most -6 dBFS (science/README.md 4.2).
static const float MASTER = 0.70794578f;
// At the edge of the screen the far side is 9 dB softer: a hint of where, not a voice in one ear.
static const float FAR_SIDE = 0.65f;

enum { FADING = -1, BLOCK = 256 };

void ramp_to(struct ramp *ramp, float target, int frames)
{
    ramp->target = target;
    ramp->step = frames > 0 ? fabsf(target - ramp->value) / (float)frames : 1;
}

static float ramp_next(struct ramp *ramp)
{
    float left = ramp->target - ramp->value;
    ramp->value = fabsf(left) <= ramp->step ? ramp->target : ramp->value + copysignf(ramp->step, left);
    return ramp->value;
}

struct voice *sum_voice(struct sum *sum, int channel)
{
    for (int i = 0; i < SUM_VOICES; i++) {
        if (sum->voices[i].samples && sum->voices[i].channel == channel) {
            return &sum->voices[i];
        }
    }
    return NULL;
}

static struct voice *free_voice(struct sum *sum)
{
    struct voice *best = &sum->voices[0];
    for (int i = 0; i < SUM_VOICES; i++) {
        struct voice *voice = &sum->voices[i];
        if (!voice->samples) {
            return voice;
        }
        if (voice->frames - voice->at < best->frames - best->at) {
            best = voice;
        }
    }
    return best;
}

void sum_play(struct sum *sum, int channel, const int16_t *samples, int frames, float gain, float pan,
              int replace_frames)
{
    struct voice *old = sum_voice(sum, channel);
    if (old) {
        old->channel = FADING;
        ramp_to(&old->gain, 0, replace_frames);
    }
    *free_voice(sum) = (struct voice){
        .samples = samples,
        .frames = frames,
        .channel = channel,
        .gain = {.value = gain, .target = gain},
        .left = pan > 0 ? 1 - FAR_SIDE * pan : 1,
        .right = pan < 0 ? 1 + FAR_SIDE * pan : 1,
    };
}

bool sum_uses(const struct sum *sum, const int16_t *samples)
{
    for (int i = 0; i < SUM_VOICES; i++) {
        if (sum->voices[i].samples == samples) {
            return true;
        }
    }
    return false;
}

bool sum_sounds(const struct sum *sum)
{
    bool any = sum->bed.value > 0 || sum->bed.target > 0;
    for (int i = 0; i < SUM_VOICES; i++) {
        any = any || sum->voices[i].samples;
    }
    return any;
}

static bool over(const struct voice *voice)
{
    return voice->at >= voice->frames || (voice->gain.target <= 0 && voice->gain.value <= 0);
}

static void mix_voice(struct voice *voice, float *out, int frames)
{
    int left = voice->frames - voice->at;
    const int16_t *in = voice->samples + voice->at;
    for (int i = 0; i < (frames < left ? frames : left); i++) {
        float sample = (float)in[i] * ramp_next(&voice->gain);
        out[2 * i] += sample * voice->left;
        out[2 * i + 1] += sample * voice->right;
    }
    voice->at += frames;
    if (over(voice)) {
        voice->samples = NULL;
    }
}

static void take_bed(struct ramp *bed, const int16_t *stream, float *out, int frames)
{
    for (int i = 0; i < frames; i++) {
        float gain = ramp_next(bed);
        out[2 * i] = (float)stream[2 * i] * gain;
        out[2 * i + 1] = (float)stream[2 * i + 1] * gain;
    }
}

static int16_t to_sample(float value, float master)
{
    float scaled = value * master;
    return (int16_t)lrintf(scaled > INT16_MAX ? INT16_MAX : scaled < INT16_MIN ? INT16_MIN : scaled);
}

static void mix_block(struct sum *sum, int16_t *stream, int frames)
{
    float out[2 * BLOCK];
    take_bed(&sum->bed, stream, out, frames);
    for (int i = 0; i < SUM_VOICES; i++) {
        if (sum->voices[i].samples) {
            mix_voice(&sum->voices[i], out, frames);
        }
    }
    for (int i = 0; i < frames; i++) {
        float master = MASTER * (1 - ramp_next(&sum->softer));
        stream[2 * i] = to_sample(out[2 * i], master);
        stream[2 * i + 1] = to_sample(out[2 * i + 1], master);
    }
}

void sum_mix(struct sum *sum, int16_t *stream, int frames)
{
    for (int done = 0; done < frames; done += BLOCK) {
        int left = frames - done;
        mix_block(sum, stream + (size_t)2 * (size_t)done, left < BLOCK ? left : BLOCK);
    }
}
