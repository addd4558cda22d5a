// A friend's hands: a paw on the edge or a raised arm, never both at one side.
#pragma once

#include "stage/rig.h"

struct limbs {
    int arm[2], paw[2]; // part numbers, left and right; -1 where the rig has none
    rig_parts arms, paws;
};

void limbs_find(struct limbs *limbs, const struct rig *rig);
// Finishes the hands of a pose: a paw is to be seen only where its arm is not.
void limbs_finish(const struct limbs *limbs, struct pose *pose);
