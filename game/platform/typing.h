// Where the keyboard belongs to the page round the game: a browser lays its own input, unseen, over the field
// that is written in, so that a touch on it brings up the tablet's keyboard. What is typed there comes as the
// events of a keyboard. Elsewhere window_text_input does, and this does nothing.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "platform/canvas.h"

enum { TYPING_WAITING_MAX = 4 };

struct typing {
    struct rect at_px;                          // the field, window pixels
    const char *text;                           // what it holds
    const char *name;                           // what it is for, for whoever can't see it
    size_t size;                                // of what keeps the text, bytes
    bool phone;                                 // numbers are typed rather than words
    struct rect waiting_px[TYPING_WAITING_MAX]; // fields that the keyboard goes to when they are touched
    int waiting;
};

// To be called once a frame, when its events are taken and its page is laid out: what was typed since is then
// the next frame's. NULL: nothing is written.
void typing_show(const struct typing *typing);
