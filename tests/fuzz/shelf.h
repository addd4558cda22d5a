// A folder for a target's files: in memory where tests/fuzz/run has found such a place ($FUZZ_SHELF), else
// here.
#pragma once

#include <stddef.h>

enum { SHELF_PATH_SIZE = 256 };

// Makes folder/target_XXXXXX, which goes when the program ends by itself; the path of `name` in it.
void shelf_path(const char *name, char out[SHELF_PATH_SIZE]);
// An empty folder of that name, whatever was there before.
void shelf_folder(const char *path);
