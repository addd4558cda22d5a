// Cleaning a take: every clip comes out equally loud, within the limits, with its words and without its room.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/samples.h"
#include "invented_voice.h"
#include "loudness.h"
#include "store/take.h"

enum { SECOND = TAKE_RATE, PER_MS = SECOND / 1000, LONGEST = 10 * SECOND };

static float room[LONGEST];

static void empty_room(float hiss)
{
    memset(room, 0, sizeof room);
    voice_hiss(room, LONGEST, hiss, 1);
}

static void cut_off(float height)
{
    for (int i = 0; i < LONGEST; i++) {
        room[i] = fmaxf(-height, fminf(height, room[i]));
    }
}

static struct take clean(int count, struct take_measure *measure)
{
    const struct take raw = {.samples = room, .count = count};
    struct take cleaned;
    assert_int_equal(take_clean(&raw, 0, 0, &cleaned, measure), TAKE_FINE);
    return cleaned;
}

// design.md 6, and what is told of it is so.
static void assert_within_limits(const struct take *cleaned, const struct take_measure *told)
{
    const struct loudness is = loudness_of(cleaned->samples, cleaned->count);
    assert_true(is.lufs >= -21 && is.lufs <= -19);
    assert_true(is.momentary <= -17);
    assert_true(is.peak_dbtp <= -7);
    assert_true(told->gain_db <= 35);
    assert_false(told->fainter);
    assert_float_equal(told->lufs, is.lufs, 0.05f);
    assert_float_equal(told->momentary, is.momentary, 0.2f);
    assert_float_equal(told->peak_dbtp, is.peak_dbtp, 0.05f);
}

static void test_a_faint_hissing_recording_between_two_silences_comes_out_within_the_limits(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0.0007f); // -63 dBFS, the words' peaks at -34
    voice_speak(room + 2 * SECOND, SECOND, SECOND, 0.02f);
    voice_speak(room + 4 * SECOND, SECOND, SECOND, 0.02f);
    struct take cleaned = clean(7 * SECOND, &measure);
    assert_within_limits(&cleaned, &measure);
    assert_true(measure.gain_db > 20);
    assert_false(measure.clipped);
    // The second between the words: what is left of the room.
    const int pause = (80 + 1000 + 300) * PER_MS;
    assert_true(loudness_of(cleaned.samples + pause, SECOND / 2).momentary < -50);
    take_free(&cleaned);
}

static void test_silence_before_and_after_is_cut_to_80_ms(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0.0007f);
    voice_speak(room + 2 * SECOND, 2 * SECOND, SECOND, 0.1f);
    struct take cleaned = clean(6 * SECOND, &measure);
    assert_in_range(measure.cut_before_ms, 1920 - 25, 1920 + 15);
    assert_in_range(measure.cut_after_ms, 1920 - 25, 1920 + 15);
    assert_int_equal(measure.first_ms, measure.cut_before_ms);
    assert_in_range(take_length_ms(&cleaned), 2160 - 30, 2160 + 50);
    take_free(&cleaned);
}

static void test_a_clipped_loud_recording_comes_out_within_the_limits(void **state)
{
    (void)state;
    for (float loud = 1.5f; loud < 20; loud *= 2) {
        struct take_measure measure;
        empty_room(0.001f);
        voice_speak(room + SECOND, 3 * SECOND, SECOND, loud);
        cut_off(1);
        struct take cleaned = clean(5 * SECOND, &measure);
        assert_within_limits(&cleaned, &measure);
        assert_true(measure.clipped);
        take_free(&cleaned);
    }
}

static void test_the_rumble_under_a_voice_is_gone(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0.0003f);
    voice_speak(room + SECOND, SECOND, SECOND, 0.1f);
    voice_speak(room + 3 * SECOND, SECOND, SECOND, 0.1f);
    for (int i = 0; i < LONGEST; i++) {
        room[i] += 0.05f * sinf(6.2831853f * 30 * (float)(i % SECOND) / SECOND);
    }
    struct take cleaned = clean(5 * SECOND, &measure);
    const double was_db = 20 * log10(0.05 / sqrt(2)) + measure.gain_db;
    assert_true(rms_db(cleaned.samples + 1380 * PER_MS, SECOND / 2) < was_db - 40);
    take_free(&cleaned);
}

