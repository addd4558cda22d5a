// The game as its users meet it: a program that is given arguments and signals, and leaves words, a status
// and files.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { ARGUMENTS_MAX = 48 };

struct outside {
    int status;      // the exit status; -1: ended by a signal, or had to be killed
    int ms;          // how long it ran
    char *out, *err; // what it said; freed by outside_forget
};

// Runs program with arguments (NULL-ended) in folder, without a display and with a silent sound device, and
// waits; after limit_ms it is killed. home is where a stray family folder would go.
void outside_run(const char *program, const char *const *arguments, const char *folder, const char *home,
                 int limit_ms, struct outside *result);
void outside_forget(struct outside *result);

// The same in two steps: started, its words thrown away, with SDL's dummy display.
int outside_start(const char *program, const char *const *arguments, const char *folder, const char *home);
// Waits at most limit_ms; the status as above, and how long it took.
int outside_wait(int process, int limit_ms, int *took_ms);

// The wall clock, for waiting.
int outside_now_ms(void);
// A new folder under the system's temporary one; the caller frees the path.
char *outside_folder(void);
// Removes a folder and all in it.
void outside_remove(const char *folder);
// "FOLDER/NAME"; the caller frees it.
char *outside_path(const char *folder, const char *name);
// A whole file with a NUL behind it, NULL where there is none; the caller frees it.
char *outside_read(const char *path, size_t *length);
void outside_write(const char *path, const char *text);
