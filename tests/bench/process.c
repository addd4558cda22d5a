// The game as a process, by its clock and /proc.
#include "bench/process.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench/figures.h"
#include "bench/screen.h"

enum { WORDS_MAX = 40 };

static void be_quiet(void)
{
    if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) {
        _exit(127);
    }
}

static bool launch(struct process *process, const char *const *words, bool quiet)
{
    process->folder[0] = '\0';
    process->began_ms = screen_now_ms();
    process->id = fork();
    if (process->id == 0) {
        setpgid(0, 0);
        if (quiet) {
            be_quiet();
        }
        execvp(words[0], (char *const *)words);
        _exit(127);
    }
    return process->id > 0;
}

bool process_start_other(struct process *process, const char *const *words)
{
    return launch(process, words, true);
}

bool process_start(struct process *process, const char *program, const char *const *arguments)
{
    char folder[] = "/tmp/peekaboo_bench_XXXXXX", trace[96];
    if (!mkdtemp(folder)) {
        return false;
    }
    snprintf(trace, sizeof trace, "%s/trace", folder);
    const char *words[WORDS_MAX] = {program, "--data", folder, "--trace", trace};
    for (int i = 0; arguments[i]; i++) {
        words[5 + i] = arguments[i];
    }
    const bool started = launch(process, words, false);
    strcpy(process->folder, folder);
    return started;
}

bool process_stop(struct process *process)
{
    int status = -1;
    bool ended = false;
    kill(process->id, SIGTERM);
    for (int i = 0; i < 200 && !ended; i++) {
        ended = waitpid(process->id, &status, WNOHANG) == process->id;
        nap_ms(10);
    }
    if (!ended) {
        kill(process->id, SIGKILL);
        waitpid(process->id, &status, 0);
    }
    kill(-process->id, SIGKILL); // what it may have left
    return ended && status == 0;
}

void process_forget(struct process *process)
{
    char command[128];
    if (!process->folder[0]) {
        return;
    }
    snprintf(command, sizeof command, "rm -rf %s", process->folder);
    if (system(command) != 0) {
        fprintf(stderr, "%s stays\n", process->folder);
    }
}

double process_cpu_s(int id)
{
    clockid_t clock;
    struct timespec used;
    if (clock_getcpuclockid(id, &clock) != 0 || clock_gettime(clock, &used) != 0) {
        return 0;
    }
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

double process_peak_mb(int id)
{
    char path[64], line[256];
    long kb = 0;
    snprintf(path, sizeof path, "/proc/%d/status", id);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        sscanf(line, "VmHWM: %ld", &kb);
    }
    if (file) {
        fclose(file);
    }
    return (double)kb / 1024;
}

int process_events(const struct process *process, const char *event)
{
    char path[96], line[1024], wanted[64];
    int count = 0;
    snprintf(path, sizeof path, "%s/trace", process->folder);
    snprintf(wanted, sizeof wanted, "\"event\":\"%s\"", event);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        count += strstr(line, wanted) != NULL;
    }
    if (file) {
        fclose(file);
    }
    return count;
}

bool process_wait_events(const struct process *process, const char *event, int count, double limit_ms)
{
    for (double until_ms = screen_now_ms() + limit_ms; screen_now_ms() < until_ms;) {
        if (process_events(process, event) >= count) {
            return true;
        }
        nap_ms(50);
    }
    return false;
}

// Calls with each process of the group of that id, and adds up what it says.
static double sum_of_group(int group, double (*say)(int id))
{
    double sum = 0;
    DIR *all = opendir("/proc");
    for (struct dirent *entry; all && (entry = readdir(all));) {
        const int id = atoi(entry->d_name);
        sum += id > 0 && getpgid(id) == group ? say(id) : 0;
    }
    if (all) {
        closedir(all);
    }
    return sum;
}

double process_group_cpu_s(int group)
{
    return sum_of_group(group, process_cpu_s);
}

double process_group_peak_mb(int group)
{
    return sum_of_group(group, process_peak_mb);
}
