// Inside of the microphone: what the game's side (microphone.c) and the device's (microphone_hold.c) share.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "platform/microphone.h"
#include "platform/microphone_ring.h"

union SDL_Event;

struct microphone {
    bool gated;             // virtual time: samples come as the game's time allows
    bool file;              // the disk driver's: it gives all at once
    bool started;           // SDL's audio, counted
    struct SDL_mutex *lock; // guards all below
    struct SDL_cond *changed;
    int holders;  // the main thread and, until it has closed it, the one that holds the device
    bool closing; // the main thread has let go
    enum microphone_state state;
    uint32_t device;
    bool unplugged;    // some microphone was, SDL does not say which ...
    bool looked;       // ... and whether any is left has been looked up
    uint64_t heard_ms; // when something last came, by SDL's clock
    int64_t allowed;   // gated: how many may have arrived by now
    struct ring ring;
};

// A thread of its own opens the device, and closes it when `closing` says so. Where there can be no such
// thread it is MICROPHONE_REFUSED.
void microphone_hold(struct microphone *microphone);
// Whether any microphone is still held.
bool microphone_held(void);
// Of both that share one: what is left by the last is freed.
void microphone_let_go(struct microphone *microphone);
// Up to which sample may be taken. Call with the lock.
int64_t microphone_limit(const struct microphone *microphone);
// SDL's event watch: whether it was unplugged.
int microphone_event(void *context, union SDL_Event *event);
