// One session: rounds and phases, and the promise that whoever goes comes back (design.md 2). A value without
// pointers; time arrives as dt, hands as input, what is to be shown and heard leaves as cues. Phase lengths
// are science/README.md 1.5's.
#pragma once

#include <stdbool.h>

#include "core/bridge.h"
#include "core/comfort.h"
#include "core/cue.h"
#include "core/input.h"
#include "core/ladder.h"
#include "core/plan.h"

enum {
    TICK_MS = 10,
    ANSWER_MS = 3000,       // a touch that `answers` brings the return within this (science/README.md 3.4)
    SAME_UPSET_MS = 1000,   // signs this close are of one upset
    CARD_MS = 12000,        // a pause card without an answer goes on by itself
    LONG_HIDDEN_MS = 60000, // longer in the background ends with the ritual
    COUNT_MAX = 1000000000, // what is counted stops there: no session lasts for eleven days
};

enum hold { HOLD_NONE, HOLD_CARD, HOLD_BACKGROUND };

struct session {
    struct plan plan;
    enum phase phase;
    int phase_ms;   // time spent in this phase
    int elapsed_ms; // time played: without what was held
    int round;      // from 0
    int away_ms;    // what this round may take, from gone to back

    bool gone;   // somebody is out of sight
    int gone_ms; // since they went
    int due_ms;  // when they come back, after they went: at most away_ms; it only ever comes nearer
    enum back_why due_why;
    int bridges; // how many bridging sounds are behind us

    enum hold hold;
    int hold_ms;

    bool touched; // in this round
    bool upset;   // in this round
    bool held; // in this round: an interruption, or a cry that was heard, explains a baby who does not touch
    int lasted_ms; // how long this round's away was
    int shorter;   // steps taken off after an interruption
    bool easy;     // after an unclear round: easy entries to the end
    bool ending;   // the ritual comes next
    enum end_why why;
    int most_ms; // after an upset: the longest away that may still follow; 0: as planned
    struct comfort comfort;

    int calm, upsets; // rounds, signs
    int longest_calm_ms;
    bool own_lasted, upset_at_own;
};

/*@ // Every number in its range, so that nothing that is worked out from them overflows.
    predicate sane(struct session session) =
        sane_plan(session.plan) && sane_comfort(session.comfort) &&
        0 <= session.phase <= PHASE_OVER && 0 <= session.phase_ms <= PHASE_MAX_MS + 1000 &&
        0 <= session.elapsed_ms <= COUNT_MAX && 0 <= session.round < session.plan.rounds &&
        0 <= session.away_ms <= session.plan.rungs.longest_ms && 0 <= session.bridges <= 10 &&
        0 <= session.hold <= HOLD_BACKGROUND && 0 <= session.hold_ms <= LONG_HIDDEN_MS + 1000 &&
        0 <= session.gone_ms <= LONGEST_MS + 1000 && 0 <= session.lasted_ms <= LONGEST_MS + 1000 &&
        0 <= session.most_ms <= LONGEST_MS && 0 <= session.shorter <= COUNT_MAX &&
        0 <= session.calm <= COUNT_MAX && 0 <= session.upsets <= COUNT_MAX;

    // The promise: whoever is gone has a time to be back, within the round's away; nothing holds it up.
    predicate out_of_sight(integer phase) = phase == PHASE_AWAY || phase == PHASE_CUE;
    predicate will_be_back(struct session session) =
        0 <= session.gone_ms <= session.due_ms <= session.away_ms && session.hold == HOLD_NONE &&
        session.phase_ms <= session.gone_ms;
    predicate promised(struct session session) =
        sane(session) && (session.gone <==> out_of_sight(session.phase)) &&
        (session.gone ==> will_be_back(session)) &&
        (session.phase != PHASE_OVER ==> session.phase_ms <= PHASE_MAX_MS);

    // Nobody who was gone is there without having been said to be back.
    predicate nobody_forgotten(struct session before, struct session after, struct cue_queue said,
                               struct cue_queue cues) =
        before.gone && !after.gone ==> back_is_said(cues, said.count);
    // Whoever is still away is so in the same round, and their return has come nearer by `ms` at least.
    predicate nearer(struct session before, struct session after, integer ms) =
        after.round == before.round && after.away_ms == before.away_ms &&
        after.gone_ms == before.gone_ms + ms && after.due_ms <= before.due_ms;
    predicate grown_up_calls(struct input input) = input.fuss || input.cry || input.stop || input.pause;
    // Whoever is gone comes back at once.
    predicate called_back(struct session session, struct input input) =
        grown_up_calls(input) || input.hide || (session.gone && input.cry_soft); */

