// Broken sound files are refused with a sentence, quickly, and leave nothing behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SOUND_PATH "test_take_refused.sound"
#include "core/samples.h"
#include "sound_file.h"
#include "store/take.h"

enum { SECOND = TAKE_RATE };

static void assert_refused(enum take_fault wanted)
{
    struct take raw = {.count = 7};
    assert_int_equal(take_read(path, &raw), wanted);
    assert_null(raw.samples);
    assert_int_equal(raw.count, 0);
    assert_true(strlen(take_sentence(wanted)) > 10);
    assert_null(strchr(take_sentence(wanted), '\n'));
    assert_null(strstr(take_sentence(wanted), "take.")); // a key, not a sentence
}

static void test_only_numbers_that_are_none_are_silence(void **state)
{
    (void)state;
    SF_INFO info = {.samplerate = TAKE_RATE, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    const float none = NAN;
    for (int i = 0; i < SECOND; i++) {
        sf_writef_float(file, &none, 1);
    }
    sf_close(file);
    assert_refused(TAKE_SILENT);
}

static void test_an_empty_file_and_a_missing_one_are_refused(void **state)
{
    (void)state;
    write_bytes("", 0);
    assert_refused(TAKE_UNREADABLE);
    unlink(path);
    assert_refused(TAKE_UNREADABLE);
}

static void test_a_folder_and_a_pipe_are_refused_without_waiting(void **state)
{
    (void)state;
    struct take raw;
    assert_int_equal(take_read(".", &raw), TAKE_UNREADABLE);
    unlink(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_refused(TAKE_UNREADABLE);
    unlink(path);
}

static void test_random_bytes_are_refused(void **state)
{
    (void)state;
    struct random random;
    unsigned char bytes[5000];
    random_seed(&random, 5);
    for (int file = 0; file < 50; file++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            bytes[i] = (unsigned char)random_between(&random, 0, 255);
        }
        write_bytes(bytes, sizeof bytes);
        assert_refused(TAKE_UNREADABLE);
    }
}

static void lie(size_t at, uint32_t value, int bytes_long)
{
    size_t length;
    unsigned char *bytes = read_bytes(&length);
    for (int i = 0; i < bytes_long; i++) {
        bytes[at + (size_t)i] = (unsigned char)(value >> (8 * i));
    }
    write_bytes(bytes, length);
    free(bytes);
}

static void test_a_header_that_lies_is_refused(void **state)
{
    (void)state;
    static const struct {
        size_t at;
        uint32_t value;
        int bytes;
    } lies[] = {
        {40, 0x7FFFFFF0, 4}, // more sound than there is
        {40, 144200, 4},     // a little more
        {22, 0, 2},          // no channel
        {22, 0xFFFF, 2},     // too many
        {24, 0, 4},          // no rate
        {24, 0xFFFFFFFF, 4}, // an absurd one
        {24, 3, 4},          // three samples a second
        {34, 0, 2},          // samples of no bits
    };
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        write_sound(&(struct wanted){TAKE_RATE, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1.5}, 0.5f);
        lie(lies[i].at, lies[i].value, lies[i].bytes);
        assert_refused(TAKE_UNREADABLE);
    }
}

static void test_a_wrong_size_of_the_whole_file_does_no_harm(void **state)
{
    (void)state;
    struct take raw;
    write_sound(&(struct wanted){TAKE_RATE, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1.5}, 0.5f);
    lie(4, 12345678, 4);
    assert_int_equal(take_read(path, &raw), TAKE_FINE);
    take_free(&raw);
}

static void test_a_file_that_ends_early_is_refused(void **state)
{
    (void)state;
    static const int formats[] = {SF_FORMAT_WAV | SF_FORMAT_PCM_16, SF_FORMAT_FLAC | SF_FORMAT_PCM_16};
    for (int i = 0; i < 2; i++) {
        write_sound(&(struct wanted){TAKE_RATE, 1, formats[i], 1.5}, 0.5f);
        size_t length;
        unsigned char *bytes = read_bytes(&length);
        write_bytes(bytes, length / 2);
        free(bytes);
        assert_refused(TAKE_UNREADABLE);
    }
}

static void test_too_short_too_long_and_silent_are_told_apart(void **state)
{
    (void)state;
    write_sound(&(struct wanted){TAKE_RATE, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 0.03}, 0.5f);
    assert_refused(TAKE_SHORT);
    write_sound(&(struct wanted){TAKE_RATE, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 0}, 0.5f);
    assert_refused(TAKE_SHORT);
    write_sound(&(struct wanted){2000, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 900}, 0.5f);
    assert_refused(TAKE_LONG);
    write_sound(&(struct wanted){TAKE_RATE, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1.5}, 0);
    assert_refused(TAKE_SILENT);
}

static void test_half_a_second_too_long_is_too_long(void **state)
{
    (void)state;
    write_sound(&(struct wanted){1000, 1, SF_FORMAT_OGG | SF_FORMAT_VORBIS, 600.5}, 0.5f);
    assert_refused(TAKE_LONG);
}

static int forget(void **state)
{
    (void)state;
    unlink(path);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_numbers_that_are_none_are_silence),
        cmocka_unit_test(test_an_empty_file_and_a_missing_one_are_refused),
        cmocka_unit_test(test_a_folder_and_a_pipe_are_refused_without_waiting),
        cmocka_unit_test(test_random_bytes_are_refused),
        cmocka_unit_test(test_a_header_that_lies_is_refused),
        cmocka_unit_test(test_a_wrong_size_of_the_whole_file_does_no_harm),
        cmocka_unit_test(test_a_file_that_ends_early_is_refused),
        cmocka_unit_test(test_too_short_too_long_and_silent_are_told_apart),
        cmocka_unit_test(test_half_a_second_too_long_is_too_long),
    };
    return cmocka_run_group_tests(tests, forget, forget);
}
