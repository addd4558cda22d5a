// The numbers to call: the bar that shows them, and the sheet on which a parent writes them down.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/doctor.h"
#include "scenes/sheet.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    BAR_X = 78, // behind the telephone
    BAR_PAD = 14,
    BETWEEN = 36,
    BUTTON_H = 60,
    SHEET = 1,
    SHEET_W = 640,
    FIELD_H = 60,
    FIELD_GAP = 14,
};

static const struct look label = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0},
                         value = {TYPE_HEADING, true, 0, ALIGN_START, 0},
                         longer = {TYPE_BODY, true, 0, ALIGN_START, 0};

// ---- the bar: two pairs of a label and what was written, beside each other or one below the other

static void own_doctor(const struct doctor *doctor, char *out, size_t size)
{
    const char *name = doctor->kept[FIELD_NAME], *number = doctor->kept[FIELD_NUMBER];
    if (*name == '\0' && *number == '\0') {
        snprintf(out, size, "%s", word("d.none"));
    } else {
        snprintf(out, size, "%s%s%s", name, *name && *number ? " · " : "", number);
    }
}

static int pair_height(struct app *app, const char *title, struct look look, const char *text, int w)
{
    return page_text_height(app->page, label, title, w) + page_text_height(app->page, look, text, w);
}

static int lay_pair(struct app *app, struct rect at, const char *title, struct look look, const char *text)
{
    int title_h = page_text_height(app->page, label, title, at.w),
        text_h = page_text_height(app->page, look, text, at.w);
    page_text(app->page, (struct rect){at.x, at.y, at.w, title_h}, label, title);
    page_text(app->page, (struct rect){at.x, at.y + title_h, at.w, text_h}, look, text);
    return title_h + text_h;
}

struct bar {
    bool stacked; // the button below
    int first_w, second_w, first_h, second_h, button_w;
    char own[2 * DOCTOR_TEXT_SIZE + 8];
};

static struct bar bar_of(struct app *app, int w)
{
    struct bar bar = {.stacked = page_tall(app->page)};
    const char *number = app->doctor->kept[FIELD_EMERGENCY];
    own_doctor(app->doctor, bar.own, sizeof bar.own);
    bar.button_w = page_button_w(app->page, ICON_TEXT, word("d.write"));
    int room = w - BAR_X - 24 - (bar.stacked ? 0 : bar.button_w + 24);
    int title_w = page_text_width(app->page, label, word("d.num")),
        text_w = page_text_width(app->page, value, number);
    bar.first_w = (title_w > text_w ? title_w : text_w) + 2;
    bar.first_w = bar.first_w < room / 2 ? bar.first_w : room / 2;
    bar.second_w = room - bar.first_w - BETWEEN;
    bar.first_h = pair_height(app, word("d.num"), value, number, bar.first_w);
    bar.second_h = pair_height(app, word("d.own"), longer, bar.own, bar.second_w);
    return bar;
}

static int pairs_height(const struct bar *bar)
{
    int h = bar->first_h > bar->second_h ? bar->first_h : bar->second_h;
    return h > BUTTON_H ? h : BUTTON_H;
}

int doctor_bar_height(struct app *app, int w)
{
    struct bar bar = bar_of(app, w);
    return pairs_height(&bar) + 2 * BAR_PAD + (bar.stacked ? BUTTON_H + BAR_PAD : 0);
}

void doctor_lay_bar(struct app *app, struct rect at)
{
    struct page *page = app->page;
    struct bar bar = bar_of(app, at.w);
    int x = at.x + BAR_X, y = at.y + BAR_PAD, h = pairs_height(&bar);
    page_card(page, at, CARD_TILE);
    page_icon(page, (struct rect){at.x + 26, y + (h - 30) / 2, 30, 30}, ICON_PHONE, RED);
    lay_pair(app, (struct rect){x, y + (h - bar.first_h) / 2, bar.first_w, 0}, word("d.num"), value,
             app->doctor->kept[FIELD_EMERGENCY]);
    x += bar.first_w + BETWEEN;
    lay_pair(app, (struct rect){x, y + (h - bar.second_h) / 2, bar.second_w, 0}, word("d.own"), longer,
             bar.own);
    struct rect button = {at.x + at.w - 24 - bar.button_w, y + (h - BUTTON_H) / 2, bar.button_w, BUTTON_H};
    if (bar.stacked) {
        button = (struct rect){at.x + 24, y + h + BAR_PAD, at.w - 48, BUTTON_H};
    }
    page_button(page, button, DOCTOR_WRITE, BUTTON_SECOND, ICON_TEXT, word("d.write"));
}

// ---- the sheet

static const char *field_title(int field)
{
    static const char *const keys[DOCTOR_FIELD_COUNT] = {"d.num", "d.own.name", "d.own.number"};
    return word(keys[field]);
}

// Of the fields one takes what is typed; the others wait to be touched.
static void lay_field(struct app *app, int field, struct rect at)
{
    const struct doctor *doctor = app->doctor;
    const char *text = doctor->typed[field];
    if (field == (int)doctor->field) {
        page_field(
            app->page, at, DOCTOR_FIELDS + field,
            &(struct field){
                .text = text, .placeholder = "", .size = DOCTOR_TEXT_SIZE, .phone = field != FIELD_NAME});
    } else {
        page_field_waiting(app->page, at, DOCTOR_FIELDS + field, text, field_title(field));
    }
}

static int lay_fields(struct app *app, struct rect at, bool draw)
{
    int y = 0;
    for (int i = 0; i < DOCTOR_FIELD_COUNT; i++) {
        int title_h = page_text_height(app->page, label, field_title(i), at.w);
        if (draw) {
            page_text(app->page, (struct rect){at.x, at.y + y, at.w, title_h}, label, field_title(i));
            lay_field(app, i, (struct rect){at.x, at.y + y + title_h + 4, at.w, FIELD_H});
        }
        y += title_h + 4 + FIELD_H + FIELD_GAP;
    }
    return y;
}

void doctor_lay_sheet(struct app *app)
{
    if (!app->doctor->writing) {
        return;
    }
    int w = sheet_inner_w(app, SHEET_W);
    int fields_h = lay_fields(app, (struct rect){0, 0, w, 0}, false), button_h = 64;
    struct rect in = sheet_begin(app, SHEET, DOCTOR_CLOSE, SHEET_W, fields_h + 6 + button_h, word("d.write"));
    lay_fields(app, in, true);
    page_button(app->page, (struct rect){in.x, in.y + fields_h + 6, in.w, button_h}, DOCTOR_KEEP, BUTTON_MAIN,
                ICON_CHECK, word("save"));
}
