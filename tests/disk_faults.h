// A disk that fails: the N-th call that changes anything fails, for SQLite and for the game alike. The
// program's own write, fsync, rename ... stand before the C library's; they never really sync, which makes
// the walk fast.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum disk_fault { DISK_FULL, DISK_BROKEN, DISK_SHORT, DISK_FAULTS };

static struct {
    bool armed, failed;
    int left; // calls that still go well
    enum disk_fault fault;
    bool stays;          // all calls after it fail too
    ino_t synced;        // the file that was synced last, and not written to since
    bool renamed_synced; // that was the one that was renamed last
} disk;

static inline ino_t disk_inode(int file)
{
    struct stat status;
    return fstat(file, &status) == 0 ? status.st_ino : 0;
}

static inline void disk_arm(int calls, enum disk_fault fault, bool stays)
{
    disk.armed = true;
    disk.failed = false;
    disk.left = calls;
    disk.fault = fault;
    disk.stays = stays;
}

static inline bool disk_fails(void)
{
    if (!disk.armed || (disk.failed && !disk.stays) || disk.left-- > 0) {
        return false;
    }
    disk.failed = true;
    errno = disk.fault == DISK_FULL ? ENOSPC : EIO;
    return true;
}

static inline ssize_t disk_write(int file, const void *bytes, size_t length, off_t at)
{
    const bool fails = disk_fails();
    disk.synced = disk_inode(file) == disk.synced ? 0 : disk.synced;
    if (fails && (disk.fault != DISK_SHORT || length < 2)) {
        return -1;
    }
    const size_t part = fails ? length / 2 : length;
    return at < 0 ? syscall(SYS_write, file, bytes, part) : syscall(SYS_pwrite64, file, bytes, part, at);
}

static inline int disk_open(const char *path, int flags, mode_t mode)
{
    const bool changes = (flags & (O_CREAT | O_ACCMODE)) != 0;
    return changes && disk_fails() ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

static inline int disk_sync(int file)
{
    if (disk_fails()) {
        return -1;
    }
    disk.synced = disk_inode(file);
    return 0;
}

// The names that 64-bit files have where a header does not say them.
int open64(const char *path, int flags, ...);
ssize_t pwrite64(int file, const void *bytes, size_t length, off_t at);
int ftruncate64(int file, off_t length);

#define MODE_OF(flags, mode)                                                                                 \
    mode_t mode = 0;                                                                                         \
    if ((flags)&O_CREAT) {                                                                                   \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        mode = va_arg(rest, mode_t);                                                                         \
        va_end(rest);                                                                                        \
    }

int open(const char *path, int flags, ...)
{
    MODE_OF(flags, mode)
    return disk_open(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    MODE_OF(flags, mode)
    return disk_open(path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t length)
{
    return disk_write(file, bytes, length, -1);
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t at)
{
    return disk_write(file, bytes, length, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off_t at)
{
    return disk_write(file, bytes, length, at);
}

int fsync(int file)
{
    return disk_sync(file);
}

int fdatasync(int file)
{
    return disk_sync(file);
}

int ftruncate(int file, off_t length)
{
    return disk_fails() ? -1 : (int)syscall(SYS_ftruncate, file, length);
}

int ftruncate64(int file, off_t length)
{
    return disk_fails() ? -1 : (int)syscall(SYS_ftruncate, file, length);
}

int unlink(const char *path)
{
    return disk_fails() ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int mkdir(const char *path, mode_t mode)
{
    return disk_fails() ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int rmdir(const char *path)
{
    return disk_fails() ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

int rename(const char *from, const char *to)
{
    struct stat status;
    disk.renamed_synced = stat(from, &status) == 0 && status.st_ino == disk.synced;
    return disk_fails() ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
    return disk_fails() ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}
