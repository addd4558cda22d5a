// A place's poses, and which follow each other in an act: from its row of the cast.
#include "stage/place_poses.h"

#include "core/easing.h"

enum {
    BED_AFTER_MS = 4500, // of a ritual of nine seconds: the cover closes a third
    BED_MS = 1800,
    BED_REST_MS = 2200,
};

static const uint64_t EVERY_PART = ~(uint64_t)0; // a drawing that takes another's place fades in over it

static void read_pose(struct pose *pose, const struct svg_sheet *sheet, const char *words)
{
    pose_rest(pose, sheet);
    pose_read(pose, sheet, words);
}

void place_poses_make(struct place_poses *poses, const struct svg_sheet *sheet, const struct cast_place *row)
{
    read_pose(&poses->open, sheet, row->open);
    read_pose(&poses->bed, sheet, row->bed);
    read_pose(&poses->touch, sheet, row->touch);
    read_pose(&poses->stir, sheet, row->stir);
    read_pose(&poses->breath, sheet, row->breath);
    read_pose(&poses->drift, sheet, row->drift);
    for (int i = 0; i < CAST_STEPS_MAX; i++) {
        read_pose(&poses->opening[i], sheet, row->opening[i].pose);
        read_pose(&poses->closing[i], sheet, row->closing[i].pose);
    }
}

void place_poses_peek(struct place_poses *poses, const struct svg_sheet *sheet, const struct cast_place *row,
                      enum peek peek)
{
    const char *const words[] = {row->hidden, row->hidden, row->peek, row->wide};
    read_pose(&poses->away, sheet, words[peek]);
    poses->tense = poses->away;
    pose_add(&poses->tense, &poses->touch, 1);
}

// The row's steps; one without a pose goes to `end`. tense_ms: pressed down before that, 0 where it is not.
static struct timeline steps(const struct cast_step *rows, const struct pose *poses, const struct pose *tense,
                             int tense_ms, const struct pose *end)
{
    struct timeline timeline = {.fades = EVERY_PART};
    if (tense_ms > 0) {
        timeline.keys[timeline.count++] = (struct key){tense_ms, ease_out_quad, tense};
    }
    for (int i = 0; i < CAST_STEPS_MAX && rows[i].ms; i++) {
        timeline.keys[timeline.count++] =
            (struct key){rows[i].ms, rows[i].curve, rows[i].pose ? &poses[i] : end};
    }
    return timeline;
}

static struct timeline one_step(int ms, float (*curve)(float), const struct pose *pose)
{
    return (struct timeline){.count = 1, .fades = EVERY_PART, .keys = {{ms, curve, pose}}};
}

static struct timeline closing(const struct place_poses *poses, const struct cast_place *row)
{
    return steps(row->closing, poses->closing, NULL, 0, &poses->away);
}

// What is open already, or was only on its way to close, needs no opening.
static struct timeline opening(const struct place_poses *poses, const struct cast_place *row, bool open,
                               int tense_ms)
{
    return open ? one_step(400, ease_in_out_sine, &poses->open)
                : steps(row->opening, poses->opening, &poses->tense, tense_ms, &poses->open);
}

static struct timeline ritual(const struct place_poses *poses, const struct cast_place *row, bool open)
{
    struct timeline timeline = opening(poses, row, open, 0);
    timeline.keys[timeline.count++] = (struct key){BED_AFTER_MS, ease_linear, &poses->open};
    timeline.keys[timeline.count++] = (struct key){BED_MS, ease_in_out_sine, &poses->bed};
    timeline.keys[timeline.count++] = (struct key){BED_REST_MS, ease_linear, &poses->bed};
    return timeline;
}

struct timeline place_plan(const struct place_poses *poses, const struct cast_place *row, enum act act,
                           enum act before, bool half_way)
{
    const bool open = act_is_open(before) || half_way;
    switch (act) {
    case ACT_AWAY:
    case ACT_CUE:
        return act_is_open(before) ? closing(poses, row) : one_step(200, ease_in_out_sine, &poses->away);
    case ACT_HIDE: return closing(poses, row);
    case ACT_RITUAL: return ritual(poses, row, open);
    case ACT_ASLEEP: return one_step(900, ease_in_out_sine, &poses->bed);
    case ACT_REVEAL: return opening(poses, row, open, row->tense_ms);
    case ACT_GREET:
    case ACT_GOODBYE:
    case ACT_JOY:
    case ACT_REST:
    case ACT_COMFORT:
    case ACT_HELD: break;
    }
    return opening(poses, row, open, 0);
}
