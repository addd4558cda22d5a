// A sprite turned, scaled or sheared: its pixels sampled bilinearly along rows of the window.
#pragma once

#include <stdint.h>

#include "platform/canvas_list.h"

struct sampler {
    const uint32_t *pixels; // of the sprite's stored box, premultiplied; beyond it all is clear
    const uint8_t *runs;    // sprite_runs
    uint32_t alpha;         // of the whole, 0 to 255
    int w, h;
    int x, y;                               // the window pixel that u, v belong to
    int64_t u, v;                           // 32.32 fixed: left upper one of the four texels that are mixed
    int64_t u_by_x, v_by_x, u_by_y, v_by_y; // one pixel further
    int64_t ahead;                          // texels from one to where rows soon to come find theirs
    int64_t x_by_texel; // 16.16 fixed: how many pixels a column of texels lasts; 0: it is turned over
};

// The item's sprite must live as long.
struct sampler sampler_for(const struct item *item);
// Paints over window pixels x, y to x + count - 1, y, which are 0xXXRRGGBB at `to`. What a pixel becomes
// depends on its place and on what was there alone, not on where a row begins.
void sampler_row(const struct sampler *sampler, int x, int y, int count, uint32_t *to);
