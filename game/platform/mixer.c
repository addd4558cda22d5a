// Sound out: clips on channels over one streamed bed.
#include "platform/mixer_inside.h"

#include <SDL.h>

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

void mixer_start_bed(struct mixer *mixer)
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
        mixer_start_bed(mixer);
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
        mixer_start_bed(mixer);
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

bool mixer_sounds(const struct mixer *mixer)
{
    if (!mixer->device) {
        return false;
    }
    SDL_LockMutex(mixer->lock);
    const struct ramp *softer = &mixer->sum.softer;
    bool any = sum_sounds(&mixer->sum) && (softer->value < 1 || softer->target < 1);
    SDL_UnlockMutex(mixer->lock);
    return any;
}

void mixer_ramp_all(struct mixer *mixer, int ms)
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
        mixer_ramp_all(mixer, MIXER_SILENCE_MS);
    }
}
