// How a slider is moved: the knob goes as the finger goes, from wherever it touched the track; + and - and
// keys go one step, and again while they are held.
#include "ui/page_inside.h"

#include <math.h>

#include "core/easing.h"

enum { SIDEWAYS = 8, REPEATS_AFTER_MS = 400, REPEATS_EACH_MS = 250, KNOB_REACH = 24 };

const struct laid_slider *slider_of(const struct page *page, int id)
{
    for (int i = page->slider_count; id && i-- > 0;) {
        if (page->sliders[i].id == id) {
            return &page->sliders[i];
        }
    }
    return NULL;
}

float slider_share(const struct laid_slider *laid, int value)
{
    const struct slider *slider = &laid->slider;
    const int range = slider->most - slider->least, above = value - slider->least;
    if (range <= 0) {
        return 0;
    }
    return (float)(above < 0 ? 0 : above > range ? range : above) / (float)range;
}

// ---- the knob

static float px_of_value(const struct laid_slider *laid, int value)
{
    return (float)laid->from_px + slider_share(laid, value) * (float)laid->travel_px;
}

static float under_the_finger(const struct sliding *sliding, const struct laid_slider *laid)
{
    const int stop = laid->slider.stop > sliding->value ? laid->slider.stop : sliding->value;
    const float x = px_of_value(laid, sliding->value) + sliding->at_px - sliding->from_px;
    return fmaxf((float)laid->from_px, fminf(x, px_of_value(laid, stop)));
}

// Under the finger that drags it, gliding onto its step, else where its value is.
float slider_knob_px(const struct page *page, const struct laid_slider *laid)
{
    const float rest = px_of_value(laid, laid->slider.value);
    const struct settling *settling = &page->settling;
    if (page->slide.id != laid->id || page->slide.value != laid->slider.value) {
        return rest; // the screen thought better of it
    }
    if (page->sliding.id == laid->id && page->sliding.decided) {
        return under_the_finger(&page->sliding, laid);
    }
    if (settling->id != laid->id) {
        return rest;
    }
    const int since = settling->pending ? 0 : page->now_ms - settling->since_ms;
    return settling->from_px + (rest - settling->from_px) * ease_out_cubic(ease_share(since, 0, SETTLE_MS));
}

// ---- whole steps

static int step_of(const struct slider *slider)
{
    return slider->step > 0 ? slider->step : 1;
}

// The next whole step from a value that may lie between two.
static int next_value(const struct slider *slider, int value, int towards)
{
    const int step = step_of(slider), above = value - slider->least;
    const int steps = towards > 0 ? above / step + 1 : (above + step - 1) / step - 1;
    return slider->least + steps * step;
}

// The last whole step that it may be moved to: at the stop, but a value that already stands beyond may stay.
static int highest(const struct slider *slider, int value)
{
    const int most = slider->stop < slider->most ? slider->stop : slider->most, step = step_of(slider);
    const int whole =
        most < slider->least ? slider->least : slider->least + (most - slider->least) / step * step;
    return whole > value ? whole : value;
}

// Says where to; `from` is where it stood when it was taken hold of.
static struct page_slide slide_to(const struct laid_slider *laid, int wanted, int from, bool ended)
{
    const struct slider *slider = &laid->slider;
    const int high = highest(slider, from);
    const bool stopped = wanted > high && slider->stop < slider->most;
    const int value = wanted > high ? high : wanted < slider->least ? slider->least : wanted;
    return (struct page_slide){.id = laid->id, .value = value, .ended = ended, .stopped = stopped};
}

int slide_step(struct page *page, int slider, int towards, bool ended)
{
    const struct laid_slider *laid = slider_of(page, slider);
    if (!laid) {
        return PAGE_NOTHING;
    }
    const int value = laid->slider.value;
    page->settling = (struct settling){0};
    page->slide = slide_to(laid, next_value(&laid->slider, value, towards), value, ended);
    return PAGE_SLIDE;
}

// ---- a finger on the track

void slide_down(struct page *page, const struct widget *widget, float x_px)
{
    const struct laid_slider *laid = slider_of(page, widget->slider);
    if (laid) {
        page->sliding = (struct sliding){.id = laid->id, .from_px = x_px, .value = laid->slider.value};
    }
}

