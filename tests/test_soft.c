// Whatever a clip holds, it begins softly in the mixer; and what is soft already stays as it is.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/random.h"
#include "platform/mixer_soft.h"

enum { RATE = 48000, COUNT = 3 * RATE, MS = RATE / 1000 };

static int16_t clip[COUNT], before[COUNT];

static void silence(void)
{
    memset(clip, 0, sizeof clip);
}

// Rises and falls as a raised cosine within edge_ms.
static void tone(int from_ms, int length_ms, int edge_ms, float level)
{
    for (int i = 0; i < length_ms * MS; i++) {
        const int near = i < length_ms * MS - i ? i : length_ms * MS - i;
        const float edge =
            near < edge_ms * MS ? 0.5f - 0.5f * cosf(3.14159265f * (float)near / (float)(edge_ms * MS)) : 1;
        clip[from_ms * MS + i] += (int16_t)(32767 * level * edge * sinf(6.2831853f * 300 * (float)i / RATE));
    }
}

static void bang(int from_ms, int length_ms, float level)
{
    struct random random;
    random_seed(&random, 3);
    for (int i = 0; i < length_ms * MS; i++) {
        clip[from_ms * MS + i] =
            (int16_t)(32767 * level * (2 * (float)random_next(&random) / 4294967296.0f - 1));
    }
}

static double level_db(int from_ms, int length_ms)
{
    double sum = 1e-9;
    for (int i = from_ms * MS; i < (from_ms + length_ms) * MS; i++) {
        sum += (double)clip[i] * clip[i];
    }
    return 10 * log10(sum / (length_ms * MS) / (32768.0 * 32768.0));
}

// The most that 10 ms are louder than the 10 before, where it can be heard.
static double steepest_db(int from_ms, int to_ms)
{
    double most = -100;
    for (int at = from_ms + 10; at < to_ms; at++) {
        const double now = level_db(at, 10), then = fmax(level_db(at - 10, 10), -47);
        most = fmax(most, now - then);
    }
    return most;
}

static void test_what_rises_slowly_stays_to_the_last_sample(void **state)
{
    (void)state;
    silence();
    tone(100, 900, 250, 0.2f);
    tone(1200, 1500, 250, 0.2f);
    memcpy(before, clip, sizeof clip);
    assert_true(soft_onsets(clip, COUNT, RATE));
    assert_true(soft_clicks(clip, COUNT, RATE));
    assert_memory_equal(before, clip, sizeof clip);
}

static void test_a_bang_out_of_silence_comes_softly(void **state)
{
    (void)state;
    silence();
    bang(1000, 400, 0.3f);
    assert_true(steepest_db(900, 1200) > 25);
    assert_true(soft_onsets(clip, COUNT, RATE));
    assert_true(steepest_db(900, 1400) < 12);
    assert_true(level_db(1000, 50) < -31 + 10); // a bed's level, and ten decibels more
    assert_float_equal(level_db(1250, 100), 20 * log10(0.3 / sqrt(3)), 1); // and arrives
}

static void test_so_does_one_at_the_very_beginning_and_one_after_words(void **state)
{
    (void)state;
    silence();
    bang(0, 300, 0.3f);
    tone(500, 400, 60, 0.05f);
    bang(1600, 300, 0.5f);
    assert_true(soft_onsets(clip, COUNT, RATE));
    assert_true(level_db(0, 10) < -35);
    assert_true(steepest_db(0, 2000) < 12);
}

static void test_a_clap_that_is_over_at_once_is_hardly_heard(void **state)
{
    (void)state;
    silence();
    bang(1000, 3, 0.9f);
    assert_true(soft_onsets(clip, COUNT, RATE));
    assert_true(level_db(995, 10) < -34);
}

static void test_what_follows_something_loud_is_left_alone(void **state)
{
    (void)state;
    silence();
    tone(0, 3000, 300, 0.25f);
    bang(1500, 100, 0.2f);
    memcpy(before, clip, sizeof clip);
    assert_true(soft_onsets(clip, COUNT, RATE));
    assert_memory_equal(before, clip, sizeof clip);
}

static void test_a_click_goes_and_the_tone_around_it_stays(void **state)
{
    (void)state;
    silence();
    tone(0, 3000, 200, 0.2f);
    memcpy(before, clip, sizeof clip);
    clip[RATE] = 32000;
    assert_true(soft_clicks(clip, COUNT, RATE));
    assert_in_range(abs(clip[RATE]), 0, 400);
    for (int i = 0; i < COUNT; i++) {
        assert_true(clip[i] == before[i] || (i > RATE - 5 * MS && i < RATE + 5 * MS));
    }
}

static void test_a_hiss_is_no_click(void **state)
{
    (void)state;
    silence();
    tone(0, 3000, 200, 0.2f);
    bang(1000, 200, 0.05f); // an s
    memcpy(before, clip, sizeof clip);
    assert_true(soft_clicks(clip, COUNT, RATE));
    assert_memory_equal(before + 1030 * MS, clip + 1030 * MS, 140 * MS * sizeof *clip);
}

static void test_other_rates_and_the_shortest_clips(void **state)
{
    (void)state;
    static const int rates[] = {8000, 22050, 44100, 48000, 96000};
    for (int i = 0; i < 5; i++) {
        for (int count = 0; count < 200; count += 7) {
            silence();
            bang(0, 10, 0.9f);
            assert_true(soft_clicks(clip, count, rates[i]));
            assert_true(soft_onsets(clip, count, rates[i]));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_rises_slowly_stays_to_the_last_sample),
        cmocka_unit_test(test_a_bang_out_of_silence_comes_softly),
        cmocka_unit_test(test_so_does_one_at_the_very_beginning_and_one_after_words),
        cmocka_unit_test(test_a_clap_that_is_over_at_once_is_hardly_heard),
        cmocka_unit_test(test_what_follows_something_loud_is_left_alone),
        cmocka_unit_test(test_a_click_goes_and_the_tone_around_it_stays),
        cmocka_unit_test(test_a_hiss_is_no_click),
        cmocka_unit_test(test_other_rates_and_the_shortest_clips),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
