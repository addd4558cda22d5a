// The gate: the only way out of play, and only a grown-up's (ui/guide.md, "Gate and pause, exactly"). 1 s on
// one corner: pause. 3 s on two opposite corners, together or one after the other within 6 s: leave. Esc held
// does the same. Fingers elsewhere neither open nor cancel it. Pure: time comes in, signs go out.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    GATE_PAUSE_MS = 1000,
    GATE_LEAVE_MS = 3000,
    GATE_SECOND_MS = 6000, // one-handed: the opposite corner has to begin within this
    GATE_CORNERS = 4,
};

enum gate_sign {
    GATE_NOTHING,
    GATE_PAUSE, // the friend comes back and stays
    GATE_CARD,  // ... the hand let go: the pause card may show
    GATE_LEAVE,
};

struct gate_corner {
    bool held;
    int64_t finger;
    int held_ms;
    bool done;    // held long enough to leave
    int since_ms; // since it was done and let go
};

struct gate {
    struct gate_corner corners[GATE_CORNERS]; // top left, top right, bottom right, bottom left
    bool escape_held;
    int escape_ms;
    bool paused; // GATE_PAUSE was given and not yet GATE_CARD
};

void gate_start(struct gate *gate);
// x, y: fractions of a window of w x h pixels.
void gate_down(struct gate *gate, int64_t finger, float x, float y, int w, int h);
void gate_move(struct gate *gate, int64_t finger, float x, float y, int w, int h);
void gate_up(struct gate *gate, int64_t finger);
void gate_escape(struct gate *gate, bool held);
enum gate_sign gate_pass(struct gate *gate, int dt_ms);
// Whether anything is held, so that time has to be counted.
bool gate_busy(const struct gate *gate);
