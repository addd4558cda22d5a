// Files of the family's own levels: written beside, synced, renamed over.
#include "store/own_levels_file.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/backup_file.h"

bool own_levels_path(const char *folder, const char *file, char path[OWN_PATH_SIZE])
{
    return folder && snprintf(path, OWN_PATH_SIZE, "%s/levels%s%s", folder, file ? "/" : "",
                              file ? file : "") < OWN_PATH_SIZE;
}

bool own_levels_beside(const char *folder, const char *ending, char path[OWN_PATH_SIZE])
{
    return folder && snprintf(path, OWN_PATH_SIZE, "%s/levels%s", folder, ending) < OWN_PATH_SIZE;
}

bool own_levels_file_named(const char *file)
{
    static const char ending[] = ".yaml";
    const size_t length = strlen(file), tail = sizeof ending - 1;
    return length > tail && length < OWN_FILE_SIZE && file[0] != '.' && !strchr(file, '/') &&
           strcmp(file + length - tail, ending) == 0;
}

static bool fill(const char *part, const char *bytes, size_t length)
{
    if (backup_part_make(part) != FAMILY_FINE) {
        return false;
    }
    const int file = open(part, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
    const bool written = file >= 0 && backup_write(file, bytes, length);
    return file >= 0 && close(file) == 0 && written;
}

bool own_levels_write(const char *path, const char *bytes, size_t length)
{
    char part[BACKUP_PATH_SIZE];
    if (!backup_path(part, path, ".part")) {
        return false;
    }
    const bool put = fill(part, bytes, length) && backup_part_put(part, path) == BACKUP_PUT;
    unlink(part); // it is gone where it was renamed
    return put;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)status;
    (void)where;
    return kind == FTW_DP ? rmdir(path) : unlink(path);
}

bool own_levels_remove_folder(const char *path)
{
    enum { OPEN_AT_ONCE = 8 };
    return nftw(path, remove_one, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS) == 0 || errno == ENOENT;
}
