// A page is not asked to end by signals.
#include "platform/signals.h"

#include <SDL.h>

void signals_listen(void)
{
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
}

void signals_wake(bool on)
{
    (void)on;
}

bool signals_came(void)
{
    return false;
}
