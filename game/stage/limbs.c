// A friend's hands: a paw on the edge or a raised arm, never both at one side.
#include "stage/limbs.h"

void limbs_find(struct limbs *limbs, const struct rig *rig)
{
    *limbs = (struct limbs){
        .arm = {rig_find(rig, "armL"), rig_find(rig, "armR")},
        .paw = {rig_find(rig, "pawL"), rig_find(rig, "pawR")},
        .arms = rig_part(rig, "armL") | rig_part(rig, "armR"),
        .paws = rig_part(rig, "pawL") | rig_part(rig, "pawR"),
    };
}

void limbs_finish(const struct limbs *limbs, struct pose *pose)
{
    for (int side = 0; side < 2; side++) {
        const int arm = limbs->arm[side], paw = limbs->paw[side];
        if (arm >= 0 && paw >= 0 && pose->parts[arm].show > 0) {
            pose->parts[paw].show = 0;
        }
    }
}
