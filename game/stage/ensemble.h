// One set as it stands on the stage: a friend, a place and a backdrop, laid out for the window.
#pragma once

#include "stage/backdrop.h"
#include "stage/place.h"

struct ensemble {
    struct stage_set set; // its photo is owned
    struct friend *friend;
    struct place *place;
    struct backdrop *backdrop; // shared
    struct layout layout;
};

// Reads a set; what is unknown or unreadable is taken from the first row of its table. `beside` (or NULL)
// lends what it has the same. NULL where even that can't be had.
struct ensemble *ensemble_new(const struct stage_set *set, const struct ensemble *beside, unsigned seed);
void ensemble_free(struct ensemble *ensemble);
bool ensemble_is(const struct ensemble *ensemble, const struct stage_set *set);
// Lays out and rasterises for a window of w x h.
void ensemble_fit(struct ensemble *ensemble, struct loader *loader, int w, int h);
bool ensemble_ready(const struct ensemble *ensemble);
void ensemble_peek(struct ensemble *ensemble, int permille);
void ensemble_calm(struct ensemble *ensemble, bool calm);
