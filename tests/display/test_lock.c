// While a baby plays the game holds what a desktop lets it hold; in the grown-ups' corner all of it is let
// go.
#include "corner_app.h"

#include <SDL.h>

#include "display/desktop.h"
#include "scenes/gate.h"

static struct desktop *desktop;
static bool is_open; // the game

static int open_desktop(void **state)
{
    (void)state;
    desktop = desktop_open();
    return desktop ? 0 : -1;
}

static int close_desktop(void **state)
{
    (void)state;
    desktop_close(desktop);
    return 0;
}

static void pass(int ms)
{
    for (int until_ms = clock_ms() + ms; clock_ms() < until_ms;) {
        assert_true(app_frame(&app));
    }
}

static void close_game(void)
{
    is_open = false;
    end();
}

static int tidy_up(void **state)
{
    if (is_open) { // the test failed
        close_game();
    }
    desktop_hide_other(desktop);
    return remove_folder(state);
}

// Waits until it is so: how long a window manager takes is not the game's.
static bool comes(bool (*so)(struct desktop *desktop), bool wanted)
{
    for (int until_ms = clock_ms() + 10000; clock_ms() < until_ms;) {
        if (so(desktop) == wanted) {
            return true;
        }
        pass(50);
    }
    return false;
}

static bool gate_is_shown(struct desktop *of)
{
    (void)of;
    return app.scene == &scene_gate;
}

static bool game_is_seen(struct desktop *of)
{
    (void)of;
    return !app.hidden;
}

static void open_on(const char *screen, const char *replay, int w, int h)
{
    static struct options options;
    options = (struct options){.w = w,
                               .h = h,
                               .data = folder,
                               .screen = screen,
                               .replay = replay,
                               .step = -1,
                               .seeded = true,
                               .seed = 1,
                               .stop_after_ms = -1};
    assert_true(app_open(&app, &options));
    is_open = true;
    assert_true(comes(desktop_has_game, true));
}

static void play(void)
{
    open_on("play", NULL, 0, 0);
    assert_true(comes(desktop_game_is_in_front, true));
    assert_true(comes(desktop_keyboard_is_held, true));
}

static void sit_in_the_corner(void)
{
    open_on("home", NULL, 0, 0);
    assert_true(comes(desktop_game_is_in_front, true));
    pass(300);
}

// Another window comes over the game, and goes behind it.
static void show_other(void)
{
    desktop_show_other(desktop);
    assert_true(comes(desktop_other_was_in_front, true));
    assert_true(comes(desktop_game_is_in_front, true));
}

static void stay_in_front(int ms)
{
    for (int until_ms = clock_ms() + ms; clock_ms() < until_ms;) {
        pass(20);
        assert_true(desktop_game_is_in_front(desktop));
    }
}

static void go(const struct scene *scene)
{
    app_go(&app, scene);
    pass(300);
    assert_ptr_equal(app.scene, scene);
}

static void test_the_keyboard_is_held_while_a_baby_plays_and_no_longer(void **state)
{
    (void)state;
    sit_in_the_corner();
    assert_false(desktop_keyboard_is_held(desktop));
    go(&scene_play);
    assert_true(desktop_keyboard_is_held(desktop));
    go(&scene_good_night);
    assert_true(desktop_keyboard_is_held(desktop));
    go(&scene_home);
    assert_false(desktop_keyboard_is_held(desktop));
    close_game();
}

static void test_a_gate_over_the_game_holds_it_and_one_over_the_corner_does_not(void **state)
{
    (void)state;
    play();
    gate_ask(&app, GATE_TO_HOME);
    pass(300);
    assert_ptr_equal(app.scene, &scene_gate);
    assert_true(desktop_keyboard_is_held(desktop));
    go(&scene_home);
    gate_ask(&app, GATE_TO_END);
    pass(300);
    assert_ptr_equal(app.scene, &scene_gate);
    assert_false(desktop_keyboard_is_held(desktop));
    close_game();
}

