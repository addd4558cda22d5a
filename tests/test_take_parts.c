// The parts of a take's cleaning: the noise goes and the words stay as loud as they are.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "invented_voice.h"
#include "loudness.h"
#include "store/take_hops.h"
#include "store/take_inside.h"

enum { SECOND = TAKE_RATE, COUNT = 6 * SECOND };

static float room[COUNT], words[COUNT], before[COUNT];

// Words from the second to the fourth second, in a room that hisses all the time.
static void record(float peak, float hiss)
{
    memset(words, 0, sizeof words);
    voice_speak(words + 2 * SECOND, 2 * SECOND, SECOND, peak);
    memcpy(room, words, sizeof room);
    voice_hiss(room, COUNT, hiss, 1);
    memcpy(before, room, sizeof before);
}

static void denoise(struct span part)
{
    struct take_pauses pauses;
    const struct samples_room known = samples_room(room, COUNT, SECOND);
    assert_true(take_pauses_find(room, COUNT, &known, &pauses));
    assert_true(take_denoise(room, COUNT, part, pauses.longest, &known));
    take_pauses_free(&pauses);
}

static void test_the_noise_falls_by_10_db_and_the_words_by_less_than_one_and_a_half(void **state)
{
    (void)state;
    static const float hisses[] = {0.0005f, 0.001f, 0.003f, 0.006f}; // words 46 to 24 dB above
    for (int i = 0; i < 4; i++) {
        record(0.3f, hisses[i]);
        denoise((struct span){0, COUNT});
        for (int at = 2 * SECOND; at < 4 * SECOND; at += SECOND / 2) {
            assert_float_equal(share_db(room + at, words + at, SECOND / 2), 0, 1.5f);
        }
        assert_true(rms_db(room + SECOND / 2, SECOND) < rms_db(before + SECOND / 2, SECOND) - 10);
        assert_true(rms_db(room + 9 * SECOND / 2, SECOND) < rms_db(before + 9 * SECOND / 2, SECOND) - 10);
    }
}

static void test_every_syllable_is_as_loud_as_it_was_said(void **state)
{
    (void)state;
    record(0.3f, 0.003f);
    denoise((struct span){0, COUNT});
    const int step = SECOND * 29 / 100, length = SECOND * 22 / 100;
    for (int at = 2 * SECOND; at + step < 4 * SECOND; at += step) {
        assert_float_equal(rms_db(room + at, length), rms_db(words + at, length), 1.5f);
    }
}

static void test_a_word_at_the_very_start_loses_nothing(void **state)
{
    (void)state;
    record(0.3f, 0.003f);
    denoise((struct span){2 * SECOND, 4 * SECOND});
    assert_float_equal(share_db(room + 2 * SECOND, words + 2 * SECOND, SECOND / 5), 0, 1.5f);
}

static void test_a_long_held_vowel_is_no_noise(void **state)
{
    (void)state;
    memset(words, 0, sizeof words);
    voice_syllable(words + SECOND, 4 * SECOND, SECOND, 200, 0.3f);
    memcpy(room, words, sizeof room);
    voice_hiss(room, COUNT, 0.003f, 1);
    denoise((struct span){0, COUNT});
    for (int at = 2 * SECOND; at < 4 * SECOND; at += SECOND / 2) {
        assert_float_equal(share_db(room + at, words + at, SECOND / 2), 0, 1.5f);
    }
}

static void test_nothing_moves_in_time(void **state)
{
    (void)state;
    record(0.3f, 0.001f);
    denoise((struct span){0, COUNT});
    const double here = share_db(room + 2 * SECOND, words + 2 * SECOND, SECOND);
    assert_true(here > share_db(room + 2 * SECOND + 4, words + 2 * SECOND, SECOND));
    assert_true(here > share_db(room + 2 * SECOND - 4, words + 2 * SECOND, SECOND));
}

static void test_without_a_pause_nothing_is_taken_for_noise(void **state)
{
    (void)state;
    memset(room, 0, sizeof room);
    voice_syllable(room, COUNT, SECOND, 200, 0.3f);
    memcpy(before, room, sizeof before);
    const struct samples_room known = samples_room(room + SECOND, 2 * SECOND, SECOND);
    struct take_pauses pauses;
    assert_true(take_pauses_find(room + SECOND, 2 * SECOND, &known, &pauses));
    assert_int_equal(pauses.longest.end, 0);
    assert_true(take_denoise(room, COUNT, (struct span){0, COUNT}, pauses.longest, &known));
    assert_memory_equal(room, before, sizeof room);
    assert_true(isinf(take_pauses_lufs(&pauses, room + SECOND, (struct span){0, 2 * SECOND})));
    take_pauses_free(&pauses);
}

static void test_the_loudness_of_pauses_is_that_of_the_room_alone(void **state)
{
    (void)state;
    record(0.3f, 0.002f);
    const struct samples_room known = samples_room(room, COUNT, SECOND);
    struct take_pauses pauses;
    assert_true(take_pauses_find(room, COUNT, &known, &pauses));
    const double room_lufs = loudness_of(room, 3 * SECOND / 2).lufs;
    assert_float_equal(take_pauses_lufs(&pauses, room, (struct span){0, COUNT}), room_lufs, 0.5f);
    assert_true(pauses.longest.end - pauses.longest.first > SECOND);
    take_pauses_free(&pauses);
}

static double tone_after_high_pass_db(float hertz)
{
    for (int i = 0; i < COUNT; i++) {
        room[i] = 0.25f + 0.5f * sinf(6.2831853f * hertz * (float)(i % SECOND) / SECOND);
    }
    const double was_db = 20 * log10(0.5 / sqrt(2));
    take_high_pass(room, COUNT);
    return rms_db(room + SECOND, 4 * SECOND) - was_db;
}

