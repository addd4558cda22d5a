// Hands of a script, on the running game.
#pragma once

#include <stdbool.h>

#include "game_script.h"
#include "game_watch.h"
#include "scenes/app.h"

struct recording;

struct hands_on {
    struct app app;
    struct watch watch;
    struct recording *recording; // what hands did, as a replay; NULL: nobody wants to know
    bool looks;
    int frames;
    bool over; // the program has ended by itself
};

enum { OFFERED = 6 };
// Files that a chooser is answered with.
extern char offered[OFFERED][256];

// Time goes on.
void hands_wait(struct hands_on *on, int ms);
void hands_do(struct hands_on *on, const struct deed *deed);
