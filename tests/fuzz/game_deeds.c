// Each deed of a script is some of a replay's events, at the moment when it is their time.
#include "game_deeds.h"

#include <string.h>

#include "platform/events.h"
#include "platform/replay.h"
#include "require.h"
#include "scenes/gate_inside.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum {
    FRAMES_A_SECOND = 60,
    SLOW_FRAMES = 6,    // while nothing but time happens, each frame takes so many
    SLOWER_FRAMES = 30, // in the corner, where nobody is out of sight and each frame lays out a page
    QUICK_MS = 100,     // the first part of it: what a deed brings about is seen frame by frame
    DRAWN_EVERY = 40,   // frames
    HOLD_MS = 3300,     // until the gate opens
    CALM_MS = 1300,     // and before it is answered
    BETWEEN_MS = 400,
    BEHIND_MS = 700,
};

char offered[OFFERED][256];

// ---- time

static void frame(struct hands_on *on, int frames)
{
    struct app *app = &on->app;
    if (on->over) {
        return;
    }
    app->frames += frames - 1;
    app->options.draw_all = on->looks && on->frames++ % DRAWN_EVERY == 0;
    on->over = !app_frame(app);
    watch_frame(&on->watch, app, app->now_ms - on->watch.now_ms);
    on->watch.now_ms = app->now_ms;
}

void hands_wait(struct hands_on *on, int ms)
{
    int quick = (ms < QUICK_MS ? ms : QUICK_MS) * FRAMES_A_SECOND / 1000;
    int slow = ms * FRAMES_A_SECOND / 1000 - quick;
    for (; quick > 0; quick--) {
        frame(on, 1);
    }
    while (slow > 0) {
        int most = corner_is(on->app.scene) ? SLOWER_FRAMES : SLOW_FRAMES, frames = slow < most ? slow : most;
        frame(on, frames);
        slow -= frames;
    }
}

// ---- events

static void send(struct hands_on *on, const struct event *event)
{
    if (on->over) {
        return;
    }
    if (on->recording) {
        recording_write(on->recording, on->app.now_ms + 1, event);
    }
    app_event(&on->app, event);
}

static void send_plain(struct hands_on *on, enum event_kind kind)
{
    send(on, &(struct event){.kind = kind});
}

static void finger(struct hands_on *on, enum event_kind kind, int which, float x, float y)
{
    send(on, &(struct event){.kind = kind, .finger = which, .x = x, .y = y});
}

static void send_text(struct hands_on *on, enum event_kind kind, const char *text)
{
    struct event event = {.kind = kind};
    snprintf(event.text, sizeof event.text, "%s", text);
    send(on, &event);
}

static float fraction(uint8_t byte)
{
    return (float)byte / 255.0f;
}

static void tap(struct hands_on *on, const struct deed *deed)
{
    finger(on, EVENT_DOWN, 9, fraction(deed->a), fraction(deed->b));
    frame(on, 3);
    finger(on, EVENT_UP, 9, fraction(deed->a), fraction(deed->b));
}

// ---- keys

static const char *const keys[] = {
    "Return",     "Tab",      "Escape",  "Space",     "Up", "Down",     "Left", "Right",     "Home",    "End",
    "PageUp",     "PageDown", "Delete",  "Backspace", "1",  "2",        "3",    "4",         "5",       "6",
    "Left Shift", "A",        "AC Back", "-",         "=",  "Keypad 1", "F1",   "Left Ctrl", "Left Alt"};

static void press(struct hands_on *on, const char *key)
{
    send_text(on, EVENT_KEY_DOWN, key);
    send_text(on, EVENT_KEY_UP, key);
    frame(on, 1);
}

static void choose(struct hands_on *on, int which)
{
    for (int i = 0; i <= which % 24; i++) {
        send_text(on, EVENT_KEY_DOWN, "Tab");
        send_text(on, EVENT_KEY_UP, "Tab");
    }
    frame(on, 1);
    press(on, "Return");
}

static void type(struct hands_on *on, const struct deed *deed)
{
    static const char *const words[] = {"Oma",
                                        "\xC3\x84 \xE2\x80\x9Cx\xE2\x80\x9D",
                                        "\xF0\x9F\x91\xB6",
                                        "\xFF\xFE",
                                        " ",
                                        "1900",
                                        "a very long name that goes on and on and on and on and on",
                                        "\n",
                                        "/",
                                        "\"",
                                        "9"};
    send_text(on, EVENT_TEXT, words[deed->a % COUNT(words)]);
}

static void hold_escape(struct hands_on *on, const struct deed *deed)
{
    send_text(on, EVENT_KEY_DOWN, "Escape");
    hands_wait(on, deed->a * 20);
    send_text(on, EVENT_KEY_UP, "Escape");
}

