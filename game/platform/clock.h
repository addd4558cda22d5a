// The two clocks: one that only goes forward, for the game; the calendar's, for the days between games.
#pragma once

#include <stdint.h>

// Milliseconds since the first call; never goes back. For 24 days: after that an int is full.
int clock_ms(void);
// The next call is the first again.
void clock_again(void);
// Seconds since 1970 in UTC, as the system says.
int64_t clock_utc(void);
