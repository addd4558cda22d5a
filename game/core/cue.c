// The words of the trace for what the rules say.
#include "core/cue.h"

const char *phase_name(enum phase phase)
{
    static const char *const names[] = {
        [PHASE_GREET] = "greet",   [PHASE_GOODBYE] = "goodbye", [PHASE_HIDE] = "hide",
        [PHASE_AWAY] = "away",     [PHASE_CUE] = "cue",         [PHASE_REVEAL] = "reveal",
        [PHASE_JOY] = "joy",       [PHASE_REST] = "rest",       [PHASE_COMFORT] = "comfort",
        [PHASE_RITUAL] = "ritual", [PHASE_OVER] = "over",
    };
    return names[phase];
}

const char *back_why_name(enum back_why why)
{
    static const char *const names[] = {
        [BACK_TIME] = "time", [BACK_TOUCH] = "touch",       [BACK_UPSET] = "upset",
        [BACK_CRY] = "cry",   [BACK_GROWN_UP] = "grown-up", [BACK_PAUSE] = "pause",
    };
    return names[why];
}

const char *upset_sign_name(enum upset_sign sign)
{
    static const char *const names[] = {
        [SIGN_GROWN_UP] = "grown-up",
        [SIGN_CRY] = "cry",
        [SIGN_BANGING] = "banging",
    };
    return names[sign];
}

const char *end_why_name(enum end_why why)
{
    static const char *const names[] = {
        [END_DONE] = "done",   [END_UPSET] = "upset",   [END_GROWN_UP] = "grown-up",
        [END_LIMIT] = "limit", [END_CLOSED] = "closed",
    };
    return names[why];
}
