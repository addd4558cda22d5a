// What holds while a baby watches.
#include "scenes/watched.h"

#include "platform/window.h"
#include "scenes/app.h"
#include "scenes/away.h"
#include "scenes/gate.h"

static const struct scene *scene_below(const struct app *app)
{
    return app->scene == &scene_gate ? gate_behind(app) : app->scene;
}

bool watched(const struct app *app)
{
    return !corner_is(scene_below(app)) || away_waits(app);
}

// A hand has hold of the mouse where somebody reads.
static bool shows_pointer(const struct app *app)
{
    return app->scene == &scene_gate || !watched(app);
}

// The still screen of the end may go dark when the system says so.
static bool stays_on(const struct app *app)
{
    return watched(app) && scene_below(app) != &scene_good_night;
}

void watched_hold(struct app *app)
{
    const bool by_hand = !app->options.virtual_time && !app->replay; // a replay is nobody's lap
    window_lock(app->window, by_hand && watched(app), app->now_ms);
    window_awake(app->window, by_hand && stays_on(app));
    window_pointer(app->window, shows_pointer(app));
}
