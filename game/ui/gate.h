// The gate: the only way out of play, and only a grown-up's (ui/guide.md 4, "Gate and pause, exactly"). 1 s
// on one corner: pause. 3 s on two opposite corners, together or one after the other within 6 s: leave. Esc
// held does the same, as long as no other key is pressed. Fingers elsewhere neither open nor cancel it. Pure:
// time comes in, signs go out.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    GATE_PAUSE_MS = 1000,
    GATE_LEAVE_MS = 3000,
    GATE_SECOND_MS = 6000, // one-handed: the opposite corner has to begin within this
    GATE_RING_MS = 250,    // the ring appears; a shorter contact is a tap
    GATE_LIFT_MS = 200,    // a shorter lift is none, as long as the contact before it was no tap
    GATE_BACK_MS = 300,    // the ring of one that let go runs back
    GATE_ALONE_MS = 500,   // before Esc no other key was pressed for this long
    GATE_DOUBT_MS = 4000,  // other hands than those that hold, this short before it opens, leave a doubt
    GATE_CORNERS = 4,
    GATE_ESCAPE = GATE_CORNERS, // held like a corner
    GATE_HOLDS,
};

enum gate_sign {
    GATE_NOTHING,
    GATE_PAUSE, // the friend comes back and stays
    GATE_CARD,  // ... the hand let go: the pause card may show
    GATE_LEAVE,
};

// What to tell whoever holds.
enum gate_words { GATE_SILENT, GATE_KEEP_BOTH, GATE_SECOND_CORNER };

struct gate_hold {
    bool held;
    int64_t finger;
    int held_ms;    // of contact; runs back to 0 once let go
    int contact_ms; // since the finger came down last
    bool lifted;    // just now: it may come down again
    int lifted_ms;
    int from_ms;  // what it runs back from
    bool done;    // held long enough to leave
    int since_ms; // since it was done and let go
};

struct gate {
    struct gate_hold holds[GATE_HOLDS]; // top left, top right, bottom right, bottom left, Esc
    int other_keys;                     // held down
    int alone_ms;                       // since another key was pressed
    int others_ms;                      // since a hand was elsewhere
    bool paused;                        // GATE_PAUSE was given and not yet GATE_CARD
    bool doubtful; // after GATE_LEAVE: other hands were there too; ask for more than two words
};

void gate_start(struct gate *gate);
// x, y: fractions of a window of w x h pixels.
void gate_down(struct gate *gate, int64_t finger, float x, float y, int w, int h);
void gate_move(struct gate *gate, int64_t finger, float x, float y, int w, int h);
void gate_up(struct gate *gate, int64_t finger);
// A key by SDL's name: Esc or Android's Back is held like a corner; whoever presses others too is no grown-up
// at the gate.
void gate_key(struct gate *gate, const char *name, bool held);
enum gate_sign gate_pass(struct gate *gate, int dt_ms);
// Whether anything is held or runs back, so that time has to be counted.
bool gate_busy(const struct gate *gate);

// ---- what shows
// How much of this hold is done, 0..1; below 0: there is no ring. 1 and let go: a tick.
float gate_ring(const struct gate *gate, int hold);
// The seconds left of it, 3 to 1; 0 where it is done.
int gate_ring_seconds(const struct gate *gate, int hold);
// Whether this corner is the second one that is wanted.
bool gate_wanted(const struct gate *gate, int corner);
enum gate_words gate_says(const struct gate *gate);
// Whether anything of it shows.
bool gate_shows(const struct gate *gate);
