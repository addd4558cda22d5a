// What all of the session's parts do: say a cue, enter a phase. For session*.c only.
#pragma once

#include "core/session.h"

/*@ requires 0 <= count <= COUNT_MAX;
    assigns \nothing;
    ensures count <= \result <= COUNT_MAX && (\result == count ==> count == COUNT_MAX); */
static inline int one_more(int count)
{
    return count < COUNT_MAX ? count + 1 : count;
}

/*@ requires \valid(cues) && room_for(*cues, 1);
    assigns MORE_CUES(cues);
    ensures cues->count == \old(cues->count) + 1;
    ensures cues->items[\old(cues->count)].kind == kind; */
static inline void say(struct cue_queue *cues, enum cue_kind kind, int value)
{
    if (cues->count < CUE_QUEUE_MAX) {
        cues->items[cues->count++] = (struct cue){.kind = kind, .value = value};
    }
}

// The only place where a phase begins.
/*@ requires \valid(session) && \valid(cues) && \separated(session, cues);
    requires 0 <= phase <= PHASE_OVER && room_for(*cues, 1);
    assigns session->phase, session->phase_ms, MORE_CUES(cues);
    ensures session->phase == phase && session->phase_ms == 0 && more_cues(\old(*cues), *cues, 1); */
static inline void enter(struct session *session, enum phase phase, struct cue_queue *cues)
{
    session->phase = phase;
    session->phase_ms = 0;
    say(cues, CUE_PHASE, (int)phase);
}
