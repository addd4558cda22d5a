// The bed: streamed, since whole it would take 9 MB while it is decoded and 4.6 MB as long as it plays.
#include "platform/mixer_bed.h"

#include <stdio.h>
#include <string.h>

#include <SDL.h>
#include <SDL_mixer.h>

#include "platform/files.h"
#include "platform/mixer_device.h"

// ---- where SDL2_mixer's functions may be called: through device_call

static void load(void *arg)
{
    struct bed *bed = arg;
    bed->music = Mix_LoadMUS(bed->path);
    bed->streaming = bed->music && Mix_PlayMusic(bed->music, -1) == 0;
    bed->awaited = !bed->music && !files_exists(bed->path);
}

static void resume(void *arg)
{
    struct bed *bed = arg;
    Mix_ResumeMusic();
    bed->streaming = true;
}

static void rest(void *arg)
{
    struct bed *bed = arg;
    Mix_PauseMusic();
    bed->streaming = false;
}

static void let_go(void *arg)
{
    struct bed *bed = arg;
    Mix_FreeMusic(bed->music);
    bed->music = NULL;
    bed->streaming = false;
}

// ---- the main thread's

void bed_choose(struct bed *bed, struct device *device, const char *path)
{
    if (device && strcmp(bed->path, path) != 0) {
        bed_free(bed, device);
    }
    snprintf(bed->path, sizeof bed->path, "%s", path);
}

void bed_stream(struct bed *bed, struct device *device)
{
    if (!bed->streaming) {
        device_call(device, bed->music ? resume : load, bed);
    }
}

bool bed_has_come(const struct bed *bed)
{
    return bed->awaited && files_exists(bed->path);
}

void bed_pause(struct bed *bed, struct device *device)
{
    device_call(device, rest, bed);
}

void bed_free(struct bed *bed, struct device *device)
{
    if (bed->music) {
        device_call(device, let_go, bed);
    }
}
