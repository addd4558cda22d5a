// What the parts of the window share.
#pragma once

#include <stdbool.h>
#include <stdint.h>

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
    bool awake; // in a browser: what was asked for last
};

// SDL's flags of a window of which a painter wants these; full: it is to fill the screen.
uint32_t window_flags(uint32_t painters, bool full);
// Before SDL's video begins: a desktop without a bus of its own stays without one.
void window_start_no_bus(void);
