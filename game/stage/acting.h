// How a friend acts: its poses in words, and which follow each other in an act. The same for all; what is a
// friend's own or a place's own is laid over them (stage/friend.c).
#pragma once

#include "stage/stage.h"

enum friend_pose {
    POSE_CALM, // paws on the edge, smiling
    POSE_GLAD, // the same with an open mouth
    POSE_SOFT, // close, for comfort
    POSE_WAVE_IN,
    POSE_WAVE_OUT,
    POSE_WAVE_JOY,
    POSE_BYE_IN,
    POSE_BYE_OUT,
    POSE_CROUCH, // about to pop up
    POSE_STRETCH,
    POSE_SQUASH,
    POSE_UP,
    POSE_HOP,
    POSE_DROWSY,
    POSE_ASLEEP,
    POSE_AWAY, // hidden, or what peeks out: made from the place's row
    POSE_COUNT,
};

enum { ACT_COUNT = ACT_ASLEEP + 1, ACT_STEPS_MAX = 14 };

struct act_pose {
    const char *words; // NULL for POSE_AWAY
    int paws;          // on the edge: 0 none, 1 the left one, 2 both
    int wave;          // 1, 2: the wave's ends; 0 none
};

struct act_step {
    int ms; // 0: the list ends
    float (*curve)(float);
    enum friend_pose pose;
};

extern const struct act_pose ACT_POSES[POSE_COUNT];  // a friend's
extern const struct act_pose FACE_POSES[POSE_COUNT]; // the sunflower's (stage/face.c)
extern const struct act_step ACT_STEPS[ACT_COUNT][ACT_STEPS_MAX];
// ACT_HIDE of one who will peek from the side: it leans there first, so that one eye stays free all the way.
extern const struct act_step STEPS_ASIDE[ACT_STEPS_MAX];
// The same of the sunflower, which draws itself in first (stage/face.c).
extern const struct act_step FACE_STEPS_ASIDE[ACT_STEPS_MAX];

// Is the friend there to be seen in this act, cover open?
bool act_is_open(enum act act);
// Has it gone, all closing done?
bool act_is_away(enum act act);
// Is it glad, so that tails and ears swing?
bool act_is_glad(enum act act);
