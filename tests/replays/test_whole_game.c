// The whole game from outside: the same again, and ended by the system.
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include <cmocka.h>

#include "replays/desk.h"

#define TOUCH PEEKABOO_HERE "/a_touch_while_away_opens.replay"

// ---- the same again

static bool is_picture(const struct dirent *entry)
{
    return strstr(entry->d_name, ".png") != NULL;
}

static void same_file(const char *one, const char *other, const char *name)
{
    size_t size = 0, other_size = 0;
    char *a_path = outside_path(one, name), *b_path = outside_path(other, name);
    char *a = outside_read(a_path, &size), *b = outside_read(b_path, &other_size);
    assert_non_null(a);
    assert_non_null(b);
    assert_int_equal(size, other_size);
    assert_memory_equal(a, b, size);
    free(a);
    free(b);
    free(a_path);
    free(b_path);
}

static int same_pictures(const char *one, const char *other)
{
    int pictures = 0;
    DIR *folder = opendir(one);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (is_picture(entry)) {
            same_file(one, other, entry->d_name);
            pictures++;
        }
    }
    closedir(folder);
    return pictures;
}

// The seed's game, with pictures in a folder where one is given; the caller frees the trace.
static char *game(const char *shots, const char *seed)
{
    struct desk *desk = NULL;
    desk_begin((void **)&desk);
    assert_int_equal(play(desk, "--level", OPENS, "--step", "0", "--replay", TOUCH, "--seed", seed,
                          "--stop-after", "9000", shots ? "--shots" : "--seed", shots ? shots : seed,
                          shots ? "--shot-every" : "--seed", shots ? "250" : seed),
                     0);
    char *trace = strdup(desk->said.out);
    desk_end((void **)&desk);
    return trace;
}

static void test_the_same_seed_replay_and_level_give_the_same_trace_and_pictures(void **state)
{
    struct desk *desk = *state;
    char *one = desk_path(desk, "one"), *other = desk_path(desk, "other");
    mkdir(one, 0700);
    mkdir(other, 0700);
    char *first = game(one, "7"), *second = game(other, "7");
    assert_string_equal(first, second);
    assert_in_range(same_pictures(one, other), 36, 37);
    free(first);
    free(second);
    free(one);
    free(other);
}

static void test_pictures_do_not_change_the_trace(void **state)
{
    struct desk *desk = *state;
    char *with = game(desk->folder, "7"), *without = game(NULL, "7");
    // The last line counts frames that were drawn: only those.
    *strstr(with, "\"frames\"") = '\0';
    *strstr(without, "\"frames\"") = '\0';
    bool same = strcmp(with, without) == 0;
    free(with);
    free(without);
    assert_true(same);
}

// ---- an end from outside

static bool waits_for(const char *trace, const char *event, int limit_ms)
{
    for (int until_ms = outside_now_ms() + limit_ms; outside_now_ms() < until_ms;) {
        char *text = outside_read(trace, NULL);
        bool seen = text && strstr(text, event);
        free(text);
        if (seen) {
            return true;
        }
        nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
    }
    return false;
}

static void a_signal_ends_well(struct desk *desk, int sign)
{
    int took_ms = 0;
    char *trace = desk_path(desk, "trace");
    const char *arguments[] = {"--window", "320x200", "--screen",   "play",    "--level", ANSWERS, "--step",
                               "0",        "--data",  desk->folder, "--trace", trace,     NULL};
    int process = outside_start(PEEKABOO_PROGRAM, arguments, "/", desk->folder);
    assert_true(waits_for(trace, "\"event\":\"gone\"", 30000));
    kill(process, sign);
    assert_int_equal(outside_wait(process, 5000, &took_ms), 0);
    assert_in_range(took_ms, 0, 500);
    char *text = outside_read(trace, NULL);
    says(text, "1 back why=pause");
    says(text, "1 end why=closed");
    says(text, "1 frames");
    free(text);
    remove(trace);
    free(trace);
}

static void test_a_signal_leaves_nobody_hidden(void **state)
{
    a_signal_ends_well(*state, SIGTERM);
    a_signal_ends_well(*state, SIGINT);
    a_signal_ends_well(*state, SIGHUP);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)
    const struct CMUnitTest tests[] = {
        TEST(test_the_same_seed_replay_and_level_give_the_same_trace_and_pictures),
        TEST(test_pictures_do_not_change_the_trace),
        TEST(test_a_signal_leaves_nobody_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
