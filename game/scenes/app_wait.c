// How long the loop sleeps between two frames.
#include "core/least.h"
#include "platform/canvas.h"
#include "platform/clock.h"
#include "platform/loader.h"
#include "platform/loop.h"
#include "platform/replay.h"
#include "scenes/app.h"
#include "scenes/app_inside.h"

enum {
    STIRRED_MS = 2000,      // for so long after an event nobody sleeps longer than APP_WAIT_STIRRED_MS,
    WAIT_PLAY_MS = 500,     // later in play no longer than this,
    WAIT_CORNER_MS = 10000, // and on a page that is at rest than this
};

bool app_is_quiet(const struct app *app)
{
    return loop_keeps_picture() && corner_is(app->scene) && app->now_ms < app->quiet_ms &&
           !canvas_is_lost(app->canvas);
}

static int until(int at_ms, int now_ms)
{
    return at_ms > now_ms ? at_ms - now_ms : 0;
}

static int longest_wait_ms(const struct app *app)
{
    if (app->next_scene || app->now_ms - app->heard_ms < STIRRED_MS) {
        return APP_WAIT_STIRRED_MS;
    }
    return corner_is(app->scene) ? WAIT_CORNER_MS : WAIT_PLAY_MS;
}

// What is loaded meanwhile shows in the next frame, also what came while this one was drawn.
static bool loads(const struct app *app)
{
    const bool loads = loader_to_come(app->loader) > 0;
    loader_poll(app->loader);
    return loads;
}

void app_wait(struct app *app)
{
    if (app->options.virtual_time) {
        return;
    }
    int still_ms = app->hidden ? WAIT_PLAY_MS : corner_still_ms(app, scene_still_ms(app));
    if (loads(app)) {
        still_ms = 0;
    }
    app->quiet_ms =
        app_is_quiet(app) ? lesser(app->quiet_ms, app->now_ms + still_ms) : app->now_ms + still_ms;
    if (app->replay && replay_next_ms(app->replay) >= 0) {
        still_ms = lesser(still_ms, until(replay_next_ms(app->replay), app->now_ms));
    }
    if (app->options.stop_after_ms >= 0) {
        still_ms = lesser(still_ms, until(app->options.stop_after_ms, app->now_ms));
    }
    still_ms = lesser(still_ms, longest_wait_ms(app));
    int frame_ms = 1000 / 60;
    app->asked_ms = greater(still_ms, frame_ms);
    app->due_ms = app->now_ms + app->asked_ms;
    loop_rest(until(app->due_ms, clock_ms()));
}
