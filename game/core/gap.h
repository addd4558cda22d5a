// What it takes to hear a cry in play: a stretch in which the game itself makes no sound.
#pragma once

#include "core/bridge.h"
#include "core/cry.h"

enum {
    // So long the game's own sound is still on its way, and in the room. A loudspeaker that is later than
    // that (Bluetooth may be) is heard as the room's.
    GAP_TAIL_MS = 300,
    GAP_LEAST_MS = GAP_TAIL_MS + CRY_WINDOW_LEAST_MS + (CRY_RUN - 1) * CRY_STEP_MS,
    GAP_HIDING_MS = 200, // the hiding is still heard so long after `gone`
    // In an away that is shorter nothing can be heard: the cue comes before.
    GAP_AWAY_LEAST_MS = GAP_HIDING_MS + GAP_LEAST_MS + CUE_MS,
};
