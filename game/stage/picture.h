// One picture rasterised beside the game: the old one is shown until the new one is ready.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "platform/canvas.h"
#include "stage/svg_parts.h"

struct loader;
struct picture;
struct picture_work;

// Where a sheet stands in the window: the pixel of its origin, and how many pixels a unit is.
struct placing {
    float x, y, scale;
};

// The sprite of a picture and how it was made: its pixel (0, 0) is the window's pixel (x, y) under `placing`.
struct picture {
    struct sprite *sprite; // NULL where nothing is to be seen
    int x, y;
    struct placing placing;
};

struct picture_slot {
    struct picture shown;
    bool full;                   // something was loaded (its sprite may still be NULL)
    struct picture_work *coming; // NULL where nothing is
};

// Rasterises a part of a sheet in its own box, on whole window pixels under placing.
void picture_load_part(struct picture_slot *slot, struct loader *loader, const struct svg_sheet *sheet,
                       int part, const struct placing *placing);
// Rasterises `view` of a whole SVG into w x h pixels at the window's corner.
void picture_load_view(struct picture_slot *slot, struct loader *loader, const char *svg,
                       const struct svg_view *view, int w, int h);
// A photo (a picture file's bytes, copied) cut to the circle of a part's pivot and radius.
void picture_load_photo(struct picture_slot *slot, struct loader *loader, const struct svg_sheet *sheet,
                        int part, const struct placing *placing, const void *bytes, size_t length);
// True where the newest picture asked for is the one shown.
bool picture_ready(const struct picture_slot *slot);
void picture_free(struct picture_slot *slot);
