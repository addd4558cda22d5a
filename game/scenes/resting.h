// Whether it rests now, from what the family played: for home, and for the still screen after a game.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/rest.h"
#include "store/sessions.h"

struct app;

struct resting {
    struct rest rest; // as of the last look; ended_utc: of the last game
    bool played;      // there is a last session
    struct session_note last;
    int64_t known_id; // the last session when the program looked last, and since when it has known it
    int known_since_ms;
    int64_t unkept_utc; // a game that could not be kept ended then; 0: none did
};

// Looks into the family anew: where a game was kept, and where a screen that shows it is entered.
void resting_look(struct app *app);
// A game has just ended that could not be kept: it rests all the same.
void resting_unkept(struct app *app);
enum rest_kind resting_now(const struct app *app);
// When Play is back: the end of the rest, or of "not now". UTC seconds; now, where it does not rest.
int64_t resting_until(const struct app *app);
