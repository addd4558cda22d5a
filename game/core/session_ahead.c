// What comes by itself, and when.
#include "core/least.h"
#include "core/session.h"

// A switch and no table: the provers read it without a hypothesis on where the table lies.
/*@ assigns \nothing;
    ensures 0 <= \result <= PHASE_MAX_MS; */
static int usual_length_ms(enum phase phase)
{
    switch (phase) {
    case PHASE_GREET: return GREET_MS;
    case PHASE_GOODBYE: return GOODBYE_MS;
    case PHASE_HIDE: return HIDE_MS;
    case PHASE_CUE: return CUE_MS;
    case PHASE_REVEAL: return REVEAL_MS;
    case PHASE_JOY: return JOY_MS;
    case PHASE_REST: return REST_MS;
    case PHASE_COMFORT: return COMFORT_MS;
    case PHASE_RITUAL: return RITUAL_MS;
    case PHASE_AWAY:
    case PHASE_OVER: break;
    }
    return 0;
}

int session_phase_length_ms(const struct session *session, enum phase phase)
{
    return greater(session->plan.at_least_ms[phase], usual_length_ms(phase));
}

/*@ requires \valid(session) && promised(*session) && session->gone;
    assigns \nothing;
    ensures 0 <= \result; */
static int away_next_ms(const struct session *session)
{
    int next = session->due_ms - session->gone_ms;
    if (session->phase == PHASE_AWAY) {
        next = lesser(next, session->due_ms - CUE_MS - session->gone_ms);
    }
    struct bridge_plan plan = bridge_plan(session->away_ms, session->plan.gaps);
    if (session->plan.bridged && session->bridges < plan.count) {
        next = lesser(next, bridge_at_ms(&plan, session->bridges) - session->gone_ms);
    }
    return next > 0 ? next : 0;
}

int session_next_ms(const struct session *session)
{
    switch (session->hold) {
    case HOLD_CARD: return CARD_MS - session->hold_ms;
    case HOLD_BACKGROUND: return 1000;
    case HOLD_NONE: break;
    }
    if (session->gone) {
        return away_next_ms(session);
    }
    int left = session_phase_length_ms(session, session->phase) - session->phase_ms;
    return left > 0 ? left : 0;
}
