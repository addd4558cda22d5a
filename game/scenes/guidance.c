// Guidance: short cards that open to half a page.
#include "scenes/guidance.h"

#include <stdlib.h>

#include "platform/events.h"
#include "scenes/app.h"

static void enter(struct app *app)
{
    app->guidance = calloc(1, sizeof *app->guidance);
    if (!app->guidance) {
        app_end(app);
        return;
    }
    app->guidance->opened = GUIDANCE_NOTHING;
    guidance_lay_out(app);
}

static void obey(struct app *app, int id)
{
    struct guidance *guidance = app->guidance;
    bool open = guidance->opened != GUIDANCE_NOTHING;
    switch (id) {
    case GUIDANCE_BACK: app_go(app, &scene_home); return;
    case GUIDANCE_DOCTOR: app_go(app, &scene_doctor); return;
    case GUIDANCE_HONEST: guidance->opened = GUIDANCE_STATEMENT; return;
    case GUIDANCE_CLOSE:
    case PAGE_OUTSIDE: guidance->opened = GUIDANCE_NOTHING; return;
    case PAGE_BACK:
        if (!open) {
            app_go(app, &scene_home);
        }
        guidance->opened = GUIDANCE_NOTHING;
        return;
    default: break;
    }
    if (id >= GUIDANCE_CARDS && id < GUIDANCE_CARDS + guidance_count()) {
        guidance->opened = id - GUIDANCE_CARDS;
    }
}

static void on_event(struct app *app, const struct event *event)
{
    if (app->guidance && !app->next_scene) {
        obey(app, page_event(app->page, event));
    }
}

static void leave(struct app *app)
{
    free(app->guidance);
    app->guidance = NULL;
}

const struct scene scene_guidance = {
    .name = "guidance",
    .enter = enter,
    .event = on_event,
    .lay_out = guidance_lay_out,
    .leave = leave,
};
