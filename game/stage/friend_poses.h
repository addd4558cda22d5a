// A friend's poses at a place: the common words (stage/acting.h), its own wear, and where its paws find the
// edge.
#pragma once

#include "stage/acting.h"
#include "stage/pose.h"
#include "store/cast.h"

// How much stays visible while away.
enum peek { PEEK_NONE, PEEK_PAW, PEEK_EYE, PEEK_WIDE };

enum peek peek_of(int permille);

struct friend_poses {
    struct pose acts[POSE_COUNT];
    const struct act_step *aside;    // how it hides where it will peek from the side
    struct pose idle, trail, breath; // to be added in part
};

void friend_poses_make(struct friend_poses *poses, const struct svg_sheet *sheet,
                       const struct cast_friend *row, const struct cast_place *place, bool face);
// It comes up straight: no stretching, squashing, hopping.
void friend_poses_calm(struct friend_poses *poses);
// What is seen while away.
void friend_poses_peek(struct friend_poses *poses, const struct svg_sheet *sheet,
                       const struct cast_friend *row, const struct cast_place *place, enum peek peek);
// Scales how far it is shifted while away: the sunflower is larger than the friends.
void friend_poses_scale_away(struct friend_poses *poses, float shift);
