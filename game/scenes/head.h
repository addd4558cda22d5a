// The head of a screen of the corner: Back, the title, a line below it, and one action, seldom a
// second one (ui/guide.md 4).
#pragma once

#include "platform/canvas.h"
#include "ui/page.h"

struct app;

struct head_action {
    int id; // 0: none
    enum button button;
    enum icon icon;
    const char *label;
    bool off;
};

// Returns the box below it down to the page's end, margins at its sides. sub may be NULL.
struct rect head_lay(struct app *app, int back_id, const char *title, const char *sub,
                     struct head_action action);
// With another one before it: what takes back, beside what keeps.
struct rect head_lay_two(struct app *app, int back_id, const char *title, const char *sub,
                         struct head_action before, struct head_action action);
