// What playing costs: processor time of the game and of the X server.
#include <stdio.h>

#include "bench/measure.h"
#include "bench/tap.h"

struct cost {
    double game_s, server_s, wall_ms;
};

static struct cost cost_now(const struct bench *bench, const struct process *process)
{
    return (struct cost){process_cpu_s(process->id), process_cpu_s(bench->x_server), screen_now_ms()};
}

static void add_since(const struct bench *bench, const struct process *process, const struct cost *from,
                      struct cost *sum)
{
    struct cost now = cost_now(bench, process);
    sum->game_s += now.game_s - from->game_s;
    sum->server_s += now.server_s - from->server_s;
    sum->wall_ms += now.wall_ms - from->wall_ms;
}

static void tell_cost(const char *what, const struct cost *cost, double target)
{
    char words[80];
    double minutes = cost->wall_ms / 60000;
    tell(what, (cost->game_s + cost->server_s) / minutes, "CPU s/min", target);
    snprintf(words, sizeof words, "  of it the X server's (measured %.0f s)", cost->wall_ms / 1000);
    tell(words, cost->server_s / minutes, "CPU s/min", 0);
}

// The second and third round's wait: 25 and 30 s without a touch. A touch in each joy keeps the game going as
// planned.
void measure_away(const struct bench *bench, const struct process *process)
{
    struct cost sum = {0};
    for (int round = 1; round <= 3 && process_wait_events(process, "gone", round, 60000); round++) {
        nap_ms(500);
        struct cost from = cost_now(bench, process);
        nap_ms(round == 1 ? 12000 : 20000);
        if (process_events(process, "back") == round - 1) {
            add_since(bench, process, &from, &sum);
        }
        process_wait_events(process, "back", round, 30000);
        nap_ms(1500);
        screen_point(bench->screen, 300, 400);
        screen_press(bench->screen, true);
        nap_ms(60);
        screen_press(bench->screen, false);
    }
    tell_cost("waiting while away", &sum, 3);
}

void measure_two_taps_a_second(const struct bench *bench, const struct process *process)
{
    struct cost sum = {0}, from = cost_now(bench, process);
    for (int i = 0; i < 40; i++) {
        int x, y;
        tap_spot(i, &x, &y);
        tap(bench->screen, x, y);
        nap_ms(420);
    }
    add_since(bench, process, &from, &sum);
    tell_cost("two taps a second, all phases", &sum, 0);
}

// The screen after good night.
void measure_asleep(const struct bench *bench, const struct process *process)
{
    struct cost sum = {0};
    if (process_wait_events(process, "end", 1, 30000)) {
        nap_ms(2000);
        struct cost from = cost_now(bench, process);
        nap_ms(20000);
        add_since(bench, process, &from, &sum);
        tell_cost("asleep, after good night", &sum, 0);
    }
}
