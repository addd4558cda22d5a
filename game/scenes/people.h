// The family's people as the corner shows them: the list, and a round picture of each, made once for a size.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/voices.h"

struct app;
struct page;
struct sprite;

enum { PEOPLE_SIZES = 3 }; // of faces on one screen: in the list, on a sheet, at home

// One for each person, NULL: none; as large as px.
struct people_faces {
    int px; // 0: not made
    struct sprite **faces;
};

struct people {
    struct caregiver *list;
    int count;
    int64_t today; // who plays; 0: the stock friends
    struct people_faces sizes[PEOPLE_SIZES];
    int oldest; // of the sizes: made anew where there are too many
};

// Asks the family anew (after a change, and when the corner is opened). Frees what it had.
void people_load(struct app *app);
void people_free(struct people *people);
// The person's place in the list, -1 where there is none of that id.
int people_find(const struct people *people, int64_t id);
// The person's face for a medallion of r units, or NULL.
const struct sprite *people_face(struct app *app, int index, int r);
