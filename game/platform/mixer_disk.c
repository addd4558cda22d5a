// The file that SDL's disk driver writes, trimmed to what was mixed under virtual time.
#include "platform/mixer_disk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL.h>

enum { MARK = 1 };

bool disk_chosen(void)
{
    const char *driver = SDL_getenv("SDL_AUDIODRIVER");
    return driver && strcmp(driver, "disk") == 0;
}

void disk_hurry(void)
{
    SDL_setenv("SDL_DISKAUDIODELAY", "0", 0);
}

static const char *path(void)
{
    const char *given = SDL_getenv("SDL_DISKAUDIOFILE");
    return given ? given : "sdlaudio.raw"; // SDL's own default
}

void disk_mark(uint8_t *stream, int bytes)
{
    memset(stream, MARK, (size_t)bytes);
}

// Where the marked buffer begins; the file's end where there is none.
static Sint64 find_mark(SDL_RWops *file, char *buffer, int buffer_bytes)
{
    Sint64 at = 0;
    while (SDL_RWread(file, buffer, (size_t)buffer_bytes, 1) == 1 && buffer[0] != MARK) {
        at += buffer_bytes;
    }
    return at;
}

static bool copy(SDL_RWops *file, Sint64 from, Sint64 to, char *buffer, int bytes)
{
    return SDL_RWseek(file, from, RW_SEEK_SET) == from && SDL_RWread(file, buffer, (size_t)bytes, 1) == 1 &&
           SDL_RWseek(file, to, RW_SEEK_SET) == to && SDL_RWwrite(file, buffer, (size_t)bytes, 1) == 1;
}

static void trim(SDL_RWops *file, int64_t keep, char *buffer, int buffer_bytes)
{
    Sint64 from = find_mark(file, buffer, buffer_bytes);
    for (int64_t i = 1; i < keep; i++) {
        if (!copy(file, from + i * buffer_bytes, i * buffer_bytes, buffer, buffer_bytes)) {
            return;
        }
    }
    memset(buffer, 0, (size_t)buffer_bytes);
    SDL_RWseek(file, 0, RW_SEEK_SET);
    SDL_RWwrite(file, buffer, (size_t)buffer_bytes, 1);
}

void disk_trim(int64_t keep, int buffer_bytes)
{
    char *buffer = malloc((size_t)buffer_bytes);
    SDL_RWops *file = SDL_RWFromFile(path(), "r+b");
    if (buffer && file) {
        trim(file, keep, buffer, buffer_bytes);
    }
    if (file) {
        SDL_RWclose(file);
    }
    free(buffer);
    if (truncate(path(), (off_t)keep * buffer_bytes) != 0) {
        SDL_LogWarn(SDL_LOG_CATEGORY_AUDIO, "%s ends with silence of its own", path());
    }
}
