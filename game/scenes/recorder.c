// The recorder: ready, three two one, live, review, keep. One take of one moment of one person.
#include "scenes/recorder.h"

#include <stdlib.h>

#include "platform/events.h"
#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/recorder_inside.h"
#include "scenes/voices.h"
#include "ui/page.h"

enum { METER_EACH_MS = 16, PLAYING_EACH_MS = 33 };

// ---- whom, what

static int first_free_slot(struct app *app, int64_t caregiver, enum moment moment)
{
    struct voice_clip *clips = NULL;
    int count = clips_list(app->family, caregiver, &clips), slot = 1;
    for (int i = 0; i < count; i++) { // in the order of their slots
        slot += clips[i].moment == moment && clips[i].slot == slot;
    }
    free(clips);
    return slot;
}

static int slot_of(struct app *app, int64_t caregiver, enum moment moment, int64_t instead)
{
    struct voice_clip clip;
    return instead && clip_by_id(app->family, instead, &clip) ? clip.slot
                                                              : first_free_slot(app, caregiver, moment);
}

void recorder_target(struct app *app, int64_t caregiver, enum moment moment, int64_t instead)
{
    if (!app->recorder) {
        app->recorder = calloc(1, sizeof *app->recorder);
    }
    if (app->recorder) {
        app->recorder->caregiver = caregiver;
        app->recorder->moment = moment;
        app->recorder->instead = instead;
        app->recorder->slot = slot_of(app, caregiver, moment, instead);
        app->recorder->listening_ms = -1;
    }
}

// Opened by itself: what a family needs first.
static void choose_target(struct app *app)
{
    static const enum moment wanted[] = {MOMENT_RETURN, MOMENT_GOODBYE, MOMENT_AWAY,      MOMENT_HELLO,
                                         MOMENT_JOY,    MOMENT_COMFORT, MOMENT_GOOD_NIGHT};
    int index = people_find(&app->people, app->people.today);
    if (app->people.count == 0) {
        return;
    }
    int64_t caregiver = app->people.list[index >= 0 ? index : 0].id;
    enum moment moment = MOMENT_RETURN;
    for (size_t i = sizeof wanted / sizeof *wanted; i-- > 0;) {
        moment = first_free_slot(app, caregiver, wanted[i]) == 1 ? wanted[i] : moment;
    }
    recorder_target(app, caregiver, moment, 0);
}

// ---- steps

void recorder_step_to(struct app *app, enum recorder_step step)
{
    struct recorder *recorder = app->recorder;
    recorder->step = step;
    recorder->step_ms = app->now_ms;
    if (step == RECORDER_READY && !recorder->microphone && !app->hidden && !recorder->chooser) {
        recorder_open_microphone(app);
    }
}

static void again(struct app *app)
{
    struct recorder *recorder = app->recorder;
    recorder_hush(app);
    recorder_put_aside(app); // the first may have been the better one
    recorder_drop(recorder);
    recorder->message = recorder->keep_failed = NULL;
    recorder_step_to(app, RECORDER_READY);
}

// While a browser still asks whether we may listen there is nothing to count down to.
static void start_counting(struct app *app)
{
    const struct microphone *microphone = app->recorder->microphone;
    if (microphone && microphone_state(microphone) != MICROPHONE_OPENING) {
        app->recorder->message = NULL;
        recorder_step_to(app, RECORDER_COUNT);
    }
}

static void open_chooser(struct app *app)
{
    recorder_close_microphone(app);
    app->recorder->chooser = true;
    chooser_open(app, CHOOSER_SOUND, recorder_longest_ms(app->recorder));
}

static void hear_chooser(struct app *app, int id)
{
    struct recorder *recorder = app->recorder;
    const char *path = chooser_event(app, id);
    if (path) {
        recorder->chooser = false;
        recorder_import(app, path);
        handover_forget();
    } else if (!chooser_is_open(app)) {
        recorder->chooser = false;
        recorder_step_to(app, RECORDER_READY);
    }
}

static void obey(struct app *app, int id)
{
    if (app->recorder->keeping) {
        return; // it can't be told yet how that ends
    }
    switch (id) {
    case PAGE_BACK:
    case RECORDER_CLOSE: app_go(app, &scene_voices); return;
    case RECORDER_RECORD: start_counting(app); return;
    case RECORDER_CANCEL: recorder_step_to(app, RECORDER_READY); return;
    case RECORDER_STOP: recorder_stop(app); return;
    case RECORDER_LISTEN: recorder_play(app); return;
    case RECORDER_AGAIN:
    case RECORDER_RETRY: again(app); return;
    case RECORDER_KEEP: recorder_keep(app); return;
    case RECORDER_IMPORT: open_chooser(app); return;
    case RECORDER_WITHOUT: app_go(app, &scene_play); return;
    case PAGE_DRAG: recorder_drag(app); return;
    default: return; // a tap beside it: a take could be lost
    }
}

