// A child process that may be killed.
#include "kills/killed.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void become(const char *program, const char *const *arguments, int out)
{
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 0);
    dup2(out, 1);
    dup2(nowhere, 2);
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    execv(program, (char *const *)arguments);
    _exit(127);
}

// Until the child is gone or its time is up.
static bool ended(pid_t child, int64_t until_us, int *status)
{
    while (waitpid(child, status, WNOHANG) == 0) {
        const int64_t left_us = until_us - now_us();
        if (left_us <= 0) {
            return false;
        }
        nanosleep(&(struct timespec){.tv_nsec = (left_us < 200 ? left_us : 200) * 1000}, NULL);
    }
    return true;
}

// What was said fits in a pipe: it need not be emptied before the child has gone.
static void listen_to(int pipe_end, struct killed *killed)
{
    size_t length = 0;
    ssize_t got;
    while (length + 1 < sizeof killed->out &&
           (got = read(pipe_end, killed->out + length, sizeof killed->out - 1 - length)) > 0) {
        length += (size_t)got;
    }
    killed->out[length] = '\0';
}

void killed_run(const char *program, const char *const *arguments, int delay_us, struct killed *killed)
{
    int out[2], status = 0;
    *killed = (struct killed){.status = -1};
    if (pipe(out) != 0) {
        return;
    }
    fflush(NULL);
    const int64_t began_us = now_us();
    const pid_t child = fork();
    if (child == 0) {
        close(out[0]);
        become(program, arguments, out[1]);
    }
    close(out[1]);
    if (!ended(child, delay_us < 0 ? INT64_MAX : began_us + delay_us, &status)) {
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
    }
    killed->took_us = (int)(now_us() - began_us);
    killed->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    listen_to(out[0], killed);
    close(out[0]);
}
