// Where every part of a rig stands: moved, scaled, turned, shown. Poses are written as words, mixed, laid
// over each other, and strung to timelines. Pure values.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "stage/svg_parts.h"

enum { POSE_ROOT = SVG_PARTS_MAX, POSE_SIZE = SVG_PARTS_MAX + 1, TIMELINE_KEYS_MAX = 16 };

struct part_pose {
    float dx, dy; // sheet units
    float sx, sy;
    float rot; // degrees, clockwise
    float
        show; // 0 to 1; a part that is hidden at rest has no place of its own: it appears where it is needed
};

struct pose {
    struct part_pose parts[POSE_SIZE]; // by the sheet's part number; [POSE_ROOT] moves the whole rig
};

// As the sheet is drawn.
void pose_rest(struct pose *pose, const struct svg_sheet *sheet);
// Lays words over the pose: "curtainL sx .20 rot 4; throw show 1"; NULL or "" says nothing. False where a
// word names a part or a number that does not exist; all other words are taken.
bool pose_read(struct pose *pose, const struct svg_sheet *sheet, const char *words);
// Adds what `delta` differs from the rest pose, `amount` times. What is shown stays.
void pose_add(struct pose *pose, const struct pose *delta, float amount);

// One pose after the other; each is reached `ms` after the one before.
struct key {
    int ms;
    float (*curve)(float);
    const struct pose *pose;
};

struct timeline {
    int count;
    // Sets of parts (bit i is part i): these take a moment to appear and to go; all others do so at once.
    uint64_t fades; // see-through
    uint64_t grows; // out of their pivots, and back into them
    struct key keys[TIMELINE_KEYS_MAX];
};

int timeline_length_ms(const struct timeline *timeline);
// The pose at_ms after the beginning, when `from` was shown; the last one stays. Parts come later by lag_ms
// (POSE_SIZE numbers, or NULL).
void timeline_pose(const struct timeline *timeline, const struct pose *from, int at_ms, const int *lag_ms,
                   struct pose *pose);
