// The one who hides: a rig that acts, at a place.
#include "stage/friend.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/canvas.h"
#include "stage/eyes.h"
#include "stage/face.h"
#include "stage/friend_plan.h"
#include "stage/limbs.h"

enum {
    BEAT_MS = 67,     // idle swings change the picture 15 times a second
    HEAD_LAG_MS = 40, // follow-through (art guide 7)
    ARM_LAG_MS = 60,
    TRAIL_MS = 90,
    IDLE_STEPS = 40,
    GLAD_MS = 300, // how long gladness takes to come and go
    FIRST_FRAME_MS = 17,
};
static const float TALL = 380;       // units from the lip's height to the top of a head
static const float TRAIL_UNITS = 70; // this much upwards within TRAIL_MS is a whole swing of what lags
static const float BREATH_STEP_PX = 0.6F;
static const float CALM_BREATH =
    0.5F; // a friend that does not breathe at all would be a still face (science/README.md 1)

struct friend
{
    struct rig rig;
    const struct cast_friend *row;
    const struct cast_place *place;
    const struct stage_set *photo_of; // of the ensemble, or NULL; only the sunflower shows it
    bool face, calm;
    unsigned seed;
    struct friend_poses poses;
    struct motion motion;
    int lag_ms[POSE_SIZE];
    struct placing placing;
    float shift;             // its units for one of a place's shifts
    struct rect clip, above; // above: all that lies over the lip
    enum act act;
    int pop_ms; // when it popped up, or -1
    enum peek peek;
    struct glide glad, over;
    struct habit_look look;
    struct bounce bounce;
    struct pose squash;
    struct limbs limbs;
    struct eyes eyes;
};

static void find_parts(struct friend *friend)
{
    const struct rig *rig = &friend->rig;
    limbs_find(&friend->limbs, rig);
    eyes_find(&friend->eyes, rig);
    for (int i = 0; i < rig->sheet.part_count; i++) {
        const char *id = rig->sheet.parts[i].id;
        const bool arm = friend->limbs.arms >> i & 1;
        friend->lag_ms[i] = strcmp(id, "head") == 0 ? HEAD_LAG_MS : arm ? ARM_LAG_MS : 0;
    }
}

static void make_away(struct friend *friend)
{
    friend_poses_peek(&friend->poses, &friend->rig.sheet, friend->row, friend->place, friend->peek);
    if (friend->face) {
        friend_poses_scale_away(&friend->poses, friend->shift);
    }
}

void friend_peek(struct friend *friend, int permille)
{
    const enum peek peek = peek_of(permille);
    friend->peek = friend->face && peek == PEEK_PAW ? PEEK_NONE : peek; // a flower has no paws
    make_away(friend);
}

void friend_calm(struct friend *friend, bool calm)
{
    if (friend->calm == calm) {
        return;
    }
    friend->calm = calm;
    friend_poses_make(&friend->poses, &friend->rig.sheet, friend->row, friend->place, friend->face);
    if (calm) {
        friend_poses_calm(&friend->poses);
    }
    make_away(friend);
}

struct friend *friend_new(const struct cast_friend *row, const struct cast_place *place,
                          const struct stage_set *photo_of, unsigned seed)
{
    struct friend *friend = calloc(1, sizeof *friend);
    if (!friend) {
        return NULL;
    }
    friend->face = strcmp(row->name, "sunflower") == 0;
    char asset[64];
    snprintf(asset, sizeof asset, "%s/%s.svg", friend->face ? "places" : "friends", row->name);
    if (!rig_read(&friend->rig, asset)) {
        free(friend);
        return NULL;
    }
    friend->row = row, friend->place = place, friend->seed = seed, friend->pop_ms = -1,
    friend->act = ACT_REST;
    friend->photo_of = photo_of;
    find_parts(friend);
    friend_poses_make(&friend->poses, &friend->rig.sheet, row, place, friend->face);
    pose_rest(&friend->squash, &friend->rig.sheet);
    pose_read(&friend->squash, &friend->rig.sheet, friend->face ? "flower rot 3" : "root sx 1.035 sy .955");
    motion_rest(&friend->motion, &friend->poses.acts[POSE_CALM]);
    friend->over = (struct glide){1, 1, 0, 0};
    friend->shift = 1;
    friend_peek(friend, 0);
    return friend;
}

