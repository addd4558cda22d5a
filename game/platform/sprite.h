// Inside of a sprite: for the canvas and its painters only.
#pragma once

#include <stdint.h>

#include "platform/canvas.h"

// Only the box that is not wholly clear is stored. References are counted so that a sprite that was freed
// stays until the frame that shows it has gone: its address is not taken by another meanwhile. Counted on the
// main thread only.
struct sprite {
    int w, h;
    uint64_t number; // no other sprite of this run has it
    int references;
    struct rect box;    // what is stored of 0,0,w,h; empty where all is clear
    struct rect opaque; // a large part of box that is wholly opaque, in sprite pixels; may be empty
    uint32_t *pixels;   // box.w * box.h, 0xAARRGGBB, premultiplied
    bool drawing;       // not a photo: large parts of it are of one colour
    uint8_t *runs;      // NULL until sprite_runs is asked for
};

enum pixel_kind {
    PIXELS_OPAQUE, // 0xXXRRGGBB
    PIXELS_ARGB,   // 0xAARRGGBB, straight alpha
    PIXELS_ABGR,   // 0xAABBGGRR, straight alpha: as drawings come
};

// Copies what is not clear of w * h pixels. NULL where memory is short.
struct sprite *sprite_from_pixels(enum pixel_kind kind, const uint32_t *pixels, int w, int h,
                                  int pitch_bytes);

// A texel of the box, with its right, lower and lower right neighbours.
enum {
    RUN_FLAT = 0x80,  // all four are equal
    RUN_SHADE = 0x40, // all four are opaque and so much alike that any may stand for all
    RUN_MAX = 0x3F,
};

// For each texel of the box: its kind, and how many texels of that kind, up to RUN_MAX, begin with it to the
// right; 0 where it is of no kind, and in the last column and row. Found out when first asked for; the
// sprite's. NULL for a photo and where memory is short. On the main thread.
const uint8_t *sprite_runs(const struct sprite *sprite);

void sprite_hold(const struct sprite *sprite);
void sprite_release(const struct sprite *sprite);
