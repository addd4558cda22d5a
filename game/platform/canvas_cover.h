// Which pixels of each item a frame must paint: the dirty ones that no opaque item above covers.
#pragma once

#include <stdint.h>

#include <pixman.h>

#include "platform/canvas_list.h"
#include "platform/canvas_rect.h"

// Zeroed before the first use.
struct cover {
    pixman_region32_t *seen;  // one for each item of the list
    pixman_region32_t ground; // dirty, and covered by no opaque item
    int room;
};

// False where memory is short: then nothing may be painted.
bool cover_find(struct cover *cover, const struct list *list, const struct dirty *dirty);
void cover_free(struct cover *cover);

int64_t region_area(const pixman_region32_t *region);
