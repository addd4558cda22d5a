// Which round comes next and how long its away may be: questions about a session that change nothing.
#pragma once

#include "core/session.h"

enum { ROUNDS_NONE = -1 };

// The entry of the arc that a round takes: -2 is an easy one; less after an interruption.
/*@ requires \valid(session) && sane(*session);
    assigns \nothing;
    ensures -2 - COUNT_MAX <= \result <= 0; */
int rounds_entry(const struct session *session, int round);
// From gone to back, ms.
/*@ requires \valid(session) && sane(*session);
    assigns \nothing;
    ensures never_over_the_longest: 0 <= \result <= session->plan.rungs.longest_ms; */
int rounds_away_ms(const struct session *session, int round);
// The round that may begin where `wanted` is to: itself, or the last, easy one where the session's limit is
// near, or ROUNDS_NONE where not even that one fits.
/*@ requires \valid(session) && sane(*session);
    assigns \nothing;
    ensures \result == wanted || \result == session->plan.rounds - 1 || \result == ROUNDS_NONE; */
int rounds_fitting(const struct session *session, int wanted);
// Whether the round that ends was an own-level one that lasted half of its time (design.md 4: only then K
// rises).
/*@ requires \valid(session) && sane(*session);
    assigns \nothing; */
bool rounds_own_lasted(const struct session *session);
