// The loop of a program that a browser calls.
#include "platform/loop.h"

#include <emscripten.h>

static struct {
    bool (*frame)(void *context);
    void (*ended)(void *context);
    void *context;
} loop;

static void step(void)
{
    if (!loop.frame(loop.context)) {
        emscripten_cancel_main_loop();
        loop.ended(loop.context);
    }
}

void loop_run(bool (*frame)(void *context), void (*ended)(void *context), void *context)
{
    loop.frame = frame;
    loop.ended = ended;
    loop.context = context;
    emscripten_set_main_loop(step, 0, 0);
}
