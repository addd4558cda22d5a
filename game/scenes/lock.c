// How to stay in the game: from Settings, and back to them.
#include "scenes/lock.h"

#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/gate.h"
#include "ui/page.h"

static void lay_out(struct app *app)
{
    lock_lay_out_on(app, system_here(), system_form());
}

static void enter(struct app *app)
{
    gate_returns(app);
    lay_out(app);
}

static void on_event(struct app *app, const struct event *event)
{
    int id = page_event(app->page, event);
    if (id == LOCK_BACK || id == PAGE_BACK) {
        app_go(app, &scene_settings);
    }
}

const struct scene scene_lock = {
    .name = "lock",
    .enter = enter,
    .event = on_event,
    .lay_out = lay_out,
};
