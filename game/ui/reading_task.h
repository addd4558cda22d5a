// The gate's second lock: a sentence that only somebody who reads can follow ("Tap the cup, then the moon"),
// six pictures, two taps (ui/guide.md 4, "Gate and pause, exactly"). Pure: hands, keys and time in, what to
// show out.
//
// By chance a pair of taps on pictures is right once in 30. What keeps a baby's hands out is how they tap: a
// tap counts only while one finger is on the screen, the first one only after a little quiet, and the last
// one only if nothing follows it. Who reads does that without knowing. Whatever else hands do ends the try
// and deals anew; going on with it closes the gate. After anything that looks like a baby's hands three words
// are asked for (once in 120), and after three wrong answers the gate rests, each time twice as long, however
// often it is opened.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/random.h"

enum {
    TASK_WORDS = 12,
    TASK_TILES = 6,
    TASK_ASKED_MAX = 3,
    TASK_TRIES = 3,
    TASK_REST_MS = 30000, // after three wrong answers; each time twice as long
    TASK_REST_MAX_MS = 240000,
    TASK_REST_SEEN_MS = 5000,  // a gate that rests for longer closes after this
    TASK_FORGIVE_MS = 600000,  // closed for so long, it has forgotten wrong answers
    TASK_IDLE_MS = 20000,      // nobody touches: back to the game
    TASK_OPENS_MS = 300,       // a tap this soon after it opened was meant for something else
    TASK_CALM_MS = 1200,       // no touch before the first tap
    TASK_APART_MS = 250,       // from tap to tap
    TASK_TOGETHER_MS = 6000,   // later than this after the tap before, a tap is a first one again
    TASK_AFTER_MS = 500,       // no touch after the last tap
    TASK_SAME_UNREST_MS = 250, // the fingers of one slap
    TASK_UNREST = 6,           // slaps without TASK_SETTLES_MS of quiet between: no grown-up; it closes
    TASK_SETTLES_MS = 3000,
    TASK_KEYS_APART_MS = 60, // fingers on one key after the other; a palm's keys come together
    TASK_FINGERS_MAX = 10,
};

struct reading_task {
    struct random random;
    int tiles[TASK_TILES];     // which of the words each tile shows
    int asked[TASK_ASKED_MAX]; // tiles, in their order
    int asked_count;
    int picked[TASK_ASKED_MAX]; // the tiles tapped so far
    int picked_count;
    int right_ms;     // since the last one was tapped, and all are right; -1: not so
    bool missed;      // the last answer was wrong: this is a new one
    bool hasty;       // the last try was no calm taps: this is a new one
    int wrong, tries; // answers: since it was last forgiven, since the last rest
    bool doubt;       // a baby's hands may be there: three words
    int rest_ms;      // left; 0: taps count
    int next_rest_ms;
    int idle_ms;
    int shown_ms; // since it was opened or began to rest
    int quiet_ms; // since hands or keys did anything
    int tap_ms;   // since the last finger came down or key was pressed
    bool calm;    // the finger that is down may tap
    int unrest, unrest_ms;
    int64_t fingers[TASK_FINGERS_MAX]; // that came down since it opened and are still down
    int finger_count;
    int key_ms; // since a key was pressed
};

enum task_answer { TASK_WAITING, TASK_PASSED, TASK_OVER };

// doubt: it was not opened by two calm hands alone.
void reading_task_start(struct reading_task *task, uint64_t seed, bool doubt);
// It opens again, closed_ms after it was closed.
void reading_task_again(struct reading_task *task, int closed_ms, bool doubt);
// A finger came down, anywhere.
void reading_task_down(struct reading_task *task, int64_t finger);
// It was lifted from the tile it had come down on, and nothing else was pressed; -1: from anywhere else.
void reading_task_up(struct reading_task *task, int64_t finger, int tile);
// A key was pressed, by SDL's name. chosen: the tile with the focus where it is one that presses, else -1.
// The digits 1 to 6 are the tiles in reading order.
void reading_task_key_down(struct reading_task *task, const char *name, int chosen);
enum task_answer reading_task_pass(struct reading_task *task, int dt_ms);
// Which of the taps this tile was, from 1; 0: none.
int reading_task_picked(const struct reading_task *task, int tile);
// Whether it does without drawing for a while: no rest is counted down, no answer waits to be right.
bool reading_task_still(const struct reading_task *task);
// The key of a word ("word.cup") and its picture's name ("cup").
const char *reading_task_word(int word);
const char *reading_task_picture(int word);
