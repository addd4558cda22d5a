// The game's clock and the calendar's.
#include "platform/clock.h"

#include <SDL.h>
#include <time.h>

static Uint64 start; // set at start-up, before there are threads; only the main thread asks

int clock_ms(void)
{
    if (start == 0) {
        start = SDL_GetTicks64() + 1;
    }
    return (int)(SDL_GetTicks64() + 1 - start);
}

void clock_again(void)
{
    start = 0;
}

int64_t clock_utc(void)
{
    return (int64_t)time(NULL);
}
