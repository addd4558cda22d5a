// Rectangles of window pixels, and the few that a frame must repaint.
#pragma once

#include <stdbool.h>

#include "platform/canvas.h"

bool rect_empty(struct rect rect);
bool rect_same(struct rect one, struct rect other);
// Whether all of the inner lies within the outer.
bool rect_within(struct rect inner, struct rect outer);
struct rect rect_meet(struct rect one, struct rect other);
// The smallest rectangle that holds both; an empty one holds nothing.
struct rect rect_hull(struct rect one, struct rect other);

enum { DIRTY_MAX = 8 };

// May overlap one another.
struct dirty {
    struct rect rects[DIRTY_MAX];
    int count;
};

void dirty_add(struct dirty *dirty, struct rect rect);
