// Waiting: the time goes on whatever happens, the two buttons want to be held for a moment, and nothing that
// a baby does ends it. Whoever is away can be called back at any time.
#include <string.h>

#include "core/least.h"
#include "platform/events.h"
#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/away_inside.h"
#include "ui/page.h"

enum {
    HOLD_CALL_MS = 600,
    HOLD_RETURNED_MS = 1000, // it is heard as the return, which has to be true
    HINT_MS = 3000,
    VOICE_FIRST_MS = 5000,
    VOICE_APART_MS = 20000,
    VOICE_ENDS_MS = 2000, // before the time is over
    VOICE_VOLUME = MIXER_VOLUME_MAX * 7 / 10,
    SLEPT_LEAST_MS = 2000, // below, it is the calendar's rounding
    QUIET_MS = 60000,
};

static int clamp(int64_t value, int low, int high)
{
    return value < low ? low : value > high ? high : (int)value;
}

// ---- time

static int gone_ms(const struct app *app)
{
    const struct away_wait *wait = &app->away->wait;
    return clamp((int64_t)app->now_ms - wait->began_ms + wait->slept_ms, 0, wait->length_ms);
}

int away_wait_gone_ms(const struct app *app)
{
    const struct away_wait *wait = &app->away->wait;
    return wait->state == WAIT_RUNS ? gone_ms(app) : wait->took_ms;
}

static void look_at_clocks(struct app *app)
{
    app->away->wait.seen_ms = app->now_ms;
    app->away->wait.seen_utc = app_utc(app);
}

void away_wait_start(struct app *app)
{
    struct away *away = app->away;
    away->wait = (struct away_wait){.began_utc = app_utc(app),
                                    .began_ms = app->now_ms,
                                    .length_ms = parting_seconds(away_stand(away).step) * 1000};
    away->hold = (struct away_hold){0};
    away->voice_at_ms = VOICE_FIRST_MS;
    away->greeted = false;
    look_at_clocks(app);
}

// A tablet that slept stopped the program's clock, but not the calendar.
static void count_sleep(struct app *app)
{
    struct away_wait *wait = &app->away->wait;
    int64_t calendar_ms = (app_utc(app) - wait->seen_utc) * 1000;
    int64_t slept_ms = calendar_ms - (app->now_ms - wait->seen_ms);
    if (slept_ms >= SLEPT_LEAST_MS) {
        wait->slept_ms = clamp(wait->slept_ms + slept_ms, 0, wait->length_ms);
    }
    look_at_clocks(app);
}

// ---- its end

static void end(struct app *app, enum wait_state state)
{
    struct away_wait *wait = &app->away->wait;
    wait->took_ms = away_wait_gone_ms(app);
    wait->state = state;
    away_chime(app, "real_back_1", "cue");
}

static void obey(struct app *app, int id)
{
    struct away_wait *wait = &app->away->wait;
    if (id == AWAY_CALL) {
        end(app, WAIT_CALLED);
    } else if (id == AWAY_RETURNED) {
        wait->took_ms = away_wait_gone_ms(app);
        wait->state = wait->state == WAIT_RUNS ? WAIT_CALLED : wait->state;
        away_go(app, AWAY_REUNION);
    }
}

static int hold_ms(const struct away_hold *hold)
{
    return hold->id == AWAY_RETURNED ? HOLD_RETURNED_MS : HOLD_CALL_MS;
}

// ---- voices

static void say_now_and_then(struct app *app)
{
    struct away *away = app->away;
    int gone = gone_ms(app), left = away->wait.length_ms - gone - VOICE_ENDS_MS;
    if (!away->voice_on || app->hidden || gone < away->voice_at_ms) {
        return;
    }
    int took = left > 0 ? away_say(app, &away->goes_clips, MOMENT_AWAY, left, VOICE_VOLUME) : 0;
    away->voice_at_ms = gone + took + VOICE_APART_MS;
}

