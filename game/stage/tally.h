// How far the session is, for the parent: a small dot for each round, cream where it is done, a ring for the
// one that is on, coral to come (ui/guide.md 4). On the base of a place that has room for it, else a dim row
// at the bottom. It changes at round starts only.
#pragma once

#include "stage/layout.h"

struct canvas;

struct tally {
    int rounds, now;       // now = rounds: all done; rounds 0: nothing is told
    struct sprite *sprite; // of these rounds, made when it is first drawn
    float scale;           // pixels a unit of it
};

void tally_set(struct tally *tally, int rounds, int now);
void tally_free(struct tally *tally);
// Its middle at x, y of a sheet (units); to_window: sheet units -> window pixels; scale: of a sheet at rest.
void tally_draw_on(struct tally *tally, struct canvas *canvas, const struct matrix *to_window, float x,
                   float y, float scale);
void tally_draw_below(struct tally *tally, struct canvas *canvas, const struct layout *layout);
