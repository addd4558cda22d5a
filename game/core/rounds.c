// Which round comes next, and how long it takes.
#include "core/rounds.h"

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

/*@ requires \valid(session) && sane(*session);
    assigns \nothing;
    ensures 0 <= \result <= LONGEST_MS + 6 * PHASE_MAX_MS; */
static int round_ms(const struct session *session, int round)
{
    return rounds_away_ms(session, round) + session_phase_length_ms(session, PHASE_GREET) +
           session_phase_length_ms(session, PHASE_GOODBYE) + session_phase_length_ms(session, PHASE_HIDE) +
           session_phase_length_ms(session, PHASE_REVEAL) + session_phase_length_ms(session, PHASE_JOY) +
           session_phase_length_ms(session, PHASE_REST);
}

/*@ requires \valid(session) && sane(*session) && 0 <= more_ms <= 2 * (LONGEST_MS + 6 * PHASE_MAX_MS);
    assigns \nothing; */
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
