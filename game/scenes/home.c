// Home: play now, who plays today, today's plan, and the way to the other screens.
#include "scenes/home.h"

#include <stdlib.h>

#include "platform/canvas.h"
#include "platform/events.h"
#include "scenes/app.h"
#include "store/words.h"
#include "ui/page.h"

static void enter(struct app *app)
{
    app->home = calloc(1, sizeof *app->home);
    if (!app->home) {
        app_end(app);
        return;
    }
    play_prepare(app); // so that Play now begins at once
    home_lay_out(app);
}

static void choose(struct app *app, int64_t id)
{
    if (caregiver_choose(app->family, id)) {
        app->people.today = id;
        play_prepare(app); // with that voice and face
    } else {
        page_toast(app->page, word("r.full"), false, app->now_ms);
    }
}

static void obey(struct app *app, int id)
{
    switch (id) {
    case HOME_PLAY: app_go(app, &scene_play); return;
    case HOME_VOICES:
    case HOME_FIRST: app_go(app, &scene_voices); return;
    case HOME_BEAR: choose(app, 0); return;
    default: break;
    }
    if (id >= HOME_PEOPLE && id - HOME_PEOPLE < app->people.count) {
        choose(app, app->people.list[id - HOME_PEOPLE].id);
    }
}

static void on_event(struct app *app, const struct event *event)
{
    if (app->home && !app->next_scene) {
        obey(app, page_event(app->page, event));
    }
}

static void tick(struct app *app, int dt_ms)
{
    (void)app;
    (void)dt_ms;
}

static void draw(struct app *app)
{
    if (app->home) {
        corner_draw_page(app, home_lay_out);
    }
}

static void shown(struct app *app)
{
    if (app->home) {
        corner_keep_laid(app, home_lay_out);
    }
}

static int still_ms(const struct app *app)
{
    return page_still_ms(app->page, app->now_ms);
}

static void leave(struct app *app)
{
    if (app->home) {
        free(app->home);
        app->home = NULL;
    }
}

const struct scene scene_home = {
    .name = "home",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .draw = draw,
    .shown = shown,
    .still_ms = still_ms,
    .leave = leave,
};
