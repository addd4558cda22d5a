// The microphone on an invented device: SDL's own functions are replaced by ones that do what the test says.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <pthread.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include <SDL.h>

#include "platform/microphone.h"
#include "platform/microphone_ring.h"

enum { DEVICE = 7, SECOND = MICROPHONE_RATE, WAIT_MS = 10000 };

static struct {
    SDL_atomic_t listed; // how many microphones there are
    SDL_atomic_t refused, never_closes;
    SDL_AudioSpec spec;
    SDL_atomic_t looked, opened, started;
    SDL_atomic_t looks_ms, opens_ms, closes_ms; // how long each takes
    SDL_atomic_t forgotten, left;               // samples that were cleared, or should have been
} device;
static pthread_mutex_t asked = PTHREAD_MUTEX_INITIALIZER; // guards spec

int SDL_GetNumAudioDevices(int captures)
{
    SDL_AtomicAdd(&device.looked, 1);
    SDL_Delay((Uint32)SDL_AtomicGet(&device.looks_ms));
    return captures ? SDL_AtomicGet(&device.listed) : 1;
}

SDL_AudioDeviceID SDL_OpenAudioDevice(const char *name, int captures, const SDL_AudioSpec *wanted,
                                      SDL_AudioSpec *had, int changes)
{
    assert_null(name);
    assert_true(captures);
    assert_int_equal(changes, 0);
    *had = *wanted;
    pthread_mutex_lock(&asked); // of two threads: one may still open what the test before let go of
    device.spec = *wanted;
    pthread_mutex_unlock(&asked);
    SDL_AtomicAdd(&device.opened, 1);
    SDL_Delay((Uint32)SDL_AtomicGet(&device.opens_ms));
    return SDL_AtomicGet(&device.refused) ? 0 : DEVICE;
}

void SDL_PauseAudioDevice(SDL_AudioDeviceID id, int paused)
{
    assert_int_equal(id, DEVICE);
    assert_false(paused);
    SDL_AtomicAdd(&device.started, 1);
}

void SDL_CloseAudioDevice(SDL_AudioDeviceID id)
{
    assert_int_equal(id, DEVICE);
    SDL_Delay((Uint32)SDL_AtomicGet(&device.closes_ms));
    while (SDL_AtomicGet(&device.never_closes)) {
        pause();
    }
}

// What is freed was cleared before.
void __real_ring_forget(struct ring *ring);

void __wrap_ring_forget(struct ring *ring);
void __wrap_ring_forget(struct ring *ring)
{
    const int64_t count = ring->arrived < RING_ROOM ? ring->arrived : RING_ROOM;
    __real_ring_forget(ring);
    int left = 0;
    for (int i = 0; i < RING_ROOM; i++) {
        left += ring->samples[i] != 0;
    }
    SDL_AtomicAdd(&device.left, left);
    SDL_AtomicAdd(&device.forgotten, (int)count);
}

static int begin(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    SDL_AtomicSet(&device.listed, 1);
    SDL_AtomicSet(&device.opened, 0);
    SDL_AtomicSet(&device.closes_ms, 0);
    SDL_AtomicSet(&device.looks_ms, 0);
    SDL_AtomicSet(&device.opens_ms, 0);
    SDL_AtomicSet(&device.looked, 0);
    SDL_AtomicSet(&device.started, 0);
    SDL_AtomicSet(&device.forgotten, 0);
    SDL_AtomicSet(&device.left, 0);
    SDL_AtomicSet(&device.never_closes, 0);
    SDL_AtomicSet(&device.refused, 0);
    return 0;
}

static void nap(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
}

static bool becomes(struct microphone *microphone, enum microphone_state state)
{
    for (int i = 0; i < WAIT_MS / 2 && microphone_state(microphone) != state; i++) {
        nap();
    }
    return microphone_state(microphone) == state;
}

static struct microphone *open_one(void)
{
    struct microphone *microphone = microphone_open(false);
    assert_true(becomes(microphone, MICROPHONE_LISTENING));
    return microphone;
}

static void give(int16_t sample, int count)
{
    int16_t samples[SECOND];
    for (int i = 0; i < count; i++) {
        samples[i] = sample;
    }
    pthread_mutex_lock(&asked);
    const SDL_AudioSpec spec = device.spec;
    pthread_mutex_unlock(&asked);
    spec.callback(spec.userdata, (Uint8 *)samples, count * (int)sizeof *samples);
}

