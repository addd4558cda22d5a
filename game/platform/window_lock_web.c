// The lock in a browser: the page holds what a page can (hold.js, screen.js).
#include <SDL.h>
#include <emscripten.h>

#include "platform/window.h"
#include "platform/window_inside.h"

EM_JS(void, page_hold, (int on), { peekaboo.screen.hold(on); })
EM_JS(void, page_stay_awake, (int on), { peekaboo.screen.stay_awake(on); })

// The page fills the screen, and more than the canvas: fields are typed into above it. SDL's surface, for
// those without a GPU, has no more pixels than the page has points.
uint32_t window_flags(uint32_t painters, bool full)
{
    (void)full;
    return painters | SDL_WINDOW_RESIZABLE | (painters & SDL_WINDOW_OPENGL ? SDL_WINDOW_ALLOW_HIGHDPI : 0);
}

void window_lock(struct window *window, bool held, int now_ms)
{
    (void)now_ms;
    held = held && window->full;
    if (held != window->hold.held) {
        window->hold.held = held;
        page_hold(held);
    }
}

void window_awake(struct window *window, bool on)
{
    if (on != window->awake) {
        window->awake = on;
        page_stay_awake(on);
    }
}
