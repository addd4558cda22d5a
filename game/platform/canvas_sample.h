// A sprite turned, scaled or sheared: its pixels sampled bilinearly along rows of the window.
#pragma once

#include <stdint.h>

#include "platform/canvas_list.h"

struct sampler {
    const uint32_t *pixels; // of the sprite's stored box, premultiplied; beyond it all is clear
    int w, h;
    int x, y;                               // the window pixel that u, v belong to
    int64_t u, v;                           // 32.32 fixed: left upper one of the four texels that are mixed
    int64_t u_by_x, v_by_x, u_by_y, v_by_y; // one pixel further
};

// The item's sprite must live as long.
struct sampler sampler_for(const struct item *item);
// Window pixels x, y to x + count - 1, y. What a pixel becomes depends on its place alone, not on where a row
// begins.
void sampler_row(const struct sampler *sampler, int x, int y, int count, uint32_t *to);
