// Files of the family's own levels. Only for store/own_levels*, backup*, forget*.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { OWN_PATH_SIZE = 4096, OWN_FILE_SIZE = 256 };

// FOLDER/levels, or FOLDER/levels/FILE where file is not NULL. False where it is too long, or folder is NULL.
bool own_levels_path(const char *folder, const char *file, char path[OWN_PATH_SIZE]);
// A folder beside it: FOLDER/levels + ending. ".restoring" is being made, ".before-restore" is kept,
// ".forgotten" was put aside by a deletion until all else is gone for good.
bool own_levels_beside(const char *folder, const char *ending, char path[OWN_PATH_SIZE]);
// A name that a level's file may have: one part of a path, ".yaml" at its end, no dot at its beginning.
bool own_levels_file_named(const char *file);
// Writes a file whole or not at all, 0600, on the disk when it returns true.
bool own_levels_write(const char *path, const char *bytes, size_t length);
// Removes a folder and all in it. False where something of it is left.
bool own_levels_remove_folder(const char *path);
