// Where a browser lays things of its own over a page.
#include "platform/canvas_rect.h"
#include "platform/typing.h"
#include "ui/page_inside.h"

static bool uncovered(const struct page *page, const struct widget *widget)
{
    const struct rect at = widget->at_px;
    const bool under_toast = page->toast.shown && !rect_empty(rect_meet(at, page->toast.at_px));
    return widget->layer == top_layer(page) && !under_toast && rect_within(at, widget->clip_px);
}

bool page_uncovered(const struct page *page, int id, struct rect *at_px)
{
    const struct widget *widget = widget_of(page, id);
    if (!widget || !uncovered(page, widget)) {
        return false;
    }
    *at_px = widget->at_px;
    return true;
}

static void list_waiting(const struct page *page, struct typing *typing)
{
    for (int i = 0; i < page->widget_count && typing->waiting < TYPING_WAITING_MAX; i++) {
        const struct widget *widget = &page->widgets[i];
        if (widget->kind == WIDGET_WAITING && uncovered(page, widget)) {
            typing->waiting_px[typing->waiting++] = widget->at_px;
        }
    }
}

bool page_writing(const struct page *page, struct typing *typing)
{
    const struct widget *widget = field(page);
    if (!widget) {
        return false;
    }
    *typing = (struct typing){.at_px = widget->at_px,
                              .text = page->field.text,
                              .name = widget->name,
                              .size = page->field.size,
                              .phone = page->field.phone};
    list_waiting(page, typing);
    return true;
}
