// Who goes and who stays (mock-up 06a): names to choose from, and the family's faces.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    PAD = 24,
    LINE_H = 28,
    CHIP_H = 50,
    CHIP_GAP = 10,
    CELL_W = 136,
    CELL_W_LEAST = 104, // where all stand in one row then
    FACE_R = 43,
    BLOOM_R = 58, // with its petals
};

static const struct look caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0},
                         bold = {TYPE_BODY, true, 0, ALIGN_START, 0};

// ---- who goes

// One after the other, in rows. Returns the height.
static int flow_goes(struct app *app, int x, int y, int w, bool draw)
{
    const struct people *people = &app->people;
    int at_x = 0, at_y = 0;
    for (int i = 0; i < people->count; i++) {
        bool on = people->list[i].id == app->away->goes;
        const char *name = people->list[i].name;
        int chip_w = page_choice(app->page, 0, 0, 0, on, name, false);
        if (at_x > 0 && at_x + chip_w > w) {
            at_x = 0;
            at_y += CHIP_H + CHIP_GAP;
        }
        if (draw) {
            page_choice(app->page, x + at_x, y + at_y, AWAY_GOES + i, on, name, true);
        }
        at_x += chip_w + CHIP_GAP;
    }
    return at_y + CHIP_H;
}

static int lay_goes(struct app *app, struct rect at, bool draw)
{
    const char *label = word("aw.who");
    if (app->people.count == 0) {
        return 0;
    }
    int label_w = page_text_width(app->page, bold, label) + 16;
    bool beside = flow_goes(app, 0, 0, at.w - label_w, false) == CHIP_H;
    int x = beside ? label_w : 0, y = beside ? 0 : LINE_H + 12;
    int h = y + flow_goes(app, at.x + x, at.y + y, at.w - x, draw);
    if (draw && beside) {
        page_text_middle(app->page, (struct rect){at.x, at.y, label_w, CHIP_H}, bold, label);
    } else if (draw) {
        page_text(app->page, (struct rect){at.x, at.y, at.w, LINE_H + 6}, bold, label);
    }
    return h + 16;
}

// ---- who stays

struct cell {
    int id;
    int person; // place in the list, -1
    bool chosen;
    const char *name;
};

// The nth cell: the family without the one who goes, someone else, and the way to add somebody.
static struct cell cell_at(const struct app *app, int n)
{
    const struct people *people = &app->people;
    int seen = 0;
    for (int i = 0; i < people->count; i++) {
        const struct caregiver *person = &people->list[i];
        if (person->id != app->away->goes && seen++ == n) {
            return (struct cell){AWAY_STAYS + i, i, person->id == app->away->stays, person->name};
        }
    }
    return n == seen ? (struct cell){AWAY_OTHER, -1, app->away->stays == STAYS_SOMEONE, word("aw.other")}
                     : (struct cell){AWAY_ADD, -1, false, word("v.add")};
}

static int cells(const struct app *app)
{
    return app->people.count - (app->away->goes != 0) + 2;
}

static void cell_label(const struct cell *cell, char *out, size_t size)
{
    snprintf(out, size, "%s%s", cell->chosen ? "✓ " : "", cell->name);
}

static struct look label_look(const struct cell *cell)
{
    return (struct look){TYPE_BODY, cell->chosen, 0, ALIGN_MIDDLE, 0};
}

static int pitch(const struct app *app, int w)
{
    int narrow = w / cells(app);
    return narrow >= CELL_W || narrow < CELL_W_LEAST ? CELL_W : narrow;
}

static int cell_h(struct app *app, int w)
{
    int most = LINE_H;
    for (int i = 0; i < cells(app); i++) {
        const struct cell cell = cell_at(app, i);
        char label[CAREGIVER_NAME_SIZE + 8];
        cell_label(&cell, label, sizeof label);
        int h = page_text_height(app->page, label_look(&cell), label, w);
        most = h > most ? h : most;
    }
    return 2 * BLOOM_R + 6 + most + 6;
}

static void lay_cell(struct app *app, const struct cell *cell, struct rect at)
{
    char label[CAREGIVER_NAME_SIZE + 8];
    int x = at.x + at.w / 2, y = at.y + BLOOM_R, top = at.y + 2 * BLOOM_R + 4;
    cell_label(cell, label, sizeof label);
    page_press(app->page, at, cell->id, cell->name);
    if (cell->id == AWAY_ADD) {
        page_medallion_add(app->page, x, y, FACE_R);
    } else {
        const struct sprite *face = cell->person < 0 ? NULL : people_face(app, cell->person, FACE_R);
        page_medallion(app->page, x, y, FACE_R, face, cell->person < 0 ? 4 : cell->person, cell->chosen);
    }
    page_text(app->page, (struct rect){at.x, top, at.w, at.y + at.h - top}, label_look(cell), label);
}

static int flow_stays(struct app *app, struct rect at, bool draw)
{
    int count = cells(app), apart = pitch(app, at.w), h = cell_h(app, apart - 8), a_row = at.w / apart;
    a_row = a_row > count ? count : a_row > 0 ? a_row : 1;
    int rows = (count + a_row - 1) / a_row;
    for (int i = 0; draw && i < count; i++) {
        const struct cell cell = cell_at(app, i);
        lay_cell(app, &cell,
                 (struct rect){at.x + i % a_row * apart, at.y + i / a_row * (h + 8), apart - 8, h});
    }
    return rows * (h + 8) - 8;
}

int away_lay_who(struct app *app, struct rect at, bool draw)
{
    const char *stays = word("aw.stays"), *trust = word("aw.trust");
    struct rect in = {at.x + PAD, at.y + 16, at.w - 2 * PAD, 0};
    int stays_h = page_text_height(app->page, bold, stays, in.w),
        trust_h = page_text_height(app->page, caption, trust, in.w);
    if (draw) {
        page_card(app->page, at, CARD_PLAIN);
    }
    in.y += lay_goes(app, in, draw);
    if (draw) {
        page_text(app->page, (struct rect){in.x, in.y, in.w, stays_h}, bold, stays);
    }
    in.y += stays_h + 4;
    in.y += flow_stays(app, in, draw) + 6;
    if (draw) {
        page_text(app->page, (struct rect){in.x, in.y, in.w, trust_h}, caption, trust);
    }
    return in.y + trust_h + 16 - at.y;
}
