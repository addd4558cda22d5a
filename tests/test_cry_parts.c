// What the cry hint measures: spectrum, pitch, bands, and the features of a window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "core/cry.h"
#include "core/cry_window.h"
#include "invented_cry.h"

enum { SECONDS = 3, COUNT = SECONDS * CRY_RATE };

static float sound[COUNT];
static float features[CRY_FEATURES];

static void quiet(void)
{
    memset(sound, 0, sizeof sound);
}

// The features of the last window of what is in `sound`.
static bool measure(float peak)
{
    static int16_t samples[COUNT];
    static struct cry cry;
    cry_start(&cry);
    cry_invented_pcm(sound, COUNT, peak, samples);
    cry_hear(&cry, samples, COUNT);
    return cry_features(cry.frames, cry.frame_count, cry_room_floor(&cry.room), features);
}

#define VALUE(name) features[CRY_FEATURE_##name]

static void test_the_transform_is_that_of_the_sum(void **state)
{
    (void)state;
    static struct cry_waves waves;
    float numbers[CRY_PADDED], re[CRY_BINS + 1], im[CRY_BINS + 1];
    cry_waves_make(&waves);
    for (int i = 0; i < CRY_PADDED; i++) {
        numbers[i] = (float)(i * 7919 % 1013) / 1013 - 0.5f;
    }
    cry_transform(&waves, numbers, re, im);
    for (int k = 0; k <= CRY_BINS; k += 64) {
        double sum_re = 0, sum_im = 0;
        for (int i = 0; i < CRY_PADDED; i++) {
            const double angle = 6.283185307179586 * k * i / CRY_PADDED;
            sum_re += numbers[i] * cos(angle);
            sum_im -= numbers[i] * sin(angle);
        }
        assert_float_equal(re[k], sum_re, 1e-3);
        assert_float_equal(im[k], sum_im, 1e-3);
    }
}

static void test_a_frame_knows_how_loud_it_is(void **state)
{
    (void)state;
    static struct cry_tables tables;
    struct cry_frame frame;
    int16_t samples[CRY_FRAME];
    float bands[CRY_BANDS] = {-1};
    cry_tables_make(&tables);
    for (int i = 0; i < CRY_FRAME; i++) {
        samples[i] = (int16_t)(3276.8f * sinf(6.2831853f * 1000 * (float)i / CRY_RATE));
    }
    cry_frame_make(&tables, samples, bands, &frame);
    assert_float_equal(frame.level, -23, 0.2); // a sine a tenth of full scale high
    assert_float_equal(frame.peak, 1, 0.02);
    assert_float_equal(frame.centroid, 1, 0.02);
}

// The first coefficient of a spectrum whose upper half lies so much below the lower.
static float slope(float ratio)
{
    static struct cry_bands bands;
    float share[CRY_BANDS], mfcc[CRY_MFCC];
    cry_bands_make(&bands);
    for (int band = 0; band < CRY_BANDS; band++) {
        share[band] = (band < CRY_BANDS / 2 ? 2 : 2 * ratio) / (CRY_BANDS * (1 + ratio));
    }
    cry_bands_outline(&bands, share, mfcc);
    return mfcc[0];
}

static void test_the_outline_sees_what_is_forty_decibels_lower_but_not_sixty(void **state)
{
    (void)state;
    assert_float_equal(slope(1), 0, 1e-4);
    assert_float_equal(slope(1e-4f) / slope(1e-2f), 2, 0.05);
    assert_float_equal(slope(1e-8f), slope(1e-6f), 0.3);
}

static void test_pitch_is_found_from_80_to_1000_hertz(void **state)
{
    (void)state;
    static const float heights[] = {95, 120, 200, 260, 330, 450, 580, 740, 960};
    for (size_t i = 0; i < sizeof heights / sizeof *heights; i++) {
        quiet();
        cry_invented_buzz(sound, COUNT, heights[i], heights[i], 0.3f);
        measure(1);
        assert_float_equal(440 * powf(2, VALUE(pitch_median)), heights[i], heights[i] * 0.01f);
        assert_true(VALUE(voiced) > 0.9f);
        assert_true(VALUE(strength_mean) > 0.7f);
    }
}

static void test_noise_has_no_pitch(void **state)
{
    (void)state;
    quiet();
    voice_hiss(sound, COUNT, 0.1f, 3);
    measure(1);
    assert_true(VALUE(voiced) < 0.1f);
    assert_true(VALUE(flatness_mean) > -5);
}

static void test_silence_is_nothing_to_judge(void **state)
{
    (void)state;
    quiet();
    assert_false(measure(1));
    for (int i = 0; i < CRY_FEATURES; i++) {
        assert_float_equal(features[i], 0, 0);
    }
}

static void test_bursts_and_pauses_are_measured(void **state)
{
    (void)state;
    quiet();
    voice_hiss(sound, COUNT, 0.0005f, 5);
    for (int at = 0; at < SECONDS; at++) {
        cry_invented_buzz(sound + at * CRY_RATE, CRY_RATE * 6 / 10, 400, 500, 0.3f);
    }
    measure(1);
    assert_float_equal(VALUE(level_mean), 30, 1); // or more
    assert_float_equal(VALUE(burst_longest), 0.6f, 0.05f);
    assert_float_equal(VALUE(pause_mean), 0.4f, 0.05f);
    assert_float_equal(VALUE(active), 1.3f / 2.5f, 0.03f);
    assert_float_equal(VALUE(melody_slope), 2.0f / 3 * log2f(500.0f / 400), 0.03f);
    assert_true(VALUE(slow) > 0.5f);
    assert_true(VALUE(beat_slow) > 0.8f);
}

