// A friend's way through an act, and when it pops up.
#include "stage/friend_plan.h"

#include <math.h>

#include "core/easing.h"

enum {
    UNCOVERED_MAX_MS = 160, // a slow cover does not hold it up for longer
    SOFT_PERCENT = 160,     // how long an opening takes for comfort (stage/place.c)
};
static const float ASIDE = 60;       // who peeks so far from the middle would slide behind a closed cover
static const float UNCOVERED = 0.6F; // so much of an opening's first step sets the eyes free

static bool aside(const struct friend_poses *poses)
{
    return fabsf(poses->acts[POSE_AWAY].parts[POSE_ROOT].dx) >= ASIDE;
}

// How long a cover takes from the beginning of its opening until the eyes are free.
static int uncovered_ms(const struct cast_place *place)
{
    const struct cast_step *first = &place->opening[0];
    int ms = 0;
    while (ms < first->ms && ms < UNCOVERED_MAX_MS &&
           first->curve((float)ms / (float)first->ms) < UNCOVERED) {
        ms++;
    }
    return ms;
}

int friend_pop_ms(const struct cast_place *place, enum peek peek)
{
    const int free_ms = place->tense_ms + uncovered_ms(place);
    const bool seen = peek == PEEK_EYE || peek == PEEK_WIDE;
    return seen && place->pop_ms < free_ms ? free_ms : place->pop_ms;
}

static void add_step(struct timeline *timeline, int ms, float (*curve)(float), const struct pose *pose)
{
    timeline->keys[timeline->count++] = (struct key){ms, curve, pose};
}

// Who peeked from the side stays there until the opening cover sets the middle free.
static bool waits(const struct friend_poses *poses, enum act act, enum act before)
{
    return aside(poses) && act_is_away(before) && act_is_open(act) && act != ACT_REVEAL;
}

struct timeline friend_plan(const struct friend_poses *poses, const struct cast_place *place, enum act act,
                            enum act before, enum peek peek)
{
    struct timeline timeline = {0};
    if (waits(poses, act, before)) {
        const int wait_ms = uncovered_ms(place) * SOFT_PERCENT / 100;
        add_step(&timeline, wait_ms, ease_linear, &poses->acts[POSE_AWAY]);
    }
    const struct act_step *step = aside(poses) && act == ACT_HIDE ? poses->aside : ACT_STEPS[act];
    for (; timeline.count < ACT_STEPS_MAX && step->ms; step++) {
        add_step(&timeline, step->ms, step->curve, &poses->acts[step->pose]);
    }
    if (act == ACT_REVEAL) {
        timeline.keys[0].ms = friend_pop_ms(place, peek);
    }
    return timeline;
}
