// What happened: one plain event at a time, from SDL or from a replay file. Nothing above platform/ sees an
// SDL event.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum event_kind {
    EVENT_DOWN, // a finger, the mouse button
    EVENT_MOVE,
    EVENT_UP,
    EVENT_WHEEL,    // the mouse's wheel at x, y: turn notches, above 0 away from the hand: what is further up
    EVENT_KEY_DOWN, // text: SDL's key name; repeats are left out
    EVENT_KEY_UP,
    EVENT_TEXT,     // text: what was typed
    EVENT_FUSS,     // replay only: the grown-up's button
    EVENT_CRY,      // the cry hint's hard level: the baby is upset
    EVENT_CRY_SOFT, // ... its soft one
    EVENT_STOP,     // replay only: the grown-up's Finish
    EVENT_HIDE,     // to the background
    EVENT_SHOW,     // and back
    EVENT_RESIZE,   // w, h
    EVENT_UNPLUG,   // the sound device goes
    EVENT_PLUG,
    EVENT_CLOCK, // replay only: the calendar moves by `seconds`
    EVENT_FILE,  // text: a file dropped on the window; a replay's: what the next file chooser answers
    EVENT_CLOSE, // somebody asks the window to close
};

struct event {
    enum event_kind kind;
    int64_t finger;
    float x, y; // fractions of the window, 0..1
    float turn;
    int w, h;
    int64_t seconds;
    char text[256];
};

// Takes the next event; false where there is none now.
bool events_poll(struct event *event);
