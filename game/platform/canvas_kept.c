// Parts of the window that are shown again and again are kept as they were painted, and copied.
#include "platform/canvas_kept.h"

#include <stdlib.h>
#include <string.h>

#include "platform/canvas_rect.h"
#include "platform/sprite.h"

enum {
    // Parts are a little larger than what changed, so that the way there and the way back share one.
    GRID = 32,   // pixels
    WINDOWS = 3, // as many pixels as so many windows have
    FRESH = 120, // frames: what was shown since then is not given up for another
};

// ---- knowing a part

static void add(struct kept_part *part, uint64_t value)
{
    part->draws[0] = (part->draws[0] ^ value) * 0x100000001B3U;
    part->draws[1] = (part->draws[1] + value) * 0x9E3779B97F4A7C15U;
    part->draws[1] ^= part->draws[1] >> 29;
}

static void add_two(struct kept_part *part, const void *two)
{
    uint64_t value;
    memcpy(&value, two, sizeof value);
    add(part, value);
}

static void add_item(struct kept_part *part, const struct item *item)
{
    add(part, item->sprite ? item->sprite->number : 0);
    add(part, (uint64_t)item->alpha << 32 | item->argb);
    add_two(part, &item->to.a);
    add_two(part, &item->to.c);
    add_two(part, &item->to.e);
    add_two(part, &item->bounds.x);
    add_two(part, &item->bounds.w);
}

static int floor_to_grid(int at)
{
    return at >= 0 ? at / GRID * GRID : -((-at + GRID - 1) / GRID * GRID);
}

static struct rect on_grid(struct rect rect)
{
    const int left = floor_to_grid(rect.x), top = floor_to_grid(rect.y);
    const int right = floor_to_grid(rect.x + rect.w + GRID - 1),
              bottom = floor_to_grid(rect.y + rect.h + GRID - 1);
    return (struct rect){left, top, right - left, bottom - top};
}

static struct kept_part part_of(const struct list *list, struct rect rect)
{
    struct kept_part part = {.rect = rect, .draws = {1, 1}};
    for (int i = 0; i < list->count; i++) {
        if (!rect_empty(rect_meet(list->items[i].bounds, rect))) {
            add_item(&part, &list->items[i]);
        }
    }
    return part;
}

static bool same(const struct kept_part *one, const struct kept_part *other)
{
    return rect_same(one->rect, other->rect) && one->draws[0] == other->draws[0] &&
           one->draws[1] == other->draws[1];
}

// ---- keeping it

static int64_t area(const struct kept_part *part)
{
    return (int64_t)part->rect.w * part->rect.h;
}

static bool still_so(const struct kept_item *item, const struct list *list)
{
    const struct kept_part now = part_of(list, item->part.rect);
    return same(&now, &item->part);
}

static void copy_out(const struct kept_item *item, struct rect rect, uint32_t *pixels, int w)
{
    const struct rect *own = &item->part.rect;
    for (int y = rect.y; y < rect.y + rect.h; y++) {
        memcpy(pixels + (size_t)y * (size_t)w + rect.x,
               item->pixels + (size_t)(y - own->y) * (size_t)own->w + (rect.x - own->x),
               (size_t)rect.w * sizeof *pixels);
    }
}

static void copy_in(struct kept_item *item, const uint32_t *pixels, int w)
{
    const struct rect *own = &item->part.rect;
    for (int y = 0; y < own->h; y++) {
        memcpy(item->pixels + (size_t)y * (size_t)own->w, pixels + (size_t)(own->y + y) * (size_t)w + own->x,
               (size_t)own->w * sizeof *pixels);
    }
}

bool kept_show(struct kept *kept, const struct list *list, struct rect rect, uint32_t *pixels, int w)
{
    for (int i = 0; i < kept->count; i++) {
        struct kept_item *item = &kept->items[i];
        if (rect_within(rect, item->part.rect) && still_so(item, list)) {
            item->shown = kept->frame;
            copy_out(item, rect, pixels, w);
            return true;
        }
    }
    return false;
}

static bool was_seen(struct kept *kept, const struct kept_part *part)
{
    for (int i = 0; i < KEPT_SEEN; i++) {
        if (same(&kept->seen[i], part)) {
            return true;
        }
    }
    kept->seen[kept->seen_next] = *part;
    kept->seen_next = (kept->seen_next + 1) % KEPT_SEEN;
    return false;
}

static void give_up(struct kept *kept, int index)
{
    kept->pixels -= area(&kept->items[index].part);
    free(kept->items[index].pixels);
    kept->items[index] = kept->items[--kept->count];
}

// The one that was not shown for the longest time; -1 where all are fresh. A circle of parts that has no room
// keeps some of them: it would otherwise never find any.
static int stalest(const struct kept *kept)
{
    int stalest = -1;
    int64_t shown = kept->frame - FRESH;
    for (int i = 0; i < kept->count; i++) {
        if (kept->items[i].shown < shown) {
            stalest = i;
            shown = kept->items[i].shown;
        }
    }
    return stalest;
}

static bool make_room(struct kept *kept, int64_t pixels, int64_t most)
{
    while (kept->count == KEPT_MAX || kept->pixels + pixels > most) {
        const int old = stalest(kept);
        if (old < 0) {
            return false;
        }
        give_up(kept, old);
    }
    return true;
}

// What a new part holds too need not be kept a second time.
static void give_up_within(struct kept *kept, const struct list *list, struct rect rect)
{
    for (int i = kept->count - 1; i >= 0; i--) {
        if (rect_within(kept->items[i].part.rect, rect) && still_so(&kept->items[i], list)) {
            give_up(kept, i);
        }
    }
}

void kept_note(struct kept *kept, const struct list *list, struct rect rect, const uint32_t *pixels, int w,
               int h)
{
    const struct kept_part part = part_of(list, rect_meet(on_grid(rect), (struct rect){0, 0, w, h}));
    if (!was_seen(kept, &part)) {
        return;
    }
    give_up_within(kept, list, part.rect);
    if (!make_room(kept, area(&part), (int64_t)WINDOWS * w * h)) {
        return;
    }
    struct kept_item item = {part, kept->frame, malloc((size_t)area(&part) * sizeof *pixels)};
    if (item.pixels) {
        copy_in(&item, pixels, w);
        kept->items[kept->count++] = item;
        kept->pixels += area(&part);
    }
}

void kept_frame(struct kept *kept)
{
    kept->frame++;
}

void kept_free(struct kept *kept)
{
    while (kept->count) {
        give_up(kept, 0);
    }
    *kept = (struct kept){0};
}
