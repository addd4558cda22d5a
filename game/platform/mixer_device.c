// The sound device, and the gate before its sound thread. SDL holds a lock of its own around the thread's
// callback, and every function of SDL2_mixer takes that lock: so while the thread waits at the gate, calls
// are handed to it.
#include "platform/mixer_device.h"

#include <stdlib.h>

#include <SDL.h>
#include <SDL_mixer.h>

#include "platform/mixer_disk.h"
#include "platform/threads.h"

enum {
    RATE = 48000,
    // 21 ms; 512 would cost half as much again while away. A page mixes between its frames, and a frame that
    // decodes a sound may take 40 ms.
    BUFFER_FRAMES = THREADS ? 1024 : 2048,
    BUFFER_BYTES = BUFFER_FRAMES * 2 * (int)sizeof(int16_t),
    CLOSE_WAIT_MS = 250,
    GATED_WAIT_MS = 10000, // a file never hangs; a busy machine may take its time
};

struct device {
    device_mix *mix;
    void *context;
    int rate;
    bool gated;

    SDL_mutex *lock; // guards all below
    SDL_cond *changed;
    int64_t mixed, allowed; // whole buffers
    bool waiting;           // the sound thread stands at the gate
    bool released;          // the gate is open for good
    void (*work)(void *arg);
    void *arg;

    SDL_sem *closed;
};

static void wait_at_gate(struct device *device)
{
    SDL_LockMutex(device->lock);
    device->mixed++;
    device->waiting = true;
    SDL_CondBroadcast(device->changed);
    while (!device->released && device->mixed >= device->allowed) {
        SDL_CondWait(device->changed, device->lock);
        if (device->work) {
            device->work(device->arg);
            device->work = NULL;
            SDL_CondBroadcast(device->changed);
        }
    }
    device->waiting = false;
    SDL_UnlockMutex(device->lock);
}

static void SDLCALL hook(void *context, Uint8 *stream, int bytes)
{
    struct device *device = context;
    device->mix(device->context, (int16_t *)(void *)stream, bytes / (2 * (int)sizeof(int16_t)));
    if (device->gated) {
        if (device->mixed == 0) {
            disk_mark(stream, bytes);
        }
        wait_at_gate(device);
    }
}

// Waits until the sound thread has mixed all it may. Call with the lock.
static void await_gate(struct device *device)
{
    while (!device->waiting || device->mixed < device->allowed) {
        SDL_CondWait(device->changed, device->lock);
    }
}

static void free_device(struct device *device)
{
    SDL_DestroySemaphore(device->closed);
    SDL_DestroyCond(device->changed);
    SDL_DestroyMutex(device->lock);
    free(device);
}

static struct device *new_device(bool gated, device_mix *mix, void *context)
{
    struct device *device = calloc(1, sizeof *device);
    if (!device) {
        return NULL;
    }
    *device = (struct device){
        .mix = mix,
        .context = context,
        .rate = RATE,
        .gated = gated,
        .lock = SDL_CreateMutex(),
        .changed = SDL_CreateCond(),
        .closed = SDL_CreateSemaphore(0),
    };
    if (!device->lock || (THREADS && (!device->changed || !device->closed))) {
        free_device(device);
        return NULL;
    }
    return device;
}

// The hook is there before the device, so that not one buffer passes the gate unseen.
static bool open_audio(struct device *device)
{
    Mix_SetPostMix(hook, device);
    if (Mix_OpenAudioDevice(RATE, AUDIO_S16SYS, 2, BUFFER_FRAMES, NULL, SDL_AUDIO_ALLOW_FREQUENCY_CHANGE) ==
        0) {
        Mix_QuerySpec(&device->rate, NULL, NULL);
        return true;
    }
    Mix_SetPostMix(NULL, NULL);
    return false;
}

static void close_gate(struct device *device)
{
    SDL_LockMutex(device->lock);
    await_gate(device);
    device->allowed = device->mixed;
    SDL_UnlockMutex(device->lock);
}

bool device_system_start(void)
{
    return SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
}

bool device_listed(void)
{
    return SDL_GetNumAudioDevices(0) != 0; // -1: this driver can't say
}

void device_system_stop(void)
{
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

struct device *device_open(bool gated, device_mix *mix, void *context)
{
    struct device *device = new_device(gated, mix, context);
    if (!device) {
        return NULL;
    }
    if (gated) {
        disk_hurry();
    }
    if (!open_audio(device)) {
        free_device(device);
        return NULL;
    }
    if (gated) {
        close_gate(device);
    }
    return device;
}

static int SDLCALL close_audio(void *context)
{
    struct device *device = context;
    Mix_CloseAudio();
    SDL_SemPost(device->closed);
    return 0;
}

// In a thread of its own: a sound server that has died may never let go.
bool device_close(struct device *device)
{
    SDL_LockMutex(device->lock);
    device->released = true;
    SDL_CondBroadcast(device->changed);
    SDL_UnlockMutex(device->lock);
    SDL_Thread *thread = SDL_CreateThread(close_audio, "close sound", device);
    if (!thread) {
        close_audio(device);
    } else if (SDL_SemWaitTimeout(device->closed, device->gated ? GATED_WAIT_MS : CLOSE_WAIT_MS) != 0) {
        SDL_DetachThread(thread);
        return false;
    }
    SDL_WaitThread(thread, NULL);
    if (device->gated) {
        disk_trim(device->allowed, BUFFER_BYTES);
    }
    free_device(device);
    return true;
}

int device_rate(const struct device *device)
{
    return device->rate;
}

void device_call(struct device *device, void (*work)(void *arg), void *arg)
{
    if (!device->gated) {
        work(arg);
        return;
    }
    SDL_LockMutex(device->lock);
    device->work = work;
    device->arg = arg;
    SDL_CondBroadcast(device->changed);
    while (device->work) {
        SDL_CondWait(device->changed, device->lock);
    }
    SDL_UnlockMutex(device->lock);
}

void device_advance(struct device *device, int64_t frames)
{
    if (!device->gated) {
        return;
    }
    SDL_LockMutex(device->lock);
    int64_t buffers =
        (frames + BUFFER_FRAMES - 1) / BUFFER_FRAMES; // up: what is played now is heard now or later
    if (buffers > device->allowed) {
        device->allowed = buffers;
        SDL_CondBroadcast(device->changed);
        await_gate(device);
    }
    SDL_UnlockMutex(device->lock);
}
