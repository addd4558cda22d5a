// The device that a mixer sounds from: it comes, it goes, and nothing ends with a bang.
#include <stdlib.h>

#include <SDL.h>

#include "platform/mixer_disk.h"
#include "platform/mixer_inside.h"
#include "platform/sound_allowed.h"

enum {
    LAST_MS = 100,    // the fade before the device is closed (science/README.md 4.4: 80 or more)
    BUFFERED_MS = 40, // what lies between a mix and what is heard
};

static void mix(void *context, int16_t *stream, int frames)
{
    struct mixer *mixer = context;
    SDL_LockMutex(mixer->lock);
    sum_mix(&mixer->sum, stream, frames);
    SDL_UnlockMutex(mixer->lock);
}

static void catch_up(struct mixer *mixer)
{
    device_advance(mixer->device, (int64_t)mixer->now_ms * device_rate(mixer->device) / 1000);
}

bool mixer_plug(struct mixer *mixer)
{
    if (mixer->device) {
        return true;
    }
    if (mixer->lost || (mixer->options.virtual_time && !disk_chosen()) || !sound_allowed()) {
        return false;
    }
    mixer->asked_for = true;
    mixer->started = mixer->started || device_system_start();
    mixer->device = mixer->started ? device_open(mixer->options.virtual_time, mix, mixer) : NULL;
    if (!mixer->device) {
        return false;
    }
    mixer_ramp_all(mixer, 0);
    catch_up(mixer);
    if (mixer->bed.volume > 0) {
        mixer_start_bed(mixer);
    }
    return true;
}

void mixer_retry(struct mixer *mixer)
{
    bool worth_it = !mixer->started || device_listed(); // opening in vain is not silent on standard error
    if (!mixer->options.virtual_time && worth_it) {
        mixer_plug(mixer);
    }
}

void mixer_unplug(struct mixer *mixer)
{
    if (!mixer->device) {
        return;
    }
    bed_free(&mixer->bed, mixer->device);
    mixer->lost = !device_close(mixer->device);
    mixer->device = NULL;
    if (!mixer->lost) {
        mixer->sum = (struct sum){0};
        clips_free(&mixer->clips);
    }
}

void mixer_virtual(struct mixer *mixer, int now_ms)
{
    mixer->now_ms = now_ms;
    if (mixer->device && mixer->options.virtual_time) {
        catch_up(mixer);
    }
}

struct mixer *mixer_open(const struct mixer_options *options)
{
    struct mixer *mixer = calloc(1, sizeof *mixer);
    if (!mixer) {
        return NULL;
    }
    mixer->options = *options;
    mixer->loudest = MIXER_VOLUME_MAX;
    mixer->clips.source = (struct clip_source){options->kept, options->context};
    mixer->lock = SDL_CreateMutex();
    if (!mixer->lock) {
        free(mixer);
        return NULL;
    }
    return mixer;
}

// What sounds fades before the device goes: an end is no bang either.
static void fall_silent(struct mixer *mixer)
{
    if (!mixer_sounds(mixer)) {
        return;
    }
    mixer->loudest = 0;
    mixer_ramp_all(mixer, LAST_MS);
    if (mixer->options.virtual_time) {
        mixer_virtual(mixer, mixer->now_ms + LAST_MS + BUFFERED_MS);
    } else {
        SDL_Delay(LAST_MS + BUFFERED_MS);
    }
}

// A device that is lost may still mix: what it needs is left to it.
bool mixer_close(struct mixer *mixer)
{
    if (!mixer) {
        return true;
    }
    fall_silent(mixer);
    mixer_unplug(mixer);
    if (mixer->lost) {
        return false;
    }
    if (mixer->started) {
        device_system_stop();
    }
    SDL_DestroyMutex(mixer->lock);
    free(mixer);
    return true;
}
