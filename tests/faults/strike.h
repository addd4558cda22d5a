// Which call is to fail: the N-th of one function, counted from the start of main, once or from then on. From
// the environment:
//   FAULTS_FAIL=FUNCTION:N[+]    FUNCTION as in calls.h; `game_` before malloc, calloc, realloc, strdup:
//   called by
//                                the game itself, `library_`: by a library
//   FAULTS_REPORT=FILE           gets "struck" when it fails, and at the end every function's count
//   FAULTS_WITNESS=FILE          the file that tells what happened: its own writes never fail
//   FAULTS_SURVEY=1              the report also names the first call of each path through the game
//   FAULTS_TELL=1                says on standard error where it fails, and where a crash is
//   FAULTS_PLANT=crash|hang|lose=FILE    what else happens at that moment, to see that a walk notices it
#pragma once

#include <stdbool.h>

// A function's own count; `next` is the real one.
struct call {
    const char *name;
    void *next;
    int count;
    struct call *listed; // the one before it
    bool known;
};

// One call more. True: it is to fail.
bool strike_due(struct call *call, const char *name);
// The real function behind the shim's.
void *strike_next(struct call *call, const char *name);

enum caller { CALLER_GAME, CALLER_LIBRARY, CALLER_SYSTEM };
// Whose code an address belongs to; the system's own calls (the C library's, the loader's) never fail here.
enum caller strike_caller(const void *address);
// From 1 to -1 nothing is counted on this thread.
void strike_excuse(int change);
// Does a library call itself? Then it is no call of its own.
bool strike_within_one(const void *one, const void *other);
// Is this the file that tells what happened?
bool strike_is_witness(const char *path);
