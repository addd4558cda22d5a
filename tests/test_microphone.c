// The microphone on SDL's disk driver, which reads a file, and on its dummy driver, which gives only zeros. A
// real one and its faults are in tests/voice.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "platform/microphone.h"

enum { COUNT = MICROPHONE_RATE / 1024 * 1024 };

struct studio {
    char in[64], out[64];
    int16_t spoken[COUNT];
};

static void nap_ms(int ms)
{
    nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L}, NULL);
}

static int begin(void **state)
{
    struct studio *studio = calloc(1, sizeof *studio);
    strcpy(studio->in, "/tmp/peekaboo_test_XXXXXX");
    strcpy(studio->out, "/tmp/peekaboo_test_XXXXXX");
    close(mkstemp(studio->in));
    close(mkstemp(studio->out));
    for (int i = 0; i < COUNT; i++) {
        studio->spoken[i] = (int16_t)((i * 7919) % 30011 - 15000);
    }
    FILE *file = fopen(studio->in, "wb");
    fwrite(studio->spoken, sizeof *studio->spoken, COUNT, file);
    fclose(file);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", studio->out, 1);
    setenv("SDL_DISKAUDIOFILEIN", studio->in, 1);
    *state = studio;
    return 0;
}

static int end(void **state)
{
    struct studio *studio = *state;
    unlink(studio->in);
    unlink(studio->out);
    free(studio);
    return 0;
}

static void test_under_virtual_time_every_sample_comes_at_its_time(void **state)
{
    struct studio *studio = *state;
    struct microphone *microphone = microphone_open(true);
    assert_int_equal(microphone_state(microphone), MICROPHONE_LISTENING);
    int16_t got[COUNT];
    int count = 0;
    for (int ms = 10; ms <= 900; ms += 10) {
        microphone_virtual(microphone, ms);
        int fresh = microphone_read(microphone, got + count, COUNT - count);
        assert_int_equal(fresh, 480);
        count += fresh;
    }
    assert_memory_equal(got, studio->spoken, (size_t)count * sizeof *got);
    assert_true(microphone_close(microphone));
}

static void test_behind_the_files_end_is_silence_and_it_counts_as_dead(void **state)
{
    (void)state;
    struct microphone *microphone = microphone_open(true);
    microphone_virtual(microphone, 1200);
    assert_int_equal(microphone_state(microphone), MICROPHONE_LISTENING);
    microphone_virtual(microphone, 3000);
    assert_int_equal(microphone_state(microphone), MICROPHONE_DEAD);
    assert_true(microphone_close(microphone));
}

static void test_nobody_takes_anything_and_closing_is_quick_all_the_same(void **state)
{
    (void)state;
    struct microphone *microphone = microphone_open(true);
    microphone_virtual(microphone, 500);
    assert_true(microphone_close(microphone));
}

static void test_without_a_file_there_is_no_microphone(void **state)
{
    struct studio *studio = *state;
    unlink(studio->in);
    struct microphone *microphone = microphone_open(true);
    assert_int_equal(microphone_state(microphone), MICROPHONE_NONE);
    assert_true(microphone_close(microphone));
}

static void test_under_virtual_time_only_a_file_is_a_microphone(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct microphone *microphone = microphone_open(true);
    assert_int_equal(microphone_state(microphone), MICROPHONE_NONE);
    assert_true(microphone_close(microphone));
}

static void test_in_real_time_it_opens_beside_the_game_and_zeros_are_dead(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct microphone *microphone = microphone_open(false);
    int16_t got[4096];
    int count = 0;
    for (int i = 0; i < 400 && microphone_state(microphone) != MICROPHONE_DEAD; i++) {
        count += microphone_read(microphone, got, 4096);
        nap_ms(10);
    }
    assert_int_equal(microphone_state(microphone), MICROPHONE_DEAD);
    assert_true(count > MICROPHONE_RATE);
    assert_true(microphone_close(microphone));
}

static void test_it_can_be_closed_while_it_opens_and_opened_again(void **state)
{
    struct studio *studio = *state;
    for (int i = 0; i < 20; i++) {
        assert_true(microphone_close(microphone_open(false)));
    }
    struct microphone *microphone = microphone_open(true);
    microphone_virtual(microphone, 20);
    int16_t got[960];
    assert_int_equal(microphone_read(microphone, got, 960), 960);
    assert_memory_equal(got, studio->spoken, sizeof got);
    assert_true(microphone_close(microphone));
}

static void test_nothing_is_no_microphone_to_close(void **state)
{
    (void)state;
    assert_true(microphone_close(NULL));
}

#define IN_A_STUDIO(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_STUDIO(test_under_virtual_time_every_sample_comes_at_its_time),
        IN_A_STUDIO(test_behind_the_files_end_is_silence_and_it_counts_as_dead),
        IN_A_STUDIO(test_nobody_takes_anything_and_closing_is_quick_all_the_same),
        IN_A_STUDIO(test_without_a_file_there_is_no_microphone),
        IN_A_STUDIO(test_under_virtual_time_only_a_file_is_a_microphone),
        IN_A_STUDIO(test_in_real_time_it_opens_beside_the_game_and_zeros_are_dead),
        IN_A_STUDIO(test_it_can_be_closed_while_it_opens_and_opened_again),
        cmocka_unit_test(test_nothing_is_no_microphone_to_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
