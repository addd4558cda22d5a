// The folders in the family's folder through which a grown-up brings and takes files, and names for what is
// taken along.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct app;

// FAMILY/in or FAMILY/out; where what is saved is handed over (platform/handover.h), a folder for that.
// False, and "", where there is no folder for the family.
bool in_folder(const struct app *app, char *out, size_t size);
bool out_folder(const struct app *app, char *out, size_t size);
// "FOLDER/NAME-2026-11-27.ENDING", or "...-2.ENDING" where that is there already: a copy never takes an older
// one's place, for something may have been deleted since. False after 99 of a day.
bool out_path(const struct app *app, const char *folder, const char *name, const char *ending, char *out,
              size_t size);

// Keeps what a copy is called and how large it is.
typedef void out_note(struct app *app, const char *path, int64_t bytes);

// What was saved and waits for where it is to go.
struct out_saved {
    char name[256];
    int64_t bytes;
    out_note *note; // NULL: none
};

// A copy was written to this path: `key`, a sentence with {f}, says where it is; then it is noted (NULL: it
// is not). In a browser it is handed over instead, and the sentence, another one, comes when that is done.
void out_saved(struct app *app, const char *path, const char *key, out_note *note);
// Once a tick.
void out_follow(struct app *app);
