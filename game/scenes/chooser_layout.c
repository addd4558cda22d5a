// The sheet in which a file is chosen, as it stands on the page (ui/guide.md, mock-up 03h).
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/chooser_inside.h"
#include "scenes/sheet.h"
#include "store/words.h"
#include "ui/page.h"

enum { SYSTEM_W = 560, SYSTEM_H = 72 };
enum { SHEET_W = 744, ROW_H = 82, PLAY = 56, USE_W = 110, CELL = 164, ROOM = 60 };

static const uint32_t quiet_ink = 0x5C4B62, red = 0xA82438;

struct kind_words {
    const char *title, *where, *none;
    const char *system, *pick; // where the system's own chooser opens
};

static const struct kind_words kinds[] = {
    [CHOOSER_SOUND] = {"i.title", "i.where", "i.none.yet", "i.system", "i.pick"},
    [CHOOSER_PHOTO] = {"v.photo.title", "v.photo.none", "i.none.yet", "v.photo.system", "v.photo"},
    [CHOOSER_PACK] = {"v.pack.load", "v.pack.where", "i.none.yet", "v.pack.system", "i.pick"},
    [CHOOSER_BACKUP] = {"b.choose", "b.where", "b.none.yet", "b.system", "i.pick"},
};

const char *chooser_wrong(const struct chooser *chooser, const struct chooser_file *file)
{
    if (chooser->kind != CHOOSER_SOUND || !file->looked) {
        return NULL;
    }
    if (file->length_ms < 0) {
        return word("i.unreadable");
    }
    return file->length_ms < CHOOSER_SHORTEST_MS ? word("i.short") : NULL;
}

// ---- rows

// "14.2 s · long: choose a part": the seconds quiet, what is wrong red.
static void lay_length(struct app *app, const struct chooser_file *file, struct rect at)
{
    const struct chooser *chooser = app->chooser;
    const char *wrong = chooser_wrong(chooser, file);
    struct look look = {TYPE_CAPTION, false, quiet_ink, ALIGN_START, 1};
    if (file->length_ms >= 0) {
        char seconds[16], text[48];
        word_seconds(seconds, sizeof seconds, file->length_ms);
        snprintf(text, sizeof text, "%s s · ", seconds);
        int w = page_text_width(app->page, look, text);
        page_text(app->page, (struct rect){at.x, at.y, w + 2, at.h}, look, text);
        at.x += w;
        at.w -= w;
    }
    look.rgb = wrong ? red : quiet_ink;
    page_text(app->page, at, look,
              wrong                                   ? wrong
              : file->length_ms > chooser->longest_ms ? word("i.trim")
                                                      : word("i.fits"));
}

static void lay_listen(struct app *app, const struct chooser_file *file, int index, int x, int y)
{
    char name[128];
    bool heard = app->chooser->heard == index;
    word_fill(name, sizeof name, "a11y.play", "m", chooser_file_name(file->path), NULL);
    page_round(app->page, x, y, CHOOSER_LISTEN + index, ROUND_PLAY, heard ? ICON_STOP : ICON_PLAY,
               heard ? word("a11y.stop") : name);
}

static void lay_use(struct app *app, const struct chooser_file *file, int index, struct rect at)
{
    if (chooser_wrong(app->chooser, file)) {
        page_button_off(app->page, at, CHOOSER_USE + index, ICON_NONE, word("i.use"));
    } else {
        page_button(app->page, at, CHOOSER_USE + index, BUTTON_SECOND, ICON_NONE, word("i.use"));
    }
}

static void lay_row(struct app *app, int index, struct rect at)
{
    const struct chooser_file *file = &app->chooser->list.files[index];
    bool sound = app->chooser->kind == CHOOSER_SOUND;
    int use_w = page_button_w(app->page, ICON_NONE, word("i.use"));
    use_w = use_w > USE_W ? use_w : USE_W;
    int x = sound ? at.x + PLAY + 20 : at.x, w = at.x + at.w - use_w - 16 - x;
    page_text(app->page, (struct rect){x, at.y + (sound ? 10 : 24), w, 28},
              (struct look){TYPE_BODY, true, 0, ALIGN_START, 1}, chooser_file_name(file->path));
    if (sound && file->looked) {
        lay_length(app, file, (struct rect){x, at.y + 38, w, 24});
        if (file->length_ms >= 0) {
            lay_listen(app, file, index, at.x, at.y + 8);
        }
    }
    lay_use(app, file, index, (struct rect){at.x + at.w - use_w, at.y + 6, use_w, 60});
    if (index + 1 < app->chooser->list.count) {
        page_line(app->page, at.x, at.y + 76, at.w);
    }
}

static void lay_rows(struct app *app, struct rect view)
{
    int count = app->chooser->list.count;
    page_scroll_begin(app->page, view, count * ROW_H);
    for (int i = 0; i < count; i++) {
        lay_row(app, i, (struct rect){view.x, view.y + i * ROW_H, view.w, ROW_H});
    }
    page_scroll_end(app->page);
}

// ---- pictures

static int columns(int w)
{
    return w / CELL > 0 ? w / CELL : 1;
}

