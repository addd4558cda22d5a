// The real game, frame by frame, under the flash checker.
#pragma once

#include <stdbool.h>

#include "scenes/app.h"

struct watching {
    int w, h;     // of the screen as it was when it began: a tablet that is turned shows the same glass
    bool planted; // a lamp that flickers: whoever watches must see it
    void (*live)(struct app *app, int frame); // called before each frame; may be NULL
    bool (*over)(const struct app *app);      // NULL: a second after the end of the game
};

// A game as it is watched: for a child of three, and every frame is drawn. What is named must live as long.
struct options watch_options(const struct watching *watching, const char *folder, const char *level,
                             const char *replay);
// Plays until it is over, and prints the worst of each measure. False where a limit is passed, or it does not
// end.
bool watch_play(const struct watching *watching, const struct options *options);
