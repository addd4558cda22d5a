// The voice in what the game sounded like: at each return of the trace, and how long after it.
#pragma once

#include <stdbool.h>

#include "replays/facts.h"
#include "voice/find.h"

// The recording's clock less the trace's, ms, by the tunes of the set with which friends say hello: by the
// one that is heard the soonest after the trace tells of it. sounds: the folder of the set. False where none
// is found.
bool heard_clock(const struct facts *facts, const struct mono *sound, const char *sounds, double *clock_ms);

struct bounds {
    double least_ms, most_ms; // after a return
};

// Each `back` of the trace: the clip is said there, and its samples are found within the bounds. Prints each
// offset and their spread. False where one of them is not so, or there is no return.
bool heard_at_each_return(const struct facts *facts, const struct mono *sound, const struct mono *clip,
                          const char *name, double clock_ms, struct bounds bounds);
