// Scrolling: the content follows the finger, goes on by its momentum, and ends softly (ui/guide.md 3).
#include "ui/page_inside.h"

#include <math.h>

#include "platform/events.h"
#include "ui/theme.h"

static const float decay_each_16_ms = 0.95F, slowest = 0.02F, past_the_end = 1.0F / 3;
static const float coast_ms = 311.9F; // 16 / -ln(decay): how far a speed of 1 goes before it rests
static const float notch = 100, page_share = 0.85F; // a wheel's, units; what a key turns of what is seen
enum { SPRING_MS = 200, BAR_W = 6, LATEST_MS = 40, RESTED_MS = 100 };

static float end_of(const struct scroll *scroll)
{
    const int more = scroll->height_px - scroll->view_px.h;
    return more > 0 ? (float)more : 0;
}

static float beyond(const struct scroll *scroll)
{
    return scroll->offset_px < 0 ? scroll->offset_px : fmaxf(0, scroll->offset_px - end_of(scroll));
}

static bool held(const struct page *page, int index)
{
    return page->touch.down && page->touch.scrolling && page->touch.scroll == index;
}

// The finger has just left: one that rested before gives no momentum.
static void let_go(struct page *page, struct scroll *scroll)
{
    scroll->speed = page->now_ms - scroll->moved_ms > RESTED_MS ? 0 : scroll->speed;
    scroll->moved_ms = page->now_ms;
    scroll->let_go = false;
}

// How far it still goes by itself: it rests where it has become too slow.
static float coasts_px(float speed)
{
    return fabsf(speed) <= slowest ? 0 : copysignf(fabsf(speed) - slowest, speed) * coast_ms;
}

static void glide(struct page *page, int index)
{
    struct scroll *scroll = &page->scrolls[index];
    if (scroll->let_go) {
        let_go(page, scroll);
    }
    const int passed_ms = page->now_ms - scroll->moved_ms;
    if (held(page, index) || passed_ms <= 0) {
        return;
    }
    const float over = beyond(scroll);
    if (over != 0) {
        scroll->offset_px -= over * fminf(1, (float)passed_ms / (SPRING_MS / 3.0F));
        scroll->offset_px =
            fabsf(beyond(scroll)) < 0.5F ? scroll->offset_px - beyond(scroll) : scroll->offset_px;
        scroll->speed = 0;
    } else if (scroll->speed != 0) {
        const float speed = scroll->speed * powf(decay_each_16_ms, (float)passed_ms / 16);
        const bool rests = fabsf(speed) < slowest; // the same way for few frames as for many
        scroll->offset_px += rests ? coasts_px(scroll->speed) : (scroll->speed - speed) * coast_ms;
        scroll->speed = rests ? 0 : speed;
    } else {
        return;
    }
    scroll->moved_ms = page->now_ms;
}

void scrolls_begin(struct page *page)
{
    page->scroll = -1;
    page->scroll_count = 0;
    for (int i = 0; i < SCROLLS; i++) {
        page->scrolls[i].seen = false;
        glide(page, i);
    }
}

void scrolls_end(struct page *page)
{
    for (int i = 0; i < SCROLLS; i++) {
        struct scroll *scroll = &page->scrolls[i];
        if (!scroll->seen) {
            *scroll = (struct scroll){0};
        }
    }
    page->reveal = 0;
}

bool scrolls_moving(const struct page *page)
{
    for (int i = 0; i < SCROLLS; i++) {
        const struct scroll *scroll = &page->scrolls[i];
        if (scroll->seen && !held(page, i) && (scroll->speed != 0 || beyond(scroll) != 0 || scroll->let_go)) {
            return true;
        }
    }
    return false;
}

// What scrolls at the page's foot goes on below it, where only its end would be covered.
static void to_the_foot(const struct page *page, struct scroll *scroll)
{
    const int foot = page->safe_px.y + page->safe_px.h, below = page->h_px - foot;
    if (scroll->view_px.y + scroll->view_px.h >= foot) {
        scroll->view_px.h += below;
        scroll->height_px += below;
    }
}

void page_scroll_begin(struct page *page, struct rect view, int height)
{
    const int index = page->scroll_count < SCROLLS ? page->scroll_count++ : SCROLLS - 1;
    struct scroll *scroll = &page->scrolls[index];
    scroll->view_px = px_rect(page, view);
    scroll->height_px = px_of(page, (float)height);
    to_the_foot(page, scroll);
    scroll->layer = page->layer;
    scroll->seen = true;
    if (!held(page, index) && scroll->speed == 0 && scroll->offset_px > end_of(scroll)) {
        scroll->offset_px = end_of(scroll); // there is less than there was
    }
    page->scroll = index;
    page->shift_px = (int)lroundf(scroll->offset_px);
    page->clip_px = scroll->view_px;
}

