// A number on a track: what is drawn. How it is moved is page_slide.c's. The fill is the whole track's
// sprite, shown as far as the knob: nothing is rasterised while it moves.
#include "ui/page_inside.h"

#include <math.h>

#include "core/least.h"
#include "ui/theme.h"

enum {
    STEP = 52,
    STEP_ICON = 24,
    GAP = 14,
    TRACK_H = 10,
    KNOB = 48,
    KNOB_BORDER = 4,
    KNOB_RING = 46, // and 4 clear and 4 of line round it
    LIMIT_W = 4,
    LIMIT_H = 28
};
enum { WORDS_GAP = 16, WARNING = 22, WARNING_GAP = 8, CAPTION_GAP = 2 };

static const struct look label_look = {TYPE_BODY, true, INK, ALIGN_START, 3};
static const struct look value_look = {TYPE_BODY, true, TEAL_DEEP, ALIGN_END, 1};

static struct look caption_look(bool wrong)
{
    return (struct look){TYPE_CAPTION, false, wrong ? RED : INK_SOFT, ALIGN_START, 4};
}

static int value_width(struct page *page, int w, const char *value)
{
    const int wanted = page_text_width(page, value_look, value);
    return lesser(wanted, w * 2 / 3);
}

static int label_width(struct page *page, int w, const char *value)
{
    return w - value_width(page, w, value) - WORDS_GAP;
}

static int words_height(struct page *page, int w, const char *label, const char *value)
{
    const int height = page_text_height(page, label_look, label, label_width(page, w, value));
    const int one = page_text_height(page, value_look, value, w);
    return greater(height, one);
}

// Room for the sign of a warning is kept, so that a caption that turns red does not move the page.
static int caption_height(struct page *page, int w, const char *caption)
{
    return caption
               ? CAPTION_GAP + page_text_height(page, caption_look(false), caption, w - WARNING - WARNING_GAP)
               : 0;
}

int page_slider_height(struct page *page, int w, const char *label, const char *value, const char *caption)
{
    return words_height(page, w, label, value) + STEP + caption_height(page, w, caption);
}

// ---- what it is made of

static void put_step(struct page *page, struct rect at, int slider, int id, int towards, const char *label)
{
    struct widget *widget = add_widget(page, WIDGET_STEP, at, id, label);
    if (widget) {
        widget->slider = slider;
        widget->towards = towards;
    }
    const struct rect px = px_rect(page, at);
    put_shape(page, px,
              (struct shape){.radius_px = px.h / 2, .fill = is_pressed(page, id) ? TEAL_PRESSED : TEAL_PALE});
    const int inset = (STEP - STEP_ICON) / 2;
    put_icon(page, px_rect(page, (struct rect){at.x + inset, at.y + inset, STEP_ICON, STEP_ICON}),
             towards < 0 ? ICON_MINUS : ICON_PLUS, TEAL_DEEP);
    put_focus(page, widget, STEP / 2, false);
}

static const struct laid_slider *lay_slider(struct page *page, struct rect track, int id,
                                            const struct slider *slider)
{
    struct laid_slider *sliders =
        with_room(page->sliders, &page->slider_room, page->slider_count, sizeof *page->sliders);
    if (!sliders) {
        return NULL;
    }
    page->sliders = sliders;
    const struct rect px = px_rect(page, track);
    const int knob = px_of(page, KNOB);
    struct laid_slider *laid = &page->sliders[page->slider_count++];
    *laid = (struct laid_slider){
        .id = id, .from_px = px.x + knob / 2, .travel_px = px.w - knob, .slider = *slider};
    return laid;
}

static void put_bar(struct page *page, struct rect track, int x_px, uint32_t fill)
{
    const int h = px_of(page, TRACK_H) / 2 * 2;
    const struct rect bar = {track.x, track.y + (track.h - h) / 2, track.w, h};
    const struct shape empty = {bar.w, bar.h, h / 2, TRACK, 0, 0, 0},
                       full = {bar.w, bar.h, h / 2, fill, 0, 0, 0};
    put_sprite(page, shape_sprite(page, empty), bar.x, bar.y);
    put_part_of(page, shape_sprite(page, full), bar.x, bar.y, (struct rect){bar.x, bar.y, x_px - bar.x, h});
}