static void lay_picture(struct app *app, int index, struct rect at)
{
    const struct chooser_file *file = &app->chooser->list.files[index];
    const char *name = chooser_file_name(file->path);
    if (file->thumb) {
        page_picture_press(app->page, at, CHOOSER_USE + index, file->thumb, name);
        return;
    }
    page_card(app->page, at, CARD_EMPTY);
    page_press(app->page, at, CHOOSER_USE + index, name);
    page_icon(app->page, (struct rect){at.x + at.w / 2 - 20, at.y + at.h / 2 - 20, 40, 40},
              file->looked ? ICON_WARNING : ICON_CAMERA, 0x5E7C80);
}

static void lay_pictures(struct app *app, struct rect view)
{
    int count = app->chooser->list.count, across = columns(view.w), rows = (count + across - 1) / across;
    int side = 2 * CHOOSER_FACE_R, gap = across > 1 ? (view.w - across * side) / (across - 1) : 0;
    page_scroll_begin(app->page, view, rows * CELL);
    for (int i = 0; i < count; i++) {
        struct rect at = {view.x + i % across * (side + gap), view.y + i / across * CELL + 4, side, side};
        lay_picture(app, i, at);
    }
    page_scroll_end(app->page);
}

// ---- the sheet

static int content_h(const struct chooser *chooser, int w)
{
    int count = chooser->list.count;
    if (count == 0) {
        return 0;
    }
    if (chooser->kind == CHOOSER_PHOTO) {
        return (count + columns(w) - 1) / columns(w) * CELL + 8;
    }
    return count * ROW_H;
}

static const char *where(const struct chooser *chooser, char *out, size_t size)
{
    char shown[1024];
    const char *folder = chooser_folder_shown(&chooser->list, shown, sizeof shown);
    word_fill(out, size, kinds[chooser->kind].where, "f", folder, NULL);
    return out;
}

static void lay_none(struct app *app, struct rect at)
{
    page_card(app->page, at, CARD_WARM);
    page_text_middle(app->page, (struct rect){at.x + 24, at.y + 8, at.w - 48, at.h - 16},
                     (struct look){TYPE_BODY, false, 0, ALIGN_START, 0},
                     word(kinds[app->chooser->kind].none));
}

// The system's own chooser opens from one button.
static void lay_system(struct app *app)
{
    const struct kind_words *words = &kinds[app->chooser->kind];
    struct look body = {TYPE_BODY, false, 0, ALIGN_START, 0};
    int text_h = page_text_height(app->page, body, word(words->system), sheet_inner_w(app, SYSTEM_W));
    struct rect in = sheet_begin(app, CHOOSER_SHEET, CHOOSER_CLOSE, SYSTEM_W,
                                 text_h - SHEET_TEXT_UP + 24 + SYSTEM_H, word(words->title));
    page_text(app->page, (struct rect){in.x, in.y - SHEET_TEXT_UP, in.w, text_h}, body, word(words->system));
    struct rect at = {in.x, in.y + in.h - SYSTEM_H, in.w, SYSTEM_H};
    enum icon icon = app->chooser->kind == CHOOSER_PHOTO ? ICON_CAMERA : ICON_IMPORT;
    if (handover_reading()) {
        page_button_off(app->page, at, CHOOSER_READING, ICON_CLOCK, word("i.reading"));
    } else {
        page_button(app->page, at, CHOOSER_PICK, BUTTON_MAIN, icon, word(words->pick));
    }
}

static void lay_folders(struct app *app)
{
    const struct chooser *chooser = app->chooser;
    char text[1200];
    where(chooser, text, sizeof text);
    struct look quiet = {TYPE_CAPTION, false, quiet_ink, ALIGN_START, 0};
    int w = sheet_inner_w(app, SHEET_W), text_h = page_text_height(app->page, quiet, text, w);
    int none_h = page_text_height(app->page, (struct look){TYPE_BODY, false, 0, ALIGN_START, 0},
                                  word(kinds[app->chooser->kind].none), w - 48) +
                 32;
    int list_h = chooser->list.count ? content_h(chooser, w) : none_h;
    int most_h = page_h(app->page) - ROOM - SHEET_HEAD - text_h - 16 - SHEET_PAD;
    list_h = list_h < most_h ? list_h : most_h;
    struct rect in = sheet_begin(app, CHOOSER_SHEET, CHOOSER_CLOSE, SHEET_W,
                                 text_h + 16 + list_h - SHEET_TEXT_UP, word(kinds[chooser->kind].title));
    in.y -= SHEET_TEXT_UP;
    page_text(app->page, (struct rect){in.x, in.y, in.w, text_h}, quiet, text);
    struct rect view = {in.x, in.y + text_h + 16, in.w, list_h};
    if (chooser->list.count == 0) {
        lay_none(app, view);
    } else if (chooser->kind == CHOOSER_PHOTO) {
        lay_pictures(app, view);
    } else {
        lay_rows(app, view);
    }
}

void chooser_layout(struct app *app)
{
    if (!chooser_is_open(app)) {
        return;
    }
    if (handover_here()) {
        lay_system(app);
    } else {
        lay_folders(app);
    }
}
