// Inside of the listening: for scenes/ear*.c only.
#pragma once

#include <stdbool.h>

#include "core/cry.h"
#include "core/cry_thin.h"
#include "platform/microphone.h"

// The mark fades from one moment to another; drawing only reads.
struct ear_mark {
    bool on;
    int since_ms, from; // when that changed, and what its alpha was then
    struct sprite *sprite;
    int px;
};

struct ear {
    struct cry cry;
    struct cry_thin thin;
    struct microphone *microphone; // NULL: closed
    int opened_ms;
    bool sounded;  // the game did, at the last look
    int clear_ms;  // from when on what comes is not the game's own
    bool hears;    // it was clear at the last look
    int heard_ms;  // until when it was listened
    bool given_up; // for this session
    struct ear_mark mark;
};

void ear_mark_show(struct app *app, bool on);
bool ear_mark_moves(const struct ear *ear, int now_ms);
void ear_mark_free(struct ear *ear);
