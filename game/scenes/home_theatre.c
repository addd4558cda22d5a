// The theatre with Play now on its base: in the time of rest a flat plate, and below it a quiet way round.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/corner_art.h"
#include "scenes/home.h"
#include "store/dates.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    PLATE_H = 78,
    PLATE_LEAST = 283,
    PLAY_AROUND = 108,
    BASE = 22,
    FOOT_GAP = 10,
    QUIET_H = 52,
    SMALL_GAP = 24
};

static const struct look once = {TYPE_CAPTION, false, INK_SOFT, ALIGN_MIDDLE, 0};

// ---- the line below: once a day is plenty; or the way round the rest

// Not offered after two games a day.
static const char *anyway(const struct app *app)
{
    switch (resting_now(app)) {
    case REST_NONE:
    case REST_ENOUGH: break;
    case REST_RESTING: return word("home.anyway");
    case REST_NOT_NOW: return app->resting.rest.games_today < REST_GAMES_A_DAY ? word("home.anyway2") : NULL;
    }
    return NULL;
}

// Its words may take two lines.
static int quiet_height(struct app *app, const char *words, int w)
{
    const struct look look = {TYPE_BODY, true, 0, ALIGN_MIDDLE, 0};
    int h = page_text_height(app->page, look, words, w - 20) + 8;
    return h > QUIET_H ? h : QUIET_H;
}

static int foot_height(struct app *app, int w)
{
    const char *round = anyway(app);
    return FOOT_GAP +
           (round ? quiet_height(app, round, w) : page_text_height(app->page, once, word("home.once"), w));
}

static void lay_foot(struct app *app, struct rect at)
{
    const char *round = anyway(app);
    struct rect below = {at.x, at.y + FOOT_GAP, at.w, at.h - FOOT_GAP};
    if (!round) {
        page_text(app->page, below, once, word("home.once"));
        return;
    }
    int w = page_button_w(app->page, ICON_NONE, round);
    w = w < at.w ? w : at.w;
    page_button(app->page, (struct rect){at.x + (at.w - w) / 2, below.y, w, below.h}, HOME_ANYWAY,
                BUTTON_QUIET, ICON_NONE, round);
}

// ---- the plate

// What it says in a time of rest; false where it plays.
static bool plate_words(const struct app *app, char *out, size_t size)
{
    char when[DATE_SIZE];
    switch (resting_now(app)) {
    case REST_NONE: return false;
    case REST_RESTING:
        date_clock(when, sizeof when, resting_until(app) + 59); // to the minute, and not before
        word_fill(out, size, "home.rest", "h", when, NULL);
        break;
    case REST_ENOUGH: snprintf(out, size, "%s", word("home.rest2")); break;
    case REST_NOT_NOW:
        date_day(when, sizeof when, resting_until(app));
        word_fill(out, size, "home.pause", "d", when, NULL);
        break;
    }
    return true;
}

static void lay_plate(struct app *app, struct rect at)
{
    char text[160];
    if (plate_words(app, text, sizeof text)) {
        page_plate(app->page, at, ICON_MOON, text);
    } else {
        page_button_hero(app->page, at, HOME_PLAY, BUTTON_PLATE, ICON_PLAY, word("home.play"));
    }
}

static int words_w(struct app *app)
{
    char text[160];
    if (plate_words(app, text, sizeof text)) {
        return page_plate_w(app->page, text);
    }
    const struct look hero = {TYPE_HERO, true, 0, ALIGN_START, 1};
    int w = page_text_width(app->page, hero, word("home.play")) + PLAY_AROUND;
    return w > PLATE_LEAST ? w : PLATE_LEAST;
}

// Over the dots of the theatre's base, and wide enough for its words.
static int plate_w(struct app *app, int theatre_w, int room)
{
    int words = words_w(app), w = theatre_w * 4 / 5 > words ? theatre_w * 4 / 5 : words;
    return w < room ? w : room;
}

void home_lay_theatre(struct app *app, struct rect at, bool low)
{
    int foot = foot_height(app, at.w);
    struct rect theatre = corner_theatre_in((struct rect){at.x, at.y, at.w, at.h - foot}, low);
    int w = plate_w(app, theatre.w, at.w);
    page_picture(app->page, theatre, corner_theatre(app, theatre));
    lay_plate(app, (struct rect){theatre.x + (theatre.w - w) / 2, theatre.y + theatre.h - PLATE_H - BASE, w,
                                 PLATE_H});
    lay_foot(app, (struct rect){at.x, theatre.y + theatre.h, at.w, foot});
}

void home_lay_small_theatre(struct app *app, struct rect at)
{
    struct rect theatre = {at.x, at.y, at.h * THEATRE_W / THEATRE_H, at.h};
    struct rect side = {at.x + theatre.w + SMALL_GAP, at.y, at.w - theatre.w - SMALL_GAP, at.h};
    int foot = foot_height(app, side.w), y = side.y + (side.h - PLATE_H - foot) / 2;
    page_picture(app->page, theatre, corner_theatre(app, theatre));
    lay_plate(app, (struct rect){side.x, y, side.w, PLATE_H});
    lay_foot(app, (struct rect){side.x, y + PLATE_H, side.w, foot});
}
