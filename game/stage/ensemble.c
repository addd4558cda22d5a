// One set as it stands on the stage: a friend, a place and a backdrop, laid out for the window.
#include "stage/ensemble.h"

#include <stdlib.h>
#include <string.h>

// Where a picture's file is missing, the first that is there stands in for it: play goes on.
static struct place *new_place(const char *name)
{
    const struct cast_place *row = cast_place(name);
    struct place *place = row ? place_new(row) : NULL;
    for (int i = 0; !place && cast_place_at(i); i++) {
        place = place_new(cast_place_at(i));
    }
    return place;
}

static struct friend *new_friend(const struct stage_set *set, const struct cast_place *place, unsigned seed)
{
    const struct cast_friend *row = cast_friend(set->photo ? "sunflower" : set->who);
    struct friend *friend = row ? friend_new(row, place, set, seed) : NULL;
    for (int i = 0; !friend && cast_friend_at(i); i++) {
        friend = friend_new(cast_friend_at(i), place, NULL, seed);
    }
    return friend;
}

static struct backdrop *new_backdrop(const char *name, const struct ensemble *beside)
{
    if (beside && backdrop_is(beside->backdrop, name)) {
        return backdrop_share(beside->backdrop);
    }
    struct backdrop *backdrop = backdrop_new(name);
    for (int i = 0; !backdrop && cast_backdrop_at(i); i++) {
        backdrop = backdrop_new(cast_backdrop_at(i)->name);
    }
    return backdrop;
}

// Without memory for it, somebody of the stock friends comes.
static void *copy_of_photo(const struct stage_set *set)
{
    void *copy = set->photo ? malloc(set->photo_length + 1) : NULL;
    if (copy) {
        memcpy(copy, set->photo, set->photo_length);
    }
    return copy;
}

struct ensemble *ensemble_new(const struct stage_set *set, const struct ensemble *beside, unsigned seed)
{
    struct ensemble *ensemble = calloc(1, sizeof *ensemble);
    if (!ensemble) {
        return NULL;
    }
    ensemble->set = *set;
    ensemble->set.photo = copy_of_photo(set);
    ensemble->place = new_place(set->place);
    const struct cast_place *row = ensemble->place ? place_row(ensemble->place) : NULL;
    ensemble->friend = row ? new_friend(&ensemble->set, row, seed) : NULL;
    ensemble->backdrop = new_backdrop(set->backdrop, beside);
    if (!ensemble->friend || !ensemble->backdrop) {
        ensemble_free(ensemble);
        return NULL;
    }
    return ensemble;
}

void ensemble_free(struct ensemble *ensemble)
{
    if (!ensemble) {
        return;
    }
    friend_free(ensemble->friend);
    place_free(ensemble->place);
    backdrop_free(ensemble->backdrop);
    free((void *)ensemble->set.photo);
    free(ensemble);
}

// Whoever got another photo, or has the number of somebody of another family, is somebody else.
static bool same_photo(const struct stage_set *own, const struct stage_set *set)
{
    if (!own->photo || !set->photo) {
        return !own->photo == !set->photo;
    }
    return own->photo_id == set->photo_id && own->photo_length == set->photo_length &&
           memcmp(own->photo, set->photo, set->photo_length) == 0;
}

bool ensemble_is(const struct ensemble *ensemble, const struct stage_set *set)
{
    if (!ensemble) {
        return false;
    }
    const struct stage_set *own = &ensemble->set;
    return same_photo(own, set) && strcmp(own->who, set->who) == 0 && strcmp(own->place, set->place) == 0 &&
           strcmp(own->backdrop, set->backdrop) == 0;
}

void ensemble_fit(struct ensemble *ensemble, struct loader *loader, int w, int h)
{
    ensemble->layout = layout_make(w, h, place_row(ensemble->place), place_sheet(ensemble->place),
                                   friend_row(ensemble->friend));
    place_lay_out(ensemble->place, &ensemble->layout);
    friend_lay_out(ensemble->friend, &ensemble->layout);
    backdrop_rasterise(ensemble->backdrop, loader, &ensemble->layout);
    place_rasterise(ensemble->place, loader);
    friend_rasterise(ensemble->friend, loader);
}

bool ensemble_ready(const struct ensemble *ensemble)
{
    return backdrop_ready(ensemble->backdrop) && place_ready(ensemble->place) &&
           friend_ready(ensemble->friend);
}

void ensemble_peek(struct ensemble *ensemble, int permille)
{
    friend_peek(ensemble->friend, permille);
    place_peek(ensemble->place, permille);
}

void ensemble_calm(struct ensemble *ensemble, bool calm)
{
    friend_calm(ensemble->friend, calm);
    place_calm(ensemble->place, calm);
}
