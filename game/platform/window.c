// The window: full screen or of a given size in pixels, with the painter that suits the machine.
#include "platform/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "platform/canvas_painter.h"
#include "platform/canvas_probe.h"
#include "platform/window_inside.h"

static bool says(const char *variable)
{
    const char *value = SDL_getenv(variable);
    return value && *value;
}

// A browser has a page instead.
static bool can_do_without_a_screen(void)
{
    for (int i = 0; i < SDL_GetNumVideoDrivers(); i++) {
        if (strcmp(SDL_GetVideoDriver(i), "dummy") == 0) {
            return true;
        }
    }
    return false;
}

static void choose_driver(bool headless)
{
    if (headless && can_do_without_a_screen() && !says("SDL_VIDEODRIVER") && !says("DISPLAY") &&
        !says("WAYLAND_DISPLAY")) {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    }
}

static void set_hints(void)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION,
                "0"); // or the surface goes through OpenGL: 116 MB without a GPU
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2"); // SDL_RENDER_DRIVER in the environment wins
    SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1"); // until somebody plays
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0"); // or SDL itself puts a locked window away
    SDL_SetHint(SDL_HINT_WINDOWS_NO_CLOSE_ON_ALT_F4, "1");
    SDL_SetHint(SDL_HINT_ANDROID_TRAP_BACK_BUTTON, "1"); // Back is a key like Esc, and leaves nothing
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "1");       // one path for mouse and fingers
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_EventState(SDL_MOUSEMOTION,
                   SDL_IGNORE); // a mouse that only moves wakes nobody; its touches still come
}

// The system lost what the window showed, or SDL will hand out another surface: before the game reads of it
// in its own events, nothing may be painted on the old one.
static int SDLCALL on_event(void *data, SDL_Event *event)
{
    struct window *window = data;
    const bool ours =
        event->type == SDL_WINDOWEVENT && event->window.windowID == SDL_GetWindowID(window->window);
    const uint8_t what = ours ? event->window.event : SDL_WINDOWEVENT_NONE;
    if (what == SDL_WINDOWEVENT_EXPOSED || what == SDL_WINDOWEVENT_SIZE_CHANGED) {
        canvas_lost(window->canvas);
    }
    return 0;
}

static void ask_for_gles2(void)
{
    const char *driver = SDL_GetHint(SDL_HINT_RENDER_DRIVER);
    if (driver && strcmp(driver, "opengles2") == 0) { // else SDL makes the window a second time
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    }
}

static void drop_window(struct window *window)
{
    canvas_close(window->canvas);
    window->canvas = NULL;
    if (window->window) {
        SDL_DestroyWindow(window->window);
        window->window = NULL;
    }
}

static bool try_painter(struct window *window, const struct window_options *options,
                        const struct painter *painter)
{
    const bool full = options->w <= 0 || options->h <= 0;
    window->window = SDL_CreateWindow(options->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                      full ? 1280 : options->w, full ? 800 : options->h,
                                      window_flags(painter->window_flags, full));
    window->canvas = window->window ? canvas_open(window->window, painter) : NULL;
    if (!window->canvas) {
        drop_window(window);
    }
    return window->canvas != NULL;
}

static bool try_gpu(struct window *window, const struct window_options *options, bool emulated_too)
{
    ask_for_gles2();
    if (try_painter(window, options, &painter_gpu) && !emulated_too && probe_is_emulated()) {
        drop_window(window);
    }
    return window->canvas != NULL;
}

// SDL_RENDER_DRIVER in the environment wins. Whatever is chosen, the other way is better than no game.
static bool open_somehow(struct window *window, const struct window_options *options)
{
    const bool named = says("SDL_RENDER_DRIVER");
    const bool gpu = named ? strcmp(SDL_getenv("SDL_RENDER_DRIVER"), "software") != 0 : probe_has_gpu();
    return (gpu && try_gpu(window, options, named)) || try_painter(window, options, &painter_software) ||
           try_gpu(window, options, true);
}

// SDL counts in points, which a dense screen multiplies.
static void set_pixels(SDL_Window *window, int w, int h)
{
    int points_w = 0, points_h = 0, pixels_w = 0, pixels_h = 0;
    SDL_GetWindowSize(window, &points_w, &points_h);
    SDL_GetWindowSizeInPixels(window, &pixels_w, &pixels_h);
    if (pixels_w > 0 && pixels_h > 0 && (pixels_w != w || pixels_h != h)) {
        SDL_SetWindowSize(window, w * points_w / pixels_w, h * points_h / pixels_h);
    }
}

static struct window *refuse(struct window *window, char *reason, int reason_size)
{
    if (reason) {
        snprintf(reason, (size_t)reason_size, "No window can be opened: %s.", SDL_GetError());
    }
    free(window);
    return NULL;
}

struct window *window_open(const struct window_options *options, char *reason, int reason_size)
{
    choose_driver(options->headless);
    set_hints();
    window_start_no_bus();
    struct window *window = calloc(1, sizeof *window);
    if (!window || SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        return refuse(window, reason, reason_size);
    }
    if (!open_somehow(window, options)) {
        refuse(window, reason, reason_size);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return NULL;
    }
    window->full = options->w <= 0 || options->h <= 0;
    if (!window->full) {
        set_pixels(window->window, options->w, options->h);
    }
    SDL_AddEventWatch(on_event, window);
    window_pointer(window, false);
    window_text_input(window, false);
    window_resized(window);
    return window;
}

void window_close(struct window *window)
{
    if (!window) {
        return;
    }
    SDL_DelEventWatch(on_event, window);
    drop_window(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    free(window);
}

struct canvas *window_canvas(struct window *window)
{
    return window->canvas;
}

void window_text_input(struct window *window, bool on)
{
    (void)window;
    if (on == (SDL_IsTextInputActive() == SDL_TRUE)) {
        return;
    }
    if (on) {
        SDL_StartTextInput();
    } else {
        SDL_StopTextInput();
    }
}

void window_pointer(struct window *window, bool shown)
{
    (void)window;
    SDL_ShowCursor(shown ? SDL_ENABLE : SDL_DISABLE);
}

void window_resize(struct window *window, int w, int h)
{
    SDL_SetWindowFullscreen(window->window, 0);
    set_pixels(window->window, w, h);
    window_resized(window);
}

void window_resized(struct window *window)
{
    canvas_renew(window->canvas);
}
