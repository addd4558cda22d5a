// What the grown-ups' screens cost while nobody touches them.
#include <stddef.h>
#include <stdio.h>

#include "bench/measure.h"

enum { SETTLE_MS = 8000, REST_MS = 20000 };

static const char *const names[] = {"home",   "levels",   "editor", "progress", "away", "guidance",
                                    "doctor", "settings", "voices", "lock",     "first"};
enum { SCREENS = sizeof names / sizeof *names };

// All at once: what each uses is its own.
static void start_all(const struct bench *bench, struct process *games)
{
    for (int i = 0; i < SCREENS; i++) {
        const char *const arguments[] = {"--window", "1280x800", "--screen", names[i], NULL};
        process_start(&games[i], bench->program, arguments);
    }
}

void measure_rest(const struct bench *bench)
{
    struct process games[SCREENS];
    double before[SCREENS];
    start_all(bench, games);
    nap_ms(SETTLE_MS);
    const double from_ms = screen_now_ms();
    for (int i = 0; i < SCREENS; i++) {
        before[i] = process_cpu_s(games[i].id);
    }
    nap_ms(REST_MS);
    const double seconds = (screen_now_ms() - from_ms) / 1000;
    for (int i = 0; i < SCREENS; i++) {
        char words[80];
        const double used_s = process_cpu_s(games[i].id) - before[i];
        snprintf(words, sizeof words, "%s, at rest", names[i]);
        tell(words, used_s / seconds * 100, "% core", 1);
        finish(&games[i]);
    }
}
