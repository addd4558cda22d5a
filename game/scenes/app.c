// The loop.
#include "scenes/app.h"

#include <stdio.h>

#include "core/least.h"
#include "platform/canvas.h"
#include "platform/clock.h"
#include "platform/events.h"
#include "platform/loader.h"
#include "platform/mixer.h"
#include "platform/replay.h"
#include "platform/sound_allowed.h"
#include "platform/trace.h"
#include "scenes/app_inside.h"
#include "scenes/effects.h"
#include "scenes/laid_over.h"
#include "scenes/safe.h"
#include "scenes/soundtrack.h"
#include "scenes/watched.h"

enum {
    FRAME_MS_MAX = 1000,             // a longer frame counts as time in the background (design.md 1)
    LATE_MS = 17,                    // a frame that comes this much after it was due
    AFTER_END_MS = 1000,             // virtual time goes on for this long after the end
    ANEW_MS = 10 * 24 * 3600 * 1000, // int milliseconds end after 24 days
};

int64_t app_utc(const struct app *app)
{
    return clock_utc() + app->calendar_seconds;
}

bool app_looked_at(const struct app *app)
{
    return app->options.draw_all || !app->options.virtual_time || app->options.shots;
}

bool app_draws_all(const struct app *app)
{
    return app->options.draw_all || !app->options.virtual_time;
}

void app_heard(const struct app *app, const char *moment, const char *clip)
{
    trace_begin(app->trace, app->now_ms, "sound");
    trace_text(app->trace, "moment", moment);
    trace_text(app->trace, "clip", clip);
    trace_end(app->trace);
}

void app_go(struct app *app, const struct scene *scene)
{
    app->next_scene = scene;
}

void app_take_scene(struct app *app)
{
    const struct scene *before = app->scene;
    if (app->scene) {
        scene_shown(app); // what the old scene still has to say comes before the new one
        if (app->scene->leave) {
            app->scene->leave(app);
        }
    }
    app->scene = corner_instead(app, app->next_scene);
    app->next_scene = NULL;
    app->quiet_ms = 0; // what was still is another picture
    trace_begin(app->trace, app->now_ms, "scene");
    trace_text(app->trace, "name", app->scene->name);
    trace_end(app->trace);
    corner_entered(app, before);
    effects_sound(app);
    app->scene->enter(app);
}

// ---- time

static void take_time(struct app *app)
{
    int before_ms = app->now_ms;
    app->now_ms = app->options.virtual_time ? (int)((int64_t)app->frames * 1000 / 60) : clock_ms();
    app->frame_ms = app->now_ms - before_ms;
    if (!app->options.virtual_time && app->frames > 0 && app->now_ms > app->due_ms + LATE_MS) {
        app->late++;
    }
    app->frames++;
}

// Days of a tablet that is never switched off. Nothing is on at the still screen, and nobody is there.
static bool ran_for_days(const struct app *app)
{
    const struct options *options = &app->options;
    const bool given = options->replay || options->record || options->trace || options->stop_after_ms >= 0;
    return app->now_ms >= ANEW_MS && app->scene == &scene_good_night && !given && !options->virtual_time;
}

// ---- ticks

// A frame that took longer than a second was time in the background: the tablet slept, or was very busy.
static void count_as_background(struct app *app)
{
    if (app->hidden) { // it is known to be there
        app->frame_ms = TICK_MS;
        return;
    }
    app->hidden_ms = app->now_ms - app->frame_ms;
    app_to_scene(app, &(struct event){.kind = EVENT_HIDE});
    app_to_scene(app, &(struct event){.kind = EVENT_SHOW});
    app->frame_ms = TICK_MS;
}

static void run_ticks(struct app *app)
{
    if (app->frame_ms > FRAME_MS_MAX + app->asked_ms) {
        count_as_background(app);
    }
    app->left_over_ms += app->frame_ms;
    while (app->left_over_ms >= TICK_MS && !app->closing) {
        app->left_over_ms -= TICK_MS;
        if (app->scene->tick) {
            app->scene->tick(app, TICK_MS);
        }
        corner_tick(app, TICK_MS);
        if (app->next_scene) {
            app_take_scene(app);
        }
    }
}

