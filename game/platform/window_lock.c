// The lock: what of the machine the game can hold while a baby plays.
#include <SDL.h>

#include "platform/window.h"
#include "platform/window_inside.h"

enum {
    TRIES = 5,           // whoever takes the place again and again means it
    TRY_EVERY_MS = 1000, // two that both want to be in front must not flicker
};

uint32_t window_flags(uint32_t painters, bool full)
{
    return painters | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI |
           (full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

// A system that shows where a file may be dropped shows nothing then.
static void take_drops(bool on)
{
    SDL_EventState(SDL_DROPFILE, on ? SDL_ENABLE : SDL_IGNORE);
    SDL_EventState(SDL_DROPTEXT, on ? SDL_ENABLE : SDL_IGNORE);
}

static void hold(struct window *window, bool held)
{
    window->hold = (struct window_hold){.held = held};
    SDL_SetWindowKeyboardGrab(window->window, held ? SDL_TRUE : SDL_FALSE);
    take_drops(!held);
}

// Put away, or behind another window.
static bool is_away(struct window_hold *hold, uint32_t flags)
{
    if (flags & SDL_WINDOW_INPUT_FOCUS) {
        hold->tries = 0;
    }
    return (flags & SDL_WINDOW_MINIMIZED) || !(flags & SDL_WINDOW_INPUT_FOCUS);
}

static void come_back(struct window *window, uint32_t flags, int now_ms)
{
    struct window_hold *hold = &window->hold;
    const int since_ms = hold->tries == 0 ? TRY_EVERY_MS : now_ms - hold->tried_ms;
    if (hold->tries >= TRIES || since_ms < TRY_EVERY_MS) {
        return;
    }
    hold->tries++;
    hold->tried_ms = now_ms;
    if (flags & SDL_WINDOW_MINIMIZED) {
        SDL_RestoreWindow(window->window);
    }
    SDL_RaiseWindow(window->window);
}

void window_lock(struct window *window, bool held, int now_ms)
{
    held = held && window->full;
    if (held != window->hold.held) {
        hold(window, held);
    }
    const uint32_t flags = SDL_GetWindowFlags(window->window);
    if (held && is_away(&window->hold, flags)) {
        come_back(window, flags, now_ms);
    }
}

// An X server without a desktop's service for it stays on until the program ends: SDL 2.26 tells it of the
// first only.
void window_awake(struct window *window, bool on)
{
    (void)window;
    if (on) {
        SDL_DisableScreenSaver();
    } else {
        SDL_EnableScreenSaver();
    }
}
