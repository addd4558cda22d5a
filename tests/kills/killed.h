// A program that is killed (-9) at a moment of the tester's choosing.
#pragma once

#include <stdbool.h>

struct killed {
    int took_us;    // until it ended or was killed
    int status;     // the exit status where it ended by itself; -1: it was killed
    char out[4096]; // what it said on standard output before that
};

// Runs program with arguments (NULL-ended), without a display; after delay_us it is killed where it has not
// ended. delay_us -1: never. What it says on standard error is thrown away.
void killed_run(const char *program, const char *const *arguments, int delay_us, struct killed *killed);
