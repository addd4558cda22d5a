// Saying goodbye (mock-up 06b): the ritual in four steps, the voices that may be part of it, and what the
// tablet may do meanwhile. Nothing plays by itself.
#include <stdio.h>

#include "core/least.h"
#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "scenes/head.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    STEPS = 4,
    GAP = 18,
    PAD = 22,
    SIDE = NUMBER_SIDE + 18, // of a step's card, before its text
    STEP_LEAST = 110,
    STEP_MOST = 186,
    STEP_TALL = 150,
    HERO_H = 92,
    FOOT = 28,
    INFO = 36,
    TOGGLE_LEAST = 84,
    CHOICES_BESIDE = 1100,
    TOGGLE_ASIDE = 156, // of a toggle's row, that is not its words
};

static const struct look step_look = {TYPE_HEADING, false, 0, ALIGN_START, 0},
                         hint_look = {TYPE_BODY, false, 0, ALIGN_START, 0};

// ---- the four steps

struct step {
    char text[400];
    int hear; // a voice that may be heard here; 0: none
    char name[240];
};

static void add_voice(struct step *step, int id, const struct voice_clips *clips, enum moment moment)
{
    if (away_has_voice(clips, moment)) {
        step->hear = id;
        word_fill(step->name, sizeof step->name, "aw.hear", "n", clips->name, NULL);
    }
}

static struct step step_at(struct app *app, int index)
{
    static const char *const keys[STEPS] = {"lv1", "lv2", NULL, "lv4"};
    const struct away *away = app->away;
    struct step step = {.hear = 0};
    if (keys[index]) {
        snprintf(step.text, sizeof step.text, "%s", word(keys[index]));
    } else {
        away_words(app, step.text, sizeof step.text, "lv3", away->stays, 0);
    }
    switch (index) {
    case 1: add_voice(&step, AWAY_HEAR_GOES, &away->goes_clips, MOMENT_GOODBYE); break;
    case 2: add_voice(&step, AWAY_HEAR_HELLO, &away->stays_clips, MOMENT_HELLO); break;
    case 3: add_voice(&step, AWAY_HEAR_BYE, &away->stays_clips, MOMENT_GOODBYE); break;
    default: break;
    }
    return step;
}

static int text_w(const struct step *step, int w)
{
    return w - 2 * PAD - SIDE - (step->hear ? ROUND_BUTTON + 16 : 0);
}

static int step_h(struct app *app, int w)
{
    int most = STEP_LEAST;
    for (int i = 0; i < STEPS; i++) {
        const struct step step = step_at(app, i);
        int h = page_text_height(app->page, step_look, step.text, text_w(&step, w)) + 32;
        most = h > most ? h : most;
    }
    return most;
}

static void lay_step(struct app *app, int index, struct rect at)
{
    const struct step step = step_at(app, index);
    page_card(app->page, at, CARD_PLAIN);
    page_number(app->page, at.x + PAD + 4, at.y + (at.h - NUMBER_SIDE) / 2, index + 1);
    page_text_middle(app->page, (struct rect){at.x + PAD + 4 + SIDE, at.y, text_w(&step, at.w), at.h},
                     step_look, step.text);
    if (step.hear) {
        page_round(app->page, at.x + at.w - PAD - ROUND_BUTTON, at.y + (at.h - ROUND_BUTTON) / 2, step.hear,
                   ROUND_PLAY, ICON_PLAY, step.name);
    }
}

// ---- what is normal

static int lay_hint(struct app *app, struct rect at, bool draw)
{
    char text[600];
    away_words(app, text, sizeof text, "aw.cry", app->away->stays, 0);
    int w = at.w - 3 * PAD - INFO, h = page_text_height(app->page, hint_look, text, w) + 36;
    if (draw) {
        page_card(app->page, (struct rect){at.x, at.y, at.w, h}, CARD_WARM);
        page_icon(app->page, (struct rect){at.x + PAD + 4, at.y + (h - 30) / 2, 30, 30}, ICON_INFO, INK_SOFT);
        page_text_middle(app->page, (struct rect){at.x + PAD + INFO + 14, at.y, w, h}, hint_look, text);
    }
    return h;
}

// ---- what the tablet may do meanwhile

