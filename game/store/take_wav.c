// Writes a WAV file: a whole one or none.
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/take.h"

enum { HEADER = 44, SAMPLE = 2, BLOCK = 4096 };

static void put(unsigned char *to, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        to[i] = (unsigned char)(value >> (8 * i));
    }
}

static void make_header(unsigned char header[HEADER], int count)
{
    const uint32_t length = (uint32_t)count * SAMPLE;
    memcpy(header, "RIFF....WAVEfmt ", 16);
    put(header + 4, length + HEADER - 8, 4);
    put(header + 16, 16, 4);
    put(header + 20, 1, 2); // plain samples
    put(header + 22, 1, 2); // mono
    put(header + 24, TAKE_RATE, 4);
    put(header + 28, TAKE_RATE * SAMPLE, 4);
    put(header + 32, SAMPLE, 2);
    put(header + 34, 8 * SAMPLE, 2);
    memcpy(header + 36, "data", 4);
    put(header + 40, length, 4);
}

static bool write_samples(FILE *file, const int16_t *samples, int count)
{
    unsigned char block[BLOCK * SAMPLE];
    for (int at = 0; at < count; at += BLOCK) {
        const int length = count - at < BLOCK ? count - at : BLOCK;
        for (int i = 0; i < length; i++) {
            put(block + i * SAMPLE, (uint16_t)samples[at + i], SAMPLE);
        }
        if (fwrite(block, SAMPLE, (size_t)length, file) != (size_t)length) {
            return false;
        }
    }
    return true;
}

static bool write_beside(const int16_t *samples, int count, const char *beside)
{
    unsigned char header[HEADER];
    make_header(header, count);
    FILE *file = fopen(beside, "wb");
    if (!file) {
        return false;
    }
    const bool written = fwrite(header, HEADER, 1, file) == 1 && write_samples(file, samples, count) &&
                         fflush(file) == 0 && fsync(fileno(file)) == 0;
    return (fclose(file) == 0) && written;
}

// A new name is on the disk when its folder is; where folders can't be synced, the system sees to it.
static void sync_folder(const char *path)
{
    char copy[PATH_MAX];
    snprintf(copy, sizeof copy, "%s", path);
    const int folder = open(dirname(copy), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
}

// A rename would put a file in the place of a device.
static bool may_be_replaced(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

bool take_write_wav(const int16_t *samples, int count, const char *path)
{
    char beside[PATH_MAX];
    const int length = snprintf(beside, sizeof beside, "%s.part", path);
    if (length < 0 || length >= (int)sizeof beside || !may_be_replaced(path)) {
        return false;
    }
    if (!write_beside(samples, count, beside) || rename(beside, path) != 0) {
        unlink(beside);
        return false;
    }
    sync_folder(path);
    return true;
}
