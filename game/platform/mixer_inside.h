// Inside of the mixer: for mixer.c and mixer_open.c only.
#pragma once

#include <stdbool.h>

#include "platform/mixer.h"
#include "platform/mixer_bed.h"
#include "platform/mixer_clips.h"
#include "platform/mixer_device.h"
#include "platform/mixer_sum.h"

struct SDL_mutex;

struct mixer {
    struct mixer_options options;
    bool started;          // SDL's audio is
    struct device *device; // NULL: silent
    bool asked_for;        // the device: whether it was ever to be opened
    bool lost;             // a device that did not let go: never opened again
    int now_ms;            // virtual time
    struct clips clips;
    struct bed bed;
    int loudest;            // of all together, 0 to MIXER_VOLUME_MAX
    struct SDL_mutex *lock; // guards the sum; the sound thread takes it
    struct sum sum;
};

// With a device only. The bed from silence, whatever sounded before it; one that is not there yet keeps its
// ramp for when it comes.
void mixer_start_bed(struct mixer *mixer);
// With a device only. All together becomes as loud as `loudest` says, within ms.
void mixer_ramp_all(struct mixer *mixer, int ms);
