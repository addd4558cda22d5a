// Takes as a family may record them that could startle: a clap, a slammed door, the click of a button, a
// shout, a whisper, a yelp that begins at once, a song without an end.
#pragma once

#include "store/take.h"

enum hard {
    HARD_CLAP,    // words right after one
    HARD_DOOR,    // it slams between two words, after a pause
    HARD_CLICKS,  // before, in and after the words
    HARD_SHOUT,   // cut off at full scale
    HARD_WHISPER, // and a mouse that is put down
    HARD_YELP,    // 0.15 s, from the first sample
    HARD_LONG,    // longer than any game plays
    HARDS,
};

// The caller frees it with take_free; no samples without memory.
struct take hard_take(enum hard hard);
