// The words over the waiting picture (mock-up 06c): one line for the grown-up who stays, and two buttons.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/aside.h"
#include "scenes/away_inside.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD = 24, GAP = 14, BUTTON_H = 66, FOOT = 22, LINE_H = 48 };

static const struct look bold = {TYPE_BODY, true, 0, ALIGN_START, 0},
                         small = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};

// ---- the line

struct line {
    char what[240];
    const char *aside; // NULL: none
    int what_w, aside_w;
    int w, h; // of its plate
    bool two; // the aside stands below
};

// Whole minutes where it is long, upwards: nobody counts along.
static int left_s(const struct app *app)
{
    int left = (app->away->wait.length_ms - away_wait_gone_ms(app) + 999) / 1000;
    return left > 90 ? (left + 59) / 60 * 60 : left;
}

static void say(const struct app *app, struct line *line)
{
    const struct away *away = app->away;
    static const char *const keys[] = {
        [WAIT_RUNS] = "aw.wait", [WAIT_OVER] = "aw.overdue", [WAIT_CALLED] = "aw.called"};
    bool runs = away->wait.state == WAIT_RUNS;
    away_words(app, line->what, sizeof line->what, keys[away->wait.state], away->goes,
               runs ? left_s(app) : 0);
    line->aside = away->hold.hint_ms > app->now_ms ? word("aw.hold") : runs ? word("aw.wait.sub") : NULL;
}

static struct line line_of(struct app *app, int most_w)
{
    struct line line = {.aside = NULL};
    say(app, &line);
    int room = most_w - 2 * PAD;
    line.what_w = page_text_width(app->page, bold, line.what) + 2;
    line.aside_w = line.aside ? page_text_width(app->page, small, line.aside) + 2 : 0;
    line.two = line.aside && line.what_w + 8 + line.aside_w > room;
    if (line.two || line.what_w > room) {
        int aside_h = line.aside ? page_text_height(app->page, small, line.aside, room) : 0;
        line.h = page_text_height(app->page, bold, line.what, room) + aside_h + 24;
        int widest = line.what_w > line.aside_w ? line.what_w : line.aside_w;
        line.w = (widest < room ? widest : room) + 2 * PAD;
        return line;
    }
    line.h = page_text_height(app->page, bold, line.what, room) + LINE_H - 28;
    line.w = line.what_w + (line.aside ? 8 + line.aside_w : 0) + 2 * PAD;
    return line;
}

static void lay_line(struct app *app, const struct line *line, int x, int y)
{
    int w = line->w - 2 * PAD, what_h = page_text_height(app->page, bold, line->what, w);
    page_card(app->page, (struct rect){x, y, line->w, line->h}, CARD_PLAIN);
    if (line->two) {
        page_text(app->page, (struct rect){x + PAD, y + 12, w, what_h}, bold, line->what);
        page_text(app->page, (struct rect){x + PAD, y + 12 + what_h, w, line->h - 24 - what_h}, small,
                  line->aside);
        return;
    }
    page_text_middle(app->page, (struct rect){x + PAD, y, line->what_w < w ? line->what_w : w, line->h}, bold,
                     line->what);
    if (line->aside) {
        page_text_middle(app->page, (struct rect){x + PAD + line->what_w + 8, y + 1, line->aside_w, line->h},
                         small, line->aside);
    }
}

// ---- the buttons

struct button_shown {
    int id;
    enum button look;
    enum icon icon;
    char label[240];
};

// While the time runs, calling back is what the one who stays may need; later, coming in is.
static int buttons(const struct app *app, struct button_shown out[2])
{
    bool runs = app->away->wait.state == WAIT_RUNS, called = app->away->wait.state == WAIT_CALLED;
    int count = 0;
    out[count] = (struct button_shown){AWAY_RETURNED, runs ? BUTTON_SECOND : BUTTON_MAIN, ICON_HEART, ""};
    snprintf(out[count].label, sizeof out[count].label, "%s", word("aw.returned"));
    count++;
    if (!called) {
        out[count] = (struct button_shown){AWAY_CALL, runs ? BUTTON_MAIN : BUTTON_SECOND, ICON_VOLUME, ""};
        away_words(app, out[count].label, sizeof out[count].label, "aw.call", app->away->goes, 0);
        count++;
    }
    return count;
}

static int widths(struct app *app, const struct button_shown *all, int count, int w[2])
{
    int whole = (count - 1) * GAP;
    for (int i = 0; i < count; i++) {
        w[i] = page_button_w(app->page, all[i].icon, all[i].label);
        whole += w[i];
    }
    return whole;
}

static void lay_button(struct app *app, const struct button_shown *button, struct rect at)
{
    page_button(app->page, at, button->id, button->look, button->icon, button->label);
}

static void lay_row(struct app *app, const struct button_shown *all, int count, const int w[2], int x, int y)
{
    for (int i = 0; i < count; i++) {
        lay_button(app, &all[i], (struct rect){x, y, w[i], BUTTON_H});
        x += w[i] + GAP;
    }
}

// ---- the whole

static void lay_beside(struct app *app, const struct line *line, const struct button_shown *all, int count)
{
    int w[2], whole = widths(app, all, count, w), y = page_h(app->page) - FOOT - BUTTON_H;
    lay_line(app, line, MARGIN, y + (BUTTON_H - line->h) / 2);
    lay_row(app, all, count, w, page_w(app->page) - MARGIN - whole, y);
}

static void lay_stacked(struct app *app, const struct button_shown *all, int count)
{
    int room = page_w(app->page) - 2 * MARGIN, w[2], whole = widths(app, all, count, w);
    bool one_row = whole <= room;
    int rows = one_row ? 1 : count, y = page_h(app->page) - FOOT - rows * (BUTTON_H + GAP) + GAP;
    struct line line = line_of(app, room);
    lay_line(app, &line, MARGIN + (room - line.w) / 2, y - GAP - line.h);
    if (one_row) {
        lay_row(app, all, count, w, MARGIN + (room - whole) / 2, y);
        return;
    }
    for (int i = 0; i < count; i++) {
        int button_w = w[i] < room ? w[i] : room;
        lay_button(
            app, &all[i],
            (struct rect){MARGIN + (room - button_w) / 2, y + i * (BUTTON_H + GAP), button_w, BUTTON_H});
    }
}

void away_lay_waiting(struct app *app)
{
    int w, h, apart[2];
    struct button_shown all[2];
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    int count = buttons(app, all),
        room = page_w(app->page) - 2 * MARGIN - widths(app, all, count, apart) - 20;
    struct line line = line_of(app, room > 300 ? room : 300);
    if (!page_tall(app->page) && line.w <= room && line.h <= BUTTON_H + 12) {
        lay_beside(app, &line, all, count);
    } else {
        lay_stacked(app, all, count);
    }
    aside_lay_gate(app, &app->corner.gate);
    page_end(app->page);
}
