// Checks recorded sessions: sound_levels FILE.raw... (16 bit, stereo, 48 kHz, as SDL's disk driver writes
// them) prints what each measures and exits 1 where one passes a limit; sound_levels --planted tries the
// checker itself. With --voices before the files somebody speaks in them: words have onsets and steps of
// their own, and only how loud they are is judged.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "planted.h"

static int16_t *read_samples(const char *path, long *frames)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return NULL;
    }
    fseek(file, 0, SEEK_END);
    long bytes = ftell(file);
    rewind(file);
    int16_t *samples = malloc((size_t)(bytes > 0 ? bytes : 1));
    if (samples && fread(samples, 1, (size_t)bytes, file) != (size_t)bytes) {
        free(samples);
        samples = NULL;
    }
    fclose(file);
    *frames = bytes / 4;
    return samples;
}

static bool is_of_words(enum measure what)
{
    return what == MEASURE_ONSET || what == MEASURE_STEP;
}

static bool check(const char *path, bool voices)
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
        bool fine =
            measure_passes(&report, (enum measure)what) || (voices && is_of_words((enum measure)what));
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
        fprintf(stderr, "usage: sound_levels [--voices] FILE.raw... | --planted\n");
        return 2;
    }
    if (strcmp(words[1], "--planted") == 0) {
        return planted_faults_are_noticed() ? 0 : 1;
    }
    bool all = true, voices = strcmp(words[1], "--voices") == 0;
    for (int i = voices ? 2 : 1; i < count; i++) {
        all = check(words[i], voices) && all;
    }
    return all ? 0 : 1;
}
