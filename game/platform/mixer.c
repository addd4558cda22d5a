// Sound out: clips on channels over one streamed bed.
#include "platform/mixer.h"

#include <stdlib.h>

#include <SDL.h>

#include "platform/mixer_bed.h"
#include "platform/mixer_clips.h"
#include "platform/mixer_device.h"
#include "platform/mixer_disk.h"
#include "platform/mixer_sum.h"
#include "platform/sound_allowed.h"

enum {
    LAST_MS = 100,    // the fade before the device is closed (science/README.md 4.4: 80 or more)
    BUFFERED_MS = 40, // what lies between a mix and what is heard
};

struct mixer {
    struct mixer_options options;
    bool started;          // SDL's audio is
    struct device *device; // NULL: silent
    bool asked_for;        // the device: whether it was ever to be opened
    bool lost;             // a device that did not let go: never opened again
    int now_ms;            // virtual time
    struct clips clips;
    struct bed bed;
    int loudest;     // of all together, 0 to MIXER_VOLUME_MAX
    SDL_mutex *lock; // guards the sum; the sound thread takes it
    struct sum sum;
};

static void ask(struct mixer *mixer, const struct mixer_request *request)
{
    if (mixer->options.asked) {
        mixer->options.asked(mixer->options.context, request);
    }
}

static int frames_of(const struct mixer *mixer, int ms)
{
    return (int)((int64_t)ms * device_rate(mixer->device) / 1000);
}

static float gain_of(int volume)
{
    return (float)volume / (float)MIXER_VOLUME_MAX;
}

static void mix(void *context, int16_t *stream, int frames)
{
    struct mixer *mixer = context;
    SDL_LockMutex(mixer->lock);
    sum_mix(&mixer->sum, stream, frames);
    SDL_UnlockMutex(mixer->lock);
}

// ---- the bed

static void ramp_bed(struct mixer *mixer, int volume, int ms)
{
    SDL_LockMutex(mixer->lock);
    ramp_to(&mixer->sum.bed, gain_of(volume), frames_of(mixer, ms));
    SDL_UnlockMutex(mixer->lock);
}

static void silence_bed(struct mixer *mixer)
{
    SDL_LockMutex(mixer->lock);
    mixer->sum.bed = (struct ramp){0};
    SDL_UnlockMutex(mixer->lock);
}

// From silence, whatever sounded before it. One that is not there yet keeps its ramp for when it comes.
static void start_bed(struct mixer *mixer)
{
    if (!mixer->bed.streaming) {
        silence_bed(mixer);
    }
    bed_stream(&mixer->bed, mixer->device);
    if (mixer->bed.streaming) {
        ramp_bed(mixer, mixer->bed.volume, mixer->bed.fade_ms);
    }
}

void mixer_bed(struct mixer *mixer, const char *path, int volume, int fade_ms)
{
    ask(mixer,
        &(struct mixer_request){.kind = MIXER_ASKED_BED, .path = path, .volume = volume, .fade_ms = fade_ms});
    bed_choose(&mixer->bed, mixer->device, path);
    mixer->bed.volume = volume;
    mixer->bed.fade_ms = fade_ms;
    if (mixer->device) {
        start_bed(mixer);
    }
}

static void pause_when_faded(struct mixer *mixer)
{
    SDL_LockMutex(mixer->lock);
    bool faded = mixer->sum.bed.value <= 0;
    SDL_UnlockMutex(mixer->lock);
    if (faded) {
        bed_pause(&mixer->bed, mixer->device);
    }
}

void mixer_frame(struct mixer *mixer)
{
    if (!mixer->device) {
        return;
    }
    if (mixer->bed.streaming && mixer->bed.volume == 0) {
        pause_when_faded(mixer);
    } else if (mixer->bed.volume > 0 && bed_has_come(&mixer->bed)) {
        start_bed(mixer);
    }
}

// ---- clips

static bool sounds(void *context, const int16_t *samples)
{
    struct mixer *mixer = context;
    SDL_LockMutex(mixer->lock);
    bool used = sum_uses(&mixer->sum, samples);
    SDL_UnlockMutex(mixer->lock);
    return used;
}

