// Before a real goodbye (mock-up 06a): the stairs and today's step, who goes and who stays, whether it is a
// good moment.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "scenes/head.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    PAD = 24,
    GAP = 20,
    LINE_H = 28,
    CHIP_H = 50,
    CHIP_GAP = 10,
    STAIRS_H = 340, // where there is room for it
    STAIRS_LEAST = 240,
    STAIRS_TALL = 396,
    CELL_W = 136,
    CELL_W_LEAST = 104, // where all stand in one row then
    FACE_R = 43,
    BLOOM_R = 58, // with its petals
    BUTTON_H = 60,
    MAIN_H = 72,
    FOOT = 28,
    TICK = 26,
};

static const struct look caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0},
                         bold = {TYPE_BODY, true, 0, ALIGN_START, 0},
                         plain = {TYPE_BODY, false, 0, ALIGN_START, 0},
                         heading = {TYPE_HEADING, true, 0, ALIGN_START, 0};

// ---- the stairs

struct offer {
    int id; // 0: none
    char label[64];
    const char *why; // below the heading
};

static struct offer offer_now(const struct away *away)
{
    struct parting_stand stand = away_stand(away);
    bool wished = stand.step != away->stand.step;
    int step = wished ? away->stand.step : stand.step + 1;
    struct offer offer = {.why = word("aw.three")};
    char time[32];
    away_time(time, sizeof time, parting_seconds(step));
    if (wished) {
        offer.id = AWAY_AS_BEFORE;
        word_fill(offer.label, sizeof offer.label, "aw.before", "s", time, NULL);
    } else if (parting_allows_longer(stand)) {
        offer.id = AWAY_LONGER;
        offer.why = word(parting_offers_longer(stand) ? "aw.offer" : "aw.max");
        word_fill(offer.label, sizeof offer.label, "aw.longer", "s", time, NULL);
    }
    return offer;
}

static void lay_columns(struct app *app, struct rect at)
{
    // The times double from step to step; columns that did so too would leave the first ones flat.
    static const int heights[PARTING_STEPS] = {113, 202, 308, 430, 569, 715, 866};
    char times[PARTING_STEPS][32];
    const char *labels[PARTING_STEPS];
    struct parting_stand stand = away_stand(app->away);
    for (int i = 0; i < PARTING_STEPS; i++) {
        away_time(times[i], sizeof times[i], parting_seconds(i));
        labels[i] = times[i];
    }
    page_stairs(app->page, at,
                &(struct stairs){.values = heights,
                                 .count = PARTING_STEPS,
                                 .now = stand.step,
                                 .labels = labels,
                                 .easy = stand.easy});
}

// Heading and, beside or below it, the rule or what is offered. Returns the bottom.
static int lay_next(struct app *app, struct rect at)
{
    struct page *page = app->page;
    const struct offer offer = offer_now(app->away);
    char time[32], next[160];
    away_time(time, sizeof time, parting_seconds(away_stand(app->away).step));
    word_fill(next, sizeof next, "aw.step", "s", time, NULL);
    int why_w = page_text_width(page, caption, offer.why), next_w = page_text_width(page, heading, next);
    int button_w = offer.id ? page_button_w(page, ICON_NONE, offer.label) : 0;
    bool beside = button_w > 0 && button_w + 200 <= at.w;
    int w = at.w - (beside ? button_w + GAP : 0), next_h = page_text_height(page, heading, next, w);
    bool one_line = !offer.id && next_w + GAP + why_w + 2 <= w;
    int why_h = page_text_height(page, caption, offer.why, w), bottom = at.y + next_h;
    page_text(page, (struct rect){at.x, at.y, w, next_h}, heading, next);
    if (one_line) {
        page_text(page, (struct rect){at.x + at.w - why_w - 2, at.y + 4, why_w + 2, why_h}, caption,
                  offer.why);
    } else {
        page_text(page, (struct rect){at.x, bottom, w, why_h}, caption, offer.why);
        bottom += why_h;
    }
    if (offer.id) {
        int y = beside ? at.y - 4 : bottom + 8;
        page_button(page, (struct rect){at.x + at.w - button_w, y, button_w, BUTTON_H}, offer.id,
                    BUTTON_SECOND, ICON_NONE, offer.label);
        bottom = bottom > y + BUTTON_H ? bottom : y + BUTTON_H;
    }
    return bottom;
}

