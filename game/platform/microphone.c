// The microphone, held by a thread of its own: whatever it does to whoever opens or closes it, the game goes
// on. What the two share is freed by the one that lets go last. Here is the game's side.
#include "platform/microphone_inside.h"

#include <stdlib.h>

#include <SDL.h>

#include "platform/mixer_disk.h"

enum {
    CLOSE_WAIT_MS = 250,
    GATED_WAIT_MS = 10000, // a file never hangs; a busy machine may take its time
    GONE_ZEROS_MS = 300,   // one was unplugged, and so long nothing since: it was this one
};

static int owed; // how often SDL's audio is still counted for microphones that were closed

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
        microphone_let_go(microphone);
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
    SDL_AddEventWatch(microphone_event, microphone);
    microphone_hold(microphone);
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
    int count = ring_take(&microphone->ring, microphone_limit(microphone), samples, most);
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
    if (microphone_held()) {
        return false;
    }
    for (; owed > 0; owed--) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    return true;
}

static bool leave(struct microphone *microphone, int wait_ms)
{
    SDL_DelEventWatch(microphone_event, microphone);
    SDL_LockMutex(microphone->lock);
    microphone->closing = true;
    SDL_CondBroadcast(microphone->changed);
    bool released = await(microphone, is_released, microphone->gated ? GATED_WAIT_MS : wait_ms);
    SDL_UnlockMutex(microphone->lock);
    owed += microphone->started;
    microphone_let_go(microphone);
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