void friend_free(struct friend *friend)
{
    if (!friend) {
        return;
    }
    rig_free(&friend->rig);
    free(friend);
}

const struct cast_friend *friend_row(const struct friend *friend)
{
    return friend->row;
}

void friend_lay_out(struct friend *friend, const struct layout *layout)
{
    friend->placing = layout->hider;
    friend->clip = layout->clip;
    friend->above = layout->above;
    friend->shift = layout->shift;
    make_away(friend);
}

void friend_rasterise(struct friend *friend, struct loader *loader)
{
    rig_rasterise(&friend->rig, loader, &friend->placing);
    const int hole = rig_find(&friend->rig, "photo");
    if (hole >= 0 && friend->photo_of && friend->photo_of->photo) {
        picture_load_photo(&friend->rig.pictures[hole], loader, &friend->rig.sheet, hole, &friend->placing,
                           friend->photo_of->photo, friend->photo_of->photo_length);
    }
}

bool friend_ready(const struct friend *friend)
{
    return rig_ready(&friend->rig);
}

void friend_act(struct friend *friend, enum act act, int length_ms, int ahead_ms, int now_ms)
{
    const bool reveal = act == ACT_REVEAL, stretched = act == ACT_HIDE || act == ACT_RITUAL;
    const int ahead = reveal ? ahead_ms : act == ACT_COMFORT ? FIRST_FRAME_MS : 0;
    struct timeline timeline = friend_plan(&friend->poses, friend->place, act, friend->act, friend->peek);
    timeline.grows = friend->limbs.arms | friend->limbs.paws;
    motion_start(&friend->motion, &timeline, stretched ? length_ms : 0, ahead, now_ms);
    friend->act = act;
    if (reveal) {
        friend->pop_ms = now_ms + friend_pop_ms(friend->place, friend->peek) - ahead_ms;
    }
    glide_to(&friend->glad, act_is_glad(act) ? 1 : 0, GLAD_MS, now_ms);
    face_act(&friend->over, act, length_ms, now_ms);
}

void friend_look(struct friend *friend, float x, float y, int now_ms)
{
    const float reach = 260 * friend->placing.scale; // beyond that the eyes are at their ends
    const float dx = (x - friend->placing.x) / reach, dy = (y - friend->placing.y) / reach + TALL / 260;
    const float far = fmaxf(1, hypotf(dx, dy));
    habit_look_at(&friend->look, dx / far, dy / far, now_ms);
}

void friend_hit(struct friend *friend, int now_ms)
{
    bounce_hit(&friend->bounce, now_ms);
}

// How high the head is above where it stands: what hangs on it lags behind when that changes.
static float height(const struct friend *friend, int now_ms)
{
    struct pose pose;
    motion_pose(&friend->motion, now_ms, NULL, &pose);
    const struct part_pose *root = &pose.parts[POSE_ROOT];
    return (root->sy - 1) * TALL - root->dy;
}

static int breath_steps(const struct friend *friend)
{
    if (act_is_away(friend->act)) {
        return habit_waiting_steps(friend->placing.scale, friend->calm);
    }
    return (int)((friend->calm ? CALM_BREATH : 1) * 0.012F * (TALL + 160) * friend->placing.scale /
                 BREATH_STEP_PX);
}

// What hangs on it swings: by itself where it is glad, and after its own ups and downs.
static void add_swings(const struct friend *friend, int now_ms, struct pose *pose)
{
    const float glad = glide_at(&friend->glad, now_ms);
    if (glad > 0) {
        pose_add(pose, &friend->poses.idle, glad * habit_breath(now_ms, friend->row->idle_ms, IDLE_STEPS));
    }
    const float up = (height(friend, now_ms) - height(friend, now_ms - TRAIL_MS)) / TRAIL_UNITS;
    pose_add(pose, &friend->poses.trail, fmaxf(-1.2F, fminf(1.2F, up)));
}

static void add_habits(const struct friend *friend, int now_ms, struct pose *pose)
{
    const struct friend_poses *poses = &friend->poses;
    if (friend->act != ACT_ASLEEP) {
        pose_add(pose, &poses->breath,
                 (friend->calm ? CALM_BREATH : 1) * habit_breath(now_ms, BREATH_MS, breath_steps(friend)));
    }
    if (!friend->calm) {
        add_swings(friend, now_ms, pose);
    }
    pose_add(pose, &friend->squash, bounce_at(&friend->bounce, now_ms));
}

