// A frame as a list of draws, by value: two lists can be compared without a look at any pixel.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "platform/canvas.h"

struct item {
    const struct sprite *sprite; // held; NULL: a fill
    struct matrix to;            // identity for a fill
    bool whole;                  // `to` moves by whole pixels: copied, not sampled
    uint8_t alpha;
    uint32_t argb;      // a fill's colour, premultiplied
    struct rect bounds; // the window pixels it may change, within the clip; never empty
    struct rect opaque; // the window pixels it wholly covers; may be empty
};

struct list {
    struct item *items;
    int count, room;
};

void list_clear(struct list *list);
void list_free(struct list *list);
// Both leave out what can't be seen in window. A draw that finds no memory is left out.
void list_draw(struct list *list, const struct sprite *sprite, const struct matrix *to, int alpha,
               struct rect clip);
void list_fill(struct list *list, struct rect rect, uint32_t argb);

bool item_equal(const struct item *one, const struct item *other);
