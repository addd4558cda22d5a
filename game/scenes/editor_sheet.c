// The editor's sheets: keep the changes or not; what the level is called.
#include "scenes/app.h"
#include "scenes/editor_inside.h"
#include "scenes/sheet.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { SHEET_W = 560, BUTTON_H = 60, GAP = 12, FIELD_H = 60 };

static const struct look wrong_look = {TYPE_BODY, false, RED, ALIGN_START, 0};

// What can't be played can't be kept: the way back to it stands in Save's place.
static void lay_leave(struct app *app)
{
    bool wrong = app->editor->fault != LEVEL_FINE;
    char words[200];
    int w = sheet_inner_w(app, SHEET_W);
    editor_fault_words(app->editor, words, sizeof words);
    int text_h = wrong ? page_text_height(app->page, wrong_look, words, w) + 20 : 0;
    struct rect in = sheet_begin(app, EDITOR_SHEET, EDITOR_CLOSE, SHEET_W, text_h + 2 * BUTTON_H + GAP,
                                 word("ed.discard.h"));
    if (wrong) {
        page_text(app->page, (struct rect){in.x, in.y, in.w, text_h - 20}, wrong_look, words);
    }
    struct rect at = {in.x, in.y + text_h, in.w, BUTTON_H};
    page_button(app->page, at, wrong ? EDITOR_MEND : EDITOR_SAVE, BUTTON_MAIN, wrong ? ICON_BACK : ICON_CHECK,
                word(wrong ? "ed.mend" : "ed.save"));
    at.y += BUTTON_H + GAP;
    page_button(app->page, at, EDITOR_DISCARD, BUTTON_QUIET, ICON_UNDO, word("ed.discard.no"));
}

static void lay_name(struct app *app)
{
    struct rect in =
        sheet_begin(app, EDITOR_SHEET, EDITOR_CLOSE, SHEET_W, FIELD_H + 20 + BUTTON_H, word("ed.name"));
    page_field(app->page, (struct rect){in.x, in.y, in.w, FIELD_H}, EDITOR_FIELD,
               &(struct field){.text = app->editor->name,
                               .placeholder = word("ed.name"),
                               .size = sizeof app->editor->name});
    page_button(app->page, (struct rect){in.x, in.y + FIELD_H + 20, in.w, BUTTON_H}, EDITOR_NAME_DONE,
                BUTTON_MAIN, ICON_CHECK, word("ok"));
}

void editor_sheet_layout(struct app *app)
{
    switch (app->editor->sheet) {
    case EDITOR_NO_SHEET: return;
    case EDITOR_SHEET_LEAVE: lay_leave(app); return;
    case EDITOR_SHEET_NAME: lay_name(app); return;
    }
}
