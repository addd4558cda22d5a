// Today's plan in one sentence with its staircase; or the way to a first voice; or "not now".
#include "scenes/app.h"
#include "scenes/home.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD_X = 24, PAD_Y = 14, STAIRS_W = 84, STAIRS_H = 54, ARROW = 28, ICON_X = 78, LEAST = 86 };

static const struct look caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0},
                         bold = {TYPE_BODY, true, 0, ALIGN_START, 0},
                         plain = {TYPE_BODY, false, 0, ALIGN_START, 0};

struct lines {
    int count;
    struct look looks[3];
    const char *texts[3];
};

static void add(struct lines *lines, struct look look, const char *text)
{
    if (*text) {
        lines->looks[lines->count] = look;
        lines->texts[lines->count++] = text;
    }
}

static int lay_lines(struct app *app, const struct lines *lines, struct rect at, bool draw)
{
    int y = 0;
    for (int i = 0; i < lines->count; i++) {
        int h = page_text_height(app->page, lines->looks[i], lines->texts[i], at.w);
        if (draw) {
            page_text(app->page, (struct rect){at.x, at.y + y, at.w, h}, lines->looks[i], lines->texts[i]);
        }
        y += h;
    }
    return y;
}

// Left and right of the words something stands.
struct card_form {
    enum card card;
    int id; // 0: nothing to press
    int left, right;
    struct lines lines;
};

static struct card_form form_of(struct app *app)
{
    const struct home *home = app->home;
    struct card_form form = {.card = CARD_TILE, .left = PAD_X, .right = PAD_X};
    if (resting_now(app) == REST_NOT_NOW) {
        add(&form.lines, bold, word("home.notnow.h"));
        add(&form.lines, plain, word("home.notnow"));
    } else if (home->first) {
        form.id = HOME_FIRST;
        form.left = ICON_X;
        form.right = PAD_X + ARROW + 16;
        add(&form.lines, bold, word("home.first.h"));
        add(&form.lines, caption, word("home.first"));
    } else {
        form.card = CARD_PLAIN;
        form.id = HOME_LEVEL;
        form.right = PAD_X + ARROW + STAIRS_W + 36;
        add(&form.lines, caption, home->level);
        add(&form.lines, bold, home->plan);
        add(&form.lines, caption, home->shorter);
    }
    return form;
}

static int words_w(const struct card_form *form, int w)
{
    return w - form->left - form->right;
}

int home_plan_height(struct app *app, int w)
{
    struct card_form form = form_of(app);
    int h = 2 * PAD_Y + lay_lines(app, &form.lines, (struct rect){0, 0, words_w(&form, w), 0}, false);
    return h > LEAST ? h : LEAST;
}

static void lay_stairs(struct app *app, struct rect at)
{
    const struct home *home = app->home;
    int x = at.x + at.w - PAD_X - ARROW - 20 - STAIRS_W;
    page_stairs(app->page, (struct rect){x, at.y + (at.h - STAIRS_H) / 2, STAIRS_W, STAIRS_H},
                &(struct stairs){
                    .values = home->rungs, .count = home->rung_count, .now = home->rung_now, .easy = -1});
}

void home_lay_plan(struct app *app, struct rect at)
{
    struct card_form form = form_of(app);
    int w = words_w(&form, at.w), h = lay_lines(app, &form.lines, (struct rect){0, 0, w, 0}, false);
    page_card(app->page, at, form.card);
    lay_lines(app, &form.lines, (struct rect){at.x + form.left, at.y + (at.h - h) / 2, w, h}, true);
    if (form.id == HOME_LEVEL) {
        lay_stairs(app, at);
    } else if (form.id == HOME_FIRST) {
        page_icon(app->page, (struct rect){at.x + 26, at.y + (at.h - 32) / 2, 32, 32}, ICON_MICROPHONE,
                  TEAL_DEEP);
    }
    if (form.id) {
        page_icon(app->page,
                  (struct rect){at.x + at.w - PAD_X - ARROW, at.y + (at.h - ARROW) / 2, ARROW, ARROW},
                  ICON_NEXT, TEAL_DEEP);
        page_press(app->page, at, form.id, form.lines.texts[form.id == HOME_LEVEL]);
    }
}
