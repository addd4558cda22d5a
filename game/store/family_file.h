// The family's file before SQLite opens it: its folder, its mode, its first bytes. Only for store/family*.
#pragma once

#include <stdint.h>

#include "store/family_schema.h"

// Makes folder (0700) and path (0600, empty) where they are missing. NULL, or a sentence where path can't be
// used; what was there is then as it was.
const char *family_file_prepare(const char *folder, const char *path);
// Takes everybody else's rights from a file that was copied here with them.
void family_file_close_to_others(const char *path);
// Makes the folder where it is missing. NULL, or a sentence where nothing can be kept in it.
const char *family_file_make_folder(const char *folder);
// The two numbers of a file's header (0 where it can't be read, is empty or no database).
enum family_fault family_file_look(const char *path, uint32_t *application, uint32_t *version);
