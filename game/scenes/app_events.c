// What the system and a replay's hands say, and who hears it.
#include <stdio.h>

#include "platform/canvas.h"
#include "platform/events.h"
#include "platform/mixer.h"
#include "platform/replay.h"
#include "platform/window.h"
#include "scenes/app.h"
#include "scenes/app_inside.h"
#include "scenes/chooser.h"
#include "scenes/safe.h"

static const int64_t CALENDAR_SECONDS_MAX = (int64_t)10000 * 366 * 24 * 60 * 60;

void app_to_scene(struct app *app, const struct event *event)
{
    corner_event(app, event);
    if (app->scene->event) {
        app->scene->event(app, event);
    }
}

static void go_to_background(struct app *app)
{
    if (!app->hidden) {
        app->hidden = true;
        app->hidden_ms = app->now_ms;
        app_to_scene(app, &(struct event){.kind = EVENT_HIDE});
    }
}

static void come_to_front(struct app *app)
{
    if (app->hidden) {
        app->hidden = false;
        app_to_scene(app, &(struct event){.kind = EVENT_SHOW});
    }
}

// The replay's `resize` asks the window for a size; the system's tells of one.
static void resize(struct app *app, const struct event *event, bool asked)
{
    if (asked) {
        window_resize(app->window, event->w, event->h);
    } else {
        window_resized(app->window);
    }
    safe_follow(app);
    stage_resize(app->stage);
    app_to_scene(app, event);
}

static void move_calendar(struct app *app, int64_t seconds)
{
    int64_t moved = app->calendar_seconds + seconds; // a replay moves by at most a century at once
    bool sane = moved > -CALENDAR_SECONDS_MAX && moved < CALENDAR_SECONDS_MAX;
    app->calendar_seconds = sane ? moved : app->calendar_seconds;
}

// A sheet that asks for a file, or the recorder, which takes a sound that is dropped on it.
static bool wants_a_file(const struct app *app)
{
    return chooser_is_open(app) || app->scene == &scene_recorder;
}

static void take_event(struct app *app, const struct event *event, bool replayed)
{
    switch (event->kind) {
    case EVENT_HIDE: go_to_background(app); break;
    case EVENT_SHOW: come_to_front(app); break;
    case EVENT_RESIZE: resize(app, event, replayed); break;
    case EVENT_UNPLUG:
        mixer_unplug(app->mixer);
        mixer_retry(app->mixer); // on the device that is left
        break;
    case EVENT_PLUG: mixer_plug(app->mixer); break;
    case EVENT_CLOCK: move_calendar(app, event->seconds); break;
    case EVENT_FILE:
        if (replayed || wants_a_file(app)) { // a real one answers only who asks
            snprintf(app->chosen_file, sizeof app->chosen_file, "%s", event->text);
        }
        app_to_scene(app, event);
        break;
    case EVENT_DOWN: // only what is seen is touched, whatever the system said before
        come_to_front(app);
        app_to_scene(app, event);
        break;
    case EVENT_MOVE:
    case EVENT_UP:
    case EVENT_WHEEL:
    case EVENT_KEY_DOWN:
    case EVENT_KEY_UP:
    case EVENT_TEXT:
    case EVENT_FUSS:
    case EVENT_CRY:
    case EVENT_CRY_SOFT:
    case EVENT_STOP:
    case EVENT_CLOSE: app_to_scene(app, event); break;
    }
}

void app_event(struct app *app, const struct event *event)
{
    take_event(app, event, true);
}

// A replay's sizes are the canvas's, in pixels; the system's may be points.
static void record(struct app *app, const struct event *event)
{
    struct event said = *event;
    canvas_size(app->canvas, &said.w, &said.h);
    recording_write(app->recording, app->now_ms, &said);
}

void app_take_events(struct app *app)
{
    struct event event;
    while (events_poll(&event)) {
        app->quiet_ms = 0;
        app->heard_ms = app->now_ms;
        if (app->options.virtual_time || (app->replay && event.kind != EVENT_RESIZE)) {
            continue; // a replay's hands are the only ones
        }
        take_event(app, &event, false);
        if (app->recording) {
            record(app, &event);
        }
    }
    while (app->replay && replay_poll(app->replay, app->now_ms, &event)) {
        app->quiet_ms = 0;
        app->heard_ms = app->now_ms;
        take_event(app, &event, true);
    }
}
