// What is said aside to the grown-up.
#include "scenes/aside.h"

#include <stdio.h>
#include <string.h>

#include "platform/canvas.h"
#include "scenes/app.h"
#include "scenes/aside_words.h"
#include "store/words.h"
#include "ui/gate.h"
#include "ui/page.h"

enum {
    MARK_W = 17,
    MARK_H = 24,
    MARK_AT = 32,    // its middle from the edges
    MARK_ALPHA = 25, // 1.2 : 1 on the wall, 1.4 : 1 on the floor: below an infant’s interest
    RING_AT = 92,
    RING_R = 78,
    LIT_R = 40,
    PILL_TOP = 22,
    PILL_TOP_TALL = 184, // below the rings
    SAY_TOP = 40,
    DIM_FOOT = 28,   // above the rounds' dots
    STILL_FOOT = 30, // above them too
    STILL_FOOT_TALL = 84,
    SHORT_SIDE = 800,
    FRAME_MS = 16,
};

static const struct look pill_look = {TYPE_BODY, true, 0, ALIGN_MIDDLE, 0};
static const struct look say_look = {TYPE_HEADING, false, 0, ALIGN_MIDDLE, 0};
static const struct look still_look = {TYPE_HEADING, true, 0, ALIGN_MIDDLE, 0};

const char *aside_name(const struct app *app)
{
    static const char *const keys[] = {"friend.ball",     "friend.bear",     "friend.cat",  "friend.duck",
                                       "friend.elephant", "friend.hedgehog", "friend.moon", "friend.penguin",
                                       "friend.puppy",    "friend.rabbit"};
    const struct play *play = &app->play;
    const char *who = today_who(&play->today, play->cast_round);
    for (size_t i = 0; i < sizeof keys / sizeof *keys && !today_is_person(&play->today, play->cast_round);
         i++) {
        if (strcmp(keys[i] + sizeof "friend." - 1, who) == 0) {
            return word(keys[i]);
        }
    }
    return who;
}

void aside_free(struct aside *aside)
{
    sprite_free(aside->mark);
    *aside = (struct aside){0};
}

void aside_enter(struct app *app)
{
    if (app->page) {
        page_enter(app->page);
    }
}

// ---- the marks

static void make_mark(struct aside *aside, int h_px)
{
    static const char svg[] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 17 24\"><circle cx=\"8.5\" cy=\"8.5\" "
        "r=\"8.5\" fill=\"#2A1A2E\"/><path d=\"M5.5 12H11.5L14 24H3Z\" fill=\"#2A1A2E\"/></svg>";
    if (aside->mark_px != h_px) {
        sprite_free(aside->mark);
        aside->mark = sprite_from_svg(svg, sizeof svg - 1, h_px * MARK_W / MARK_H, h_px);
        aside->mark_px = h_px;
    }
}

static void draw_mark(const struct app *app, int x, int y)
{
    const struct sprite *mark = app->aside.mark;
    canvas_draw(app->canvas, mark,
                &(struct matrix){.a = 1,
                                 .d = 1,
                                 .e = (float)(x - sprite_width(mark) / 2),
                                 .f = (float)(y - sprite_height(mark) / 2)},
                MARK_ALPHA, NULL);
}

static void draw_marks(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    int side = w < h ? w : h, at = MARK_AT * side / SHORT_SIDE;
    make_mark(&app->aside, MARK_H * side / SHORT_SIDE);
    if (app->aside.mark) {
        struct rect safe = app->safe;
        draw_mark(app, safe.x + at, safe.y + at);
        draw_mark(app, safe.x + safe.w - at, safe.y + safe.h - at);
    }
}

// ---- rings and words

