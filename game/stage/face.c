// The sunflower with a parent's photo: it acts as the friends do, but a parent's face is never squashed, and
// swings little (art guide 7).
#include "stage/face.h"

#include <math.h>

#include "core/easing.h"
#include "stage/acting.h"

enum {
    OVER_MS = 350,
    OVER_AFTER_MS = 250, // an opening takes that long to set the photo free
};
static const float RING = 170, STEM = 476; // the photo's frame, and from its middle down to the origin, units

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

const struct act_step FACE_STEPS_ASIDE[ACT_STEPS_MAX] = {
    {240, ease_in_out_sine, POSE_CALM}, {300, ease_in_out_sine, POSE_AWAY}, {160, ease_linear, POSE_AWAY}};

void face_act(struct glide *over, enum act act, int length_ms, int now_ms)
{
    const bool open = act_is_open(act);
    if (over->to == (open ? 1 : 0)) {
        return;
    }
    glide_to(over, open ? 1 : 0, open ? OVER_MS : length_ms / 3, now_ms);
    if (open) {
        over->start_ms += OVER_AFTER_MS;
    }
}

struct rect face_clip(const struct placing *placing, const struct rect *above, float over)
{
    const float ring = RING * placing->scale, middle = placing->y - STEM * placing->scale;
    const float lip = (float)(above->y + above->h);
    const float left = ease_mix(placing->x - ring, (float)above->x, over);
    const float right = ease_mix(placing->x + ring, (float)(above->x + above->w), over);
    const float top = ease_mix(middle - ring, (float)above->y, over);
    const float bottom = ease_mix(fminf(middle + ring, lip), lip, over);
    return (struct rect){(int)left, (int)top, (int)(right - left), (int)(bottom - top)};
}
