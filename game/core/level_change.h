// What bounds a change of a level (ui/guide.md 4, row 4; design.md 6): the age's cap, one step up from the
// last game, and the session's limit. Questions only; the editor asks them at every move of a slider.
#pragma once

#include "core/ladder.h"
#include "core/level.h"
#include "core/plan.h"

enum { // design.md 5
    LEVEL_FIRST_LEAST_MS = 500,
    LEVEL_FIRST_MOST_MS = 5000,
    LEVEL_LONGEST_MOST_MS = 30000,
    LEVEL_LIMIT_LEAST_MS = 60000,
    LEVEL_LIMIT_MOST_MS = 600000,
    LEVEL_LIMIT_STEP_MS = 30000, // the editor's
};

enum level_fault {
    LEVEL_FINE,
    LEVEL_UNHEARD,  // without sound while away, longest is above the age's cap
    LEVEL_UNSEEN,   // ... with sound, but nothing stays visible
    LEVEL_TOO_FAR,  // its shortest away is more than one step above the last game
    LEVEL_TOO_LONG, // its rounds do not fit its own session limit
};

// The longest own time that the next game may have after one of last_own_ms: one step, x 1.25, in the
// ladder's tenths of a second.
int level_change_most_ms(int last_own_ms);
// The step K that a changed level is kept with: `step` where its time is at most most_ms, else the highest
// one below it that is; 0 where none is.
int level_change_step(const struct level *level, int age_months, int step, int most_ms);

// What is wrong with a changed level that was as `before`. plan: the next game's, with most_ms what it may
// take at most.
enum level_fault level_change_fault(const struct level *level, const struct level *before,
                                    const struct plan *plan, int age_months, int most_ms);
// Repairs. How many rounds fit the level's own limit; below LEVEL_ROUNDS_MIN where not even those do.
int level_change_rounds(const struct level *level, const struct plan *plan);
// The limit that all its rounds fit, in whole half minutes; above LEVEL_LIMIT_MOST_MS where none does.
int level_change_limit_ms(const struct level *level, const struct plan *plan);
