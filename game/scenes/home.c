// Home: play now, who plays today, today's plan, and the way to the other screens.
#include "scenes/home.h"

#include <stdlib.h>

#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/honest.h"
#include "store/words.h"
#include "ui/page.h"

// The honest page comes before anything else, also where the corner closed on it; but who asks for a screen
// by name gets it.
static bool goes_first(struct app *app)
{
    if (!app->options.screen && first_is_due(app)) {
        app_go(app, &scene_first);
        return true;
    }
    return false;
}

static void enter(struct app *app)
{
    if (goes_first(app)) {
        return;
    }
    app->home = calloc(1, sizeof *app->home);
    if (!app->home) {
        app_end(app);
        return;
    }
    app->shortest = false;
    play_prepare(app); // so that Play now begins at once
    home_load(app);
    home_lay_out(app);
}

static void choose(struct app *app, int64_t id)
{
    if (caregiver_choose(app->family, id)) {
        app->people.today = id;
        play_prepare(app); // with that voice and face
        home_load(app);
    } else {
        page_toast(app->page, word("r.full"), false, app->now_ms);
    }
}

// After three fussy games only the shortest level is offered.
static void play_anyway(struct app *app)
{
    app->shortest = resting_now(app) == REST_NOT_NOW;
    app_go(app, &scene_play);
}

static const struct scene *tile(int id)
{
    switch (id) {
    case HOME_VOICES:
    case HOME_ADD:
    case HOME_FIRST: return &scene_voices;
    case HOME_LEVEL:
    case HOME_LEVELS: return &scene_levels;
    case HOME_PROGRESS: return &scene_progress;
    case HOME_AWAY: return &scene_away;
    case HOME_SETTINGS: return &scene_settings;
    case HOME_YOU: return &scene_guidance;
    default: return NULL;
    }
}

static void obey(struct app *app, int id)
{
    switch (id) {
    case HOME_PLAY: app_go(app, &scene_play); return;
    case HOME_ANYWAY: play_anyway(app); return;
    case HOME_BEAR: choose(app, 0); return;
    case HOME_CALM: home_mark(app, MARK_CALM); return;
    case HOME_FUSSY: home_mark(app, MARK_FUSSY); return;
    case HOME_SKIP: home_mark(app, MARK_HIDE); return;
    case HOME_SLIP: home_mark(app, MARK_SLIP); return;
    case PAGE_UNDO: home_take_back(app); return;
    default: break;
    }
    if (id >= HOME_PEOPLE && id - HOME_PEOPLE < app->people.count) {
        choose(app, app->people.list[id - HOME_PEOPLE].id);
    } else if (tile(id)) {
        app_go(app, tile(id));
    }
}

static void on_event(struct app *app, const struct event *event)
{
    if (app->home && !app->next_scene) {
        obey(app, page_event(app->page, event));
    }
}

// At midnight, and where the calendar was set, what was yesterday is another day.
static void tick(struct app *app, int dt_ms)
{
    (void)dt_ms;
    int64_t now = app_utc(app);
    if (app->home && !app->next_scene && (now < app->home->day_begins || now >= app->home->day_ends)) {
        play_prepare(app);
        home_load(app);
    }
}

// The rest may end while home is looked at.
static int still_ms(const struct app *app)
{
    int still = page_still_ms(app->page, app->now_ms);
    int64_t left_s = resting_now(app) == REST_NONE ? 0 : resting_until(app) - app_utc(app);
    return left_s > 0 && left_s * 1000 < still ? (int)left_s * 1000 : still;
}

static void leave(struct app *app)
{
    free(app->home);
    app->home = NULL;
}

const struct scene scene_home = {
    .name = "home",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .lay_out = home_lay_out,
    .still_ms = still_ms,
    .leave = leave,
};
