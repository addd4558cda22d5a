// The microphone, held by a thread of its own: whatever it does to whoever opens or closes it, the game goes
// on. What the two share is freed by the one that lets go last.
#include "platform/microphone.h"

#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "platform/mixer_disk.h"

enum {
    BUFFER_SAMPLES = 1024,
    ROOM = 30 * MICROPHONE_RATE, // samples that wait to be taken
    CLOSE_WAIT_MS = 250,
    GATED_WAIT_MS = 10000, // a file never hangs; a busy machine may take its time
};

struct microphone {
    bool gated;      // virtual time: samples come as the game's time allows
    bool file;       // the disk driver's: it gives all at once
    bool started;    // SDL's audio, counted
    SDL_mutex *lock; // guards all below
    SDL_cond *changed;
    int holders;   // the main thread and the one that holds the device
    bool closing;  // the main thread has let go
    bool released; // the device is closed
    enum microphone_state state;
    SDL_AudioDeviceID device;
    Uint64 heard_ms;        // when something last came, by SDL's clock
    int64_t arrived, taken; // samples
    int64_t allowed;        // gated: how many may have arrived by now
    int64_t zeros;          // since the last sample that was not zero
    int16_t samples[ROOM];  // a ring: sample n is at n % ROOM
};

// ---- the device's side

static int64_t limit(const struct microphone *microphone)
{
    return microphone->gated ? microphone->allowed : INT64_MAX;
}

static bool may_come(const struct microphone *microphone)
{
    bool room = !microphone->file || microphone->arrived - microphone->taken <= ROOM - BUFFER_SAMPLES;
    return microphone->closing || (microphone->arrived < limit(microphone) && room);
}

static void keep(struct microphone *microphone, const int16_t *samples, int count)
{
    for (int i = 0; i < count; i++) {
        microphone->samples[(microphone->arrived + i) % ROOM] = samples[i];
        microphone->zeros = samples[i] == 0 ? microphone->zeros + 1 : 0;
    }
    microphone->arrived += count;
    if (microphone->arrived - microphone->taken > ROOM) {
        microphone->taken = microphone->arrived - ROOM;
    }
}

// The disk driver reads on and on: it waits here.
static void SDLCALL on_samples(void *context, Uint8 *stream, int bytes)
{
    struct microphone *microphone = context;
    SDL_LockMutex(microphone->lock);
    while (!may_come(microphone)) {
        SDL_CondWait(microphone->changed, microphone->lock);
    }
    if (!microphone->closing) {
        keep(microphone, (const int16_t *)(const void *)stream, bytes / (int)sizeof(int16_t));
        microphone->heard_ms = SDL_GetTicks64();
    }
    SDL_CondBroadcast(microphone->changed);
    SDL_UnlockMutex(microphone->lock);
}

static void let_go(struct microphone *microphone)
{
    SDL_LockMutex(microphone->lock);
    bool last = --microphone->holders == 0;
    SDL_UnlockMutex(microphone->lock);
    if (last) {
        SDL_DestroyCond(microphone->changed);
        SDL_DestroyMutex(microphone->lock);
        free(microphone);
    }
}

static void say(struct microphone *microphone, enum microphone_state state, SDL_AudioDeviceID device)
{
    SDL_LockMutex(microphone->lock);
    microphone->state = state;
    microphone->device = device;
    microphone->heard_ms = SDL_GetTicks64();
    SDL_CondBroadcast(microphone->changed);
    SDL_UnlockMutex(microphone->lock);
}

static SDL_AudioDeviceID open_device(struct microphone *microphone)
{
    SDL_AudioSpec wanted = {
        .freq = MICROPHONE_RATE,
        .format = AUDIO_S16SYS,
        .channels = 1,
        .samples = BUFFER_SAMPLES,
        .callback = on_samples,
        .userdata = microphone,
    };
    SDL_AudioSpec had;
    return SDL_OpenAudioDevice(NULL, SDL_TRUE, &wanted, &had, 0);
}

static bool none_listed(const struct microphone *microphone)
{
    return microphone->file || SDL_GetNumAudioDevices(SDL_TRUE) == 0;
}

static void wait_until_closing(struct microphone *microphone)
{
    SDL_LockMutex(microphone->lock);
    while (!microphone->closing) {
        SDL_CondWait(microphone->changed, microphone->lock);
    }
    SDL_UnlockMutex(microphone->lock);
}

static void note_released(struct microphone *microphone)
{
    SDL_LockMutex(microphone->lock);
    microphone->released = true;
    SDL_CondBroadcast(microphone->changed);
    SDL_UnlockMutex(microphone->lock);
}

static int SDLCALL hold(void *context)
{
    struct microphone *microphone = context;
    SDL_AudioDeviceID device = open_device(microphone);
    if (device == 0) {
        say(microphone, none_listed(microphone) ? MICROPHONE_NONE : MICROPHONE_REFUSED, 0);
    } else {
        say(microphone, MICROPHONE_LISTENING, device);
        SDL_PauseAudioDevice(device, 0);
        wait_until_closing(microphone);
        SDL_CloseAudioDevice(device); // may never return (SDL 2.26 with a PulseAudio source that has stalled)
    }
    note_released(microphone);
    let_go(microphone);
    return 0;
}

