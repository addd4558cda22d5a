// The sheet of backups (ui/guide.md, mock-up 08c).
#include <stdio.h>

#include "platform/files.h"
#include "platform/handover.h"
#include "platform/pictures.h"
#include "scenes/app.h"
#include "scenes/settings_inside.h"
#include "scenes/sheet.h"
#include "store/backup.h"
#include "store/dates.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { SHEET_W = 820, GAP = 16, BUTTON_H = 60, CARD_PAD = 22, CARD_PAD_Y = 14 };

static const struct look body = {TYPE_BODY, false, 0, ALIGN_START, 0},
                         bold = {TYPE_BODY, true, 0, ALIGN_START, 0},
                         quiet = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};

// ---- the last one

struct last_words {
    char when[160], where[1400]; // where: "" where it is not there any more
};

static void last_words(struct app *app, struct last_words *words)
{
    struct last_backup last;
    char day[DATE_SIZE], size[32], shown[1400];
    words->where[0] = '\0';
    if (!settings_last_backup(app->family, &last)) {
        snprintf(words->when, sizeof words->when, "%s", word("b.none"));
        return;
    }
    date_day(day, sizeof day, last.utc);
    word_seconds(size, sizeof size,
                 (int)(last.bytes / 1000 > 100 ? last.bytes / 1000 : 100)); // 4.1 MB as 4.1 s
    word_fill(words->when, sizeof words->when, "b.size", "d", day, "n", size, NULL);
    if (handover_here()) { // a name among the downloads
        snprintf(words->where, sizeof words->where, "%s", last.path);
    } else if (files_exists(last.path)) {
        snprintf(words->where, sizeof words->where, "%s",
                 pictures_home_short(last.path, shown, sizeof shown));
    }
}

static int last_h(struct app *app, const struct last_words *words, int w)
{
    w -= 2 * CARD_PAD;
    return 2 * CARD_PAD_Y + page_text_height(app->page, quiet, word("b.last"), w) +
           page_text_height(app->page, bold, words->when, w) +
           (words->where[0] ? page_text_height(app->page, quiet, words->where, w) : 0);
}

static int lay_line(struct app *app, struct rect at, int y, struct look look, const char *text)
{
    int h = page_text_height(app->page, look, text, at.w - 2 * CARD_PAD);
    page_text(app->page, (struct rect){at.x + CARD_PAD, y, at.w - 2 * CARD_PAD, h}, look, text);
    return y + h;
}

static void lay_last(struct app *app, const struct last_words *words, struct rect at)
{
    page_card(app->page, at, CARD_WARM);
    int y = lay_line(app, at, at.y + CARD_PAD_Y, quiet, word("b.last"));
    y = lay_line(app, at, y, bold, words->when);
    if (words->where[0]) {
        lay_line(app, at, y, quiet, words->where);
    }
}

// ---- buttons

static bool beside(struct app *app, int w)
{
    int half = (w - GAP) / 2;
    return page_button_w(app->page, ICON_EXPORT, word("b.save")) <= half &&
           page_button_w(app->page, ICON_IMPORT, word("b.load")) <= half;
}

static int buttons_h(struct app *app, int w)
{
    return beside(app, w) ? BUTTON_H : 2 * BUTTON_H + GAP;
}

static void lay_buttons(struct app *app, struct rect at)
{
    bool in_a_row = beside(app, at.w);
    int w = in_a_row ? (at.w - GAP) / 2 : at.w;
    page_button(app->page, (struct rect){at.x, at.y, w, BUTTON_H}, SETTINGS_SAVE, BUTTON_MAIN, ICON_EXPORT,
                word("b.save"));
    page_button(
        app->page,
        (struct rect){in_a_row ? at.x + w + GAP : at.x, in_a_row ? at.y : at.y + BUTTON_H + GAP, w, BUTTON_H},
        SETTINGS_LOAD, BUTTON_SECOND, ICON_IMPORT, word("b.load"));
}

// ---- the way back

static bool can_undo(const struct app *app)
{
    const char *folder = today_folder(&app->options);
    return folder && backup_before(folder);
}

static int undo_h(struct app *app, int w)
{
    return page_button_w(app->page, ICON_UNDO, word("b.undo")) <= w ? BUTTON_H : 88;
}

static void lay_undo(struct app *app, struct rect at)
{
    int wanted = page_button_w(app->page, ICON_UNDO, word("b.undo"));
    page_button(app->page, (struct rect){at.x, at.y, wanted < at.w ? wanted : at.w, at.h}, SETTINGS_UNDO,
                BUTTON_SECOND, ICON_UNDO, word("b.undo"));
}

void settings_backup_sheet(struct app *app)
{
    struct last_words words;
    bool undo = can_undo(app);
    last_words(app, &words);
    int w = sheet_inner_w(app, SHEET_W), what_h = page_text_height(app->page, body, word("b.what"), w),
        card_h = last_h(app, &words, w), row_h = buttons_h(app, w),
        note_h = page_text_height(app->page, quiet, word("b.restore"), w),
        back_h = undo ? undo_h(app, w) + GAP : 0;
    struct rect in =
        sheet_begin(app, SETTINGS_SHEET, SETTINGS_CLOSE, SHEET_W,
                    what_h - SHEET_TEXT_UP + GAP + card_h + GAP + row_h + GAP + note_h + back_h, word("b.h"));
    int y = in.y - SHEET_TEXT_UP;
    page_text(app->page, (struct rect){in.x, y, in.w, what_h}, body, word("b.what"));
    y += what_h + GAP;
    lay_last(app, &words, (struct rect){in.x, y, in.w, card_h});
    y += card_h + GAP;
    lay_buttons(app, (struct rect){in.x, y, in.w, row_h});
    y += row_h + GAP;
    page_text(app->page, (struct rect){in.x, y, in.w, note_h}, quiet, word("b.restore"));
    if (undo) {
        lay_undo(app, (struct rect){in.x, y + note_h + GAP, in.w, back_h - GAP});
    }
}
