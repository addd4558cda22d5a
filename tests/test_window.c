// The window: which way of painting it takes, its size in pixels, and what reaches the screen.
#include "with_canvas.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL.h>

static struct window *open_headless(int w, int h)
{
    char reason[256] = "";
    const struct window_options options = {.title = "test", .w = w, .h = h, .headless = true};
    return window_open(&options, reason, sizeof reason);
}

static int forget_environment(void **state)
{
    (void)state;
    unsetenv("SDL_VIDEODRIVER");
    unsetenv("SDL_RENDER_DRIVER");
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    return 0;
}

static void show_colour(struct window *window, uint32_t argb)
{
    canvas_begin(window_canvas(window));
    canvas_fill(window_canvas(window), NULL, argb);
    canvas_end(window_canvas(window));
}

static void test_headless_needs_no_display_and_no_gpu(void **state)
{
    (void)state;
    struct window *window = open_headless(300, 200);
    assert_non_null(window);
    assert_string_equal(SDL_GetCurrentVideoDriver(), "dummy");
    assert_string_equal(canvas_backend(window_canvas(window)), "software");
    int w = 0, h = 0;
    canvas_size(window_canvas(window), &w, &h);
    assert_int_equal(w, 300);
    assert_int_equal(h, 200);
    window_close(window);
}

static void test_without_a_size_the_window_fills_the_screen(void **state)
{
    (void)state;
    struct window *window = open_headless(0, 0);
    assert_non_null(window);
    SDL_DisplayMode mode;
    assert_int_equal(SDL_GetDesktopDisplayMode(0, &mode), 0);
    int w = 0, h = 0;
    canvas_size(window_canvas(window), &w, &h);
    assert_int_equal(w, mode.w);
    assert_int_equal(h, mode.h);
    window_close(window);
}

static void test_no_window_is_told_in_a_sentence(void **state)
{
    (void)state;
    setenv("SDL_VIDEODRIVER", "no such driver", 1);
    char reason[256] = "";
    const struct window_options options = {.title = "test", .w = 100, .h = 100};
    assert_null(window_open(&options, reason, sizeof reason));
    assert_int_equal(strncmp(reason, "No window can be opened: ", 25), 0);
    assert_null(window_open(&options, NULL, 0));
    window_close(NULL);
}

static void test_a_render_driver_that_fails_gives_way_to_the_software(void **state)
{
    (void)state;
    setenv("SDL_RENDER_DRIVER", "opengles2", 1); // the dummy driver has no OpenGL
    struct window *window = open_headless(100, 100);
    assert_non_null(window);
    assert_string_equal(canvas_backend(window_canvas(window)), "software");
    window_close(window);
}

static void test_the_pointer_is_hidden_until_asked_for(void **state)
{
    (void)state;
    struct window *window = open_headless(100, 100);
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
    window_pointer(window, true);
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_ENABLE);
    window_close(window);
}

static void tell(struct window *window, uint8_t what)
{
    (void)window;
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .windowID = 0, .event = what}};
    for (uint32_t id = 1; id < 100; id++) { // whichever it is
        event.window.windowID = SDL_GetWindowFromID(id) ? id : event.window.windowID;
    }
    SDL_PushEvent(&event);
}

static void test_what_the_system_lost_is_painted_again(void **state)
{
    (void)state;
    struct window *window = open_headless(100, 100);
    struct canvas *canvas = window_canvas(window);
    show_colour(window, 0xFF112233);
    show_colour(window, 0xFF112233);
    assert_int_equal(canvas_work(canvas).frames, 1);
    tell(window, SDL_WINDOWEVENT_EXPOSED);
    show_colour(window, 0xFF112233);
    assert_int_equal(canvas_work(canvas).frames, 2);
    tell(window, SDL_WINDOWEVENT_ENTER);
    show_colour(window, 0xFF112233);
    assert_int_equal(canvas_work(canvas).frames, 2);
    window_close(window);
}

// SDL hands out another surface as soon as the size changes, before the game reads of it.
static void test_a_frame_between_a_resize_and_its_event_is_safe(void **state)
{
    (void)state;
    struct window *window = open_headless(100, 100);
    show_colour(window, 0xFF112233);
    for (uint32_t id = 1; id < 100; id++) {
        if (SDL_GetWindowFromID(id)) {
            SDL_SetWindowSize(SDL_GetWindowFromID(id), 60, 250);
        }
    }
    show_colour(window, 0xFF445566);
    int w = 0, h = 0;
    canvas_size(window_canvas(window), &w, &h);
    assert_int_equal(w, 60);
    assert_int_equal(h, 250);
    window_resized(window);
    show_colour(window, 0xFF445566);
    assert_int_equal(canvas_pixels(window_canvas(window))[60 * 250 - 1] & 0xFFFFFF, 0x445566);
    window_close(window);
}

static int files_in(const char *folder)
{
    DIR *open = opendir(folder);
    assert_non_null(open);
    int count = 0;
    for (const struct dirent *entry = readdir(open); entry; entry = readdir(open)) {
        count += entry->d_name[0] != '.' ? 1 : 0;
    }
    closedir(open);
    return count;
}

static void empty(const char *folder)
{
    char command[300];
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    assert_int_equal(system(command), 0);
}

// SDL's dummy driver keeps each frame that it is given, when asked.
static void test_each_change_reaches_the_screen_once(void **state)
{
    (void)state;
    char before[256] = "", folder[] = "window_XXXXXX";
    assert_non_null(getcwd(before, sizeof before));
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    setenv("SDL_VIDEO_DUMMY_SAVE_FRAMES", "1", 1);
    struct window *window = open_headless(40, 30);
    const int at_first = files_in(".");
    show_colour(window, 0xFF112233);
    assert_int_equal(files_in("."), at_first + 1);
    show_colour(window, 0xFF112233);
    assert_int_equal(files_in("."), at_first + 1);
    show_colour(window, 0xFF332211);
    assert_int_equal(files_in("."), at_first + 2);
    window_close(window);
    unsetenv("SDL_VIDEO_DUMMY_SAVE_FRAMES");
    assert_int_equal(chdir(before), 0);
    empty(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_headless_needs_no_display_and_no_gpu, forget_environment),
        cmocka_unit_test_setup(test_without_a_size_the_window_fills_the_screen, forget_environment),
        cmocka_unit_test_setup(test_no_window_is_told_in_a_sentence, forget_environment),
        cmocka_unit_test_setup(test_a_render_driver_that_fails_gives_way_to_the_software, forget_environment),
        cmocka_unit_test_setup(test_the_pointer_is_hidden_until_asked_for, forget_environment),
        cmocka_unit_test_setup(test_what_the_system_lost_is_painted_again, forget_environment),
        cmocka_unit_test_setup(test_a_frame_between_a_resize_and_its_event_is_safe, forget_environment),
        cmocka_unit_test_setup(test_each_change_reaches_the_screen_once, forget_environment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
