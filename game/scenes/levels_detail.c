// The level that is shown: its staircase with today's step, what comes of calm and of fuss, and what can be
// done.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/level_words.h"
#include "scenes/levels_inside.h"
#include "scenes/plan_stairs.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD = 28, GAP = 12, BUTTON_H = 60, STAIRS_LEAST = 130, BUTTONS = 4, TICK = 32 };

static const struct look title_look = {TYPE_HEADING, true, 0, ALIGN_START, 0};
static const struct look caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};
static const struct look wish_look = {TYPE_CAPTION, true, TEAL_DEEP, ALIGN_START, 0};
static const struct look body = {TYPE_BODY, false, 0, ALIGN_START, 0};

// ---- stairs

void levels_stairs(struct app *app, struct rect at, const struct levels_row *row, bool big)
{
    int values[PAGE_STEPS_MAX], now;
    char texts[PAGE_STEPS_MAX][16];
    const char *labels[PAGE_STEPS_MAX];
    bool used = row == &app->levels->rows[app->levels->used];
    const struct today *today = &row->today;
    int count =
        plan_stairs(&today->plan.rungs, big || used || row->played ? today->plan.step : -1, values, &now);
    for (int i = 0; i < count; i++) {
        word_seconds(texts[i], sizeof texts[i], values[i]);
        labels[i] = texts[i];
    }
    struct stairs stairs = {
        .values = values, .count = count, .now = now, .labels = big ? labels : NULL, .easy = -1};
    page_stairs(app->page, at, &stairs);
}

// ---- words

static bool is_used(const struct app *app)
{
    return app->levels->shown == app->levels->used;
}

static void today_sentence(struct app *app, const struct levels_row *row, char *out, size_t size)
{
    const struct plan *plan = &row->today.plan;
    char seconds[16], step[16], steps[16];
    word_seconds(seconds, sizeof seconds, ladder_away_ms(&plan->rungs, plan->step));
    snprintf(step, sizeof step, "%d", plan->step + 1);
    snprintf(steps, sizeof steps, "%d", ladder_highest_step(&plan->rungs) + 1);
    word_fill(out, size, is_used(app) ? "lv.today" : "lv.would", "t", seconds, "a", step, "b", steps, NULL);
}

static const char *wish_of(const struct levels_row *row)
{
    const struct ladder *ladder = &row->stored;
    return ladder->shorter > 0 && ladder->stay ? word("lv.both.on")
           : ladder->shorter > 1               ? word("lv.shorter2.on")
           : ladder->shorter > 0               ? word("lv.shorter.on")
           : ladder->stay                      ? word("lv.stay.on")
                                               : "";
}

// Where the age stops the stairs below the level's own end, it says so.
static void axis_words(const struct levels_row *row, char *out, size_t size)
{
    const struct rungs *rungs = &row->today.plan.rungs;
    char seconds[16];
    word_seconds(seconds, sizeof seconds, rungs->longest_ms);
    if (rungs->longest_ms < row->entry.level.longest_ms) {
        word_fill(out, size, row->today.age_months > 0 ? "lv.axis.age" : "lv.axis.noage", "a", seconds, NULL);
    } else {
        snprintf(out, size, "%s", word("lv.axis"));
    }
}

static const char *rule_words(const struct levels_row *row)
{
    return word(row->stored.fast ? "lv.rule.fast" : "lv.rule");
}

// What is wrong with a broken one, where it lies, and what can be done.
static void broken_words(struct app *app, const struct levels_row *row, char *out, size_t size)
{
    char line[16];
    const char *folder = today_folder(&app->options);
    snprintf(line, sizeof line, "%d", row->entry.error.line);
    word_fill(out, size, "lv.mend", "n", line, "r", row->entry.error.reason, "f", row->entry.file, "d",
              folder ? folder : "", NULL);
}

// ---- buttons

struct choice {
    int id;
    enum button button;
    enum icon icon;
    const char *key;
};

static void add(struct choice *choices, int *count, int id, enum button button, enum icon icon,
                const char *key)
{
    choices[(*count)++] = (struct choice){id, button, icon, key};
}

static int choices_of(struct app *app, const struct levels_row *row, struct choice *choices)
{
    int count = 0;
    bool used = is_used(app), wished = row->stored.shorter > 0 || row->stored.stay;
    if (row->entry.broken) {
        add(choices, &count, LEVELS_AGAIN, BUTTON_SECOND, ICON_REDO, "r.retry");
    } else if (used) {
        add(choices, &count, LEVELS_SHORTER, BUTTON_SECOND, ICON_MINUS, "lv.shorter");
        add(choices, &count, LEVELS_STAY, row->stored.stay ? BUTTON_TEAL : BUTTON_SECOND,
            row->stored.stay ? ICON_CHECK : ICON_PAUSE, "lv.stay");
    } else {
        add(choices, &count, LEVELS_USE, BUTTON_MAIN, ICON_CHECK, "lv.choose");
    }
    if (used && wished) {
        add(choices, &count, LEVELS_AS_IT_WAS, BUTTON_QUIET, ICON_UNDO, "ed.reset");
    }
    if (row->entry.own) {
        add(choices, &count, LEVELS_DELETE, BUTTON_DANGER, ICON_TRASH, "lv.delete");
    }
    return count;
}

