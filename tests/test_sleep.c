// A grown-ups' page that nobody touches sleeps for seconds, and whatever wakes it finds all as it should be.
// By the real clock, which a loop under virtual time does not wait for.
#include "corner_app.h"

#include <SDL.h>

enum { W = 1280, H = 800, LONG_MS = 5000 };

static void open_home(void)
{
    static struct options options;
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    setenv("SDL_RENDER_DRIVER", "software", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    options = (struct options){
        .w = W, .h = H, .data = folder, .screen = "home", .step = -1, .seeded = true, .stop_after_ms = -1};
    assert_true(app_open(&app, &options));
}

static uint32_t wake_soon(uint32_t interval, void *event)
{
    (void)interval;
    SDL_PushEvent(event);
    return 0;
}

// Runs a frame that sleeps at its end until this event comes, ms from now, or less where something is to be
// done.
static void frame_until(int ms, SDL_Event *event)
{
    const SDL_TimerID timer = SDL_AddTimer((uint32_t)ms, wake_soon, event);
    assert_true(app_frame(&app));
    SDL_RemoveTimer(timer);
}

// Frames until nothing is to be done for long.
static void settle(void)
{
    SDL_Event nothing = {.type = SDL_USEREVENT};
    const int from_ms = clock_ms();
    do {
        frame_until(30, &nothing);
        assert_true(clock_ms() - from_ms < 15000);
    } while (app.asked_ms < LONG_MS);
}

// Sleeps until this event comes, and runs the frame that finds it.
static void sleep_until(int ms, SDL_Event event)
{
    SDL_Event nothing = {.type = SDL_USEREVENT};
    const int from_ms = clock_ms();
    frame_until(ms, &event);
    assert_true(clock_ms() - from_ms >= ms - 20);
    frame_until(0, &nothing);
}

static SDL_Event exposed(void)
{
    return (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .windowID = 1, .event = SDL_WINDOWEVENT_EXPOSED}};
}

static SDL_Event escape(void)
{
    return (SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_ESCAPE}}};
}

static void test_a_page_at_rest_sleeps_and_wakes_as_it_should(void **state)
{
    (void)state;
    SDL_InitSubSystem(SDL_INIT_TIMER);
    make_family(1, 0);
    open_home();
    settle();
    assert_false(app.sound_open); // nothing sounds on a page: no device mixes silence

    const struct canvas_work before = canvas_work(app.canvas);
    sleep_until(500, exposed()); // what was lost is painted anew, though the page is the same
    assert_int_equal(canvas_work(app.canvas).frames, before.frames + 1);

    settle();
    SDL_Event nothing = {.type = SDL_USEREVENT};
    app.options.stop_after_ms = clock_ms() + 700; // an end that was set is not slept through
    frame_until(2000, &nothing);
    assert_in_range(app.asked_ms, 0, 700);
    app.options.stop_after_ms = -1;

    settle();
    sleep_until(3000, escape()); // held for no longer than it is there
    assert_true(app.corner.gate.holds[GATE_ESCAPE].held);
    assert_in_range(app.corner.gate.holds[GATE_ESCAPE].held_ms, 0, 100);
    assert_ptr_equal(app.scene, &scene_home);
    assert_in_range(app.asked_ms, 0, 100); // and it is awake now
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_page_at_rest_sleeps_and_wakes_as_it_should),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
