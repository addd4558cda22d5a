// How to stay in the game, as it stands on the page (ui/guide.md, mock-up 08b).
#include <stdio.h>
#include <stdlib.h>

#include "scenes/app.h"
#include "scenes/head.h"
#include "scenes/lock.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { WAYS = 3, STEPS = 4, PAD = 24, GAP = 16, NUMBER_W = 36, CHIP_H = 34, STEP_GAP = 10, EDGE_ROOM = 8 };

struct way {
    enum system system;
    const char *title;
    const char *install;      // a page's first step; NULL: it has none
    const char *steps[STEPS]; // NULL behind the last
};

// Where the game runs.
struct ground {
    enum system here;
    enum system_form form;
};

static const struct way ways[WAYS] = {
    {SYSTEM_ANDROID, "k.and", "k.a0", {"k.a1", "k.a2", "k.a3", "k.a4"}},
    {SYSTEM_IPAD, "k.ipad", "k.i0", {"k.i1", "k.i2", "k.i3"}},
    {SYSTEM_LINUX, "k.lin", NULL, {"k.l1", "k.l2", "k.l3"}},
};

static const struct look heading = {TYPE_HEADING, true, 0, ALIGN_START, 0},
                         body = {TYPE_BODY, false, 0, ALIGN_START, 0},
                         quiet = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0},
                         number = {TYPE_BODY, true, TEAL_DEEP, ALIGN_START, 1};

// ---- whether it is locked, and what the game does about it

static const char *holding(enum system_form form)
{
    return word(form == FORM_PROGRAM ? "k.holds" : "k.cannot");
}

static int state_h(struct app *app, enum system_form form, int w)
{
    int text_w = w - 2 * PAD - 56;
    int h = page_text_height(app->page, body, word("k.now"), text_w) +
            page_text_height(app->page, quiet, holding(form), text_w) + 2 * 16;
    return h > 92 ? h : 92;
}

static int lay_state(struct app *app, enum system_form form, struct rect at)
{
    int x = at.x + PAD + 56, w = at.w - 2 * PAD - 56;
    int now_h = page_text_height(app->page, body, word("k.now"), w),
        holding_h = page_text_height(app->page, quiet, holding(form), w);
    at.h = state_h(app, form, at.w);
    int y = at.y + (at.h - now_h - holding_h) / 2;
    page_card(app->page, at, CARD_PLAIN);
    page_icon(app->page, (struct rect){at.x + PAD + 4, at.y + (at.h - 32) / 2, 32, 32}, ICON_LOCK, INK_SOFT);
    page_text(app->page, (struct rect){x, y, w, now_h}, body, word("k.now"));
    page_text(app->page, (struct rect){x, y + now_h, w, holding_h}, quiet, holding(form));
    return at.h;
}

// ---- one way

static int step_h(struct app *app, const char *key, int w)
{
    return page_text_height(app->page, body, word(key), w - 2 * PAD - NUMBER_W);
}

static void lay_step(struct app *app, const char *key, int number_of_it, struct rect at)
{
    char text[16];
    snprintf(text, sizeof text, "%d", number_of_it);
    page_text(app->page, (struct rect){at.x + PAD, at.y, NUMBER_W, 28}, number, text);
    page_text(app->page, (struct rect){at.x + PAD + NUMBER_W, at.y, at.w - 2 * PAD - NUMBER_W, at.h}, body,
              word(key));
}

// All steps below each other; how high they are.
static int lay_steps(struct app *app, const struct way *way, struct rect at, enum system_form form, bool draw)
{
    const bool installs = form == FORM_PAGE && way->install;
    int y = at.y, count = 0;
    for (int i = installs ? -1 : 0; i < STEPS && (i < 0 || way->steps[i]); i++) {
        const char *key = i < 0 ? way->install : way->steps[i];
        at.h = step_h(app, key, at.w);
        count++;
        if (draw) {
            lay_step(app, key, count, (struct rect){at.x, y, at.w, at.h});
        }
        y += at.h + STEP_GAP;
    }
    return y - at.y - STEP_GAP;
}

static int title_h(struct app *app, const struct way *way, int w)
{
    return page_text_height(app->page, heading, word(way->title), w - 2 * PAD - 46);
}

