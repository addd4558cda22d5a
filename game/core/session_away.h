// The session's part in which somebody is gone, and comes back. For session*.c only.
#pragma once

#include "core/session.h"

// The hiding is complete: somebody is gone, and all of the round's away is ahead.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && session->hold == HOLD_NONE && room_for(*cues, 2);
    assigns session->gone, session->gone_ms, session->due_ms, session->due_why, session->bridges,
        session->comfort,
        session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && session->gone && more_cues(\old(*cues), *cues, 2);
    ensures session->gone_ms == 0 && session->due_ms == session->away_ms; */
void session_go(struct session *session, struct cue_queue *cues);
// Says that whoever is gone is back, and why; nothing where nobody is.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 1);
    assigns session->gone, session->lasted_ms, MORE_CUES(cues);
    ensures sane(*session) && !session->gone && more_cues(\old(*cues), *cues, 1);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues); */
void session_bring_back(struct session *session, enum back_why why, struct cue_queue *cues);
// The same, and the reveal begins.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 2);
    assigns session->gone, session->lasted_ms, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && !session->gone && session->phase == PHASE_REVEAL && session->phase_ms == 0;
    ensures more_cues(\old(*cues), *cues, 2) && nobody_forgotten(\old(*session), *session, \old(*cues),
        *cues); */
void session_come_back(struct session *session, enum back_why why, struct cue_queue *cues);
// Time passes while somebody is gone: they come back, or are heard, or the cue begins. dt_ms: 1 to 1000.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && session->gone && out_of_sight(session->phase) && 1 <= dt_ms <= 1000;
    requires 0 <= session->gone_ms <= session->due_ms <= session->away_ms && session->hold == HOLD_NONE;
    requires session->phase_ms <= session->gone_ms + dt_ms && room_for(*cues, 2);
    assigns session->gone, session->gone_ms, session->lasted_ms, session->bridges,
        session->phase, session->phase_ms, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 2);
    ensures nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures in_this_very_tick: session->gone <==> \old(session->gone_ms) + dt_ms < session->due_ms;
    ensures session->gone ==> session->gone_ms == \old(session->gone_ms) + dt_ms; */
void session_pass_away(struct session *session, int dt_ms, struct cue_queue *cues);
// A touch, wherever it was: whoever is gone comes back sooner, as the level answers it.
/*@ requires \valid(session) && promised(*session);
    assigns session->touched, session->due_ms, session->due_why;
    ensures promised(*session);
    ensures never_farther: session->due_ms <= \old(session->due_ms); */
void session_touch(struct session *session);