// Sideways by 8 before it goes up or down by 12: it slides, and what it took to find out is left out.
static bool decides(struct page *page)
{
    const struct touch *touch = &page->touch;
    const float dx = touch->x - touch->start_x, dy = fabsf(touch->y - touch->start_y);
    const float slack = SIDEWAYS * page->scale;
    const bool scrolls = touch->scroll >= 0 && dy >= SCROLLS_AT * page->scale && dy > fabsf(dx);
    if (fabsf(dx) < slack || scrolls) {
        return false;
    }
    page->sliding.decided = true;
    page->sliding.from_px = touch->start_x + (dx > 0 ? slack : -slack);
    page->slide = (struct page_slide){.id = page->sliding.id, .value = page->sliding.value};
    return true;
}

static int under_finger(const struct page *page, const struct laid_slider *laid)
{
    const struct slider *slider = &laid->slider;
    const float dx = page->sliding.at_px - page->sliding.from_px;
    const float each =
        (float)laid->travel_px * (float)step_of(slider) / (float)(slider->most - slider->least);
    const float steps = (float)(page->sliding.value - slider->least) / (float)step_of(slider) + dx / each;
    return slider->least + (int)lroundf(steps) * step_of(slider);
}

int slide_move(struct page *page)
{
    const struct laid_slider *laid = slider_of(page, page->sliding.id);
    if (!laid || laid->travel_px <= 0 || laid->slider.most <= laid->slider.least ||
        (!page->sliding.decided && !decides(page))) {
        return PAGE_NOTHING;
    }
    const struct page_slide before = page->slide;
    page->sliding.at_px = page->touch.x;
    page->slide = slide_to(laid, under_finger(page, laid), page->sliding.value, false);
    return page->slide.value != before.value || page->slide.stopped != before.stopped ? PAGE_SLIDE
                                                                                      : PAGE_NOTHING;
}

int slide_ended(struct page *page)
{
    const struct laid_slider *laid = slider_of(page, page->sliding.id);
    const bool slid = page->sliding.decided;
    if (slid && laid) {
        page->settling =
            (struct settling){.id = laid->id, .from_px = slider_knob_px(page, laid), .pending = true};
    }
    page->sliding = (struct sliding){0};
    if (!slid) {
        return PAGE_NOTHING;
    }
    page->slide.ended = true;
    page->slide.stopped = false; // it was said
    return PAGE_SLIDE;
}

// A tap beside the knob: one step towards the finger, never a jump.
static int tapped(struct page *page, const struct touch *was)
{
    const struct laid_slider *laid = slider_of(page, was->id);
    const struct widget *widget = widget_of(page, was->id);
    if (!laid || !widget || !rect_holds(widget->at_px, was->x, was->y)) {
        return PAGE_NOTHING;
    }
    const float away = was->x - px_of_value(laid, laid->slider.value);
    return fabsf(away) < KNOB_REACH * page->scale ? PAGE_NOTHING
                                                  : slide_step(page, laid->id, away < 0 ? -1 : 1, true);
}

int slide_up(struct page *page, const struct touch *was)
{
    const bool slid = page->sliding.decided;
    const int ended = slide_ended(page);
    return slid ? ended : tapped(page, was);
}

// ---- held

void hold_start(struct page *page, int slider, int towards, bool by_key)
{
    page->hold = (struct hold){.slider = slider, .towards = towards, .by_key = by_key, .pending = true};
}

// What it moved while it was held may be kept now.
int hold_ended(struct page *page, bool by_key)
{
    if (page->hold.by_key != by_key) {
        return PAGE_NOTHING; // the other one still holds
    }
    const bool repeated = page->hold.slider && page->hold.repeats > 0;
    page->hold = (struct hold){0};
    if (!repeated) {
        return PAGE_NOTHING;
    }
    page->slide.ended = true;
    page->slide.stopped = false;
    return PAGE_SLIDE;
}

int hold_due_ms(const struct page *page, int now_ms)
{
    const struct hold *hold = &page->hold;
    const int since = hold->pending ? now_ms : hold->since_ms;
    const int due = since + REPEATS_AFTER_MS + hold->repeats * REPEATS_EACH_MS;
    return due > now_ms ? due - now_ms : 0;
}

int page_repeat(struct page *page, int now_ms)
{
    struct hold *hold = &page->hold;
    if (!hold->slider) {
        return PAGE_NOTHING;
    }
    if (hold->pending) {
        hold->since_ms = now_ms;
        hold->pending = false;
    }
    if (hold_due_ms(page, now_ms) > 0) {
        return PAGE_NOTHING;
    }
    const struct page_slide before = page->slide;
    const bool first = hold->repeats++ == 0;
    const int result = slide_step(page, hold->slider, hold->towards, false);
    return first || page->slide.value != before.value || page->slide.stopped != before.stopped ? result
                                                                                               : PAGE_NOTHING;
}

struct page_slide page_slid(const struct page *page)
{
    return page->slide;
}
