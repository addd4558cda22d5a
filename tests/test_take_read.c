// Sound files that a family has are read, from the microphone too, and written.
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

#define SOUND_PATH "test_take_read.sound"
#include "core/samples.h"
#include "sound_file.h"
#include "store/take.h"

enum { SECOND = TAKE_RATE };

static void test_every_kind_rate_and_number_of_channels_is_read(void **state)
{
    (void)state;
    static const struct wanted kinds[] = {
        {48000, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1.5},
        {44100, 2, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 1.5},
        {8000, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 1.5},
        {192000, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_24, 1.5},
        {48000, 8, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1.5},
        {48000, 64, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1.5},
        {44100, 2, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1.5},
        {44100, 2, SF_FORMAT_OGG | SF_FORMAT_VORBIS, 1.5},
        {48000, 1, SF_FORMAT_OGG | SF_FORMAT_OPUS, 1.5},
        {44100, 2, SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 1.5},
        {22050, 1, SF_FORMAT_AIFF | SF_FORMAT_PCM_16, 1.5},
        {48000, 1, SF_FORMAT_CAF | SF_FORMAT_ALAC_16, 1.5},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct take raw;
        write_sound(&kinds[i], 0.5f);
        assert_int_equal(take_read(path, &raw), TAKE_FINE);
        assert_in_range(take_length_ms(&raw), 1500, 1560);
        assert_float_equal(samples_peak(raw.samples, raw.count), 0.5f, 0.08f);
        take_free(&raw);
    }
}

static void test_bytes_are_read_as_a_file_is(void **state)
{
    (void)state;
    struct take one, other;
    size_t length;
    write_sound(&(struct wanted){44100, 1, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1.5}, 0.5f);
    unsigned char *bytes = read_bytes(&length);
    assert_int_equal(take_read(path, &one), TAKE_FINE);
    assert_int_equal(take_read_bytes(bytes, (int64_t)length, &other), TAKE_FINE);
    assert_int_equal(one.count, other.count);
    assert_memory_equal(one.samples, other.samples, (size_t)one.count * sizeof *one.samples);
    free(bytes);
    take_free(&one);
    take_free(&other);
}

// A tone of 1 kHz, at its place and height after resampling.
static void test_resampling_keeps_a_tone_where_it_is(void **state)
{
    (void)state;
    SF_INFO info = {.samplerate = 44100, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    for (int i = 0; i < 44100; i++) {
        const float sample = 0.5f * sinf(6.2831853f * 1000 * (float)(i % 441) / 44100);
        sf_writef_float(file, &sample, 1);
    }
    sf_close(file);
    struct take raw;
    assert_int_equal(take_read(path, &raw), TAKE_FINE);
    assert_in_range(raw.count, SECOND - 2, SECOND + 2);
    for (int i = SECOND / 10; i < SECOND * 9 / 10; i++) {
        const float wanted = 0.5f * sinf(6.2831853f * 1000 * (float)(i % 48) / SECOND);
        assert_float_equal(raw.samples[i], wanted, 0.003f);
    }
    take_free(&raw);
}

static void test_samples_that_are_no_numbers_count_as_nothing(void **state)
{
    (void)state;
    SF_INFO info = {.samplerate = TAKE_RATE, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    const float odd[] = {NAN, INFINITY, -INFINITY, 1e30f, 0.25f};
    for (int i = 0; i < SECOND; i++) {
        sf_writef_float(file, &odd[i % 5], 1);
    }
    sf_close(file);
    struct take raw;
    assert_int_equal(take_read(path, &raw), TAKE_FINE);
    for (int i = 0; i < raw.count; i++) {
        const float wanted = i % 5 == 4 ? 0.25f : 0;
        assert_float_equal(raw.samples[i], wanted, 0);
    }
    take_free(&raw);
}

static void test_floats_above_full_scale_are_brought_down_and_not_cut(void **state)
{
    (void)state;
    struct take raw;
    write_sound(&(struct wanted){TAKE_RATE, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 1.5}, 4);
    assert_int_equal(take_read(path, &raw), TAKE_FINE);
    assert_float_equal(samples_peak(raw.samples, raw.count), 1, 1e-5);
    assert_false(raw.clipped);
    take_free(&raw);
}

static void test_a_file_cut_at_full_scale_is_known_as_such_at_any_rate(void **state)
{
    (void)state;
    struct take raw;
    for (int rate = 44100; rate <= 48000; rate += 3900) {
        write_sound(&(struct wanted){rate, 2, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1.5}, 3);
        assert_int_equal(take_read(path, &raw), TAKE_FINE);
        assert_true(raw.clipped);
        take_free(&raw);
    }
}

static void test_the_microphone_gives_a_take_and_takes_go_back_to_16_bits(void **state)
{
    (void)state;
    int16_t samples[SECOND / 5] = {0};
    struct take raw;
    assert_int_equal(take_from_pcm(samples, SECOND / 5, &raw), TAKE_SILENT);
    assert_null(raw.samples);
    samples[0] = -32768, samples[1] = 32767, samples[2] = 1;
    assert_int_equal(take_from_pcm(samples, SECOND / 20, &raw), TAKE_SHORT);
    assert_int_equal(take_from_pcm(samples, 0, &raw), TAKE_SHORT);
    assert_int_equal(take_from_pcm(samples, SECOND / 5, &raw), TAKE_FINE);
    assert_int_equal(take_length_ms(&raw), 200);
    int16_t *again = take_pcm(&raw);
    assert_memory_equal(again, samples, sizeof samples);
    free(again);
    take_free(&raw);
    assert_null(raw.samples);
}

static void test_a_written_file_is_read_again_sample_by_sample(void **state)
{
    (void)state;
    int16_t samples[SECOND];
    for (int i = 0; i < SECOND; i++) {
        samples[i] = (int16_t)(i * 7);
    }
    struct take raw;
    assert_true(take_write_wav(samples, SECOND, path));
    assert_int_equal(access("test_take_read.sound.part", F_OK), -1);
    assert_int_equal(take_read(path, &raw), TAKE_FINE);
    assert_int_equal(raw.count, SECOND);
    int16_t *again = take_pcm(&raw);
    assert_memory_equal(again, samples, sizeof samples);
    free(again);
    take_free(&raw);
}

static void test_a_file_that_cannot_be_written_leaves_none(void **state)
{
    (void)state;
    const int16_t samples[100] = {0};
    assert_false(take_write_wav(samples, 100, "no_such_folder/a.wav"));
    assert_int_equal(mkdir("test_take_read_folder", 0700), 0);
    assert_false(take_write_wav(samples, 100, "test_take_read_folder"));
    assert_int_equal(access("test_take_read_folder.part", F_OK), -1);
    rmdir("test_take_read_folder");
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
        cmocka_unit_test(test_every_kind_rate_and_number_of_channels_is_read),
        cmocka_unit_test(test_bytes_are_read_as_a_file_is),
        cmocka_unit_test(test_resampling_keeps_a_tone_where_it_is),
        cmocka_unit_test(test_samples_that_are_no_numbers_count_as_nothing),
        cmocka_unit_test(test_floats_above_full_scale_are_brought_down_and_not_cut),
        cmocka_unit_test(test_a_file_cut_at_full_scale_is_known_as_such_at_any_rate),
        cmocka_unit_test(test_the_microphone_gives_a_take_and_takes_go_back_to_16_bits),
        cmocka_unit_test(test_a_written_file_is_read_again_sample_by_sample),
        cmocka_unit_test(test_a_file_that_cannot_be_written_leaves_none),
    };
    return cmocka_run_group_tests(tests, forget, forget);
}
