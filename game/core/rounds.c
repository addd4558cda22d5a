// Which round comes next, and how long it takes.
#include "core/rounds.h"

#include <stddef.h>

int rounds_entry(const struct session *session, int round)
{
    int arc = session->easy ? -2 : ladder_arc(round, session->plan.rounds);
    return arc - session->shorter;
}

// After an upset the last round is at most 0.8 of the one that failed (science/README.md 2.3), but never
// under the level's shortest.
int rounds_away_ms(const struct session *session, int round)
{
    int away_ms = ladder_away_ms(&session->plan.rungs, session->plan.step + rounds_entry(session, round));
    if (session->most_ms == 0 || away_ms <= session->most_ms) {
        return away_ms;
    }
    int shortest_ms = ladder_away_ms(&session->plan.rungs, 0);
    return session->most_ms > shortest_ms ? session->most_ms : shortest_ms;
}

static int round_ms(const struct session *session, int round)
{
    static const enum phase phases[] = {PHASE_GREET,  PHASE_GOODBYE, PHASE_HIDE,
                                        PHASE_REVEAL, PHASE_JOY,     PHASE_REST};
    int length_ms = rounds_away_ms(session, round);
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++) {
        length_ms += session_phase_length_ms(session, phases[i]);
    }
    return length_ms;
}

static bool fits(const struct session *session, int more_ms)
{
    int end_ms = session->elapsed_ms + more_ms + session_phase_length_ms(session, PHASE_RITUAL);
    return end_ms <= session->plan.limit_ms;
}

int rounds_fitting(const struct session *session, int wanted)
{
    int last = session->plan.rounds - 1;
    int last_ms = round_ms(session, last);
    if (!fits(session, last_ms)) {
        return ROUNDS_NONE;
    }
    bool both = wanted == last || fits(session, round_ms(session, wanted) + last_ms);
    return both ? wanted : last;
}

bool rounds_own_lasted(const struct session *session)
{
    bool own = rounds_entry(session, session->round) == 0;
    return own && session->lasted_ms * 2 >= session->away_ms;
}
