// The sound device: SDL2_mixer opened, its post-mix hook, and the gate that lets it mix under virtual time
// only when the game says so.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct device;

// Fills one buffer: `stream` holds the streamed music (stereo). Runs in the sound thread.
typedef void device_mix(void *context, int16_t *stream, int frames);

// SDL's audio. It outlives a device that goes: it is what says that another one came, and starting it says so
// of each that is there.
bool device_system_start(void);
void device_system_stop(void);
// False where SDL's audio knows for sure that there is nothing to open.
bool device_listed(void);

// NULL where there is no device. gated: mix only in device_advance.
struct device *device_open(bool gated, device_mix *mix, void *context);
// False where the device does not let go within a quarter of a second: then it is left to itself.
bool device_close(struct device *device);

int device_rate(const struct device *device); // frames a second
// Runs work where SDL2_mixer's functions may be called: here, or in the sound thread that waits at the gate
// with SDL2_mixer's own lock in its hand. Returns when it is done.
void device_call(struct device *device, void (*work)(void *arg), void *arg);
// Gated: lets the sound thread mix, in whole buffers, all that belongs before `frames` since the program's
// start, and waits until it has.
void device_advance(struct device *device, int64_t frames);