static void unplug(Uint32 which, bool captures)
{
    SDL_Event event = {.adevice = {.type = SDL_AUDIODEVICEREMOVED, .which = which, .iscapture = captures}};
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static void test_where_none_is_listed_none_is_opened(void **state)
{
    (void)state;
    SDL_AtomicSet(&device.listed, 0);
    struct microphone *microphone = microphone_open(false);
    assert_true(becomes(microphone, MICROPHONE_NONE));
    assert_true(microphone_close(microphone));
    assert_int_equal(SDL_AtomicGet(&device.opened), 0);
}

static void test_one_that_is_listed_and_does_not_open_is_refused(void **state)
{
    (void)state;
    SDL_AtomicSet(&device.refused, 1);
    struct microphone *microphone = microphone_open(false);
    assert_true(becomes(microphone, MICROPHONE_REFUSED));
    assert_true(microphone_close(microphone));
}

static void test_one_that_gives_nothing_has_stalled(void **state)
{
    (void)state;
    struct microphone *microphone = open_one();
    assert_true(becomes(microphone, MICROPHONE_STALLED));
    assert_true(microphone_close(microphone));
}

static void test_one_that_never_closes_is_left_to_itself(void **state)
{
    (void)state;
    SDL_AtomicSet(&device.never_closes, 1);
    struct microphone *microphone = open_one();
    assert_false(microphone_close(microphone));
    assert_false(microphone_all_let_go(20));
    struct microphone *second = microphone_open(false); // no other is opened beside it
    assert_int_equal(microphone_state(second), MICROPHONE_STALLED);
    assert_int_equal(SDL_AtomicGet(&device.opened), 1);
    assert_true(microphone_close(second));
}

static int ms_since(Uint64 start)
{
    return (int)((SDL_GetPerformanceCounter() - start) * 1000 / SDL_GetPerformanceFrequency());
}

static void test_one_that_is_left_holds_nobody_up_and_lets_go_by_itself(void **state)
{
    (void)state;
    assert_true(microphone_all_let_go(0));
    struct microphone *microphone = open_one();
    assert_false(microphone_all_let_go(0));
    SDL_AtomicSet(&device.closes_ms, 400);
    Uint64 start = SDL_GetPerformanceCounter();
    microphone_leave(microphone);
    assert_true(ms_since(start) < 200);
    assert_false(microphone_all_let_go(0));
    assert_true(SDL_WasInit(SDL_INIT_AUDIO)); // it would wait for the device
    assert_true(microphone_all_let_go(WAIT_MS));
    assert_false(SDL_WasInit(SDL_INIT_AUDIO));
    assert_true(microphone_all_let_go(0));
    microphone_leave(NULL);
}

static void test_another_one_is_opened_as_soon_as_the_one_that_was_left_has_closed(void **state)
{
    (void)state;
    struct microphone *first = open_one();
    SDL_AtomicSet(&device.closes_ms, 60);
    microphone_leave(first);
    struct microphone *second = open_one();
    give(3, 100);
    int16_t got[100];
    assert_int_equal(microphone_read(second, got, 100), 100);
    SDL_AtomicSet(&device.closes_ms, 0);
    assert_true(microphone_close(second));
    assert_true(microphone_all_let_go(WAIT_MS));
}

static void until(SDL_atomic_t *count)
{
    for (int i = 0; i < WAIT_MS / 2 && SDL_AtomicGet(count) == 0; i++) {
        nap();
    }
    assert_int_equal(SDL_AtomicGet(count), 1);
}

// Something takes a tenth of a second, and it is let go of meanwhile.
static void let_go_within(SDL_atomic_t *takes_ms, SDL_atomic_t *begun)
{
    SDL_AtomicSet(takes_ms, 100);
    struct microphone *microphone = microphone_open(false);
    until(begun);
    microphone_leave(microphone);
    assert_true(microphone_all_let_go(WAIT_MS));
}

static void test_one_that_is_let_go_before_it_was_opened_is_not_opened(void **state)
{
    (void)state;
    let_go_within(&device.looks_ms, &device.looked);
    assert_int_equal(SDL_AtomicGet(&device.opened), 0);
}

static void test_one_that_is_let_go_while_it_opens_hears_nothing(void **state)
{
    (void)state;
    let_go_within(&device.opens_ms, &device.opened);
    assert_int_equal(SDL_AtomicGet(&device.started), 0);
}

static void test_nothing_that_was_heard_is_left_in_memory(void **state)
{
    (void)state;
    struct microphone *microphone = open_one();
    give(7, SECOND);
    assert_true(microphone_close(microphone));
    assert_int_equal(SDL_AtomicGet(&device.forgotten), SECOND);
    assert_int_equal(SDL_AtomicGet(&device.left), 0);
}

static void test_natively_nobody_is_asked(void **state)
{
    (void)state;
    assert_true(microphone_allowed());
    assert_false(microphone_in_browser());
}

static void test_one_that_is_unplugged_is_gone(void **state)
{
    (void)state;
    struct microphone *microphone = open_one();
    give(1, SECOND);
    unplug(DEVICE, true);
    assert_int_equal(microphone_state(microphone), MICROPHONE_GONE);
    assert_true(microphone_close(microphone));
}

static void test_the_last_one_that_is_unplugged_is_gone_though_something_still_comes(void **state)
{
    (void)state;
    struct microphone *microphone = open_one();
    SDL_AtomicSet(&device.listed, 0);
    unplug(0, true);
    give(1, SECOND);
    assert_true(becomes(microphone, MICROPHONE_GONE));
    assert_true(microphone_close(microphone));
}

static void test_one_that_is_silent_since_some_microphone_was_unplugged_is_gone(void **state)
{
    (void)state;
    struct microphone *microphone = open_one();
    unplug(0, true);
    give(1, SECOND);
    assert_int_equal(microphone_state(microphone), MICROPHONE_LISTENING);
    give(0, SECOND / 2);
    assert_int_equal(microphone_state(microphone), MICROPHONE_GONE);
    assert_true(microphone_close(microphone));
}

static void test_a_loudspeaker_that_is_unplugged_is_no_microphone(void **state)
{
    (void)state;
    struct microphone *microphone = open_one();
    unplug(0, false);
    unplug(DEVICE, false);
    give(0, SECOND / 2);
    assert_int_equal(microphone_state(microphone), MICROPHONE_LISTENING);
    assert_true(microphone_close(microphone));
}

static void test_what_nobody_takes_for_thirty_seconds_is_dropped(void **state)
{
    (void)state;
    struct microphone *microphone = open_one();
    for (int second = 1; second <= 32; second++) {
        give((int16_t)second, SECOND);
    }
    int16_t got[SECOND];
    for (int second = 3; second <= 32; second++) {
        assert_int_equal(microphone_read(microphone, got, SECOND), SECOND);
        assert_int_equal(got[0], second);
        assert_int_equal(got[SECOND - 1], second);
    }
    assert_int_equal(microphone_read(microphone, got, SECOND), 0);
    assert_true(microphone_close(microphone));
}

#define ON_A_DEVICE(test) cmocka_unit_test_setup(test, begin)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_DEVICE(test_where_none_is_listed_none_is_opened),
        ON_A_DEVICE(test_one_that_is_listed_and_does_not_open_is_refused),
        ON_A_DEVICE(test_one_that_gives_nothing_has_stalled),
        ON_A_DEVICE(test_one_that_is_unplugged_is_gone),
        ON_A_DEVICE(test_the_last_one_that_is_unplugged_is_gone_though_something_still_comes),
        ON_A_DEVICE(test_one_that_is_silent_since_some_microphone_was_unplugged_is_gone),
        ON_A_DEVICE(test_a_loudspeaker_that_is_unplugged_is_no_microphone),
        ON_A_DEVICE(test_what_nobody_takes_for_thirty_seconds_is_dropped),
        ON_A_DEVICE(test_one_that_is_left_holds_nobody_up_and_lets_go_by_itself),
        ON_A_DEVICE(test_another_one_is_opened_as_soon_as_the_one_that_was_left_has_closed),
        ON_A_DEVICE(test_one_that_is_let_go_before_it_was_opened_is_not_opened),
        ON_A_DEVICE(test_one_that_is_let_go_while_it_opens_hears_nothing),
        ON_A_DEVICE(test_nothing_that_was_heard_is_left_in_memory),
        ON_A_DEVICE(test_natively_nobody_is_asked),
        ON_A_DEVICE(test_one_that_never_closes_is_left_to_itself), // last: its thread stays
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
