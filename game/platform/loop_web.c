// The loop of a program that a browser calls: with the screen while something moves, by a timer while all is
// still, and at once where an event comes or the page is hidden. SDL's own wait would spin.
#include "platform/loop.h"

#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>

enum {
    SCREEN_MS = 20, // a shorter rest is over when the screen is drawn again
    TURN_MS = 12,   // frames that don't rest come one after another for so long; then the page has its turn
    NO_REST = -1,
    LONGEST_MS = 100, // some of what a page does is no event
};

static struct {
    bool (*frame)(void *context);
    void (*ended)(void *context);
    void *context;
    int wait_ms;         // what this frame asked for, or NO_REST
    long timer, drawing; // what calls the next frame; 0: not
    bool running, shown;
} loop;

EM_JS(void, page_begun, (void), { peekaboo.game.begun(); })

// The page takes its cover away; then it brings the good night.
EM_JS(void, page_shown, (void), { peekaboo.game.shown(); })
EM_JS(void, page_ended, (void), { peekaboo.game.ended(); })

// An error in the middle of a frame makes it the last one: the page then tells the family.
EM_JS(void, page_frame, (int begins), { peekaboo.broken.frame(begins); })

// Nothing goes on behind what it told: neither a game that is seen no more, nor a microphone.
EM_JS(int, page_broke, (void), { return peekaboo.broken.over(); })

static void step(void);

static void on_timer(void *data)
{
    (void)data;
    loop.timer = 0;
    step();
}

static EM_BOOL on_screen(double now_ms, void *data)
{
    (void)now_ms;
    (void)data;
    loop.drawing = 0;
    step();
    return EM_FALSE;
}

static void forget_next(void)
{
    if (loop.timer) {
        emscripten_clear_timeout(loop.timer);
    }
    if (loop.drawing) {
        emscripten_cancel_animation_frame(loop.drawing);
    }
    loop.timer = loop.drawing = 0;
}

static void call_next(void)
{
    if (loop.wait_ms <= SCREEN_MS) {
        loop.drawing = emscripten_request_animation_frame(on_screen, NULL);
    } else {
        loop.timer = emscripten_set_timeout(on_timer, loop.wait_ms, NULL);
    }
}

static void frames(void)
{
    const double until_ms = emscripten_get_now() + TURN_MS;
    page_frame(1);
    do {
        loop.wait_ms = NO_REST;
        loop.running = loop.frame(loop.context);
    } while (loop.running && loop.wait_ms == NO_REST && emscripten_get_now() < until_ms);
    page_frame(0);
}

static void step(void)
{
    forget_next();
    if (page_broke()) {
        return;
    }
    frames();
    if (!loop.running) {
        loop.ended(loop.context);
        page_ended();
        return;
    }
    if (!loop.shown) {
        loop.shown = true;
        page_shown();
    }
    call_next();
}

// It is not in the queue yet: the frame follows.
static int SDLCALL on_event(void *data, SDL_Event *event)
{
    (void)data;
    (void)event;
    if (loop.running && loop.timer) {
        forget_next();
        loop.drawing = emscripten_request_animation_frame(on_screen, NULL);
    }
    return 0;
}

// SDL, which asked first, has told of it. A hidden page is called no more, and may never be again: this frame
// brings back whoever is gone, and keeps what was played.
static EM_BOOL on_visibility(int type, const EmscriptenVisibilityChangeEvent *event, void *data)
{
    (void)type;
    (void)event;
    (void)data;
    if (loop.running) {
        step();
    }
    return EM_FALSE;
}

void loop_run(bool (*frame)(void *context), void (*ended)(void *context), void *context)
{
    loop.frame = frame;
    loop.ended = ended;
    loop.context = context;
    loop.running = true;
    SDL_AddEventWatch(on_event, NULL);
    emscripten_set_visibilitychange_callback(NULL, EM_FALSE, on_visibility);
    loop.drawing = emscripten_request_animation_frame(on_screen, NULL);
    page_begun();
}

void loop_rest(int wait_ms)
{
    loop.wait_ms = wait_ms < LONGEST_MS ? wait_ms : LONGEST_MS;
}

bool loop_keeps_picture(void)
{
    return false;
}
