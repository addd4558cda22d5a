// One start of one program: what it costs, how soon it shows itself and answers.
#include "bench/trial.h"

#include <math.h>
#include <stdio.h>

#include "bench/figures.h"
#include "bench/looks.h"
#include "bench/tap.h"

enum {
    WAIT_MS = 10000,
    TAPS = 8, // measured ones a start
    TAPS_TRIED = 24,
    TAPS_COUNTED = 20, // for what they cost, two a second
};

struct used {
    double program_s, server_s, others_s, wall_ms;
};

// Processor time of all that runs on this machine, s.
static double machine_cpu_s(void)
{
    double user = 0, nice = 0, system = 0;
    FILE *file = fopen("/proc/stat", "r");
    if (file) {
        if (fscanf(file, "cpu %lf %lf %lf", &user, &nice, &system) != 3) {
            user = nice = system = 0;
        }
        fclose(file);
    }
    return (user + nice + system) / 100;
}

static struct used used_now(const struct trial *trial)
{
    struct used used = {process_group_cpu_s(trial->process.id), process_cpu_s(trial->x_server),
                        machine_cpu_s(), screen_now_ms()};
    used.others_s -= used.program_s + used.server_s;
    return used;
}

static void keep(const struct trial *trial, enum figure figure, double value)
{
    series_add(&trial->figures->series[figure], value);
}

// CPU s a minute since then.
static void keep_used(const struct trial *trial, const struct used *from, enum figure program,
                      enum figure server, enum figure both)
{
    const struct used now = used_now(trial);
    const double minutes = (now.wall_ms - from->wall_ms) / 60000;
    const double program_s = (now.program_s - from->program_s) / minutes;
    const double server_s = (now.server_s - from->server_s) / minutes;
    keep(trial, program, program_s);
    keep(trial, server, server_s);
    keep(trial, both, program_s + server_s);
    keep(trial, OTHERS, (now.others_s - from->others_s) / minutes / 60 * 100);
}

static void measure_start(const struct trial *trial, bool first)
{
    struct looks *looks = trial->looks;
    looks_watch(looks, trial->screen, trial->process.began_ms, trial->peer->start_ms);
    const double frame_ms = looks_first_frame_ms(looks);
    keep(trial, first ? FIRST_FRAME : FRAME, frame_ms);
    if (!first) {
        keep(trial, WHOLE, fmax(frame_ms, looks_whole_ms(looks, trial->peer->start_ms - 1200)));
    }
}

static void measure_wait(const struct trial *trial)
{
    if (trial->peer->is_ours && trial->peer->is_play) {
        process_wait_events(&trial->process, "gone", 1, 20000);
    }
    nap_ms(500);
    const struct used from = used_now(trial);
    nap_ms(WAIT_MS);
    keep_used(trial, &from, WAIT, WAIT_SERVER, WAIT_BOTH);
    if (process_events(&trial->process, "back") > 0) {
        fprintf(stderr, "compare: the wait of ours was too short\n");
    }
}

static void measure_taps(const struct trial *trial)
{
    int measured = 0;
    for (int i = 0; measured < TAPS && i < TAPS_TRIED; i++) {
        int x, y;
        double ms;
        tap_spot(trial->round * TAPS_TRIED + i, &x, &y);
        if (tap_measured(trial->screen, x, y, &ms)) {
            keep(trial, isnan(ms) ? UNANSWERED : TAP, isnan(ms) ? 1 : ms);
            measured += !isnan(ms);
            nap_ms(350 + i % 7 * 3); // no rhythm with the frames
        }
    }
}

static void measure_tapped(const struct trial *trial)
{
    const struct used from = used_now(trial);
    for (int i = 0; i < TAPS_COUNTED; i++) {
        int x, y;
        tap_spot(trial->round * TAPS_COUNTED + i, &x, &y);
        tap(trial->screen, x, y);
        nap_ms(420);
    }
    keep_used(trial, &from, TAPPED, TAPPED_SERVER, TAPPED_BOTH);
}

static void measure_play(const struct trial *trial)
{
    if (trial->peer->touched_first) {
        tap(trial->screen, W / 2, H / 2);
        nap_ms(4000);
    }
    measure_wait(trial);
    if (trial->peer->is_play) {
        measure_taps(trial);
        measure_tapped(trial);
    }
    keep(trial, MEMORY, process_group_peak_mb(trial->process.id));
}

void trial_run(struct trial *trial, bool first)
{
    screen_point_at(trial->screen, W / 2, H / 2);
    nap_ms(500);
    screen_forget_drawn(trial->screen);
    if (first) {
        screen_forget_visuals(trial->screen);
    }
    if (!peer_start(trial->peer, trial->screen, trial->folder, first, &trial->process)) {
        fprintf(stderr, "compare: %s can't be started\n", trial->peer->name);
        return;
    }
    measure_start(trial, first);
    screen_hold_mouse(trial->screen, false);
    if (first) {
        keep(trial, FIRST_MEMORY, process_group_peak_mb(trial->process.id));
    } else {
        measure_play(trial);
    }
    process_stop(&trial->process);
    process_forget(&trial->process);
}
