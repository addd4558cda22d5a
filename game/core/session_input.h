// The session's part that answers what the baby and the grown-up do. For session*.c only.
#pragma once

#include "core/session.h"

// The grown-up's part of the input.
/*@ requires \valid(session) && \valid(input) && \valid(cues) && \separated(session, input, cues);
    requires promised(*session) && session->phase != PHASE_OVER && room_for(*cues, 14);
    assigns session->hold, session->hold_ms, session->shorter, session->gone, session->why, session->round,
        session->away_ms, session->touched, session->upset, session->held, session->lasted_ms,
        session->ending, session->phase, session->phase_ms, session->upsets, session->comfort,
        session->upset_at_own, session->most_ms, MORE_CUES(cues);
    ensures promised(*session) && session->phase != PHASE_OVER && more_cues(\old(*cues), *cues, 14);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures session->gone ==> \old(session->gone) && nearer(\old(*session), *session, 0) &&
        session->upsets == \old(session->upsets) && !grown_up_calls(*input);
    ensures session->phase == PHASE_HIDE ==> !\old(session->gone);
    ensures session->phase == PHASE_HIDE && session->hold == HOLD_NONE ==>
        session->upsets == \old(session->upsets) && !grown_up_calls(*input); */
void session_obey(struct session *session, const struct input *input, struct cue_queue *cues);
// The game goes into the background or returns from it.
/*@ requires \valid(session) && \valid(input) && \valid(cues) && \separated(session, input, cues);
    requires promised(*session) && session->phase != PHASE_OVER && room_for(*cues, 7);
    assigns session->hold, session->hold_ms, session->shorter, session->gone, session->why, session->round,
        session->away_ms, session->touched, session->upset, session->held, session->lasted_ms,
        session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && session->phase != PHASE_OVER && more_cues(\old(*cues), *cues, 7);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures session->gone ==> \old(session->gone) && nearer(\old(*session), *session, 0) && !input->hide;
    ensures session->phase == PHASE_HIDE ==> \old(session->phase) == PHASE_HIDE;
    ensures session->phase == PHASE_HIDE && session->hold == HOLD_NONE ==>
        \old(session->hold) == HOLD_NONE && !input->hide; */
void session_leave_and_return(struct session *session, const struct input *input, struct cue_queue *cues);
// Time passes while the session is held: a card without an answer goes on by itself. dt_ms: 1 to 1000.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->hold != HOLD_NONE && session->phase != PHASE_OVER;
    requires 1 <= dt_ms <= 1000 && room_for(*cues, 3);
    assigns session->hold, session->hold_ms, session->shorter, session->why, session->round,
        session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && !session->gone && more_cues(\old(*cues), *cues, 3); */
void session_pass_held(struct session *session, int dt_ms, struct cue_queue *cues);
// The cry hint's soft level brings back whoever is gone, and that is all: a guess costs nothing but some of
// the time away. Where nobody is gone it is nothing.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && session->hold == HOLD_NONE;
    requires room_for(*cues, 2);
    assigns session->held, session->gone, session->lasted_ms, session->phase, session->phase_ms,
        MORE_CUES(cues);
    ensures promised(*session) && !session->gone && session->hold == HOLD_NONE;
    ensures session->phase == (\old(session->gone) ? PHASE_REVEAL : \old(session->phase));
    ensures more_cues(\old(*cues), *cues, 2) && nobody_forgotten(\old(*session), *session, \old(*cues),
        *cues); */
void session_hear_cry(struct session *session, struct cue_queue *cues);
// The baby's hands: each of this tick's touches is answered; banging is a sign of upset. dt_ms: 1 to 1000.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && session->phase != PHASE_OVER && session->hold == HOLD_NONE;
    requires 1 <= dt_ms <= 1000 && room_for(*cues, 4);
    assigns session->touched, session->due_ms, session->due_why, session->hold, session->upset,
        session->upsets,
        session->comfort, session->upset_at_own, session->most_ms, session->ending, session->why,
        session->gone, session->lasted_ms, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && session->phase != PHASE_OVER && session->hold == HOLD_NONE;
    ensures more_cues(\old(*cues), *cues, 4) && nobody_forgotten(\old(*session), *session, \old(*cues),
        *cues);
    ensures session->gone ==> \old(session->gone) && nearer(\old(*session), *session, 0) &&
        session->upsets == \old(session->upsets);
    ensures !\old(session->gone) ==>
        session->phase == \old(session->phase) && session->upsets == \old(session->upsets);
    ensures \old(session->gone) ==> session->phase != PHASE_HIDE; */
void session_feel(struct session *session, int touches, int dt_ms, struct cue_queue *cues);
