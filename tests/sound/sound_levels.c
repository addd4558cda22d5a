// Checks recorded sessions: sound_levels FILE.raw... (16 bit, stereo, 48 kHz, as SDL's disk driver writes
// them) prints what each measures and exits 1 where one passes a limit; sound_levels --planted tries the
// checker itself. Recorded voices are judged as everything else.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "planted.h"

// What follows the end of a recording: silence, in which an end that was cut shows.
enum { AFTER_FRAMES = RATE / 10 };

static int16_t *read_samples(const char *path, long *frames)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return NULL;
    }
    fseek(file, 0, SEEK_END);
    long bytes = ftell(file);
    rewind(file);
    *frames = bytes > 0 ? bytes / 4 + AFTER_FRAMES : 0;
    int16_t *samples = calloc((size_t)*frames + 1, 2 * sizeof *samples);
    if (samples && fread(samples, 1, (size_t)bytes, file) != (size_t)bytes) {
        free(samples);
        samples = NULL;
    }
    fclose(file);
    return samples;
}

static bool check(const char *path)
{
    long frames = 0;
    struct report report;
    int16_t *samples = read_samples(path, &frames);
    if (!samples || frames < RATE || !measure(samples, frames, &report)) {
        fprintf(stderr, "%s: no session of a second or more\n", path);
        free(samples);
        return false;
    }
    bool passes = true;
    printf("%s: %.1f s\n", path, (double)frames / RATE);
    for (int what = 0; what < MEASURES; what++) {
        bool fine = measure_passes(&report, (enum measure)what);
        printf("  %-34s %7.1f  limit %6.1f  at %7.2f s%s\n", measure_name((enum measure)what),
               report.findings[what].value, measure_limit((enum measure)what), report.findings[what].at_s,
               fine ? "" : "  FAILS");
        passes = passes && fine;
    }
    free(samples);
    return passes;
}

int main(int count, char **words)
{
    if (count < 2) {
        fprintf(stderr, "usage: sound_levels FILE.raw... | --planted\n");
        return 2;
    }
    if (strcmp(words[1], "--planted") == 0) {
        return planted_faults_are_noticed() ? 0 : 1;
    }
    bool all = true;
    for (int i = 1; i < count; i++) {
        all = check(words[i]) && all;
    }
    return all ? 0 : 1;
}
