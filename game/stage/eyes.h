// A friend's eyes: open, shut or merry, and nothing in between.
#pragma once

#include "stage/rig.h"

struct eyes {
    int eye[2], pupil[2], lid[2], joy[2]; // part numbers, left and right; -1 where the rig has none
};

void eyes_find(struct eyes *eyes, const struct rig *rig);
// Finishes the eyes of a pose: pupils to x, y (-1 to 1 each way), lids shut by a blink or by the pose. Of
// whatever the pose mixes only one is shown.
void eyes_finish(const struct eyes *eyes, float x, float y, bool blink, struct pose *pose);
