// What tests of the whole program share: a folder of one's own, what the game said last, and what a trace
// must say.
#pragma once

#include <stdbool.h>

#include "replays/outside.h"

#define OPENS PEEKABOO_HERE "/opens.yaml"
#define ANSWERS PEEKABOO_HERE "/answers.yaml"

struct desk {
    char *folder;
    struct outside said;
};

// cmocka's setup and teardown: *state is the desk.
int desk_begin(void **state);
int desk_end(void **state);
// Runs the game to its end; its status.
int desk_run(struct desk *desk, const char *const *arguments);
// "FOLDER/NAME"; the caller frees it.
char *desk_path(struct desk *desk, const char *name);
// Fails the test where the sentence (facts.h) is not true of the trace.
void says(const char *trace, const char *sentence);

#define run(desk, ...) desk_run(desk, (const char *const[]){__VA_ARGS__, NULL})

// A virtual game; its trace is what it says.
#define play(desk, ...)                                                                                      \
    run(desk, "--virtual-time", "--window", "320x200", "--screen", "play", "--seed", "1", "--data",          \
        desk->folder, "--trace", "-", __VA_ARGS__)