struct choice {
    int id;
    bool on;
    const char *label, *caption;
};

static int choices(const struct app *app, struct choice out[2])
{
    const struct away *away = app->away;
    out[0] = (struct choice){AWAY_PHOTO_OFF, away->photo_off, word("aw.photo.off"), word("aw.photo.off.sub")};
    out[1] = (struct choice){AWAY_VOICE_ON, away->voice_on, word("aw.voice"), word("aw.voice.sub")};
    return away_has_voice(&away->goes_clips, MOMENT_AWAY) ? 2 : 1;
}

static int choice_h(struct app *app, const struct choice *choice, int w)
{
    const struct look label = {TYPE_BODY, true, 0, ALIGN_START, 2},
                      caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 2};
    int h = page_text_height(app->page, label, choice->label, w - TOGGLE_ASIDE) +
            page_text_height(app->page, caption, choice->caption, w - TOGGLE_ASIDE) + 24;
    return h > TOGGLE_LEAST ? h : TOGGLE_LEAST;
}

static int lay_choices(struct app *app, struct rect at, bool draw)
{
    struct choice all[2];
    int count = choices(app, all), columns = page_tall(app->page) || at.w < CHOICES_BESIDE ? 1 : count;
    int w = (at.w - (columns - 1) * GAP) / columns, h = choice_h(app, &all[0], w);
    int other = count > 1 ? choice_h(app, &all[1], w) : 0;
    h = other > h ? other : h;
    for (int i = 0; draw && i < count; i++) {
        struct rect cell = {at.x + i % columns * (w + GAP), at.y + i / columns * (h + GAP), w, h};
        page_card(app->page, cell, CARD_PLAIN);
        page_toggle(app->page, cell, all[i].id, all[i].on, all[i].label, all[i].caption);
    }
    int rows = (count + columns - 1) / columns;
    return rows * (h + GAP) - GAP;
}

// ---- the whole

static int lay_chime(struct app *app, struct rect at, bool draw)
{
    const struct look look = {TYPE_CAPTION, false, INK_SOFT, ALIGN_MIDDLE, 0};
    int h = page_text_height(app->page, look, word("aw.chime"), at.w);
    if (draw) {
        page_text(app->page, (struct rect){at.x, at.y, at.w, h}, look, word("aw.chime"));
    }
    return h;
}

static void lay_all(struct app *app, struct rect view)
{
    int columns = page_tall(app->page) ? 1 : 2, rows = STEPS / columns;
    int w = (view.w - (columns - 1) * GAP) / columns, least = step_h(app, w);
    int below =
        lay_hint(app, view, false) + GAP + lay_choices(app, view, false) + 14 + lay_chime(app, view, false);
    int spare = (view.h - below - rows * GAP) / rows, most = columns == 1 ? STEP_TALL : STEP_MOST;
    int h = between(spare, least, most > least ? most : least), y = view.y;
    page_scroll_begin(app->page, view, rows * (h + GAP) + below);
    for (int i = 0; i < STEPS; i++) {
        lay_step(app, i, (struct rect){view.x + i % columns * (w + GAP), y + i / columns * (h + GAP), w, h});
    }
    y += rows * (h + GAP);
    y += lay_hint(app, (struct rect){view.x, y, view.w, 0}, true) + GAP;
    y += lay_choices(app, (struct rect){view.x, y, view.w, 0}, true) + 14;
    lay_chime(app, (struct rect){view.x, y, view.w, 0}, true);
    page_scroll_end(app->page);
}

void away_lay_leaving(struct app *app)
{
    int w, h;
    char sub[320];
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    away_words(app, sub, sizeof sub, "aw.leave.sub", app->away->stays,
               parting_seconds(away_stand(app->away).step));
    struct rect room = head_lay(app, AWAY_BACK, word("aw.leave"), sub, (struct head_action){0});
    room.h -= FOOT + HERO_H + 16;
    lay_all(app, room);
    page_button_hero(app->page, (struct rect){room.x, page_h(app->page) - FOOT - HERO_H, room.w, HERO_H},
                     AWAY_GO, BUTTON_MAIN, ICON_DOOR, word("aw.go"));
    page_end(app->page);
}