static bool all_fit(struct app *app, const struct choice *choices, int count, int w)
{
    for (int i = 0; i < count; i++) {
        if (page_button_w(app->page, choices[i].icon, word(choices[i].key)) > w) {
            return false;
        }
    }
    return true;
}

// Two a row where each fits half of it, else one below the other. Returns the height.
static int lay_buttons(struct app *app, struct rect at, const struct levels_row *row, bool draw)
{
    struct choice choices[BUTTONS];
    int count = choices_of(app, row, choices), half = (at.w - 16) / 2;
    int across = count > 1 && all_fit(app, choices, count, half) ? 2 : 1, w = across == 2 ? half : at.w;
    for (int i = 0; draw && i < count; i++) {
        bool alone = across == 2 && i == count - 1 && i % 2 == 0;
        struct rect cell = {at.x + i % across * (half + 16), at.y + i / across * (BUTTON_H + GAP),
                            alone ? at.w : w, BUTTON_H};
        page_button(app->page, cell, choices[i].id, choices[i].button, choices[i].icon, word(choices[i].key));
    }
    int rows = (count + across - 1) / across;
    return rows * (BUTTON_H + GAP) - GAP;
}

// ---- the whole

// Lays one text below what is there already; returns where the next begins.
static int lay_text(struct app *app, int x, int y, int w, struct look look, const char *text, bool draw)
{
    int h = *text ? page_text_height(app->page, look, text, w) : 0;
    if (draw && h > 0) {
        page_text(app->page, (struct rect){x, y, w, h}, look, text);
    }
    return y + h;
}

static int lay_top(struct app *app, struct rect at, const struct levels_row *row, bool draw)
{
    char title[LEVELS_TEXT_SIZE], sentence[200];
    int x = at.x + PAD, w = at.w - 2 * PAD;
    level_words_title(&row->entry.level, title, sizeof title);
    int y = lay_text(app, x, at.y + 20, w - TICK - 12, title_look,
                     row->entry.broken ? row->entry.file : title, draw);
    if (draw && is_used(app)) {
        page_icon(app->page, (struct rect){x + w - TICK, at.y + 20, TICK, TICK}, ICON_CHECK, TEAL);
    }
    if (row->entry.broken) {
        return y;
    }
    today_sentence(app, row, sentence, sizeof sentence);
    y = lay_text(app, x, y, w, caption, sentence, draw);
    return lay_text(app, x, y, w, wish_look, wish_of(row), draw);
}

// What stands below the stairs, from y on. Returns its end.
static int lay_foot(struct app *app, struct rect at, int y, const struct levels_row *row, bool draw)
{
    char axis[200];
    int x = at.x + PAD, w = at.w - 2 * PAD;
    axis_words(row, axis, sizeof axis);
    y = lay_text(app, x, y + 4, w, caption, axis, draw);
    y = lay_text(app, x, y + GAP, w, body, rule_words(row), draw) + 20;
    return y + lay_buttons(app, (struct rect){x, y, w, 0}, row, draw) + 24;
}

static int lay_broken(struct app *app, struct rect at, const struct levels_row *row, bool draw)
{
    char words[1500];
    int x = at.x + PAD, w = at.w - 2 * PAD, y = lay_top(app, at, row, draw) + GAP;
    broken_words(app, row, words, sizeof words);
    y = lay_text(app, x, y, w, body, words, draw) + 20;
    return y + lay_buttons(app, (struct rect){x, y, w, 0}, row, draw) + 24;
}

int levels_detail_height(struct app *app, int w)
{
    const struct levels_row *row = levels_shown(app);
    struct rect at = {0, 0, w, 0};
    if (!row) {
        return 0;
    }
    if (row->entry.broken) {
        return lay_broken(app, at, row, false);
    }
    return lay_foot(app, at, lay_top(app, at, row, false) + GAP + STAIRS_LEAST, row, false);
}

void levels_detail_layout(struct app *app, struct rect at)
{
    const struct levels_row *row = levels_shown(app);
    if (!row) {
        return;
    }
    if (row->entry.broken) {
        at.h = lay_broken(app, at, row, false) - at.y;
        page_card(app->page, at, CARD_PLAIN);
        lay_broken(app, at, row, true);
        return;
    }
    page_card(app->page, at, CARD_PLAIN);
    int top = lay_top(app, at, row, true) + GAP, foot_h = lay_foot(app, at, 0, row, false),
        foot = at.y + at.h - foot_h;
    levels_stairs(app, (struct rect){at.x + PAD, top, at.w - 2 * PAD, foot - top}, row, true);
    lay_foot(app, at, foot, row, true);
}
