// What a way of painting must do; the canvas keeps lists and compares them, a painter brings one to the
// screen.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "platform/canvas.h"
#include "platform/canvas_list.h"
#include "platform/canvas_rect.h"

struct SDL_Window;

enum { PAINTER_TORN = -1 };

struct painter {
    const char *name;
    uint32_t window_flags; // what SDL_CreateWindow must be told
    // NULL where it can't start.
    void *(*open)(struct SDL_Window *window);
    void (*close)(void *state);
    // The window's size in pixels, now. What was painted before is lost. False where nothing can be painted.
    bool (*size)(void *state, int *w, int *h);
    // Paints the list where it is dirty and shows it. Returns how many pixels were painted, each as often as
    // it was; PAINTER_TORN where there was no memory for some of it: then all is to be painted anew.
    int64_t (*show)(void *state, const struct list *list, const struct dirty *dirty);
    // How many sprites it keeps a copy of.
    int (*kept)(const void *state);
    // What is shown, given the list that was shown last: 0xXXRRGGBB, rows of the window's width. Valid until
    // the next call. NULL where it can't.
    const uint32_t *(*read)(void *state, const struct list *list);
};

extern const struct painter painter_software; // pixman into the window's surface
extern const struct painter painter_gpu;      // SDL_Renderer

// The software painter's state for a picture that no window shows. NULL where it can't.
void *painter_paper(int w, int h);

struct canvas *canvas_open(struct SDL_Window *window, const struct painter *painter);
// The window has another size: the canvas takes it, and the next frame paints all.
void canvas_renew(struct canvas *canvas);
// The window's content was lost: the next frame paints all, on whatever surface the window then has.
void canvas_lost(struct canvas *canvas);
