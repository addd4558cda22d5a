// A photo's square is moved and scaled, and is always whole inside the picture.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/crop_square.h"
#include "core/random.h"

static void assert_inside(const struct crop_square *square)
{
    float least = (float)(square->w < square->h ? square->w : square->h) * CROP_LEAST;
    assert_true(square->side >= least - 0.01f);
    assert_true(square->x >= 0 && square->y >= 0);
    assert_true(square->x + square->side <= (float)square->w + 0.01f);
    assert_true(square->y + square->side <= (float)square->h + 0.01f);
}

static void test_it_starts_as_large_as_it_can_be(void **state)
{
    (void)state;
    struct crop_square wide = crop_square_start(400, 300), tall = crop_square_start(300, 600);
    assert_float_equal(wide.side, 300, 0);
    assert_float_equal(wide.x, 50, 0);
    assert_float_equal(tall.side, 300, 0);
    assert_float_equal(tall.y, 100, 0); // faces are above the middle
}

static void test_a_drag_moves_it_up_to_the_edge(void **state)
{
    (void)state;
    struct crop_square square = crop_square_start(400, 300);
    crop_square_move(&square, 20, 5);
    assert_float_equal(square.x, 70, 0);
    assert_float_equal(square.y, 0, 0);
    crop_square_move(&square, 1000, -1000);
    assert_float_equal(square.x, 100, 0);
}

static void test_scaling_keeps_the_middle(void **state)
{
    (void)state;
    struct crop_square square = crop_square_start(400, 300);
    crop_square_scale(&square, 0.5f);
    assert_float_equal(square.side, 150, 0.01);
    assert_float_equal(square.x, 125, 0.01);
    assert_float_equal(square.y, 75, 0.01);
}

static void test_it_is_never_smaller_than_a_fifth_of_the_picture(void **state)
{
    (void)state;
    struct crop_square square = crop_square_start(400, 300);
    crop_square_scale(&square, 0.0001f);
    assert_float_equal(square.side, 60, 0.01);
}

static void test_whatever_hands_do_it_stays_inside(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 3);
    struct crop_square square = crop_square_start(1234, 567);
    for (int i = 0; i < 20000; i++) {
        if (random_between(&random, 0, 1)) {
            crop_square_move(&square, (float)random_between(&random, -300, 300),
                             (float)random_between(&random, -300, 300));
        } else {
            crop_square_scale(&square, (float)random_between(&random, 30, 300) / 100);
        }
        assert_inside(&square);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_starts_as_large_as_it_can_be),
        cmocka_unit_test(test_a_drag_moves_it_up_to_the_edge),
        cmocka_unit_test(test_scaling_keeps_the_middle),
        cmocka_unit_test(test_it_is_never_smaller_than_a_fifth_of_the_picture),
        cmocka_unit_test(test_whatever_hands_do_it_stays_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
