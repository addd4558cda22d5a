// Parts of the window that are shown again and again (whoever waits, breathes) are kept as they were painted,
// and copied. A part is known by the draws that make it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "platform/canvas_list.h"

enum { KEPT_MAX = 32, KEPT_SEEN = 64 };

struct kept_part {
    struct rect rect;  // window pixels
    uint64_t draws[2]; // two sums over the list's draws there
};

struct kept_item {
    struct kept_part part;
    int64_t shown; // the frame that showed it last
    uint32_t *pixels;
};

// Zeroed before the first use.
struct kept {
    int64_t frame;
    int64_t pixels; // kept at present
    int count;
    int seen_next; // which of those that were seen the next one takes the place of
    struct kept_item items[KEPT_MAX];
    struct kept_part seen[KEPT_SEEN]; // painted lately: what is painted a second time is kept
};

// pixels: the window's w * h, rows one after the other; rect lies within it.
// Copies the rectangle of what the list makes into the window's pixels. False where it isn't kept.
bool kept_show(struct kept *kept, const struct list *list, struct rect rect, uint32_t *pixels, int w);
// The list was painted there: the part around rect is kept if it comes a second time, and if there is room.
// At most as many pixels are kept as three windows have.
void kept_note(struct kept *kept, const struct list *list, struct rect rect, const uint32_t *pixels, int w,
               int h);
// A frame is over.
void kept_frame(struct kept *kept);
// Frees what is kept, and is zeroed again.
void kept_free(struct kept *kept);
