// For you as it stands on the page (ui/guide.md, mock-up 07a): when to call a doctor comes first, then the
// cards in groups, two columns or one.
#include "core/least.h"
#include "scenes/app.h"
#include "scenes/guidance.h"
#include "scenes/head.h"
#include "store/words.h"
#include "ui/theme.h"

enum {
    GAP = 18,
    CARD_PAD = 18,
    TEXT_X = 102,
    ARROW = 28,
    TOP_TEXT_X = 80,
    TOP_LEAST = 80,
    CARD_LEAST = 96,
    GROUP_ABOVE = 22,
    GROUP_BELOW = 10,
    RING = 12, // of what has the focus
};

static const struct look title_look = {TYPE_HEADING, true, 0, ALIGN_START, 0},
                         plain_look = {TYPE_BODY, false, 0, ALIGN_START, 0},
                         caption_look = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0},
                         group_look = {TYPE_HEADING, true, TEAL_DEEP, ALIGN_START, 0};

// ---- the two on top

struct top_card {
    int id;
    enum card card;
    enum icon icon;
    uint32_t ink;
    const char *title, *caption;
};

static int top_text_w(int w)
{
    return w - TOP_TEXT_X - ARROW - 32;
}

static int top_height(struct app *app, const struct top_card *top, int w)
{
    int h = page_text_height(app->page, title_look, word(top->title), top_text_w(w)) +
            page_text_height(app->page, caption_look, word(top->caption), top_text_w(w)) + 24;
    return greater(h, TOP_LEAST);
}

static void lay_top_card(struct app *app, const struct top_card *top, struct rect at)
{
    struct page *page = app->page;
    int w = top_text_w(at.w), title_h = page_text_height(page, title_look, word(top->title), w),
        caption_h = page_text_height(page, caption_look, word(top->caption), w),
        y = at.y + (at.h - title_h - caption_h) / 2;
    page_card(page, at, top->card);
    page_icon(page, (struct rect){at.x + 26, at.y + (at.h - 32) / 2, 32, 32}, top->icon, top->ink);
    page_text(page, (struct rect){at.x + TOP_TEXT_X, y, w, title_h}, title_look, word(top->title));
    page_text(page, (struct rect){at.x + TOP_TEXT_X, y + title_h, w, caption_h}, caption_look,
              word(top->caption));
    page_icon(page, (struct rect){at.x + at.w - ARROW - 22, at.y + (at.h - ARROW) / 2, ARROW, ARROW},
              ICON_NEXT, top->ink);
    page_press(page, at, top->id, word(top->title));
}

static int lay_top(struct app *app, struct rect room, int columns, int w, bool draw)
{
    static const struct top_card tops[] = {
        {GUIDANCE_DOCTOR, CARD_WRONG, ICON_PHONE, RED, "y.doc.h", "y.doc.sub"},
        {GUIDANCE_HONEST, CARD_TILE, ICON_INFO, TEAL_DEEP, "y.hon.h", "y.hon.sub"}};
    int h = greater(top_height(app, &tops[0], w), top_height(app, &tops[1], w));
    for (int i = 0; draw && i < 2; i++) {
        int column = i % columns, row = i / columns;
        lay_top_card(app, &tops[i],
                     (struct rect){room.x + column * (w + GAP), room.y + row * (h + GAP), w, h});
    }
    return (h + GAP) * 2 / columns;
}

// ---- the cards

static int card_height(struct app *app, int index, int w)
{
    const struct guidance_card *card = guidance_card(index);
    int text_w = w - TEXT_X - ARROW - 24;
    int h = page_text_height(app->page, title_look, guidance_word(card, "h"), text_w) +
            page_text_height(app->page, plain_look, word(card->key), text_w) + 2 * CARD_PAD + 2;
    return greater(h, CARD_LEAST);
}

static void lay_card(struct app *app, int index, struct rect at)
{
    struct page *page = app->page;
    const struct guidance_card *card = guidance_card(index);
    const char *title = guidance_word(card, "h");
    int text_w = at.w - TEXT_X - ARROW - 24, title_h = page_text_height(page, title_look, title, text_w),
        plain_h = page_text_height(page, plain_look, word(card->key), text_w);
    page_card(page, at, CARD_PLAIN);
    page_tile_icon(page, at.x + 22, at.y + CARD_PAD, card->icon, card->ground);
    page_text(page, (struct rect){at.x + TEXT_X, at.y + CARD_PAD - 4, text_w, title_h}, title_look, title);
    page_text(page, (struct rect){at.x + TEXT_X, at.y + CARD_PAD - 2 + title_h, text_w, plain_h}, plain_look,
              word(card->key));
    page_icon(page, (struct rect){at.x + at.w - ARROW - 16, at.y + (at.h - ARROW) / 2, ARROW, ARROW},
              ICON_NEXT, TEAL_DEEP);
    page_press(page, at, GUIDANCE_CARDS + index, title);
}

static int lay_group_title(struct app *app, const char *key, struct rect room, bool draw)
{
    int h = page_text_height(app->page, group_look, word(key), room.w - 8);
    if (draw) {
        page_text(app->page, (struct rect){room.x + 4, room.y + GROUP_ABOVE - GAP, room.w - 8, h}, group_look,
                  word(key));
    }
    return GROUP_ABOVE - GAP + h + GROUP_BELOW;
}

// How many cards stand beside each other from this one on: a row ends with its group.
static int row_length(int first, int columns)
{
    int length = 1;
    while (length < columns && first + length < guidance_count() && !guidance_card(first + length)->group) {
        length++;
    }
    return length;
}

static int lay_row(struct app *app, int first, int length, struct rect room, int w, bool draw)
{
    int h = 0;
    for (int i = 0; i < length; i++) {
        h = greater(h, card_height(app, first + i, w));
    }
    for (int i = 0; draw && i < length; i++) {
        lay_card(app, first + i, (struct rect){room.x + i * (w + GAP), room.y, w, h});
    }
    return h + GAP;
}

// Returns how high all of it is; with draw false it only measures.
static int lay_list(struct app *app, struct rect room, bool draw)
{
    int columns = page_tall(app->page) ? 1 : 2, w = (room.w - (columns - 1) * GAP) / columns;
    struct rect rest = room;
    rest.y += lay_top(app, rest, columns, w, draw);
    for (int i = 0; i < guidance_count();) {
        const char *group = guidance_card(i)->group;
        rest.y += group ? lay_group_title(app, group, rest, draw) : 0;
        int length = row_length(i, columns);
        rest.y += lay_row(app, i, length, rest, w, draw);
        i += length;
    }
    return rest.y - room.y + 10;
}

void guidance_lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    struct rect room = head_lay(app, GUIDANCE_BACK, word("y.title"), word("y.sub"), (struct head_action){0});
    struct rect view = {room.x - RING, room.y - RING, room.w + 2 * RING, room.h + RING};
    page_scroll_begin(app->page, view, RING + lay_list(app, room, false));
    lay_list(app, room, true);
    page_scroll_end(app->page);
    guidance_lay_sheet(app);
    page_end(app->page);
}
