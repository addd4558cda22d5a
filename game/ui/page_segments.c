// A choice of two or three side by side: the chosen one is teal and has a tick.
#include "ui/page_inside.h"

#include "core/least.h"
#include "ui/theme.h"

enum { INSET = 4, CELL_LEAST = 52, PAD = 8, TICK = 22, TICK_GAP = 8, RADIUS = 16, LINES = 3 };

static struct look look_of(bool chosen)
{
    return (struct look){TYPE_BODY, true, chosen ? CARD : TEAL_DEEP, ALIGN_MIDDLE, LINES};
}

static int cell_width(int w, int count)
{
    return (w - INSET - count * INSET) / count;
}

// The room for the tick is kept in every cell, so that nothing wraps anew when it is chosen.
static int text_room(int cell_w)
{
    return cell_w - 2 * PAD - TICK - TICK_GAP;
}

int page_segments_height(struct page *page, int w, const char *const *labels, int count)
{
    int highest = CELL_LEAST;
    for (int i = 0; i < count; i++) {
        const int height =
            page_text_height(page, look_of(false), labels[i], text_room(cell_width(w, count))) + 2 * PAD;
        highest = greater(highest, height);
    }
    return highest + 2 * INSET;
}

static void put_words(struct page *page, struct rect at, const char *label, bool chosen)
{
    const struct look look = look_of(chosen);
    const int room = text_room(at.w), tick_w = chosen ? TICK + TICK_GAP : 0;
    const struct wrap *wrap = text_wrap(page, look, label, px_of(page, (float)room), LINES);
    const int wanted = wrap ? (int)((float)wrap->widest_px / page->scale) + 2 : 0;
    const int text_w = lesser(wanted, room), x = at.x + (at.w - tick_w - text_w) / 2;
    put_icon(page, px_rect(page, (struct rect){x, at.y + (at.h - TICK) / 2, TICK, TICK}),
             chosen ? ICON_CHECK : ICON_NONE, CARD);
    put_text(page, (struct rect){x + tick_w, at.y, text_w, at.h}, look, label, true);
}

static void put_cell(struct page *page, struct rect at, int id, const char *label, bool chosen)
{
    const struct widget *widget = add_widget(page, WIDGET_PRESS, at, id, label);
    const uint32_t fill = chosen ? TEAL : is_pressed(page, id) ? TEAL_PALE : SHAPE_CLEAR;
    if (fill != SHAPE_CLEAR) {
        put_shape(page, px_rect(page, at), (struct shape){.radius_px = px_of(page, RADIUS), .fill = fill});
    }
    put_words(page, at, label, chosen);
    put_focus(page, widget, RADIUS, false);
}

void page_segments(struct page *page, struct rect at, int id, const char *const *labels, int count,
                   int chosen)
{
    put_shape(page, px_rect(page, at),
              (struct shape){.radius_px = px_of(page, RADIUS_BUTTON), .fill = TROUGH});
    const int cell_w = cell_width(at.w, count), spare = at.w - INSET - count * (cell_w + INSET);
    for (int i = 0; i < count; i++) {
        const int x = at.x + INSET + spare / 2 + i * (cell_w + INSET);
        put_cell(page, (struct rect){x, at.y + INSET, cell_w, at.h - 2 * INSET}, id + i, labels[i],
                 i == chosen);
    }
}
