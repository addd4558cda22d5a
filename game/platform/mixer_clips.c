// Decoded clips, mono, kept near their use.
#include "platform/mixer_clips.h"

#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_mixer.h>

#include "platform/mixer.h"
#include "platform/mixer_device.h"
#include "platform/mixer_soft.h"

enum { KEPT_RATE = 48000 };

struct decoding {
    const char *path;
    int16_t *samples;
    int frames;
};

// SDL2_mixer decodes to the device's format, which is stereo; the sounds are mono, so one side is all there
// is.
static void decode(void *arg)
{
    struct decoding *decoding = arg;
    Mix_Chunk *chunk = Mix_LoadWAV(decoding->path);
    if (!chunk) {
        return;
    }
    const int16_t *stereo = (const int16_t *)(const void *)chunk->abuf;
    int frames = (int)(chunk->alen / (2 * sizeof *stereo));
    decoding->samples = malloc((size_t)frames * sizeof *decoding->samples);
    for (int i = 0; decoding->samples && i < frames; i++) {
        decoding->samples[i] = stereo[2 * i];
    }
    decoding->frames = frames;
    Mix_FreeChunk(chunk);
}

static bool put(SDL_AudioStream *stream, const int16_t *samples, int count)
{
    return stream && SDL_AudioStreamPut(stream, samples, count * (int)sizeof *samples) == 0;
}

// Kept clips come at 48 kHz, whatever the device's rate. The converter swallows the last milliseconds of what
// it is given: they are silence, so that the clip's own come out.
static int16_t *to_rate(const int16_t *samples, int count, int rate, int *frames)
{
    static const int16_t silence[KEPT_RATE / 10];
    SDL_AudioStream *stream = SDL_NewAudioStream(AUDIO_S16SYS, 1, KEPT_RATE, AUDIO_S16SYS, 1, rate);
    const int wanted = (int)((int64_t)count * rate / KEPT_RATE);
    int16_t *converted = calloc((size_t)wanted + 1, sizeof *converted);
    if (converted && put(stream, samples, count) && put(stream, silence, KEPT_RATE / 10) &&
        SDL_AudioStreamFlush(stream) == 0 &&
        SDL_AudioStreamGet(stream, converted, wanted * (int)sizeof *converted) > 0) {
        *frames = wanted;
    }
    SDL_FreeAudioStream(stream);
    return converted;
}

static void ask_family(const struct clips *clips, struct device *device, struct decoding *decoding)
{
    int count = 0;
    int16_t *kept =
        clips->source.kept ? clips->source.kept(clips->source.context, decoding->path, &count) : NULL;
    if (!kept || device_rate(device) == KEPT_RATE) {
        decoding->samples = kept;
        decoding->frames = count;
        return;
    }
    decoding->samples = to_rate(kept, count, device_rate(device), &decoding->frames);
    free(kept);
}

static bool is_kept(const char *path)
{
    return strncmp(path, MIXER_KEPT, sizeof MIXER_KEPT - 1) == 0;
}

static void drop(struct clips *clips, int index)
{
    free(clips->items[index].path);
    free(clips->items[index].samples);
    clips->items[index] = clips->items[--clips->count];
}

static size_t size(const struct clips *clips)
{
    size_t bytes = 0;
    for (int i = 0; i < clips->count; i++) {
        bytes += (size_t)clips->items[i].frames * sizeof *clips->items[i].samples;
    }
    return bytes;
}

static int oldest_unused(const struct clips *clips, bool (*in_use)(void *, const int16_t *), void *context)
{
    int oldest = -1;
    for (int i = 0; i < clips->count; i++) {
        bool older = oldest < 0 || clips->items[i].asked < clips->items[oldest].asked;
        if (older && !in_use(context, clips->items[i].samples)) {
            oldest = i;
        }
    }
    return oldest;
}

static void make_room(struct clips *clips, bool (*in_use)(void *, const int16_t *), void *context)
{
    while (clips->count == CLIPS_MAX || size(clips) > CLIPS_BYTES) {
        int oldest = oldest_unused(clips, in_use, context);
        if (oldest < 0) {
            return;
        }
        drop(clips, oldest);
    }
}

static struct clip *find(struct clips *clips, const char *path)
{
    for (int i = 0; i < clips->count; i++) {
        if (!clips->items[i].stale && strcmp(clips->items[i].path, path) == 0) {
            return &clips->items[i];
        }
    }
    return NULL;
}

// Rather none than one that startles.
static bool soften(const struct decoding *decoding, int rate)
{
    return decoding->samples &&
           (!is_kept(decoding->path) || soft_clicks(decoding->samples, decoding->frames, rate)) &&
           soft_onsets(decoding->samples, decoding->frames, rate);
}

static struct clip *load(struct clips *clips, struct device *device, const char *path)
{
    struct decoding decoding = {.path = path};
    char *name = strdup(path);
    if (is_kept(path)) {
        ask_family(clips, device, &decoding);
    } else {
        device_call(device, decode, &decoding);
    }
    if (!name || !soften(&decoding, device_rate(device)) || clips->count == CLIPS_MAX) {
        free(name);
        free(decoding.samples);
        return NULL;
    }
    clips->items[clips->count] =
        (struct clip){.path = name, .samples = decoding.samples, .frames = decoding.frames};
    return &clips->items[clips->count++];
}

const struct clip *clips_get(struct clips *clips, struct device *device, const char *path,
                             bool (*in_use)(void *context, const int16_t *samples), void *context)
{
    struct clip *clip = find(clips, path);
    if (!clip) {
        make_room(clips, in_use, context);
        clip = load(clips, device, path);
    }
    if (clip) {
        clip->asked = ++clips->asked;
    }
    return clip;
}

void clips_forget(struct clips *clips, const char *path)
{
    struct clip *clip = find(clips, path);
    if (clip) {
        clip->stale = true;
    }
}

void clips_forget_kept(struct clips *clips)
{
    for (int i = 0; i < clips->count; i++) {
        clips->items[i].stale = clips->items[i].stale || is_kept(clips->items[i].path);
    }
}

void clips_free(struct clips *clips)
{
    while (clips->count > 0) {
        drop(clips, clips->count - 1);
    }
}
