// Other friends, other hiding places: the scenes of a level made anew from those that were chosen. Pairs that
// are still possible stay, everybody and every place has at least one, and a pair is played in a row (a young
// baby smiles most where the same friend comes back at the same place).
#pragma once

#include "core/level.h"

// Ids, each once and at least one of both; at most LEVEL_SCENES_MAX of each. Where they are those of
// `before`, its scenes stay just as they are. A new pair has the backdrop of its place, else the first
// scene's.
void recast(struct level *level, const struct level *before, const char *const *who, int who_count,
            const char *const *places, int place_count);
// Whether somebody hides in this level, or something is a place of it.
bool recast_has_who(const struct level *level, const char *who);
bool recast_has_place(const struct level *level, const char *place);
// How many scenes no game shows, because it has fewer rounds.
int recast_unseen(const struct level *level);
