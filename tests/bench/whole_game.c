// The whole game, measured from outside on an X screen of 1280x800: how soon it shows itself, how soon it
// answers, what it costs. Usage: whole_game PROGRAM LEVEL STOP_REPLAY X_SERVER_PID; prints a table with the
// targets of issue 1.
#include <stdio.h>
#include <stdlib.h>

#include "bench/measure.h"

void tell(const char *what, double value, const char *unit, double target)
{
    if (target > 0) {
        printf("%-42s %8.1f %-8s (target %g)%s\n", what, value, unit, target,
               value <= target ? "" : "  MISSED");
    } else {
        printf("%-42s %8.1f %s\n", what, value, unit);
    }
    fflush(stdout);
}

bool start(const struct bench *bench, struct process *process, const char *replay)
{
    const char *arguments[] = {"--window",
                               "1280x800",
                               "--screen",
                               "play",
                               "--level",
                               bench->level,
                               "--age",
                               "36",
                               "--step",
                               "9",
                               "--seed",
                               "1",
                               replay ? "--replay" : NULL,
                               replay,
                               NULL};
    return process_start(process, bench->program, arguments);
}

void finish(struct process *process)
{
    process_stop(process);
    process_forget(process);
}

static void measure_play(const struct bench *bench)
{
    struct process process;
    start(bench, &process, NULL);
    measure_away(bench, &process);
    tell("peak memory", process_peak_mb(process.id), "MB", 64);
    finish(&process);

    start(bench, &process, NULL);
    nap_ms(1500);
    measure_taps(bench);
    measure_two_taps_a_second(bench, &process);
    tell("peak memory, touched", process_peak_mb(process.id), "MB", 64);
    finish(&process);

    start(bench, &process, bench->stop_replay);
    measure_asleep(bench, &process);
    finish(&process);
}

int main(int count, char **words)
{
    struct bench bench = {.screen = count == 5 ? screen_open() : NULL};
    if (!bench.screen) {
        fprintf(stderr,
                "usage, on an X screen of 1280x800: whole_game PROGRAM LEVEL STOP_REPLAY X_SERVER_PID\n");
        return 2;
    }
    bench.program = words[1];
    bench.level = words[2];
    bench.stop_replay = words[3];
    bench.x_server = atoi(words[4]);
    measure_start(&bench);
    measure_home(&bench);
    measure_play(&bench);
    measure_slides(&bench);
    measure_rest(&bench);
    screen_close(bench.screen);
    return 0;
}
