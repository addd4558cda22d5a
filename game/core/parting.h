// "Away for real": how long a real goodbye is, with another trusted grown-up there, and what one of them
// means for the next (science/README.md 1.5, last row: 10 s to 10 min; three easy times before the next step,
// back one or two steps after crying, three minutes as the first resting place: procedures in the laboratory
// do not go further at twelve months). No step up is ever taken by the game: it is offered, and a grown-up
// takes it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    PARTING_STEPS = 7,   // 10 20 45 90 180 300 600 s
    PARTING_RESTING = 4, // three minutes: beyond it nothing is offered, a grown-up may still choose it
    PARTING_EASY_TIMES = 3,
};

enum parting_how { PARTING_EASY, PARTING_SHORT_CRY, PARTING_HARD }; // the family file's numbers, for ever

// A goodbye that took place.
struct parting {
    int64_t id;
    int64_t began; // UTC seconds
    int step;      // 0 to PARTING_STEPS - 1
    int planned_s;
    int took_s; // until the time was over or the one who went was called back
    enum parting_how how;
    int64_t stayed; // the caregiver with the baby; 0: nobody of the family's list
};

// Where the next one stands.
struct parting_stand {
    int step;
    int easy; // easy times at this step, 0 to PARTING_EASY_TIMES
};

// A step's length; a step that does not exist counts as the nearest.
int parting_seconds(int step);

// Today's stand, from all that took place, the oldest first. Never a step further than one up from where
// PARTING_EASY_TIMES easy ones were, whatever the list says; one step back after a gap of more than 7 days,
// to the start after more than 30 (as the ladder of the game; a clock that went back counts as no gap).
struct parting_stand parting_today(const struct parting *past, int count, int64_t now_utc);

// Whether one step longer is offered; whether a grown-up may choose it (which is so beyond the resting place
// too).
bool parting_offers_longer(struct parting_stand stand);
bool parting_allows_longer(struct parting_stand stand);

// The stand with the step that a grown-up wished for: any shorter one, or the next where it is allowed; every
// other wish (-1: none) changes nothing.
struct parting_stand parting_wished(struct parting_stand stand, int step);

// The stand after a goodbye at this one. Lasted: at least half of its time; an easy one that did not counts
// for nothing.
struct parting_stand parting_after(struct parting_stand stand, enum parting_how how, bool lasted);
bool parting_lasted(const struct parting *parting);
