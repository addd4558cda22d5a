// What moves, as functions of the time: a rig on its timeline, a number on its way, the bounce after a hit.
#pragma once

#include <stdbool.h>

#include "stage/pose.h"

// A rig on its way through a timeline, from whatever was shown when that began: so any timeline may follow
// any other.
struct motion {
    struct timeline timeline;
    struct pose from;
    int start_ms;
    float rate; // timeline milliseconds in one of the clock's
};

// Stands in a pose.
void motion_rest(struct motion *motion, const struct pose *pose);
// Begins a timeline `ahead_ms` into it; length_ms above 0 stretches it to that length.
void motion_start(struct motion *motion, const struct timeline *timeline, int length_ms, int ahead_ms,
                  int now_ms);
void motion_pose(const struct motion *motion, int now_ms, const int *lag_ms, struct pose *pose);
// Does it move now (parts that lag included)? Not where a step keeps the pose of the one before.
bool motion_moves(const struct motion *motion, int now_ms);

// A number that goes softly to another.
struct glide {
    float from, to;
    int start_ms, length_ms;
};

float glide_at(const struct glide *glide, int now_ms);
void glide_to(struct glide *glide, float to, int length_ms, int now_ms);
bool glide_moves(const struct glide *glide, int now_ms);

// What gives way when it is hit, and swings back. A hit soon after another changes nothing: hands that slap
// must not make a picture flicker (science/README.md 5: at most one change of light a second).
struct bounce {
    int hit_ms[2]; // the last two hits
    bool hit[2];
};

void bounce_hit(struct bounce *bounce, int now_ms);
float bounce_at(const struct bounce *bounce, int now_ms); // 0 at rest, 1 at its deepest
bool bounce_moves(const struct bounce *bounce, int now_ms);
