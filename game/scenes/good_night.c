// After the ritual: a still, dim screen. Nothing moves and nothing begs; a touch stirs the cover once. The
// grown-up's two corners, or Esc, lead to the gate.
#include "platform/events.h"
#include "scenes/app.h"
#include "scenes/gate.h"
#include "scenes/soundtrack.h"

static void enter(struct app *app)
{
    aside_enter(app);
    if (gate_returns(app)) {
        touches_start(&app->touches);
        return;
    }
    if (!app->play.started) {
        play_dress(app);
    }
    touches_start(&app->touches);
    stage_act(app->stage, ACT_ASLEEP, 0, app->now_ms);
    soundtrack_still(app->soundtrack, app->now_ms);
}

static void on_event(struct app *app, const struct event *event)
{
    touches_event(app, event);
    if (event->kind == EVENT_HIDE) {
        soundtrack_silence(app->soundtrack, app->now_ms);
    }
}

static void tick(struct app *app, int dt_ms)
{
    app->touches.fresh = 0;
    if (gate_pass(&app->touches.gate, dt_ms) == GATE_LEAVE) {
        gate_ask(app, GATE_TO_HOME);
    }
}

static void draw(struct app *app)
{
    stage_draw(app->stage, app->now_ms);
    aside_draw(app);
}

static void shown(struct app *app)
{
    touches_shown(app, false);
    soundtrack_frame(app->soundtrack, app->now_ms);
}

static int still_ms(const struct app *app)
{
    int still = stage_next_ms(app->stage, app->now_ms);
    int sound = soundtrack_next_ms(app->soundtrack, app->now_ms);
    still = aside_still_ms(app, sound < still ? sound : still);
    return touches_still_ms(&app->touches, still);
}

const struct scene scene_good_night = {
    .name = "good-night",
    .enter = enter,
    .event = on_event,
    .tick = tick,
    .draw = draw,
    .shown = shown,
    .still_ms = still_ms,
};