static void test_a_quiet_word_after_a_shout_passes_no_limit(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0.0003f);
    voice_speak(room + SECOND, 2 * SECOND, SECOND, 0.05f);
    voice_syllable(room + 4 * SECOND, SECOND, SECOND, 300, 0.4f);
    voice_speak(room + 6 * SECOND, 2 * SECOND, SECOND, 0.05f);
    struct take cleaned = clean(9 * SECOND, &measure);
    assert_within_limits(&cleaned, &measure);
    take_free(&cleaned);
}

static void test_a_voice_full_of_peaks_is_limited_and_stays_as_loud(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0.0003f);
    voice_speak(room + SECOND, 3 * SECOND, SECOND, 0.05f);
    for (int i = SECOND; i < 4 * SECOND; i += 9600) { // five a second
        for (int j = 0; j < 12; j++) {
            room[i + j] += 0.3f * sinf((float)j * 0.5f);
        }
    }
    struct take cleaned = clean(5 * SECOND, &measure);
    assert_within_limits(&cleaned, &measure);
    assert_true(measure.peak_dbtp > -8); // it was the peaks that had to be held
    take_free(&cleaned);
}

// A hundred sharp pulses a second, and what rings after them.
static void test_a_deep_creaking_voice_is_as_loud_as_others(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0.0003f);
    for (int i = SECOND; i < 3 * SECOND; i++) {
        const float at = (float)(i % 480);
        room[i] += 0.3f * expf(-at / 20) * cosf(at * 0.3f) + 0.08f * expf(-at / 300) * cosf(at * 0.08f);
    }
    struct take cleaned = clean(4 * SECOND, &measure);
    assert_within_limits(&cleaned, &measure);
    take_free(&cleaned);
}

static void test_a_clip_under_400_ms_is_as_loud_as_the_others_by_its_one_block(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0);
    voice_syllable(room + SECOND / 2, SECOND / 5, SECOND, 220, 0.5f);
    struct take cleaned = clean(SECOND, &measure);
    assert_in_range(take_length_ms(&cleaned), 300, 399);
    float block[SECOND * 4 / 10] = {0};
    memcpy(block, cleaned.samples, (size_t)cleaned.count * sizeof *block);
    const struct loudness is = loudness_of(block, SECOND * 4 / 10);
    assert_float_equal(is.momentary, -20, 1);
    assert_float_equal(measure.lufs, is.momentary, 0.1f);
    assert_true(is.peak_dbtp <= -7);
    take_free(&cleaned);
}

static void test_what_is_too_noisy_is_kept_fainter_and_said(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0.02f);
    voice_speak(room + 2 * SECOND, SECOND, SECOND, 0.25f);
    voice_speak(room + 4 * SECOND, SECOND, SECOND, 0.25f);
    struct take cleaned = clean(7 * SECOND, &measure);
    assert_true(measure.noisy);
    assert_true(measure.pause_lufs < -50);
    assert_true(loudness_of(cleaned.samples + 1380 * PER_MS, SECOND / 2).momentary < -50);
    assert_true(measure.fainter == (measure.lufs < -21));
    take_free(&cleaned);
}

static void test_what_needs_more_than_35_db_is_kept_fainter_and_said(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0.00001f);
    voice_speak(room + SECOND, 2 * SECOND, SECOND, 0.003f);
    struct take cleaned = clean(4 * SECOND, &measure);
    assert_true(measure.fainter);
    assert_true(measure.lufs < -21);
    assert_float_equal(measure.gain_db, 35, 0.01f);
    take_free(&cleaned);
}

static void test_clips_begin_and_end_with_their_fades(void **state)
{
    (void)state;
    struct take_measure measure;
    empty_room(0);
    for (int i = 0; i < 2 * SECOND; i++) {
        room[i] = 0.2f * sinf((float)i * 0.05f);
    }
    struct take cleaned = clean(2 * SECOND, &measure);
    const float whole = samples_peak(cleaned.samples + SECOND / 2, SECOND / 2);
    const float in = samples_peak(cleaned.samples + 24 * PER_MS, 3 * PER_MS);
    const float out = samples_peak(cleaned.samples + cleaned.count - 42 * PER_MS, 4 * PER_MS);
    assert_float_equal(in / whole, 0.5f, 0.1f);  // the middle of 50 ms
    assert_float_equal(out / whole, 0.5f, 0.1f); // the middle of 80 ms
    assert_float_equal(cleaned.samples[0], 0, 1e-4);
    assert_float_equal(cleaned.samples[cleaned.count - 1], 0, 1e-4);
    take_free(&cleaned);
}