static void put_limit(struct page *page, struct rect track, const struct laid_slider *laid)
{
    if (laid->slider.stop >= laid->slider.most) {
        return;
    }
    const int w = px_of(page, LIMIT_W), h = px_of(page, LIMIT_H);
    const int x =
        laid->from_px + (int)lroundf(slider_share(laid, laid->slider.stop) * (float)laid->travel_px);
    put_shape(page, (struct rect){x - w / 2, track.y + (track.h - h) / 2, w, h},
              (struct shape){.radius_px = w / 2, .fill = RED});
}

static void put_knob(struct page *page, struct rect track, int x_px, int id, bool wrong)
{
    const int side = px_of(page, KNOB) / 2 * 2, border = px_of(page, KNOB_BORDER);
    const struct rect at = {x_px - side / 2, track.y + (track.h - side) / 2, side, side};
    if (!wrong) {
        put_shape(page, (struct rect){at.x, at.y + border, at.w, at.h},
                  (struct shape){.radius_px = side / 2, .fill = TEAL_DEEP});
    }
    page->sinking = wrong ? 0 : id;
    put_shape(page, at,
              (struct shape){.radius_px = side / 2,
                             .fill = CARD,
                             .border = wrong ? RED : TEAL,
                             .border_tenths_px = border * 10});
    page->sinking = 0;
}

// The focus goes round the knob: round the track it would lie over the words.
static void put_ring(struct page *page, const struct widget *widget, struct rect track, int x_px)
{
    struct widget knob = *widget;
    const int side = px_of(page, KNOB_RING);
    knob.at_px = (struct rect){x_px - side / 2, track.y + (track.h - side) / 2, side, side};
    put_focus(page, &knob, KNOB_RING / 2, false);
}

static void put_track(struct page *page, struct rect at, int id, const struct slider *slider,
                      const char *label)
{
    struct widget *widget = add_widget(page, WIDGET_TRACK, at, id, label);
    const struct laid_slider *laid = lay_slider(page, at, id, slider);
    if (!widget || !laid) {
        return;
    }
    widget->slider = id;
    const struct rect track = px_rect(page, at);
    const int x = (int)lroundf(slider_knob_px(page, laid));
    put_bar(page, track, x, slider->wrong ? RED : TEAL);
    put_limit(page, track, laid);
    put_ring(page, widget, track, x);
    put_knob(page, track, x, id, slider->wrong);
}

static void put_caption(struct page *page, struct rect at, bool wrong, const char *caption)
{
    const int inset = wrong ? WARNING + WARNING_GAP : 0;
    if (wrong) {
        put_icon(page, px_rect(page, (struct rect){at.x, at.y, WARNING, WARNING}), ICON_WARNING, RED);
    }
    put_text(page, (struct rect){at.x + inset, at.y, at.w - inset, at.h}, caption_look(wrong), caption,
             false);
}

void page_slider(struct page *page, struct rect at, int id, const struct slider *slider, const char *label,
                 const char *value, const char *caption)
{
    const int words_h = words_height(page, at.w, label, value), y = at.y + words_h,
              value_w = value_width(page, at.w, value);
    put_text(page, (struct rect){at.x, at.y, label_width(page, at.w, value), words_h}, label_look, label,
             false);
    put_text(page, (struct rect){at.x + at.w - value_w, at.y, value_w, words_h}, value_look, value, false);
    put_step(page, (struct rect){at.x, y, STEP, STEP}, id, id + 1, -1, label);
    put_track(page, (struct rect){at.x + STEP + GAP, y, at.w - 2 * (STEP + GAP), STEP}, id, slider, label);
    put_step(page, (struct rect){at.x + at.w - STEP, y, STEP, STEP}, id, id + 2, 1, label);
    if (caption) {
        const int caption_h = caption_height(page, at.w, caption) - CAPTION_GAP;
        put_caption(page, (struct rect){at.x, y + STEP + CAPTION_GAP, at.w, caption_h}, slider->wrong,
                    caption);
    }
}