static void test_rumble_goes_and_the_lowest_voice_stays(void **state)
{
    (void)state;
    assert_true(tone_after_high_pass_db(20) < -40);
    assert_true(tone_after_high_pass_db(40) < -22);
    assert_float_equal(tone_after_high_pass_db(80), -3, 0.2f);
    assert_float_equal(tone_after_high_pass_db(120), 0, 0.4f);
    assert_float_equal(tone_after_high_pass_db(1000), 0, 0.05f);
}

static void test_loudness_by_hops_is_what_the_meter_says(void **state)
{
    (void)state;
    struct take_hops hops;
    record(0.3f, 0.003f);
    assert_true(take_hops_measure(room, COUNT, &hops));
    take_hops_tame(&hops, 0, -17, 1);
    const struct loudness is = loudness_of(room, COUNT);
    assert_float_equal(take_hops_lufs(&hops, 1), is.lufs, 0.1f);
    assert_float_equal(take_hops_lufs(&hops, 2), is.lufs + 6.02, 0.1f);
    float peak = 0;
    for (int hop = 0; hop < hops.count; hop++) {
        peak = fmaxf(peak, hops.peak[hop]);
    }
    assert_float_equal(20 * log10(peak), is.peak_dbtp, 0.15f);
    take_hops_free(&hops);
}

static void test_taming_holds_both_limits_and_leaves_the_rest_alone(void **state)
{
    (void)state;
    struct take_hops hops;
    record(0.9f, 0.001f);
    assert_true(take_hops_measure(room, COUNT, &hops));
    take_hops_tame(&hops, 2, -20, 0.2f);
    take_hops_apply(&hops, 2, room, COUNT);
    const struct loudness is = loudness_of(room, COUNT);
    assert_true(is.momentary <= -20 + 0.1);
    assert_true(is.peak_dbtp <= 20 * log10(0.2) + 0.2);
    assert_float_equal(rms_db(room, SECOND), rms_db(before, SECOND) + 6.02, 0.01f);
    take_hops_free(&hops);
}

static void test_a_gain_falls_before_a_peak_and_moves_smoothly(void **state)
{
    (void)state;
    struct take_hops hops;
    memset(room, 0, sizeof room);
    room[SECOND] = 1;
    assert_true(take_hops_measure(room, 2 * SECOND, &hops));
    take_hops_tame(&hops, 1, 0, 0.5f);
    const int peak = SECOND / HOP;
    assert_true(hops.curve[peak] <= 0.5f);
    assert_float_equal(hops.curve[peak - 20], 1, 1e-5);
    assert_float_equal(hops.curve[peak + 20], 1, 1e-5);
    for (int hop = 1; hop < hops.count; hop++) {
        assert_float_equal(hops.curve[hop], hops.curve[hop - 1], 0.15f);
    }
    take_hops_free(&hops);
}

static void test_what_was_cut_off_is_found_and_rounded(void **state)
{
    (void)state;
    for (int i = 0; i < SECOND; i++) {
        words[i] = 0.8f * sinf((float)i * 0.03f);
        room[i] = before[i] = fminf(fmaxf(words[i], -0.6f), 0.6f);
    }
    assert_false(take_flat_tops(words, SECOND, SECOND, 0.5f));
    assert_true(take_flat_tops(room, SECOND, SECOND, 0.5f));
    assert_false(take_flat_tops(room, SECOND, SECOND, 0.7f));
    take_round_tops(room, SECOND);
    assert_false(take_flat_tops(room, SECOND, SECOND, 0.61f));
    double left = 0, was = 0;
    for (int i = 0; i < SECOND; i++) {
        left += fabsf(room[i] - words[i]);
        was += fabsf(before[i] - words[i]);
        assert_true(fabsf(room[i]) >= fabsf(before[i]) && fabsf(room[i]) <= 0.9f);
    }
    assert_true(left < was / 2);
}

static void test_shaving_takes_the_tip_and_leaves_what_is_three_ms_away(void **state)
{
    (void)state;
    record(0.1f, 0.001f);
    room[3 * SECOND] = 0.9f;
    memcpy(before, room, sizeof before);
    assert_true(take_shave(room, COUNT, 0.2f));
    assert_true(samples_peak(room, COUNT) <= 0.2f);
    assert_true(samples_peak(room + 3 * SECOND, 1) > 0.15f);
    const int away = SECOND * 3 / 1000;
    for (int i = 0; i < COUNT; i++) {
        if (i < 3 * SECOND - away || i > 3 * SECOND + away) {
            assert_float_equal(room[i], before[i], 1e-6);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_noise_falls_by_10_db_and_the_words_by_less_than_one_and_a_half),
        cmocka_unit_test(test_every_syllable_is_as_loud_as_it_was_said),
        cmocka_unit_test(test_a_word_at_the_very_start_loses_nothing),
        cmocka_unit_test(test_a_long_held_vowel_is_no_noise),
        cmocka_unit_test(test_nothing_moves_in_time),
        cmocka_unit_test(test_without_a_pause_nothing_is_taken_for_noise),
        cmocka_unit_test(test_the_loudness_of_pauses_is_that_of_the_room_alone),
        cmocka_unit_test(test_rumble_goes_and_the_lowest_voice_stays),
        cmocka_unit_test(test_loudness_by_hops_is_what_the_meter_says),
        cmocka_unit_test(test_taming_holds_both_limits_and_leaves_the_rest_alone),
        cmocka_unit_test(test_a_gain_falls_before_a_peak_and_moves_smoothly),
        cmocka_unit_test(test_what_was_cut_off_is_found_and_rounded),
        cmocka_unit_test(test_shaving_takes_the_tip_and_leaves_what_is_three_ms_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
