// What can be pressed, dragged, typed into: kept in reading order.
#include "ui/page_inside.h"

#include <math.h>
#include <string.h>

#include "ui/theme.h"

struct widget *add_widget(struct page *page, enum widget_kind kind, struct rect at, int id, const char *name)
{
    struct widget *widgets =
        id ? with_room(page->widgets, &page->widget_room, page->widget_count, sizeof *page->widgets) : NULL;
    if (!widgets) {
        return NULL;
    }
    page->widgets = widgets;
    struct widget *widget = &page->widgets[page->widget_count++];
    *widget = (struct widget){.id = id,
                              .kind = kind,
                              .at_px = px_rect(page, at),
                              .clip_px = page->clip_px,
                              .layer = page->layer,
                              .scroll = page->scroll};
    strncpy(widget->name, name ? name : "", sizeof widget->name - 1);
    return widget;
}

// Of two with one id the later, which lies above.
const struct widget *widget_of(const struct page *page, int id)
{
    for (int i = page->widget_count; i-- > 0;) {
        if (page->widgets[i].id == id) {
            return &page->widgets[i];
        }
    }
    return NULL;
}

int top_layer(const struct page *page)
{
    int top = 0;
    for (int i = 0; i < SHEETS; i++) {
        top = page->sheets[i].id && page->sheets[i].seen && page->sheets[i].layer > top
                  ? page->sheets[i].layer
                  : top;
    }
    return top;
}

bool is_pressed(const struct page *page, int id)
{
    return id != 0 && page->pressed.id == id;
}

void put_focus(struct page *page, const struct widget *widget, int radius, bool on_night)
{
    if (!widget || !page->focus_shown || page->focus != widget->id) {
        return;
    }
    const int line = px_of(page, 4), gap = 2 * line; // 4 clear, then the ring
    const struct rect at = {widget->at_px.x - gap, widget->at_px.y - gap, widget->at_px.w + 2 * gap,
                            widget->at_px.h + 2 * gap};
    put_shape(page, at,
              (struct shape){.radius_px = px_of(page, (float)radius) + gap,
                             .fill = SHAPE_CLEAR,
                             .border = on_night ? YELLOW : NIGHT,
                             .border_tenths_px = line * 10});
}

void put_press(struct page *page, const struct widget *widget, struct rect at)
{
    const struct rect px = px_rect(page, at);
    const struct sprite *shade =
        shape_sprite(page, (struct shape){px.w, px.h, px_of(page, RADIUS_CARD), NIGHT, 0, 0, 8});
    struct item *item =
        shade
            ? put(page,
                  (struct item){
                      .sprite = shade, .scale_x = 1, .scale_y = 1, .at_px = {px.x, px.y, 0, 0}, .alpha = 255})
            : NULL;
    if (item) {
        item->sinks = 0;
        item->shade = widget ? widget->id : 0;
    }
    put_focus(page, widget, RADIUS_CARD, false);
}

void page_press(struct page *page, struct rect at, int id, const char *name)
{
    put_press(page, add_widget(page, WIDGET_PRESS, at, id, name), at);
}

void page_surface(struct page *page, struct rect at, int id, const char *name)
{
    put_focus(page, add_widget(page, WIDGET_SURFACE, at, id, name), RADIUS_CARD, false);
}

void page_picture(struct page *page, struct rect at, const struct sprite *sprite)
{
    put_stretched(page, sprite, px_rect(page, at));
}

void page_picture_press(struct page *page, struct rect at, int id, const struct sprite *sprite,
                        const char *name)
{
    page_picture(page, at, sprite);
    page_press(page, at, id, name);
}

bool page_find(const struct page *page, int id, struct rect *at)
{
    const struct widget *widget = widget_of(page, id);
    struct rect px = widget ? widget->at_px : (struct rect){0};
    if (!chart_dot_place(page, id, &px) && !widget) {
        return false;
    }
    const float scale = page->scale;
    *at = (struct rect){(int)units_x(page, (float)px.x), (int)units_y(page, (float)px.y),
                        (int)((float)px.w / scale), (int)((float)px.h / scale)};
    return true;
}

bool page_is_on(const struct page *page, int id, float x, float y)
{
    struct rect at;
    float at_x, at_y;
    page_point(page, x, y, &at_x, &at_y);
    return page_find(page, id, &at) && rect_holds(at, at_x, at_y);
}