// SDL tells of it from any thread.
static int SDLCALL on_event(void *context, SDL_Event *event)
{
    struct microphone *microphone = context;
    if (event->type == SDL_AUDIODEVICEREMOVED && event->adevice.iscapture) {
        SDL_LockMutex(microphone->lock);
        if (event->adevice.which == microphone->device && microphone->device != 0) {
            microphone->state = MICROPHONE_GONE;
            SDL_CondBroadcast(microphone->changed);
        }
        SDL_UnlockMutex(microphone->lock);
    }
    return 0;
}

// ---- the game's side

static struct microphone *make(bool gated)
{
    struct microphone *microphone = calloc(1, sizeof *microphone);
    if (!microphone) {
        return NULL;
    }
    microphone->gated = gated;
    microphone->file = disk_chosen();
    microphone->holders = 1;
    microphone->heard_ms = SDL_GetTicks64();
    microphone->lock = SDL_CreateMutex();
    microphone->changed = SDL_CreateCond();
    if (!microphone->lock || !microphone->changed) {
        let_go(microphone);
        return NULL;
    }
    return microphone;
}

static void start_holding(struct microphone *microphone)
{
    microphone->holders++;
    SDL_Thread *thread = SDL_CreateThread(hold, "microphone", microphone);
    if (thread) {
        SDL_DetachThread(thread);
        return;
    }
    microphone->holders--;
    microphone->state = MICROPHONE_REFUSED;
    microphone->released = true;
}

// Call with the lock. Waits for what `done` says, at most ms.
static bool await(struct microphone *microphone, bool (*done)(const struct microphone *), int ms)
{
    Uint64 until = SDL_GetTicks64() + (Uint64)ms;
    while (!done(microphone)) {
        Uint64 now = SDL_GetTicks64();
        if (now >= until) {
            return false;
        }
        SDL_CondWaitTimeout(microphone->changed, microphone->lock, (Uint32)(until - now));
    }
    return true;
}

static bool is_open(const struct microphone *microphone)
{
    return microphone->state != MICROPHONE_OPENING;
}

static bool is_released(const struct microphone *microphone)
{
    return microphone->released;
}

static bool has_arrived(const struct microphone *microphone)
{
    return microphone->arrived >= microphone->allowed || microphone->state != MICROPHONE_LISTENING;
}

struct microphone *microphone_open(bool virtual_time)
{
    struct microphone *microphone = make(virtual_time);
    if (!microphone) {
        return NULL;
    }
    if (virtual_time) {
        disk_hurry();
    }
    microphone->started = (!virtual_time || microphone->file) && SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    if (!microphone->started) {
        microphone->state = MICROPHONE_NONE;
        microphone->released = true;
        return microphone;
    }
    SDL_AddEventWatch(on_event, microphone);
    start_holding(microphone);
    if (virtual_time) {
        SDL_LockMutex(microphone->lock);
        await(microphone, is_open, GATED_WAIT_MS);
        SDL_UnlockMutex(microphone->lock);
    }
    return microphone;
}

static bool stalled(const struct microphone *microphone)
{
    return !microphone->gated && SDL_GetTicks64() - microphone->heard_ms >= MICROPHONE_STALL_MS;
}

static bool dead(const struct microphone *microphone)
{
    return microphone->zeros >= (int64_t)MICROPHONE_RATE * MICROPHONE_STALL_MS / 1000;
}

enum microphone_state microphone_state(const struct microphone *microphone)
{
    SDL_LockMutex(microphone->lock);
    enum microphone_state state = microphone->state;
    if (state == MICROPHONE_LISTENING || state == MICROPHONE_OPENING) {
        state = stalled(microphone) ? MICROPHONE_STALLED : dead(microphone) ? MICROPHONE_DEAD : state;
    }
    SDL_UnlockMutex(microphone->lock);
    return state;
}

int microphone_read(struct microphone *microphone, int16_t *samples, int most)
{
    SDL_LockMutex(microphone->lock);
    int64_t end = microphone->arrived < limit(microphone) ? microphone->arrived : limit(microphone);
    int count = 0;
    while (count < most && microphone->taken < end) {
        samples[count++] = microphone->samples[microphone->taken++ % ROOM];
    }
    SDL_CondBroadcast(microphone->changed);
    SDL_UnlockMutex(microphone->lock);
    return count;
}

void microphone_virtual(struct microphone *microphone, int now_ms)
{
    if (!microphone->gated) {
        return;
    }
    SDL_LockMutex(microphone->lock);
    int64_t allowed = (int64_t)now_ms * MICROPHONE_RATE / 1000;
    microphone->allowed = allowed > microphone->allowed ? allowed : microphone->allowed;
    SDL_CondBroadcast(microphone->changed);
    await(microphone, has_arrived, GATED_WAIT_MS);
    SDL_UnlockMutex(microphone->lock);
}

bool microphone_close(struct microphone *microphone)
{
    if (!microphone) {
        return true;
    }
    SDL_DelEventWatch(on_event, microphone);
    SDL_LockMutex(microphone->lock);
    microphone->closing = true;
    SDL_CondBroadcast(microphone->changed);
    bool released = await(microphone, is_released, microphone->gated ? GATED_WAIT_MS : CLOSE_WAIT_MS);
    SDL_UnlockMutex(microphone->lock);
    if (released && microphone->started) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO); // would wait for a device that is not released
    }
    let_go(microphone);
    return released;
}
