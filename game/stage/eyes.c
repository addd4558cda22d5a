// A friend's eyes: open, shut or merry, and nothing in between: a lid half over a pupil looks sly or cross.
#include "stage/eyes.h"

static const float LOOK_UNITS = 7; // how far the pupils go
static const float SHUT = 0.5F;    // a lid that is to come down so far is down

void eyes_find(struct eyes *eyes, const struct rig *rig)
{
    *eyes = (struct eyes){
        .eye = {rig_find(rig, "eyeL"), rig_find(rig, "eyeR")},
        .pupil = {rig_find(rig, "pupilL"), rig_find(rig, "pupilR")},
        .lid = {rig_find(rig, "lidL"), rig_find(rig, "lidR")},
        .joy = {rig_find(rig, "joyL"), rig_find(rig, "joyR")},
    };
}

static void show(struct pose *pose, int part, bool shown)
{
    if (part >= 0) {
        pose->parts[part].show = shown ? 1 : 0;
    }
}

static bool is_shown(const struct pose *pose, int part)
{
    return part >= 0 && pose->parts[part].show > 0;
}

static bool is_shut(const struct pose *pose, int lid, bool blink)
{
    return lid >= 0 && (blink || pose->parts[lid].sy >= SHUT);
}

// The eye goes while something covers it, or its soft edge would be a pale ring around that.
static void finish_one(const struct eyes *eyes, int side, bool blink, struct pose *pose)
{
    const int lid = eyes->lid[side];
    const bool merry = is_shown(pose, eyes->joy[side]);
    const bool shut = !merry && is_shut(pose, lid, blink);
    show(pose, lid, shut);
    show(pose, eyes->eye[side], !merry && !shut);
    show(pose, eyes->pupil[side], !merry && !shut);
    if (shut) {
        pose->parts[lid].sy = 1;
    }
}

void eyes_finish(const struct eyes *eyes, float x, float y, bool blink, struct pose *pose)
{
    for (int side = 0; side < 2; side++) {
        if (eyes->pupil[side] >= 0) {
            pose->parts[eyes->pupil[side]].dx += x * LOOK_UNITS;
            pose->parts[eyes->pupil[side]].dy += y * LOOK_UNITS;
        }
        finish_one(eyes, side, blink, pose);
    }
}
