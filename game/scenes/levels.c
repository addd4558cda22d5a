// The levels.
#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/head.h"
#include "store/words.h"
#include "ui/page.h"

enum { BACK = 1 };

static void lay_out(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    head_lay(app, BACK, word("lv.title"), NULL, (struct head_action){0});
    page_end(app->page);
}

static void enter(struct app *app)
{
    lay_out(app);
}

static void on_event(struct app *app, const struct event *event)
{
    int id = page_event(app->page, event);
    if (id == BACK || id == PAGE_BACK) {
        app_go(app, &scene_home);
    }
}

static void tick(struct app *app, int dt_ms)
{
    (void)app;
    (void)dt_ms;
}

static void draw(struct app *app)
{
    corner_draw_page(app, lay_out);
}

static void shown(struct app *app)
{
    corner_keep_laid(app, lay_out);
}

static int still_ms(const struct app *app)
{
    return page_still_ms(app->page, app->now_ms);
}

const struct scene scene_levels = {
    .name = "levels",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .draw = draw,
    .shown = shown,
    .still_ms = still_ms,
};