static bool blinks(const struct friend *friend, int now_ms)
{
    return friend->act != ACT_ASLEEP && habit_blink(friend->seed, now_ms, friend->pop_ms);
}

static void add_eyes(const struct friend *friend, int now_ms, struct pose *pose)
{
    float x = 0, y = 0;
    habit_look_now(&friend->look, now_ms, &x, &y);
    eyes_finish(&friend->eyes, x, y, blinks(friend, now_ms), pose);
}

// Behind a closed cover nothing of the body can be seen, so it is not drawn.
static bool covered(const struct friend *friend, int now_ms)
{
    return act_is_away(friend->act) && friend->peek <= PEEK_PAW && !motion_moves(&friend->motion, now_ms);
}

void friend_frame(const struct friend *friend, int now_ms, struct friend_frame *frame)
{
    struct pose pose;
    motion_pose(&friend->motion, now_ms, friend->lag_ms, &pose);
    add_habits(friend, now_ms, &pose);
    add_eyes(friend, now_ms, &pose);
    limbs_finish(&friend->limbs, &pose);
    rig_shape(&friend->rig, &friend->placing, &pose, &frame->shape);
    frame->body = pose.parts[POSE_ROOT].show > 0 && !covered(friend, now_ms);
    frame->over = friend->face ? glide_at(&friend->over, now_ms) : 0;
}

void friend_draw_body(const struct friend *friend, struct canvas *canvas, const struct friend_frame *frame)
{
    if (frame->body) {
        rig_draw(&friend->rig, canvas, &frame->shape, ~(friend->limbs.arms | friend->limbs.paws), 255,
                 &friend->clip);
    }
}

void friend_draw_arms(const struct friend *friend, struct canvas *canvas, const struct friend_frame *frame)
{
    if (frame->body) {
        rig_draw(&friend->rig, canvas, &frame->shape, friend->limbs.arms, 255, NULL);
    }
}

void friend_draw_paws(const struct friend *friend, struct canvas *canvas, const struct friend_frame *frame)
{
    rig_draw(&friend->rig, canvas, &frame->shape, friend->limbs.paws, 255, NULL);
}

void friend_draw_over(const struct friend *friend, struct canvas *canvas, const struct friend_frame *frame)
{
    if (frame->body && frame->over > 0) {
        const struct rect clip = face_clip(&friend->placing, &friend->above, frame->over);
        rig_draw(&friend->rig, canvas, &frame->shape, ~(rig_parts)0, 255, &clip);
    }
}

bool friend_is_at(const struct friend *friend, float x, float y, int now_ms)
{
    struct friend_frame frame;
    friend_frame(friend, now_ms, &frame);
    const struct rect *clip = &friend->clip;
    const bool inside = friend->face || ((int)x >= clip->x && (int)x < clip->x + clip->w &&
                                         (int)y >= clip->y && (int)y < clip->y + clip->h);
    return frame.body && inside && rig_within(&friend->rig, &friend->placing, x, y);
}

bool friend_moves(const struct friend *friend, int now_ms)
{
    return motion_moves(&friend->motion, now_ms) || glide_moves(&friend->over, now_ms) ||
           glide_moves(&friend->glad, now_ms) || habit_look_moves(&friend->look, now_ms) ||
           bounce_moves(&friend->bounce, now_ms);
}

unsigned friend_beat(const struct friend *friend, int now_ms)
{
    if (covered(friend, now_ms) || friend->act == ACT_ASLEEP) {
        return 0;
    }
    const bool swings = friend->glad.to > 0 && !friend->calm;
    const int steps = breath_steps(friend), idle = swings ? now_ms / BEAT_MS : 0;
    const float breath = 1 + habit_breath(now_ms, BREATH_MS, steps);
    return (unsigned)roundf(breath * (float)steps) + (blinks(friend, now_ms) ? 1000 : 0) +
           1000000 * (unsigned)(idle % 1000);
}

float friend_x(const struct friend *friend, int now_ms)
{
    struct pose pose;
    motion_pose(&friend->motion, now_ms, NULL, &pose);
    return friend->placing.x + pose.parts[POSE_ROOT].dx * friend->placing.scale;
}
