// The loop of a program that may wait.
#include "platform/loop.h"

#include <SDL.h>

void loop_run(bool (*frame)(void *context), void (*ended)(void *context), void *context)
{
    while (frame(context)) {
    }
    ended(context);
}

void loop_rest(int wait_ms)
{
    if (wait_ms > 0) {
        SDL_WaitEventTimeout(NULL, wait_ms);
    }
}
