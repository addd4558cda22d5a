// The voice in what the game sounded like: at each return of the trace, and how long after it.
#pragma once

#include <stdbool.h>

#include "replays/facts.h"
#include "voice/find.h"

struct bounds {
    double least_ms, most_ms; // after a return
    bool whole;               // the whole clip is heard without a gap; else its beginning counts
};

// Each `back` of the trace: the clip is said there, and its samples are found within the bounds. clock_ms: at
// which time of the recording the trace's time is 0. Prints each offset and their spread. False where one of
// them is not so, or there is no return.
bool heard_at_each_return(const struct facts *facts, const struct mono *sound, const struct mono *clip,
                          const char *name, double clock_ms, struct bounds bounds);
