// What the dots of a chart mean: one with its word.
#include "ui/page_inside.h"

#include "ui/theme.h"

enum { ROW = 28, SPOT = 13, DOT = 9, RING = 12, HOLLOW = 3, GAP = 10 };

static const struct look key_look = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 1};

int page_chart_key(struct page *page, int x, int y, struct chart_dot like, const char *text, bool draw)
{
    const int text_w = page_text_width(page, key_look, text), text_x = x + 2 * SPOT + GAP;
    if (!draw) {
        return text_x + text_w - x;
    }
    const struct rect spot = px_rect(page, (struct rect){x, y, 2 * SPOT, ROW});
    const int middle_x = spot.x + spot.w / 2, middle_y = spot.y + spot.h / 2, ring = px_of(page, RING);
    put_disc(page, middle_x, middle_y, px_of(page, DOT), like.fussy ? PINK : NIGHT);
    if (like.fussy) {
        put_shape(page, (struct rect){middle_x - ring, middle_y - ring, 2 * ring, 2 * ring},
                  (struct shape){.radius_px = ring,
                                 .fill = SHAPE_CLEAR,
                                 .border = FUSS_RING,
                                 .border_tenths_px = (int)(25 * page->scale)});
    }
    if (like.unclear) {
        put_disc(page, middle_x, middle_y, px_of(page, DOT - HOLLOW), CARD);
    }
    put_text(page, (struct rect){text_x, y, text_w, ROW}, key_look, text, true);
    return text_x + text_w - x;
}
