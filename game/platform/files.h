// Files and folders. Paths are UTF-8; "/" parts them.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The whole file, with a NUL behind it; NULL where it can't be read. The caller frees it with free(). length
// may be NULL.
char *files_read(const char *path, size_t *length);
// At most the first `most` bytes of it: for files from strangers, which may be of any size or have no end.
char *files_read_start(const char *path, size_t most, size_t *length);
bool files_exists(const char *path);
bool files_is_folder(const char *path);
// Bytes; -1 where there is no such file.
int64_t files_size(const char *path);
// Where assets/ and levels/ are: beside the program, then ../share/peekaboo, then where the build says: its
// own source folder, or the system's folder in a package.
// Found once, never NULL, ends with "/". Any thread may ask.
const char *files_share(void);
// The family's folder (SDL_GetPrefPath) where no --data is given; ends with "/". NULL where there is none.
// Owned by files. Makes the folder, so ask only when something is to be kept. Any thread may ask.
const char *files_family_default(void);
// Makes the folder (and those above it) with mode 0700. True where it is there; one that was there keeps its
// mode.
bool files_make_folder(const char *path);
// The names in a folder that end with `ending` and don't begin with a dot, sorted by their bytes. NULL-ended;
// free with files_free_list. NULL where unreadable.
char **files_list(const char *folder, const char *ending);
void files_free_list(char **list);
