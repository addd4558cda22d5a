// Hands on the screen.
#include "scenes/touches.h"

#include "platform/events.h"
#include "platform/trace.h"
#include "scenes/app.h"
#include "scenes/safe.h"
#include "scenes/soundtrack.h"

enum { HELD_STILL_MS = 50 };

void touches_start(struct touches *touches)
{
    *touches = (struct touches){0};
    hands_start(&touches->hands);
    gate_start(&touches->gate);
}

// The picture answers each finger; the rules and the trace count hands.
static void press(struct app *app, float x, float y)
{
    struct touches *touches = &app->touches;
    enum stage_hit hit = stage_touch(app->stage, x, y, app->now_ms);
    if (!hands_down(&touches->hands)) {
        return;
    }
    touches->fresh++;
    if (touches->count < TOUCHES_MAX) {
        touches->items[touches->count++] = (struct touch){.x = x, .y = y, .hit = hit};
    }
}

// Any key is a touch in the middle: one-key and switch play.
static void key(struct app *app, const char *name, bool down)
{
    gate_key(&app->touches.gate, name, down);
    if (down) {
        press(app, 0.5f, 0.5f);
    }
}

void touches_hold(const struct app *app, struct gate *gate, const struct event *event)
{
    struct safe_point at = safe_point(app, event->x, event->y);
    if (event->kind == EVENT_DOWN) {
        gate_down(gate, event->finger, at.x, at.y, at.w, at.h);
    } else if (event->kind == EVENT_MOVE) {
        gate_move(gate, event->finger, at.x, at.y, at.w, at.h);
    } else if (event->kind == EVENT_UP) {
        gate_up(gate, event->finger);
    }
}

void touches_event(struct app *app, const struct event *event)
{
    struct gate *gate = &app->touches.gate;
    touches_hold(app, gate, event);
    if (event->kind == EVENT_DOWN) {
        press(app, event->x, event->y);
    } else if (event->kind == EVENT_KEY_DOWN || event->kind == EVENT_KEY_UP) {
        key(app, event->text, event->kind == EVENT_KEY_DOWN);
    } else if (event->kind == EVENT_HIDE) {
        gate_start(gate); // who lets go in the background is not heard of
    }
}

static void note(struct app *app, const struct touch *touch, bool heard)
{
    trace_begin(app->trace, app->now_ms, "touch");
    trace_fraction(app->trace, "x", touch->x);
    trace_fraction(app->trace, "y", touch->y);
    trace_end(app->trace);
    trace_begin(app->trace, app->now_ms, "answer");
    trace_end(app->trace);
    if (heard) {
        soundtrack_touch(app->soundtrack, touch->x, touch->y, touch->hit, app->now_ms);
    }
}

int touches_still_ms(const struct touches *touches, int still_ms)
{
    return gate_busy(&touches->gate) && still_ms > HELD_STILL_MS ? HELD_STILL_MS : still_ms;
}

void touches_shown(struct app *app, bool heard)
{
    struct touches *touches = &app->touches;
    for (int i = 0; i < touches->count; i++) {
        note(app, &touches->items[i], heard);
    }
    touches->count = 0;
}
