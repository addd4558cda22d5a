// What the cry hint makes of scores: levels, rests, gaps. The model is a single question here (is it voiced
// as a cry is?), so that a plain tone is crying; what the real one thinks is test_cry.c's.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <float.h>
#include <math.h>
#include <string.h>

#include "core/cry.h"
#include "core/cry_trees.h"

// A tone of a cry's height is worth 3, a higher one 2, everything else -3.
static const struct cry_tree question = {
    {CRY_FEATURE_cry_all, 0, CRY_FEATURE_melody_pitch},
    {0.2f, FLT_MAX, 0.3f, FLT_MAX, FLT_MAX, FLT_MAX, FLT_MAX},
    {-3, -3, -3, -3, 3, 3, 2, 2},
};

const struct cry_model cry_model = {.soft = 1.5f, .hard = 2.5f, .count = 1, .trees = &question};

enum { MS = CRY_RATE / 1000, PIECE_MS = 10, NEVER_MS = -1 };

static const float crying_hz = 450;  // 3: soft, and hard
static const float whining_hz = 600; // 2: only soft
static const float talk_hz = 150;    // -3
static const float nothing_hz = 0;

struct ears {
    struct cry cry;
    int ms;               // heard so far
    int soft_ms, hard_ms; // when it was last told; NEVER_MS: not yet
    int softs, hards;
};

static void begin(struct ears *ears)
{
    *ears = (struct ears){.soft_ms = NEVER_MS, .hard_ms = NEVER_MS};
    cry_start(&ears->cry);
}

static void note(struct ears *ears, enum cry_level level)
{
    ears->softs += level == CRY_SOFT;
    ears->hards += level == CRY_HARD;
    ears->soft_ms = level == CRY_SOFT ? ears->ms : ears->soft_ms;
    ears->hard_ms = level == CRY_HARD ? ears->ms : ears->hard_ms;
}

static void hear(struct ears *ears, float hz, int ms)
{
    int16_t samples[PIECE_MS * MS];
    for (int done = 0; done < ms; done += PIECE_MS) {
        for (int i = 0; i < PIECE_MS * MS; i++) {
            const float turns = hz * (float)(done * MS + i) / CRY_RATE;
            samples[i] = (int16_t)(8000 * sinf(6.2831853f * (turns - floorf(turns))));
        }
        const enum cry_level level = cry_hear(&ears->cry, samples, PIECE_MS * MS);
        ears->ms += PIECE_MS;
        note(ears, level);
    }
}

static void gap(struct ears *ears, int ms)
{
    cry_gap(&ears->cry, ms);
    ears->ms += ms;
}

static void test_before_three_windows_nothing_is_known(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, crying_hz, CRY_WINDOW_LEAST_MS + 2 * CRY_STEP_MS - PIECE_MS);
    assert_float_equal(cry_score(&ears.cry), CRY_UNKNOWN, 0);
    assert_int_equal(ears.softs, 0);
    hear(&ears, crying_hz, 3 * PIECE_MS);
    assert_float_equal(cry_score(&ears.cry), 3, 0);
}

static void test_crying_is_told_within_two_seconds_and_once(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, crying_hz, 3000);
    assert_int_equal(ears.softs, 1);
    assert_in_range(ears.soft_ms, 1750, 1770);
}

static void test_talk_and_silence_are_never_told(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, talk_hz, 10000);
    hear(&ears, nothing_hz, 10000);
    assert_int_equal(ears.softs + ears.hards, 0);
    assert_float_equal(cry_score(&ears.cry), CRY_SILENT, 0);
}

static void test_two_windows_of_crying_are_not_enough(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, crying_hz, CRY_WINDOW_LEAST_MS + CRY_STEP_MS + PIECE_MS);
    gap(&ears, 300);
    hear(&ears, crying_hz, CRY_WINDOW_LEAST_MS + CRY_STEP_MS + PIECE_MS);
    assert_int_equal(ears.softs, 0);
}

static void test_after_the_soft_level_it_rests_for_twenty_seconds(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, whining_hz, 60000);
    assert_int_equal(ears.softs, 3);
    assert_in_range(ears.soft_ms, 1750 + 2 * CRY_REFRACTORY_MS, 1750 + 2 * CRY_REFRACTORY_MS + 600);
    assert_int_equal(ears.hards, 0);
}

static void test_the_rest_goes_on_while_the_microphone_is_closed(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, whining_hz, 2000);
    gap(&ears, CRY_REFRACTORY_MS - 5000);
    hear(&ears, whining_hz, 2000);
    assert_int_equal(ears.softs, 1);
    gap(&ears, 3000);
    hear(&ears, whining_hz, 2000);
    assert_int_equal(ears.softs, 2);
}

static void test_a_gap_begins_the_windows_anew(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, crying_hz, 1700);
    gap(&ears, 0);
    assert_float_equal(cry_score(&ears.cry), CRY_UNKNOWN, 0);
    hear(&ears, crying_hz, 1700);
    assert_int_equal(ears.softs, 0);
    hear(&ears, crying_hz, 100);
    assert_int_equal(ears.softs, 1);
}

