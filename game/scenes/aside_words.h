// The lines that the grown-up may read while the baby plays: few, small, dim, never while somebody is away.
#pragma once

#include <stdbool.h>

struct app;

enum aside_place {
    ASIDE_BELOW, // dim, at the bottom
    ASIDE_ABOVE, // on a plate at the top: what to say together
    ASIDE_STILL, // on the still screen of the end
};

struct aside_words {
    char text[200];
    enum aside_place place;
    int alpha;  // 1..255
    bool moves; // alpha changes
};

// False where nothing is said now.
bool aside_words(const struct app *app, struct aside_words *words);
