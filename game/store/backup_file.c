// Files that are written beside and then renamed over.
#include "store/backup_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool backup_path(char out[BACKUP_PATH_SIZE], const char *path, const char *ending)
{
    return path && *path && snprintf(out, BACKUP_PATH_SIZE, "%s%s", path, ending) < BACKUP_PATH_SIZE;
}

static bool same_file(const struct stat *one, const struct stat *other)
{
    return one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

static const char *folder_of(const char *path, char out[BACKUP_PATH_SIZE])
{
    const char *slash = strrchr(path, '/');
    const int length = slash == path ? 1 : slash ? (int)(slash - path) : 0;
    snprintf(out, BACKUP_PATH_SIZE, "%.*s", length, path);
    return slash ? out : ".";
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool backup_beside(sqlite3 *database, const char *name, char out[BACKUP_PATH_SIZE])
{
    const char *own = database ? sqlite3_db_filename(database, "main") : NULL;
    char folder[BACKUP_PATH_SIZE];
    return own && snprintf(out, BACKUP_PATH_SIZE, "%s/%s", folder_of(own, folder), name) < BACKUP_PATH_SIZE;
}

// family.db, its journal, or what else begins like it in the same folder.
static bool is_own(const char *own, const char *path, const struct stat *status)
{
    char own_folder[BACKUP_PATH_SIZE], folder[BACKUP_PATH_SIZE];
    struct stat own_status, one, other;
    if (status && stat(own, &own_status) == 0 && same_file(&own_status, status)) {
        return true;
    }
    return stat(folder_of(own, own_folder), &one) == 0 && stat(folder_of(path, folder), &other) == 0 &&
           same_file(&one, &other) && strncmp(name_of(path), name_of(own), strlen(name_of(own))) == 0;
}

bool backup_path_free(sqlite3 *database, const char *path)
{
    struct stat status;
    const bool there = stat(path, &status) == 0;
    if ((there && !S_ISREG(status.st_mode)) || *name_of(path) == '\0') {
        return false;
    }
    const char *own = database ? sqlite3_db_filename(database, "main") : NULL;
    return !own || !is_own(own, path, there ? &status : NULL);
}

void backup_part_drop(const char *part)
{
    char journal[BACKUP_PATH_SIZE + 16];
    unlink(part);
    snprintf(journal, sizeof journal, "%s-journal", part);
    unlink(journal);
}

enum family_fault backup_part_make(const char *part)
{
    backup_part_drop(part);
    const int file = open(part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) {
        return errno == ENOSPC ? FAMILY_DISK_FULL : FAMILY_UNWRITABLE;
    }
    close(file);
    return FAMILY_FINE;
}

void backup_harden(sqlite3 *database)
{
    static const int off[] = {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                              SQLITE_DBCONFIG_ENABLE_VIEW};
    for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
        sqlite3_db_config(database, off[i], 0, NULL);
    }
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_exec(database, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", NULL, NULL, NULL);
}

enum family_fault backup_part_open(const char *part, sqlite3 **database)
{
    if (sqlite3_open_v2(part, database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL) != SQLITE_OK) {
        return FAMILY_UNWRITABLE;
    }
    backup_harden(*database);
    const bool ready = sqlite3_exec(*database,
                                    "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                                    "PRAGMA foreign_keys = ON",
                                    NULL, NULL, NULL) == SQLITE_OK;
    return ready ? FAMILY_FINE : family_schema_failure(*database);
}

enum family_fault backup_part_copy(sqlite3 *from, const char *part)
{
    sqlite3 *to = NULL;
    enum family_fault fault = backup_part_open(part, &to);
    sqlite3_backup *backup = fault ? NULL : sqlite3_backup_init(to, "main", from, "main");
    if (backup) {
        sqlite3_backup_step(backup, -1);
        fault = sqlite3_backup_finish(backup) == SQLITE_OK ? FAMILY_FINE : family_schema_failure(to);
    } else if (!fault) {
        fault = family_schema_failure(to);
    }
    return sqlite3_close(to) == SQLITE_OK ? fault : FAMILY_UNWRITABLE;
}

static bool sync_path(const char *path, int flags)
{
    const int file = open(path, flags | O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool synced = fsync(file) == 0 || errno == EINVAL; // some file systems sync no folders
    close(file);
    return synced;
}

bool backup_sync_folder(const char *path)
{
    char folder[BACKUP_PATH_SIZE];
    return sync_path(folder_of(path, folder), O_DIRECTORY);
}

bool backup_write(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t wrote = write(file, bytes, length);
        if (wrote <= 0) {
            return false;
        }
        bytes += wrote;
        length -= (size_t)wrote;
    }
    return true;
}

enum backup_put backup_part_put(const char *part, const char *path)
{
    if (!sync_path(part, 0) || rename(part, path) != 0) {
        return BACKUP_NOT_PUT;
    }
    return backup_sync_folder(path) ? BACKUP_PUT : BACKUP_UNCONFIRMED;
}
