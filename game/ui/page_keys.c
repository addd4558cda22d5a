// Keys on a page: Tab and arrows move the focus in reading order, Enter and Space press, Escape is Back, and
// a field takes what is typed.
#include "ui/page_inside.h"

#include <stdio.h>
#include <string.h>

#include "platform/events.h"

enum { PUSH = 12 }; // units an arrow moves a surface

static bool is(const struct event *event, const char *name)
{
    return strcmp(event->text, name) == 0;
}

// Android's Back is Escape (ui/guide.md 4).
static bool is_back(const struct event *event)
{
    return is(event, "Escape") || is(event, "AC Back");
}

static bool can_focus(const struct page *page, const struct widget *widget)
{
    return widget->layer == top_layer(page) || widget->layer == LAYER_TOAST;
}

static int index_of(const struct page *page, int id)
{
    const struct widget *widget = widget_of(page, id);
    return widget ? (int)(widget - page->widgets) : -1;
}

const struct widget *field(const struct page *page)
{
    for (int i = page->widget_count; i-- > 0;) {
        if (page->widgets[i].kind == WIDGET_FIELD && can_focus(page, &page->widgets[i])) {
            return &page->widgets[i];
        }
    }
    return NULL;
}

// Who types is in the field, until the focus is seen elsewhere.
static int focus_from(const struct page *page)
{
    const struct widget *typing = page->focus_shown ? NULL : field(page);
    return typing ? index_of(page, typing->id) : page->focus ? index_of(page, page->focus) : -1;
}

// The arrows go from slider to slider, Tab (and so a single switch) to their + and - too.
static void move_focus(struct page *page, int step, bool to_steps)
{
    int at = focus_from(page);
    at = at < 0 && step < 0 ? 0 : at;
    for (int i = 0; i < page->widget_count; i++) {
        at = (at + step + page->widget_count) % page->widget_count;
        const bool skipped = !to_steps && page->widgets[at].kind == WIDGET_STEP;
        if (can_focus(page, &page->widgets[at]) && !skipped) {
            page->focus = page->widgets[at].id;
            page->focus_shown = true;
            page->reveal = page->focus;
            return;
        }
    }
}

bool page_wants_text(const struct page *page)
{
    return field(page) != NULL;
}

static int back(struct page *page)
{
    const bool quick =
        page->escape_down && (page->escape_pending || page->now_ms - page->escape_ms < BACK_MS);
    page->escape_down = false;
    return quick ? PAGE_BACK : PAGE_NOTHING;
}

static int step_by_key(struct page *page, int slider, int towards)
{
    hold_start(page, slider, towards, true);
    return slide_step(page, slider, towards, true);
}

static const struct widget *focused(const struct page *page)
{
    const struct widget *widget = page->focus ? widget_of(page, page->focus) : NULL;
    return widget && can_focus(page, widget) ? widget : NULL;
}

static int focus_pressed(struct page *page)
{
    const struct widget *widget = focused(page);
    if (!widget || widget->kind == WIDGET_TRACK) {
        return PAGE_NOTHING;
    }
    press_start(page, widget->id);
    if (widget->kind == WIDGET_STEP) {
        let_rise(page);
        return step_by_key(page, widget->slider, widget->towards);
    }
    return press_done(page, widget->kind == WIDGET_CHART ? chart_dot_beside(page, 0) : widget->id, true);
}

// A handle is moved by the arrows too.
static int nudge(struct page *page, float step)
{
    const struct widget *widget = page->focus ? widget_of(page, page->focus) : NULL;
    if (!widget || widget->kind != WIDGET_HANDLE || !page->focus_shown) {
        return PAGE_NOTHING;
    }
    const float middle = units_x(page, (float)widget->at_px.x + (float)widget->at_px.w / 2);
    page->drag = (struct page_drag){
        .id = widget->id, .x = middle + step, .y = units_y(page, (float)widget->at_px.y), .ended = true};
    return PAGE_DRAG;
}

static int push_surface(struct page *page, const struct widget *widget, float x, float y)
{
    page->drag = (struct page_drag){.id = widget->id, .ended = true, .key_x = x, .key_y = y};
    return PAGE_DRAG;
}

// Sideways on what goes sideways by itself.
static int sideways(struct page *page, int step)
{
    const struct widget *widget = page->focus_shown ? focused(page) : NULL;
    if (widget && widget->slider) {
        return step_by_key(page, widget->slider, step);
    }
    if (widget && widget->kind == WIDGET_CHART && chart_dot_beside(page, step)) {
        return chart_dot_beside(page, step);
    }
    return nudge(page, (float)step * 6);
}

