// The reunion (mock-up 06d): hello first. How it was can be said later, or not at all.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD = 28, ROW_PAD = 22, ROW_LEAST = 72, ROW_GAP = 12, SKIP_H = 60, WIDEST = 600, ROWS = 3 };

static const struct look title = {TYPE_DISPLAY, true, 0, ALIGN_START, 0},
                         body = {TYPE_BODY, false, 0, ALIGN_START, 0},
                         bold = {TYPE_BODY, true, 0, ALIGN_START, 0},
                         small = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};

// ---- what each answer means for the next time

struct answer {
    int id;
    enum card card;
    const char *label;
    char next[200];
};

static bool lasted(const struct away_wait *wait)
{
    const struct parting parting = {.planned_s = wait->length_ms / 1000, .took_s = wait->took_ms / 1000};
    return parting_lasted(&parting);
}

static void say_next(char *out, size_t size, const char *key, int step, int easy)
{
    char time[32], count[16];
    away_time(time, sizeof time, parting_seconds(step));
    snprintf(count, sizeof count, "%d", easy);
    word_fill(out, size, key, "s", time, "a", count, NULL);
}

static void say_easy(const struct away *away, char *out, size_t size)
{
    struct parting_stand after = parting_after(away_stand(away), PARTING_EASY, lasted(&away->wait));
    if (!lasted(&away->wait)) {
        say_next(out, size, "aw.easy.early", after.step, 0);
    } else if (parting_offers_longer(after)) {
        say_next(out, size, "aw.easy.last", after.step + 1, 0);
    } else if (after.easy >= PARTING_EASY_TIMES) {
        snprintf(out, size, "%s", word("aw.max"));
    } else {
        say_next(out, size, "aw.easy.n", after.step, after.easy);
    }
}

static void answers(const struct away *away, struct answer out[ROWS])
{
    struct parting_stand stand = away_stand(away);
    out[0] = (struct answer){AWAY_EASY, CARD_CALM, word("aw.easy"), ""};
    out[1] = (struct answer){AWAY_SHORT_CRY, CARD_MIDDLING, word("aw.some"), ""};
    out[2] = (struct answer){AWAY_HARD, CARD_FUSSY, word("aw.hard"), ""};
    say_easy(away, out[0].next, sizeof out[0].next);
    say_next(out[1].next, sizeof out[1].next, "aw.some.n", stand.step, 0);
    say_next(out[2].next, sizeof out[2].next, "aw.hard.n", parting_after(stand, PARTING_HARD, true).step, 0);
}

static int lay_answer(struct app *app, const struct answer *answer, struct rect at, bool draw)
{
    int w = at.w - 2 * ROW_PAD, label_h = page_text_height(app->page, bold, answer->label, w),
        next_h = page_text_height(app->page, small, answer->next, w), h = label_h + next_h + 20;
    h = h > ROW_LEAST ? h : ROW_LEAST;
    if (draw) {
        struct rect row = {at.x, at.y, at.w, h};
        int y = at.y + (h - label_h - next_h) / 2;
        page_card(app->page, row, answer->card);
        page_press(app->page, row, answer->id, answer->label);
        page_text(app->page, (struct rect){at.x + ROW_PAD, y, w, label_h}, bold, answer->label);
        page_text(app->page, (struct rect){at.x + ROW_PAD, y + label_h, w, next_h}, small, answer->next);
    }
    return h;
}

// ---- the card

static int put(struct app *app, struct rect *at, struct look look, const char *text, int gap, bool draw)
{
    int h = page_text_height(app->page, look, text, at->w);
    if (draw) {
        page_text(app->page, (struct rect){at->x, at->y, at->w, h}, look, text);
    }
    at->y += h + gap;
    return h;
}

static int lay_card(struct app *app, struct rect card, bool draw)
{
    char back[240];
    struct answer all[ROWS];
    struct rect in = {card.x + PAD, card.y + 24, card.w - 2 * PAD, 0};
    away_words(app, back, sizeof back, "aw.back", app->away->goes, 0);
    answers(app->away, all);
    if (draw) {
        page_card(app->page, card, CARD_PLAIN);
    }
    put(app, &in, title, back, 4, draw);
    put(app, &in, body, word("aw.back.sub"), 16, draw);
    if (draw) {
        page_line(app->page, in.x, in.y, in.w);
    }
    in.y += 18;
    put(app, &in, bold, word("aw.how"), 10, draw);
    for (int i = 0; i < ROWS; i++) {
        in.y += lay_answer(app, &all[i], in, draw) + ROW_GAP;
    }
    int skip_w = page_button_w(app->page, ICON_NONE, word("aw.skip"));
    skip_w = skip_w < in.w ? skip_w : in.w;
    if (draw) {
        page_button(app->page, (struct rect){in.x + (in.w - skip_w) / 2, in.y, skip_w, SKIP_H}, AWAY_SKIP,
                    BUTTON_QUIET, ICON_NONE, word("aw.skip"));
    }
    return in.y + SKIP_H + 16 - card.y;
}

static struct rect card_box(struct app *app)
{
    struct page *page = app->page;
    if (page_tall(page)) {
        int w = page_w(page) - 80, h = lay_card(app, (struct rect){0, 0, w, 0}, false);
        int y = page_h(page) - h - 60;
        return (struct rect){40, y > 20 ? y : 20, w, h};
    }
    int x = page_w(page) * 45 / 100, most = page_w(page) - x - MARGIN, w = most < WIDEST ? most : WIDEST;
    int h = lay_card(app, (struct rect){0, 0, w, 0}, false), y = (page_h(page) - h) / 2;
    return (struct rect){x, y > 16 ? y : 16, w, h};
}

void away_lay_reunion(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    struct rect card = card_box(app), view = card;
    int room = page_h(app->page) - card.y - 8;
    view.h = card.h + 6 < room ? card.h + 6 : room; // its lower edge too
    page_scroll_begin(app->page, view, card.h + 6);
    lay_card(app, card, true);
    page_scroll_end(app->page);
    page_end(app->page);
}
