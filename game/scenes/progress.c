// Progress: the longest calm hide of each game, what that means in words, what is next and why; a copy to
// keep, and deleting. What is shown is the game, never a score of a child.
#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/deletion.h"
#include "scenes/progress_inside.h"

static void enter(struct app *app)
{
    deletion_returns(app);
    if (!progress_load(app)) {
        app_go(app, &scene_home);
        return;
    }
    progress_lay_out(app);
}

// ---- what happened

static void obey_sheet(struct app *app, int id)
{
    struct progress *progress = app->progress;
    if (id == PROGRESS_CLOSE || id == PAGE_BACK || id == PAGE_OUTSIDE) {
        progress->saving = false;
    } else if (id == PROGRESS_AS_PICTURE) {
        progress->saving = false;
        progress_save_picture(app);
    } else if (id == PROGRESS_AS_TABLE) {
        progress->saving = false;
        progress_save_table(app);
    }
}

static void choose_dot(struct progress *progress, int dot)
{
    if (dot < progress->count - progress->from) {
        progress->chosen = dot == progress->chosen ? -1 : dot;
    }
}

// Where no game is shown, one may have been played all the same: then home says that it rests.
static void play(struct app *app)
{
    resting_look(app);
    app_go(app, resting_now(app) == REST_NONE ? &scene_play : &scene_home);
}

static void obey(struct app *app, int id)
{
    switch (id) {
    case PROGRESS_BACK:
    case PAGE_BACK: app_go(app, &scene_home); return;
    case PROGRESS_PLAY: play(app); return;
    case PROGRESS_SAVE: app->progress->saving = true; return;
    case PROGRESS_DELETE: deletion_open(app); return;
    case PROGRESS_UNDO: deletion_give_back(app); return;
    default: break;
    }
    if (id >= PROGRESS_DOTS) {
        choose_dot(app->progress, id - PROGRESS_DOTS);
    } else if (id >= PROGRESS_SPAN && id < PROGRESS_SPAN + SPANS) {
        progress_show(app, (enum span)(id - PROGRESS_SPAN));
    }
}

static void on_event(struct app *app, const struct event *event)
{
    if (!app->progress || app->next_scene) {
        return;
    }
    if (event->kind == EVENT_HIDE && !progress_load(app)) { // what was deleted is gone by now
        app_go(app, &scene_home);
        return;
    }
    int id = page_event(app->page, event);
    if (deletion_event(app, id)) {
        return;
    }
    if (app->progress->saving) {
        obey_sheet(app, id);
    } else {
        obey(app, id);
    }
}

// ---- showing

static void close(struct app *app)
{
    deletion_carry_out(app);
}

static void leave(struct app *app)
{
    progress_free(app);
    deletion_carry_out(app);
}

const struct scene scene_progress = {
    .name = "progress",
    .enter = enter,
    .event = on_event,
    .lay_out = progress_lay_out,
    .close = close,
    .leave = leave,
};