static int way_h(struct app *app, const struct way *way, int w, const struct ground *ground)
{
    int steps_h = lay_steps(app, way, (struct rect){0, 0, w, 0}, ground->form, false);
    int chip_h = way->system == ground->here ? CHIP_H + 8 : 0;
    return 20 + title_h(app, way, w) + chip_h + 14 + steps_h + PAD;
}

static void lay_way(struct app *app, const struct way *way, struct rect at, const struct ground *ground)
{
    const bool here = way->system == ground->here;
    int y = at.y + 20, h = title_h(app, way, at.w);
    page_card(app->page, at, here ? CARD_CHOSEN : CARD_PLAIN);
    page_icon(app->page, (struct rect){at.x + PAD + 2, y + 2, 28, 28}, ICON_LOCK, TEAL_DEEP);
    page_text(app->page, (struct rect){at.x + PAD + 46, y, at.w - 2 * PAD - 46, h}, heading,
              word(way->title));
    y += h;
    if (here) {
        page_chip(app->page, at.x + PAD, y + 8, CHIP_PLAIN, ICON_CHECK, word("k.this"), true);
        y += CHIP_H + 8;
    }
    lay_steps(app, way, (struct rect){at.x, y + 14, at.w, 0}, ground->form, true);
}

// ---- all ways, this system's first

static const struct way *way_at(int index, enum system here)
{
    int first = 0;
    while (first < WAYS && ways[first].system != here) {
        first++;
    }
    if (first == WAYS) {
        return &ways[index];
    }
    return index == 0 ? &ways[first] : &ways[index - 1 < first ? index - 1 : index];
}

static int highest(struct app *app, int w, const struct ground *ground)
{
    int most = 0;
    for (int i = 0; i < WAYS; i++) {
        int h = way_h(app, &ways[i], w, ground);
        most = h > most ? h : most;
    }
    return most;
}

// Beside each other, all as high as the highest.
static int lay_beside(struct app *app, struct rect at, const struct ground *ground, bool draw)
{
    int w = (at.w - (WAYS - 1) * GAP) / WAYS, h = highest(app, w, ground);
    for (int i = 0; draw && i < WAYS; i++) {
        const struct way *way = way_at(i, ground->here);
        lay_way(app, way, (struct rect){at.x + i * (w + GAP), at.y, w, h}, ground);
    }
    return h;
}

static int lay_below(struct app *app, struct rect at, const struct ground *ground, bool draw)
{
    int y = at.y;
    for (int i = 0; i < WAYS; i++) {
        const struct way *way = way_at(i, ground->here);
        int h = way_h(app, way, at.w, ground);
        if (draw) {
            lay_way(app, way, (struct rect){at.x, y, at.w, h}, ground);
        }
        y += h + GAP + 4;
    }
    return y - at.y - GAP - 4;
}

static int lay_ways(struct app *app, struct rect at, const struct ground *ground, bool draw)
{
    return page_tall(app->page) ? lay_below(app, at, ground, draw) : lay_beside(app, at, ground, draw);
}

// ---- what else helps

static int note_h(struct app *app, int w)
{
    return page_text_height(app->page, body, word("k.note"), w - 2 * PAD - 46) + 2 * 20;
}

static void lay_note(struct app *app, struct rect at)
{
    page_card(app->page, at, CARD_WARM);
    page_icon(app->page, (struct rect){at.x + PAD, at.y + (at.h - 28) / 2, 28, 28}, ICON_INFO, INK_SOFT);
    page_text(app->page, (struct rect){at.x + PAD + 46, at.y + 20, at.w - 2 * PAD - 46, at.h - 2 * 20}, body,
              word("k.note"));
}

void lock_lay_out_on(struct app *app, enum system here, enum system_form form)
{
    const struct ground ground = {here, form};
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    struct rect room = head_lay(app, LOCK_BACK, word("k.title"), word("k.sub"), (struct head_action){0});
    int whole = state_h(app, form, room.w) + GAP + lay_ways(app, room, &ground, false) + GAP + 4 +
                note_h(app, room.w) + MARGIN;
    struct rect view = {room.x - EDGE_ROOM, room.y, room.w + 2 * EDGE_ROOM, room.h};
    page_scroll_begin(app->page, view, whole);
    int y = room.y + lay_state(app, form, room) + GAP;
    y += lay_ways(app, (struct rect){room.x, y, room.w, 0}, &ground, true) + GAP + 4;
    lay_note(app, (struct rect){room.x, y, room.w, note_h(app, room.w)});
    page_scroll_end(app->page);
    page_end(app->page);
}
