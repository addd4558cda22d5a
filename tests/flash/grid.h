// The screen as cells of half a degree, and what a disc of ten degrees around each of them holds.
#pragma once

#include <stdint.h>

enum {
    LONG_SIDE_CELLS = 62, // of 3.5 mm: 217 mm, a 10.1 inch screen's long side
    CELLS_MAX = LONG_SIDE_CELLS * LONG_SIDE_CELLS,
    DISC_RADIUS = 10, // cells: a disc of ten degrees is 20 across
};

struct grid {
    int w, h; // pixels
    int columns, rows;
    float linear[256]; // an sRGB channel's light
};

// Linear light of a cell, 0 to 1.
struct light {
    float r, g, b;
};

void grid_start(struct grid *grid, int w, int h);
// Mean linear light of every cell; lights has columns x rows.
void grid_lights(const struct grid *grid, const uint32_t *pixels, struct light *lights);
float light_luminance(struct light light);
// Mean luminance of the pixels in a rectangle that lies within the frame.
float grid_luminance(const struct grid *grid, const uint32_t *pixels, int x, int y, int w, int h);
// For each cell the sum of values over the disc around it.
void grid_discs(const struct grid *grid, const int *values, int *sums);
