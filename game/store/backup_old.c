// The family's file that a restored one takes the place of: it is kept, whatever is in it.
#include "store/backup_old.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "store/backup_file.h"
#include "store/family_file.h"
#include "store/own_levels_file.h"

enum { BUSY_MS = 1000, PIECE = 1 << 16 };

enum family_fault backup_old_lock(const char *path, sqlite3 **old)
{
    uint32_t application, version;
    *old = NULL;
    if (family_file_look(path, &application, &version) != FAMILY_FINE) {
        return FAMILY_FINE; // not there, empty, or nothing that SQLite could lock
    }
    if (sqlite3_open_v2(path, old, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        return FAMILY_FINE;
    }
    backup_harden(*old);
    sqlite3_busy_timeout(*old, BUSY_MS);
    sqlite3_exec(*old, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
    // A damaged one need not be locked: nobody works on it.
    return family_schema_failure(*old) == FAMILY_BUSY ? FAMILY_BUSY : FAMILY_FINE;
}

static bool copy_bytes(int from, int to)
{
    char piece[PIECE];
    ssize_t length;
    while ((length = read(from, piece, sizeof piece)) > 0) {
        if (!backup_write(to, piece, (size_t)length)) {
            return false;
        }
    }
    return length == 0 && fsync(to) == 0;
}

// For file systems without second names (FAT on a memory card).
static bool copy_file(const char *path, const char *copy)
{
    const int from = open(path, O_RDONLY | O_CLOEXEC);
    const int to = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    const bool copied = from >= 0 && to >= 0 && copy_bytes(from, to);
    if (from >= 0) {
        close(from);
    }
    return to >= 0 && close(to) == 0 && copied;
}

static bool is_missing(const char *path)
{
    return access(path, F_OK) != 0 && errno == ENOENT;
}

// A journal beside family.db belongs to the file that goes: SQLite would roll it into the one that comes.
static bool move_company(const char *path, const char *kept)
{
    static const char *const endings[] = {"-journal", "-wal", "-shm"};
    char from[BACKUP_PATH_SIZE], to[BACKUP_PATH_SIZE];
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (!backup_path(from, path, endings[i]) || !backup_path(to, kept, endings[i])) {
            return false;
        }
        unlink(to); // of a file that was kept before
        if (rename(from, to) != 0 && errno != ENOENT) {
            return false;
        }
    }
    return true;
}

bool backup_old_keep(const char *path, const char *kept)
{
    char part[BACKUP_PATH_SIZE];
    if (is_missing(path)) {
        return move_company(path, kept);
    }
    if (!backup_path(part, kept, ".part")) {
        return false;
    }
    unlink(part);
    if ((link(path, part) == 0 || copy_file(path, part)) && rename(part, kept) == 0) {
        return move_company(path, kept) && backup_sync_folder(kept);
    }
    unlink(part);
    return false;
}

bool backup_old_forget(const char *folder)
{
    static const char *const endings[] = {"", "-journal", "-wal", "-shm", ".part"};
    char kept[BACKUP_PATH_SIZE], path[BACKUP_PATH_SIZE];
    bool gone = backup_path(kept, folder, "/levels.before-restore") && own_levels_remove_folder(kept) &&
                backup_path(kept, folder, "/family.before-restore.db");
    for (size_t i = 0; gone && i < sizeof endings / sizeof *endings; i++) {
        gone = backup_path(path, kept, endings[i]) && (unlink(path) == 0 || errno == ENOENT);
    }
    return gone;
}
