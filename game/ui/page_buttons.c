// Buttons: toy blocks that sink on their edge while they are pressed.
#include "ui/page_inside.h"

#include "ui/theme.h"

enum { BUTTON_H = 60, PAD_X = 26, GAP = 12, LEAST_W = 120, HERO_ICON = 36, HERO_GAP = 18 };

struct button_look {
    uint32_t face, edge, border, ink; // SHAPE_CLEAR: none
    int drop;
};

static const struct button_look looks[] = {
    [BUTTON_MAIN] = {YELLOW, YELLOW_EDGE, SHAPE_CLEAR, INK, EDGE_MAIN},
    [BUTTON_SECOND] = {CARD, EDGE, CONTROL, TEAL_DEEP, EDGE_BUTTON},
    [BUTTON_RECORD] = {CORAL_PALE, CORAL_EDGE, SHAPE_CLEAR, INK, EDGE_BUTTON},
    [BUTTON_TEAL] = {TEAL, TEAL_DEEP, SHAPE_CLEAR, CARD, EDGE_MAIN},
    [BUTTON_DANGER] = {CARD, EDGE, RED, RED, EDGE_BUTTON},
    [BUTTON_QUIET] = {SHAPE_CLEAR, SHAPE_CLEAR, SHAPE_CLEAR, TEAL_DEEP, 0},
    [BUTTON_PLATE] = {CARD, YELLOW_EDGE, SHAPE_CLEAR, INK, EDGE_MAIN},
};
static const struct button_look off = {OFF_GROUND, SHAPE_CLEAR, SHAPE_CLEAR, OFF_TEXT, 0};

static void put_face(struct page *page, struct rect px, const struct button_look *look, int radius, int id)
{
    const int drop = px_of(page, (float)look->drop), round = px_of(page, (float)radius);
    if (look->edge != SHAPE_CLEAR) {
        put_shape(page, (struct rect){px.x, px.y + drop, px.w, px.h},
                  (struct shape){.radius_px = round, .fill = look->edge});
    }
    page->sinking = look->drop ? id : 0;
    if (look->face != SHAPE_CLEAR) {
        const bool bordered = look->border != SHAPE_CLEAR;
        put_shape(
            page, px,
            (struct shape){.radius_px = round,
                           .fill = is_pressed(page, id) && look->face == YELLOW ? YELLOW_PRESSED : look->face,
                           .border = bordered ? look->border : 0,
                           .border_tenths_px = bordered ? (int)(20 * page->scale) : 0});
    }
}

// Icon and label together in the middle.
static void put_label(struct page *page, struct rect at, enum icon icon, const char *label, struct look look,
                      int icon_side, uint32_t icon_rgb)
{
    const int icon_w = icon == ICON_NONE ? 0 : icon_side + (icon_side == HERO_ICON ? HERO_GAP : GAP);
    const int room = at.w - 16 - icon_w;
    const struct wrap *wrap = text_wrap(page, look, label, px_of(page, (float)room), 2);
    const int text_w = wrap ? (int)((float)wrap->widest_px / page->scale) + 1 : 0;
    const int x = at.x + (at.w - icon_w - text_w) / 2;
    put_icon(page, px_rect(page, (struct rect){x, at.y + (at.h - icon_side) / 2, icon_side, icon_side}), icon,
             icon_rgb);
    put_text(page, (struct rect){x + icon_w, at.y, room < text_w ? room : text_w, at.h}, look, label, true);
}

static void put_button(struct page *page, struct rect at, int id, const struct button_look *look,
                       enum icon icon, const char *label, bool hero)
{
    const struct widget *widget = add_widget(page, WIDGET_PRESS, at, id, label);
    const int radius = hero ? RADIUS_HERO : RADIUS_BUTTON;
    const struct look words = {hero ? TYPE_HERO : TYPE_BODY, true, look->ink, ALIGN_MIDDLE, 2};
    put_face(page, px_rect(page, at), look, radius, id);
    put_label(page, at, icon, label, words, hero ? HERO_ICON : ICON,
              look->ink == INK && icon == ICON_PLAY ? TEAL_DEEP : look->ink);
    page->sinking = 0;
    put_focus(page, widget, radius, false);
}

void page_button(struct page *page, struct rect at, int id, enum button button, enum icon icon,
                 const char *label)
{
    put_button(page, at, id, &looks[button], icon, label, false);
}

void page_button_hero(struct page *page, struct rect at, int id, enum button button, enum icon icon,
                      const char *label)
{
    put_button(page, at, id, &looks[button], icon, label, true);
}

void page_button_off(struct page *page, struct rect at, int id, enum icon icon, const char *label)
{
    put_button(page, at, id, &off, icon, label, false);
}

int page_button_w(struct page *page, enum icon icon, const char *label)
{
    const int text_w = page_text_width(page, (struct look){TYPE_BODY, true, 0, ALIGN_MIDDLE, 1}, label);
    const int w = text_w + 2 * PAD_X + (icon == ICON_NONE ? 0 : ICON + GAP);
    return w > LEAST_W ? w : LEAST_W;
}

void page_round(struct page *page, int x, int y, int id, enum round round, enum icon icon, const char *name)
{
    static const struct button_look rounds[] = {
        [ROUND_CARD] = {CARD, EDGE, SHAPE_CLEAR, TEAL_DEEP, EDGE_BUTTON},
        [ROUND_PLAY] = {TEAL, SHAPE_CLEAR, SHAPE_CLEAR, CARD, 0},
        [ROUND_RECORD] = {CORAL_PALE, SHAPE_CLEAR, SHAPE_CLEAR, TEAL_DEEP, 0},
        [ROUND_GHOST] = {SHAPE_CLEAR, SHAPE_CLEAR, SHAPE_CLEAR, INK_SOFT, 0},
        [ROUND_TINT] = {TEAL_PALE, SHAPE_CLEAR, SHAPE_CLEAR, TEAL_DEEP, 0},
    };
    const struct rect at = {x, y, ROUND_BUTTON, ROUND_BUTTON};
    const struct widget *widget = add_widget(page, WIDGET_PRESS, at, id, name);
    put_face(page, px_rect(page, at), &rounds[round], ROUND_BUTTON / 2, id);
    put_icon(page, px_rect(page, (struct rect){x + 14, y + 14, ICON, ICON}), icon, rounds[round].ink);
    page->sinking = 0;
    put_focus(page, widget, ROUND_BUTTON / 2, false);
}
