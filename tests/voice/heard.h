// The voice in what the game sounded like: at each return of the trace, and how long after it.
#pragma once

#include <stdbool.h>

#include "replays/facts.h"
#include "voice/find.h"

// Where the trace's first stock sound that is on its own (a moment's tune) is heard, less when the trace says
// that it began: the recording's clock against the trace's, ms. sounds: the folder of the set. False where it
// is not found.
bool heard_clock(const struct facts *facts, const struct mono *sound, const char *sounds, double *clock_ms);
// Each `back` of the trace: the clip is said there, its samples are found, from 0 to most_ms after it.
// clock_ms is what the recording's times are ahead of the trace's. Prints each offset and their spread. False
// where one of them is not so, or there is no return.
bool heard_at_each_return(const struct facts *facts, const struct mono *sound, const struct mono *clip,
                          const char *name, double clock_ms, double most_ms);
