// What the rules ask to be shown or heard, and a short queue of it. The scene performs cues; the trace prints
// them.
#pragma once

#include <stdbool.h>

enum phase {
    PHASE_GREET,
    PHASE_GOODBYE,
    PHASE_HIDE,
    PHASE_AWAY,
    PHASE_CUE,
    PHASE_REVEAL,
    PHASE_JOY,
    PHASE_REST,
    PHASE_COMFORT,
    PHASE_RITUAL,
    PHASE_OVER,
};

// Why somebody came back.
enum back_why { BACK_TIME, BACK_TOUCH, BACK_UPSET, BACK_CRY, BACK_GROWN_UP, BACK_PAUSE };

// Whose sign of upset it was.
enum upset_sign { SIGN_GROWN_UP, SIGN_CRY, SIGN_BANGING };

enum end_why { END_DONE, END_UPSET, END_GROWN_UP, END_LIMIT, END_CLOSED };

enum bridge { BRIDGE_WHERE, BRIDGE_NEAR };

enum cue_kind {
    CUE_ROUND,  // a round begins; value: its number, from 0
    CUE_PHASE,  // value: enum phase
    CUE_GONE,   // the hiding is complete
    CUE_BACK,   // the reveal begins; value: enum back_why
    CUE_BRIDGE, // something is to be heard from the hiding place; value: enum bridge
    CUE_UPSET,  // value: enum upset_sign
    CUE_HELD,   // value: 1 the session is held (pause card or background), 0 it goes on
    CUE_END,    // the session is over; value: enum end_why
};

struct cue {
    enum cue_kind kind;
    int value;
};

enum { CUE_QUEUE_MAX = 32 };

// The caller empties it after each tick. What does not fit is dropped; a tick emits at most 10 (every input
// at once).
struct cue_queue {
    struct cue items[CUE_QUEUE_MAX];
    int count;
};

/*@ // Cues are only ever put at the end; somebody's return is said where it is among those from `first` on.
    predicate room_for(struct cue_queue cues, integer n) = 0 <= cues.count <= CUE_QUEUE_MAX - n;
    predicate more_cues(struct cue_queue before, struct cue_queue after, integer most) =
        before.count <= after.count <= before.count + most;
    predicate back_is_said(struct cue_queue cues, integer first) =
        \exists integer i; first <= i < cues.count && cues.items[i].kind == CUE_BACK; */
// In contracts: what `assigns` names where cues are said. What stands in the queue stays.
#define MORE_CUES(cues) (cues)->count, (cues)->items[(cues)->count..CUE_QUEUE_MAX - 1]

const char *phase_name(enum phase phase);
const char *back_why_name(enum back_why why);
const char *upset_sign_name(enum upset_sign sign);
const char *end_why_name(enum end_why why);
