// The bed: one file that SDL2_mixer streams, over and over. How loud it is is a matter of the sum.
#pragma once

#include <stdbool.h>

struct device;

struct bed {
    char path[1024];
    int volume;     // what it is to have; 0: it has ended, or is about to
    int fade_ms;    // how it begins
    void *music;    // SDL2_mixer's; NULL: not loaded
    bool streaming; // else it is paused
    bool awaited;   // its file is not there yet
};

// Another file than before is let go of. device may be NULL, here only.
void bed_choose(struct bed *bed, struct device *device, const char *path);
// Goes on where it paused. A file that can't be read is silent, and one that is not there is awaited.
void bed_stream(struct bed *bed, struct device *device);
// An awaited one is there now: a browser plays while sounds are still arriving.
bool bed_has_come(const struct bed *bed);
void bed_pause(struct bed *bed, struct device *device);
void bed_free(struct bed *bed, struct device *device);
