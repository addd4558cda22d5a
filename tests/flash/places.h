// Places: neighbourhoods of ten degrees, and the changes of light and of colour that enough of one makes
// together.
#pragma once

#include <stdbool.h>

#include "flash/cell.h"
#include "flash/grid.h"

// The areas that are looked at: the least share of the screen that has to change together. WCAG's quarter of
// a field of ten degrees is 1.3 % of the screen where a baby's nose is 25 cm away, 3 % at 40 cm
// (science/README.md 5.1).
enum area { SMALL, LARGE, AREAS };

// The most transitions within the second that ends with this frame, and where (a cell's number).
struct most {
    int transitions, spot;
};

struct most_of_frame {
    struct most light[AREAS];
    struct most red; // over the small area
};

struct places;

// NULL only without memory. The grid must live as long.
struct places *places_new(const struct grid *grid);
void places_free(struct places *places);
// The next frame is compared with none before; what was counted stays.
void places_anew(struct places *places);
// One frame's light of every cell, frames counted from 0.
struct most_of_frame places_frame(struct places *places, const struct light *lights, int frame);
