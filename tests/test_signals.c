// Being asked to end wakes a loop that sleeps for seconds, whenever it comes.
#include <signal.h>
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include <SDL.h>

#include "platform/clock.h"
#include "platform/events.h"
#include "platform/loop.h"
#include "platform/signals.h"

enum { REST_MS = 8000, SOON_MS = 4000 };

static int rested_ms(void)
{
    const int from_ms = clock_ms();
    loop_rest(REST_MS);
    return clock_ms() - from_ms;
}

static uint32_t ask_to_end(uint32_t interval, void *context)
{
    (void)interval;
    (void)context;
    kill(getpid(), SIGTERM);
    return 0;
}

static void take_all_events(void)
{
    struct event event;
    while (events_poll(&event)) {
    }
}

static void test_a_signal_wakes_whoever_sleeps(void **state)
{
    (void)state;
    take_all_events();
    assert_false(signals_came());
    const SDL_TimerID timer = SDL_AddTimer(300, ask_to_end, NULL);
    assert_in_range(rested_ms(), 0, SOON_MS);
    assert_true(signals_came());
    SDL_RemoveTimer(timer);
}

static void test_a_signal_that_came_within_the_frame_lets_nobody_sleep(void **state)
{
    (void)state;
    assert_true(signals_came()); // and the frame took what was to wake the loop
    SDL_Delay(100);
    take_all_events();
    assert_in_range(rested_ms(), 0, SOON_MS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_signal_wakes_whoever_sleeps),
        cmocka_unit_test(test_a_signal_that_came_within_the_frame_lets_nobody_sleep),
    };
    signals_listen(); // before there are threads
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_TIMER) != 0) {
        return 1;
    }
    signals_wake(true);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    signals_wake(false);
    SDL_Quit();
    return failed;
}
