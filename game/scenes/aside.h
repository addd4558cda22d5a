// What is said aside to the grown-up, over what the baby sees: the corners' faint marks, the rings of a hold,
// the pause card, and now and then a line of small, dim words. Nothing of it is loaded before it is needed,
// and while somebody is away there is nothing but the marks.
#pragma once

#include <stdbool.h>

struct app;
struct gate;
struct sprite;

struct aside {
    struct sprite *mark; // a keyhole
    int mark_px;
};

// Lays out all that is said now in app->page, which is there.
void aside_lay_out(struct app *app);
// What shows of a gate that is held: rings, and what to do.
void aside_lay_gate(struct app *app, const struct gate *gate);
// The scene begins.
void aside_enter(struct app *app);
void aside_draw(struct app *app);
// After a frame: presses have to know where the card is, drawn or not.
void aside_shown(struct app *app);
int aside_still_ms(const struct app *app, int still_ms);
// Whoever is on the stage, as the family calls them.
const char *aside_name(const struct app *app);
void aside_free(struct aside *aside);