static void test_keys_that_leave_a_program_are_touches_to_a_baby(void **state)
{
    (void)state;
    play();
    show_other();
    assert_false(app.touches.hands.touched_before);
    desktop_key(desktop, "F4", true);
    stay_in_front(500);
    desktop_key(desktop, "Tab", true);
    stay_in_front(500);
    assert_ptr_equal(app.scene, &scene_play);
    assert_true(app.touches.hands.touched_before);
    close_game();
}

static void test_a_game_is_not_closed_and_the_corner_asks(void **state)
{
    (void)state;
    play();
    desktop_ask_game_to_close(desktop);
    pass(500);
    assert_ptr_equal(app.scene, &scene_play);
    go(&scene_home);
    desktop_key(desktop, "F4", true);
    assert_true(comes(gate_is_shown, true));
    close_game();
}

static void test_a_game_that_was_put_away_comes_back(void **state)
{
    (void)state;
    play();
    desktop_put_game_away(desktop);
    assert_true(comes(desktop_game_was_put_away, true));
    assert_true(comes(desktop_game_is_in_front, true));
    assert_true(comes(desktop_keyboard_is_held, true));
    assert_true(comes(game_is_seen, true));
    close_game();
}

static void test_what_a_grown_up_puts_away_stays_away(void **state)
{
    (void)state;
    sit_in_the_corner();
    desktop_put_game_away(desktop);
    assert_true(comes(desktop_game_is_put_away, true));
    pass(2500);
    assert_true(desktop_game_is_put_away(desktop));
    close_game();
}

static void test_another_window_does_not_stay_over_the_game(void **state)
{
    (void)state;
    play();
    show_other();
    assert_true(comes(desktop_keyboard_is_held, true));
    close_game();
}

static void test_files_are_dropped_on_the_corner_only(void **state)
{
    (void)state;
    play();
    assert_false(desktop_game_takes_drops(desktop));
    go(&scene_home);
    assert_true(desktop_game_takes_drops(desktop));
    close_game();
}

static bool darkens(void)
{
    desktop_sleeps_after(desktop, 1);
    pass(2500);
    bool dark = desktop_is_dark(desktop);
    desktop_sleeps_after(desktop, 0);
    return dark;
}

// That it is let go is not measured: see window_awake.
static void test_the_screen_goes_dark_in_the_corner_and_stays_on_in_play(void **state)
{
    (void)state;
    sit_in_the_corner();
    assert_true(darkens());
    go(&scene_play);
    assert_false(darkens());
    assert_false(SDL_IsScreenSaverEnabled());
    go(&scene_good_night);
    assert_true(SDL_IsScreenSaverEnabled());
    close_game();
}

static void test_a_replay_and_a_window_of_a_size_hold_nothing(void **state)
{
    (void)state;
    open_on("play", NULL, 640, 400);
    pass(500);
    assert_false(desktop_keyboard_is_held(desktop));
    close_game();
    write_file("still.replay", "60000 key Space\n", 16);
    open_on("play", inside("still.replay"), 0, 0);
    pass(500);
    assert_false(desktop_keyboard_is_held(desktop));
    close_game();
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, tidy_up)
    const struct CMUnitTest tests[] = {
        TEST(test_the_keyboard_is_held_while_a_baby_plays_and_no_longer),
        TEST(test_a_gate_over_the_game_holds_it_and_one_over_the_corner_does_not),
        TEST(test_keys_that_leave_a_program_are_touches_to_a_baby),
        TEST(test_a_game_is_not_closed_and_the_corner_asks),
        TEST(test_a_game_that_was_put_away_comes_back),
        TEST(test_what_a_grown_up_puts_away_stays_away),
        TEST(test_another_window_does_not_stay_over_the_game),
        TEST(test_files_are_dropped_on_the_corner_only),
        TEST(test_the_screen_goes_dark_in_the_corner_and_stays_on_in_play),
        TEST(test_a_replay_and_a_window_of_a_size_hold_nothing),
    };
    return cmocka_run_group_tests(tests, open_desktop, close_desktop);
}