// ---- the gate

static void hold_corners(struct hands_on *on)
{
    finger(on, EVENT_DOWN, 7, 0.01f, 0.01f);
    finger(on, EVENT_DOWN, 8, 0.99f, 0.99f);
    hands_wait(on, HOLD_MS);
    finger(on, EVENT_UP, 7, 0.01f, 0.01f);
    finger(on, EVENT_UP, 8, 0.99f, 0.99f);
}

// The digits are its tiles. It may have dealt anew, closed, or want three.
static void read_gate(struct hands_on *on)
{
    const struct app *app = &on->app;
    hands_wait(on, CALM_MS);
    for (int i = 0; app->scene == &scene_gate && app->gate_task && i < app->gate_task->task.asked_count;
         i++) {
        char digit[2] = {(char)('1' + app->gate_task->task.asked[i]), '\0'};
        press(on, digit);
        hands_wait(on, BETWEEN_MS);
    }
    hands_wait(on, BEHIND_MS);
}

// ---- what the machine does

static void turn(struct hands_on *on, const struct deed *deed)
{
    static const int sides[] = {320, 200, 64, 180, 400, 1, 900, 37};
    send(on, &(struct event){.kind = EVENT_RESIZE,
                             .w = sides[deed->a % COUNT(sides)],
                             .h = sides[deed->b % COUNT(sides)]});
}

static void move_clock(struct hands_on *on, const struct deed *deed)
{
    static const int64_t seconds[] = {1, 60, 3600, 10800, 86400, 2678400, 31622400, 3155760000};
    const int64_t moved = seconds[deed->a % COUNT(seconds)];
    send(on, &(struct event){.kind = EVENT_CLOCK, .seconds = deed->b % 3 == 0 ? -moved : moved});
}

static void turn_wheel(struct hands_on *on, const struct deed *deed)
{
    send(on,
         &(struct event){
             .kind = EVENT_WHEEL, .x = fraction(deed->a), .y = 0.5f, .turn = (float)(deed->b - 128) / 16.0f});
}

static void hitch(struct hands_on *on, const struct deed *deed)
{
    static const int frames[] = {10, 30, 59, 60, 61, 66, 300, 3601, 7300, 60 * 3600};
    frame(on, frames[deed->a % COUNT(frames)]);
}

void hands_do(struct hands_on *on, const struct deed *deed)
{
    const int which = deed->a % 4;
    const float x = fraction(deed->a), y = fraction(deed->b);
    const char *key = keys[deed->a % COUNT(keys)];
    switch (deed->kind) {
    case DEED_TAP: tap(on, deed); break;
    case DEED_FINGER_DOWN: finger(on, EVENT_DOWN, which, x, y); break;
    case DEED_FINGER_MOVE: finger(on, EVENT_MOVE, which, x, y); break;
    case DEED_FINGER_UP: finger(on, EVENT_UP, which, x, y); break;
    case DEED_KEY: press(on, key); break;
    case DEED_KEY_DOWN: send_text(on, EVENT_KEY_DOWN, key); break;
    case DEED_KEY_UP: send_text(on, EVENT_KEY_UP, key); break;
    case DEED_CHOOSE: choose(on, deed->a); break;
    case DEED_TEXT: type(on, deed); break;
    case DEED_FUSS: send_plain(on, EVENT_FUSS); break;
    case DEED_CRY: send_plain(on, deed->a % 2 ? EVENT_CRY : EVENT_CRY_SOFT); break;
    case DEED_STOP: send_plain(on, EVENT_STOP); break;
    case DEED_HIDE: send_plain(on, EVENT_HIDE); break;
    case DEED_SHOW: send_plain(on, EVENT_SHOW); break;
    case DEED_TURN: turn(on, deed); break;
    case DEED_UNPLUG: send_plain(on, EVENT_UNPLUG); break;
    case DEED_PLUG: send_plain(on, EVENT_PLUG); break;
    case DEED_CLOCK: move_clock(on, deed); break;
    case DEED_FILE: send_text(on, EVENT_FILE, offered[deed->a % OFFERED]); break;
    case DEED_WHEEL: turn_wheel(on, deed); break;
    case DEED_CLOSE: send_plain(on, EVENT_CLOSE); break;
    case DEED_CORNERS: hold_corners(on); break;
    case DEED_ESCAPE: hold_escape(on, deed); break;
    case DEED_READ: read_gate(on); break;
    case DEED_HITCH: hitch(on, deed); break;
    case DEED_NOTHING:
    case DEEDS: break;
    }
}
