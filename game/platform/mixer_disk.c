// The file that SDL's disk driver writes, trimmed to what was mixed under virtual time.
#include "platform/mixer_disk.h"

#include <string.h>
#include <unistd.h>

#include <SDL.h>

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

int disk_buffers(int buffer_bytes)
{
    SDL_RWops *file = SDL_RWFromFile(path(), "rb");
    if (!file) {
        return 0;
    }
    Sint64 size = SDL_RWsize(file);
    SDL_RWclose(file);
    return size > 0 ? (int)(size / buffer_bytes) : 0;
}

void disk_cut(int buffers, int buffer_bytes)
{
    if (truncate(path(), (off_t)buffers * buffer_bytes) != 0) {
        SDL_LogWarn(SDL_LOG_CATEGORY_AUDIO, "%s keeps the silence of its end", path());
    }
}
