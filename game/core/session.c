// One session of peekaboo: greet, goodbye, hide, away, cue, reveal, joy, rest; and whoever goes comes back.
#include "core/session.h"

#include "core/least.h"
#include "core/session_away.h"
#include "core/session_input.h"
#include "core/session_rounds.h"
#include "core/session_say.h"

bool session_over(const struct session *session)
{
    return session->phase == PHASE_OVER;
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires room_for(*cues, 1);
    assigns session->phase, MORE_CUES(cues);
    ensures session->phase == PHASE_OVER && more_cues(\old(*cues), *cues, 1); */
static void finish(struct session *session, struct cue_queue *cues)
{
    session->phase = PHASE_OVER;
    say(cues, CUE_END, (int)session->why);
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && !session->gone && !out_of_sight(session->phase);
    requires session->phase != PHASE_OVER && session->hold == HOLD_NONE && room_for(*cues, 2);
    assigns session->calm, session->longest_calm_ms, session->own_lasted, session->easy,
        session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms,
        session->gone, session->gone_ms, session->due_ms, session->due_why, session->bridges,
        session->comfort, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 2);
    ensures session->gone ==> \old(session->phase) == PHASE_HIDE && session->gone_ms == 0 &&
        session->due_ms == session->away_ms; */
static void end_phase(struct session *session, struct cue_queue *cues)
{
    switch (session->phase) {
    case PHASE_GREET: enter(session, PHASE_GOODBYE, cues); break;
    case PHASE_GOODBYE: enter(session, PHASE_HIDE, cues); break;
    case PHASE_HIDE: session_go(session, cues); break;
    case PHASE_REVEAL:
        if (session->ending) {
            session_start_ritual(session, cues);
        } else {
            enter(session, PHASE_JOY, cues);
        }
        break;
    case PHASE_JOY: enter(session, PHASE_REST, cues); break;
    case PHASE_REST: session_close_round(session, cues); break;
    case PHASE_COMFORT: session_next_round(session, cues); break;
    case PHASE_RITUAL: finish(session, cues); break;
    case PHASE_AWAY:
    case PHASE_CUE:
    case PHASE_OVER: break;
    }
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && session->hold == HOLD_NONE;
    requires 1 <= dt_ms <= 1000 && room_for(*cues, 2);
    assigns session->elapsed_ms, session->calm, session->longest_calm_ms, session->own_lasted,
        session->easy,
        session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms,
        session->gone, session->gone_ms, session->due_ms, session->due_why, session->bridges,
        session->comfort, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 2);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures \old(session->gone) ==>
        (session->gone <==> \old(session->gone_ms) + dt_ms < \old(session->due_ms));
    ensures \old(session->gone) && session->gone ==> nearer(\old(*session), *session, dt_ms);
    ensures !\old(session->gone) && session->gone ==> \old(session->phase) == PHASE_HIDE &&
        session->gone_ms == 0 && session->due_ms == session->away_ms; */
static void pass(struct session *session, int dt_ms, struct cue_queue *cues)
{
    session->elapsed_ms = lesser(session->elapsed_ms + dt_ms, COUNT_MAX);
    session->phase_ms += dt_ms;
    if (session->gone) {
        session_pass_away(session, dt_ms, cues);
    } else if (session->phase_ms >= session_phase_length_ms(session, session->phase)) {
        end_phase(session, cues);
    }
}

void session_tick(struct session *session, const struct input *input, int dt_ms, struct cue_queue *cues)
{
    if (session_over(session)) {
        return;
    }
    session_obey(session, input, cues);
    session_leave_and_return(session, input, cues);
    if (session->hold != HOLD_NONE) {
        session_pass_held(session, dt_ms, cues);
        return;
    }
    if (input->cry_soft) {
        session_hear_cry(session, cues);
    }
    session_feel(session, input->touches, dt_ms, cues);
    pass(session, dt_ms, cues);
}

void session_start(struct session *session, const struct plan *plan, struct cue_queue *cues)
{
    *session = (struct session){.plan = *plan, .why = END_DONE};
    session_start_round(session, 0, cues);
}

void session_close(struct session *session, struct cue_queue *cues)
{
    if (session_over(session)) {
        return;
    }
    session_bring_back(session, BACK_PAUSE, cues);
    session->why = END_CLOSED;
    finish(session, cues);
}

struct outcome session_outcome(const struct session *session)
{
    return (struct outcome){
        .unclear = session->easy,
        .own_lasted = session->own_lasted,
        .finished = session->why == END_DONE || session->why == END_LIMIT,
        .upsets = session->upsets,
        .upset_at_own = session->upset_at_own,
    };
}
