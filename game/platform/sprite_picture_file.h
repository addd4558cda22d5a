// A picture file's own words about itself, read before anything is decoded: what it is, how large, and
// whether it is all there.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { PICTURE_SIDE_MAX = 12000, PICTURE_PIXELS_MAX = 60000000 };

struct picture_file {
    const char *type; // as SDL_image names it: PNG, JPG, WEBP
    int w, h;         // as it is stored, pixels; at most 2^30
};

// Reads the header and looks for the end. NULL, or one sentence why this is no picture of ours. Takes no
// memory.
const char *picture_file_read(const void *bytes, size_t length, struct picture_file *file);
