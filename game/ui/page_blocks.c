// What nothing happens to: the wall, cards, lines, a tile's icon, chips.
#include "ui/page_inside.h"

#include <stdio.h>

#include "ui/theme.h"

static int wall_svg(char *svg, size_t size, const int *numbers)
{
    const int w = numbers[0], h = numbers[1];
    int length = snprintf(
        svg, size,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><defs><linearGradient id=\"w\" "
        "gradientUnits=\"userSpaceOnUse\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"%d\"><stop offset=\"0\" "
        "stop-color=\"#%06X\"/><stop offset=\".6\" stop-color=\"#%06X\"/><stop offset=\"1\" "
        "stop-color=\"#%06X\"/></linearGradient></defs><rect x=\"0\" y=\"0\" width=\"%d\" height=\"%d\" "
        "fill=\"url(#w)\"/>",
        w, h, h, WALL_TOP, WALL_MIDDLE, WALL_BOTTOM, w, h);
    if (numbers[2]) {
        length += snprintf(svg + length, size - (size_t)length,
                           "<path d=\"M0 %.1fQ%.1f %.1f %d %.1fL%d %dL0 %dZ\" fill=\"#%06X\"/>", h * 0.83,
                           w * 0.5, h * 0.745, w, h * 0.83, w, h, h, FLOOR);
    }
    return length + snprintf(svg + length, size - (size_t)length, "</svg>");
}

void page_wall(struct page *page, bool floor)
{
    const int numbers[] = {page->w_px, page->h_px, floor};
    put_sprite(page, drawing_sprite(page, "wall", wall_svg, numbers, 3, page->w_px, page->h_px), 0, 0);
}

enum { BORDER = 4 };

static void put_block(struct page *page, struct rect at, int radius, uint32_t face, uint32_t edge)
{
    const struct rect px = px_rect(page, at);
    const int drop = px_of(page, EDGE_CARD), round = px_of(page, (float)radius);
    put_shape(page, (struct rect){px.x, px.y + drop, px.w, px.h},
              (struct shape){.radius_px = round, .fill = edge});
    put_shape(page, px, (struct shape){.radius_px = round, .fill = face});
}

// The border stands outside, so that what is on the card stays where it is.
static void put_bordered(struct page *page, struct rect at, uint32_t border, uint32_t edge)
{
    const struct rect out = {at.x - BORDER, at.y - BORDER, at.w + 2 * BORDER, at.h + 2 * BORDER};
    put_block(page, out, RADIUS_CARD + BORDER, border, edge);
    put_shape(page, px_rect(page, at), (struct shape){.radius_px = px_of(page, RADIUS_CARD), .fill = CARD});
}

static void put_plain(struct page *page, struct rect px, uint32_t rgb)
{
    put_shape(page, px, (struct shape){.radius_px = px_of(page, RADIUS_CARD), .fill = rgb});
}

void page_card(struct page *page, struct rect at, enum card card)
{
    const struct rect px = px_rect(page, at);
    switch (card) {
    case CARD_PLAIN: put_block(page, at, RADIUS_CARD, CARD, EDGE); return;
    case CARD_CHOSEN: put_bordered(page, at, TEAL, TEAL_DEEP); return;
    case CARD_WRONG: put_bordered(page, at, RED, RED); return;
    case CARD_TILE: put_block(page, at, RADIUS_CARD, WARM, 0xE6D6B8); return;
    case CARD_PICKED:
        put_shape(page, px,
                  (struct shape){.radius_px = px_of(page, RADIUS_CARD),
                                 .fill = TEAL_PALE,
                                 .border = TEAL,
                                 .border_tenths_px = (int)(50 * page->scale)});
        return;
    case CARD_WARM: put_plain(page, px, WARM); return;
    case CARD_WAVE: put_plain(page, px, WAVE_GROUND); return;
    case CARD_CALM: put_plain(page, px, LEAF_PALE); return;
    case CARD_MIDDLING: put_plain(page, px, AMBER_PALE); return;
    case CARD_FUSSY: put_plain(page, px, PINK_PALE); return;
    case CARD_EMPTY:
        put_shape(page, px,
                  (struct shape){.radius_px = px_of(page, RADIUS_CARD),
                                 .fill = SHAPE_CLEAR,
                                 .border = CONTROL,
                                 .border_tenths_px = (int)(25 * page->scale)});
        return;
    }
}

void page_number(struct page *page, int x, int y, int number)
{
    const struct rect at = {x, y, NUMBER_SIDE, NUMBER_SIDE};
    char text[16];
    snprintf(text, sizeof text, "%d", number);
    put_block(page, at, NUMBER_SIDE / 2, YELLOW, YELLOW_EDGE);
    put_text(page, at, (struct look){TYPE_HERO, true, 0, ALIGN_MIDDLE, 1}, text, true);
}

void page_line(struct page *page, int x, int y, int w)
{
    const struct rect px = px_rect(page, (struct rect){x, y, w, 2});
    put_shape(page, px, (struct shape){.fill = LINE});
}

