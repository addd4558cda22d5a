// A rig: the parts of one SVG as sprites, drawn in a pose.
#pragma once

#include <stdint.h>

#include "stage/picture.h"
#include "stage/pose.h"

struct canvas;

struct rig {
    struct svg_sheet sheet;
    int parent[SVG_PARTS_MAX]; // a part's number, or POSE_ROOT
    struct picture_slot pictures[SVG_PARTS_MAX];
};

// A set of parts: bit i is part i.
typedef uint64_t rig_parts;

// The parts of a pose, worked out for a place in the window.
struct rig_shape {
    struct matrix to_window[SVG_PARTS_MAX]; // sheet units -> window pixels
    float show[SVG_PARTS_MAX];              // 0 to 1, the ancestors' included
};

// Reads a file of the share folder ("friends/bear.svg" under assets/). False where it is no rig.
bool rig_read(struct rig *rig, const char *asset);
void rig_free(struct rig *rig);
// Begins to rasterise every part for placing; until they are ready the old sprites are drawn, scaled.
void rig_rasterise(struct rig *rig, struct loader *loader, const struct placing *placing);
bool rig_ready(const struct rig *rig);

// The part's number or -1; the set of one part, or of none.
int rig_find(const struct rig *rig, const char *id);
rig_parts rig_part(const struct rig *rig, const char *id);

void rig_shape(const struct rig *rig, const struct placing *placing, const struct pose *pose,
               struct rig_shape *shape);
// Draws some parts of the shape in the order of the sheet, inside clip (NULL: everywhere), alpha 0 to 255.
void rig_draw(const struct rig *rig, struct canvas *canvas, const struct rig_shape *shape, rig_parts parts,
              int alpha, const struct rect *clip);
// Is this window pixel inside the sheet as it stands under placing? A matter of numbers alone, so that a
// touch means the same whether or not the pictures are there.
bool rig_within(const struct rig *rig, const struct placing *placing, float x, float y);
