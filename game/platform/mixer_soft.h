// Makes a clip begin softly wherever it would startle: whatever is recorded, imported or shipped, nobody
// hears a bang. After science/README.md 4.4: a rise takes 30 ms or more, what comes out of a second of quiet
// is at most 10 dB louder than it or than a bed, and there are no clicks. What rises more slowly stays as it
// is, to the last sample.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// Mono at `rate` a second. At most the first minute is looked at: no game plays more of a clip. False without
// memory.
bool soft_onsets(int16_t *samples, int frames, int rate);
// Takes single clicks out of a recording: 2 ms above 9 kHz that stand out of what is around them.
bool soft_clicks(int16_t *samples, int frames, int rate);
