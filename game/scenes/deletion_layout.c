// The deletion's sheet as it stands over its screen (ui/guide.md, mock-up 05c).
#include "scenes/app.h"
#include "scenes/deletion_inside.h"
#include "scenes/sheet.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { SHEET_W = 760, ROW = 76, ROW_PAD = 24, GAP = 16, NOTE_UP = 16, NOTE_DOWN = 24, BUTTON_LEAST = 60 };

static const struct look note_look = {TYPE_BODY, false, 0, ALIGN_START, 0};
static const struct look caption_look = {TYPE_CAPTION, false, 0, ALIGN_START, 2};
static const struct look button_look = {TYPE_BODY, true, 0, ALIGN_MIDDLE, 2};

// ---- buttons, side by side where both fit on a line whatever is chosen, else one below the other: what the
// one says changes with each choice, and nothing may move under the finger that chooses

static int go_width(struct app *app)
{
    int widest = 0;
    for (int chosen = 0; chosen < 1 << DELETION_PARTS; chosen++) {
        char go[320];
        deletion_amount_words(&app->deletion->counts, chosen, go, sizeof go);
        int w = page_button_w(app->page, ICON_TRASH, go);
        widest = w > widest ? w : widest;
    }
    return widest;
}

static bool side_by_side(struct app *app, int w, const char *keep)
{
    int half = (w - GAP) / 2;
    return page_button_w(app->page, ICON_NONE, keep) <= half && go_width(app) <= half;
}

static int button_height(struct app *app, int w, const char *label)
{
    int h = page_text_height(app->page, button_look, label, w - 16 - ICON - 12) + 20;
    return h > BUTTON_LEAST ? h : BUTTON_LEAST;
}

static int go_height(struct app *app, int w)
{
    int highest = 0;
    for (int chosen = 0; chosen < 1 << DELETION_PARTS; chosen++) {
        char go[320];
        deletion_amount_words(&app->deletion->counts, chosen, go, sizeof go);
        int h = button_height(app, w, go);
        highest = h > highest ? h : highest;
    }
    return highest;
}

static int buttons_height(struct app *app, int w, const char *keep)
{
    return side_by_side(app, w, keep) ? BUTTON_LEAST : button_height(app, w, keep) + GAP + go_height(app, w);
}

static void lay_go(struct app *app, struct rect at, const char *label)
{
    if (app->deletion->chosen == 0) {
        page_button_off(app->page, at, DELETION_GO, ICON_TRASH, label);
    } else {
        page_button(app->page, at, DELETION_GO, BUTTON_DANGER, ICON_TRASH, label);
    }
}

static void lay_buttons(struct app *app, struct rect at, const char *keep, const char *go)
{
    if (side_by_side(app, at.w, keep)) {
        int half = (at.w - GAP) / 2;
        page_button(app->page, (struct rect){at.x, at.y, half, at.h}, DELETION_KEEP, BUTTON_SECOND, ICON_NONE,
                    keep);
        lay_go(app, (struct rect){at.x + at.w - half, at.y, half, at.h}, go);
        return;
    }
    int go_h = go_height(app, at.w), keep_h = at.h - go_h - GAP;
    lay_go(app, (struct rect){at.x, at.y, at.w, go_h}, go);
    page_button(app->page, (struct rect){at.x, at.y + go_h + GAP, at.w, keep_h}, DELETION_KEEP, BUTTON_SECOND,
                ICON_NONE, keep);
}

// ---- rows

static int row_height(struct app *app, int w, int part)
{
    char words[160];
    deletion_part_words(&app->deletion->counts, part, words, sizeof words);
    int text_w = w - 84 - 24; // as page_toggle lays it
    int h = page_text_height(app->page, (struct look){TYPE_BODY, true, 0, ALIGN_START, 2},
                             deletion_part_name(part), text_w) +
            page_text_height(app->page, caption_look, words, text_w) + ROW_PAD;
    return h > ROW ? h : ROW;
}

static int rows_height(struct app *app, int w)
{
    int h = 0;
    for (int part = 0; part < DELETION_PARTS; part++) {
        h += row_height(app, w, part);
    }
    return h;
}

static void lay_rows(struct app *app, struct rect in)
{
    int y = in.y;
    for (int part = 0; part < DELETION_PARTS; part++) {
        char words[160];
        int h = row_height(app, in.w, part);
        deletion_part_words(&app->deletion->counts, part, words, sizeof words);
        page_toggle(app->page, (struct rect){in.x - ROW_PAD, y, in.w + 2 * ROW_PAD, h}, DELETION_PART + part,
                    app->deletion->chosen & 1 << part, deletion_part_name(part), words);
        y += h;
        if (part < DELETION_PARTS - 1) {
            page_line(app->page, in.x, y - 1, in.w);
        }
    }
}

static void lay_choice(struct app *app)
{
    struct page *page = app->page;
    const char *note = word("del.note"), *keep = word("del.no");
    char go[320];
    deletion_amount_words(&app->deletion->counts, app->deletion->chosen, go, sizeof go);
    int w = sheet_inner_w(app, SHEET_W), rows_h = rows_height(app, w);
    int note_h = page_text_height(page, note_look, note, w), buttons_h = buttons_height(app, w, keep);
    struct rect in = sheet_begin(app, DELETION_SHEET, DELETION_CLOSE, SHEET_W,
                                 rows_h + NOTE_UP + note_h + NOTE_DOWN + buttons_h, word("del.h"));
    lay_rows(app, in);
    int y = in.y + rows_h + NOTE_UP;
    page_text(page, (struct rect){in.x, y, in.w, note_h}, note_look, note);
    lay_buttons(app, (struct rect){in.x, y + note_h + NOTE_DOWN, in.w, buttons_h}, keep, go);
}

// ---- what was deleted may be had back

static void lay_waiting(struct app *app)
{
    struct page *page = app->page;
    const char *text = word("del.waits"), *undo = word("del.undo");
    int w = sheet_inner_w(app, SHEET_W), text_h = page_text_height(page, note_look, text, w),
        h = button_height(app, w, undo);
    struct rect in = sheet_begin(app, DELETION_SHEET, DELETION_CLOSE, SHEET_W, text_h + NOTE_DOWN + h,
                                 word("del.waits.h"));
    page_text(page, (struct rect){in.x, in.y, in.w, text_h}, note_look, text);
    page_button(page, (struct rect){in.x, in.y + text_h + NOTE_DOWN, in.w, h}, DELETION_UNDO, BUTTON_SECOND,
                ICON_UNDO, undo);
}

void deletion_lay_out(struct app *app)
{
    struct deletion *deletion = app->deletion;
    if (!deletion || !deletion->open) {
        return;
    }
    if (deletion->gone) {
        lay_waiting(app);
    } else {
        lay_choice(app);
    }
}