// What was slept through belongs to what was then: a finger that ended the sleep was not held meanwhile.
static void run_ticks_slept_through(struct app *app)
{
    if (app->asked_ms > APP_WAIT_STIRRED_MS && app->frame_ms > TICK_MS &&
        app->frame_ms <= FRAME_MS_MAX + app->asked_ms) {
        app->frame_ms -= TICK_MS;
        run_ticks(app);
        app->frame_ms = TICK_MS;
    }
}

// ---- showing

static bool shot_due(const struct app *app)
{
    return app->options.shots && app->now_ms >= app->shot_ms;
}

static void take_shot(struct app *app)
{
    char path[1200];
    snprintf(path, sizeof path, "%s/%08d.png", app->options.shots, app->now_ms);
    if (!canvas_save_png(app->canvas, path)) {
        fprintf(stderr, "peekaboo: can't write %s\n", path);
    }
    while (app->shot_ms <= app->now_ms) {
        app->shot_ms += app->options.shot_every_ms;
    }
}

static void show(struct app *app)
{
    bool shot = shot_due(app);
    if ((app_draws_all(app) && !app->hidden && !app_is_quiet(app)) || shot) {
        canvas_begin(app->canvas);
        scene_draw(app);
        corner_draw(app);
        canvas_end(app->canvas);
    }
    if (shot) {
        take_shot(app);
    }
    scene_shown(app);
}

// The sound device is opened behind the first picture of play, which must not wait for it; in a browser
// behind the first touch. An open one costs time even where nothing sounds, so in the corner it waits for the
// first sound.
static void open_sound(struct app *app)
{
    const bool wanted = app->options.virtual_time || !corner_is(app->scene);
    if (wanted && !app->sound_open && sound_allowed()) {
        app->sound_open = true;
        mixer_plug(app->mixer);
    }
    mixer_frame(app->mixer);
}

// ---- the end

void app_end(struct app *app)
{
    if (app->closing) {
        return;
    }
    app->closing = true;
    if (app->scene->close) {
        app->scene->close(app);
    }
}

static bool time_is_up(struct app *app)
{
    const struct options *options = &app->options;
    if (options->stop_after_ms >= 0) {
        return app->now_ms >= options->stop_after_ms;
    }
    if (!options->virtual_time) {
        return false;
    }
    if (app->leave_ms < 0 && app->scene == &scene_good_night) {
        app->leave_ms = app->now_ms + AFTER_END_MS;
    }
    int replay_ms = app->replay ? replay_end_ms(app->replay) + AFTER_END_MS : 0;
    if (app->hidden && app->replay && replay_next_ms(app->replay) < 0 && app->leave_ms < 0) {
        return app->now_ms >= replay_ms; // nobody will bring it back
    }
    if (corner_is(app->scene)) { // nobody will touch it; a gate goes by itself
        return app->now_ms >= greater(app->corner.touched_ms + AFTER_END_MS, replay_ms);
    }
    return app->leave_ms >= 0 && app->now_ms >= greater(app->leave_ms, replay_ms);
}

static void trace_frames(const struct app *app)
{
    trace_begin(app->trace, app->now_ms, "frames");
    trace_number(app->trace, "drawn", app->frames);
    trace_number(app->trace, "late", app->late);
    trace_end(app->trace);
}

bool app_frame(struct app *app)
{
    if (ran_for_days(app) && !app_begin_anew(app)) {
        return false;
    }
    take_time(app);
    safe_follow(app);
    hands_pass(&app->touches.hands, app->frame_ms); // before this frame's touches
    mixer_virtual(app->mixer, app->now_ms);
    run_ticks_slept_through(app);
    app_take_events(app);
    loader_poll(app->loader);
    run_ticks(app);
    watched_hold(app);
    if (time_is_up(app)) {
        app_end(app);
    }
    show(app);
    laid_over_follow(app);
    if (app->closing) {
        trace_frames(app);
        return false;
    }
    open_sound(app);
    app_wait(app);
    return true;
}
