// Progress as it stands on the page (ui/guide.md, mock-ups 05a and 05b).
#include <stdio.h>

#include "core/least.h"
#include "platform/handover.h"
#include "scenes/app.h"
#include "scenes/deletion.h"
#include "scenes/head.h"
#include "scenes/progress_inside.h"
#include "scenes/sheet.h"
#include "store/forget.h"
#include "store/words.h"
#include "ui/theme.h"

enum {
    PAD = 24,
    GAP = 20,
    SEGMENTS_W = 500,
    SEGMENTS_Y = 16,
    COLUMN = 36, // percent of the width: the words beside the chart
    COLUMN_MOST = 432,
    BELOW = 28,
    BUTTON_H = 60,
    BUTTON_GAP = 14,
    CHART_LEAST = 360,
    CHART_MOST = 620,
    EMPTY_W = 720,
    SHEET_W = 640,
};

static const struct look heading = {TYPE_HEADING, true, 0, ALIGN_START, 0},
                         label = {TYPE_BODY, true, 0, ALIGN_START, 0},
                         body = {TYPE_BODY, false, 0, ALIGN_START, 0},
                         caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};

// Texts one below the other. With draw false it only measures.
struct column {
    struct app *app;
    struct rect at; // what is left
    bool draw;
};

static void put(struct column *column, struct look look, const char *text, int gap_below)
{
    int h = text[0] ? page_text_height(column->app->page, look, text, column->at.w) : 0;
    if (column->draw && text[0]) {
        page_text(column->app->page, (struct rect){column->at.x, column->at.y, column->at.w, h}, look, text);
    }
    column->at.y += h + (text[0] ? gap_below : 0);
}

// ---- spans

static int lay_spans(struct app *app, struct rect at)
{
    const char *labels[SPANS] = {word("pr.3w"), word("pr.3m"), word("pr.all")};
    at.h = page_segments_height(app->page, at.w, labels, SPANS);
    page_segments(app->page, at, PROGRESS_SPAN, labels, SPANS, (int)app->progress->span);
    return at.h;
}

// The head with the spans: beside the title, where there is room. Returns what is left of the page.
static struct rect lay_head(struct app *app, bool spans)
{
    struct rect body_at = head_lay(app, PROGRESS_BACK, word("pr.title"), NULL, (struct head_action){.id = 0});
    if (!spans) {
        return body_at;
    }
    bool tall = page_tall(app->page);
    struct rect at = {page_w(app->page) - MARGIN - SEGMENTS_W, SEGMENTS_Y, SEGMENTS_W, 0};
    if (tall) {
        at = (struct rect){body_at.x, body_at.y - 16, body_at.w, 0};
    }
    int end = at.y + lay_spans(app, at) + (tall ? GAP : SEGMENTS_Y);
    int top = tall || end > body_at.y ? end : body_at.y;
    return (struct rect){body_at.x, top, body_at.w, page_h(app->page) - top};
}

// ---- the chart

static const struct session_note *first_note(const struct progress *progress)
{
    return progress->notes + progress->from;
}

static int shown_count(const struct progress *progress)
{
    return progress->count - progress->from;
}

// The day that was tapped.
static void day_words(const struct progress *progress, char *out, size_t size)
{
    if (progress->chosen < 0) {
        snprintf(out, size, "%s", word("pr.tap"));
        return;
    }
    const struct session_note *note = &first_note(progress)[progress->chosen];
    progress_day(note, progress_mixed(progress) ? progress_level_title(progress, note->level) : NULL, out,
                 size);
}

static int lay_key(struct app *app, struct rect at, bool draw)
{
    return progress_key(app->page, at, first_note(app->progress), shown_count(app->progress), draw);
}

static void lay_chart_words(struct app *app, struct rect at)
{
    page_text_middle(app->page, at, (struct look){TYPE_BODY, false, INK_SOFT, ALIGN_MIDDLE, 0},
                     word("pr.none"));
}

static void lay_chart(struct app *app, struct rect at)
{
    const struct progress *progress = app->progress;
    char day[PROGRESS_WORDS];
    day_words(progress, day, sizeof day);
    page_card(app->page, at, CARD_PLAIN);
    struct rect in = {at.x + PAD, at.y + 18, at.w - 2 * PAD, at.h - 18 - 16};
    struct column column = {app, in, true};
    put(&column, label, word("pr.chart"), 8);
    int bottom = in.y + in.h;
    if (shown_count(progress) == 0) {
        lay_chart_words(app, (struct rect){in.x, column.at.y, in.w, bottom - column.at.y});
        return;
    }
    struct look day_look = progress->chosen < 0 ? caption : label;
    int day_h = page_text_height(app->page, day_look, day, in.w);
    int key_h = lay_key(app, in, false), key_y = bottom - day_h - 6 - key_h;
    page_text(app->page, (struct rect){in.x, bottom - day_h, in.w, day_h}, day_look, day);
    lay_key(app, (struct rect){in.x, key_y, in.w, key_h}, true);
    progress_chart(app->page, (struct rect){in.x, column.at.y, in.w, key_y - 12 - column.at.y}, PROGRESS_DOTS,
                   first_note(progress), shown_count(progress), progress->chosen, app_utc(app));
}

