// The microphone, held by a thread of its own: whatever it does to whoever opens or closes it, the game goes
// on. What the two share is freed by the one that lets go last.
#include "platform/microphone.h"

#include <stdlib.h>

#include <SDL.h>

#include "platform/capture.h"
#include "platform/microphone_ring.h"
#include "platform/mixer_disk.h"

enum {
    CLOSE_WAIT_MS = 250,
    GATED_WAIT_MS = 10000, // a file never hangs; a busy machine may take its time
    GONE_ZEROS_MS = 300,   // one was unplugged, and so long nothing since: it was this one
};

// Of all microphones: how many have not let go, and how often SDL's audio is still counted for those that
// were closed.
static SDL_atomic_t holding;
static int owed;

struct microphone {
    bool gated;      // virtual time: samples come as the game's time allows
    bool file;       // the disk driver's: it gives all at once
    bool started;    // SDL's audio, counted
    SDL_mutex *lock; // guards all below
    SDL_cond *changed;
    int holders;  // the main thread and, until it has closed it, the one that holds the device
    bool closing; // the main thread has let go
    enum microphone_state state;
    uint32_t device;
    bool unplugged;  // some microphone was, SDL does not say which ...
    bool looked;     // ... and whether any is left has been looked up
    Uint64 heard_ms; // when something last came, by SDL's clock
    int64_t allowed; // gated: how many may have arrived by now
    struct ring ring;
};

// ---- the device's side

static int64_t limit(const struct microphone *microphone)
{
    return microphone->gated ? microphone->allowed : INT64_MAX;
}

static bool may_come(const struct microphone *microphone)
{
    bool room = !microphone->file || ring_waiting(&microphone->ring) <= RING_ROOM - CAPTURE_BUFFER;
    return microphone->closing || (microphone->ring.arrived < limit(microphone) && room);
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

static void let_go(struct microphone *microphone)
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
    let_go(microphone);
    return 0;
}

static void start_holding(struct microphone *microphone)
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

// SDL tells of it from any thread. With PulseAudio it can't say that the one that went is the one in use:
// that is opened as "the default".
static int SDLCALL on_event(void *context, SDL_Event *event)
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

// ---- the game's side

bool microphone_in_browser(void)
{
    return false;
}

bool microphone_allowed(void)
{
    return true;
}

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
    return microphone->holders == 1;
}

static bool has_arrived(const struct microphone *microphone)
{
    return microphone->ring.arrived >= microphone->allowed || microphone->state != MICROPHONE_LISTENING;
}

struct microphone *microphone_open(bool virtual_time)
{
    struct microphone *microphone = make(virtual_time);
    if (!microphone) {
        return NULL;
    }
    if (!microphone_all_let_go(CLOSE_WAIT_MS)) { // one that hangs is enough
        microphone->state = MICROPHONE_STALLED;
        return microphone;
    }
    if (virtual_time) {
        disk_hurry();
    }
    microphone->started = (!virtual_time || microphone->file) && SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    if (!microphone->started) {
        microphone->state = MICROPHONE_NONE;
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

static enum microphone_state heard_state(const struct microphone *microphone)
{
    int zeros_ms = (int)(microphone->ring.zeros * 1000 / MICROPHONE_RATE);
    if (microphone->unplugged && zeros_ms >= GONE_ZEROS_MS) {
        return MICROPHONE_GONE;
    }
    return stalled(microphone)               ? MICROPHONE_STALLED
           : zeros_ms >= MICROPHONE_STALL_MS ? MICROPHONE_DEAD
                                             : microphone->state;
}

enum microphone_state microphone_state(const struct microphone *microphone)
{
    SDL_LockMutex(microphone->lock);
    enum microphone_state state = microphone->state;
    if (state == MICROPHONE_LISTENING || state == MICROPHONE_OPENING) {
        state = heard_state(microphone);
    }
    SDL_UnlockMutex(microphone->lock);
    return state;
}

int microphone_read(struct microphone *microphone, int16_t *samples, int most)
{
    SDL_LockMutex(microphone->lock);
    int count = ring_take(&microphone->ring, limit(microphone), samples, most);
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

// What is owed to SDL's audio is paid when nobody holds a device: it would wait for one that is not released.
static bool settle(void)
{
    if (SDL_AtomicGet(&holding) > 0) {
        return false;
    }
    for (; owed > 0; owed--) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    return true;
}

static bool leave(struct microphone *microphone, int wait_ms)
{
    SDL_DelEventWatch(on_event, microphone);
    SDL_LockMutex(microphone->lock);
    microphone->closing = true;
    SDL_CondBroadcast(microphone->changed);
    bool released = await(microphone, is_released, microphone->gated ? GATED_WAIT_MS : wait_ms);
    SDL_UnlockMutex(microphone->lock);
    owed += microphone->started;
    let_go(microphone);
    return released;
}

bool microphone_all_let_go(int most_ms)
{
    Uint64 until = SDL_GetTicks64() + (Uint64)most_ms;
    while (!settle() && SDL_GetTicks64() < until) {
        SDL_Delay(1);
    }
    return settle();
}

bool microphone_close(struct microphone *microphone)
{
    bool released = !microphone || leave(microphone, CLOSE_WAIT_MS);
    microphone_all_let_go(0);
    return released;
}

void microphone_leave(struct microphone *microphone)
{
    if (microphone) {
        leave(microphone, 0);
    }
}