static void lay_stairs(struct app *app, struct rect at)
{
    page_card(app->page, at, CARD_PLAIN);
    int top = lay_next(app, (struct rect){at.x + PAD, at.y + 16, at.w - 2 * PAD, 0}) + 8;
    lay_columns(app, (struct rect){at.x + PAD, top, at.w - 2 * PAD, at.y + at.h - GAP - top});
}

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

static int lay_who(struct app *app, struct rect at, bool draw)
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

// ---- a good moment

static int lay_moment(struct app *app, struct rect at, bool draw)
{
    static const char *const keys[] = {"aw.c1", "aw.c2", "aw.c3"};
    struct page *page = app->page;
    struct rect in = {at.x + PAD, at.y + 16, at.w - 2 * PAD, 0};
    if (draw) {
        page_card(page, at, CARD_WARM);
        page_text(page, (struct rect){in.x, in.y, in.w, LINE_H + 6}, bold, word("aw.good"));
    }
    in.y += page_text_height(page, bold, word("aw.good"), in.w) + 10;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        int h = page_text_height(page, plain, word(keys[i]), in.w - TICK - 12);
        if (draw) {
            page_icon(page, (struct rect){in.x, in.y + 2, TICK, TICK}, ICON_CHECK, LEAF);
            page_text(page, (struct rect){in.x + TICK + 12, in.y, in.w - TICK - 12, h}, plain, word(keys[i]));
        }
        in.y += h + 4;
    }
    struct rect main = {in.x, draw ? at.y + at.h - MAIN_H - 20 : 0, in.w, MAIN_H};
    if (draw && app->away->stays == STAYS_UNKNOWN) {
        page_button_off(page, main, AWAY_START, ICON_DOOR, word("aw.start"));
    } else if (draw) {
        page_button(page, main, AWAY_START, BUTTON_MAIN, ICON_DOOR, word("aw.start"));
    }
    return in.y + 16 + MAIN_H + 20 - at.y;
}

// ---- the whole

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static void lay_wide(struct app *app, struct rect room)
{
    int left = room.w * 49 / 100, right = room.w - left - GAP;
    int low = larger(lay_who(app, (struct rect){0, 0, left, 0}, false),
                     lay_moment(app, (struct rect){0, 0, right, 0}, false));
    int stairs = larger(STAIRS_LEAST, room.h - low - GAP - FOOT), y = room.y + stairs + GAP;
    page_scroll_begin(app->page, room, stairs + GAP + low + FOOT);
    lay_stairs(app, (struct rect){room.x, room.y, room.w, stairs});
    low = larger(low, room.y + room.h - FOOT - y);
    lay_who(app, (struct rect){room.x, y, left, low}, true);
    lay_moment(app, (struct rect){room.x + left + GAP, y, right, low}, true);
    page_scroll_end(app->page);
}

static void lay_tall(struct app *app, struct rect room)
{
    int who = lay_who(app, (struct rect){0, 0, room.w, 0}, false),
        moment = lay_moment(app, (struct rect){0, 0, room.w, 0}, false);
    int rest = room.h - who - moment - 2 * GAP - FOOT;
    int stairs = rest > STAIRS_TALL ? STAIRS_TALL + (rest - STAIRS_TALL) / 2 : larger(STAIRS_LEAST, rest);
    int y = room.y;
    moment = larger(moment, room.h - stairs - who - 2 * GAP - FOOT);
    page_scroll_begin(app->page, room, stairs + who + moment + 2 * GAP + FOOT);
    lay_stairs(app, (struct rect){room.x, y, room.w, stairs});
    y += stairs + GAP;
    lay_who(app, (struct rect){room.x, y, room.w, who}, true);
    y += who + GAP;
    lay_moment(app, (struct rect){room.x, y, room.w, moment}, true);
    page_scroll_end(app->page);
}

void away_lay_choosing(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    struct head_action shorter = {AWAY_SHORTER, BUTTON_SECOND, ICON_MINUS, word("aw.shorter"),
                                  away_stand(app->away).step == 0};
    struct rect room = head_lay(app, AWAY_BACK, word("aw.title"), word("aw.sub"), shorter);
    if (page_tall(app->page)) {
        lay_tall(app, room);
    } else {
        lay_wide(app, room);
    }
    page_end(app->page);
}