void page_tile_icon(struct page *page, int x, int y, enum icon icon, uint32_t rgb_ground)
{
    const struct rect at = {x, y, 60, 60};
    put_shape(page, px_rect(page, at), (struct shape){.radius_px = px_of(page, 20), .fill = rgb_ground});
    put_icon(page, px_rect(page, (struct rect){x + 14, y + 14, 32, 32}), icon, INK);
}

void page_row_icon(struct page *page, int x, int y, enum icon icon)
{
    const struct rect at = {x, y, 52, 52};
    put_shape(page, px_rect(page, at), (struct shape){.radius_px = px_of(page, 16), .fill = TEAL_PALE});
    put_icon(page, px_rect(page, (struct rect){x + 12, y + 12, ICON, ICON}), icon, TEAL_DEEP);
}

enum { CHIP_H = 34, CHIP_PADDING = 16, CHIP_ICON = 22, CHIP_GAP = 12 };

int page_chip(struct page *page, int x, int y, enum chip chip, enum icon icon, const char *text, bool draw)
{
    static const struct {
        uint32_t ground, ink;
    } looks[] = {[CHIP_GOOD] = {LEAF_PALE, LEAF},
                 [CHIP_PLAIN] = {TEAL_PALE, TEAL_DEEP},
                 [CHIP_WARN] = {AMBER_PALE, INK}};
    const struct look look = {TYPE_CAPTION, true, looks[chip].ink, ALIGN_START, 1};
    const int text_w = *text ? page_text_width(page, look, text) : 0,
              icon_w = icon == ICON_NONE ? 0 : CHIP_ICON + (*text ? CHIP_GAP : 0);
    const int w = text_w + icon_w + 2 * (*text ? CHIP_PADDING : 6);
    if (draw) {
        put_shape(page, px_rect(page, (struct rect){x, y, w, CHIP_H}),
                  (struct shape){.radius_px = px_of(page, CHIP_H) / 2, .fill = looks[chip].ground});
        const int inset = *text ? CHIP_PADDING : 6;
        put_icon(page,
                 px_rect(page, (struct rect){x + inset, y + (CHIP_H - CHIP_ICON) / 2, CHIP_ICON, CHIP_ICON}),
                 icon, looks[chip].ink);
        put_text(page, (struct rect){x + inset + icon_w, y, text_w, CHIP_H}, look, text, true);
    }
    return w;
}

enum { BADGE_R = 20, PILL_H = 52, PILL_PADDING = 26, PILL_MARGIN = 24, PILL_RADIUS = 26 };

void page_disc(struct page *page, int x, int y, int r, uint32_t rgb)
{
    const struct rect px = px_rect(page, (struct rect){x - r, y - r, 2 * r, 2 * r});
    put_shape(page, px, (struct shape){.radius_px = px.w / 2, .fill = rgb});
}

void page_badge(struct page *page, int x, int y, const char *text)
{
    const struct rect at = {x - BADGE_R, y - BADGE_R, 2 * BADGE_R, 2 * BADGE_R};
    page_disc(page, x, y, BADGE_R, TEAL);
    put_text(page, at, (struct look){TYPE_BODY, true, CARD, ALIGN_MIDDLE, 1}, text, true);
}

int page_pill(struct page *page, int y, struct look look, const char *text)
{
    const int most = page_w(page) - 2 * (PILL_MARGIN + PILL_PADDING);
    const int wide = page_text_width(page, look, text), w = wide < most ? wide : most;
    const int lines_h = page_text_height(page, look, text, w);
    const int h = lines_h + 24 > PILL_H ? lines_h + 24 : PILL_H;
    const struct rect at = {(page_w(page) - w) / 2 - PILL_PADDING, y, w + 2 * PILL_PADDING, h};
    put_block(page, at, PILL_RADIUS, CARD, EDGE);
    put_text(page, (struct rect){at.x + PILL_PADDING, y, w, h}, look, text, true);
    return h;
}

enum { DIM_H = 36, DIM_PADDING = 18, DIM_PERCENT = 55 };

void page_dim(struct page *page, int y, const char *text)
{
    const struct look look = {TYPE_CAPTION, false, INK_SOFT, ALIGN_MIDDLE, 0};
    const int most = page_w(page) - 2 * (PILL_MARGIN + DIM_PADDING);
    const int wide = page_text_width(page, look, text), w = wide < most ? wide : most;
    const int lines_h = page_text_height(page, look, text, w),
              h = lines_h + 12 > DIM_H ? lines_h + 12 : DIM_H;
    const struct rect at = {(page_w(page) - w) / 2 - DIM_PADDING, y - h, w + 2 * DIM_PADDING, h};
    put_shape(
        page, px_rect(page, at),
        (struct shape){.radius_px = px_of(page, DIM_H / 2.0F), .fill = WARM, .fill_percent = DIM_PERCENT});
    put_text(page, (struct rect){at.x + DIM_PADDING, at.y, w, h}, look, text, true);
}
