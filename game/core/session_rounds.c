// A round begins, a round ends; after the last one comes the ritual.
#include "core/session_rounds.h"

#include "core/rounds.h"
#include "core/session_say.h"

void session_start_round(struct session *session, int round, struct cue_queue *cues)
{
    session->round = round;
    session->away_ms = rounds_away_ms(session, round);
    session->touched = false;
    session->upset = false;
    session->held = false;
    session->lasted_ms = 0;
    say(cues, CUE_ROUND, round);
    enter(session, PHASE_GREET, cues);
}

void session_start_ritual(struct session *session, struct cue_queue *cues)
{
    session->ending = true;
    enter(session, PHASE_RITUAL, cues);
}

void session_begin_round(struct session *session, int wanted, struct cue_queue *cues)
{
    int round = rounds_fitting(session, wanted);
    if (round != wanted) {
        session->why = END_LIMIT;
    }
    if (round == ROUNDS_NONE) {
        session_start_ritual(session, cues);
    } else if (round != session->round) {
        session_start_round(session, round, cues);
    } else {
        session->away_ms = rounds_away_ms(session, round);
        enter(session, PHASE_GREET, cues);
    }
}

void session_next_round(struct session *session, struct cue_queue *cues)
{
    int last = session->plan.rounds - 1;
    if (session->ending || session->round >= last) {
        session_start_ritual(session, cues);
        return;
    }
    session_begin_round(session, session->upsets > 0 ? last : session->round + 1, cues);
}

/*@ requires \valid(session) && sane(*session);
    assigns session->calm, session->longest_calm_ms, session->own_lasted;
    ensures sane(*session); */
static void count_calm(struct session *session)
{
    session->calm = one_more(session->calm);
    if (session->lasted_ms > session->longest_calm_ms) {
        session->longest_calm_ms = session->lasted_ms;
    }
    if (rounds_own_lasted(session)) {
        session->own_lasted = true;
    }
}

void session_close_round(struct session *session, struct cue_queue *cues)
{
    if (session->touched && !session->upset) {
        count_calm(session);
    } else if (!session->upset && !session->held) {
        session->easy = true;
    }
    session_next_round(session, cues);
}
