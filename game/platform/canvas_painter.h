// What a way of painting must do; the canvas keeps lists and compares them, a painter brings one to the
// screen.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "platform/canvas.h"
#include "platform/canvas_list.h"
#include "platform/canvas_rect.h"

struct SDL_Window;

struct painter {
    const char *name;
    // NULL where it can't start.
    void *(*open)(struct SDL_Window *window);
    void (*close)(void *state);
    // The window's size in pixels; afterwards everything is painted anew.
    bool (*size)(void *state, int *w, int *h);
    // Paints the list where it is dirty and shows it. Returns how many pixels were painted, over-painting
    // counted.
    int64_t (*show)(void *state, const struct list *list, const struct dirty *dirty);
    // What is shown, given the list that was shown last: 0xXXRRGGBB, rows of the window's width. Valid until
    // the next call. NULL where it can't.
    const uint32_t *(*read)(void *state, const struct list *list);
};

extern const struct painter painter_software;

struct canvas *canvas_open(struct SDL_Window *window, const struct painter *painter);
void canvas_close(struct canvas *canvas);
// The window has another size, or its content was lost.
void canvas_renew(struct canvas *canvas);
