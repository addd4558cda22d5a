// A row of Settings: an icon, words, and at the end a switch, or a value and the way to more.
#include "core/least.h"
#include "scenes/app.h"
#include "scenes/settings_inside.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    LEAST_H = 84,
    PAD_Y = 12,
    SQUARE = 52,
    TEXT_X = 72,
    NEXT = 28,
    NEXT_GAP = 10,
    WORDS_GAP = 16,
    TOGGLE_PAD = 24,   // of page_toggle at its sides
    TOGGLE_WORDS = 180 // what its words lack to a row's width
};

static const struct look title = {TYPE_BODY, true, 0, ALIGN_START, 0},
                         caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0},
                         value = {TYPE_BODY, true, TEAL_DEEP, ALIGN_END, 2};

// A long value takes two lines rather than the title's place.
static int value_w(struct app *app, const struct settings_row *row, int w)
{
    int whole = page_text_width(app->page, value, row->value) + 2, most = w * 2 / 5;
    return whole < most ? whole : most;
}

static int words_w(struct app *app, const struct settings_row *row, int w)
{
    return row->value ? w - TEXT_X - WORDS_GAP - value_w(app, row, w) - NEXT_GAP - NEXT : w - TOGGLE_WORDS;
}

static int words_h(struct app *app, const struct settings_row *row, int w)
{
    return page_text_height(app->page, title, row->title, w) +
           (row->caption ? page_text_height(app->page, caption, row->caption, w) : 0);
}

int settings_row_h(struct app *app, const struct settings_row *row, int w)
{
    int h = words_h(app, row, words_w(app, row, w)) + 2 * PAD_Y;
    if (row->value) {
        h = greater(h, page_text_height(app->page, value, row->value, value_w(app, row, w)) + 2 * PAD_Y);
    }
    return greater(h, LEAST_H);
}

static void lay_words(struct app *app, const struct settings_row *row, struct rect at)
{
    int title_h = page_text_height(app->page, title, row->title, at.w);
    int y = at.y + (at.h - words_h(app, row, at.w)) / 2;
    page_text(app->page, (struct rect){at.x, y, at.w, title_h}, title, row->title);
    if (row->caption) {
        page_text(
            app->page,
            (struct rect){at.x, y + title_h, at.w, page_text_height(app->page, caption, row->caption, at.w)},
            caption, row->caption);
    }
}

static void lay_more(struct app *app, const struct settings_row *row, struct rect at)
{
    int w = value_w(app, row, at.w), next_x = at.x + at.w - NEXT;
    page_press(app->page, (struct rect){at.x - 12, at.y + 4, at.w + 24, at.h - 8}, row->id, row->title);
    lay_words(app, row, (struct rect){at.x + TEXT_X, at.y, words_w(app, row, at.w), at.h});
    page_text_middle(app->page, (struct rect){next_x - NEXT_GAP - w, at.y, w, at.h}, value, row->value);
    page_icon(app->page, (struct rect){next_x, at.y + (at.h - NEXT) / 2, NEXT, NEXT}, ICON_NEXT, TEAL_DEEP);
}

void settings_row(struct app *app, const struct settings_row *row, struct rect at)
{
    page_row_icon(app->page, at.x, at.y + (at.h - SQUARE) / 2, row->icon);
    if (row->value) {
        lay_more(app, row, at);
        return;
    }
    int x = at.x + TEXT_X - TOGGLE_PAD;
    page_toggle(app->page, (struct rect){x, at.y + 4, at.x + at.w + TOGGLE_PAD - x, at.h - 8}, row->id,
                row->on, row->title, row->caption);
}
