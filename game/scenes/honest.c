// What this game is, and is not.
#include "scenes/honest.h"

#include "scenes/app.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD = 26, WORDS_X = 80, ABOVE = 16, ROW_LEAST = 84 };

static const struct {
    enum icon icon;
    const char *key;
} rows[] = {{ICON_INFO, "h.1"}, {ICON_SHIELD, "h.2"}, {ICON_LAP, "h.3"}, {ICON_HEART, "h.4"}};
enum { ROWS = sizeof rows / sizeof *rows };

static const struct look plain = {TYPE_BODY, false, 0, ALIGN_START, 0};

static int words_w(int w)
{
    return w - WORDS_X - PAD;
}

static int row_height(struct app *app, int row, int w)
{
    int h = page_text_height(app->page, plain, word(rows[row].key), words_w(w)) + 2 * ABOVE;
    return h > ROW_LEAST ? h : ROW_LEAST;
}

int honest_height(struct app *app, int w)
{
    int h = ABOVE;
    for (int i = 0; i < ROWS; i++) {
        h += row_height(app, i, w);
    }
    return h;
}

void honest_lay(struct app *app, struct rect at)
{
    int y = at.y + ABOVE / 2;
    for (int i = 0; i < ROWS; i++) {
        int h = row_height(app, i, at.w);
        page_icon(app->page, (struct rect){at.x + PAD, y + (h - 34) / 2, 34, 34}, rows[i].icon, TEAL_DEEP);
        page_text_middle(app->page, (struct rect){at.x + WORDS_X, y, words_w(at.w), h}, plain,
                         word(rows[i].key));
        y += h;
        if (i < ROWS - 1) {
            page_line(app->page, at.x + PAD, y - 1, at.w - 2 * PAD);
        }
    }
}
