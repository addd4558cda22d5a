// The sunflower with a parent's photo: it acts as the friends do, but a parent's face is never squashed, and
// swings little (art guide 7).
#include "stage/acting.h"

const struct act_pose FACE_POSES[POSE_COUNT] = {
    [POSE_CALM] = {"pot show 0"},
    [POSE_GLAD] = {"pot show 0"},
    [POSE_SOFT] = {"pot show 0; root sx 1.04 sy 1.04"},
    [POSE_WAVE_IN] = {"pot show 0; flower rot -4"},
    [POSE_WAVE_OUT] = {"pot show 0; flower rot 4"},
    [POSE_WAVE_JOY] = {"pot show 0; flower rot 4"},
    [POSE_BYE_IN] = {"pot show 0; flower rot -4"},
    [POSE_BYE_OUT] = {"pot show 0; flower rot 4"},
    [POSE_CROUCH] = {"pot show 0; root dy -20 sx .84 sy .84"},
    [POSE_STRETCH] = {"pot show 0; root dy -10 sx 1 sy 1"},
    [POSE_SQUASH] = {"pot show 0; root sx 1.03 sy 1.03"},
    [POSE_UP] = {"pot show 0"},
    [POSE_HOP] = {"pot show 0; root sx 1.03 sy 1.03"},
    [POSE_DROWSY] = {"pot show 0; flower rot 3"},
    [POSE_ASLEEP] = {"pot show 0; flower rot 5"},
    [POSE_AWAY] = {0},
};
