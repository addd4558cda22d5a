// A grown-ups' screen that nobody touches costs next to nothing: a tablet lies on the table with one open.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "bench/process.h"
#include "bench/screen.h"

enum { SETTLES_MS = 60000, RESTS_MS = 5000 };

static const double rest_share = 0.015; // of a core

static const char *const names[] = {"home",   "levels",   "editor", "progress", "away", "guidance",
                                    "doctor", "settings", "voices", "lock",     "first"};
enum { SCREENS = sizeof names / sizeof *names };

static struct screen *screen;
static struct process games[SCREENS];

static void wait_ms(double ms)
{
    for (double until_ms = screen_now_ms() + ms; screen_now_ms() < until_ms;) {
        screen_wait_drawn(screen, until_ms);
    }
}

// All of them at once: what one uses is its own.
static int start_all(void **state)
{
    (void)state;
    screen = screen_open();
    for (int i = 0; i < SCREENS; i++) {
        const char *const arguments[] = {"--window", "1280x800", "--screen", names[i], NULL};
        if (!process_start(&games[i], PEEKABOO_PROGRAM, arguments)) {
            return -1;
        }
    }
    return screen ? 0 : -1;
}

static int stop_all(void **state)
{
    (void)state;
    int result = 0;
    for (int i = 0; i < SCREENS; i++) {
        result = process_stop(&games[i]) ? result : -1;
        process_forget(&games[i]);
    }
    screen_close(screen);
    return result;
}

// What share of a core each used for a while.
static void watch(double ms, double *shares)
{
    double before[SCREENS];
    const double from_ms = screen_now_ms();
    for (int i = 0; i < SCREENS; i++) {
        before[i] = process_cpu_s(games[i].id);
    }
    wait_ms(ms);
    const double seconds = (screen_now_ms() - from_ms) / 1000;
    for (int i = 0; i < SCREENS; i++) {
        shares[i] = (process_cpu_s(games[i].id) - before[i]) / seconds;
    }
}

static bool all_below(const double *shares, double limit)
{
    bool below = true;
    for (int i = 0; i < SCREENS; i++) {
        below = below && shares[i] < limit;
    }
    return below;
}

static void test_a_screen_at_rest_costs_next_to_nothing(void **state)
{
    (void)state;
    double shares[SCREENS];
    const double until_ms = screen_now_ms() + SETTLES_MS;
    do { // a busy machine takes its time to start them all
        watch(RESTS_MS, shares);
    } while (!all_below(shares, rest_share) && screen_now_ms() < until_ms);
    for (int i = 0; i < SCREENS; i++) {
        print_message("%-10s %5.2f %% of a core\n", names[i], shares[i] * 100);
    }
    for (int i = 0; i < SCREENS; i++) {
        if (process_cpu_s(games[i].id) <= 0 || shares[i] >= rest_share) {
            fail_msg("%s at rest uses %.2f %% of a core", names[i], shares[i] * 100);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_screen_at_rest_costs_next_to_nothing)};
    return cmocka_run_group_tests(tests, start_all, stop_all);
}
