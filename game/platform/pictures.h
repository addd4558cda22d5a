// Where the user's own pictures and documents are.
#pragma once

#include <stddef.h>

// The folder, without "/" at its end: XDG_PICTURES_DIR of the environment or of ~/.config/user-dirs.dirs,
// else ~/Pictures. NULL where it is not said or would be the home folder itself.
const char *pictures_folder(char *out, size_t size);
// The same for documents: XDG_DOCUMENTS_DIR, ~/Documents.
const char *documents_folder(char *out, size_t size);
// The same for a path that begins with the user's home: "~/x". Else the path as it is.
const char *pictures_home_short(const char *path, char *out, size_t size);
