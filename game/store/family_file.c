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
const char *family_file_make_folder(const char *folder)
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

static enum family_fault look(const unsigned char *header, size_t length, uint32_t *application,
                              uint32_t *version)
{
    static const char magic[16] = "SQLite format 3";
    if (length == 0) {
        return FAMILY_EMPTY;
    }
    if (length < HEADER_SIZE || memcmp(header, magic, sizeof magic) != 0) {
        return FAMILY_NO_DATABASE;
    }
    *application = big_endian(header + APPLICATION_AT);
    *version = big_endian(header + VERSION_AT);
    return FAMILY_FINE;
}

enum family_fault family_file_look(const char *path, uint32_t *application, uint32_t *version)
{
    size_t length = 0;
    *application = 0;
    *version = 0;
    char *header = files_read_start(path, HEADER_SIZE, &length);
    const enum family_fault fault =
        header ? look((const unsigned char *)header, length, application, version) : FAMILY_UNREADABLE;
    free(header);
    return fault;
}

static const char *check_file(const char *path)
{
    uint32_t application, version;
    const enum family_fault fault = family_file_look(path, &application, &version);
    if (fault == FAMILY_EMPTY) {
        return NULL;
    }
    return family_sentence(fault ? fault : family_schema_refuses(application, version));
}

const char *family_file_prepare(const char *folder, const char *path)
{
    const char *reason = family_file_make_folder(folder);
    if (!reason) {
        reason = make_file(path);
    }
    return reason ? reason : check_file(path);
}

void family_file_close_to_others(const char *path)
{
    chmod(path, 0600); // where the file isn't ours, nothing changes
}
