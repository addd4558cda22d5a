// Hands on the screen, the same in every scene that a baby sees: each finger is answered by the picture,
// merged touches are counted and noted, and held corners (or Esc) are the gate's.
#pragma once

#include <stdbool.h>

#include "core/hands.h"
#include "stage/stage.h"
#include "ui/gate.h"

struct app;
struct event;

enum { TOUCHES_MAX = 32 };

struct touch {
    float x, y; // fractions of the window
    enum stage_hit hit;
};

struct touches {
    struct hands hands;
    struct gate gate;
    struct touch items[TOUCHES_MAX]; // to be noted with the frame that answers them
    int count;
    int fresh; // merged touches that the rules have not seen yet
};

void touches_start(struct touches *touches);
// Takes fingers and keys; leaves other events alone.
void touches_event(struct app *app, const struct event *event);
// Fingers alone, for whoever has a gate of its own: it hears of those that hold corners.
void touches_hold(const struct app *app, struct gate *gate, const struct event *event);
// How long a scene that is still for still_ms may sleep: shorter while a corner is held.
int touches_still_ms(const struct touches *touches, int still_ms);
// After the frame: the trace's lines, and the sounds where the scene has any.
void touches_shown(struct app *app, bool heard);
