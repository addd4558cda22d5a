// The gate's reading task as a screen. Behind it stands what the baby saw, in sight and still.
#include "scenes/gate.h"

#include <stdlib.h>

#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/gate_inside.h"
#include "ui/page.h"

// Night, 55 %: with the light plate on it, it is all in all as light as what the baby saw
// (science/README.md 5.1: 0.70 at most, and no more than 0.25 in a second).
static const uint32_t veil = 0x8C213A69;

static struct gate_task *make(struct app *app)
{
    if (!app->gate_task) {
        app->gate_task = calloc(1, sizeof *app->gate_task);
    }
    return app->gate_task;
}

void gate_free(struct gate_task *gate)
{
    if (gate) {
        gate_free_pictures(gate);
        free(gate);
    }
}

void gate_ask(struct app *app, enum gate_purpose purpose)
{
    struct gate_task *gate = make(app);
    if (gate && app->scene != &scene_gate && corner_page(app)) {
        gate->purpose = purpose;
        gate->agreed = false;
        gate->behind = app->scene;
        app_go(app, &scene_gate);
    }
}

bool gate_returns(struct app *app)
{
    struct gate_task *gate = app->gate_task;
    bool returns = gate && gate->returns && gate->behind == app->scene; // not a later one's: not all ask
    if (returns) {
        gate->returns = false;
    }
    return returns;
}

bool gate_agreed(struct app *app)
{
    bool agreed = app->gate_task && app->gate_task->agreed;
    if (agreed) {
        app->gate_task->agreed = false;
    }
    return agreed;
}

const struct scene *gate_behind(const struct app *app)
{
    return app->gate_task ? app->gate_task->behind : NULL;
}

int gate_took_ms(const struct app *app)
{
    return app->now_ms - app->gate_task->asked_ms;
}

// ---- coming and going

static void open_task(struct app *app)
{
    struct gate_task *gate = app->gate_task;
    bool doubt = !corner_is(gate->behind) && app->touches.gate.doubtful;
    if (gate->begun) {
        reading_task_again(&gate->task, app->now_ms - gate->closed_ms, doubt);
    } else {
        reading_task_start(&gate->task, app->options.seed + (uint64_t)app->now_ms, doubt);
    }
    gate->begun = true;
}

static void enter(struct app *app)
{
    struct gate_task *gate = make(app);
    if (!gate) {
        app_go(app, &scene_good_night);
        return;
    }
    if (!gate->behind) { // opened by itself: the still screen of the end stands behind
        gate->behind = &scene_good_night;
        play_dress(app);
        stage_act(app->stage, ACT_ASLEEP, 0, app->now_ms);
    }
    gate->asked_ms = app->now_ms;
    gate->by_keys = false;
    open_task(app);
}

static void go_back(struct app *app)
{
    app->gate_task->returns = app->gate_task->behind != &scene_good_night || app->play.started;
    app_go(app, app->gate_task->behind);
}

static void pass(struct app *app)
{
    struct gate_task *gate = app->gate_task;
    gate->begun = false; // whoever reads has made up for what hands did before
    if (gate->purpose == GATE_TO_END) {
        app_end(app);
    } else if (gate->purpose == GATE_TO_AGREE) {
        gate->agreed = true;
        go_back(app);
    } else if (gate->behind == &scene_play && play_leaves(app)) {
        go_back(app); // the session says good night first
    } else {
        app_go(app, &scene_home);
    }
}

// ---- hooks

static void take(struct app *app, const struct event *event, int tile)
{
    struct gate_task *gate = app->gate_task;
    if (event->kind == EVENT_DOWN) {
        reading_task_down(&gate->task, event->finger);
    } else if (event->kind == EVENT_UP) {
        reading_task_up(&gate->task, event->finger, tile);
    } else if (event->kind == EVENT_KEY_DOWN) {
        gate->by_keys = true;
        reading_task_key_down(&gate->task, event->text, tile);
    }
}

// What happens to the game meanwhile is the scene's behind.
static void pass_on(struct app *app, const struct event *event)
{
    if (app->gate_task->behind->event) {
        app->gate_task->behind->event(app, event);
    }
    go_back(app);
}

static void on_event(struct app *app, const struct event *event)
{
    if (!app->gate_task || app->next_scene) {
        return;
    }
    if (event->kind == EVENT_HIDE || event->kind == EVENT_STOP || event->kind == EVENT_FUSS ||
        event->kind == EVENT_CRY) {
        pass_on(app, event);
        return;
    }
    int id = page_event(app->page, event);
    if (id == GATE_CLOSE || id == PAGE_BACK) {
        go_back(app);
    } else {
        take(app, event, id >= GATE_TILES ? id - GATE_TILES : -1);
    }
}

static void tick(struct app *app, int dt_ms)
{
    if (app->next_scene) {
        return;
    }
    switch (reading_task_pass(&app->gate_task->task, dt_ms)) {
    case TASK_WAITING: break;
    case TASK_PASSED: pass(app); break;
    case TASK_OVER: go_back(app); break;
    }
}

static void draw(struct app *app)
{
    stage_draw(app->stage, app->now_ms);
    canvas_fill(app->canvas, NULL, veil);
    corner_draw_page(app, gate_lay_out);
}

// Where frames are not drawn, presses need to know where things would be.
static void shown(struct app *app)
{
    const struct scene *behind = app->gate_task->behind;
    corner_keep_laid(app, gate_lay_out);
    if (app->closing && behind->shown) {
        behind->shown(app); // its end is written down
    }
}

static int still_ms(const struct app *app)
{
    int still = page_still_ms(app->page, app->now_ms);
    int stage = stage_next_ms(app->stage, app->now_ms);
    still = stage < still ? stage : still;
    return !reading_task_still(&app->gate_task->task) && still > 100 ? 100 : still;
}

static void leave(struct app *app)
{
    app->gate_task->closed_ms = app->now_ms;
}

static void close(struct app *app)
{
    if (app->gate_task->behind->close) {
        app->gate_task->behind->close(app);
    }
}

const struct scene scene_gate = {
    .name = "gate",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .draw = draw,
    .shown = shown,
    .still_ms = still_ms,
    .close = close,
    .leave = leave,
};
