// How long it takes to open the family's file, with nothing in it and with 5,000 clips, and to list them:
// what the start of the game waits for. Makes about 600 MB in the current folder, and takes them away again.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/family.h"
#include "store/voices.h"

enum { CLIPS = 5000, PEOPLE = 10, OPENINGS = 21, LONG_EVERY = 50, SHORT_COUNT = 9600, LONG_COUNT = 480000 };

static double now_ms(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

static struct family *opened(const char *folder)
{
    char reason[200] = "";
    struct family *family = family_open(folder, reason, sizeof reason);
    if (!family) {
        fprintf(stderr, "%s\n", reason);
        exit(1);
    }
    return family;
}

static void record(struct family *family, int64_t person, int number, int16_t *pcm)
{
    const int count = number % LONG_EVERY == 0 ? LONG_COUNT : SHORT_COUNT;
    pcm[0] = (int16_t)number;
    const struct clip_take take = {.pcm = pcm, .count = count, .raw = pcm, .raw_count = count};
    if (clip_keep(family, person, (enum moment)(number % MOMENTS), 0, &take, 1764000000) == 0) {
        fprintf(stderr, "a clip could not be kept: is the disk full?\n");
        exit(1);
    }
}

static void fill(const char *folder)
{
    static int16_t pcm[LONG_COUNT];
    struct family *family = opened(folder);
    int64_t people[PEOPLE];
    for (int i = 0; i < PEOPLE; i++) {
        char name[20];
        snprintf(name, sizeof name, "Person %d", i + 1);
        people[i] = caregiver_add(family, name);
    }
    for (int i = 0; i < CLIPS; i++) {
        record(family, people[i % PEOPLE], i, pcm);
    }
    family_close(family);
}

static int by_value(const void *one, const void *other)
{
    const double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static double median(double *values)
{
    qsort(values, OPENINGS, sizeof *values, by_value);
    return values[OPENINGS / 2];
}

// Takes the file out of the machine's memory, as after a cold start.
static void forget(const char *folder)
{
    char path[64];
    snprintf(path, sizeof path, "%s/family.db", folder);
    const int file = open(path, O_RDONLY);
    if (file >= 0) {
        fsync(file);
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        close(file);
    }
}

static void measure(const char *folder, const char *what, bool cold)
{
    double open_ms[OPENINGS], list_ms[OPENINGS], cpu_ms[OPENINGS];
    int count = 0;
    for (int i = 0; i < OPENINGS; i++) {
        if (cold) {
            forget(folder);
        }
        const double cpu = now_ms(CLOCK_PROCESS_CPUTIME_ID), begin = now_ms(CLOCK_MONOTONIC);
        struct family *family = opened(folder);
        const double open_end = now_ms(CLOCK_MONOTONIC);
        struct voice_clip *clips;
        count = clips_list(family, 0, &clips);
        list_ms[i] = now_ms(CLOCK_MONOTONIC) - open_end;
        open_ms[i] = open_end - begin;
        cpu_ms[i] = now_ms(CLOCK_PROCESS_CPUTIME_ID) - cpu;
        free(clips);
        family_close(family);
    }
    printf("%-18s %5d clips: open %6.2f ms, list all %6.2f ms, CPU of both %6.2f ms (medians of %d)\n", what,
           count, median(open_ms), median(list_ms), median(cpu_ms), OPENINGS);
}

static void drop(const char *folder)
{
    char path[64];
    snprintf(path, sizeof path, "%s/family.db", folder);
    unlink(path);
    rmdir(folder);
}

// family_bench: prints the table. family_bench FOLDER: fills a folder for measuring the whole game.
int main(int count, char **words)
{
    if (count > 1) {
        fill(words[1]);
        return 0;
    }
    char empty[] = "family_bench_XXXXXX", full[] = "family_bench_XXXXXX";
    if (!mkdtemp(empty) || !mkdtemp(full)) {
        return 1;
    }
    family_close(opened(empty));
    fill(full);
    measure(empty, "empty", false);
    measure(full, "full", false);
    measure(empty, "empty, from disk", true);
    measure(full, "full, from disk", true);
    drop(empty);
    drop(full);
    return 0;
}
