// The sum of all that sounds: clips with a gain each over the bed, in whole samples. No device, no clock.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// A gain on its way: by `step` a frame until it is `target`.
struct ramp {
    float value, target, step;
};

// frames 0 or less: at once.
void ramp_to(struct ramp *ramp, float target, int frames);

// A clip that sounds. A channel has one at most, and those that fade because it was replaced.
struct voice {
    const int16_t *samples; // mono; NULL: free
    int frames, at;
    int channel;
    struct ramp gain;
    float left, right;
};

enum { SUM_VOICES = 24 };

struct sum {
    struct voice voices[SUM_VOICES];
    struct ramp bed;
    struct ramp softer; // all of it, below the master: 0 not at all, 1 is silence
};

// A channel's present voice, or NULL.
struct voice *sum_voice(struct sum *sum, int channel);
// Begins a clip; what sounded on the channel fades out within replace_frames. Where all voices are taken, the
// one nearest to its end goes.
void sum_play(struct sum *sum, int channel, const int16_t *samples, int frames, float gain, float pan,
              int replace_frames);
bool sum_uses(const struct sum *sum, const int16_t *samples);
// Whether anything is to be heard.
bool sum_sounds(const struct sum *sum);
// Adds all voices to the bed in `stream` (stereo) and turns the whole down by the master's 3 dB, and by what
// is set below that: nothing can make it louder.
void sum_mix(struct sum *sum, int16_t *stream, int frames);
