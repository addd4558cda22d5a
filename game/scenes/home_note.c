// A small card about the last game. It asks once, and whoever passes it over is not asked again.
#include "scenes/app.h"
#include "scenes/home.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD = 20, ABOVE = 14, BUTTON_H = 56, GAP = 10, BESIDE_LEAST = 220 };

static const struct look question = {TYPE_BODY, true, 0, ALIGN_START, 0},
                         plain = {TYPE_CAPTION, false, 0, ALIGN_START, 0};

struct answer {
    enum home_id id;
    const char *key;
};

static const struct answer answers[] = {
    {HOME_CALM, "home.how.calm"}, {HOME_FUSSY, "home.how.fussy"}, {HOME_SKIP, "home.how.skip"}};
enum { ANSWERS = sizeof answers / sizeof *answers };

static int text_h(struct app *app, struct look look, const char *key, int w)
{
    return page_text_height(app->page, look, word(key), w);
}

// ---- how was it? The answers beside each other, each as wide as its words want; where that is too much,
// "don't note" stands below

static int answer_w(struct app *app, int answer)
{
    return page_button_w(app->page, ICON_NONE, word(answers[answer].key));
}

static int spare_w(struct app *app, int w)
{
    int spare = w - 2 * PAD - (ANSWERS - 1) * GAP;
    for (int i = 0; i < ANSWERS; i++) {
        spare -= answer_w(app, i);
    }
    return spare;
}

static int how_height(struct app *app, int w)
{
    int rows = spare_w(app, w) >= 0 ? 1 : 2;
    return ABOVE + text_h(app, question, "home.how", w - 2 * PAD) + rows * (GAP + BUTTON_H) + ABOVE + 4;
}

static void lay_answer(struct app *app, int answer, struct rect at)
{
    page_button(app->page, at, (int)answers[answer].id, BUTTON_SECOND, ICON_NONE, word(answers[answer].key));
}

static void lay_row_of_three(struct app *app, struct rect at, int spare)
{
    int x = at.x;
    for (int i = 0; i < ANSWERS; i++) {
        int w = i == ANSWERS - 1 ? at.x + at.w - x : answer_w(app, i) + spare / ANSWERS;
        lay_answer(app, i, (struct rect){x, at.y, w, BUTTON_H});
        x += w + GAP;
    }
}

static void lay_how(struct app *app, struct rect at)
{
    int w = at.w - 2 * PAD, h = text_h(app, question, "home.how", w), spare = spare_w(app, at.w);
    struct rect row = {at.x + PAD, at.y + ABOVE + h + GAP, w, BUTTON_H};
    page_text(app->page, (struct rect){row.x, at.y + ABOVE, w, h}, question, word("home.how"));
    if (spare >= 0) {
        lay_row_of_three(app, row, spare);
        return;
    }
    int half = (w - GAP) / 2;
    lay_answer(app, 0, (struct rect){row.x, row.y, half, BUTTON_H});
    lay_answer(app, 1, (struct rect){row.x + half + GAP, row.y, w - half - GAP, BUTTON_H});
    lay_answer(app, 2, (struct rect){row.x, row.y + BUTTON_H + GAP, w, BUTTON_H});
}

// ---- noted as fussy: words, and a button beside or below them

static int slip_w(struct app *app)
{
    return page_button_w(app->page, ICON_UNDO, word("pause.fussed.undo"));
}

static bool beside(struct app *app, int w)
{
    return w - 2 * PAD - slip_w(app) - 16 >= BESIDE_LEAST;
}

static int fussed_w(struct app *app, int w)
{
    return w - 2 * PAD - (beside(app, w) ? slip_w(app) + 16 : 0);
}

static int fussed_height(struct app *app, int w)
{
    int h = text_h(app, question, app->home->fussed, fussed_w(app, w));
    if (beside(app, w)) {
        return (h > BUTTON_H ? h : BUTTON_H) + 2 * ABOVE;
    }
    return ABOVE + h + GAP + BUTTON_H + ABOVE + 4;
}

static void lay_fussed(struct app *app, struct rect at)
{
    int w = fussed_w(app, at.w), h = text_h(app, question, app->home->fussed, w);
    struct rect button = {at.x + at.w - PAD - slip_w(app), at.y + (at.h - BUTTON_H) / 2 - 1, slip_w(app),
                          BUTTON_H};
    struct rect words = {at.x + PAD, at.y + (at.h - h) / 2, w, h};
    if (!beside(app, at.w)) {
        words.y = at.y + ABOVE;
        button = (struct rect){at.x + PAD, words.y + h + GAP, at.w - 2 * PAD, BUTTON_H};
    }
    page_text(app->page, words, question, word(app->home->fussed));
    page_button(app->page, button, HOME_SLIP, BUTTON_SECOND, ICON_UNDO, word("pause.fussed.undo"));
}

// ---- any of them

int home_note_height(struct app *app, int w)
{
    switch (app->home->note) {
    case NOTE_NONE: break;
    case NOTE_HOW: return how_height(app, w);
    case NOTE_FUSSED: return fussed_height(app, w);
    case NOTE_NOT_KEPT: return text_h(app, plain, "v.not.kept", w - 2 * PAD) + 2 * ABOVE;
    }
    return 0;
}

void home_lay_note(struct app *app, struct rect at)
{
    if (app->home->note == NOTE_NONE) {
        return;
    }
    page_card(app->page, at, CARD_TILE);
    switch (app->home->note) {
    case NOTE_NONE: break;
    case NOTE_HOW: lay_how(app, at); break;
    case NOTE_FUSSED: lay_fussed(app, at); break;
    case NOTE_NOT_KEPT:
        page_text(app->page, (struct rect){at.x + PAD, at.y + ABOVE, at.w - 2 * PAD, at.h - 2 * ABOVE}, plain,
                  word("v.not.kept"));
        break;
    }
}
