// Front to back: what is dirty and not yet covered is left to the items below.
#include "platform/canvas_cover.h"

#include <stdlib.h>

// Cutting a small hole into everything below costs more rectangles than it saves pixels.
enum { SMALLEST_HOLE = 48 * 48 };

static bool make_room(struct cover *cover, int count)
{
    if (count <= cover->room) {
        return true;
    }
    pixman_region32_t *seen = realloc(cover->seen, (size_t)count * sizeof *seen);
    if (!seen) {
        return false;
    }
    for (int i = cover->room; i < count; i++) {
        pixman_region32_init(&seen[i]);
    }
    cover->seen = seen;
    cover->room = count;
    return true;
}

static bool start_with(pixman_region32_t *region, const struct dirty *dirty)
{
    pixman_box32_t boxes[DIRTY_MAX];
    for (int i = 0; i < dirty->count; i++) {
        const struct rect *rect = &dirty->rects[i];
        boxes[i] = (pixman_box32_t){rect->x, rect->y, rect->x + rect->w, rect->y + rect->h};
    }
    pixman_region32_fini(region);
    pixman_region32_init(region); // whatever becomes of the next, it can be let go
    return pixman_region32_init_rects(region, boxes, dirty->count);
}

static bool take_item(pixman_region32_t *left, pixman_region32_t *seen, const struct item *item)
{
    const struct rect *bounds = &item->bounds, *opaque = &item->opaque;
    bool well = pixman_region32_intersect_rect(seen, left, bounds->x, bounds->y, (unsigned)bounds->w,
                                               (unsigned)bounds->h);
    if (well && opaque->w * opaque->h >= SMALLEST_HOLE) {
        pixman_region32_t hole;
        pixman_region32_init_rect(&hole, opaque->x, opaque->y, (unsigned)opaque->w, (unsigned)opaque->h);
        well = pixman_region32_subtract(left, left, &hole);
        pixman_region32_fini(&hole);
    }
    return well;
}

bool cover_find(struct cover *cover, const struct list *list, const struct dirty *dirty)
{
    bool well = make_room(cover, list->count) && start_with(&cover->ground, dirty);
    for (int i = list->count - 1; well && i >= 0; i--) {
        well = take_item(&cover->ground, &cover->seen[i], &list->items[i]);
    }
    return well;
}

void cover_free(struct cover *cover)
{
    for (int i = 0; i < cover->room; i++) {
        pixman_region32_fini(&cover->seen[i]);
    }
    pixman_region32_fini(&cover->ground);
    free(cover->seen);
    *cover = (struct cover){0};
}

int64_t region_area(const pixman_region32_t *region)
{
    int count = 0;
    const pixman_box32_t *boxes = pixman_region32_rectangles((pixman_region32_t *)region, &count);
    int64_t area = 0;
    for (int i = 0; i < count; i++) {
        area += (int64_t)(boxes[i].x2 - boxes[i].x1) * (boxes[i].y2 - boxes[i].y1);
    }
    return area;
}
