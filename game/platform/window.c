// The window: full screen or of a given size in pixels, with a canvas that suits the machine.
#include "platform/window.h"

#include <stdio.h>
#include <stdlib.h>

#include <SDL.h>

#include "platform/canvas_painter.h"

struct window {
    SDL_Window *window;
    struct canvas *canvas;
};

static bool says(const char *variable)
{
    const char *value = SDL_getenv(variable);
    return value && *value;
}

static void choose_driver(bool headless)
{
    if (headless && !says("SDL_VIDEODRIVER") && !says("DISPLAY") && !says("WAYLAND_DISPLAY")) {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    }
}

static void set_hints(void)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION,
                "0"); // or the surface goes through OpenGL, 116 MB without a GPU
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
}

static struct window *refuse(struct window *window, char *reason, int reason_size)
{
    if (reason) {
        snprintf(reason, (size_t)reason_size, "No window can be opened: %s.", SDL_GetError());
    }
    window_close(window);
    return NULL;
}

struct window *window_open(const struct window_options *options, char *reason, int reason_size)
{
    choose_driver(options->headless);
    set_hints();
    struct window *window = calloc(1, sizeof *window);
    if (!window || SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        free(window);
        return refuse(NULL, reason, reason_size);
    }
    const bool full = options->w <= 0 || options->h <= 0;
    const uint32_t flags = SDL_WINDOW_RESIZABLE | (full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    window->window = SDL_CreateWindow(options->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                      full ? 1280 : options->w, full ? 800 : options->h, flags);
    window->canvas = window->window ? canvas_open(window->window, &painter_software) : NULL;
    if (!window->canvas) {
        return refuse(window, reason, reason_size);
    }
    SDL_ShowCursor(SDL_DISABLE);
    return window;
}

void window_close(struct window *window)
{
    if (!window) {
        return;
    }
    canvas_close(window->canvas);
    if (window->window) {
        SDL_DestroyWindow(window->window);
    }
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    free(window);
}

struct canvas *window_canvas(struct window *window)
{
    return window->canvas;
}

void window_resize(struct window *window, int w, int h)
{
    SDL_SetWindowFullscreen(window->window, 0);
    SDL_SetWindowSize(window->window, w, h);
    window_resized(window);
}

void window_resized(struct window *window)
{
    canvas_renew(window->canvas);
}
