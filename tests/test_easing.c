// The curves: they start and end where they should, and go the way their names say.
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/easing.h"

typedef float (*curve)(float);

static const curve CURVES[] = {ease_linear,       ease_in_quad,     ease_out_quad, ease_out_cubic,
                               ease_in_out_cubic, ease_in_out_sine, ease_steady,   ease_out_back};
enum { CURVE_COUNT = sizeof CURVES / sizeof *CURVES, STEPS = 1000 };
static const float NEAR = 0.0005F;

static void test_every_curve_goes_from_0_to_1_and_stays_there(void **state)
{
    (void)state;
    for (int i = 0; i < CURVE_COUNT; i++) {
        assert_float_equal(CURVES[i](0), 0, NEAR);
        assert_float_equal(CURVES[i](-3), 0, NEAR);
        assert_float_equal(CURVES[i](1), 1, NEAR);
        assert_float_equal(CURVES[i](7), 1, NEAR);
    }
}

static void test_only_out_back_ever_goes_back_or_beyond(void **state)
{
    (void)state;
    for (int i = 0; i < CURVE_COUNT - 1; i++) {
        for (int step = 1; step <= STEPS; step++) {
            const float before = CURVES[i]((float)(step - 1) / STEPS), now = CURVES[i]((float)step / STEPS);
            assert_true(now >= before - 1e-6F && now <= 1 + 1e-6F);
        }
    }
}

static void test_out_back_overshoots_by_a_tenth(void **state)
{
    (void)state;
    float most = 0;
    for (int step = 0; step <= STEPS; step++) {
        const float now = ease_out_back((float)step / STEPS);
        most = now > most ? now : most;
    }
    assert_true(most > 1.08F && most < 1.12F);
}

static void test_in_starts_slowly_and_out_ends_slowly(void **state)
{
    (void)state;
    assert_true(ease_in_quad(0.1F) < 0.02F);
    assert_true(ease_out_quad(0.1F) > 0.15F);
    assert_true(ease_out_cubic(0.1F) > ease_out_quad(0.1F));
    assert_float_equal(ease_in_out_cubic(0.5F), 0.5F, NEAR);
    assert_float_equal(ease_in_out_sine(0.5F), 0.5F, NEAR);
    assert_true(ease_in_out_cubic(0.1F) < 0.01F && ease_in_out_cubic(0.9F) > 0.99F);
}

static void test_steady_is_never_faster_than_a_quarter_above_its_mean(void **state)
{
    (void)state;
    for (int step = 1; step <= STEPS; step++) {
        const float gone = ease_steady((float)step / STEPS) - ease_steady((float)(step - 1) / STEPS);
        assert_true(gone * STEPS < 1.26F);
    }
}

static void test_a_share_is_cut_at_both_ends_even_of_no_time_at_all(void **state)
{
    (void)state;
    assert_float_equal(ease_share(150, 100, 200), 0.5F, NEAR);
    assert_float_equal(ease_share(50, 100, 200), 0, NEAR);
    assert_float_equal(ease_share(500, 100, 200), 1, NEAR);
    assert_float_equal(ease_share(100, 100, 100), 1, NEAR);
    assert_float_equal(ease_share(99, 100, 100), 0, NEAR);
}

static void test_mix_and_wave_say_what_they_are(void **state)
{
    (void)state;
    assert_float_equal(ease_mix(10, 20, 0.25F), 12.5F, NEAR);
    assert_float_equal(ease_wave(0, 1000), 0, NEAR);
    assert_float_equal(ease_wave(250, 1000), 1, NEAR);
    assert_float_equal(ease_wave(750, 1000), -1, NEAR);
    assert_float_equal(ease_wave(5250, 1000), 1, NEAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_curve_goes_from_0_to_1_and_stays_there),
        cmocka_unit_test(test_only_out_back_ever_goes_back_or_beyond),
        cmocka_unit_test(test_out_back_overshoots_by_a_tenth),
        cmocka_unit_test(test_in_starts_slowly_and_out_ends_slowly),
        cmocka_unit_test(test_steady_is_never_faster_than_a_quarter_above_its_mean),
        cmocka_unit_test(test_a_share_is_cut_at_both_ends_even_of_no_time_at_all),
        cmocka_unit_test(test_mix_and_wave_say_what_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
