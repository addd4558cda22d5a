// The first visit: nobody is there yet. One touch is enough to be somebody.
#include "scenes/app.h"
#include "scenes/voices_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum { PAD = 32, CHIP_H = 50, GAP = 12, WIDEST = 760 };

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

void voices_nobody(struct app *app, struct rect room)
{
    struct look heading = {TYPE_HEADING, true, 0, ALIGN_START, 0},
                body = {TYPE_BODY, false, 0, ALIGN_START, 0};
    int card_w = room.w < WIDEST ? room.w : WIDEST, w = card_w - 2 * PAD, x = room.x + PAD, y = room.y + PAD;
    int heading_h = page_text_height(app->page, heading, word("v.first.h"), w);
    int body_h = page_text_height(app->page, body, word("v.first"), w);
    int calls_h = voices_calls_h(app, w), buttons_h = buttons(app, (struct rect){x, 0, w, 0}, false);
    int h = 2 * PAD + heading_h + 8 + body_h + 20 + calls_h + 20 + buttons_h;
    page_card(app->page, (struct rect){room.x, room.y, card_w, h}, CARD_WARM);
    page_text(app->page, (struct rect){x, y, w, heading_h}, heading, word("v.first.h"));
    y += heading_h + 8;
    page_text(app->page, (struct rect){x, y, w, body_h}, body, word("v.first"));
    y += body_h + 20;
    voices_calls(app, (struct rect){x, y, w, calls_h});
    y += calls_h + 20;
    buttons(app, (struct rect){x, y, w, buttons_h}, true);
}
