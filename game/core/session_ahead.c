// What comes by itself, and when.
#include "core/least.h"
#include "core/session.h"

int session_phase_length_ms(const struct session *session, enum phase phase)
{
    static const int lengths[] = {
        [PHASE_GREET] = GREET_MS, [PHASE_GOODBYE] = GOODBYE_MS, [PHASE_HIDE] = HIDE_MS,
        [PHASE_CUE] = CUE_MS,     [PHASE_REVEAL] = REVEAL_MS,   [PHASE_JOY] = JOY_MS,
        [PHASE_REST] = REST_MS,   [PHASE_COMFORT] = COMFORT_MS, [PHASE_RITUAL] = RITUAL_MS,
        [PHASE_OVER] = 0,
    };
    int at_least_ms = session->plan.at_least_ms[phase];
    return at_least_ms > lengths[phase] ? at_least_ms : lengths[phase];
}

static int away_next_ms(const struct session *session)
{
    int next = session->due_ms - session->gone_ms;
    if (session->phase == PHASE_AWAY) {
        next = lesser(next, session->due_ms - CUE_MS - session->gone_ms);
    }
    struct bridge_plan plan = bridge_plan(session->away_ms);
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
