// What a level's author chooses: how long "away" may be, who hides, where, and what a touch does.
#pragma once

#include <stdbool.h>

enum {
    LEVEL_NAME_SIZE = 64,   // bytes with the final NUL: a level's file name without number and ending
    LEVEL_TITLE_SIZE = 241, // 60 letters of up to 4 bytes
    LEVEL_ID_SIZE = 16,     // a friend's, a place's or a backdrop's id: "bear", "theatre", "garden"
    LEVEL_SCENES_MAX = 12,
    LEVEL_ROUNDS_MIN = 5, // design.md 5; science/README.md 1.5: 5 to 8 rounds a session
    LEVEL_ROUNDS_MAX = 8,
};

// What a touch does while somebody is away (science/README.md 3.4).
enum touch_rule {
    TOUCH_OPENS,   // it brings the return at once
    TOUCH_ANSWERS, // it is answered at once; the return keeps its time or comes within 3 s
};

// One round's cast. "family" as friend means the caregiver chosen today.
struct level_scene {
    char place[LEVEL_ID_SIZE];
    char who[LEVEL_ID_SIZE];
    char backdrop[LEVEL_ID_SIZE];
};

struct level {
    char name[LEVEL_NAME_SIZE];
    char title[LEVEL_TITLE_SIZE];
    int age_from, age_to; // whole months: whom the author had in mind; a hint for the list, not a rule
    int first_ms;         // shortest away, 500 to 5000
    int longest_ms;       // longest away, first_ms to 30000
    int step_permille;    // one step of the ladder, 1050 to 1500: 1250 is x 1.25
    int rounds;           // LEVEL_ROUNDS_MIN to LEVEL_ROUNDS_MAX
    int scene_count;      // 1 to LEVEL_SCENES_MAX; played in order, then again
    struct level_scene scenes[LEVEL_SCENES_MAX];
    enum touch_rule touch;
    int peek_permille; // how much of the friend stays visible while away, 0 to 300
    int limit_ms;      // longest session, 60000 to 600000
    bool sound_while_away;
};
