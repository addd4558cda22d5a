// The command line (design.md 4).
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { EXIT_WELL = 0, EXIT_INPUT = 1, EXIT_COMMAND = 2 };

struct options {
    const char *command; // NULL: play
    const char *verb;    // the command's second word: voice add; NULL: it has none
    char **files;        // the words behind the options; not owned
    int file_count;
    int w, h;             // 0: full screen
    const char *data;     // the family's folder; NULL: the platform's own
    const char *level;    // NULL: the level last chosen, else the first
    int age_months;       // 0: from the settings
    int step;             // -1: the stored one
    const char *screen;   // NULL: the default
    const char *with;     // who plays today, by name; NULL: who played last
    const char *who;      // whose voice or face a command is about
    const char *moment;   // as --moment has it
    bool replace;         // a pack's clips take the place of those that are here
    const char *language; // NULL: the system's
    bool large_text;
    uint64_t seed;
    bool seeded;
    const char *replay, *record, *trace;
    bool virtual_time;
    bool draw_all; // not a word of the command line: draw each frame of virtual time, for tests that look
    const char *shots;
    int shot_every_ms;
    int stop_after_ms; // -1: not
};

extern const char options_help[];

// False where the program is to end at once with *status: help and version are printed, faults are said in
// one line.
bool options_read(int count, char **words, struct options *options, int *status);
