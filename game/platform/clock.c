// The game's clock and the calendar's.
#include "platform/clock.h"

#include <SDL.h>
#include <time.h>

int clock_ms(void)
{
    static Uint64 start; // set once, at start-up, before there are threads
    if (start == 0) {
        start = SDL_GetTicks64() + 1;
    }
    return (int)(SDL_GetTicks64() + 1 - start);
}

int64_t clock_utc(void)
{
    return (int64_t)time(NULL);
}
