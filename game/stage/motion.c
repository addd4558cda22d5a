// What moves, as functions of the time: a rig on its timeline, a number on its way, the bounce after a hit.
#include "stage/motion.h"

#include <math.h>

#include "core/easing.h"

enum {
    LAG_MAX_MS = 120,
    BOUNCE_GAP_MS = 1000, // between two hits that count
    PRESS_MS = 130,       // from the hit to the deepest point
    BOUNCE_STEPS = 32,    // about a pixel each: the end of a swing needs few pictures
    BOUNCE_MS = 700,      // after that it is still: what is left of the swing is a hundredth
};

void motion_rest(struct motion *motion, const struct pose *pose)
{
    motion->timeline.count = 0;
    motion->from = *pose;
    motion->start_ms = 0;
    motion->rate = 1;
}

void motion_start(struct motion *motion, const struct timeline *timeline, int length_ms, int ahead_ms,
                  int now_ms)
{
    struct pose shown;
    motion_pose(motion, now_ms, NULL, &shown);
    motion->from = shown;
    motion->timeline = *timeline;
    motion->rate = length_ms > 0 ? (float)timeline_length_ms(timeline) / (float)length_ms : 1;
    motion->start_ms = now_ms - (int)((float)ahead_ms / motion->rate);
}

void motion_pose(const struct motion *motion, int now_ms, const int *lag_ms, struct pose *pose)
{
    const int at_ms = (int)((float)(now_ms - motion->start_ms) * motion->rate);
    timeline_pose(&motion->timeline, &motion->from, at_ms, lag_ms, pose);
}

bool motion_moves(const struct motion *motion, int now_ms)
{
    const float gone_ms = (float)(now_ms - motion->start_ms) * motion->rate;
    const struct pose *from = NULL;
    int start_ms = 0;
    for (int i = 0; i < motion->timeline.count; i++) {
        const struct key *key = &motion->timeline.keys[i];
        const int end_ms = start_ms + key->ms;
        if (key->pose != from && gone_ms >= (float)start_ms && gone_ms <= (float)(end_ms + LAG_MAX_MS)) {
            return true;
        }
        from = key->pose;
        start_ms = end_ms;
    }
    return motion->timeline.count > 0 && gone_ms < 0;
}

float glide_at(const struct glide *glide, int now_ms)
{
    const float t = ease_share(now_ms, glide->start_ms, glide->start_ms + glide->length_ms);
    return ease_mix(glide->from, glide->to, ease_in_out_sine(t));
}

void glide_to(struct glide *glide, float to, int length_ms, int now_ms)
{
    *glide = (struct glide){glide_at(glide, now_ms), to, now_ms, length_ms};
}

bool glide_moves(const struct glide *glide, int now_ms)
{
    return glide->from != glide->to && now_ms <= glide->start_ms + glide->length_ms;
}

// Down in PRESS_MS, then a damped swing of 3 Hz (the art guide's spring: zeta .45).
static float swing(int since_ms)
{
    if (since_ms < PRESS_MS) {
        return ease_out_quad(((float)since_ms + 8) /
                             (PRESS_MS + 8)); // 8: already on its way in its first frame
    }
    const float s = (float)(since_ms - PRESS_MS) / 1000;
    return expf(-8.5F * s) * cosf(16.8F * s);
}

void bounce_hit(struct bounce *bounce, int now_ms)
{
    if (bounce->hit[0] && now_ms - bounce->hit_ms[0] < BOUNCE_GAP_MS) {
        return;
    }
    bounce->hit_ms[1] = bounce->hit_ms[0], bounce->hit[1] = bounce->hit[0];
    bounce->hit_ms[0] = now_ms, bounce->hit[0] = true;
}

float bounce_at(const struct bounce *bounce, int now_ms)
{
    float sum = 0;
    for (int i = 0; i < 2; i++) {
        const int since_ms = now_ms - bounce->hit_ms[i];
        sum += bounce->hit[i] && since_ms >= 0 && since_ms < BOUNCE_MS ? swing(since_ms) : 0;
    }
    return roundf(sum * BOUNCE_STEPS) / BOUNCE_STEPS;
}

bool bounce_moves(const struct bounce *bounce, int now_ms)
{
    return bounce->hit[0] && now_ms - bounce->hit_ms[0] <= BOUNCE_MS;
}