// Nothing listens there; what was said until then is not lost.
static void go_to_background(struct app *app)
{
    struct recorder *recorder = app->recorder;
    recorder_hush(app);
    if (recorder->step == RECORDER_LIVE && recorder->meter.spoken) {
        recorder_stop(app);
        return;
    }
    recorder_close_microphone(app);
    if (recorder->step == RECORDER_COUNT || recorder->step == RECORDER_LIVE) {
        recorder->step = RECORDER_READY;
    }
}

// ---- hooks

static void enter(struct app *app)
{
    if (!app->recorder) {
        choose_target(app);
    }
    if (!app->recorder) {
        app_go(app, &scene_voices);
        return;
    }
    recorder_step_to(app, RECORDER_READY);
    recorder_lay_out(app);
}

// Back again: whoever went to allow the microphone has done so.
static void come_to_front(struct app *app)
{
    struct recorder *recorder = app->recorder;
    if (recorder->chooser) {
        return;
    }
    if (recorder->step == RECORDER_READY) {
        recorder_step_to(app, RECORDER_READY);
    } else if (recorder->step == RECORDER_FAILED) {
        again(app);
    }
}

// A sound that is dropped on the sheet needs no chooser.
static void take_dropped(struct app *app)
{
    enum recorder_step step = app->recorder->step;
    if (app->recorder->chooser) {
        return; // it answers
    }
    if (step == RECORDER_READY || step == RECORDER_FAILED) {
        recorder_import(app, app->chosen_file);
    }
    app->chosen_file[0] = '\0';
}

static void on_event(struct app *app, const struct event *event)
{
    struct recorder *recorder = app->recorder;
    if (!recorder || app->next_scene) {
        return;
    }
    if (event->kind == EVENT_HIDE) {
        go_to_background(app);
    } else if (event->kind == EVENT_SHOW) {
        come_to_front(app);
    } else if (event->kind == EVENT_FILE) {
        take_dropped(app);
    }
    int id = page_event(app->page, event);
    if (recorder->chooser) {
        hear_chooser(app, id);
    } else {
        obey(app, id);
    }
}

static void stop_playing_at_end(struct app *app)
{
    struct recorder *recorder = app->recorder;
    if (recorder->listening_ms >= 0 &&
        app->now_ms - recorder->listening_ms > take_length_ms(&recorder->clean)) {
        recorder->listening_ms = -1;
    }
}

bool recorder_busy(const struct app *app)
{
    const struct recorder *recorder = app->recorder;
    if (app->scene != &scene_recorder || !recorder) {
        return false;
    }
    switch (recorder->step) {
    case RECORDER_COUNT:
    case RECORDER_LIVE: return true;
    case RECORDER_REVIEW: return recorder->keeping || recorder->keep_failed; // it is nowhere else
    case RECORDER_READY:
    case RECORDER_FAILED: break;
    }
    return false;
}

static void tick(struct app *app, int dt_ms)
{
    (void)dt_ms;
    if (!app->recorder || app->next_scene) {
        return;
    }
    if (app->recorder->chooser) {
        hear_chooser(app, PAGE_NOTHING);
    }
    recorder_await(app);
    recorder_listen(app);
    stop_playing_at_end(app);
    if (app->recorder->step == RECORDER_READY && !chooser_is_elsewhere(app) &&
        app->now_ms - app->corner.touched_ms >= RECORDER_IDLE_MS) {
        app_go(app, &scene_voices);
    }
}

static int still_ms(const struct app *app)
{
    const struct recorder *recorder = app->recorder;
    int still = page_still_ms(app->page, app->now_ms), own = still;
    if (recorder) {
        own = recorder->microphone          ? METER_EACH_MS
              : recorder->keeping           ? METER_EACH_MS
              : recorder->listening_ms >= 0 ? PLAYING_EACH_MS
              : recorder->chooser           ? chooser_still_ms(app)
                                            : still;
    }
    return own < still ? own : still;
}

static void free_recorder(struct app *app)
{
    struct recorder *recorder = app->recorder;
    recorder_hush(app);
    recorder_close_microphone(app);
    recorder_drop(recorder);
    recorder_free_circles(recorder);
    free(recorder->live);
    free(recorder);
    app->recorder = NULL;
    mixer_forget(app->mixer, MIXER_KEPT "take");
}

static void leave(struct app *app)
{
    chooser_close(app);
    if (app->recorder) {
        recorder_put_aside(app);
        free_recorder(app);
    }
    if (app->next_scene != &scene_voices) {
        voices_free(app);
    }
}

const struct scene scene_recorder = {
    .name = "recorder",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .lay_out = recorder_lay_out,
    .still_ms = still_ms,
    .leave = leave,
};
