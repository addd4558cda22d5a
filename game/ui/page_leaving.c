// A sheet that was closed goes as it came: what it showed last fades and sinks for a moment.
#include "ui/page_inside.h"

#include <stdlib.h>

#include "platform/sprite.h"

void leaving_end(struct page *page)
{
    for (int i = 0; i < page->leaving_count; i++) {
        sprite_release(page->leaving[i].sprite);
    }
    free(page->leaving);
    page->leaving = NULL;
    page->leaving_count = 0;
}

static bool goes(const struct item *item, int layer)
{
    return item->layer == layer && !item->foreign;
}

void leave(struct page *page, int layer)
{
    leaving_end(page);
    page->leaving = calloc((size_t)page->before_count + 1, sizeof *page->leaving);
    page->leaving_ms = page->now_ms;
    for (int i = 0; page->leaving && i < page->before_count; i++) {
        if (goes(&page->before[i], layer)) {
            page->leaving[page->leaving_count++] = page->before[i];
            sprite_hold(page->before[i].sprite);
        }
    }
}

void put_leaving(struct page *page)
{
    if (page->now_ms >= page->leaving_ms + SHEET_OUT_MS) {
        leaving_end(page);
    }
    page->layer = LAYER_LEAVING;
    for (int i = 0; i < page->leaving_count; i++) {
        struct item *item = put(page, page->leaving[i]);
        if (item) {
            item->clip_px = page->leaving[i].clip_px;
            item->shade = page->leaving[i].shade;
        }
    }
    page->layer = 0;
}