void away_wait_tick(struct app *app)
{
    struct away *away = app->away;
    if (!app->hidden) {
        look_at_clocks(app);
    }
    if (away->hold.id && app->now_ms - away->hold.since_ms >= hold_ms(&away->hold)) {
        int id = away->hold.id;
        away->hold = (struct away_hold){0};
        obey(app, id);
    } else if (away->wait.state == WAIT_RUNS && gone_ms(app) >= away->wait.length_ms) {
        end(app, WAIT_OVER);
    } else if (away->wait.state == WAIT_RUNS) {
        say_now_and_then(app);
    }
}

// ---- hands and keys

static bool is_on(const struct app *app, int id, const struct event *event)
{
    return page_is_on(app->page, id, event->x, event->y);
}

static int button_at(const struct app *app, const struct event *event)
{
    return is_on(app, AWAY_CALL, event) ? AWAY_CALL : is_on(app, AWAY_RETURNED, event) ? AWAY_RETURNED : 0;
}

static void take_hold(struct app *app, int id, const struct event *event)
{
    app->away->hold = (struct away_hold){
        .id = id, .finger = event->finger, .by_key = event->kind == EVENT_KEY_DOWN, .since_ms = app->now_ms};
}

static void let_go(struct app *app)
{
    app->away->hold = (struct away_hold){.hint_ms = app->now_ms + HINT_MS};
}

// The buttons reach into a corner: where two are wanted or held, it is the gate that is meant.
static bool at_the_gate(const struct app *app)
{
    int held = 0;
    bool wanted = false;
    for (int i = 0; i < GATE_CORNERS; i++) {
        held += app->corner.gate.holds[i].held;
        wanted = wanted || gate_wanted(&app->corner.gate, i);
    }
    return held > 1 || wanted;
}

static void touch(struct app *app, const struct event *event)
{
    struct away_hold *hold = &app->away->hold;
    bool holds = hold->id && !hold->by_key && hold->finger == event->finger;
    if (event->kind == EVENT_DOWN && hold->id) { // a palm, or two at it
        let_go(app);
    } else if (event->kind == EVENT_DOWN && button_at(app, event) && !at_the_gate(app)) {
        take_hold(app, button_at(app, event), event);
    } else if (event->kind == EVENT_DOWN) {
        away_sway(app);
    } else if (holds && (event->kind == EVENT_UP || button_at(app, event) != hold->id)) {
        let_go(app);
    }
}

static void press_key(struct app *app, const struct event *event, int pressed)
{
    if (event->kind == EVENT_KEY_UP) {
        if (app->away->hold.id && app->away->hold.by_key) {
            let_go(app);
        }
    } else if (pressed > 0 && app->away->hold.id == 0) {
        take_hold(app, pressed, event);
    } else if (pressed <= 0) {
        away_sway(app);
    }
}

void away_wait_event(struct app *app, const struct event *event)
{
    int pressed = page_event(app->page, event); // it shows what is pressed and where the focus is
    if (event->kind == EVENT_DOWN || event->kind == EVENT_MOVE || event->kind == EVENT_UP) {
        touches_hold(app, &app->corner.gate, event); // two opposite corners for three seconds, here too
        touch(app, event);
    } else if (event->kind == EVENT_KEY_DOWN || event->kind == EVENT_KEY_UP) {
        press_key(app, event, pressed);
    } else if (event->kind == EVENT_HIDE) {
        app->away->hold = (struct away_hold){0};
    } else if (event->kind == EVENT_SHOW) {
        count_sleep(app);
    }
}

// ---- rest

static int until_voice_ms(const struct app *app)
{
    const struct away *away = app->away;
    int left = away->voice_at_ms - gone_ms(app);
    return !away->voice_on ? QUIET_MS : left > 0 ? left : 0;
}

int away_wait_still_ms(const struct app *app)
{
    const struct away *away = app->away;
    int still = away->hold.id ? away->hold.since_ms + hold_ms(&away->hold) - app->now_ms : QUIET_MS;
    if (away->hold.hint_ms > app->now_ms) {
        still = lesser(still, away->hold.hint_ms - app->now_ms);
    }
    if (away->wait.state == WAIT_RUNS) {
        int step = away_sun_step_ms(app);
        still = lesser(still, step - gone_ms(app) % step);
        still = lesser(still, until_voice_ms(app));
    }
    return still > 0 ? still : 0;
}
