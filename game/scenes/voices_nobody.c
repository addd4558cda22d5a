// The first visit: nobody is there yet. One touch is enough to be somebody.
#include "scenes/app.h"
#include "scenes/voices_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    PAD = 32,
    CHIP_H = 50,
    GAP = 12,
    WIDEST = 760,
    TILE_W = 168,
    TILE_LEAST = 112,
    TILE_H = 152,
    FACE_R = 50,
};

static const char *const calls[VOICES_CALLS] = {"v.call1", "v.call2", "v.call3", "v.call4"};

const char *voices_call(int index)
{
    return word(calls[index]);
}

// Lays (or only measures) the chips, wrapped. Returns how high they are.
static int chips(struct app *app, struct rect at, bool draw)
{
    int x = at.x, y = at.y;
    for (int i = 0; i < VOICES_CALLS; i++) {
        int w = page_choice(app->page, 0, 0, VOICES_CALL + i, false, voices_call(i), false);
        if (x > at.x && x + w > at.x + at.w) {
            x = at.x;
            y += CHIP_H + GAP;
        }
        if (draw) {
            page_choice(app->page, x, y, VOICES_CALL + i, false, voices_call(i), true);
        }
        x += w + GAP;
    }
    return y + CHIP_H - at.y;
}

void voices_calls(struct app *app, struct rect at)
{
    chips(app, at, true);
}

int voices_calls_h(struct app *app, int w)
{
    return chips(app, (struct rect){0, 0, w, 0}, false);
}

// Two buttons beside each other where they fit, else below each other. Returns how high they are.
static int buttons(struct app *app, struct rect at, bool draw)
{
    int other_w = page_button_w(app->page, ICON_TEXT, word("v.other"));
    int load_w = page_button_w(app->page, ICON_IMPORT, word("v.pack.load"));
    bool beside = other_w + GAP + load_w <= at.w;
    if (draw) {
        page_button(app->page, (struct rect){at.x, at.y, other_w < at.w ? other_w : at.w, 60}, VOICES_ADD,
                    BUTTON_SECOND, ICON_TEXT, word("v.other"));
        page_button(app->page,
                    (struct rect){beside ? at.x + other_w + GAP : at.x, beside ? at.y : at.y + 60 + GAP,
                                  load_w < at.w ? load_w : at.w, 60},
                    VOICES_PACK_LOAD, BUTTON_QUIET, ICON_IMPORT, word("v.pack.load"));
    }
    return beside ? 60 : 120 + GAP;
}

// Who is usually there, large: a finger of the one free hand finds them.
static void lay_tile(struct app *app, int index, struct rect at)
{
    page_medallion(app->page, at.x + at.w / 2, at.y + 8 + FACE_R, FACE_R, NULL, index, false);
    page_text(app->page, (struct rect){at.x, at.y + TILE_H - 36, at.w, 28},
              (struct look){TYPE_BODY, true, 0, ALIGN_MIDDLE, 1}, voices_call(index));
    page_press(app->page, at, VOICES_CALL + index, voices_call(index));
}

// Returns how high they are.
static int tiles(struct app *app, struct rect at, bool draw)
{
    int across = at.w >= VOICES_CALLS * TILE_LEAST ? VOICES_CALLS : 2;
    int pitch = at.w / across < TILE_W ? at.w / across : TILE_W;
    for (int i = 0; draw && i < VOICES_CALLS; i++) {
        lay_tile(app, i,
                 (struct rect){at.x + i % across * pitch, at.y + i / across * TILE_H, pitch - 8, TILE_H - 8});
    }
    return VOICES_CALLS / across * TILE_H;
}

static int tip_h(struct app *app, int w)
{
    struct look body = {TYPE_BODY, false, 0, ALIGN_START, 0};
    return page_text_height(app->page, body, word("v.tip"), w - 2 * PAD) + 2 * PAD - 16;
}

static void lay_tip(struct app *app, struct rect at)
{
    page_card(app->page, at, CARD_WARM);
    page_text_middle(app->page, (struct rect){at.x + PAD, at.y + 8, at.w - 2 * PAD, at.h - 16},
                     (struct look){TYPE_BODY, false, 0, ALIGN_START, 0}, word("v.tip"));
}

// One line of the card. Returns where the next begins.
static int lay_words(struct app *app, struct rect at, enum type type, const char *text)
{
    struct look look = {type, type == TYPE_HEADING, 0, ALIGN_START, 0};
    int h = page_text_height(app->page, look, text, at.w);
    page_text(app->page, (struct rect){at.x, at.y, at.w, h}, look, text);
    return at.y + h;
}

static int words_h(struct app *app, int w)
{
    struct look heading = {TYPE_HEADING, true, 0, ALIGN_START, 0},
                body = {TYPE_BODY, false, 0, ALIGN_START, 0};
    return page_text_height(app->page, heading, word("v.first.h"), w) + 8 +
           page_text_height(app->page, body, word("v.first"), w);
}

static void lay_card(struct app *app, struct rect at, int tiles_h, int buttons_h)
{
    int x = at.x + PAD, w = at.w - 2 * PAD;
    page_card(app->page, at, CARD_PLAIN);
    int y = lay_words(app, (struct rect){x, at.y + PAD, w, 0}, TYPE_HEADING, word("v.first.h")) + 8;
    y = lay_words(app, (struct rect){x, y, w, 0}, TYPE_BODY, word("v.first")) + 20;
    tiles(app, (struct rect){x, y, w, tiles_h}, true);
    buttons(app, (struct rect){x, y + tiles_h + 16, w, buttons_h}, true);
}

void voices_nobody(struct app *app, struct rect room)
{
    int card_w = room.w < WIDEST ? room.w : WIDEST, w = card_w - 2 * PAD;
    int tiles_h = tiles(app, (struct rect){0, 0, w, 0}, false);
    int buttons_h = buttons(app, (struct rect){0, 0, w, 0}, false), tip = tip_h(app, card_w);
    int h = 2 * PAD + words_h(app, w) + 20 + tiles_h + 16 + buttons_h, whole = h + 20 + tip + PAD;
    page_scroll_begin(app->page, room, whole);
    struct rect card = {room.x + (room.w - card_w) / 2, room.y, card_w, h};
    lay_card(app, card, tiles_h, buttons_h);
    lay_tip(app, (struct rect){card.x, card.y + h + 20, card_w, tip});
    page_scroll_end(app->page);
}
