// Why the next game is as long as it is: which of the ladder's rules moved its step, or let it stay. For a
// grown-up, in words (scenes/why_words.c); the rules themselves are core/ladder.c's alone.
#pragma once

#include <stdint.h>

#include "core/ladder.h"

// What a session did to the step.
enum why_after {
    WHY_UP,       // calm: one step up
    WHY_ONE_MORE, // calm, and after one more it grows
    WHY_STAY,     // calm, but the grown-up said "stay here"
    WHY_LONGEST,  // calm, and it is as long as level and age allow
    WHY_BACK,     // an upset at the own length: one or two steps back
    WHY_SHORTEST, // an upset at the own length, and there is no shorter step
    WHY_HARD_DAY, // an upset in an easy round: the day was to blame, it stays
    WHY_STOPPED,  // it was not played to its end
    WHY_UNCLEAR,  // nobody can say how it went
    WHY_BRIEF,    // each own-level round was opened before half of its time
    WHY_AFTERS
};

// What became of it since then.
enum why_since {
    WHY_AS_IT_WAS,
    WHY_MONTH,   // more than 30 days without a game: from the first step
    WHY_WEEK,    // more than 7 days without one: two steps back
    WHY_SHORTER, // the grown-up asked for a shorter game
    WHY_LIMIT,   // the level or the age allow less than before
    WHY_SINCES
};

// step: the session was played at; after: ladder_after's answer to its outcome.
enum why_after why_after(int step, const struct outcome *outcome, const struct ladder *after,
                         const struct rungs *rungs);
// stored: the ladder as the last session left it, with what the grown-up wishes; rungs: today's. Never
// WHY_AS_IT_WAS where ladder_today gives another step than the stored one.
enum why_since why_since(const struct ladder *stored, int64_t now_utc, const struct rungs *rungs);
