// Away for real: the guided goodbye of science/README.md 1.5, from the step to the reunion. The game teaches;
// the real thing happens without it, so the tablet may lie aside from goodbye to hello.
#include "scenes/away.h"

#include <stdlib.h>

#include "core/least.h"
#include "platform/events.h"
#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "scenes/gate.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    FADE_MS = 600,              // to and from what a baby sees
    FORGOTTEN_MS = 3600 * 1000, // nobody came back to the tablet
    REUNION_MS = 600 * 1000,    // "later: how was it?"
    GREET_AFTER_MS = 700,       // sound never comes before its picture
};

// ---- life

void away_free(struct away *away)
{
    if (away) {
        away_free_picture(&away->picture);
        voice_clips_free(&away->goes_clips);
        voice_clips_free(&away->stays_clips);
        free(away);
    }
}

static void lay_out(struct app *app)
{
    switch (app->away->part) {
    case AWAY_CHOOSING: away_lay_choosing(app); return;
    case AWAY_LEAVING: away_lay_leaving(app); return;
    case AWAY_WAITING: away_lay_waiting(app); return;
    case AWAY_REUNION: away_lay_reunion(app); return;
    }
}

static void enter(struct app *app)
{
    if (!gate_returns(app) || !app->away) {
        away_free(app->away);
        app->away = calloc(1, sizeof *app->away);
        if (!app->away) {
            app_end(app);
            return;
        }
        away_load(app);
    }
    lay_out(app);
}

static void leave(struct app *app)
{
    if (app->next_scene != &scene_gate) { // from there it may go on
        away_hush(app);
        away_free(app->away);
        app->away = NULL;
    }
}

bool away_waits(const struct app *app)
{
    return app->away && app->away->part == AWAY_WAITING;
}

bool away_busy(const struct app *app)
{
    const struct away *away = app->away;
    if (app->scene != &scene_away || !away) {
        return false;
    }
    if (away->part == AWAY_WAITING) {
        return app->now_ms - away->wait.began_ms < away->wait.length_ms + FORGOTTEN_MS;
    }
    return away->part == AWAY_REUNION && app->now_ms - away->back_ms < REUNION_MS;
}

// ---- from part to part

static bool is_picture(enum away_part part)
{
    return part == AWAY_WAITING || part == AWAY_REUNION;
}

void away_go(struct app *app, enum away_part part)
{
    struct away *away = app->away;
    corner_fade(app, is_picture(part) || is_picture(away->part) ? FADE_MS : CORNER_FADE_MS);
    away->part = part;
    if (part == AWAY_WAITING) {
        away_wait_start(app);
        away_chime(app, "real_bye_1", "goodbye");
    } else if (part == AWAY_REUNION) {
        away->back_ms = app->now_ms;
        away_sway(app);
    }
    page_enter(app->page);
    lay_out(app);
}

static void greet(struct app *app)
{
    struct away *away = app->away;
    if (away->greeted || app->now_ms - away->back_ms < GREET_AFTER_MS) {
        return;
    }
    away->greeted = true;
    if (!away_say(app, &away->goes_clips, MOMENT_RETURN, INT32_MAX, MIXER_VOLUME_MAX)) {
        away_chime(app, "real_back_1", "return");
    }
}

// ---- what presses do

static void shorter(struct app *app)
{
    int step = away_stand(app->away).step;
    if (step == 0) {
        page_toast(app->page, word("aw.shortest"), false, app->now_ms);
    } else {
        away_wish(app, step - 1);
    }
}

static void start(struct app *app)
{
    if (app->away->stays == STAYS_UNKNOWN) {
        page_toast(app->page, word("aw.noperson"), false, app->now_ms);
    } else {
        away_go(app, AWAY_LEAVING);
    }
}

static void choose(struct app *app, int id)
{
    const struct people *people = &app->people;
    int goes = id - AWAY_GOES, stays = id - AWAY_STAYS;
    if (stays >= 0 && stays < people->count) {
        away_choose_stays(app, people->list[stays].id);
    } else if (goes >= 0 && goes < people->count) {
        away_choose_goes(app, people->list[goes].id);
    }
}

