// The list of levels: how old the baby is, then a card for each level with its staircase.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/level_words.h"
#include "scenes/levels_inside.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    GAP = 14,
    PAD = 20,
    STAIRS_W = 108,
    STAIRS_H = 54,
    ROW_LEAST = 96,
    ICON_W = 36,
    BORDER = 4, // of the chosen card, outside of it
};

static const struct look title_look = {TYPE_HEADING, true, 0, ALIGN_START, 0};
static const struct look line_look = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};

// ---- age

static void age_value(const struct levels *levels, char *out, size_t size)
{
    char number[16];
    snprintf(number, sizeof number, "%d", levels->age_months);
    if (levels->age_months > 0) {
        word_fill(out, size, "lv.months", "n", number, NULL);
    } else {
        snprintf(out, size, "%s", word("lv.notsure"));
    }
}

static int age_height(struct app *app, int w)
{
    char value[64];
    age_value(app->levels, value, sizeof value);
    return page_slider_height(app->page, w - 2 * PAD, word("lv.age"), value, word("lv.unknown")) + 2 * 16;
}

static void lay_age(struct app *app, struct rect at)
{
    char value[64];
    int months = app->levels->age_months;
    struct slider slider = {.value = months > 0 ? months : LEVELS_AGE_UNKNOWN,
                            .least = LEVELS_AGE_UNKNOWN,
                            .most = LEVELS_AGE_MOST,
                            .step = 1,
                            .stop = LEVELS_AGE_MOST};
    age_value(app->levels, value, sizeof value);
    page_card(app->page, at, CARD_WARM);
    page_slider(app->page, (struct rect){at.x + PAD, at.y + 16, at.w - 2 * PAD, at.h - 32}, LEVELS_AGE,
                &slider, word("lv.age"), value, word("lv.unknown"));
}

// ---- a level

static void row_line(const struct levels_row *row, char *out, size_t size)
{
    char number[16];
    if (!row->entry.broken) {
        level_words_line(&row->entry.level, out, size);
        return;
    }
    snprintf(number, sizeof number, "%d", row->entry.error.line);
    word_fill(out, size, "lv.broken", "n", number, NULL);
}

static void row_title(const struct levels_row *row, char *out, size_t size)
{
    if (row->entry.broken) {
        snprintf(out, size, "%s", row->entry.file);
    } else {
        level_words_title(&row->entry.level, out, size);
    }
}

static int text_w(int w)
{
    return w - 2 * PAD - STAIRS_W - 16;
}

static int row_height(struct app *app, const struct levels_row *row, bool used, int w)
{
    char title[LEVELS_TEXT_SIZE], line[160];
    row_title(row, title, sizeof title);
    row_line(row, line, sizeof line);
    int h = page_text_height(app->page, title_look, title, text_w(w) - (used ? ICON_W : 0)) +
            page_text_height(app->page, line_look, line, text_w(w)) + 2 * 14;
    return h > ROW_LEAST ? h : ROW_LEAST;
}

static void lay_row(struct app *app, struct rect at, int index)
{
    const struct levels *levels = app->levels;
    const struct levels_row *row = &levels->rows[index];
    struct page *page = app->page;
    char title[LEVELS_TEXT_SIZE], line[160];
    bool used = index == levels->used;
    int w = text_w(at.w), inset = used ? ICON_W : 0;
    row_title(row, title, sizeof title);
    row_line(row, line, sizeof line);
    int title_h = page_text_height(page, title_look, title, w - inset),
        line_h = page_text_height(page, line_look, line, w), y = at.y + (at.h - title_h - line_h) / 2;
    page_card(page, at, index == levels->shown ? CARD_CHOSEN : CARD_PLAIN);
    page_press(page, at, LEVELS_ROW + index, title);
    if (used) {
        page_icon(page, (struct rect){at.x + PAD - 2, y + 4, 24, 24}, ICON_CHECK, TEAL);
    }
    page_text(page, (struct rect){at.x + PAD + inset, y, w - inset, title_h}, title_look, title);
    page_text(page, (struct rect){at.x + PAD, y + title_h, w, line_h}, line_look, line);
    struct rect stairs = {at.x + at.w - PAD - STAIRS_W, at.y + (at.h - STAIRS_H) / 2, STAIRS_W, STAIRS_H};
    if (row->entry.broken) {
        page_icon(page, (struct rect){stairs.x + STAIRS_W - 40, at.y + (at.h - 36) / 2, 36, 36}, ICON_WARNING,
                  RED);
    } else {
        levels_stairs(app, stairs, row, false);
    }
}

// ---- the whole

int levels_list_height(struct app *app, int w)
{
    const struct levels *levels = app->levels;
    int h = BORDER + age_height(app, w - 2 * BORDER);
    for (int i = 0; i < levels->count; i++) {
        h += GAP + row_height(app, &levels->rows[i], i == levels->used, w - 2 * BORDER);
    }
    return h + GAP;
}

int levels_list_cut(struct app *app, int w, int most)
{
    const struct levels *levels = app->levels;
    int top = BORDER + age_height(app, w - 2 * BORDER) + GAP, cut = most;
    for (int i = 0; i < levels->count; i++) {
        int h = row_height(app, &levels->rows[i], i == levels->used, w - 2 * BORDER);
        cut = top + h / 2 <= most ? top + h / 2 : cut;
        top += h + GAP;
    }
    return top <= most ? top : cut;
}

void levels_list_layout(struct app *app, struct rect at)
{
    const struct levels *levels = app->levels;
    struct rect card = {at.x + BORDER, at.y + BORDER, at.w - 2 * BORDER, age_height(app, at.w - 2 * BORDER)};
    lay_age(app, card);
    for (int i = 0; i < levels->count; i++) {
        card.y += card.h + GAP;
        card.h = row_height(app, &levels->rows[i], i == levels->used, card.w);
        lay_row(app, card, i);
    }
}
