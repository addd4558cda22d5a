// Before a real goodbye (mock-up 06a): the stairs and today's step, who goes and who stays, whether it is a
// good moment.
#include <stdio.h>

#include "core/least.h"
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
    STAIRS_LEAST = 240,
    COLUMNS_LEAST = 130,
    STAIRS_TALL = 396,
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

static void text(struct app *app, struct rect at, struct look look, const char *words, bool draw)
{
    if (draw) {
        page_text(app->page, at, look, words);
    }
}

// The rule, or what is offered: at the end of the heading's line where both fit, else below. Returns its
// bottom.
static int lay_why(struct app *app, struct rect at, int next_w, int next_h, const struct offer *offer,
                   bool draw)
{
    int why_w = page_text_width(app->page, caption, offer->why) + 2;
    int why_h = page_text_height(app->page, caption, offer->why, at.w);
    if (!offer->id && next_w + GAP + why_w <= at.w) {
        text(app, (struct rect){at.x + at.w - why_w, at.y + 4, why_w, why_h}, caption, offer->why, draw);
        return at.y + next_h;
    }
    text(app, (struct rect){at.x, at.y + next_h, at.w, why_h}, caption, offer->why, draw);
    return at.y + next_h + why_h;
}

// Heading, rule and, beside or below them, the step that is offered. Returns the bottom.
static int lay_next(struct app *app, struct rect at, bool draw)
{
    struct page *page = app->page;
    const struct offer offer = offer_now(app->away);
    char time[32], next[160];
    away_time(time, sizeof time, parting_seconds(away_stand(app->away).step));
    word_fill(next, sizeof next, "aw.step", "s", time, NULL);
    int button_w = offer.id ? page_button_w(page, ICON_NONE, offer.label) : 0;
    bool beside = button_w > 0 && button_w + 200 <= at.w;
    struct rect words = {at.x, at.y, at.w - (beside ? button_w + GAP : 0), 0};
    words.h = page_text_height(page, heading, next, words.w);
    text(app, words, heading, next, draw);
    int bottom = lay_why(app, words, page_text_width(page, heading, next), words.h, &offer, draw);
    if (!offer.id) {
        return bottom;
    }
    int y = beside ? at.y - 4 : bottom + 8;
    if (draw) {
        page_button(page, (struct rect){at.x + at.w - button_w, y, button_w, BUTTON_H}, offer.id,
                    BUTTON_SECOND, ICON_NONE, offer.label);
    }
    return bottom > y + BUTTON_H ? bottom : y + BUTTON_H;
}

// The lowest that the card may be: its words, and columns that their labels fit above.
static int stairs_least(struct app *app, int w)
{
    int words = lay_next(app, (struct rect){0, 16, w - 2 * PAD, 0}, false);
    return greater(STAIRS_LEAST, words + 8 + COLUMNS_LEAST + GAP);
}

static void lay_stairs(struct app *app, struct rect at)
{
    page_card(app->page, at, CARD_PLAIN);
    int top = lay_next(app, (struct rect){at.x + PAD, at.y + 16, at.w - 2 * PAD, 0}, true) + 8;
    lay_columns(app, (struct rect){at.x + PAD, top, at.w - 2 * PAD, at.y + at.h - GAP - top});
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

static void lay_wide(struct app *app, struct rect room)
{
    int left = room.w * 49 / 100, right = room.w - left - GAP;
    int low = greater(away_lay_who(app, (struct rect){0, 0, left, 0}, false),
                      lay_moment(app, (struct rect){0, 0, right, 0}, false));
    int stairs = greater(stairs_least(app, room.w), room.h - low - GAP - FOOT), y = room.y + stairs + GAP;
    page_scroll_begin(app->page, room, stairs + GAP + low + FOOT);
    lay_stairs(app, (struct rect){room.x, room.y, room.w, stairs});
    low = greater(low, room.y + room.h - FOOT - y);
    away_lay_who(app, (struct rect){room.x, y, left, low}, true);
    lay_moment(app, (struct rect){room.x + left + GAP, y, right, low}, true);
    page_scroll_end(app->page);
}

static void lay_tall(struct app *app, struct rect room)
{
    int who = away_lay_who(app, (struct rect){0, 0, room.w, 0}, false),
        moment = lay_moment(app, (struct rect){0, 0, room.w, 0}, false);
    int rest = room.h - who - moment - 2 * GAP - FOOT;
    int stairs = rest > STAIRS_TALL ? STAIRS_TALL + (rest - STAIRS_TALL) / 2
                                    : greater(stairs_least(app, room.w), rest);
    int y = room.y;
    moment = greater(moment, room.h - stairs - who - 2 * GAP - FOOT);
    page_scroll_begin(app->page, room, stairs + who + moment + 2 * GAP + FOOT);
    lay_stairs(app, (struct rect){room.x, y, room.w, stairs});
    y += stairs + GAP;
    away_lay_who(app, (struct rect){room.x, y, room.w, who}, true);
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
