// The Voices page: its header and its people, a rail at the left or a row on top (ui/guide.md, mock-up 03a).
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/voices_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    MARGIN = 32,
    NARROW = 700, // below, everything is one column
    ROUND = 56,
    RAIL_W = 232,
    RAIL_FACE_R = 42,
    ROW_H = 123,
    ROW_PITCH = 134,
    CELL_W = 112,
    CELL_H = 183,
    CELL_PITCH = 156,
    CELL_PITCH_LEAST = 104,
    CELL_FACE_R = 48,
};

static const uint32_t quiet_ink = 0x5C4B62, teal_ink = 0x14545A;

// ---- the header

static void lay_listen(struct app *app, struct rect at)
{
    if (voices_playing_round(app->voices)) {
        page_button(app->page, at, VOICES_LISTEN, BUTTON_TEAL, ICON_STOP, word("a11y.stop"));
    } else if (app->voices->clip_count == 0) {
        page_button_off(app->page, at, VOICES_LISTEN, ICON_PLAY, word("v.listen"));
    } else {
        page_button(app->page, at, VOICES_LISTEN, BUTTON_SECOND, ICON_PLAY, word("v.listen"));
    }
}

static int lay_titles(struct app *app, int x, int w)
{
    struct look title = {TYPE_TITLE, true, 0, ALIGN_START, 0},
                sub = {TYPE_CAPTION, false, quiet_ink, ALIGN_START, 0};
    int title_h = page_text_height(app->page, title, word("v.title"), w);
    int sub_h = page_text_height(app->page, sub, word("v.sub"), w);
    page_text(app->page, (struct rect){x, 16, w, title_h}, title, word("v.title"));
    page_text(app->page, (struct rect){x, 16 + title_h, w, sub_h}, sub, word("v.sub"));
    return 16 + title_h + sub_h;
}

struct rect voices_header(struct app *app)
{
    struct page *page = app->page;
    bool tall = page_tall(page), narrow = page_w(page) < NARROW;
    int listen_w = page_button_w(page, ICON_PLAY, word("v.listen")), right = page_w(page) - MARGIN;
    int x = MARGIN + ROUND + 20, bottom = lay_titles(app, x, right - x - (narrow ? 0 : listen_w + 20));
    page_round(page, MARGIN, tall ? 32 : 20, VOICES_BACK, ROUND_CARD, ICON_BACK, word("back"));
    if (narrow) {
        lay_listen(app, (struct rect){MARGIN, bottom + 12, right - MARGIN, 60});
        bottom += 76;
    } else {
        lay_listen(app, (struct rect){right - listen_w, tall ? 30 : 18, listen_w, 60});
    }
    int top = bottom + 16 > 96 ? bottom + 16 : 96;
    return (struct rect){MARGIN, top, right - MARGIN, page_h(page) - top};
}

// ---- one person

// A press on whose cards are shown opens what can be done about them; on another, chooses.
static int id_of(const struct app *app, int index)
{
    const struct caregiver *person = &app->people.list[index];
    bool open = person->id == app->voices->person && person->id == app->people.today;
    return open ? VOICES_MORE : VOICES_PERSON + index;
}

static void count_text(const struct caregiver *person, char *out, size_t size)
{
    char filled[16], slots[16];
    snprintf(filled, sizeof filled, "%d", person->filled);
    snprintf(slots, sizeof slots, "%d", VOICES_SLOTS);
    word_fill(out, size, "v.count", "a", filled, "b", slots, NULL);
}

// The name, then the count; where align is the middle, the dots stand beside the count.
static void lay_name(struct app *app, int index, struct rect at, enum align align)
{
    const struct caregiver *person = &app->people.list[index];
    bool shown = person->id == app->voices->person;
    char count[64];
    count_text(person, count, sizeof count);
    struct look look = {TYPE_BODY, shown, 0, align, 1};
    page_text(app->page, (struct rect){at.x, at.y, at.w, 28}, look, person->name);
    page_text(app->page, (struct rect){at.x, at.y + 28, at.w, 24},
              (struct look){TYPE_CAPTION, false, quiet_ink, align, 1}, count);
}

static void lay_face(struct app *app, int index, int x, int y, int r)
{
    bool today = app->people.list[index].id == app->people.today;
    page_medallion(app->page, x, y, r, people_face(app, index, r), index, today);
}

static void lay_dots(struct app *app, int index, int x, int y)
{
    if (id_of(app, index) == VOICES_MORE) {
        page_icon(app->page, (struct rect){x, y, 28, 28}, ICON_DOTS, teal_ink);
    }
}

