// The bed: one file that SDL2_mixer streams, over and over. How loud it is is a matter of the sum.
#pragma once

#include <stdbool.h>

struct device;

struct bed {
    char path[1024];
    int volume;     // what it is to have; 0: it has ended, or is about to
    void *music;    // SDL2_mixer's; NULL: not loaded
    bool streaming; // else it is paused
};

// Another file than before is let go of. device may be NULL, here only.
void bed_choose(struct bed *bed, struct device *device, const char *path);
// Goes on where it paused. A file that can't be read is silent.
void bed_stream(struct bed *bed, struct device *device);
void bed_pause(struct bed *bed, struct device *device);
void bed_free(struct bed *bed, struct device *device);