static const struct clip *clip(struct mixer *mixer, const char *path)
{
    return mixer->device ? clips_get(&mixer->clips, mixer->device, path, sounds, mixer) : NULL;
}

void mixer_forget(struct mixer *mixer, const char *path)
{
    clips_forget(&mixer->clips, path);
}

void mixer_forget_kept(struct mixer *mixer)
{
    clips_forget_kept(&mixer->clips);
}

void mixer_prepare(struct mixer *mixer, const char *path)
{
    clip(mixer, path);
}

// The first sound need not wait for anybody to open the device.
static void open_for_first(struct mixer *mixer)
{
    if (!mixer->asked_for && !mixer->options.virtual_time) {
        mixer_plug(mixer);
    }
}

void mixer_play(struct mixer *mixer, int channel, const char *path, int volume, float pan)
{
    ask(mixer, &(struct mixer_request){
                   .kind = MIXER_ASKED_PLAY, .channel = channel, .path = path, .volume = volume, .pan = pan});
    open_for_first(mixer);
    const struct clip *found = clip(mixer, path);
    if (!found) {
        return;
    }
    SDL_LockMutex(mixer->lock);
    sum_play(&mixer->sum, channel, found->samples, found->frames, gain_of(volume), pan,
             frames_of(mixer, MIXER_REPLACE_MS));
    SDL_UnlockMutex(mixer->lock);
}

static void ramp_channel(struct mixer *mixer, int channel, int volume, int ms)
{
    SDL_LockMutex(mixer->lock);
    struct voice *voice = sum_voice(&mixer->sum, channel);
    if (voice) {
        ramp_to(&voice->gain, gain_of(volume), frames_of(mixer, ms));
    }
    SDL_UnlockMutex(mixer->lock);
}

static void set_volume(struct mixer *mixer, int channel, int volume, int ms)
{
    if (channel == MIXER_BED) {
        mixer->bed.volume = volume;
    }
    if (!mixer->device) {
        return;
    }
    if (channel != MIXER_BED) {
        ramp_channel(mixer, channel, volume, ms);
    } else if (mixer->bed.streaming) {
        ramp_bed(mixer, volume, ms);
    }
}

void mixer_volume(struct mixer *mixer, int channel, int volume, int ms)
{
    ask(mixer, &(struct mixer_request){
                   .kind = MIXER_ASKED_VOLUME, .channel = channel, .volume = volume, .fade_ms = ms});
    set_volume(mixer, channel, volume, ms);
}

void mixer_silence(struct mixer *mixer)
{
    ask(mixer, &(struct mixer_request){.kind = MIXER_ASKED_SILENCE, .fade_ms = MIXER_SILENCE_MS});
    for (int channel = 0; channel < MIXER_CHANNELS; channel++) {
        set_volume(mixer, channel, 0, MIXER_SILENCE_MS);
    }
}

// ---- all together

static void ramp_all(struct mixer *mixer, int ms)
{
    SDL_LockMutex(mixer->lock);
    ramp_to(&mixer->sum.softer, 1 - gain_of(mixer->loudest), frames_of(mixer, ms));
    SDL_UnlockMutex(mixer->lock);
}

void mixer_loudest(struct mixer *mixer, int volume)
{
    ask(mixer,
        &(struct mixer_request){.kind = MIXER_ASKED_LOUDEST, .volume = volume, .fade_ms = MIXER_SILENCE_MS});
    mixer->loudest = volume;
    if (mixer->device) {
        ramp_all(mixer, MIXER_SILENCE_MS);
    }
}

// ---- the device

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
    ramp_all(mixer, 0);
    catch_up(mixer);
    if (mixer->bed.volume > 0) {
        start_bed(mixer);
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
    SDL_LockMutex(mixer->lock);
    bool sounds = sum_sounds(&mixer->sum);
    SDL_UnlockMutex(mixer->lock);
    if (!mixer->device || !sounds) {
        return;
    }
    mixer->loudest = 0;
    ramp_all(mixer, LAST_MS);
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