// ---- words: what there was, what is next and why

static int words_inside(struct app *app, struct rect at, bool draw)
{
    const struct progress *progress = app->progress;
    char summary[PROGRESS_WORDS], next[PROGRESS_WORDS], why[PROGRESS_WORDS];
    progress_summary(first_note(progress), shown_count(progress), summary, sizeof summary);
    const char *level = app->play.today.level.title;
    progress_next_words(&progress->next, progress->level_count > 1 ? level : NULL, next, sizeof next);
    progress_why_words(&progress->next, why, sizeof why);
    struct column column = {app, at, draw};
    put(&column, heading, progress_span_title(progress->span), 6);
    put(&column, body, summary, 14);
    put(&column, label, next, 0);
    put(&column, body, why, 14);
    put(&column, caption, word("pr.honest"), 0);
    return column.at.y - at.y;
}

static int words_height(struct app *app, int w)
{
    return words_inside(app, (struct rect){0, 0, w - 2 * PAD, 0}, false) + 18 + 20;
}

static void lay_words(struct app *app, struct rect at)
{
    page_card(app->page, at, CARD_WARM);
    words_inside(app, (struct rect){at.x + PAD, at.y + 18, at.w - 2 * PAD, at.h}, true);
}

// ---- the notes themselves: a copy, deleting

static int data_inside(struct app *app, struct rect at, bool draw)
{
    struct column column = {app, at, draw};
    put(&column, label, word("pr.data"), 0);
    put(&column, caption, word("pr.data.sub"), 12);
    return column.at.y - at.y;
}

static bool buttons_beside(struct app *app, int w)
{
    return page_button_w(app->page, ICON_EXPORT, word("pr.export")) + BUTTON_GAP +
               page_button_w(app->page, ICON_TRASH, word("pr.delete")) <=
           w;
}

static void lay_data_buttons(struct app *app, struct rect at)
{
    struct page *page = app->page;
    const char *copy = word("pr.export"), *del = word("pr.delete");
    int copy_w = page_button_w(page, ICON_EXPORT, copy), del_w = page_button_w(page, ICON_TRASH, del);
    struct rect first = {at.x, at.y, at.w, BUTTON_H},
                second = {at.x, at.y + BUTTON_H + BUTTON_GAP, at.w, BUTTON_H};
    if (buttons_beside(app, at.w)) {
        first.w = copy_w;
        second = (struct rect){at.x + copy_w + BUTTON_GAP, at.y, del_w, BUTTON_H};
    }
    page_button(page, first, PROGRESS_SAVE, BUTTON_SECOND, ICON_EXPORT, copy);
    page_button(page, second, PROGRESS_DELETE, BUTTON_DANGER, ICON_TRASH, del);
}

static int data_height(struct app *app, int w)
{
    int inner = w - 2 * PAD, buttons = buttons_beside(app, inner) ? BUTTON_H : 2 * BUTTON_H + BUTTON_GAP;
    return 14 + data_inside(app, (struct rect){0, 0, inner, 0}, false) + buttons + 18;
}

static void lay_data(struct app *app, struct rect at)
{
    struct rect in = {at.x + PAD, at.y + 14, at.w - 2 * PAD, at.h};
    page_card(app->page, at, CARD_PLAIN);
    int words_h = data_inside(app, in, true);
    lay_data_buttons(app, (struct rect){in.x, in.y + words_h, in.w, 0});
}

// ---- the whole

static void lay_wide(struct app *app, struct rect at)
{
    int column_w = lesser((at.w - GAP) * COLUMN / 100, COLUMN_MOST);
    int x = at.x + at.w - column_w, h = at.h - BELOW;
    lay_chart(app, (struct rect){at.x, at.y, at.w - GAP - column_w, h});
    int words_h = words_height(app, column_w), data_h = data_height(app, column_w);
    int whole = words_h + GAP + data_h;
    words_h += whole < h ? h - whole : 0;
    struct rect view = {x, at.y, column_w, at.h};
    page_scroll_begin(app->page, view, whole > h ? whole + BELOW : h);
    lay_words(app, (struct rect){x, at.y, column_w, words_h});
    lay_data(app, (struct rect){x, at.y + words_h + GAP, column_w, data_h});
    page_scroll_end(app->page);
}

