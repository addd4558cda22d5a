// Going and coming back: whoever goes has a time to return from then on, and it only ever comes nearer.
#include "core/session_away.h"

#include "core/session_say.h"

void session_go(struct session *session, struct cue_queue *cues)
{
    session->gone = true;
    session->gone_ms = 0;
    session->due_ms = session->away_ms;
    session->due_why = BACK_TIME;
    session->bridges = 0;
    comfort_start(&session->comfort);
    say(cues, CUE_GONE, 0);
    enter(session, PHASE_AWAY, cues);
}

void session_bring_back(struct session *session, enum back_why why, struct cue_queue *cues)
{
    if (!session->gone) {
        return;
    }
    session->gone = false;
    session->lasted_ms = session->gone_ms;
    say(cues, CUE_BACK, (int)why);
}

void session_come_back(struct session *session, enum back_why why, struct cue_queue *cues)
{
    session_bring_back(session, why, cues);
    enter(session, PHASE_REVEAL, cues);
}

// The return may come nearer, never farther.
/*@ requires \valid(session);
    assigns session->due_ms, session->due_why;
    ensures never_farther: session->due_ms == \min(due_ms, \old(session->due_ms)); */
static void bring_forward(struct session *session, int due_ms)
{
    if (due_ms < session->due_ms) {
        session->due_ms = due_ms;
        session->due_why = BACK_TOUCH;
    }
}

/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->gone && room_for(*cues, 1);
    assigns session->bridges, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 1); */
static void bridge(struct session *session, struct cue_queue *cues)
{
    struct bridge_plan plan = bridge_plan(session->away_ms, session->plan.gaps);
    if (!session->plan.bridged || session->bridges >= plan.count) {
        return;
    }
    if (session->gone_ms < bridge_at_ms(&plan, session->bridges)) {
        return;
    }
    if (session->gone_ms + BRIDGE_BEFORE_CUE_MS + CUE_MS <= session->due_ms) {
        say(cues, CUE_BRIDGE, (int)(session->bridges == 0 ? plan.first : BRIDGE_NEAR));
    }
    session->bridges++;
}

void session_pass_away(struct session *session, int dt_ms, struct cue_queue *cues)
{
    session->gone_ms += dt_ms;
    if (session->gone_ms >= session->due_ms) {
        session_come_back(session, session->due_why, cues);
        return;
    }
    bridge(session, cues);
    if (session->phase == PHASE_AWAY && session->gone_ms + CUE_MS >= session->due_ms) {
        enter(session, PHASE_CUE, cues);
    }
}

void session_touch(struct session *session)
{
    session->touched = true;
    if (!session->gone) {
        return;
    }
    switch (session->plan.touch) {
    case TOUCH_OPENS: bring_forward(session, session->gone_ms); break;
    case TOUCH_ANSWERS: bring_forward(session, session->gone_ms + ANSWER_MS); break;
    }
}
