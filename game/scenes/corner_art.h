// Pictures that several screens of the corner show, made once for a size and kept while the corner is there.
#pragma once

#include "platform/canvas.h"

struct app;
struct sprite;

enum { THEATRE_W = 720, THEATRE_H = 700 }; // its shape

struct corner_art {
    struct sprite *theatre, *bear;
    int theatre_w_px, bear_px;
};

// The theatre as large as `at`; NULL where nobody looks.
const struct sprite *corner_theatre(struct app *app, struct rect at);
// The bear's face for a medallion of r units.
const struct sprite *corner_bear(struct app *app, int r);
void corner_art_free(struct corner_art *art);
// The largest theatre that fits, in the middle of `room` or, with low set, at its foot.
struct rect corner_theatre_in(struct rect room, bool low);
