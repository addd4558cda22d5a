// Sheets over the page, and the toast at its foot.
#include "ui/page_inside.h"

#include <stdio.h>

#include "core/easing.h"
#include "platform/keeping.h"
#include "store/words.h"
#include "ui/theme.h"

enum { TALL_MARGIN = 28, TOAST_H = 72, TOAST_BOTTOM = 28, TOAST_PADDING = 28, UNDO_H = 52, UNDO_ICON = 28 };
static const uint32_t scrim = 0x8C213A69; // night, 55 %

void sheets_begin(struct page *page)
{
    for (int i = 0; i < SHEETS; i++) {
        page->sheets[i].seen = false;
    }
}

void sheets_end(struct page *page)
{
    for (int i = 0; i < SHEETS; i++) {
        if (!page->sheets[i].seen) {
            if (page->sheets[i].id) {
                leave(page, page->sheets[i].layer);
            }
            page->sheets[i] = (struct sheet){0};
        }
    }
    put_leaving(page);
}

bool sheets_moving(const struct page *page, int now_ms)
{
    if (page->leaving_count > 0) {
        return true;
    }
    for (int i = 0; i < SHEETS; i++) {
        if (page->sheets[i].id && now_ms < page->sheets[i].opened_ms + SHEET_IN_MS) {
            return true;
        }
    }
    return false;
}

float sheet_there(const struct page *page, int layer, int now_ms)
{
    if (layer == LAYER_LEAVING) {
        return 1 - ease_share(now_ms, page->leaving_ms, page->leaving_ms + SHEET_OUT_MS);
    }
    for (int i = 0; i < SHEETS; i++) {
        const struct sheet *sheet = &page->sheets[i];
        if (sheet->id && sheet->layer == layer) {
            return ease_out_cubic(ease_share(now_ms, sheet->opened_ms, sheet->opened_ms + SHEET_IN_MS));
        }
    }
    return 1;
}

bool sheet_scrim_at(const struct page *page, float x_px, float y_px)
{
    const int top = top_layer(page);
    for (int i = 0; i < SHEETS; i++) {
        if (page->sheets[i].id && page->sheets[i].seen && page->sheets[i].layer == top) {
            return !rect_holds(page->sheets[i].at_px, x_px, y_px);
        }
    }
    return false;
}

static struct sheet *sheet_of(struct page *page, int id)
{
    struct sheet *free_one = NULL;
    for (int i = 0; i < SHEETS; i++) {
        if (page->sheets[i].id == id) {
            return &page->sheets[i];
        }
        free_one = page->sheets[i].id == 0 && !free_one ? &page->sheets[i] : free_one;
    }
    if (free_one) {
        *free_one = (struct sheet){.id = id, .opened_ms = page->now_ms};
    }
    return free_one;
}

static struct rect place(const struct page *page, int w, int h)
{
    const int most_w = page_w(page) - 2 * TALL_MARGIN, most_h = page_h(page) - 2 * 16;
    const bool tall = page_tall(page);
    h = h < most_h ? h : most_h;
    w = tall || w > most_w ? most_w : w;
    return (struct rect){(page_w(page) - w) / 2,
                         tall ? page_h(page) - TALL_MARGIN - h : (page_h(page) - h) / 2, w, h};
}

struct rect page_sheet(struct page *page, int id, int w, int h)
{
    const struct rect at = place(page, w, h);
    page->layer++;
    struct sheet *sheet = sheet_of(page, id);
    if (sheet) {
        sheet->seen = true;
        sheet->layer = page->layer;
        sheet->at_px = px_rect(page, at);
    }
    put_fill(page, (struct rect){0, 0, page->w_px, page->h_px}, scrim);
    const struct rect plate = px_rect(page, at);
    const int edge = px_of(page, EDGE_SHEET), radius = px_of(page, RADIUS_SHEET);
    put_shape(page, (struct rect){plate.x, plate.y + edge, plate.w, plate.h},
              (struct shape){.radius_px = radius, .fill = TEAL_DEEP});
    put_shape(page, plate, (struct shape){.radius_px = radius, .fill = CARD});
    return at;
}

// ---- the toast

void page_toast(struct page *page, const char *text, bool undo, int now_ms)
{
    snprintf(page->toast.text, sizeof page->toast.text, "%s", text);
    page->toast.undo = undo;
    page->toast.shown = true;
    page->toast.waits = keeping_state() == KEEPING_UNDER_WAY;
    page->toast.since_ms = now_ms;
    page->toast.at_px = (struct rect){0};
}

// It begins when what was done before it is safe. Where that failed it is not said: the corner says so then.
static void await(struct toast *toast, int now_ms)
{
    const enum keeping state = keeping_state();
    toast->waits = state == KEEPING_UNDER_WAY;
    toast->shown = state != KEEPING_FAILED;
    toast->since_ms = now_ms;
}

bool page_toasting(const struct page *page, int now_ms)
{
    return page->toast.shown && now_ms < page->toast.since_ms + TOAST_MS;
}

bool toast_at(const struct page *page, float x_px, float y_px)
{
    return page->toast.shown && rect_holds(page->toast.at_px, x_px, y_px);
}

static const struct look undo_look = {TYPE_BODY, true, YELLOW, ALIGN_START, 1};

static void put_undo(struct page *page, struct rect bar, int undo_w)
{
    const struct rect at = {bar.x + bar.w - undo_w - 12, bar.y + (bar.h - UNDO_H) / 2, undo_w, UNDO_H};
    const struct widget *widget = add_widget(page, WIDGET_PRESS, at, ID_TOAST, word("undo"));
    page->sinking = ID_TOAST;
    put_shape(page, px_rect(page, at), (struct shape){.radius_px = px_of(page, 18), .fill = NIGHT_LIGHT});
    put_icon(page, px_rect(page, (struct rect){at.x + 18, at.y + 12, UNDO_ICON, UNDO_ICON}), ICON_UNDO,
             YELLOW);
    put_text(page, (struct rect){at.x + 56, at.y, undo_w - 74, UNDO_H}, undo_look, word("undo"), true);
    page->sinking = 0;
    put_focus(page, widget, 18, true);
}

void put_toast(struct page *page)
{
    struct toast *toast = &page->toast;
    if (toast->waits) {
        await(toast, page->now_ms);
    }
    if (!page_toasting(page, page->now_ms)) {
        toast->shown = false;
        return;
    }
    if (toast->waits) {
        return;
    }
    page->layer = LAYER_TOAST;
    const struct look look = {TYPE_BODY, false, CARD, ALIGN_START, 3};
    const int undo_w = toast->undo ? page_text_width(page, undo_look, word("undo")) + 74 : 0;
    const int beside = 2 * TOAST_PADDING + (undo_w ? undo_w - TOAST_PADDING + 40 : 0);
    const int most = page_w(page) - 2 * MARGIN, wished = page_text_width(page, look, toast->text) + beside;
    const int w = wished < most ? wished : most;
    const int text_h = page_text_height(page, look, toast->text, w - beside);
    const int h = text_h + 24 > TOAST_H ? text_h + 24 : TOAST_H;
    const struct rect bar = {(page_w(page) - w) / 2, page_h(page) - TOAST_BOTTOM - h, w, h};
    toast->at_px = px_rect(page, bar);
    put_shape(page, toast->at_px, (struct shape){.radius_px = px_of(page, RADIUS_CARD), .fill = NIGHT});
    put_text(page, (struct rect){bar.x + TOAST_PADDING, bar.y, w - beside, h}, look, toast->text, true);
    if (toast->undo) {
        put_undo(page, bar, undo_w);
    }
    page->layer = 0;
}
