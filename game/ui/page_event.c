// Fingers on a page: press, drag, scroll. Only the first finger counts; what it does is decided when it
// lifts.
#include "ui/page_inside.h"

#include <math.h>

#include "platform/events.h"

static const struct widget *widget_at(const struct page *page, float x, float y)
{
    const int top = top_layer(page);
    for (int i = page->widget_count; i-- > 0;) {
        const struct widget *widget = &page->widgets[i];
        if ((widget->layer == top || widget->layer == LAYER_TOAST) && rect_holds(widget->at_px, x, y) &&
            rect_holds(widget->clip_px, x, y)) {
            return widget;
        }
    }
    return NULL;
}

// ---- presses

void press_start(struct page *page, int id)
{
    page->pressed = (struct press){.id = id};
    page->press_pending = true;
}

// A press that is over before it was ever drawn is seen all the same: it rises from below.
void let_rise(struct page *page)
{
    const int id = page->pressed.id;
    if (id) {
        const float depth = page->press_pending ? 1 : press_depth(page, id, page->now_ms);
        page->rising = (struct press){.id = id, .from = depth};
        page->rise_pending = true;
    }
    page->pressed = (struct press){0};
    page->press_pending = false;
}

static int undo(struct page *page)
{
    page->toast.shown = false;
    return PAGE_UNDO;
}

int press_done(struct page *page, int id, bool inside_it)
{
    let_rise(page);
    const bool again = id == page->last_id && (page->last_pending || page->now_ms - page->last_ms < AGAIN_MS);
    if (!inside_it || id == 0 || again) {
        return PAGE_NOTHING;
    }
    page->last_id = id;
    page->last_pending = true;
    return id == ID_TOAST ? undo(page) : id;
}

// ---- fingers

static void take_hold(struct page *page, const struct widget *widget, float x)
{
    switch (widget->kind) {
    case WIDGET_HANDLE:
    case WIDGET_SURFACE:
        page->drag = (struct page_drag){.id = widget->id,
                                        .grip_x = (x - (float)widget->at_px.x - (float)widget->at_px.w / 2) /
                                                  page->scale};
        return;
    case WIDGET_TRACK: slide_down(page, widget, x); break;
    case WIDGET_STEP: hold_start(page, widget->slider, widget->towards, false); break;
    case WIDGET_PRESS:
    case WIDGET_WAITING:
    case WIDGET_FIELD:
    case WIDGET_CHART: break;
    }
    press_start(page, widget->id);
}

void page_moment(struct page *page, int now_ms)
{
    page->now_ms = now_ms;
}

// The second tap of two on a sheet's cross is not meant for what lay below.
static bool just_uncovered(const struct page *page)
{
    return page->leaving_ms > 0 && page->now_ms - page->leaving_ms < AGAIN_MS;
}

static void down(struct page *page, const struct event *event)
{
    struct touch *touch = &page->touch;
    if (touch->down) {
        return;
    }
    const float x = event->x * (float)page->w_px, y = event->y * (float)page->h_px;
    const struct widget *widget = just_uncovered(page) ? NULL : widget_at(page, x, y);
    const bool free_place = !widget && !toast_at(page, x, y);
    *touch = (struct touch){.down = true,
                            .finger = event->finger,
                            .start_x = x,
                            .start_y = y,
                            .x = x,
                            .y = y,
                            .id = widget ? widget->id : 0,
                            .kind = widget ? widget->kind : WIDGET_PRESS,
                            .scroll = scroll_at(page, x, y),
                            .outside = free_place && sheet_scrim_at(page, x, y)};
    page->focus_shown = false;
    if (touch->scroll >= 0) {
        page->scrolls[touch->scroll].speed = 0; // a finger stops it
    }
    if (widget) {
        take_hold(page, widget, x);
    }
}

static bool dragged(const struct touch *touch)
{
    return touch->id != 0 && (touch->kind == WIDGET_HANDLE || touch->kind == WIDGET_SURFACE);
}

static int drag(struct page *page, bool ended)
{
    page->drag.x = units_x(page, page->touch.x);
    page->drag.y = units_y(page, page->touch.y);
    page->drag.ended = ended;
    return PAGE_DRAG;
}

// What a slider moved meanwhile stays moved: the screen hears that it ended.
static int cancel_press(struct page *page)
{
    let_rise(page);
    page->touch.id = 0;
    const int held = hold_ended(page, false), slid = slide_ended(page);
    return held != PAGE_NOTHING ? held : slid;
}

