// How long a sound file says it is.
#include "store/sound_length.h"

#include <limits.h>
#include <sndfile.h>
#include <sys/stat.h>

int sound_length_ms(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) {
        return -1; // a pipe would be waited for
    }
    SF_INFO info = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    if (!file) {
        return -1;
    }
    sf_close(file);
    if (info.samplerate <= 0 || info.frames <= 0) {
        return -1;
    }
    double length_ms = (double)info.frames * 1000 / info.samplerate;
    return length_ms < INT_MAX ? (int)length_ms : INT_MAX;
}
