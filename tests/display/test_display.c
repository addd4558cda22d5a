// The game on a real X screen: a real mouse, real keys, a window that is turned and that somebody asks to
// close.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "bench/process.h"
#include "bench/screen.h"
#include "replays/facts.h"
#include "replays/outside.h"

enum { W = 640, H = 400 };

static struct screen *screen;

static int open_screen(void **state)
{
    (void)state;
    screen = screen_open();
    return screen ? 0 : -1;
}

static int close_screen(void **state)
{
    (void)state;
    screen_close(screen);
    return 0;
}

static void wait_ms(double ms)
{
    for (double until_ms = screen_now_ms() + ms; screen_now_ms() < until_ms;) {
        screen_wait_drawn(screen, until_ms);
    }
}

static void start(struct process *game, const char *option, const char *value)
{
    const char *arguments[] = {"--window",     "640x400", "--screen", "play",   "--level",
                               PEEKABOO_LEVEL, "--age",   "36",       "--step", "0",
                               option,         value,     NULL};
    assert_true(process_start(game, PEEKABOO_PROGRAM, arguments));
    assert_true(process_wait_events(game, "session", 1, 20000));
    wait_ms(700);
}

static void click(int x, int y)
{
    screen_point(screen, x, y);
    wait_ms(60);
    screen_press(screen, true);
    wait_ms(60);
    screen_press(screen, false);
}

// Ends the game; the caller frees what its trace was.
static char *end(struct process *game, bool gently)
{
    char *path = outside_path(game->folder, "trace");
    char *kept = NULL;
    bool ended = process_stop(game);
    kept = outside_read(path, NULL);
    process_forget(game);
    free(path);
    assert_true(ended || !gently);
    return kept;
}

static void says(const char *text, const char *sentence)
{
    struct facts facts;
    char reason[REASON_SIZE] = "no trace";
    bool so = text && facts_read(&facts, text, reason) && facts_say(&facts, sentence, reason);
    if (text) {
        facts_free(&facts);
    }
    if (!so) {
        fail_msg("%s\n%s", reason, text ? text : "");
    }
}

static void test_a_click_is_a_touch_at_its_place(void **state)
{
    (void)state;
    struct process game;
    start(&game, NULL, NULL);
    click(W / 4, H / 2);
    assert_true(process_wait_events(&game, "answer", 1, 5000));
    char *trace = end(&game, true);
    says(trace, "1 touch x=0.25 y=0.50");
    says(trace, "1 answer");
    free(trace);
}

static void test_a_window_that_was_turned_is_touched_where_the_finger_is(void **state)
{
    (void)state;
    struct process game;
    start(&game, NULL, NULL);
    screen_resize_window(screen, 400, 640);
    wait_ms(700);
    click(100, 480);
    assert_true(process_wait_events(&game, "answer", 1, 5000));
    char *trace = end(&game, true);
    says(trace, "1 touch x=0.25 y=0.75");
    free(trace);
}

static void test_closing_the_window_does_not_end_a_game(void **state)
{
    (void)state;
    struct process game;
    start(&game, NULL, NULL);
    screen_ask_to_close(screen);
    wait_ms(700);
    click(W / 2, H / 2);
    assert_true(process_wait_events(&game, "answer", 1, 5000));
    char *trace = end(&game, true);
    says(trace, "1 touch");
    free(trace);
}

static void test_the_wheel_turns_where_the_pointer_is(void **state)
{
    (void)state;
    struct process game;
    char *home = outside_folder(), *record = outside_path(home, "record.replay");
    start(&game, "--record", record);
    screen_point(screen, W / 4, H / 2);
    wait_ms(60);
    screen_turn_wheel(screen, false);
    wait_ms(300);
    screen_turn_wheel(screen, true);
    wait_ms(300);
    free(end(&game, true));
    char *recorded = outside_read(record, NULL);
    assert_non_null(recorded);
    const char *down = strstr(recorded, " wheel 0.2500 0.5000 -1"),
               *up = strstr(recorded, " wheel 0.2500 0.5000 1");
    assert_true(down && up && down < up);
    free(recorded);
    outside_remove(home);
    free(record);
    free(home);
}

static void test_what_hands_did_is_recorded_and_replays_the_same(void **state)
{
    (void)state;
    struct process game;
    char *home = outside_folder(), *record = outside_path(home, "record.replay");
    start(&game, "--record", record);
    click(W / 4, H / 2);
    wait_ms(300);
    click(W * 3 / 4, H / 2);
    assert_true(process_wait_events(&game, "answer", 2, 5000));
    free(end(&game, true));
    struct outside again;
    outside_run(PEEKABOO_PROGRAM,
                (const char *const[]){"--virtual-time", "--window", "640x400", "--screen", "play", "--level",
                                      PEEKABOO_LEVEL, "--data", home, "--replay", record, "--trace", "-",
                                      NULL},
                home, home, 60000, &again);
    says(again.out, "1 touch x=0.25 y=0.50");
    says(again.out, "1 touch x=0.75 y=0.50");
    says(again.out, "2 touch");
    outside_forget(&again);
    outside_remove(home);
    free(record);
    free(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_click_is_a_touch_at_its_place),
        cmocka_unit_test(test_a_window_that_was_turned_is_touched_where_the_finger_is),
        cmocka_unit_test(test_closing_the_window_does_not_end_a_game),
        cmocka_unit_test(test_the_wheel_turns_where_the_pointer_is),
        cmocka_unit_test(test_what_hands_did_is_recorded_and_replays_the_same),
    };
    return cmocka_run_group_tests(tests, open_screen, close_screen);
}