static const char *press_name(const struct app *app, int index, char *out, size_t size)
{
    const char *name = app->people.list[index].name;
    if (id_of(app, index) != VOICES_MORE) {
        return name;
    }
    word_fill(out, size, "v.more", "n", name, NULL);
    return out;
}

// ---- the rail

static void lay_rail_person(struct app *app, int index, struct rect at)
{
    char name[256];
    if (app->people.list[index].id == app->voices->person) {
        page_card(app->page, at, CARD_PLAIN);
    }
    lay_face(app, index, at.x + 68, at.y + 62, RAIL_FACE_R);
    lay_name(app, index, (struct rect){at.x + 142, at.y + 36, at.w - 150, 52}, ALIGN_START);
    lay_dots(app, index, at.x + at.w - 40, at.y + 8);
    page_press(app->page, at, id_of(app, index), press_name(app, index, name, sizeof name));
}

static void lay_rail_add(struct app *app, struct rect at)
{
    page_medallion_add(app->page, at.x + 68, at.y + 62, RAIL_FACE_R + 1);
    page_text_middle(app->page, (struct rect){at.x + 142, at.y + 34, at.w - 150, 56},
                     (struct look){TYPE_BODY, false, 0, ALIGN_START, 2}, word("v.add"));
    page_press(app->page, at, VOICES_ADD, word("v.add"));
}

static struct rect lay_rail(struct app *app, struct rect room)
{
    int count = app->people.count;
    page_scroll_begin(app->page, (struct rect){room.x, room.y, RAIL_W, room.h}, (count + 1) * ROW_PITCH + 8);
    for (int i = 0; i <= count; i++) {
        struct rect at = {room.x, room.y + i * ROW_PITCH, RAIL_W, ROW_H};
        if (i < count) {
            lay_rail_person(app, i, at);
        } else {
            lay_rail_add(app, at);
        }
    }
    page_scroll_end(app->page);
    int x = room.x + RAIL_W + 24;
    return (struct rect){x, room.y, room.x + room.w - x, room.h};
}

// ---- the row

static void lay_cell_person(struct app *app, int index, struct rect at, int r)
{
    char name[256];
    lay_face(app, index, at.x + at.w / 2, at.y + 61, r);
    lay_name(app, index, (struct rect){at.x, at.y + 131, at.w, 52}, ALIGN_MIDDLE);
    lay_dots(app, index, at.x + at.w - 24, at.y);
    page_press(app->page, at, id_of(app, index), press_name(app, index, name, sizeof name));
}

static void lay_cell_add(struct app *app, struct rect at, int r)
{
    page_medallion_add(app->page, at.x + at.w / 2, at.y + 61, r);
    page_text(app->page, (struct rect){at.x, at.y + 131, at.w, 28},
              (struct look){TYPE_BODY, false, 0, ALIGN_MIDDLE, 1}, word("v.add"));
    page_press(app->page, at, VOICES_ADD, word("v.add"));
}

static struct rect lay_row(struct app *app, struct rect room)
{
    int cells = app->people.count + 1, across = room.w / CELL_PITCH_LEAST;
    across = cells < across ? cells : across;
    int pitch = room.w / across < CELL_PITCH ? room.w / across : CELL_PITCH;
    int w = pitch - 8 < CELL_W ? pitch - 8 : CELL_W,
        r = pitch * 2 / 5 < CELL_FACE_R ? pitch * 2 / 5 : CELL_FACE_R;
    int rows = (cells + across - 1) / across, view_h = rows > 1 ? CELL_H * 5 / 4 : CELL_H;
    page_scroll_begin(app->page, (struct rect){room.x, room.y, room.w, view_h}, rows * (CELL_H + 12) - 12);
    for (int i = 0; i < cells; i++) {
        struct rect at = {room.x + i % across * pitch + (pitch - w) / 2 - (pitch == CELL_PITCH ? 4 : 0),
                          room.y + i / across * (CELL_H + 12), w, CELL_H};
        if (i < cells - 1) {
            lay_cell_person(app, i, at, r);
        } else {
            lay_cell_add(app, at, r);
        }
    }
    page_scroll_end(app->page);
    int used = view_h + 18;
    return (struct rect){room.x, room.y + used, room.w, room.h - used};
}

struct rect voices_people(struct app *app, struct rect room)
{
    return page_tall(app->page) ? lay_row(app, room) : lay_rail(app, room);
}
