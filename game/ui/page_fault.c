// What is wrong with a layout as a whole, for tests over every screen, size and language.
#include "ui/page_inside.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ui/theme.h"

static const char *say(struct page *page, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(page->fault, sizeof page->fault, format, values);
    va_end(values);
    return page->fault;
}

static bool overlap(struct rect a, struct rect b)
{
    const int slack = 1; // two that touch after rounding
    return a.x + slack < b.x + b.w && b.x + slack < a.x + a.w && a.y + slack < b.y + b.h &&
           b.y + slack < a.y + a.h;
}

static bool within(struct rect a, struct rect b)
{
    const int slack = 3;
    return a.x >= b.x - slack && a.y >= b.y - slack && a.x + a.w <= b.x + b.w + slack &&
           a.y + a.h <= b.y + b.h + slack;
}

static const char *small_target(struct page *page)
{
    const int least = px_of(page, TARGET_LEAST) - 1;
    for (int i = 0; i < page->widget_count; i++) {
        const struct widget *widget = &page->widgets[i];
        if (widget->at_px.w < least || widget->at_px.h < least) {
            return say(page, "'%s' (%d) is only %d x %d", widget->name, widget->id, widget->at_px.w,
                       widget->at_px.h);
        }
    }
    return NULL;
}

// Two handles may come near each other; a toast lies over what is below for seven seconds.
static bool may_overlap(const struct widget *a, const struct widget *b)
{
    return a->layer != b->layer || a->scroll != b->scroll ||
           (a->kind == WIDGET_HANDLE && b->kind == WIDGET_HANDLE);
}

static const char *overlapping_targets(struct page *page)
{
    for (int i = 0; i < page->widget_count; i++) {
        for (int j = 0; j < i; j++) {
            const struct widget *a = &page->widgets[i], *b = &page->widgets[j];
            if (!may_overlap(a, b) && overlap(a->at_px, b->at_px)) {
                return say(page, "'%s' (%d) and '%s' (%d) overlap", a->name, a->id, b->name, b->id);
            }
        }
    }
    return NULL;
}

// Of two with one id beside each other the later answers for both, and the other is dead. One on a sheet may
// do the same as one below it.
static const char *same_ids(struct page *page)
{
    for (int i = 0; i < page->widget_count; i++) {
        for (int j = 0; j < i; j++) {
            const struct widget *a = &page->widgets[i], *b = &page->widgets[j];
            if (a->id && a->id == b->id && a->layer == b->layer) {
                return say(page, "'%s' and '%s' are both %d", a->name, b->name, a->id);
            }
        }
    }
    return NULL;
}

static const char *target_outside(struct page *page)
{
    for (int i = 0; i < page->widget_count; i++) {
        const struct widget *widget = &page->widgets[i];
        if (widget->scroll < 0 && !within(widget->at_px, page->safe_px)) {
            return say(page, "'%s' (%d) is off the screen", widget->name, widget->id);
        }
    }
    return NULL;
}

static const char *text_wrong(struct page *page)
{
    for (int i = 0; i < page->text_count; i++) {
        const struct seen_text *text = &page->texts[i];
        if (text->cut) {
            return say(page, "the text '%s' is cut", text->text);
        }
        if (text->ink_px.h > text->box_px.h + px_of(page, 6) || text->ink_px.w > text->box_px.w + 3) {
            return say(page, "the text '%s' is larger than its box", text->text);
        }
        if (!text->scrolled && !within(text->ink_px, page->safe_px)) {
            return say(page, "the text '%s' is off the screen", text->text);
        }
    }
    return NULL;
}

// Letters need less height than their line has.
static struct rect letters(const struct page *page, const struct seen_text *text)
{
    const int spare = px_of(page, 5);
    return (struct rect){text->ink_px.x, text->ink_px.y + spare, text->ink_px.w, text->ink_px.h - 2 * spare};
}

static const char *texts_on_each_other(struct page *page)
{
    for (int i = 0; i < page->text_count; i++) {
        for (int j = 0; j < i; j++) {
            const struct seen_text *a = &page->texts[i], *b = &page->texts[j];
            if (a->layer == b->layer && a->scroll == b->scroll &&
                overlap(letters(page, a), letters(page, b))) {
                return say(page, "the texts '%s' and '%s' lie on each other", b->text, a->text);
            }
        }
    }
    return NULL;
}

bool page_says(const struct page *page, const char *text)
{
    for (int i = 0; i < page->text_count; i++) {
        if (strncmp(page->texts[i].text, text, sizeof page->texts[i].text - 1) == 0) {
            return true; // what a long one begins with is enough
        }
    }
    return false;
}

const char *page_fault(struct page *page)
{
    const char *fault = small_target(page);
    fault = fault ? fault : overlapping_targets(page);
    fault = fault ? fault : same_ids(page);
    fault = fault ? fault : target_outside(page);
    fault = fault ? fault : text_wrong(page);
    return fault ? fault : texts_on_each_other(page);
}