static void put_bar(struct page *page, const struct scroll *scroll)
{
    const float whole = (float)scroll->height_px, seen = (float)scroll->view_px.h;
    if (end_of(scroll) <= 0 || (scroll->speed == 0 && !page->touch.scrolling)) {
        return;
    }
    const int w = px_of(page, BAR_W), h = (int)(seen * seen / whole);
    const int y = scroll->view_px.y + (int)(scroll->offset_px * seen / whole);
    put_shape(page, (struct rect){scroll->view_px.x + scroll->view_px.w - w, y, w, h},
              (struct shape){.radius_px = w / 2, .fill = TRACK});
}

void page_scroll_end(struct page *page)
{
    if (page->scroll < 0) {
        return;
    }
    struct scroll *scroll = &page->scrolls[page->scroll];
    page->shift_px = 0;
    put_bar(page, scroll);
    const struct widget *wanted = page->reveal ? widget_of(page, page->reveal) : NULL;
    if (wanted && wanted->scroll == page->scroll) {
        const int gap = px_of(page, 12);
        const int above = scroll->view_px.y + gap - wanted->at_px.y;
        const int below = wanted->at_px.y + wanted->at_px.h + gap - (scroll->view_px.y + scroll->view_px.h);
        const float before = scroll->offset_px, wished = before + (float)(below > 0   ? below
                                                                          : above > 0 ? -above
                                                                                      : 0);
        scroll->offset_px = fmaxf(0, fminf(wished, end_of(scroll)));
        page->unsettled = page->unsettled || scroll->offset_px != before;
    }
    page->scroll = -1;
    page->clip_px = (struct rect){0, 0, page->w_px, page->h_px};
}

void page_reveal(struct page *page, int id)
{
    page->reveal = id;
}

int scroll_at(const struct page *page, float x_px, float y_px)
{
    for (int i = 0; i < SCROLLS; i++) {
        const struct scroll *scroll = &page->scrolls[i];
        if (scroll->seen && scroll->layer == top_layer(page) && rect_holds(scroll->view_px, x_px, y_px)) {
            return i;
        }
    }
    return -1;
}

// The finger moved by dy: one to one, beyond an end a third. The speed is of the last few moves.
void scroll_drag(struct page *page, int index, float dy_px)
{
    struct scroll *scroll = &page->scrolls[index];
    const float share = beyond(scroll) != 0 ? past_the_end : 1;
    const int passed_ms = page->now_ms - scroll->moved_ms;
    const float speed = -dy_px * share / (float)(passed_ms > 8 && passed_ms < LATEST_MS * 3 ? passed_ms : 16);
    scroll->offset_px -= dy_px * share;
    scroll->speed = scroll->speed * 0.4F + speed * 0.6F;
    scroll->moved_ms = page->now_ms;
}

// ---- without a finger

// The one under the pointer, else the first that can be scrolled now; -1 where there is none.
static int scroll_meant(const struct page *page, float x_px, float y_px)
{
    const int under = scroll_at(page, x_px, y_px);
    for (int i = 0; i < SCROLLS && under < 0; i++) {
        const struct scroll *scroll = &page->scrolls[i];
        if (scroll->seen && scroll->layer == top_layer(page) && end_of(scroll) > 0) {
            return i;
        }
    }
    return under;
}

// By so many pixels from where it would come to rest, no further than an end.
static void coast(struct page *page, int index, float by_px)
{
    struct scroll *scroll = &page->scrolls[index];
    const bool turns_back = scroll->speed * by_px < 0;
    const float rest = scroll->offset_px + (turns_back ? 0 : coasts_px(scroll->speed));
    const float way = fmaxf(0, fminf(rest + by_px, end_of(scroll))) - scroll->offset_px;
    scroll->speed = fabsf(way) < 1 ? 0 : way / coast_ms + copysignf(slowest, way);
    scroll->moved_ms = page->now_ms;
}

void scroll_turn(struct page *page, const struct event *wheel)
{
    const int index = scroll_meant(page, wheel->x * (float)page->w_px, wheel->y * (float)page->h_px);
    if (index >= 0 && !page->touch.down) {
        coast(page, index, -wheel->turn * notch * page->scale);
    }
}

void scroll_pages(struct page *page, float pages)
{
    const int index = scroll_meant(page, -1, -1);
    if (index >= 0 && !page->touch.down) {
        coast(page, index, pages * page_share * (float)page->scrolls[index].view_px.h);
    }
}
