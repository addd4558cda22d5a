// Recorded samples: fades, waveforms, and where in them somebody is heard.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "core/samples.h"
#include "invented_voice.h"

enum { RATE = VOICE_RATE, SECOND = RATE, MARGIN = RATE * 80 / 1000, NEAR = RATE * 25 / 1000 };

static float room[6 * SECOND];

static void empty_room(float hiss)
{
    memset(room, 0, sizeof room);
    voice_hiss(room, 6 * SECOND, hiss, 1);
}

static void assert_near(int value, int wanted, int by)
{
    assert_in_range(value, wanted - by, wanted + by);
}

static void test_the_peak_is_the_highest_of_both_sides(void **state)
{
    (void)state;
    const float samples[] = {0.1f, -0.7f, 0.4f};
    assert_float_equal(samples_peak(samples, 3), 0.7f, 0);
    assert_float_equal(samples_peak(samples, 1), 0.1f, 0);
    assert_float_equal(samples_peak(samples, 0), 0, 0);
}

static void test_gain_multiplies(void **state)
{
    (void)state;
    float samples[] = {0.1f, -0.2f};
    samples_gain(samples, 2, 3);
    assert_float_equal(samples[0], 0.3f, 1e-6);
    assert_float_equal(samples[1], -0.6f, 1e-6);
}

static void test_fades_are_raised_cosines_and_mirror_each_other(void **state)
{
    (void)state;
    float in[300], out[300];
    for (int i = 0; i < 300; i++) {
        in[i] = out[i] = 1;
    }
    samples_fade_in(in, 300, 200);
    samples_fade_out(out, 300, 200);
    assert_float_equal(in[0], 0, 1e-6);
    assert_float_equal(in[50], 0.146447f, 1e-5); // a quarter of the way
    assert_float_equal(in[100], 0.5f, 1e-5);
    assert_float_equal(in[200], 1, 0);
    for (int i = 0; i < 300; i++) {
        assert_float_equal(in[i], out[299 - i], 0);
    }
}

static void test_a_fade_longer_than_the_samples_stays_within_them(void **state)
{
    (void)state;
    float samples[] = {1, 1, 1, 7};
    samples_fade_in(samples, 3, 100);
    samples_fade_out(samples, 3, 100);
    assert_float_equal(samples[3], 7, 0);
}

static void test_bars_are_the_peaks_of_equal_parts_as_they_are(void **state)
{
    (void)state;
    const float samples[] = {0, 0.5f, -1, 0.2f, 0, 0, 1.5f, 0};
    unsigned char bars[4];
    samples_bars(samples, 8, bars, 4);
    assert_int_equal(bars[0], 128);
    assert_int_equal(bars[1], 255);
    assert_int_equal(bars[2], 0);
    assert_int_equal(bars[3], 255);
}

static void test_fewer_samples_than_bars_and_none_at_all_are_fine(void **state)
{
    (void)state;
    const float samples[] = {0.2f, 1};
    unsigned char bars[5] = {9, 9, 9, 9, 9};
    samples_bars(samples, 2, bars, 5);
    assert_int_equal(bars[0], 51);
    assert_int_equal(bars[4], 255);
    samples_bars(samples, 0, bars, 5);
    assert_int_equal(bars[0], 0);
    assert_int_equal(bars[4], 0);
}

static void test_words_are_found_in_a_hissing_room_with_their_margins(void **state)
{
    (void)state;
    struct span heard;
    empty_room(0.001f);
    voice_speak(room + 2 * SECOND, 2 * SECOND, RATE, 0.1f);
    assert_true(samples_heard(room, 6 * SECOND, RATE, MARGIN, &heard));
    assert_near(heard.first, 2 * SECOND - MARGIN, NEAR);
    assert_near(heard.end, 4 * SECOND + MARGIN, NEAR);
}

