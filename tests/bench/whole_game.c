// The whole game, measured from outside on an X screen of 1280x800: how soon it shows itself, how soon it
// answers, what it costs. Usage: whole_game PROGRAM LEVEL STOP_REPLAY X_SERVER_PID; prints a table with the
// targets of issue 1.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/process.h"
#include "bench/screen.h"

enum {
    STARTS = 7,
    TAPS = 60,
    EVERY = 4,         // of the pixels of both ways are looked at during the start
    START_MS = 2700,   // the greeting lasts 2800
    SETTLED_MS = 1500, // what moves after this is meant to move
    LOOKS_MAX = 400,
    PATCH = 48, // pixels around a tap that are watched
    W = 1280,
    H = 800,
    THUMB = (W / EVERY) * (H / EVERY),
};

struct bench {
    struct screen *screen;
    const char *program, *level, *stop_replay;
    int x_server;
};

struct looks {
    uint32_t *pixels; // THUMB a look
    double at_ms[LOOKS_MAX];
    int count;
};

static void nap_ms(double ms)
{
    nanosleep(&(struct timespec){.tv_sec = (long)ms / 1000, .tv_nsec = (long)ms % 1000 * 1000000L}, NULL);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Sorts values.
static double share_of(double *values, int count, double share)
{
    if (count == 0) {
        return NAN;
    }
    qsort(values, (size_t)count, sizeof *values, by_size);
    return values[(int)lround(share * (count - 1))];
}

// A line of the table; no target where it is 0.
static void tell(const char *what, double value, const char *unit, double target)
{
    if (target > 0) {
        printf("%-42s %8.1f %-8s (target %g)%s\n", what, value, unit, target,
               value <= target ? "" : "  MISSED");
    } else {
        printf("%-42s %8.1f %s\n", what, value, unit);
    }
    fflush(stdout);
}

static bool start(struct bench *bench, struct process *process, const char *replay)
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

static void finish(struct process *process)
{
    process_stop(process);
    process_forget(process);
}

// ---- the start

static bool near(uint32_t a, uint32_t b)
{
    for (int shift = 0; shift < 24; shift += 8) {
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > 8) {
            return false;
        }
    }
    return true;
}

// More than one colour on more than 1 % of the screen.
static bool is_picture(const uint32_t *pixels)
{
    int others = 0;
    for (int i = 1; i < THUMB; i++) {
        others += !near(pixels[i], pixels[0]);
    }
    return others > THUMB / 100;
}

static void watch(struct bench *bench, const struct process *process, struct looks *looks)
{
    looks->count = 0;
    while (looks->count < LOOKS_MAX && screen_wait_drawn(bench->screen, process->began_ms + START_MS)) {
        screen_read(bench->screen, 0, 0, W, H, EVERY, looks->pixels + (size_t)looks->count * THUMB);
        looks->at_ms[looks->count++] = screen_now_ms() - process->began_ms;
    }
}

static double first_picture_ms(const struct looks *looks)
{
    for (int i = 0; i < looks->count; i++) {
        if (is_picture(looks->pixels + (size_t)i * THUMB)) {
            return looks->at_ms[i];
        }
    }
    return NAN;
}

// The first frame, be it of one colour.
static double first_frame_ms(const struct looks *looks)
{
    for (int i = 0; i < looks->count; i++) {
        const uint32_t *pixels = looks->pixels + (size_t)i * THUMB;
        if (!near(pixels[THUMB / 2], 0)) { // the screen is black without it
            return looks->at_ms[i];
        }
    }
    return NAN;
}

// The pixels that still move when all is settled; the rest is what has to stand.
static void find_moving(const struct looks *looks, bool *moving)
{
    const uint32_t *last = looks->pixels + (size_t)(looks->count - 1) * THUMB;
    memset(moving, 0, THUMB);
    for (int look = 0; look < looks->count; look++) {
        const uint32_t *pixels = looks->pixels + (size_t)look * THUMB;
        for (int i = 0; looks->at_ms[look] > SETTLED_MS && i < THUMB; i++) {
            moving[i] = moving[i] || !near(pixels[i], last[i]);
        }
    }
}

// When the last look that differed from the settled picture was over; half a percent of the screen may
// differ: a lid, a paw that moved before.
static double whole_scene_ms(const struct looks *looks)
{
    static bool moving[THUMB];
    const uint32_t *last = looks->pixels + (size_t)(looks->count - 1) * THUMB;
    find_moving(looks, moving);
    int look = looks->count - 1;
    for (; look > 0; look--) {
        const uint32_t *pixels = looks->pixels + (size_t)(look - 1) * THUMB;
        int wrong = 0;
        for (int i = 0; i < THUMB; i++) {
            wrong += !moving[i] && !near(pixels[i], last[i]);
        }
        if (wrong > THUMB / 200) {
            break;
        }
    }
    return looks->at_ms[look];
}

