// The game as its users meet it: a child process.
#include "replays/outside.h"

#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int outside_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int)(now.tv_sec * 1000 + now.tv_nsec / 1000000);
}

// In the child: nothing of the tester's own desk shows through.
static void become(const char *program, const char *const *arguments, const char *folder, const char *home,
                   const char *video)
{
    const char *words[ARGUMENTS_MAX + 2] = {program};
    for (int i = 0; arguments[i] && i < ARGUMENTS_MAX; i++) {
        words[i + 1] = arguments[i];
    }
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    unsetenv("SDL_VIDEODRIVER");
    if (video) {
        setenv("SDL_VIDEODRIVER", video, 1);
    }
    setenv("SDL_AUDIODRIVER", "dummy", 0);
    setenv("HOME", home, 1);
    unsetenv("XDG_DOCUMENTS_DIR"); // where backups would go
    unsetenv("XDG_PICTURES_DIR");
    setenv("XDG_DATA_HOME", home, 1);
    if (chdir(folder) == 0) {
        execv(program, (char *const *)words);
    }
    _exit(127);
}

static bool take(int from, char **text, size_t *length)
{
    char part[4096];
    ssize_t got = read(from, part, sizeof part);
    if (got <= 0) {
        return false;
    }
    *text = realloc(*text, *length + (size_t)got + 1);
    memcpy(*text + *length, part, (size_t)got);
    *length += (size_t)got;
    (*text)[*length] = '\0';
    return true;
}

// Reads both pipes to their ends, or until the time is up.
static void listen(const int *pipes, struct outside *result, int until_ms)
{
    struct pollfd polls[2] = {{.fd = pipes[0], .events = POLLIN}, {.fd = pipes[1], .events = POLLIN}};
    char **texts[2] = {&result->out, &result->err};
    size_t lengths[2] = {0, 0};
    while (polls[0].fd >= 0 || polls[1].fd >= 0) {
        int left_ms = until_ms - outside_now_ms();
        if (left_ms <= 0 || poll(polls, 2, left_ms) <= 0) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            if (polls[i].fd >= 0 && polls[i].revents && !take(polls[i].fd, texts[i], &lengths[i])) {
                polls[i].fd = -1;
            }
        }
    }
}

int outside_wait(int process, int limit_ms, int *took_ms)
{
    int began_ms = outside_now_ms(), status = 0;
    pid_t ended = 0;
    while ((ended = waitpid(process, &status, WNOHANG)) == 0 && outside_now_ms() - began_ms < limit_ms) {
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    if (ended == 0) {
        kill(process, SIGKILL);
        waitpid(process, &status, 0);
    }
    *took_ms = outside_now_ms() - began_ms;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void outside_run(const char *program, const char *const *arguments, const char *folder, const char *home,
                 int limit_ms, struct outside *result)
{
    int out[2], err[2], ignored;
    *result = (struct outside){.status = -1, .out = calloc(1, 1), .err = calloc(1, 1)};
    if (pipe(out) != 0 || pipe(err) != 0) {
        return;
    }
    int began_ms = outside_now_ms();
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_RDONLY), 0);
        dup2(out[1], 1);
        dup2(err[1], 2);
        close(out[0]);
        close(err[0]);
        become(program, arguments, folder, home, NULL);
    }
    close(out[1]);
    close(err[1]);
    listen((const int[]){out[0], err[0]}, result, began_ms + limit_ms);
    close(out[0]);
    close(err[0]);
    int left_ms = began_ms + limit_ms - outside_now_ms();
    result->status = outside_wait(child, left_ms > 0 ? left_ms : 0, &ignored);
    result->ms = outside_now_ms() - began_ms;
}

void outside_forget(struct outside *result)
{
    free(result->out);
    free(result->err);
    *result = (struct outside){0};
}

int outside_start(const char *program, const char *const *arguments, const char *folder, const char *home)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_RDWR);
        dup2(nowhere, 0);
        dup2(nowhere, 1);
        become(program, arguments, folder, home, "dummy");
    }
    return child;
}

char *outside_path(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

char *outside_folder(void)
{
    const char *base = getenv("TMPDIR");
    char *path = outside_path(base ? base : "/tmp", "peekaboo_test_XXXXXX");
    return mkdtemp(path) ? path : NULL;
}

static int remove_one(const char *path, const struct stat *status, int flag, struct FTW *where)
{
    (void)status;
    (void)flag;
    (void)where;
    return remove(path);
}

void outside_remove(const char *folder)
{
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

char *outside_read(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return NULL;
    }
    char *text = calloc(1, 1);
    size_t size = 0;
    while (take(fileno(file), &text, &size)) {
    }
    fclose(file);
    if (length) {
        *length = size;
    }
    return text;
}

void outside_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    if (file) {
        fputs(text, file);
        fclose(file);
    }
}