static void test_a_pause_between_words_is_within(void **state)
{
    (void)state;
    struct span heard;
    empty_room(0.001f);
    voice_speak(room + SECOND, SECOND / 2, RATE, 0.1f);
    voice_speak(room + 4 * SECOND, SECOND / 2, RATE, 0.1f);
    assert_true(samples_heard(room, 6 * SECOND, RATE, 0, &heard));
    assert_near(heard.first, SECOND, NEAR);
    assert_near(heard.end, 4 * SECOND + SECOND / 2, NEAR);
}

static void test_clicks_before_and_after_are_no_words(void **state)
{
    (void)state;
    struct span heard;
    empty_room(0.001f);
    voice_speak(room + 2 * SECOND, 2 * SECOND, RATE, 0.1f);
    for (int i = 0; i < 100; i++) {
        room[SECOND / 2 + i] = room[5 * SECOND + i] = 0.9f;
    }
    assert_true(samples_heard(room, 6 * SECOND, RATE, MARGIN, &heard));
    assert_near(heard.first, 2 * SECOND - MARGIN, NEAR);
    assert_near(heard.end, 4 * SECOND + MARGIN, NEAR);
}

static void test_margins_end_where_the_samples_end(void **state)
{
    (void)state;
    struct span heard;
    empty_room(0);
    voice_speak(room, 2 * SECOND, RATE, 0.1f);
    assert_true(samples_heard(room, 2 * SECOND, RATE, MARGIN, &heard));
    assert_int_equal(heard.first, 0);
    assert_int_equal(heard.end, 2 * SECOND);
}

static void test_one_long_note_without_a_pause_is_heard_whole(void **state)
{
    (void)state;
    struct span heard;
    for (int i = 0; i < 2 * SECOND; i++) {
        room[i] = 0.2f * sinf((float)i * 0.05f);
    }
    assert_true(samples_heard(room, 2 * SECOND, RATE, MARGIN, &heard));
    assert_int_equal(heard.first, 0);
    assert_int_equal(heard.end, 2 * SECOND);
}

static void test_an_empty_room_and_silence_are_nobody(void **state)
{
    (void)state;
    struct span heard;
    empty_room(0.002f);
    assert_false(samples_heard(room, 6 * SECOND, RATE, MARGIN, &heard));
    empty_room(0);
    assert_false(samples_heard(room, 6 * SECOND, RATE, MARGIN, &heard));
    assert_false(samples_heard(room, 0, RATE, MARGIN, &heard));
}

static void test_the_room_and_the_words_are_measured(void **state)
{
    (void)state;
    empty_room(0.001f); // -60 dBFS
    for (int i = 2 * SECOND; i < 4 * SECOND; i++) {
        room[i] += 0.1f * sinf((float)i * 0.05f); // -23 dBFS
    }
    const struct samples_room known = samples_room(room, 6 * SECOND, RATE);
    assert_float_equal(known.noise_db, -60, 1);
    assert_float_equal(known.words_db, -23, 1);
    assert_true(samples_room_has_words(&known));
    assert_true(known.edge_db > known.noise_db && known.edge_db < known.words_db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_peak_is_the_highest_of_both_sides),
        cmocka_unit_test(test_gain_multiplies),
        cmocka_unit_test(test_fades_are_raised_cosines_and_mirror_each_other),
        cmocka_unit_test(test_a_fade_longer_than_the_samples_stays_within_them),
        cmocka_unit_test(test_bars_are_the_peaks_of_equal_parts_as_they_are),
        cmocka_unit_test(test_fewer_samples_than_bars_and_none_at_all_are_fine),
        cmocka_unit_test(test_words_are_found_in_a_hissing_room_with_their_margins),
        cmocka_unit_test(test_a_pause_between_words_is_within),
        cmocka_unit_test(test_clicks_before_and_after_are_no_words),
        cmocka_unit_test(test_margins_end_where_the_samples_end),
        cmocka_unit_test(test_one_long_note_without_a_pause_is_heard_whole),
        cmocka_unit_test(test_an_empty_room_and_silence_are_nobody),
        cmocka_unit_test(test_the_room_and_the_words_are_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