static void test_syllables_are_told_from_breaths(void **state)
{
    (void)state;
    quiet();
    voice_hiss(sound, COUNT, 0.0005f, 5);
    for (int at = 0; at + CRY_RATE / 5 <= COUNT; at += CRY_RATE / 5) {
        cry_invented_buzz(sound + at, CRY_RATE / 10, 300, 300, 0.3f);
    }
    measure(1);
    assert_true(VALUE(syllables) > 0.6f);
    assert_true(VALUE(slow) < 0.1f);
    assert_true(VALUE(beat_fast) > 0.8f);
}

static void test_how_loud_it_is_changes_nothing(void **state)
{
    (void)state;
    static float loud[CRY_FEATURES];
    quiet();
    cry_invented(sound, COUNT, 450);
    voice_hiss(sound, COUNT, 0.01f, 9);
    measure(1);
    memcpy(loud, features, sizeof loud);
    measure(0.05f);
    for (int i = 0; i < CRY_FEATURES; i++) {
        assert_float_equal(features[i], loud[i], 0.05f + 0.02f * fabsf(loud[i]));
    }
}

static void test_how_much_it_stands_out_of_the_room_is_measured(void **state)
{
    (void)state;
    quiet();
    cry_invented_buzz(sound + COUNT / 2, CRY_RATE, 440, 440, 0.3f);
    const float loud = sqrtf(2) * 0.05f;
    float squares = 0;
    for (int i = 0; i < CRY_RATE; i++) {
        squares += sound[COUNT / 2 + i] * sound[COUNT / 2 + i] / CRY_RATE;
    }
    for (int i = 0; i < COUNT; i++) {
        sound[i] *= loud / sqrtf(squares);
    }
    voice_hiss(sound, COUNT, loud / 10, 9); // 20 dB, of which 4 dB lie above what is looked at
    measure(1);
    assert_float_equal(VALUE(level_mean), 24, 1.5);
}

static void test_a_constant_is_no_sound(void **state)
{
    (void)state;
    quiet();
    for (int i = 0; i < COUNT; i++) {
        sound[i] = 0.7f;
    }
    assert_false(measure(1));
}

static void test_what_lies_above_3500_hertz_changes_nothing(void **state)
{
    (void)state;
    static float without[CRY_FEATURES];
    quiet();
    cry_invented(sound, COUNT, 450);
    voice_hiss(sound, COUNT, 0.003f, 9);
    measure(0.3f);
    memcpy(without, features, sizeof without);
    for (int i = 0; i < COUNT; i++) {
        sound[i] += 0.5f * sinf(6.2831853f * 0.24f * (float)i) * sinf((float)i * 0.0004f); // 3840 Hz
    }
    measure(0.3f);
    for (int i = 0; i < CRY_FEATURES; i++) {
        assert_float_equal(features[i], without[i], 0.03f + 0.01f * fabsf(without[i]));
    }
}

static void test_how_quiet_the_room_is_behind_changes_little(void **state)
{
    (void)state;
    static float hissing[CRY_FEATURES];
    quiet();
    cry_invented(sound, COUNT, 450);
    measure(1);
    memcpy(hissing, features, sizeof hissing);
    voice_hiss(sound, COUNT, 0.0005f, 9);
    measure(1);
    assert_float_equal(VALUE(level_mean), hissing[CRY_FEATURE_level_mean], 1);
    assert_float_equal(VALUE(active), hissing[CRY_FEATURE_active], 0.05f);
    assert_float_equal(VALUE(cry_all), hissing[CRY_FEATURE_cry_all], 0.05f);
    assert_float_equal(VALUE(burst_mean), hissing[CRY_FEATURE_burst_mean], 0.05f);
}

static void test_rubbish_gives_numbers(void **state)
{
    (void)state;
    static int16_t samples[COUNT];
    static struct cry cry;
    for (int kind = 0; kind < 6; kind++) {
        cry_start(&cry);
        for (int i = 0; i < COUNT; i++) {
            const int16_t edge = i / (kind * 37 + 1) % 2 ? INT16_MIN : INT16_MAX;
            samples[i] = kind == 4 ? INT16_MIN : kind == 5 ? (int16_t)(i % 9973 == 0) : edge;
        }
        cry_hear(&cry, samples, COUNT);
        cry_features(cry.frames, cry.frame_count, cry_room_floor(&cry.room), features);
        for (int i = 0; i < CRY_FEATURES; i++) {
            assert_true(isfinite(features[i]));
        }
        assert_true(isfinite(cry_score(&cry)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_transform_is_that_of_the_sum),
        cmocka_unit_test(test_a_frame_knows_how_loud_it_is),
        cmocka_unit_test(test_the_outline_sees_what_is_forty_decibels_lower_but_not_sixty),
        cmocka_unit_test(test_pitch_is_found_from_80_to_1000_hertz),
        cmocka_unit_test(test_noise_has_no_pitch),
        cmocka_unit_test(test_silence_is_nothing_to_judge),
        cmocka_unit_test(test_bursts_and_pauses_are_measured),
        cmocka_unit_test(test_syllables_are_told_from_breaths),
        cmocka_unit_test(test_how_loud_it_is_changes_nothing),
        cmocka_unit_test(test_how_much_it_stands_out_of_the_room_is_measured),
        cmocka_unit_test(test_a_constant_is_no_sound),
        cmocka_unit_test(test_what_lies_above_3500_hertz_changes_nothing),
        cmocka_unit_test(test_how_quiet_the_room_is_behind_changes_little),
        cmocka_unit_test(test_rubbish_gives_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
