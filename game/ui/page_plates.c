// Grounds that say something by their colour: a plate that rests, the coloured head of a card.
#include "ui/page_inside.h"

#include "ui/theme.h"

enum { PLATE_ICON = 34, PLATE_GAP = 18, PLATE_PAD = 24, HEAD_ICON = 30, HEAD_PAD = 24 };
static const uint32_t plate_ground = 0xF2DDAE;

static const struct look plate_look = {TYPE_HEADING, true, INK, ALIGN_START, 2};

int page_plate_w(struct page *page, const char *text)
{
    return page_text_width(page, plate_look, text) + 1 + 2 * PLATE_PAD + PLATE_ICON + PLATE_GAP;
}

void page_plate(struct page *page, struct rect at, enum icon icon, const char *text)
{
    const int room = at.w - 2 * PLATE_PAD - PLATE_ICON - PLATE_GAP;
    const struct wrap *wrap = text_wrap(page, plate_look, text, px_of(page, (float)room), 2);
    const int text_w = wrap ? (int)((float)wrap->widest_px / page->scale) + 1 : 0;
    const int x = at.x + (at.w - PLATE_ICON - PLATE_GAP - text_w) / 2;
    put_shape(page, px_rect(page, at),
              (struct shape){.radius_px = px_of(page, RADIUS_HERO), .fill = plate_ground});
    put_icon(page, px_rect(page, (struct rect){x, at.y + (at.h - PLATE_ICON) / 2, PLATE_ICON, PLATE_ICON}),
             icon, INK);
    put_text(page, (struct rect){x + PLATE_ICON + PLATE_GAP, at.y, text_w, at.h}, plate_look, text, true);
}

struct head_look {
    uint32_t ground, ink;
};

static struct head_look head_look(enum urgency urgency)
{
    switch (urgency) {
    case URGENCY_NOW: return (struct head_look){RED_PALE, RED};
    case URGENCY_TODAY: return (struct head_look){AMBER_PALE, AMBER};
    case URGENCY_LATER: break;
    }
    return (struct head_look){TEAL_PALE, TEAL_DEEP};
}

uint32_t page_urgency_ink(enum urgency urgency)
{
    return head_look(urgency).ink;
}

void page_card_head(struct page *page, struct rect at, enum urgency urgency, enum icon icon, const char *text)
{
    const struct head_look colours = head_look(urgency);
    const struct rect px = px_rect(page, at);
    const int round = px_of(page, RADIUS_CARD);
    const struct look look = {TYPE_HEADING, true, colours.ink, ALIGN_START, 0};
    put_shape(page, (struct rect){px.x, px.y, px.w, px.h + round},
              (struct shape){.radius_px = round, .fill = colours.ground});
    put_fill(page, (struct rect){px.x, px.y + px.h, px.w, round}, 0xFF000000 | CARD); // below it is square
    put_icon(
        page,
        px_rect(page, (struct rect){at.x + HEAD_PAD, at.y + (at.h - HEAD_ICON) / 2, HEAD_ICON, HEAD_ICON}),
        icon, colours.ink);
    const int x = HEAD_PAD + HEAD_ICON + 16;
    put_text(page, (struct rect){at.x + x, at.y, at.w - x - HEAD_PAD, at.h}, look, text, true);
}
