// A place's poses, and which follow each other in an act: from its row of the cast.
#pragma once

#include "stage/friend_poses.h"
#include "stage/motion.h"

struct place_poses {
    struct pose away, open, bed;
    struct pose tense; // pressed down before it opens
    struct pose opening[CAST_STEPS_MAX], closing[CAST_STEPS_MAX];
    struct pose touch, stir, breath, drift; // to be added in part
};

void place_poses_make(struct place_poses *poses, const struct svg_sheet *sheet, const struct cast_place *row);
// What it looks like while somebody is away.
void place_poses_peek(struct place_poses *poses, const struct svg_sheet *sheet, const struct cast_place *row,
                      enum peek peek);

// The way through an act, after the act `before`; half_way: its closing has not come to its end.
struct timeline place_plan(const struct place_poses *poses, const struct cast_place *row, enum act act,
                           enum act before, bool half_way);
