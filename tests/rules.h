// What the tests of the rules share: a level to play, and a player that turns a script of inputs into a
// transcript of cues.
#pragma once

#include "core/plan.h"
#include "core/session.h"

// Five rounds of bear at the theatre: first 1.0 s, x 1.25, longest 30 s, touches open, bridged, 10 minutes.
struct level rules_level(void);
// That level's plan for step K of a child of 36 months, so that no cap is met.
struct plan rules_plan(int step);
// A plan of five rounds that are all this long.
struct plan rules_even_plan(int away_ms, enum touch_rule touch);

// A whole session in ticks of 10 ms. `script`: "MS what, MS what ..." in order of MS; what is one of touch
// fuss cry "cry soft" stop pause resume hide close and "show HIDDEN_MS"; it is seen by the tick that ends at
// MS. `only`: the words to keep ("gone back end"); "" keeps all. Returns "MS word value" a line, until the
// session is over or 20 minutes have passed; valid until the next call.
const char *play(const struct plan *plan, const char *script, const char *only);
// How the session of the last play() stood at its end.
const struct session *played(void);
// The time of the first, second ... (nth from 0) line of a transcript that begins with these words after its
// MS, or -1.
int when(const char *transcript, const char *words, int nth);
int count_of(const char *transcript, const char *words);
