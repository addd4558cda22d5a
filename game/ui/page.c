// A page's life, its clock and its lengths.
#include "ui/page_inside.h"

#include <math.h>
#include <stdlib.h>

#include "platform/font.h"

struct page *page_new(struct font *font)
{
    struct page *page = calloc(1, sizeof *page);
    if (page) {
        page->font = font;
        page->scale = 1;
        page->touch.scroll = -1;
    }
    return page;
}

void page_free(struct page *page)
{
    if (!page) {
        return;
    }
    leaving_end(page);
    page->leaving_ms = 0;
    cache_clear(&page->cache);
    free(page->items);
    free(page->before);
    free(page->widgets);
    free(page->texts);
    free(page->sliders);
    free(page->chart.dots);
    free(page);
}

void page_larger_text(struct page *page, bool larger)
{
    page->larger = larger;
}

void page_calm(struct page *page, bool calm)
{
    page->calm = calm;
}

void page_enter(struct page *page)
{
    page->touch = (struct touch){.scroll = -1};
    page->pressed = page->rising = (struct press){0};
    page->press_pending = page->rise_pending = page->last_pending = page->escape_pending = false;
    page->last_id = page->focus = page->reveal = 0;
    page->focus_shown = page->escape_down = false;
    page->toast.shown = page->toast.waits = false;
    for (int i = 0; i < SCROLLS; i++) {
        page->scrolls[i] = (struct scroll){0};
    }
    for (int i = 0; i < SHEETS; i++) {
        page->sheets[i] = (struct sheet){0};
    }
    leaving_end(page);
    page->sliding = (struct sliding){0};
    page->settling = (struct settling){0};
    page->hold = (struct hold){0};
    page->slide = (struct page_slide){0};
    page->widget_count = page->item_count = page->text_count = page->slider_count = page->chart.count = 0;
}

// The pixels' own density is not asked: some tablets lie about it (ui/guide.md 2). Quarters keep edges crisp.
static float scale_for(int w, int h)
{
    const float side = (float)(w < h ? w : h), most = 2.5F;
    const float scale = roundf(side / 800 * 4) / 4;
    if (side < 560) { // less than any tablet: a window on a desk, where all is drawn smaller
        return side < 200 ? 200 / 700.0F : side / 700;
    }
    return scale < 1 ? 1 : scale > most ? most : scale;
}

// Events carry no clock: what they did happened at the layout that follows.
static void stamp(struct page *page)
{
    if (page->press_pending) {
        page->pressed.since_ms = page->now_ms;
    }
    if (page->rise_pending) {
        page->rising.since_ms = page->now_ms;
    }
    if (page->last_pending) {
        page->last_ms = page->now_ms;
    }
    if (page->escape_pending) {
        page->escape_ms = page->now_ms;
    }
    if (page->settling.pending) {
        page->settling.since_ms = page->now_ms;
        page->settling.pending = false;
    }
    page->press_pending = page->rise_pending = page->last_pending = page->escape_pending = false;
}

// The draws of the layout before are kept for a sheet that closes now.
static void turn_over(struct page *page)
{
    struct item *const before = page->before;
    const int room = page->before_room;
    page->before = page->items;
    page->before_count = page->item_count;
    page->before_room = page->item_room;
    page->items = before;
    page->item_room = room;
    page->item_count = page->widget_count = page->text_count = page->slider_count = page->chart.count = 0;
}

void page_keep_within(struct page *page, struct rect safe_px)
{
    page->asked_px = safe_px;
}

// What was asked for may be of the window as it was before it turned.
static struct rect safe_in(struct rect asked, int w, int h)
{
    const bool fits = asked.w > 0 && asked.h > 0 && asked.x >= 0 && asked.y >= 0 && asked.x + asked.w <= w &&
                      asked.y + asked.h <= h;
    return fits ? asked : (struct rect){0, 0, w, h};
}

void page_begin(struct page *page, int w, int h, int now_ms)
{
    page->w_px = w;
    page->h_px = h;
    page->safe_px = safe_in(page->asked_px, w, h);
    page->now_ms = now_ms;
    page->scale = scale_for(w, h);
    stamp(page);
    cache_next_frame(&page->cache);
    turn_over(page);
    page->layer = page->shift_px = page->sinking = page->fade = 0;
    page->unsettled = false;
    page->clip_px = (struct rect){0, 0, w, h};
    scrolls_begin(page);
    sheets_begin(page);
}

void page_end(struct page *page)
{
    scrolls_end(page);
    sheets_end(page);
    put_toast(page);
}

int page_w(const struct page *page)
{
    return (int)((float)page->safe_px.w / page->scale);
}

int page_h(const struct page *page)
{
    return (int)((float)page->safe_px.h / page->scale);
}

float page_scale(const struct page *page)
{
    return page->scale;
}

bool page_tall(const struct page *page)
{
    return page->safe_px.h > page->safe_px.w || page_w(page) < 900;
}

int px_of(const struct page *page, float units)
{
    return (int)lroundf(units * page->scale);
}

struct rect px_rect(const struct page *page, struct rect at)
{
    const int x = px_of(page, (float)at.x), y = px_of(page, (float)at.y);
    return (struct rect){page->safe_px.x + x, page->safe_px.y + y - page->shift_px,
                         px_of(page, (float)(at.x + at.w)) - x, px_of(page, (float)(at.y + at.h)) - y};
}

float units_x(const struct page *page, float x_px)
{
    return (x_px - (float)page->safe_px.x) / page->scale;
}

float units_y(const struct page *page, float y_px)
{
    return (y_px - (float)page->safe_px.y) / page->scale;
}

void page_point(const struct page *page, float x, float y, float *at_x, float *at_y)
{
    *at_x = units_x(page, x * (float)page->w_px);
    *at_y = units_y(page, y * (float)page->h_px);
}

void *with_room(void *array, int *room, int count, size_t size)
{
    if (count < *room) {
        return array;
    }
    const int more = *room ? *room * 2 : 64;
    void *grown = realloc(array, (size_t)more * size);
    *room = grown ? more : *room;
    return grown;
}

bool rect_holds(struct rect at, float x, float y)
{
    return x >= (float)at.x && x < (float)(at.x + at.w) && y >= (float)at.y && y < (float)(at.y + at.h);
}

int page_still_ms(const struct page *page, int now_ms)
{
    const bool moving =
        (page->pressed.id && now_ms < page->pressed.since_ms + SINK_MS) ||
        (page->rising.id && now_ms < page->rising.since_ms + RISE_MS) ||
        (page->settling.id && (page->settling.pending || now_ms < page->settling.since_ms + SETTLE_MS)) ||
        page->press_pending || page->rise_pending || page->unsettled || page->toast.waits ||
        sheets_moving(page, now_ms) || scrolls_moving(page);
    if (moving) {
        return 0;
    }
    int still = STILL_MS;
    if (page_toasting(page, now_ms)) {
        still = page->toast.since_ms + TOAST_MS - now_ms;
    }
    if (page->hold.slider && hold_due_ms(page, now_ms) < still) {
        still = hold_due_ms(page, now_ms);
    }
    return page->escape_down && still > 100 ? 100 : still; // or its release would have no clock
}
