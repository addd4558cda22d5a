// The device's side of the microphone: a thread that opens, holds and closes it, and waits as long as SDL
// takes.
#include "platform/microphone_inside.h"

#include <stdlib.h>

#include <SDL.h>

#include "platform/capture.h"

static SDL_atomic_t holding; // of all microphones: how many have not let go

int64_t microphone_limit(const struct microphone *microphone)
{
    return microphone->gated ? microphone->allowed : INT64_MAX;
}

static bool may_come(const struct microphone *microphone)
{
    bool room = !microphone->file || ring_waiting(&microphone->ring) <= RING_ROOM - CAPTURE_BUFFER;
    return microphone->closing || (microphone->ring.arrived < microphone_limit(microphone) && room);
}

// The disk driver reads on and on: it waits here.
static void on_samples(void *context, uint8_t *stream, int bytes)
{
    struct microphone *microphone = context;
    SDL_LockMutex(microphone->lock);
    while (!may_come(microphone)) {
        SDL_CondWait(microphone->changed, microphone->lock);
    }
    if (!microphone->closing) {
        ring_keep(&microphone->ring, (const int16_t *)(const void *)stream, bytes / (int)sizeof(int16_t));
        microphone->heard_ms = SDL_GetTicks64();
    }
    SDL_CondBroadcast(microphone->changed);
    SDL_UnlockMutex(microphone->lock);
}

void microphone_let_go(struct microphone *microphone)
{
    SDL_LockMutex(microphone->lock);
    bool last = --microphone->holders == 0;
    SDL_CondBroadcast(microphone->changed);
    SDL_UnlockMutex(microphone->lock);
    if (last) {
        ring_forget(&microphone->ring);
        SDL_DestroyCond(microphone->changed);
        SDL_DestroyMutex(microphone->lock);
        free(microphone);
    }
}

static void say(struct microphone *microphone, enum microphone_state state, uint32_t device)
{
    SDL_LockMutex(microphone->lock);
    microphone->state = state;
    microphone->device = device;
    microphone->heard_ms = SDL_GetTicks64();
    SDL_CondBroadcast(microphone->changed);
    SDL_UnlockMutex(microphone->lock);
}

// Call with the lock.
static void look_for_any(struct microphone *microphone)
{
    microphone->looked = true;
    SDL_UnlockMutex(microphone->lock);
    bool none = !capture_listed();
    SDL_LockMutex(microphone->lock);
    microphone->state = none ? MICROPHONE_GONE : microphone->state;
}

static void wait_until_closing(struct microphone *microphone)
{
    SDL_LockMutex(microphone->lock);
    while (!microphone->closing) {
        if (microphone->unplugged && !microphone->looked) {
            look_for_any(microphone);
        } else {
            SDL_CondWait(microphone->changed, microphone->lock);
        }
    }
    SDL_UnlockMutex(microphone->lock);
}

static bool is_closing(struct microphone *microphone)
{
    SDL_LockMutex(microphone->lock);
    bool closing = microphone->closing;
    SDL_UnlockMutex(microphone->lock);
    return closing;
}

static void hold_device(struct microphone *microphone, uint32_t device)
{
    if (!is_closing(microphone)) {
        say(microphone, MICROPHONE_LISTENING, device);
        capture_start(device);
        wait_until_closing(microphone);
    }
    capture_close(device); // may never return (SDL 2.26 with a PulseAudio source that has stalled)
}

// Looking and opening take their time: whoever has let go meanwhile wants nothing opened, and nothing heard.
static int SDLCALL hold(void *context)
{
    struct microphone *microphone = context;
    bool none = !capture_listed(); // then PulseAudio would give what the loudspeaker plays
    uint32_t device = none || is_closing(microphone) ? 0 : capture_open(on_samples, microphone);
    if (device != 0) {
        hold_device(microphone, device);
    } else {
        say(microphone, none || microphone->file ? MICROPHONE_NONE : MICROPHONE_REFUSED, 0);
    }
    SDL_AtomicAdd(&holding, -1);
    microphone_let_go(microphone);
    return 0;
}

void microphone_hold(struct microphone *microphone)
{
    microphone->holders++;
    SDL_AtomicAdd(&holding, 1);
    SDL_Thread *thread = SDL_CreateThread(hold, "microphone", microphone);
    if (thread) {
        SDL_DetachThread(thread);
        return;
    }
    microphone->holders--;
    SDL_AtomicAdd(&holding, -1);
    microphone->state = MICROPHONE_REFUSED;
}

bool microphone_held(void)
{
    return SDL_AtomicGet(&holding) > 0;
}

// SDL tells of it from any thread. With PulseAudio it can't say that the one that went is the one in use:
// that is opened as "the default".
int microphone_event(void *context, SDL_Event *event)
{
    struct microphone *microphone = context;
    if (event->type == SDL_AUDIODEVICEREMOVED && event->adevice.iscapture) {
        SDL_LockMutex(microphone->lock);
        if (event->adevice.which == 0) {
            microphone->unplugged = true;
            microphone->looked = false;
        } else if (event->adevice.which == microphone->device) {
            microphone->state = MICROPHONE_GONE;
        }
        SDL_CondBroadcast(microphone->changed);
        SDL_UnlockMutex(microphone->lock);
    }
    return 0;
}
