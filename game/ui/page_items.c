// A page's draws: noted where they rest, moved by presses and sheets when they are drawn.
#include "ui/page_inside.h"

#include <math.h>

#include "core/easing.h"
#include "platform/canvas_rect.h"

struct item *put(struct page *page, struct item item)
{
    struct item *items = with_room(page->items, &page->item_room, page->item_count, sizeof *page->items);
    if (!items) {
        return NULL;
    }
    page->items = items;
    item.clip_px = page->clip_px;
    item.layer = page->layer;
    item.sinks = page->sinking;
    item.alpha = item.alpha * (255 - page->fade) / 255;
    page->items[page->item_count] = item;
    return &page->items[page->item_count++];
}

void page_fade(struct page *page, int alpha)
{
    page->fade = 255 - alpha;
}

void put_sprite(struct page *page, const struct sprite *sprite, int x_px, int y_px)
{
    if (sprite) {
        put(page,
            (struct item){
                .sprite = sprite, .scale_x = 1, .scale_y = 1, .at_px = {x_px, y_px, 0, 0}, .alpha = 255});
    }
}

void put_part_of(struct page *page, const struct sprite *sprite, int x_px, int y_px, struct rect part)
{
    const struct rect clip = page->clip_px;
    page->clip_px = rect_meet(clip, part);
    if (page->clip_px.w > 0 && page->clip_px.h > 0) {
        put_sprite(page, sprite, x_px, y_px);
    }
    page->clip_px = clip;
}

void put_stretched(struct page *page, const struct sprite *sprite, struct rect at_px)
{
    if (sprite) {
        put(page, (struct item){.sprite = sprite,
                                .scale_x = (float)at_px.w / (float)sprite_width(sprite),
                                .scale_y = (float)at_px.h / (float)sprite_height(sprite),
                                .at_px = at_px,
                                .alpha = 255,
                                .foreign = true});
    }
}

void put_fill(struct page *page, struct rect at_px, uint32_t argb)
{
    put(page, (struct item){.at_px = at_px, .argb = argb, .alpha = 255});
}

float press_depth(const struct page *page, int id, int now_ms)
{
    if (id == 0) {
        return 0;
    }
    if (page->pressed.id == id) {
        const struct press *press = &page->pressed;
        const int since = page->press_pending ? 0 : now_ms - press->since_ms;
        const float share = ease_share(since, 0, SINK_MS);
        return press->from + (1 - press->from) * share;
    }
    if (page->rising.id == id) {
        const struct press *press = &page->rising;
        const int since = page->rise_pending ? 0 : now_ms - press->since_ms;
        return press->from * (1 - ease_out_cubic(ease_share(since, 0, RISE_MS)));
    }
    return 0;
}

struct moved {
    int down_px, alpha;
};

static struct moved moved(const struct page *page, const struct item *item, int now_ms)
{
    const float there = sheet_there(page, item->layer, now_ms);
    const float shade = item->shade ? press_depth(page, item->shade, now_ms) : 1;
    const float sunk = press_depth(page, item->sinks, now_ms) * (float)SINK;
    const bool scrim = item->sprite == NULL;
    const float rise = scrim || page->calm ? 0 : (1 - there) * (float)SHEET_RISE;
    return (struct moved){.down_px = px_of(page, sunk + rise),
                          .alpha = (int)((float)item->alpha * there * shade + 0.5F)};
}

static void draw_fill(struct canvas *canvas, const struct item *item, int alpha)
{
    const uint32_t own = item->argb >> 24;
    canvas_fill(canvas, &item->at_px, (own * (uint32_t)alpha / 255) << 24 | (item->argb & 0xFFFFFF));
}

void page_draw(struct page *page, struct canvas *canvas, int now_ms)
{
    for (int i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        const struct moved to = moved(page, item, now_ms);
        if (to.alpha <= 0) {
            continue;
        }
        if (!item->sprite) {
            draw_fill(canvas, item, to.alpha);
            continue;
        }
        const struct matrix matrix = {
            item->scale_x, 0, 0, item->scale_y, (float)item->at_px.x, (float)(item->at_px.y + to.down_px)};
        canvas_draw(canvas, item->sprite, &matrix, to.alpha, &item->clip_px);
    }
}
