// A friend's way through an act, and when it pops up: after the words of stage/acting.h, and after its place.
#pragma once

#include "stage/friend_poses.h"

// When it pops up, milliseconds into a reveal: as the place says, but eyes that peek are uncovered first.
int friend_pop_ms(const struct cast_place *place, enum peek peek);
// The way through an act, after the act `before`.
struct timeline friend_plan(const struct friend_poses *poses, const struct cast_place *place, enum act act,
                            enum act before, enum peek peek);