static void test_the_part_that_is_asked_for_is_the_part_that_is_kept(void **state)
{
    (void)state;
    struct take cleaned;
    struct take_measure measure;
    const struct take raw = {.samples = room, .count = 5 * SECOND};
    empty_room(0.0005f);
    voice_speak(room + SECOND, 3 * SECOND, SECOND, 0.2f);
    assert_int_equal(take_clean(&raw, 1500, 2500, &cleaned, &measure), TAKE_FINE);
    assert_int_equal(take_length_ms(&cleaned), 1000);
    assert_int_equal(measure.first_ms, 1500);
    assert_int_equal(measure.end_ms, 2500);
    assert_within_limits(&cleaned, &measure);
    take_free(&cleaned);
    assert_int_equal(take_clean(&raw, -5, 99999999, &cleaned, &measure), TAKE_FINE);
    assert_int_equal(take_length_ms(&cleaned), 5000);
    take_free(&cleaned);
    assert_int_equal(take_clean(&raw, 2000, 2050, &cleaned, &measure), TAKE_SHORT);
    assert_int_equal(take_clean(&raw, 3000, 2000, &cleaned, &measure), TAKE_SHORT);
    assert_null(cleaned.samples);
}

static void test_a_take_stays_as_it_was(void **state)
{
    (void)state;
    static float before[2 * SECOND];
    struct take_measure measure;
    empty_room(0.001f);
    voice_speak(room, 2 * SECOND, SECOND, 3);
    cut_off(1);
    memcpy(before, room, sizeof before);
    struct take cleaned = clean(2 * SECOND, &measure);
    assert_memory_equal(before, room, sizeof before);
    take_free(&cleaned);
}

static void test_silence_a_room_without_words_and_a_moment_are_refused(void **state)
{
    (void)state;
    struct take cleaned = {.count = 7};
    struct take_measure measure;
    const struct take raw = {.samples = room, .count = 5 * SECOND};
    const struct take moment = {.samples = room, .count = SECOND / 20};
    empty_room(0);
    assert_int_equal(take_clean(&raw, 0, 0, &cleaned, &measure), TAKE_SILENT);
    assert_int_equal(cleaned.count, 0);
    empty_room(0.0005f);
    assert_int_equal(take_clean(&raw, 0, 0, &cleaned, &measure), TAKE_SILENT);
    assert_int_equal(take_clean(&moment, 0, 0, &cleaned, &measure), TAKE_SHORT);
    assert_null(cleaned.samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_faint_hissing_recording_between_two_silences_comes_out_within_the_limits),
        cmocka_unit_test(test_silence_before_and_after_is_cut_to_80_ms),
        cmocka_unit_test(test_a_clipped_loud_recording_comes_out_within_the_limits),
        cmocka_unit_test(test_the_rumble_under_a_voice_is_gone),
        cmocka_unit_test(test_a_quiet_word_after_a_shout_passes_no_limit),
        cmocka_unit_test(test_a_voice_full_of_peaks_is_limited_and_stays_as_loud),
        cmocka_unit_test(test_a_deep_creaking_voice_is_as_loud_as_others),
        cmocka_unit_test(test_a_clip_under_400_ms_is_as_loud_as_the_others_by_its_one_block),
        cmocka_unit_test(test_what_is_too_noisy_is_kept_fainter_and_said),
        cmocka_unit_test(test_what_needs_more_than_35_db_is_kept_fainter_and_said),
        cmocka_unit_test(test_clips_begin_and_end_with_their_fades),
        cmocka_unit_test(test_the_part_that_is_asked_for_is_the_part_that_is_kept),
        cmocka_unit_test(test_a_take_stays_as_it_was),
        cmocka_unit_test(test_silence_a_room_without_words_and_a_moment_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
