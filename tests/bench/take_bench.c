// What cleaning a take costs: a parent waits for it with a child on the arm.
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "../invented_voice.h"
#include "store/take.h"

enum { RUNS = 9, LONGEST_S = 20 };

static double cpu_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

// The best of some runs; below 0 where it can't be cleaned.
static double cost_ms(const struct take *raw)
{
    double best = 1e9;
    for (int run = 0; run < RUNS; run++) {
        struct take clean;
        struct take_measure measure;
        const double from = cpu_ms();
        if (take_clean(raw, 0, 0, &clean, &measure) != TAKE_FINE) {
            return -1;
        }
        best = fmin(best, cpu_ms() - from);
        take_free(&clean);
    }
    return best;
}

int main(void)
{
    static float samples[LONGEST_S * TAKE_RATE];
    static const int lengths_s[] = {2, 4, 10, LONGEST_S};
    bool fine = true;
    for (size_t i = 0; i < sizeof lengths_s / sizeof *lengths_s; i++) {
        const struct take raw = {.samples = samples, .count = lengths_s[i] * TAKE_RATE};
        memset(samples, 0, sizeof samples);
        voice_speak(samples + TAKE_RATE / 2, raw.count - TAKE_RATE, TAKE_RATE, 0.1f);
        voice_hiss(samples, raw.count, 0.001f, 1);
        const double ms = cost_ms(&raw);
        printf("a take of %2d s is cleaned in %6.1f ms of processor time%s\n", lengths_s[i], ms,
               lengths_s[i] == 10 ? " (at most 200)" : "");
        fine = fine && ms >= 0;
    }
    return fine ? 0 : 1;
}
