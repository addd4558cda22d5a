// Where a browser lays things of its own over a page.
#include "ui/page_inside.h"

static bool overlap(struct rect a, struct rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static bool holds_all_of(struct rect view, struct rect at)
{
    return at.x >= view.x && at.y >= view.y && at.x + at.w <= view.x + view.w &&
           at.y + at.h <= view.y + view.h;
}

static bool uncovered(const struct page *page, const struct widget *widget)
{
    const bool under_toast = page->toast.shown && overlap(widget->at_px, page->toast.at_px);
    return widget->layer == top_layer(page) && !under_toast && holds_all_of(widget->clip_px, widget->at_px);
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

bool page_writing(const struct page *page, struct writing *writing)
{
    const struct widget *widget = field(page);
    if (!widget) {
        return false;
    }
    *writing = (struct writing){.at_px = widget->at_px,
                                .text = page->field.text,
                                .name = widget->name,
                                .size = page->field.size,
                                .phone = page->field.phone};
    return true;
}

bool page_waiting(const struct page *page, int index, struct rect *at_px)
{
    for (int i = 0; i < page->widget_count; i++) {
        const struct widget *widget = &page->widgets[i];
        if (widget->kind == WIDGET_WAITING && uncovered(page, widget) && index-- == 0) {
            *at_px = widget->at_px;
            return true;
        }
    }
    return false;
}
