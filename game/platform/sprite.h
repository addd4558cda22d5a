// Inside of a sprite: for the canvas and its painters only.
#pragma once

#include <stdint.h>

#include "platform/canvas.h"

// Only the box that is not wholly clear is stored. References are counted so that a sprite that was freed
// stays until the frame that shows it has gone: its address is not taken by another meanwhile. Counted on the
// main thread only.
struct sprite {
    int w, h;
    int references;
    struct rect box;    // what is stored of 0,0,w,h; empty where all is clear
    struct rect opaque; // a large part of box that is wholly opaque, in sprite pixels; may be empty
    uint32_t *pixels;   // box.w * box.h, 0xAARRGGBB, premultiplied
};

enum pixel_kind {
    PIXELS_OPAQUE, // 0xXXRRGGBB
    PIXELS_ARGB,   // 0xAARRGGBB, straight alpha
    PIXELS_ABGR,   // 0xAABBGGRR, straight alpha
};

// Copies what is not clear of w * h pixels. NULL where memory is short.
struct sprite *sprite_from_pixels(enum pixel_kind kind, const uint32_t *pixels, int w, int h,
                                  int pitch_bytes);

void sprite_hold(const struct sprite *sprite);
void sprite_release(const struct sprite *sprite);
