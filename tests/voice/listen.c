// Two clocks beside the wall's: a trace's and a recording's.
#include "voice/listen.h"

#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FRAME_BYTES = 4, LOOK_EACH_MS = 1 };

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

struct listener {
    FILE *trace, *out;
    long bytes;
    double trace_ms, sound_ms; // when time 0 of each was, by the wall's clock, at the latest
};

// The trace's whole lines that are new; a line that is not whole is read again.
static void read_trace(struct listener *listener, const char *path)
{
    char line[1024];
    int t_ms;
    listener->trace = listener->trace ? listener->trace : fopen(path, "r");
    while (listener->trace) {
        long at = ftell(listener->trace);
        double came_ms = now_ms();
        clearerr(listener->trace);
        if (!fgets(line, sizeof line, listener->trace) || !strchr(line, '\n')) {
            fseek(listener->trace, at, SEEK_SET);
            return;
        }
        if (sscanf(line, "{\"t\":%d", &t_ms) == 1) {
            listener->trace_ms = fmin(listener->trace_ms, came_ms - t_ms);
        }
    }
}

static bool read_sound(struct listener *listener)
{
    char part[4096];
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (poll(&input, 1, LOOK_EACH_MS) == 0) {
        return true;
    }
    ssize_t got = read(STDIN_FILENO, part, sizeof part);
    if (got <= 0) {
        return false;
    }
    listener->bytes += got;
    double length_ms = (double)listener->bytes / FRAME_BYTES / 48;
    listener->sound_ms = fmin(listener->sound_ms, now_ms() - length_ms);
    return fwrite(part, 1, (size_t)got, listener->out) == (size_t)got;
}

bool listen_and_write(const char *trace, const char *path, double *clock_ms)
{
    struct listener listener = {.out = fopen(path, "wb"), .trace_ms = INFINITY, .sound_ms = INFINITY};
    if (!listener.out) {
        return false;
    }
    while (read_sound(&listener)) {
        read_trace(&listener, trace);
    }
    bool written = fclose(listener.out) == 0;
    if (listener.trace) {
        fclose(listener.trace);
    }
    *clock_ms = listener.trace_ms - listener.sound_ms;
    return written && isfinite(*clock_ms);
}
