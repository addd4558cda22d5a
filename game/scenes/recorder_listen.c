// The recorder's listening: the microphone is open from ready to the end of live, and at no other time.
#include <stdlib.h>

#include "scenes/app.h"
#include "scenes/recorder_inside.h"

enum { CHUNK = 4800 };

int recorder_longest_ms(const struct recorder *recorder)
{
    return recorder->moment == MOMENT_AWAY ? RECORDER_LONGEST_AWAY_MS : RECORDER_LONGEST_MS;
}

void recorder_open_microphone(struct app *app)
{
    struct recorder *recorder = app->recorder;
    recorder_close_microphone(app);
    recorder->microphone = microphone_open(app->options.virtual_time);
    recorder->opened_ms = app->now_ms;
    meter_start(&recorder->meter);
    if (!recorder->microphone) {
        recorder->failure = MICROPHONE_REFUSED;
        recorder_step_to(app, RECORDER_FAILED);
    }
}

// One that does not let go is left to itself; the program then ends without waiting for it.
void recorder_close_microphone(struct app *app)
{
    struct recorder *recorder = app->recorder;
    if (!microphone_close(recorder->microphone)) {
        app->microphone_lost = true;
    }
    recorder->microphone = NULL;
}

static void keep_samples(struct recorder *recorder, const int16_t *samples, int count)
{
    int room = recorder_longest_ms(recorder) * (MICROPHONE_RATE / 1000) - recorder->live_count;
    count = count < room ? count : room;
    for (int i = 0; i < count; i++) {
        recorder->live[recorder->live_count++] = samples[i];
    }
    meter_feed(&recorder->meter, samples, count);
}

static void take_samples(struct app *app)
{
    struct recorder *recorder = app->recorder;
    int16_t samples[CHUNK];
    int count;
    microphone_virtual(recorder->microphone, app->now_ms - recorder->opened_ms);
    while ((count = microphone_read(recorder->microphone, samples, CHUNK)) > 0) {
        if (recorder->step == RECORDER_LIVE) {
            keep_samples(recorder, samples, count);
        } else {
            meter_feed(&recorder->meter, samples, count);
        }
    }
}

static void go_live(struct app *app)
{
    struct recorder *recorder = app->recorder;
    free(recorder->live);
    recorder->live =
        malloc((size_t)recorder_longest_ms(recorder) * (MICROPHONE_RATE / 1000) * sizeof *recorder->live);
    recorder->live_count = 0;
    meter_again(&recorder->meter);
    if (recorder->live) {
        recorder_step_to(app, RECORDER_LIVE);
    } else {
        recorder->message = "r.full";
        recorder_step_to(app, RECORDER_READY);
    }
}

void recorder_stop(struct app *app)
{
    recorder_close_microphone(app);
    recorder_review(app);
}

// What was said before the microphone went is not lost.
static void fail(struct app *app, enum microphone_state state)
{
    struct recorder *recorder = app->recorder;
    if (recorder->step == RECORDER_LIVE && recorder->meter.spoken) {
        recorder_stop(app);
        return;
    }
    recorder_close_microphone(app);
    recorder->failure = state;
    recorder_step_to(app, RECORDER_FAILED);
}

static bool live_is_over(const struct recorder *recorder)
{
    return meter_over(&recorder->meter) ||
           recorder->live_count >= recorder_longest_ms(recorder) * (MICROPHONE_RATE / 1000);
}

// Nothing but zeros since somebody should speak; or since a while, from one that gave more before: unplugged,
// with a silent device in its place.
static bool is_dead(const struct recorder *recorder, enum microphone_state state)
{
    return !recorder->meter.any || (state == MICROPHONE_DEAD && !recorder->meter.spoken);
}

static void go_on(struct app *app, enum microphone_state state)
{
    struct recorder *recorder = app->recorder;
    int in_step_ms = app->now_ms - recorder->step_ms;
    if (recorder->step == RECORDER_COUNT && in_step_ms >= RECORDER_COUNT_MS) {
        go_live(app);
    } else if (recorder->step == RECORDER_LIVE && live_is_over(recorder)) {
        recorder_stop(app);
    } else if (recorder->step == RECORDER_LIVE && in_step_ms >= RECORDER_ZEROS_MS &&
               is_dead(recorder, state)) {
        fail(app, MICROPHONE_DEAD);
    }
}

void recorder_listen(struct app *app)
{
    struct recorder *recorder = app->recorder;
    if (!recorder->microphone) {
        return;
    }
    take_samples(app);
    enum microphone_state state = microphone_state(recorder->microphone);
    switch (state) {
    case MICROPHONE_NONE:
    case MICROPHONE_REFUSED:
    case MICROPHONE_STALLED:
    case MICROPHONE_GONE: fail(app, state); return;
    case MICROPHONE_OPENING:
    case MICROPHONE_LISTENING:
    case MICROPHONE_DEAD:
        go_on(app, state);
        return; // zeros may be a room without a sound, until somebody should speak
    }
}
