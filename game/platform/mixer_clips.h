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
    bool stale;     // its path means something else by now: it only stays while it sounds
};

// Where the samples of kept clips come from (mixer.h): mono, 48 kHz.
struct clip_source {
    int16_t *(*kept)(void *context, const char *path, int *count);
    void *context;
};

enum {
    CLIPS_MAX = 64,
    CLIPS_BYTES = 6 << 20, // a round's sounds and the touches take 2.7 MB, a family's words 2 more
};

struct clips {
    struct clip items[CLIPS_MAX];
    int count;
    unsigned asked;
    struct clip_source source;
};

struct device;

// The clip, decoded if it wasn't; NULL where it can't. It stays valid until the next clips_get or clips_free,
// and as long as in_use says true of its samples.
const struct clip *clips_get(struct clips *clips, struct device *device, const char *path,
                             bool (*in_use)(void *context, const int16_t *samples), void *context);
// What is behind a path has changed.
void clips_forget(struct clips *clips, const char *path);
// And behind those of all kept clips.
void clips_forget_kept(struct clips *clips);
void clips_free(struct clips *clips);
