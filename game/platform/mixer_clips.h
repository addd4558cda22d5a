// Decoded clips, mono, kept near their use: when they take more room than they may, those that were not asked
// for the longest go first.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct clip {
    char *path;
    int16_t *samples;
    int frames;
    unsigned asked; // the greater, the later
};

enum {
    CLIPS_MAX = 64,
    CLIPS_BYTES = 4 << 20, // a round's sounds and the touches take 2.7 MB
};

struct clips {
    struct clip items[CLIPS_MAX];
    int count;
    unsigned asked;
};

struct device;

// The clip, decoded if it wasn't; NULL where it can't. It stays valid until the next clips_get or clips_free,
// and as long as in_use says true of its samples.
const struct clip *clips_get(struct clips *clips, struct device *device, const char *path,
                             bool (*in_use)(void *context, const int16_t *samples), void *context);
void clips_free(struct clips *clips);
