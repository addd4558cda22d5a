// The sheets about a person: who is new, a photo, what can be done, another name, a voice pack that is known.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/sheet.h"
#include "scenes/voices_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum { SHEET_W = 640, BUTTON_H = 60, GAP = 12, FIELD_H = 60 };

static const uint32_t quiet_ink = 0x5C4B62, red = 0xA82438;

static const char *name_of(const struct app *app)
{
    const struct caregiver *person = voices_person(app);
    return person ? person->name : "";
}

static const char *filled(const char *key, const char *name, char *out, size_t size)
{
    word_fill(out, size, key, "n", name, NULL);
    return out;
}

// ---- a name

static int wrong_h(struct app *app, int w)
{
    struct look look = {TYPE_CAPTION, false, red, ALIGN_START, 0};
    const char *wrong = app->voices->name_wrong;
    return wrong[0] ? page_text_height(app->page, look, wrong, w) + 8 : 0;
}

// The field, and under it why the name can't be. Returns where the next thing begins.
static int lay_field(struct app *app, struct rect in)
{
    const struct voices *voices = app->voices;
    int h = wrong_h(app, in.w);
    page_field(app->page, (struct rect){in.x, in.y, in.w, FIELD_H}, VOICES_FIELD,
               &(struct field){
                   .text = voices->name, .placeholder = word("v.name.hint"), .size = sizeof voices->name});
    if (h > 0) {
        page_text(app->page, (struct rect){in.x, in.y + FIELD_H + 8, in.w, h - 8},
                  (struct look){TYPE_CAPTION, false, red, ALIGN_START, 0}, voices->name_wrong);
    }
    return in.y + FIELD_H + h + 20;
}

// A quiet button (key NULL: none) at the start and the main one at the end; below each other where narrow.
static int lay_pair(struct app *app, struct rect in, int quiet_id, enum icon icon, const char *quiet,
                    int main_id, const char *main, bool draw)
{
    int quiet_w = quiet ? page_button_w(app->page, icon, quiet) : 0;
    int main_w = page_button_w(app->page, ICON_CHECK, main);
    bool beside = quiet_w + GAP + main_w <= in.w;
    main_w = beside ? main_w : in.w;
    if (draw) {
        page_button(app->page, (struct rect){in.x + in.w - main_w, in.y, main_w, BUTTON_H}, main_id,
                    BUTTON_MAIN, ICON_CHECK, main);
    }
    if (draw && quiet) {
        page_button(
            app->page,
            (struct rect){in.x, beside ? in.y : in.y + BUTTON_H + GAP, beside ? quiet_w : in.w, BUTTON_H},
            quiet_id, BUTTON_QUIET, icon, quiet);
    }
    return beside ? BUTTON_H : 2 * BUTTON_H + GAP;
}

static void lay_add(struct app *app)
{
    int w = sheet_inner_w(app, SHEET_W), calls_h = voices_calls_h(app, w);
    struct rect probe = {0, 0, w, 0};
    int pair_h = lay_pair(app, probe, VOICES_PACK_LOAD, ICON_IMPORT, word("v.pack.load"), VOICES_NAME_DONE,
                          word("v.who.add"), false);
    int h = calls_h + 20 + FIELD_H + wrong_h(app, w) + 20 + pair_h;
    struct rect in = sheet_begin(app, VOICES_SHEET, VOICES_CLOSE, SHEET_W, h, word("v.name"));
    voices_calls(app, (struct rect){in.x, in.y, in.w, calls_h});
    int y = lay_field(app, (struct rect){in.x, in.y + calls_h + 20, in.w, FIELD_H});
    lay_pair(app, (struct rect){in.x, y, in.w, pair_h}, VOICES_PACK_LOAD, ICON_IMPORT, word("v.pack.load"),
             VOICES_NAME_DONE, word("v.who.add"), true);
}

static void lay_rename(struct app *app)
{
    int h = FIELD_H + wrong_h(app, sheet_inner_w(app, SHEET_W)) + 20 + BUTTON_H;
    struct rect in = sheet_begin(app, VOICES_SHEET, VOICES_CLOSE, SHEET_W, h, word("v.rename"));
    int y = lay_field(app, in);
    lay_pair(app, (struct rect){in.x, y, in.w, BUTTON_H}, 0, ICON_NONE, NULL, VOICES_NAME_DONE, word("save"),
             true);
}

// ---- a photo

