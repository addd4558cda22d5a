// The answer to a finger: a soft round flower opens where it touched.
#pragma once

#include "stage/motion.h"
#include "stage/picture.h"

struct canvas;
struct loader;

enum { ANSWERS_MAX = 8 };

struct answer {
    float x, y; // window pixels
    int born_ms;
    int touch_ms; // the last touch at it
    int pulse_ms; // the last one that made it swell
    float from;   // how much of it was there at the last touch
    bool alive;
};

struct answers {
    struct picture_slot flower;
    float size; // pixels across
    struct answer items[ANSWERS_MAX];
};

void answers_rasterise(struct answers *answers, struct loader *loader, float size);
void answers_free(struct answers *answers);
// A finger came down: a new flower, or one that is near swells again.
void answers_touch(struct answers *answers, float x, float y, int now_ms);
void answers_draw(const struct answers *answers, struct canvas *canvas, int now_ms);
// Does one of them grow, swell or fade now?
bool answers_move(const struct answers *answers, int now_ms);
