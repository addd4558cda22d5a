// The gate's second lock: a sentence that only somebody who reads can follow ("Tap the cup, then the moon"),
// six pictures, two taps (ui/guide.md, "Gate and pause, exactly"). Pure: taps and time in, what to show out.
// By chance a pair of taps on pictures is right once in 30; a tap beside them forgets the first one, and each
// three wrong pairs cost a longer rest, so that a baby's hands don't get through.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/random.h"

enum {
    TASK_WORDS = 12,
    TASK_TILES = 6,
    TASK_TRIES = 3,
    TASK_REST_MS = 30000, // after three wrong pairs; each time twice as long
    TASK_REST_MAX_MS = 240000,
    TASK_IDLE_MS = 20000, // nobody touches: back to the game
};

struct reading_task {
    struct random random;
    int tiles[TASK_TILES]; // which of the words each tile shows
    int first, then;       // tiles, in this order
    int picked;            // the tile that was tapped first; -1: none
    int wrong;             // pairs, since the last rest
    bool missed;           // the last pair was wrong: this is a new one
    int rest_ms;           // left; 0: taps count
    int next_rest_ms;
    int idle_ms;
};

enum task_answer { TASK_WAITING, TASK_PASSED, TASK_OVER };

void reading_task_start(struct reading_task *task, uint64_t seed);
// A finger was lifted on a tile; -1: it came down anywhere else.
enum task_answer reading_task_tap(struct reading_task *task, int tile);
// TASK_OVER: nobody touched for TASK_IDLE_MS.
enum task_answer reading_task_pass(struct reading_task *task, int dt_ms);
// The key of a word ("word.cup") and its picture's name ("cup").
const char *reading_task_key(int word);
const char *reading_task_picture(int word);