// Starts with the first round's greet; cues as from a tick.
/*@ requires \valid(session) && \valid(plan) && \valid(cues) && \separated(session, plan, cues);
    requires sane_plan(*plan) && room_for(*cues, 2);
    assigns *session, MORE_CUES(cues);
    ensures promised(*session) && !session->gone && more_cues(\old(*cues), *cues, 2); */
void session_start(struct session *session, const struct plan *plan, struct cue_queue *cues);
// dt_ms: TICK_MS in play; any time from 1 to 1000 keeps the promise to within one dt.
/*@ requires \valid(session) && \valid(input) && \valid(cues) && \separated(session, input, cues);
    requires promised(*session) && 1 <= dt_ms <= 1000 && room_for(*cues, 32);
    assigns *session, MORE_CUES(cues);
    ensures promised(*session) && more_cues(\old(*cues), *cues, 32);
    ensures back_is_always_said: nobody_forgotten(\old(*session), *session, \old(*cues), *cues);
    ensures nearer_each_tick: \old(session->gone) && session->gone ==> nearer(\old(*session), *session,
        dt_ms);
    ensures back_in_time: \old(session->gone) && \old(session->gone_ms) + dt_ms >= \old(session->due_ms) ==>
        !session->gone;
    ensures all_of_away_is_ahead: !\old(session->gone) && session->gone ==>
        session->gone_ms == 0 && session->due_ms == session->away_ms;
    ensures back_when_called: called_back(\old(*session), *input) ==> !session->gone;
    ensures back_when_upset: session->upsets > \old(session->upsets) ==> !session->gone;
    ensures the_plan_stays: \old(session->plan.cap_ms) == session->plan.cap_ms &&
        \old(session->plan.rungs.longest_ms) == session->plan.rungs.longest_ms; */
void session_tick(struct session *session, const struct input *input, int dt_ms, struct cue_queue *cues);
// The program is told to end: whoever is gone is back, and the session is over.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires promised(*session) && room_for(*cues, 2);
    assigns session->gone, session->lasted_ms, session->why, session->phase, MORE_CUES(cues);
    ensures promised(*session) && !session->gone && session->phase == PHASE_OVER;
    ensures back_is_always_said: nobody_forgotten(\old(*session), *session, \old(*cues), *cues); */
void session_close(struct session *session, struct cue_queue *cues);
/*@ requires \valid(session);
    assigns \nothing;
    ensures \result <==> session->phase == PHASE_OVER; */
bool session_over(const struct session *session);
// How long a phase takes; 0 for those that end otherwise (away, over).
/*@ requires \valid(session) && sane_plan(session->plan) && 0 <= phase <= PHASE_OVER;
    assigns \nothing;
    ensures 0 <= \result <= PHASE_MAX_MS; */
int session_phase_length_ms(const struct session *session, enum phase phase);
// How long until something happens by itself.
/*@ requires \valid(session) && promised(*session);
    assigns \nothing;
    ensures 0 <= \result || session->hold == HOLD_CARD; */
int session_next_ms(const struct session *session);
/*@ requires \valid(session);
    assigns \nothing;
    ensures \result.upsets == session->upsets; */
struct outcome session_outcome(const struct session *session);
