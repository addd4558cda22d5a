// Choices, switches, fields.
#include "ui/page_inside.h"

#include <stdio.h>

#include "ui/theme.h"

enum {
    CHOICE_H = 50,
    CHOICE_PAD = 16,
    CHOICE_RADIUS = 18,
    TICK = 22,
    SWITCH_W = 84,
    SWITCH_H = 48,
    KNOB = 36,
    FIELD_PAD = 18
};

int page_choice(struct page *page, int x, int y, int id, bool on, const char *text, bool draw)
{
    const struct look look = {TYPE_BODY, true, on ? CARD : TEAL_DEEP, ALIGN_START, 1};
    const int text_w = page_text_width(page, look, text), tick_w = on ? TICK + 8 : 0,
              w = text_w + tick_w + 2 * CHOICE_PAD;
    if (!draw) {
        return w;
    }
    const struct rect at = {x, y, w, CHOICE_H};
    const struct widget *widget = add_widget(page, WIDGET_PRESS, at, id, text);
    page->sinking = id;
    put_shape(page, px_rect(page, at),
              (struct shape){.radius_px = px_of(page, CHOICE_RADIUS),
                             .fill = on ? TEAL : CARD,
                             .border = on ? TEAL : CONTROL,
                             .border_tenths_px = (int)(20 * page->scale)});
    put_icon(page, px_rect(page, (struct rect){x + CHOICE_PAD, y + (CHOICE_H - TICK) / 2, TICK, TICK}),
             on ? ICON_CHECK : ICON_NONE, CARD);
    put_text(page, (struct rect){x + CHOICE_PAD + tick_w, y, text_w, CHOICE_H}, look, text, true);
    page->sinking = 0;
    put_focus(page, widget, CHOICE_RADIUS, false);
    return w;
}

static void put_switch(struct page *page, int x, int y, bool on)
{
    const struct rect track = px_rect(page, (struct rect){x, y, SWITCH_W, SWITCH_H});
    put_shape(page, track,
              (struct shape){.radius_px = track.h / 2,
                             .fill = on ? TEAL : OFF_GROUND,
                             .border = on ? TEAL : CONTROL,
                             .border_tenths_px = (int)(25 * page->scale)});
    const int inset = (SWITCH_H - KNOB) / 2;
    const struct rect knob =
        px_rect(page, (struct rect){on ? x + SWITCH_W - inset - KNOB : x + inset, y + inset, KNOB, KNOB});
    put_shape(page, knob, (struct shape){.radius_px = knob.h / 2, .fill = on ? CARD : CONTROL});
    if (on) {
        const int side = px_of(page, TICK);
        put_icon(page, (struct rect){knob.x + (knob.w - side) / 2, knob.y + (knob.h - side) / 2, side, side},
                 ICON_CHECK, TEAL);
    }
}

void page_toggle(struct page *page, struct rect at, int id, bool on, const char *label, const char *caption)
{
    const struct look title = {TYPE_BODY, true, 0, ALIGN_START, 0},
                      small = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};
    const struct widget *widget = add_widget(page, WIDGET_PRESS, at, id, label);
    const int text_w = at.w - 24 - SWITCH_W - 48, title_h = page_text_height(page, title, label, text_w);
    const int caption_h = caption ? page_text_height(page, small, caption, text_w) : 0,
              top = at.y + (at.h - title_h - caption_h) / 2;
    put_text(page, (struct rect){at.x + 24, top, text_w, title_h}, title, label, false);
    if (caption) {
        put_text(page, (struct rect){at.x + 24, top + title_h, text_w, caption_h}, small, caption, false);
    }
    put_switch(page, at.x + at.w - 24 - SWITCH_W, at.y + (at.h - SWITCH_H) / 2, on);
    put_focus(page, widget, RADIUS_CARD, false);
}

static void put_field(struct page *page, struct rect inner, const char *text, const char *placeholder)
{
    const bool empty = *text == '\0';
    const struct look look = {TYPE_BODY, !empty, empty ? INK_SOFT : INK, ALIGN_START, 1};
    put_text(page, inner, look, empty ? placeholder : text, true);
    const int text_w = empty ? 0 : page_text_width(page, look, text),
              x = inner.x + (text_w < inner.w ? text_w : inner.w);
    put_shape(page, px_rect(page, (struct rect){x + (empty ? -6 : 2), inner.y + (inner.h - 30) / 2, 3, 30}),
              (struct shape){.fill = TEAL});
}

void page_field(struct page *page, struct rect at, int id, const struct field *field)
{
    const struct widget *widget = add_widget(page, WIDGET_FIELD, at, id, field->placeholder);
    page->field = (struct field_laid){.size = field->size, .phone = field->phone};
    snprintf(page->field.text, sizeof page->field.text, "%s", field->text);
    put_shape(page, px_rect(page, at),
              (struct shape){.radius_px = px_of(page, 16),
                             .fill = CARD,
                             .border = TEAL,
                             .border_tenths_px = (int)(30 * page->scale)});
    put_field(page, (struct rect){at.x + FIELD_PAD, at.y, at.w - 2 * FIELD_PAD, at.h}, field->text,
              field->placeholder);
    put_focus(page, widget, 16, false);
}

void page_field_waiting(struct page *page, struct rect at, int id, const char *text, const char *name)
{
    page_card(page, at, CARD_EMPTY);
    put_text(page, (struct rect){at.x + FIELD_PAD, at.y, at.w - 2 * FIELD_PAD, at.h},
             (struct look){TYPE_BODY, true, 0, ALIGN_START, 1}, text, true);
    put_press(page, add_widget(page, WIDGET_WAITING, at, id, name), at);
}
