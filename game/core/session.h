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

    bool touched;  // in this round
    bool upset;    // in this round
    bool held;     // in this round: an interruption explains a baby who does not touch
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

// Starts with the first round's greet; cues as from a tick.
void session_start(struct session *session, const struct plan *plan, struct cue_queue *cues);
// dt_ms: TICK_MS in play; any time from 1 to 1000 keeps the promise to within one dt.
void session_tick(struct session *session, const struct input *input, int dt_ms, struct cue_queue *cues);
// The program is told to end: whoever is gone is back, and the session is over.
void session_close(struct session *session, struct cue_queue *cues);
bool session_over(const struct session *session);
// How long a phase takes; 0 for those that end otherwise (away, over).
int session_phase_length_ms(const struct session *session, enum phase phase);
// How long until something happens by itself.
int session_next_ms(const struct session *session);
struct outcome session_outcome(const struct session *session);
