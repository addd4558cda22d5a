// One cell counts transitions as the reference does (science/README.md 5.2, "Reference results").
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "flash/cell.h"

static double square(int frame, double hz, double low, double high)
{
    return (int)(frame * 2 * hz / FRAMES_A_SECOND) % 2 ? low : high;
}

static double sine(int frame, double hz, double middle, double swing)
{
    return middle + swing * sin(2 * M_PI * hz * frame / FRAMES_A_SECOND);
}

static double most_flashes(double (*signal)(int frame), int frames, int *all)
{
    struct cell cell = cell_start((float)signal(0));
    struct transitions transitions = {0};
    int most = 0;
    for (int i = 1; i < frames; i++) {
        if (cell_step(&cell, &general_flash, (float)signal(i))) {
            transitions_add(&transitions, i);
            int now = transitions_in_second(&transitions, i);
            most = now > most ? now : most;
        }
    }
    *all = transitions.count;
    return most / 2.0;
}

static double square_1_hz(int frame)
{
    return square(frame, 1, 0, 1);
}

static double square_4_hz(int frame)
{
    return square(frame, 4, 0, 1);
}

static double sine_3_5_hz(int frame)
{
    return sine(frame, 3.5, 0.4, 0.2);
}

static double faint_sine(int frame)
{
    return sine(frame, 5, 0.4, 0.045);
}

static double bright_sine(int frame)
{
    return sine(frame, 5, 0.91, 0.09);
}

static double fade_in_and_out(int frame)
{
    return frame < 90 ? fmin(1, frame / 30.0) : fmax(0, 1 - (frame - 90) / 30.0);
}

static double ramp(int frame)
{
    return frame / 299.0;
}

static void test_a_cell_counts_as_the_reference_does(void **state)
{
    (void)state;
    int all;
    assert_float_equal(most_flashes(square_1_hz, 300, &all), 1.0, 0);
    assert_float_equal(most_flashes(square_4_hz, 300, &all), 4.0, 0);
    assert_float_equal(most_flashes(sine_3_5_hz, 300, &all), 4.0, 0);
    assert_float_equal(most_flashes(faint_sine, 300, &all), 0, 0);
    assert_float_equal(most_flashes(bright_sine, 300, &all), 0, 0);
    assert_float_equal(most_flashes(ramp, 300, &all), 0.5, 0);
    assert_int_equal(all, 1);
    most_flashes(fade_in_and_out, 200, &all);
    assert_int_equal(all, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_cell_counts_as_the_reference_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