// The corner that is wanted next is lit.
static void lay_wanted(struct page *page, int x, int y, const char *seconds)
{
    page_ring(page, x, y, RING_R, 0, NULL);
    page_disc(page, x, y, LIT_R, 0xFFEFC7);
    page_text_middle(page, (struct rect){x - LIT_R, y - LIT_R, 2 * LIT_R, 2 * LIT_R},
                     (struct look){TYPE_DISPLAY, true, 0, ALIGN_MIDDLE, 1}, seconds);
}

static void lay_ring_at(struct app *app, const struct gate *gate, int hold, int x, int y)
{
    char text[16] = "";
    const float ring = gate_ring(gate, hold);
    int seconds = gate_ring_seconds(gate, hold);
    if (seconds > 0) {
        snprintf(text, sizeof text, "%d", seconds);
    }
    if (ring == 0) {
        lay_wanted(app->page, x, y, text);
    } else {
        page_ring(app->page, x, y, RING_R, ring, text);
    }
}

static void lay_ring(struct app *app, const struct gate *gate, int hold)
{
    struct page *page = app->page;
    bool left = hold == 0 || hold == 3, top = hold < 2;
    if (gate_ring(gate, hold) < 0) {
        return;
    }
    if (hold == GATE_ESCAPE) {
        lay_ring_at(app, gate, hold, page_w(page) / 2, page_h(page) / 2);
    } else {
        lay_ring_at(app, gate, hold, left ? RING_AT : page_w(page) - RING_AT,
                    top ? RING_AT : page_h(page) - RING_AT);
    }
}

void aside_lay_gate(struct app *app, const struct gate *gate)
{
    static const char *const keys[] = {NULL, "gate.hold", "gate.second"};
    for (int i = 0; i < GATE_HOLDS; i++) {
        lay_ring(app, gate, i);
    }
    if (keys[gate_says(gate)]) {
        page_pill(app->page, page_tall(app->page) ? PILL_TOP_TALL : PILL_TOP, pill_look,
                  word(keys[gate_says(gate)]));
    }
}

static void lay_still(struct page *page, const char *text)
{
    int w = page_w(page) - 96, h = page_text_height(page, still_look, text, w);
    int foot = page_tall(page) ? STILL_FOOT_TALL : STILL_FOOT;
    page_text(page, (struct rect){48, page_h(page) - foot - h, w, h}, still_look, text);
}

static void lay_words(struct app *app, const struct aside_words *words)
{
    struct page *page = app->page;
    page_fade(page, words->alpha);
    switch (words->place) {
    case ASIDE_BELOW: page_dim(page, page_h(page) - DIM_FOOT, words->text); break;
    case ASIDE_ABOVE: page_pill(page, SAY_TOP, say_look, words->text); break;
    case ASIDE_STILL: lay_still(page, words->text); break;
    }
    page_fade(page, 255);
}

static bool card_is_open(const struct app *app)
{
    return app->scene == &scene_play && app->play.pause.open;
}

void aside_lay_out(struct app *app)
{
    struct aside_words words;
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    if (aside_words(app, &words)) {
        lay_words(app, &words);
    }
    if (card_is_open(app)) {
        pause_lay_out(app);
    }
    aside_lay_gate(app, &app->touches.gate);
    page_end(app->page);
}

static bool speaks(const struct app *app)
{
    struct aside_words words;
    return gate_shows(&app->touches.gate) || card_is_open(app) || aside_words(app, &words);
}

// ---- hooks

void aside_draw(struct app *app)
{
    draw_marks(app);
    if (speaks(app) && corner_page(app)) {
        corner_draw_page(app, aside_lay_out);
    }
}

void aside_shown(struct app *app)
{
    if (card_is_open(app) && app->page) {
        corner_keep_laid(app, aside_lay_out);
    }
}

int aside_still_ms(const struct app *app, int still_ms)
{
    struct aside_words words;
    bool moves = gate_shows(&app->touches.gate) || (aside_words(app, &words) && words.moves);
    still_ms = pause_still_ms(app, still_ms);
    return moves && still_ms > FRAME_MS ? FRAME_MS : still_ms;
}
