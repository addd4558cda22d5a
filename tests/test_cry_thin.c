// 48 kHz to 16 kHz: what is wanted stays, what would fold into it is gone.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "core/cry_thin.h"

enum { RATE = 48000, COUNT = RATE / 2, THIN = COUNT / 3, SETTLED = 100 };

static int16_t in[COUNT], out[COUNT / 3 + 1];

static void tone(float hz, float peak)
{
    for (int i = 0; i < COUNT; i++) {
        in[i] = (int16_t)lrintf(peak * sinf(6.2831853f * fmodf(hz * (float)i / RATE, 1)));
    }
}

static double level_db(const int16_t *samples, int from, int to)
{
    double squares = 0;
    for (int i = from; i < to; i++) {
        squares += (double)samples[i] * samples[i];
    }
    return 10 * log10(squares / (to - from) + 1e-9);
}

// By how much a tone is louder behind than before.
static double gain_db(float hz)
{
    struct cry_thin thin;
    cry_thin_start(&thin);
    tone(hz, 20000);
    assert_int_equal(cry_thin(&thin, in, COUNT, out), THIN);
    return level_db(out, SETTLED, THIN) - level_db(in, 0, COUNT);
}

static void test_up_to_four_kilohertz_nothing_is_lost(void **state)
{
    (void)state;
    for (float hz = 100; hz <= 4000; hz += 300) {
        assert_true(fabs(gain_db(hz)) < 0.2);
    }
}

static void test_from_eight_and_a_half_kilohertz_on_nothing_is_left(void **state)
{
    (void)state;
    for (float hz = 8500; hz < 24000; hz += 250) {
        assert_true(gain_db(hz) < -50);
    }
}

static void test_in_any_pieces_it_is_the_same(void **state)
{
    (void)state;
    static int16_t pieces[COUNT / 3 + 1];
    struct cry_thin thin;
    tone(1234, 9000);
    cry_thin_start(&thin);
    const int whole = cry_thin(&thin, in, COUNT, out);
    int given = 0, length = 1;
    cry_thin_start(&thin);
    for (int at = 0; at < COUNT; at += length, length = (length * 5 + 2) % 61) {
        length = length < COUNT - at ? length : COUNT - at;
        const int some = cry_thin(&thin, in + at, length, pieces + given);
        assert_true(some <= length / 3 + 1);
        given += some;
    }
    assert_int_equal(given, whole);
    assert_memory_equal(pieces, out, (size_t)whole * sizeof *out);
}

static void test_what_is_cut_off_at_full_scale_never_turns_over(void **state)
{
    (void)state;
    struct cry_thin thin;
    cry_thin_start(&thin);
    for (int i = 0; i < COUNT; i++) {
        in[i] = i / 60 % 2 ? INT16_MIN : INT16_MAX;
    }
    cry_thin(&thin, in, COUNT, out);
    for (int i = SETTLED; i < THIN; i++) {
        const int16_t middle = in[3 * i + 2 - 31]; // the filter is late by half its length
        const int16_t before = in[3 * i + 2 - 36], after = in[3 * i + 2 - 26];
        if (before == middle && middle == after) {
            assert_true((out[i] < 0) == (middle < 0));
        }
    }
}

static void test_a_constant_stays_what_it_is(void **state)
{
    (void)state;
    struct cry_thin thin;
    cry_thin_start(&thin);
    for (int i = 0; i < COUNT; i++) {
        in[i] = INT16_MIN;
    }
    cry_thin(&thin, in, COUNT, out);
    assert_in_range(-out[THIN - 1], 32767, 32768);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_up_to_four_kilohertz_nothing_is_lost),
        cmocka_unit_test(test_from_eight_and_a_half_kilohertz_on_nothing_is_left),
        cmocka_unit_test(test_in_any_pieces_it_is_the_same),
        cmocka_unit_test(test_what_is_cut_off_at_full_scale_never_turns_over),
        cmocka_unit_test(test_a_constant_stays_what_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