static int arrow(struct page *page, int step, bool sideways_one)
{
    const struct widget *widget = page->focus_shown ? focused(page) : NULL;
    if (widget && widget->kind == WIDGET_SURFACE) {
        const float by = (float)(step * PUSH);
        return push_surface(page, widget, sideways_one ? by : 0, sideways_one ? 0 : by);
    }
    const int moved = sideways_one ? sideways(page, step) : PAGE_NOTHING;
    if (moved == PAGE_NOTHING) {
        move_focus(page, step, false);
    }
    return moved;
}

// 1 or -1 for the keys that say so; "=" is the + of many keyboards.
static int plus_or_minus(const struct event *event)
{
    const bool plus = is(event, "+") || is(event, "=") || is(event, "Keypad +");
    return plus ? 1 : is(event, "-") || is(event, "Keypad -") ? -1 : 0;
}

// How far the keys that turn pages go; Home and End go as far as there is anything.
static float turns_pages(const struct event *event)
{
    const float all = 10000;
    return is(event, "PageDown") ? 1
           : is(event, "PageUp") ? -1
           : is(event, "End")    ? all
           : is(event, "Home")   ? -all
                                 : 0;
}

static int counted(struct page *page, int towards)
{
    const struct widget *widget = page->focus_shown ? focused(page) : NULL;
    return widget && widget->slider ? step_by_key(page, widget->slider, towards) : PAGE_NOTHING;
}

static int down(struct page *page, const struct event *event)
{
    if (is_back(event)) {
        page->escape_down = page->escape_pending = true;
    } else if (strstr(event->text, "Shift")) {
        page->shift_down = true;
    } else if (is(event, "Tab")) {
        move_focus(page, page->shift_down ? -1 : 1, true);
    } else if (is(event, "Down") || is(event, "Right")) {
        return arrow(page, 1, is(event, "Right"));
    } else if (is(event, "Up") || is(event, "Left")) {
        return arrow(page, -1, is(event, "Left"));
    } else if (is(event, "Return") || is(event, "Keypad Enter") || (is(event, "Space") && !field(page))) {
        return focus_pressed(page);
    } else if (is(event, "Backspace") && field(page)) {
        page->typed = TYPED_BACKSPACE;
        return PAGE_TYPED;
    } else if (turns_pages(event) != 0) {
        scroll_pages(page, turns_pages(event));
    } else if (plus_or_minus(event) != 0) {
        return counted(page, plus_or_minus(event));
    }
    return PAGE_NOTHING;
}

static int up(struct page *page, const struct event *event)
{
    if (strstr(event->text, "Shift")) {
        page->shift_down = false;
    }
    return is_back(event) ? back(page) : hold_ended(page, true);
}

static int text(struct page *page, const struct event *event)
{
    if (!field(page)) {
        return PAGE_NOTHING;
    }
    page->typed = TYPED_TEXT;
    snprintf(page->typed_text, sizeof page->typed_text, "%s", event->text);
    return PAGE_TYPED;
}

int key_event(struct page *page, const struct event *event)
{
    return event->kind == EVENT_TEXT       ? text(page, event)
           : event->kind == EVENT_KEY_DOWN ? down(page, event)
                                           : up(page, event);
}

static void drop_letter(char *text)
{
    size_t length = strlen(text);
    while (length > 0 && ((unsigned char)text[--length] & 0xC0) == 0x80) {
    }
    text[length] = '\0';
}

void page_typed(const struct page *page, char *text, size_t size)
{
    const size_t used = strlen(text), more = strlen(page->typed_text);
    switch (page->typed) {
    case TYPED_NOTHING: return;
    case TYPED_BACKSPACE: drop_letter(text); return;
    case TYPED_TEXT:
        if (used + more < size) { // a whole one or nothing
            memcpy(text + used, page->typed_text, more + 1);
        }
        return;
    }
}

// ---- for tests

int page_target(const struct page *page, int index)
{
    for (int i = 0; i < page->widget_count; i++) {
        if (can_focus(page, &page->widgets[i]) && index-- == 0) {
            return page->widgets[i].id;
        }
    }
    return 0;
}

int page_focused(const struct page *page)
{
    const struct widget *widget = page->focus_shown ? focused(page) : NULL;
    return widget ? widget->id : 0;
}

bool page_in_sight(const struct page *page, int id)
{
    const struct widget *widget = widget_of(page, id);
    if (!widget) {
        return false;
    }
    const struct rect at = widget->at_px, view = widget->clip_px;
    return at.h > view.h || (at.y >= view.y && at.y + at.h <= view.y + view.h);
}
