// The one table of friends, one of places, one of backdrops: adding one is an SVG in assets/ and a row here.
// Poses and layers are words for stage/ (stage/pose.h: "curtainL sx .20 rot 4; throw show 1"); the names are
// what levels and traces say. Lengths are units of the place's or the friend's own sheet.
#pragma once

#include <stdbool.h>

enum { CAST_STEPS_MAX = 5 };

// What is over the friend's head.
enum cast_room { ROOM_FREE, ROOM_TOP, ROOM_LOW, ROOM_COUNT };

// A friend moved from where it stands when found.
struct cast_shift {
    float dx, dy, rot;
};

struct cast_step {
    int ms; // 0: the list ends
    float (*curve)(float);
    const char *pose; // NULL: the pose it is going to (open, or what stays visible while away)
};

struct cast_friend {
    const char *name;
    float size; // beside the place's own size for a hider
    float sink; // how much lower than the place says, in the place's units for a hider of size 1
    float dip;  // how much of a peek's dy it takes: a low friend less
    const char *wear[ROOM_COUNT]; // how it holds its ears and its like, by room
    const char *wave[2];          // added to the two ends of a wave
    const char *idle;             // what swings while it is glad
    int idle_ms;                  // a swing there and back
    const char *trail;            // what lags behind when it shoots up
};

struct cast_place {
    const char *name;
    const char *layers; // back to front; * the friend, ~ its arms, ^ its paws
    float clip[4];      // x y w h: where the friend can be seen
    // Half of all that must be on the screen, open and peeking, and how far right of its middle that lies.
    float half_width, lean;
    enum cast_room room, peek_room;
    // Poses of the place; bed: a third closed, the friend asleep.
    const char *hidden, *peek, *wide, *open, *bed;
    struct cast_shift peek_shift, wide_shift;
    float hidden_dy;                             // a friend that is too tall for the closed cover sinks
    int peek_paws, wide_paws;                    // 0 none, 1 left, 2 both
    float peek_paw[2], wide_paw[2], edge_paw[2]; // dx dy of the left paw; the right one is its mirror
    float hidden_paw[2];                         // where a paw alone holds the closed cover; 0 0: at the edge
    int tense_ms;                                // before it opens it is pressed down, as if touched
    struct cast_step opening[CAST_STEPS_MAX], closing[CAST_STEPS_MAX];
    int pop_ms; // when the friend pops up, tense_ms included
    // What a touch, a stir, breathing, and being open for long move.
    const char *touch, *stir, *breath, *drift;
};

struct cast_backdrop {
    const char *name;
};

// By name, or NULL. The sunflower with a parent's photo is a friend, but not a stock one.
const struct cast_friend *cast_friend(const char *name);
const struct cast_place *cast_place(const char *name);
const struct cast_backdrop *cast_backdrop(const char *name);
// By number from 0, in the order of the table; NULL behind the last. The sunflower is not among them.
const struct cast_friend *cast_friend_at(int index);
const struct cast_place *cast_place_at(int index);
const struct cast_backdrop *cast_backdrop_at(int index);

bool cast_has_friend(const char *name); // a stock friend; "family" is not one
bool cast_has_place(const char *name);
bool cast_has_backdrop(const char *name);

// The names in the order of the tables, for the grown-ups' lists and for reasons ("places are: theatre,
// ..."): index from 0; NULL behind the last.
const char *cast_friend_name(int index);
const char *cast_place_name(int index);
const char *cast_backdrop_name(int index);
