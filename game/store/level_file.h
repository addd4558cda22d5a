// A level's YAML <-> struct level, through one table of fields; errors carry the line and a reason a parent
// understands.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "core/level.h"

enum { LEVEL_REASON_SIZE = 200 };

struct level_error {
    int line; // from 1; 1 where the fault has no place of its own
    char reason[LEVEL_REASON_SIZE];
};

// Reads text (not NUL-ended, any bytes). On failure *level is untouched and *error says why. `name` becomes
// level->name.
bool level_parse(const char *text, size_t length, const char *name, struct level *level,
                 struct level_error *error);
bool level_load(const char *path, struct level *level, struct level_error *error);
// The first level, built in: what is played where a file is wrong or missing.
void level_builtin(struct level *level);
// Finds a level by name ("first_peekaboo"), by file name, or by path, in the shared levels/ folder and then
// as a path. False and *error where there is none or it is wrong.
bool level_find(const char *name_or_path, struct level *level, struct level_error *error);
// "levels/01_first_peekaboo.yaml" -> "first_peekaboo".
void level_name_of(const char *path, char name[LEVEL_NAME_SIZE]);
// The level files of a folder ("01_first_peekaboo.yaml") in the order of their numbers, as files_list gives
// them.
char **level_files(const char *folder);
// The names of the levels in the shared folder, in the order of their numbers. NULL-ended; free with
// files_free_list. NULL where there is no such folder.
char **level_names(void);
// The name of the first of them, "" where there is none.
void level_first_name(char *name, int size);