static void obey_choosing(struct app *app, int id)
{
    switch (id) {
    case PAGE_BACK:
    case AWAY_BACK: app_go(app, &scene_home); return;
    case PAGE_UNDO: away_take_back(app); return;
    case AWAY_SHORTER: shorter(app); return;
    case AWAY_LONGER: away_wish(app, app->away->stand.step + 1); return;
    case AWAY_AS_BEFORE: away_wish(app, -1); return;
    case AWAY_OTHER: away_choose_stays(app, STAYS_SOMEONE); return;
    case AWAY_ADD: app_go(app, &scene_voices); return;
    case AWAY_START: start(app); return;
    default: choose(app, id); return;
    }
}

static void hear(struct app *app, struct voice_clips *clips, enum moment moment)
{
    away_say(app, clips, moment, INT32_MAX, MIXER_VOLUME_MAX);
}

static void obey_leaving(struct app *app, int id)
{
    struct away *away = app->away;
    switch (id) {
    case PAGE_BACK:
    case AWAY_BACK:
        away_hush(app);
        away_go(app, AWAY_CHOOSING);
        return;
    case AWAY_HEAR_GOES: hear(app, &away->goes_clips, MOMENT_GOODBYE); return;
    case AWAY_HEAR_HELLO: hear(app, &away->stays_clips, MOMENT_HELLO); return;
    case AWAY_HEAR_BYE: hear(app, &away->stays_clips, MOMENT_GOODBYE); return;
    case AWAY_PHOTO_OFF:
    case AWAY_VOICE_ON: away_switch(app, id); return;
    case AWAY_GO: away_go(app, AWAY_WAITING); return;
    default: return;
    }
}

static void obey_reunion(struct app *app, int id)
{
    switch (id) {
    case AWAY_EASY:
    case AWAY_SHORT_CRY:
    case AWAY_HARD:
        away_go(app, AWAY_CHOOSING);
        away_note(app, id == AWAY_EASY ? PARTING_EASY : id == AWAY_HARD ? PARTING_HARD : PARTING_SHORT_CRY);
        return;
    case PAGE_BACK:
    case AWAY_SKIP: away_go(app, AWAY_CHOOSING); return;
    default: return;
    }
}

// ---- hooks

static void on_event(struct app *app, const struct event *event)
{
    struct away *away = app->away;
    if (!away || (app->next_scene && event->kind != EVENT_HIDE && event->kind != EVENT_SHOW)) {
        return;
    }
    if (event->kind == EVENT_HIDE) {
        mixer_volume(app->mixer, MIXER_VOICE, 0, MIXER_REPLACE_MS);
    }
    switch (away->part) {
    case AWAY_CHOOSING: obey_choosing(app, page_event(app->page, event)); return;
    case AWAY_LEAVING: obey_leaving(app, page_event(app->page, event)); return;
    case AWAY_WAITING: away_wait_event(app, event); return;
    case AWAY_REUNION: obey_reunion(app, page_event(app->page, event)); return;
    }
}

static void tick(struct app *app, int dt_ms)
{
    (void)dt_ms;
    if (!app->away || app->next_scene) {
        return;
    }
    if (app->away->part == AWAY_WAITING) {
        away_wait_tick(app);
    } else if (app->away->part == AWAY_REUNION) {
        greet(app);
    }
}

static void draw(struct app *app)
{
    if (!app->away) {
        return;
    }
    if (is_picture(app->away->part)) {
        lay_out(app); // the window may have another shape than in the last frame
        away_draw_picture(app);
    }
    corner_draw_page(app, lay_out);
}

static void shown(struct app *app)
{
    if (app->away) {
        corner_keep_laid(app, lay_out);
    }
}

static int still_ms(const struct app *app)
{
    const struct away *away = app->away;
    int still = page_still_ms(app->page, app->now_ms);
    if (!away || !is_picture(away->part)) {
        return still;
    }
    still = lesser(still, away_picture_still_ms(app));
    if (away->part == AWAY_WAITING) {
        return lesser(still, away_wait_still_ms(app));
    }
    return away->greeted ? still : lesser(still, GREET_AFTER_MS);
}

const struct scene scene_away = {
    .name = "away",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .draw = draw,
    .shown = shown,
    .still_ms = still_ms,
    .leave = leave,
};
