// What a walk works on: a family that lives in a folder, the game, and what one run of it left behind.
#pragma once

#include <stdbool.h>

#include "replays/outside.h"

enum { PATH_SIZE = 512, FUNCTION_SIZE = 64 };

// One call that is to fail.
struct fault {
    char function[FUNCTION_SIZE];
    int number;
    bool stays; // and all after it
};

enum kind { PLAY, CORNER, COMMAND };

struct scenario {
    const char *name;
    enum kind kind;
    const char *const *words; // "@name" is a file of the run's folder
    const char *hands;        // a replay, or NULL
    const char *sound;        // SDL's audio driver, or NULL: dummy
    const char *never;        // functions (words) that do not fail, or NULL
};

struct desk {
    const char *game, *shim, *plant;
    int limit_ms;           // what takes longer hangs
    char folder[PATH_SIZE]; // base/: the family as it was; RUN/: where one runs
};

// What a run left; desk_forget lets go of it.
struct left {
    struct outside said;
    char *report, *trace;
    char *kept;     // a line for each thing that the family keeps, or NULL: it does not open
    char *pictures; // a line for each shot: its name and a sum of it
    bool struck, hung;
};

// The family that every run begins with. False where it can't be made.
bool desk_prepare(const struct desk *desk);
// Runs a scenario in a folder of the desk's; fault NULL: nothing fails, and the paths are surveyed.
void desk_run(const struct desk *desk, const struct scenario *scenario, const struct fault *fault, int worker,
              struct left *left);
void desk_forget(struct left *left);
