// The seeded generator: the same everywhere, even, and within its bounds.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <limits.h>

#include "core/random.h"

static void test_the_numbers_are_those_of_splitmix64(void **state)
{
    (void)state;
    // The upper halves of the first outputs that its author published for seed 1234567.
    const uint64_t published[] = {6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
                                  4593380528125082431u, 16408922859458223821u};
    struct random random;
    random_seed(&random, 1234567);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(random_next(&random), (uint32_t)(published[i] >> 32));
    }
}

static void test_a_seed_gives_the_same_numbers_again(void **state)
{
    (void)state;
    struct random one, two, other;
    random_seed(&one, 7);
    random_seed(&two, 7);
    random_seed(&other, 8);
    int different = 0;
    for (int i = 0; i < 1000; i++) {
        uint32_t number = random_next(&one);
        assert_int_equal(number, random_next(&two));
        different += number != random_next(&other);
    }
    assert_true(different > 990);
}

static void test_numbers_between_stay_within_and_reach_both_ends(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 1);
    int lowest = INT_MAX, highest = INT_MIN;
    for (int i = 0; i < 10000; i++) {
        int number = random_between(&random, -3, 4);
        lowest = number < lowest ? number : lowest;
        highest = number > highest ? number : highest;
    }
    assert_int_equal(lowest, -3);
    assert_int_equal(highest, 4);
}

static void test_the_narrowest_and_the_widest_range_work(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 2);
    int below = 0;
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(random_between(&random, 5, 5), 5);
        below += random_between(&random, INT_MIN, INT_MAX) < 0;
    }
    assert_in_range(below, 430, 570);
}

static void test_every_number_of_a_range_comes_as_often(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 3);
    int counts[10] = {0};
    for (int i = 0; i < 100000; i++) {
        counts[random_between(&random, 0, 9)]++;
    }
    for (int i = 0; i < 10; i++) {
        assert_in_range(counts[i], 9600, 10400); // 10000 and four times its spread
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_numbers_are_those_of_splitmix64),
        cmocka_unit_test(test_a_seed_gives_the_same_numbers_again),
        cmocka_unit_test(test_numbers_between_stay_within_and_reach_both_ends),
        cmocka_unit_test(test_the_narrowest_and_the_widest_range_work),
        cmocka_unit_test(test_every_number_of_a_range_comes_as_often),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
