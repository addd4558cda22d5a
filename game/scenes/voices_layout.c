// The Voices page: its header and its people, a rail at the left or a row on top (ui/guide.md, mock-up 03a).
#include <stdio.h>

#include "core/least.h"
#include "scenes/app.h"
#include "scenes/head.h"
#include "scenes/voices_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    MARGIN = 32,
    RAIL_W = 232,
    RAIL_FACE_R = 42,
    ROW_H = 123,
    ROW_PITCH = 134,
    CELL_W = 112,
    NAME_Y = 131, // under a face
    NAME_LINES = 3,
    COUNT_H = 24,
    PETALS = 12, // that stand out of a cell
    CELL_PITCH = 156,
    CELL_PITCH_LEAST = 92,
    CELL_FACE_R = 48,
};

static const uint32_t quiet_ink = 0x5C4B62, teal_ink = 0x14545A;

// ---- the header

struct rect voices_header(struct app *app)
{
    struct head_action listen = {VOICES_LISTEN, BUTTON_SECOND, ICON_PLAY, word("v.listen"),
                                 app->voices->clip_count == 0};
    if (voices_playing_round(app->voices)) {
        listen = (struct head_action){VOICES_LISTEN, BUTTON_TEAL, ICON_STOP, word("a11y.stop"), false};
    }
    return head_lay(app, VOICES_BACK, word("v.title"), word("v.sub"), listen);
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

static struct look name_look(const struct app *app, int index, enum align align)
{
    return (struct look){TYPE_BODY, app->people.list[index].id == app->voices->person, 0, align, NAME_LINES};
}

static int name_h(const struct app *app, int index, int w)
{
    return page_text_height(app->page, name_look(app, index, ALIGN_START), app->people.list[index].name, w);
}

// The name, and the count below it.
static void lay_name(struct app *app, int index, struct rect at, enum align align)
{
    const struct caregiver *person = &app->people.list[index];
    int h = name_h(app, index, at.w);
    char count[64];
    count_text(person, count, sizeof count);
    page_text(app->page, (struct rect){at.x, at.y, at.w, h}, name_look(app, index, align), person->name);
    page_text(app->page, (struct rect){at.x, at.y + h, at.w, COUNT_H},
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
        page_icon(app->page, (struct rect){x, y, 24, 24}, ICON_DOTS, teal_ink);
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
    int h = name_h(app, index, RAIL_W - 146) + COUNT_H;
    lay_name(app, index, (struct rect){at.x + 140, at.y + 62 - h / 2, RAIL_W - 146, h}, ALIGN_START);
    lay_dots(app, index, at.x + at.w - 40, at.y + 6);
    page_press(app->page, at, id_of(app, index), press_name(app, index, name, sizeof name));
}

static void lay_rail_add(struct app *app, struct rect at)
{
    page_medallion_add(app->page, at.x + 68, at.y + 62, RAIL_FACE_R + 1);
    page_text_middle(app->page, (struct rect){at.x + 140, at.y + 34, RAIL_W - 146, 56},
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
    lay_name(app, index, (struct rect){at.x, at.y + NAME_Y, at.w, 0}, ALIGN_MIDDLE);
    lay_dots(app, index, at.x + at.w - 18, at.y - 2);
    page_press(app->page, at, id_of(app, index), press_name(app, index, name, sizeof name));
}

static void lay_cell_add(struct app *app, struct rect at, int r)
{
    page_medallion_add(app->page, at.x + at.w / 2, at.y + 61, r);
    page_text(app->page, (struct rect){at.x, at.y + NAME_Y, at.w, 28},
              (struct look){TYPE_BODY, false, 0, ALIGN_MIDDLE, 1}, word("v.add"));
    page_press(app->page, at, VOICES_ADD, word("v.add"));
}

struct cells {
    int count, across, pitch, w, h, r;
};

static struct cells cells_of(const struct app *app, int room_w)
{
    struct cells cells = {.count = app->people.count + 1, .across = greater(room_w / CELL_PITCH_LEAST, 1)};
    cells.across = cells.count < cells.across ? cells.count : cells.across;
    cells.pitch = room_w / cells.across < CELL_PITCH ? room_w / cells.across : CELL_PITCH;
    cells.w = cells.pitch - 8 < CELL_W ? cells.pitch - 8 : CELL_W;
    cells.r = cells.pitch * 2 / 5 < CELL_FACE_R ? cells.pitch * 2 / 5 : CELL_FACE_R;
    int highest = COUNT_H;
    for (int i = 0; i < app->people.count; i++) {
        int h = name_h(app, i, cells.w);
        highest = h > highest ? h : highest;
    }
    cells.h = NAME_Y + highest + COUNT_H;
    return cells;
}

static void lay_cell(struct app *app, const struct cells *cells, int index, struct rect at)
{
    if (index < cells->count - 1) {
        lay_cell_person(app, index, at, cells->r);
    } else {
        lay_cell_add(app, at, cells->r);
    }
}

// More people than fit beside each other: further rows, and the next one looks in from below.
static struct rect lay_row(struct app *app, struct rect room)
{
    struct cells cells = cells_of(app, room.w);
    int rows = (cells.count + cells.across - 1) / cells.across, row_h = cells.h + 12;
    int view_h = rows > 1 ? cells.h * 5 / 4 : cells.h;
    int first_x = cells.pitch == CELL_PITCH ? room.x + 18 : room.x + (cells.pitch - cells.w) / 2;
    struct rect view = {room.x - PETALS, room.y - PETALS, room.w + 2 * PETALS, view_h + PETALS + 4};
    page_scroll_begin(app->page, view, PETALS + rows * row_h - 12 + 4);
    for (int i = 0; i < cells.count; i++) {
        lay_cell(app, &cells, i,
                 (struct rect){first_x + i % cells.across * cells.pitch, room.y + i / cells.across * row_h,
                               cells.w, cells.h});
    }
    page_scroll_end(app->page);
    int used = view_h + 18;
    return (struct rect){room.x, room.y + used, room.w, room.h - used};
}

struct rect voices_people(struct app *app, struct rect room)
{
    return page_tall(app->page) ? lay_row(app, room) : lay_rail(app, room);
}
