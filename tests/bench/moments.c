#include "bench/moments.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/events.h"
#include "scenes/app.h"

enum {
    TOUCH_AFTER_MS = 700, // in an away of every other round
    TOUCH_MS = 500,
    CHANGE_MS = 600, // a cross-fade in play
};

const char *const shown_names[SHOWN] = {
    [SHOWN_AWAY] = "away, breathing",   [SHOWN_TOUCH] = "a touch's answer",
    [SHOWN_REVEAL] = "reveal",          [SHOWN_JOY] = "joy",
    [SHOWN_CHANGE] = "change of place", [SHOWN_OTHER] = "other",
};

static char folder[] = "/tmp/peekaboo_moments_XXXXXX";

bool moments_open(struct app *app, const char *screen, const char *level, int w, int h)
{
    static struct options options;
    strcpy(folder + sizeof folder - 7, "XXXXXX");
    options = (struct options){.w = w,
                               .h = h,
                               .data = mkdtemp(folder),
                               .level = level,
                               .age_months = 36,
                               .step = 0,
                               .screen = screen,
                               .seeded = true,
                               .seed = 1,
                               .virtual_time = true,
                               .draw_all = true,
                               .stop_after_ms = 3600000};
    return options.data && app_open(app, &options);
}

void moments_close(struct app *app)
{
    char command[64];
    app_close(app);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    if (system(command) != 0) {
        fprintf(stderr, "%s stays\n", folder);
    }
}

static void touch(struct app *app)
{
    struct event event = {.kind = EVENT_DOWN, .finger = 1, .x = 0.35F, .y = 0.4F};
    app->scene->event(app, &event);
    event.kind = EVENT_UP;
    app->scene->event(app, &event);
}

static enum moment_shown in_away(struct app *app)
{
    const struct session *session = &app->play.session;
    if (session->round % 2 == 0) {
        return SHOWN_AWAY;
    }
    const int since_ms = session->gone_ms - TOUCH_AFTER_MS;
    if (since_ms >= 0 && since_ms < 17 && !session->touched) {
        touch(app);
    }
    return since_ms < 0 ? SHOWN_AWAY : since_ms < TOUCH_MS ? SHOWN_TOUCH : SHOWN_OTHER;
}

enum moment_shown moments_next(struct app *app)
{
    const struct session *session = &app->play.session;
    switch (session->phase) {
    case PHASE_AWAY: return in_away(app);
    case PHASE_REVEAL: return SHOWN_REVEAL;
    case PHASE_JOY: return SHOWN_JOY;
    case PHASE_GREET: return session->round > 0 && session->phase_ms < CHANGE_MS ? SHOWN_CHANGE : SHOWN_OTHER;
    case PHASE_GOODBYE:
    case PHASE_HIDE:
    case PHASE_CUE:
    case PHASE_REST:
    case PHASE_COMFORT:
    case PHASE_RITUAL:
    case PHASE_OVER: break;
    }
    return SHOWN_OTHER;
}