static void test_crying_that_goes_on_becomes_hard_and_is_told_once(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, crying_hz, CRY_WINDOW_LEAST_MS + (CRY_HARD_LEAST - 1) * CRY_STEP_MS - PIECE_MS);
    assert_int_equal(ears.hards, 0);
    hear(&ears, crying_hz, 3 * PIECE_MS);
    assert_int_equal(ears.hards, 1);
    hear(&ears, crying_hz, 1000);
    assert_int_equal(ears.hards, 1);
    assert_int_equal(ears.softs, 1);
}

static void test_however_late_it_begins_it_becomes_hard(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    gap(&ears, 2 * CRY_FORGET_MS);
    hear(&ears, crying_hz, 5000);
    assert_int_equal(ears.hards, 1);
}

static void test_whining_never_becomes_hard(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, whining_hz, 30000);
    assert_int_equal(ears.hards, 0);
}

static void test_one_short_round_is_never_hard_but_the_second_may_be(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, crying_hz, 1800); // the soft level closes the microphone
    assert_int_equal(ears.softs, 1);
    gap(&ears, 8000);
    hear(&ears, crying_hz, 3000);
    assert_int_equal(ears.hards, 0);
    hear(&ears, crying_hz, 600); // 3 windows and 9
    assert_int_equal(ears.hards, 1);
}

static void test_after_a_minute_the_crying_before_does_not_count(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, crying_hz, 1800);
    gap(&ears, CRY_FORGET_MS);
    hear(&ears, crying_hz, 3600);
    assert_int_equal(ears.hards, 0);
    assert_int_equal(ears.softs, 2);
}

static void test_five_seconds_of_quiet_between_make_it_begin_anew(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    hear(&ears, crying_hz, 3500);
    gap(&ears, 0);
    hear(&ears, talk_hz, CRY_WINDOW_LEAST_MS + CRY_HARD_OF * CRY_STEP_MS);
    gap(&ears, 0);
    hear(&ears, crying_hz, 3500);
    assert_int_equal(ears.hards, 0);
}

static void test_a_gap_of_no_time_or_less_is_harmless(void **state)
{
    (void)state;
    struct ears ears;
    begin(&ears);
    gap(&ears, 0);
    hear(&ears, whining_hz, 2000);
    assert_int_equal(ears.softs, 1);
    cry_gap(&ears.cry, -CRY_REFRACTORY_MS);
    cry_gap(&ears.cry, CRY_REFRACTORY_MS);
    hear(&ears, whining_hz, 2000);
    assert_int_equal(ears.softs, 2);
    cry_gap(&ears.cry, INT32_MAX);
    cry_gap(&ears.cry, INT32_MAX);
    hear(&ears, whining_hz, 2000);
    assert_int_equal(ears.softs, 3);
}

static void test_in_any_pieces_it_is_the_same(void **state)
{
    (void)state;
    static const int pieces[] = {1, 7, 256, 511, 1024, 48000};
    static int16_t samples[3 * CRY_RATE];
    struct cry whole;
    for (int i = 0; i < 3 * CRY_RATE; i++) {
        samples[i] = (int16_t)(6000 * sinf((float)(i % CRY_RATE) * 0.18f) + (float)(i * 7919 % 2001 - 1000));
    }
    cry_start(&whole);
    const enum cry_level level = cry_hear(&whole, samples, 3 * CRY_RATE);
    for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
        struct cry cry;
        enum cry_level highest = CRY_NOTHING;
        cry_start(&cry);
        for (int at = 0; at < 3 * CRY_RATE; at += pieces[p]) {
            const int left = 3 * CRY_RATE - at;
            const enum cry_level one = cry_hear(&cry, samples + at, left < pieces[p] ? left : pieces[p]);
            highest = one > highest ? one : highest;
        }
        assert_int_equal(highest, level);
        assert_memory_equal(&cry, &whole, sizeof cry);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_before_three_windows_nothing_is_known),
        cmocka_unit_test(test_crying_is_told_within_two_seconds_and_once),
        cmocka_unit_test(test_talk_and_silence_are_never_told),
        cmocka_unit_test(test_two_windows_of_crying_are_not_enough),
        cmocka_unit_test(test_after_the_soft_level_it_rests_for_twenty_seconds),
        cmocka_unit_test(test_the_rest_goes_on_while_the_microphone_is_closed),
        cmocka_unit_test(test_a_gap_begins_the_windows_anew),
        cmocka_unit_test(test_crying_that_goes_on_becomes_hard_and_is_told_once),
        cmocka_unit_test(test_however_late_it_begins_it_becomes_hard),
        cmocka_unit_test(test_whining_never_becomes_hard),
        cmocka_unit_test(test_one_short_round_is_never_hard_but_the_second_may_be),
        cmocka_unit_test(test_after_a_minute_the_crying_before_does_not_count),
        cmocka_unit_test(test_five_seconds_of_quiet_between_make_it_begin_anew),
        cmocka_unit_test(test_a_gap_of_no_time_or_less_is_harmless),
        cmocka_unit_test(test_in_any_pieces_it_is_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