static void lay_offer_photo(struct app *app)
{
    struct look body = {TYPE_BODY, false, 0, ALIGN_START, 0};
    int w = sheet_inner_w(app, SHEET_W), text_h = page_text_height(app->page, body, word("v.photo.sub"), w);
    struct rect probe = {0, 0, w, 0};
    int pair_h = lay_pair(app, probe, VOICES_CLOSE_TOO, ICON_NONE, word("v.later"), VOICES_PHOTO,
                          word("v.photo"), false);
    char heading[256];
    struct rect in = sheet_begin(app, VOICES_SHEET, VOICES_CLOSE, SHEET_W, text_h + 20 + pair_h,
                                 filled("v.added", name_of(app), heading, sizeof heading));
    page_text(app->page, (struct rect){in.x, in.y, in.w, text_h}, body, word("v.photo.sub"));
    lay_pair(app, (struct rect){in.x, in.y + text_h + 20, in.w, pair_h}, VOICES_CLOSE_TOO, ICON_NONE,
             word("v.later"), VOICES_PHOTO, word("v.photo"), true);
}

// ---- more

struct choice {
    int id;
    enum button button;
    enum icon icon;
    const char *key, *sub; // filled with the person's name
};

static int choices_of(const struct app *app, struct choice *choices)
{
    const struct caregiver *person = voices_person(app);
    bool photo = person && person->has_photo;
    int count = 0;
    choices[count++] =
        (struct choice){VOICES_PHOTO, BUTTON_SECOND, ICON_CAMERA, photo ? "v.photo.change" : "v.photo", NULL};
    if (photo) {
        choices[count++] =
            (struct choice){VOICES_PHOTO_REMOVE, BUTTON_SECOND, ICON_CLOSE, "v.photo.remove", NULL};
    }
    choices[count++] = (struct choice){VOICES_RENAME, BUTTON_SECOND, ICON_TEXT, "v.rename", NULL};
    choices[count++] = (struct choice){VOICES_PACK_SAVE, BUTTON_SECOND, ICON_EXPORT, "v.pack", "v.pack.sub"};
    choices[count++] = (struct choice){VOICES_REMOVE, BUTTON_DANGER, ICON_TRASH, "v.remove", NULL};
    return count;
}

static int lay_choice(struct app *app, const struct choice *choice, int x, int y, int w, bool draw)
{
    char label[256], sub[256] = "";
    filled(choice->key, name_of(app), label, sizeof label);
    struct look quiet = {TYPE_CAPTION, false, quiet_ink, ALIGN_START, 0};
    int h = page_button_w(app->page, choice->icon, label) <= w ? BUTTON_H : 88;
    int sub_h =
        choice->sub ? page_text_height(app->page, quiet, filled(choice->sub, "", sub, sizeof sub), w) : 0;
    if (draw) {
        page_button(app->page, (struct rect){x, y, w, h}, choice->id, choice->button, choice->icon, label);
        if (sub_h > 0) {
            page_text(app->page, (struct rect){x, y + h + 10, w, sub_h}, quiet, sub);
        }
    }
    return h + (sub_h > 0 ? sub_h + 10 : 0) + 16;
}

static void lay_more(struct app *app)
{
    struct choice choices[8];
    int count = choices_of(app, choices), w = sheet_inner_w(app, SHEET_W), h = -16;
    for (int i = 0; i < count; i++) {
        h += lay_choice(app, &choices[i], 0, 0, w, false);
    }
    char heading[256];
    struct rect in = sheet_begin(app, VOICES_SHEET, VOICES_CLOSE, SHEET_W, h,
                                 filled("v.more", name_of(app), heading, sizeof heading));
    for (int i = 0, y = in.y; i < count; i++) {
        y += lay_choice(app, &choices[i], in.x, y, in.w, true);
    }
}

// ---- a voice pack of somebody who is here

static void lay_pack(struct app *app)
{
    struct look body = {TYPE_BODY, false, 0, ALIGN_START, 0};
    char text[400];
    filled("v.pack.ask", app->voices->pack.name, text, sizeof text);
    int text_h = page_text_height(app->page, body, text, sheet_inner_w(app, SHEET_W));
    struct rect in = sheet_begin(app, VOICES_SHEET, VOICES_CLOSE, SHEET_W, text_h + 20 + 2 * BUTTON_H + 16,
                                 word("v.pack.load"));
    page_text(app->page, (struct rect){in.x, in.y, in.w, text_h}, body, text);
    int y = in.y + text_h + 20;
    page_button(app->page, (struct rect){in.x, y, in.w, BUTTON_H}, VOICES_PACK_BESIDE, BUTTON_MAIN,
                ICON_CHECK, word("v.pack.beside"));
    page_button(app->page, (struct rect){in.x, y + BUTTON_H + 16, in.w, BUTTON_H}, VOICES_PACK_REPLACE,
                BUTTON_SECOND, ICON_REDO, word("v.pack.replace"));
}

void voices_sheet_layout(struct app *app)
{
    switch (app->voices->sheet) {
    case SHEET_NONE: return;
    case SHEET_ADD: lay_add(app); return;
    case SHEET_OFFER_PHOTO: lay_offer_photo(app); return;
    case SHEET_MORE: lay_more(app); return;
    case SHEET_RENAME: lay_rename(app); return;
    case SHEET_OLDER: voices_older_layout(app); return;
    case SHEET_PACK: lay_pack(app); return;
    }
}
