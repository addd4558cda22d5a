// What the parts of the window share.
#pragma once

#include <stdbool.h>

struct SDL_Window;
struct canvas;

// Staying in front while a baby plays (window_lock.c).
struct window_hold {
    bool held;
    int tries;    // at coming back, since it was last in front
    int tried_ms; // the last of them
};

struct window {
    struct SDL_Window *window;
    struct canvas *canvas;
    bool full; // of no given size
    struct window_hold hold;
};
