// The real game, frame by frame of virtual time with the same seed and the same touches, and what each frame
// is about.
#pragma once

#include <stdbool.h>

enum moment_shown {
    SHOWN_AWAY,   // somebody is away, the picture breathes
    SHOWN_TOUCH,  // half a second after a touch while away
    SHOWN_REVEAL, // they come back
    SHOWN_JOY,
    SHOWN_CHANGE, // the whole window fades to the next place
    SHOWN_OTHER,
    SHOWN
};

extern const char *const shown_names[SHOWN];

struct app;

// Opens the game in w x h, on `screen`, with a new family; false where it can't.
bool moments_open(struct app *app, const char *screen, const char *level, int w, int h);
void moments_close(struct app *app);
// What the next frame is about; touches first, where it is time for a touch.
enum moment_shown moments_next(struct app *app);
