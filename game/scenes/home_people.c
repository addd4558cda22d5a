// Who is playing today: the family's people and the bear; a touch chooses.
#include "scenes/app.h"
#include "scenes/corner_art.h"
#include "scenes/home.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    FACE_R = 47,
    PITCH = 157,
    PITCH_LEAST = 92,
    HEAD_TOP = 18,
    CELL_X = 20,
    CELL_GAP = 8,
    FACE_ABOVE = 20, // the petals of the chosen one
    FACE_BELOW = 20,
    NAME_BELOW = 14,
    FACE_R_COMPACT = 36,
    TICK = 20,
    CELLS_MAX = 16,
};

enum { CELL_BEAR = -1, CELL_ADD = -2, CELL_MORE = -3 };

// Who has a cell: people by their place in the list, the bear, the way to Voices.
struct cells {
    int count, pitch, r;
    int who[CELLS_MAX];
};

static const struct look heading = {TYPE_HEADING, true, 0, ALIGN_START, 0};

static void put(struct cells *cells, int who)
{
    cells->who[cells->count++] = who;
}

// Where there are too many, who plays today is among those shown, and the others are in Voices.
static struct cells cells_of(const struct app *app, int w)
{
    const struct people *people = &app->people;
    struct cells cells = {.count = 0};
    int inner = w - 2 * CELL_X, room = inner / PITCH_LEAST < CELLS_MAX ? inner / PITCH_LEAST : CELLS_MAX;
    bool all = people->count + 1 <= room;
    int shown = all ? people->count : room - 2, today = people_find(people, people->today);
    for (int i = 0; i < shown; i++) {
        put(&cells, i == shown - 1 && today > i ? today : i);
    }
    put(&cells, CELL_BEAR);
    if (people->count + 2 <= room) {
        put(&cells, CELL_ADD);
    } else if (!all) {
        put(&cells, CELL_MORE);
    }
    cells.pitch = inner / cells.count < PITCH ? inner / cells.count : PITCH;
    cells.r = cells.pitch * 2 / 5 < FACE_R ? cells.pitch * 2 / 5 : FACE_R;
    return cells;
}

static const char *name_of(const struct app *app, int who)
{
    switch (who) {
    case CELL_BEAR: return word("home.stock");
    case CELL_ADD: return word("v.add");
    case CELL_MORE: return word("more");
    default: return app->people.list[who].name;
    }
}

static bool is_chosen(const struct app *app, int who)
{
    const struct people *people = &app->people;
    return who == CELL_BEAR ? people->today == 0 : who >= 0 && people->list[who].id == people->today;
}

static struct look name_look(const struct app *app, int who)
{
    return (struct look){TYPE_BODY, is_chosen(app, who), 0, ALIGN_MIDDLE, 0};
}

static int names_h(struct app *app, const struct cells *cells)
{
    int h = 0;
    for (int i = 0; i < cells->count; i++) {
        int own = page_text_height(app->page, name_look(app, cells->who[i]), name_of(app, cells->who[i]),
                                   cells->pitch - CELL_GAP - 4);
        h = own > h ? own : h;
    }
    return h;
}

static int head_h(struct app *app, int w)
{
    return page_text_height(app->page, heading, word("home.who"), w - 48);
}

int home_people_height(struct app *app, int w, bool compact)
{
    struct cells cells = cells_of(app, w);
    return HEAD_TOP + head_h(app, w) + FACE_ABOVE + 2 * (compact ? FACE_R_COMPACT : FACE_R) + FACE_BELOW +
           names_h(app, &cells) + NAME_BELOW;
}

// A tick says of the chosen one what the petals say, where there is room for it beside the name.
static void lay_name(struct app *app, int who, struct rect at)
{
    struct look look = name_look(app, who);
    const char *name = name_of(app, who);
    int w = page_text_width(app->page, look, name) + 1, x = at.x + (at.w - w - TICK - 6) / 2;
    if (!is_chosen(app, who) || w + TICK + 6 > at.w) {
        page_text(app->page, at, look, name);
        return;
    }
    int line = page_text_height(app->page, look, name, w + 8);
    page_icon(app->page, (struct rect){x, at.y + (line - TICK) / 2, TICK, TICK}, ICON_CHECK, TEAL_DEEP);
    page_text(app->page, (struct rect){x + TICK + 6, at.y, w, at.h}, look, name);
}

static int id_of(int who)
{
    return who == CELL_BEAR ? HOME_BEAR : who < 0 ? HOME_ADD : HOME_PEOPLE + who;
}

static void lay_cell(struct app *app, int who, struct rect at, int r, int face_y)
{
    int x = at.x + at.w / 2;
    page_press(app->page, at, id_of(who), name_of(app, who));
    if (who == CELL_ADD || who == CELL_MORE) {
        page_medallion_add(app->page, x, face_y, r);
    } else {
        page_medallion(app->page, x, face_y, r,
                       who == CELL_BEAR ? corner_bear(app, r) : people_face(app, who, r), who < 0 ? 0 : who,
                       is_chosen(app, who));
    }
}

void home_lay_people(struct app *app, struct rect at)
{
    struct cells cells = cells_of(app, at.w);
    int head = head_h(app, at.w), names = names_h(app, &cells), top = HEAD_TOP + head;
    int r = (at.h - top - FACE_ABOVE - FACE_BELOW - names - NAME_BELOW) / 2;
    page_card(app->page, at, CARD_PLAIN);
    page_text(app->page, (struct rect){at.x + 24, at.y + HEAD_TOP, at.w - 48, head}, heading,
              word("home.who"));
    for (int i = 0; i < cells.count; i++) {
        struct rect cell = {at.x + CELL_X + i * cells.pitch, at.y + top + 4, cells.pitch - CELL_GAP,
                            at.h - top - 10};
        struct rect name = {cell.x + 2, at.y + at.h - names - NAME_BELOW, cell.w - 4, names};
        lay_cell(app, cells.who[i], cell, cells.r < r ? cells.r : r, (at.y + top + name.y) / 2);
        lay_name(app, cells.who[i], name);
    }
}