static void measure_start(struct bench *bench)
{
    struct looks looks = {.pixels = malloc(sizeof(uint32_t) * THUMB * LOOKS_MAX)};
    double frame[STARTS], first[STARTS], whole[STARTS];
    for (int i = 0; i < STARTS; i++) {
        struct process process;
        nap_ms(300);
        screen_forget_drawn(bench->screen);
        start(bench, &process, NULL);
        watch(bench, &process, &looks);
        finish(&process);
        frame[i] = first_frame_ms(&looks);
        first[i] = looks.count ? first_picture_ms(&looks) : NAN;
        whole[i] = looks.count ? whole_scene_ms(&looks) : NAN;
    }
    tell("first frame, median of 7", share_of(frame, STARTS, 0.5), "ms", 115);
    tell("first frame, slowest", frame[STARTS - 1], "ms", 0);
    tell("first picture, median of 7", share_of(first, STARTS, 0.5), "ms", 0);
    tell("place and friend whole, median of 7", share_of(whole, STARTS, 0.5), "ms", 600);
    tell("place and friend whole, slowest", whole[STARTS - 1], "ms", 0);
    free(looks.pixels);
}

// ---- taps

// Whether the patch around x, y stays as it is for a while, so that what changes next is the answer.
static bool is_quiet(struct bench *bench, int x, int y, uint32_t *before)
{
    uint32_t now[PATCH * PATCH];
    screen_read(bench->screen, x - PATCH / 2, y - PATCH / 2, PATCH, PATCH, 1, before);
    for (double until_ms = screen_now_ms() + 250; screen_wait_drawn(bench->screen, until_ms);) {
        screen_read(bench->screen, x - PATCH / 2, y - PATCH / 2, PATCH, PATCH, 1, now);
        if (memcmp(now, before, sizeof now) != 0) {
            return false;
        }
    }
    return true;
}

// Presses at x, y; ms until the patch there has changed, NAN where it doesn't within a second.
static double tap_ms(struct bench *bench, int x, int y, const uint32_t *before)
{
    uint32_t now[PATCH * PATCH];
    double answered_ms = NAN, pressed_ms = screen_now_ms();
    screen_press(bench->screen, true);
    while (isnan(answered_ms) && screen_wait_drawn(bench->screen, pressed_ms + 1000)) {
        screen_read(bench->screen, x - PATCH / 2, y - PATCH / 2, PATCH, PATCH, 1, now);
        if (memcmp(now, before, sizeof now) != 0) {
            answered_ms = screen_now_ms() - pressed_ms;
        }
    }
    screen_press(bench->screen, false);
    return answered_ms;
}

// Spots all over the window, never in a corner.
static void spot(int number, int *x, int *y)
{
    *x = 160 + number * 389 % 960;
    *y = 110 + number * 241 % 580;
}

static void measure_taps(struct bench *bench)
{
    double took[TAPS];
    uint32_t before[PATCH * PATCH];
    int count = 0, unanswered = 0;
    for (int i = 0; count < TAPS && i < 4 * TAPS; i++) {
        int x, y;
        spot(i, &x, &y);
        screen_point(bench->screen, x, y);
        nap_ms(100);
        screen_forget_drawn(bench->screen);
        if (!is_quiet(bench, x, y, before)) {
            continue;
        }
        double ms = tap_ms(bench, x, y, before);
        unanswered += isnan(ms);
        if (!isnan(ms)) {
            took[count++] = ms;
        }
        nap_ms(350 + i % 7 * 3); // no rhythm with the frames
    }
    tell("taps measured", count, "", 0);
    tell("taps without an answer at their place", unanswered, "", 0);
    tell("tap to changed pixels, median", share_of(took, count, 0.5), "ms", 5);
    tell("tap to changed pixels, 95 %", share_of(took, count, 0.95), "ms", 0);
}

// ---- cost

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
static void measure_away(struct bench *bench, struct process *process)
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

static void measure_two_taps_a_second(struct bench *bench, struct process *process)
{
    struct cost sum = {0}, from = cost_now(bench, process);
    for (int i = 0; i < 40; i++) {
        int x, y;
        spot(i, &x, &y);
        screen_point(bench->screen, x, y);
        screen_press(bench->screen, true);
        nap_ms(80);
        screen_press(bench->screen, false);
        nap_ms(420);
    }
    add_since(bench, process, &from, &sum);
    tell_cost("two taps a second, all phases", &sum, 0);
}

static void measure_play(struct bench *bench)
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
}

// The screen after good night.
static void measure_asleep(struct bench *bench)
{
    struct process process;
    struct cost sum = {0};
    start(bench, &process, bench->stop_replay);
    if (process_wait_events(&process, "end", 1, 30000)) {
        nap_ms(2000);
        struct cost from = cost_now(bench, &process);
        nap_ms(20000);
        add_since(bench, &process, &from, &sum);
        tell_cost("asleep, after good night", &sum, 0);
    }
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
    measure_play(&bench);
    measure_asleep(&bench);
    screen_close(bench.screen);
    return 0;
}
