// The family's file before SQLite opens it: its folder, its mode, its first bytes. Only for store/family*.
#pragma once

// Makes folder (0700) and path (0600, empty) where they are missing. NULL, or a sentence where path can't be
// used; what was there is then as it was.
const char *family_file_prepare(const char *folder, const char *path);
// Takes everybody else's rights from a file that was copied here with them.
void family_file_close_to_others(const char *path);
