// The session's part that begins and ends rounds. For session*.c only.
#pragma once

#include "core/session.h"

// A round begins anew with its greet.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && 0 <= round < session->plan.rounds && room_for(*cues, 2);
    assigns session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase == PHASE_GREET && session->phase_ms == 0;
    ensures more_cues(\old(*cues), *cues, 2); */
void session_start_round(struct session *session, int round, struct cue_queue *cues);
// The ritual begins, after which the session is over.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 1);
    assigns session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase == PHASE_RITUAL && session->phase_ms == 0;
    ensures more_cues(\old(*cues), *cues, 1); */
void session_start_ritual(struct session *session, struct cue_queue *cues);
// A round begins, anew or again; the ritual where no round fits into the session's limit any more.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && 0 <= wanted < session->plan.rounds && room_for(*cues, 2);
    assigns session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase_ms == 0;
    ensures session->phase == PHASE_GREET || session->phase == PHASE_RITUAL;
    ensures more_cues(\old(*cues), *cues, 2); */
void session_begin_round(struct session *session, int wanted, struct cue_queue *cues);
// In order; straight to the last, easy one after an upset.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 2);
    assigns session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase_ms == 0;
    ensures session->phase == PHASE_GREET || session->phase == PHASE_RITUAL;
    ensures more_cues(\old(*cues), *cues, 2); */
void session_next_round(struct session *session, struct cue_queue *cues);
// A round is at its end: what it was like is counted, and the next one begins.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires sane(*session) && room_for(*cues, 2);
    assigns session->calm, session->longest_calm_ms, session->own_lasted, session->easy,
        session->why, session->round, session->away_ms, session->touched, session->upset, session->held,
        session->lasted_ms, session->ending, session->phase, session->phase_ms, MORE_CUES(cues);
    ensures sane(*session) && session->phase_ms == 0;
    ensures session->phase == PHASE_GREET || session->phase == PHASE_RITUAL;
    ensures more_cues(\old(*cues), *cues, 2); */
void session_close_round(struct session *session, struct cue_queue *cues);
