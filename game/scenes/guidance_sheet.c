// An opened card: its sentences, half a page; and the honest statement.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/guidance.h"
#include "scenes/honest.h"
#include "scenes/sheet.h"
#include "store/words.h"
#include "ui/theme.h"

enum { SHEET = 1, SHEET_W = 760, BETWEEN = 14, DOT_X = 8, WORDS_X = 32, ROOM = 48 };

static const struct look plain = {TYPE_BODY, false, 0, ALIGN_START, 0},
                         dot = {TYPE_BODY, true, TEAL, ALIGN_START, 1};

static const char *sentence(const struct guidance_card *card, int index)
{
    char part[16];
    snprintf(part, sizeof part, "%d", index + 1);
    return guidance_word(card, part);
}

// Sentences one below the other; with draw false it only measures.
static int lay_sentences(struct app *app, const struct guidance_card *card, struct rect at, bool draw)
{
    int y = 0, w = at.w - WORDS_X;
    for (int i = 0; i < card->sentences; i++) {
        int h = page_text_height(app->page, plain, sentence(card, i), w);
        if (draw) {
            page_text(app->page, (struct rect){at.x + DOT_X, at.y + y, 16, 28}, dot, "•");
            page_text(app->page, (struct rect){at.x + WORDS_X, at.y + y, w, h}, plain, sentence(card, i));
        }
        y += h + BETWEEN;
    }
    return y;
}

static int contents(struct app *app, struct rect at, bool draw)
{
    int opened = app->guidance->opened;
    if (opened >= 0) {
        return lay_sentences(app, guidance_card(opened), at, draw);
    }
    if (draw) {
        honest_lay(app, at);
    }
    return honest_height(app, at.w);
}

void guidance_lay_sheet(struct app *app)
{
    int opened = app->guidance->opened, w = sheet_inner_w(app, SHEET_W);
    if (opened == GUIDANCE_NOTHING) {
        return;
    }
    const char *heading = opened >= 0 ? guidance_word(guidance_card(opened), "h") : word("y.hon.h");
    int whole = contents(app, (struct rect){0, 0, w, 0}, false);
    int most = page_h(app->page) - ROOM - SHEET_HEAD - SHEET_PAD, h = whole < most ? whole : most;
    struct rect in = sheet_begin(app, SHEET, GUIDANCE_CLOSE, SHEET_W, h, heading);
    page_scroll_begin(app->page, in, whole);
    contents(app, (struct rect){in.x, in.y, in.w, whole}, true);
    page_scroll_end(app->page);
}
