// Watches the promise in the trace of a running game (design.md 2), frame by frame: whoever goes comes back
// in time, the same at the same place, and is there in the background, after an upset and at the end; nothing
// is longer than the cap; no step up is more than one; the grown-ups' corner is entered by those alone who
// did what the gate asks.
#pragma once

#include <stdbool.h>
#include <sys/types.h>

struct app;

struct watch {
    int trace; // an open file
    off_t read;
    bool gone;
    char who[64], place[64]; // of the round
    int gone_ms, away_ms, cap_ms, upset_ms;
    bool playing; // a session has begun and not ended
    int step;
    int touches; // without their answer
    int now_ms;  // of the frame before
    char scene[16];
    bool let_in; // by the gate, and not yet in
    bool waited; // somebody was away for real: a baby may sit before it
};

void watch_start(struct watch *watch, int trace);
// After a frame that took frame_ms.
void watch_frame(struct watch *watch, const struct app *app, int frame_ms);
// After the last one.
void watch_end(const struct watch *watch);
