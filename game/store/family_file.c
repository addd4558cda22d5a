// The family's file before SQLite opens it. Faces, voices and a child's progress are nobody else's business:
// the file has its mode before a byte is written into it. And a file that can't be ours is refused by its
// first bytes alone: SQLite, if it opened it, might write beside it or into it.
#include "store/family_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/files.h"
#include "store/family_schema.h"

enum { HEADER_SIZE = 100, VERSION_AT = 60, APPLICATION_AT = 68 }; // SQLite's file format

static bool is_empty(const char *folder)
{
    DIR *directory = opendir(folder);
    int count = 0;
    while (directory && count < 3 && readdir(directory)) {
        count++; // "." and ".." are always there
    }
    if (directory) {
        closedir(directory);
    }
    return count == 2;
}

// A folder that was there and holds anything may be shared with others on purpose: its mode is not ours to
// change.
static const char *make_folder(const char *folder)
{
    if (!files_make_folder(folder)) {
        return "the family's folder can't be made";
    }
    if (is_empty(folder)) {
        chmod(folder, 0700);
    }
    // A journal has to be written beside the file.
    return access(folder, W_OK | X_OK) == 0 ? NULL : "the family's folder can't be written";
}

static const char *make_file(const char *path)
{
    const int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        close(file);
        return NULL;
    }
    struct stat status;
    if (errno != EEXIST || stat(path, &status) != 0) {
        return "the family's folder can't be written";
    }
    if (!S_ISREG(status.st_mode)) {
        return "family.db is no file";
    }
    return access(path, R_OK | W_OK) == 0 ? NULL : "family.db can't be written";
}

static uint32_t big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

// Empty: new. Else a whole header of a file that may be opened.
static const char *check_header(const unsigned char *header, size_t length)
{
    static const char magic[16] = "SQLite format 3";
    if (length == 0) {
        return NULL;
    }
    if (length < HEADER_SIZE || memcmp(header, magic, sizeof magic) != 0) {
        return "family.db is damaged, or no file of this game";
    }
    return family_schema_refuses(big_endian(header + APPLICATION_AT), big_endian(header + VERSION_AT));
}

static const char *check_file(const char *path)
{
    size_t length = 0;
    char *header = files_read_start(path, HEADER_SIZE, &length);
    const char *reason =
        header ? check_header((const unsigned char *)header, length) : "family.db can't be read";
    free(header);
    return reason;
}

const char *family_file_prepare(const char *folder, const char *path)
{
    const char *reason = make_folder(folder);
    if (!reason) {
        reason = make_file(path);
    }
    return reason ? reason : check_file(path);
}

void family_file_close_to_others(const char *path)
{
    chmod(path, 0600); // where the file isn't ours, nothing changes
}