static void lay_tall(struct app *app, struct rect at)
{
    int words_h = words_height(app, at.w), data_h = data_height(app, at.w);
    int others = words_h + data_h + 2 * GAP + BELOW;
    int chart_h = between(at.h - others, CHART_LEAST, CHART_MOST), whole = others + chart_h;
    page_scroll_begin(app->page, (struct rect){at.x, at.y, at.w, at.h}, whole);
    lay_chart(app, (struct rect){at.x, at.y, at.w, chart_h});
    lay_words(app, (struct rect){at.x, at.y + chart_h + GAP, at.w, words_h});
    lay_data(app, (struct rect){at.x, at.y + chart_h + words_h + 2 * GAP, at.w, data_h});
    page_scroll_end(app->page);
}

// ---- nothing yet, or nothing any more

static int note_text(struct app *app, struct rect at, bool draw, bool gone)
{
    struct column column = {app, at, draw};
    struct look title = heading, text = body;
    title.align = text.align = ALIGN_MIDDLE;
    put(&column, title, word(gone ? "del.waits.h" : "pr.empty.h"), 6);
    put(&column, text, word(gone ? "del.waits" : "pr.empty"), 20);
    return column.at.y - at.y;
}

static void lay_note_button(struct app *app, struct rect in, int y, bool gone)
{
    const char *text = word(gone ? "del.undo" : "home.play");
    enum icon icon = gone ? ICON_UNDO : ICON_PLAY;
    int w = page_button_w(app->page, icon, text);
    page_button(app->page, (struct rect){in.x + (in.w - w) / 2, y, w, BUTTON_H},
                gone ? PROGRESS_UNDO : PROGRESS_PLAY, gone ? BUTTON_SECOND : BUTTON_MAIN, icon, text);
}

static void lay_note(struct app *app, struct rect at, bool gone)
{
    enum { STAIRS_W = 220, STAIRS_H = 88, INSIDE = 40 };
    static const int steps[] = {10, 13, 16, 20, 25, 31};
    int w = at.w < EMPTY_W ? at.w : EMPTY_W;
    int text_h = note_text(app, (struct rect){0, 0, w - 2 * INSIDE, 0}, false, gone);
    int stairs_h = gone ? 0 : STAIRS_H + 20, h = 48 + stairs_h + text_h + BUTTON_H + 44;
    struct rect card = {at.x + (at.w - w) / 2, (page_h(app->page) - h) / 2 + 32, w, h};
    struct rect in = {card.x + INSIDE, card.y + 48, w - 2 * INSIDE, h};
    page_card(app->page, card, CARD_PLAIN);
    if (!gone) {
        page_stairs(app->page, (struct rect){card.x + (w - STAIRS_W) / 2, in.y, STAIRS_W, STAIRS_H},
                    &(struct stairs){.values = steps, .count = 6, .now = -1, .easy = -1});
    }
    in.y += stairs_h;
    note_text(app, in, true, gone);
    lay_note_button(app, in, in.y + text_h, gone);
}

// ---- the sheet: a copy as what

static void lay_save(struct app *app)
{
    const char *picture = word("pr.save.picture"), *table = word("pr.save.table"),
               *where = word(handover_here() ? "pr.save.system" : "pr.save.sub");
    int w = sheet_inner_w(app, SHEET_W);
    int text_h = page_text_height(app->page, body, where, w), button_h = 72;
    struct rect in = sheet_begin(app, PROGRESS_SHEET, PROGRESS_CLOSE, SHEET_W,
                                 text_h + GAP + 2 * button_h + BUTTON_GAP, word("pr.export"));
    page_text(app->page, (struct rect){in.x, in.y, in.w, text_h}, body, where);
    struct rect at = {in.x, in.y + text_h + GAP, in.w, button_h};
    page_button(app->page, at, PROGRESS_AS_PICTURE, BUTTON_SECOND, ICON_CHART, picture);
    at.y += button_h + BUTTON_GAP;
    page_button(app->page, at, PROGRESS_AS_TABLE, BUTTON_SECOND, ICON_COPY, table);
}

void progress_lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    bool gone = deletion_waits(app) & FORGET_NOTES, some = app->progress->count > 0 && !gone;
    struct rect at = lay_head(app, some);
    if (!some) {
        lay_note(app, at, gone);
    } else if (page_tall(app->page)) {
        lay_tall(app, at);
    } else {
        lay_wide(app, at);
    }
    if (app->progress->saving) {
        lay_save(app);
    }
    deletion_lay_out(app);
    page_end(app->page);
}
