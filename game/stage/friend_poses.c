// A friend's poses at a place: the common words, its own wear, and where its paws find the edge.
#include "stage/friend_poses.h"

#include <math.h>
#include <string.h>

static const float LIP = 160;    // a hider's origin lies so far below the lip, hider units (art guide 5.9)
static const float PAW_LOW = 40; // a paw's middle is so far below the lip in the sheets

static const float DUCKED = 0.75F; // of the way down: what crouching takes from an eye is given back

enum { LITTLE = 100, MUCH = 240 }; // permille: below, a paw; above, the whole face

enum peek peek_of(int permille)
{
    if (permille <= 0) {
        return PEEK_NONE;
    }
    return permille < LITTLE ? PEEK_PAW : permille < MUCH ? PEEK_EYE : PEEK_WIDE;
}

static struct part_pose *part_of(struct pose *pose, const struct svg_sheet *sheet, const char *id)
{
    const int part = svg_sheet_find(sheet, id, strlen(id));
    return part < 0 ? NULL : &pose->parts[part];
}

// The left paw dx right of where it is drawn and dy below where a paw holds the edge; the right one is its
// mirror.
static void place_paw(struct pose *pose, const struct svg_sheet *sheet, const struct cast_friend *row,
                      const char *id, float dx, float dy)
{
    const int part = svg_sheet_find(sheet, id, strlen(id));
    if (part < 0) {
        return;
    }
    const float lip = sheet->origin_y - (LIP * row->size + row->sink) / row->size;
    pose->parts[part].dx = dx;
    pose->parts[part].dy = lip + PAW_LOW + dy - sheet->parts[part].pivot_y;
}

static void place_paws(struct pose *pose, const struct svg_sheet *sheet, const struct cast_friend *row,
                       int count, const float at[2])
{
    place_paw(pose, sheet, row, "pawL", at[0], at[1]);
    place_paw(pose, sheet, row, "pawR", -at[0], at[1]);
    struct part_pose *left = part_of(pose, sheet, "pawL"), *right = part_of(pose, sheet, "pawR");
    if (left && right) {
        left->show = count > 0 ? 1 : 0;
        right->show = count > 1 ? 1 : 0;
    }
}

// Arms are drawn only where they are raised: hanging ones would lie over the place's front.
static void base(struct pose *pose, const struct svg_sheet *sheet, const char *wear)
{
    pose_rest(pose, sheet);
    pose_read(pose, sheet, "armL show 0; armR show 0; lidL sy 0 show 1; lidR sy 0 show 1");
    pose_read(pose, sheet, wear);
}

static void delta(struct pose *pose, const struct svg_sheet *sheet, const char *words)
{
    pose_rest(pose, sheet);
    pose_read(pose, sheet, words);
}

void friend_poses_make(struct friend_poses *poses, const struct svg_sheet *sheet,
                       const struct cast_friend *row, const struct cast_place *place, bool face)
{
    for (int i = 0; i < POSE_COUNT; i++) {
        const struct act_pose *act = face ? &FACE_POSES[i] : &ACT_POSES[i];
        base(&poses->acts[i], sheet, row->wear[place->room]);
        place_paws(&poses->acts[i], sheet, row, act->paws, place->edge_paw);
        pose_read(&poses->acts[i], sheet, act->words);
        pose_read(&poses->acts[i], sheet, act->wave ? row->wave[act->wave - 1] : NULL);
    }
    poses->aside = face ? FACE_STEPS_ASIDE : STEPS_ASIDE;
    delta(&poses->idle, sheet, row->idle);
    delta(&poses->trail, sheet, row->trail);
    delta(&poses->breath, sheet, face ? "flower rot .8" : "root sx .995 sy 1.012");
}

void friend_poses_calm(struct friend_poses *poses)
{
    static const enum friend_pose lively[] = {POSE_STRETCH, POSE_SQUASH, POSE_HOP};
    for (size_t i = 0; i < sizeof lively / sizeof *lively; i++) {
        poses->acts[lively[i]] = poses->acts[POSE_UP];
    }
}

static void peek_out(struct pose *pose, const struct svg_sheet *sheet, const struct cast_friend *row,
                     const struct cast_shift *shift, int paws, const float paw[2])
{
    const float lifted = shift->dy * (1 - row->dip); // a low friend sinks less: its paws stay at the edge
    pose->parts[POSE_ROOT].dx = shift->dx;
    pose->parts[POSE_ROOT].dy = shift->dy * row->dip;
    pose->parts[POSE_ROOT].rot = shift->rot;
    place_paws(pose, sheet, row, paws, (float[]){paw[0], paw[1] + lifted});
}

// Only a paw: the friend is behind the closed cover.
static void paw_out(struct pose *pose, const struct svg_sheet *sheet, const struct cast_friend *row,
                    const struct cast_place *place, int paws)
{
    const float *paw = place->hidden_paw[1] != 0 ? place->hidden_paw : place->edge_paw;
    pose->parts[POSE_ROOT].dy = place->hidden_dy;
    place_paws(pose, sheet, row, paws, (float[]){paw[0], paw[1] - place->hidden_dy});
}

// It pops up from where it hid; eyes that were to be seen stay so.
static void crouch(struct friend_poses *poses, const struct cast_place *place, bool seen)
{
    const struct part_pose *away = &poses->acts[POSE_AWAY].parts[POSE_ROOT];
    struct part_pose *root = &poses->acts[POSE_CROUCH].parts[POSE_ROOT];
    root->dx = away->dx;
    root->dy = seen ? DUCKED * away->dy : 60 + 0.6F * place->hidden_dy;
    root->rot = away->rot;
}

void friend_poses_peek(struct friend_poses *poses, const struct svg_sheet *sheet,
                       const struct cast_friend *row, const struct cast_place *place, enum peek peek)
{
    struct pose *away = &poses->acts[POSE_AWAY];
    const bool low = peek == PEEK_EYE || peek == PEEK_WIDE;
    base(away, sheet, row->wear[low ? place->peek_room : place->room]);
    pose_read(away, sheet, "mouth_open show 0; mouth_smile show 1; pot show 0");
    switch (peek) {
    case PEEK_NONE:
        paw_out(away, sheet, row, place, 0);
        away->parts[POSE_ROOT].show = 0;
        break;
    case PEEK_PAW: paw_out(away, sheet, row, place, place->hidden_dy > 0 ? 2 : 1); break;
    case PEEK_EYE: peek_out(away, sheet, row, &place->peek_shift, place->peek_paws, place->peek_paw); break;
    case PEEK_WIDE: peek_out(away, sheet, row, &place->wide_shift, place->wide_paws, place->wide_paw); break;
    }
    crouch(poses, place, low);
}

void friend_poses_scale_away(struct friend_poses *poses, float shift)
{
    const float little = 30; // a small step aside would leave half an eye of a photo
    struct part_pose *root = &poses->acts[POSE_AWAY].parts[POSE_ROOT];
    root->dx *= fabsf(root->dx) < little ? 0 : shift;
    root->dy *= shift;
    poses->acts[POSE_CROUCH].parts[POSE_ROOT].dx = root->dx;
}
