// When to call a doctor as it stands on the page (ui/guide.md, mock-up 07b): three columns by urgency,
// stacked where it is tall, and the numbers always in sight below.
#include "scenes/app.h"
#include "scenes/doctor.h"
#include "scenes/head.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { GAP = 18, HEAD_H = 60, PAD = 24, DOT_W = 22, BETWEEN = 12, BODY_PAD = 18, BELOW = 28, RING = 12 };

struct column {
    enum urgency urgency;
    enum icon icon;
    const char *title;
    const char *const *rows; // ended by NULL
};

static const char *const now_rows[] = {"d.n1", "d.n2", "d.n3", "d.n4", "d.n5", "d.n6", NULL},
                         *const day_rows[] = {"d.d1", "d.d2", "d.d3", "d.d4", NULL},
                         *const next_rows[] = {"d.v1", "d.v2", "d.v3", "d.v4", NULL};
static const struct column columns[] = {
    {URGENCY_NOW, ICON_PHONE, "d.now", now_rows},
    {URGENCY_TODAY, ICON_CLOCK, "d.day", day_rows},
    {URGENCY_LATER, ICON_HEART, "d.next", next_rows},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

static const struct look plain = {TYPE_BODY, false, 0, ALIGN_START, 0};

// The rows from the top of `at`; with draw false it only measures.
static int lay_rows(struct app *app, const struct column *column, struct rect at, bool draw)
{
    const struct look dot = {TYPE_BODY, true, page_urgency_ink(column->urgency), ALIGN_START, 1};
    int y = BODY_PAD, w = at.w - 2 * PAD - DOT_W;
    for (const char *const *row = column->rows; *row; row++) {
        int h = page_text_height(app->page, plain, word(*row), w);
        if (draw) {
            page_text(app->page, (struct rect){at.x + PAD, at.y + y, DOT_W, 28}, dot, "•");
            page_text(app->page, (struct rect){at.x + PAD + DOT_W, at.y + y, w, h}, plain, word(*row));
        }
        y += h + BETWEEN;
    }
    return y - BETWEEN + BODY_PAD;
}

// A long title takes two lines.
static int head_height(struct app *app, const struct column *column, int w)
{
    const struct look look = {TYPE_HEADING, true, 0, ALIGN_START, 0};
    return page_text_height(app->page, look, word(column->title), w - 94) + 24;
}

static int highest_head(struct app *app, int w)
{
    int highest = HEAD_H;
    for (int i = 0; i < COLUMNS; i++) {
        int h = head_height(app, &columns[i], w);
        highest = h > highest ? h : highest;
    }
    return highest;
}

static int column_height(struct app *app, const struct column *column, int w)
{
    return highest_head(app, w) + lay_rows(app, column, (struct rect){0, 0, w, 0}, false);
}

static void lay_column(struct app *app, const struct column *column, struct rect at)
{
    int head = highest_head(app, at.w);
    page_card(app->page, at, CARD_PLAIN);
    page_card_head(app->page, (struct rect){at.x, at.y, at.w, head}, column->urgency, column->icon,
                   word(column->title));
    lay_rows(app, column, (struct rect){at.x, at.y + head, at.w, 0}, true);
}

// Side by side they are all as high as the room, or as the highest.
static void lay_wide(struct app *app, struct rect room)
{
    int w = (room.w - (COLUMNS - 1) * GAP) / COLUMNS, h = room.h - EDGE_CARD;
    for (int i = 0; i < COLUMNS; i++) {
        int own = column_height(app, &columns[i], w);
        h = own > h ? own : h;
    }
    page_scroll_begin(app->page, (struct rect){room.x - RING, room.y, room.w + 2 * RING, room.h},
                      h + EDGE_CARD);
    for (int i = 0; i < COLUMNS; i++) {
        lay_column(app, &columns[i], (struct rect){room.x + i * (w + GAP), room.y, w, h});
    }
    page_scroll_end(app->page);
}

static void lay_tall(struct app *app, struct rect room)
{
    int whole = EDGE_CARD - GAP, y = room.y;
    for (int i = 0; i < COLUMNS; i++) {
        whole += column_height(app, &columns[i], room.w) + GAP;
    }
    page_scroll_begin(app->page, (struct rect){room.x - RING, room.y, room.w + 2 * RING, room.h}, whole);
    for (int i = 0; i < COLUMNS; i++) {
        int h = column_height(app, &columns[i], room.w);
        lay_column(app, &columns[i], (struct rect){room.x, y, room.w, h});
        y += h + GAP;
    }
    page_scroll_end(app->page);
}

void doctor_lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    struct rect room = head_lay(app, DOCTOR_BACK, word("d.title"), word("d.sub"), (struct head_action){0});
    int bar_h = doctor_bar_height(app, room.w);
    room.h -= bar_h + GAP + BELOW;
    if (page_tall(app->page)) {
        lay_tall(app, room);
    } else {
        lay_wide(app, room);
    }
    doctor_lay_bar(app, (struct rect){room.x, room.y + room.h + GAP, room.w, bar_h});
    doctor_lay_sheet(app);
    page_end(app->page);
}