// Farther from what it pressed than a thumb rolls.
static bool has_left(const struct page *page, const struct touch *touch)
{
    const struct widget *widget = widget_of(page, touch->id);
    const int far = px_of(page, LEAVES_AT);
    return !widget || !rect_holds((struct rect){widget->at_px.x - far, widget->at_px.y - far,
                                                widget->at_px.w + 2 * far, widget->at_px.h + 2 * far},
                                  touch->x, touch->y);
}

static int scroll_or_leave(struct page *page, float dy)
{
    struct touch *touch = &page->touch;
    int result = PAGE_NOTHING;
    if (touch->scroll >= 0 && !touch->scrolling &&
        fabsf(touch->y - touch->start_y) >= SCROLLS_AT * page->scale) {
        touch->scrolling = true;
        result = cancel_press(page);
        page->scrolls[touch->scroll].moved_ms = page->now_ms;
    }
    if (touch->scrolling) {
        scroll_drag(page, touch->scroll, dy);
    } else if (touch->id && has_left(page, touch)) {
        result = cancel_press(page);
    }
    return result;
}

static int move(struct page *page, const struct event *event)
{
    struct touch *touch = &page->touch;
    if (!touch->down || touch->finger != event->finger) {
        return PAGE_NOTHING;
    }
    const float x = event->x * (float)page->w_px, y = event->y * (float)page->h_px, dy = y - touch->y;
    touch->x = x;
    touch->y = y;
    if (dragged(touch)) {
        return drag(page, false);
    }
    const int slid = slide_move(page);
    return page->sliding.decided ? slid : scroll_or_leave(page, dy);
}

static int step_lifted(struct page *page, const struct widget *widget, bool inside_it)
{
    let_rise(page);
    const int held = hold_ended(page, false);
    return held != PAGE_NOTHING || !inside_it ? held
                                              : slide_step(page, widget->slider, widget->towards, true);
}

// A finger that neither dragged nor scrolled.
static int lifted(struct page *page, const struct touch *was)
{
    const struct widget *widget = was->id ? widget_of(page, was->id) : NULL;
    const bool inside_it = widget && rect_holds(widget->at_px, was->x, was->y);
    if (was->kind == WIDGET_TRACK) {
        let_rise(page);
        return slide_up(page, was);
    }
    if (widget && widget->kind == WIDGET_STEP) {
        return step_lifted(page, widget, inside_it);
    }
    if (inside_it && widget->kind == WIDGET_CHART) {
        return press_done(page, chart_dot_at(page, was->x, was->y), true);
    }
    return press_done(page, was->id, inside_it);
}

static int up(struct page *page, const struct event *event)
{
    struct touch *touch = &page->touch;
    if (!touch->down || touch->finger != event->finger) {
        return PAGE_NOTHING;
    }
    const struct touch was = *touch;
    *touch = (struct touch){.scroll = -1};
    if (dragged(&was)) {
        page->touch.x = was.x;
        page->touch.y = was.y;
        return drag(page, true);
    }
    if (was.scrolling) {
        page->scrolls[was.scroll].let_go = true;
        return PAGE_NOTHING;
    }
    if (was.outside && sheet_scrim_at(page, was.x, was.y)) {
        return PAGE_OUTSIDE;
    }
    return lifted(page, &was);
}

static int forget(struct page *page)
{
    const int finger = cancel_press(page), key = hold_ended(page, true);
    page->touch = (struct touch){.scroll = -1};
    return finger != PAGE_NOTHING ? finger : key;
}

int page_event(struct page *page, const struct event *event)
{
    switch (event->kind) {
    case EVENT_DOWN: down(page, event); return PAGE_NOTHING;
    case EVENT_MOVE: return move(page, event);
    case EVENT_UP: return up(page, event);
    case EVENT_WHEEL: scroll_turn(page, event); return PAGE_NOTHING;
    case EVENT_KEY_DOWN:
    case EVENT_KEY_UP:
    case EVENT_TEXT: return key_event(page, event);
    case EVENT_HIDE: return forget(page);
    case EVENT_SHOW:
    case EVENT_RESIZE:
    case EVENT_UNPLUG:
    case EVENT_PLUG:
    case EVENT_CLOCK:
    case EVENT_FILE:
    case EVENT_FUSS:
    case EVENT_CRY:
    case EVENT_CRY_SOFT:
    case EVENT_STOP:
    case EVENT_CLOSE: return PAGE_NOTHING;
    }
    return PAGE_NOTHING;
}

struct page_drag page_dragged(const struct page *page)
{
    return page->drag;
}
