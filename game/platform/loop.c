// The loop of a program that may wait.
#include "platform/loop.h"

#include <SDL.h>

#include "platform/signals.h"

void loop_run(bool (*frame)(void *context), void (*ended)(void *context), void *context)
{
    signals_wake(true);
    while (frame(context)) {
    }
    signals_wake(false); // what it would wake is taken down now
    ended(context);
}

// A signal may have come within the frame: what was to wake the rest has then been taken as an event that
// means nothing.
void loop_rest(int wait_ms)
{
    if (wait_ms > 0 && !signals_came()) {
        SDL_WaitEventTimeout(NULL, wait_ms);
    }
}

bool loop_keeps_picture(void)
{
    return true;
}
