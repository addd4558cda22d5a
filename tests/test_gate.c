// The gate opens to a grown-up's two corners, and to nothing that a baby's hands do.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "core/random.h"
#include "ui/gate.h"

enum { W = 1280, H = 800, DT = 10 };

static const float corners[GATE_CORNERS][2] = {{.02f, .03f}, {.98f, .03f}, {.98f, .97f}, {.02f, .97f}};

static void down(struct gate *gate, int corner)
{
    gate_down(gate, corner, corners[corner][0], corners[corner][1], W, H);
}

// The first sign within ms, GATE_NOTHING where there was none.
static enum gate_sign pass(struct gate *gate, int ms)
{
    for (int t = 0; t < ms; t += DT) {
        enum gate_sign sign = gate_pass(gate, DT);
        if (sign != GATE_NOTHING) {
            return sign;
        }
    }
    return GATE_NOTHING;
}

static struct gate fresh(void)
{
    struct gate gate;
    gate_start(&gate);
    return gate;
}

static void test_one_corner_for_a_second_pauses(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    assert_int_equal(pass(&gate, GATE_PAUSE_MS - DT), GATE_NOTHING);
    assert_int_equal(pass(&gate, 2 * DT), GATE_PAUSE);
}

static void test_the_card_waits_until_the_hand_lets_go(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 1);
    assert_int_equal(pass(&gate, 1100), GATE_PAUSE);
    assert_int_equal(pass(&gate, 1500), GATE_NOTHING);
    gate_up(&gate, 1);
    assert_int_equal(pass(&gate, GATE_LIFT_MS), GATE_NOTHING);
    assert_int_equal(pass(&gate, 2 * DT), GATE_CARD);
}

static void test_a_short_hold_does_nothing(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 2);
    pass(&gate, 900);
    gate_up(&gate, 2);
    assert_int_equal(pass(&gate, 10000), GATE_NOTHING);
}

static void test_two_opposite_corners_for_three_seconds_leave(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    down(&gate, 2);
    assert_int_equal(pass(&gate, 2000), GATE_PAUSE);
    assert_int_equal(pass(&gate, 2000), GATE_LEAVE);
}

static void test_two_neighbouring_corners_never_leave(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    down(&gate, 1);
    assert_int_equal(pass(&gate, 2000), GATE_PAUSE);
    assert_int_equal(pass(&gate, 20000), GATE_NOTHING);
}

static void test_one_hand_may_hold_one_corner_after_the_other(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 3);
    pass(&gate, 1100);
    pass(&gate, 2000);
    gate_up(&gate, 3);
    assert_int_equal(pass(&gate, 3000), GATE_NOTHING); // the card waits: the second corner is wanted
    assert_true(gate_wanted(&gate, 1));
    assert_int_equal(gate_says(&gate), GATE_SECOND_CORNER);
    down(&gate, 1);
    assert_int_equal(pass(&gate, 2990), GATE_NOTHING);
    assert_int_equal(pass(&gate, 2 * DT), GATE_LEAVE);
}

static void test_the_second_corner_must_come_within_six_seconds(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 3);
    pass(&gate, 1100);
    pass(&gate, 2000);
    gate_up(&gate, 3);
    assert_int_equal(pass(&gate, GATE_SECOND_MS), GATE_NOTHING);
    assert_int_equal(pass(&gate, 2 * DT), GATE_CARD);
    down(&gate, 1);
    assert_int_equal(pass(&gate, 1100), GATE_PAUSE);
    assert_int_equal(pass(&gate, 10000), GATE_NOTHING);
}

static void test_a_finger_that_slips_out_of_the_corner_is_let_go(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    pass(&gate, 900);
    gate_move(&gate, 0, .3f, .3f, W, H);
    assert_int_equal(pass(&gate, 10000), GATE_NOTHING);
}

static void test_a_palm_elsewhere_neither_opens_nor_cancels(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    down(&gate, 2);
    gate_down(&gate, 9, .5f, .5f, W, H);
    gate_move(&gate, 9, .6f, .5f, W, H);
    gate_up(&gate, 9);
    pass(&gate, 1500);
    assert_int_equal(pass(&gate, 2000), GATE_LEAVE);
}

static void test_escape_held_is_the_keyboards_gate(void **state)
{
    (void)state;
    struct gate gate = fresh();
    gate_key(&gate, "Escape", true);
    assert_int_equal(pass(&gate, 1100), GATE_PAUSE);
    assert_int_equal(pass(&gate, 2100), GATE_LEAVE);
    gate_key(&gate, "Escape", true);
    gate_key(&gate, "Escape", false);
    assert_int_equal(pass(&gate, 10000), GATE_NOTHING);
    gate_key(&gate, "AC Back", true); // a tablet's
    assert_int_equal(pass(&gate, 1100), GATE_PAUSE);
}

static void test_escape_with_any_other_key_is_no_grown_up(void **state)
{
    (void)state;
    struct gate gate = fresh();
    gate_key(&gate, "Escape", true);
    pass(&gate, 900);
    gate_key(&gate, "Q", true);
    gate_key(&gate, "Q", false);
    assert_int_equal(pass(&gate, 10000), GATE_NOTHING);
    gate_key(&gate, "Q", true); // a palm: Esc comes last, and the others stay down
    gate_key(&gate, "Escape", true);
    assert_int_equal(pass(&gate, 10000), GATE_NOTHING);
    gate_key(&gate, "Escape", false);
    gate_key(&gate, "Escape", true);
    assert_int_equal(pass(&gate, 10000), GATE_NOTHING);
    gate_key(&gate, "Q", false);
    gate_key(&gate, "Escape", true);
    assert_int_equal(pass(&gate, 1100), GATE_PAUSE);
}

static void test_a_lift_of_less_than_a_fifth_of_a_second_is_none(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    pass(&gate, 900);
    gate_up(&gate, 0);
    pass(&gate, GATE_LIFT_MS - DT);
    down(&gate, 0);
    assert_int_equal(pass(&gate, 110), GATE_PAUSE);
}

static void test_a_longer_lift_begins_again(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    pass(&gate, 900);
    gate_up(&gate, 0);
    pass(&gate, GATE_LIFT_MS + 2 * DT);
    down(&gate, 0);
    assert_int_equal(pass(&gate, 990), GATE_NOTHING);
    assert_int_equal(pass(&gate, 2 * DT), GATE_PAUSE);
}

static void test_slaps_on_a_corner_never_add_up(void **state)
{
    (void)state;
    struct gate gate = fresh();
    for (int i = 0; i < 200; i++) {
        down(&gate, 0);
        assert_int_equal(pass(&gate, 200), GATE_NOTHING);
        gate_up(&gate, 0);
        assert_int_equal(pass(&gate, 100), GATE_NOTHING);
    }
}

static void test_a_hand_on_three_corners_leaves_nothing(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    down(&gate, 1);
    down(&gate, 2);
    assert_int_equal(pass(&gate, 2000), GATE_PAUSE);
    assert_int_equal(pass(&gate, 20000), GATE_NOTHING);
}

static void test_the_ring_comes_after_a_quarter_second_and_runs_back(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 2);
    pass(&gate, GATE_RING_MS - DT);
    assert_false(gate_shows(&gate));
    pass(&gate, DT);
    assert_true(gate_ring(&gate, 2) > 0.08f);
    pass(&gate, 500);
    assert_int_equal(gate_ring_seconds(&gate, 2), 3);
    gate_move(&gate, 2, .5f, .5f, W, H);
    float before = gate_ring(&gate, 2);
    pass(&gate, 100);
    assert_true(gate_ring(&gate, 2) > 0 && gate_ring(&gate, 2) < before);
    pass(&gate, 200);
    assert_false(gate_shows(&gate));
    assert_false(gate_busy(&gate));
}

static void test_a_corner_that_was_held_wears_a_tick_while_the_other_is_wanted(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    pass(&gate, 1100);
    pass(&gate, 2000);
    gate_up(&gate, 0);
    pass(&gate, 1000);
    assert_int_equal(gate_ring_seconds(&gate, 0), 0);
    assert_int_equal(gate_ring_seconds(&gate, 2), 3);
    assert_true(gate_ring(&gate, 2) == 0);
    assert_true(gate_ring(&gate, 1) < 0);
    pass(&gate, GATE_SECOND_MS);
    assert_false(gate_shows(&gate));
}

static void test_other_hands_leave_a_doubt(void **state)
{
    (void)state;
    for (int others = 0; others < 2; others++) {
        struct gate gate = fresh();
        down(&gate, 1);
        down(&gate, 3);
        pass(&gate, 2000);
        if (others) {
            gate_down(&gate, 9, .5f, .5f, W, H);
        }
        assert_int_equal(pass(&gate, 2000), GATE_LEAVE);
        assert_int_equal(gate.doubtful, others);
    }
}

static void test_both_corners_are_told_to_be_kept(void **state)
{
    (void)state;
    struct gate gate = fresh();
    down(&gate, 0);
    pass(&gate, 300);
    assert_int_equal(gate_says(&gate), GATE_SILENT);
    down(&gate, 2);
    pass(&gate, 300);
    assert_int_equal(gate_says(&gate), GATE_KEEP_BOTH);
}

static void test_a_finger_whose_lift_was_lost_gives_way_to_the_next(void **state)
{
    (void)state;
    struct gate gate = fresh();
    gate_down(&gate, 7, corners[0][0], corners[0][1], W, H);
    pass(&gate, 500);
    gate_down(&gate, 8, corners[0][0], corners[0][1], W, H);
    gate_up(&gate, 8);
    assert_int_equal(pass(&gate, 10000), GATE_NOTHING);
    assert_false(gate_busy(&gate));
}

// Hands that slap, drag and rest anywhere but long in a corner: an hour of them.
static void test_an_hour_of_slapping_never_opens_it(void **state)
{
    (void)state;
    struct gate gate = fresh();
    struct random random;
    random_seed(&random, 7);
    for (int t = 0; t < 3600 * 1000; t += DT) {
        int finger = random_between(&random, 0, 9);
        float x = (float)random_between(&random, 0, 1000) / 1000,
              y = (float)random_between(&random, 0, 1000) / 1000;
        switch (random_between(&random, 0, 20)) {
        case 0: gate_down(&gate, finger, x, y, W, H); break;
        case 1: gate_move(&gate, finger, x, y, W, H); break;
        case 2: gate_up(&gate, finger); break;
        default: break;
        }
        assert_int_not_equal(gate_pass(&gate, DT), GATE_LEAVE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_corner_for_a_second_pauses),
        cmocka_unit_test(test_the_card_waits_until_the_hand_lets_go),
        cmocka_unit_test(test_a_short_hold_does_nothing),
        cmocka_unit_test(test_two_opposite_corners_for_three_seconds_leave),
        cmocka_unit_test(test_two_neighbouring_corners_never_leave),
        cmocka_unit_test(test_one_hand_may_hold_one_corner_after_the_other),
        cmocka_unit_test(test_the_second_corner_must_come_within_six_seconds),
        cmocka_unit_test(test_a_finger_that_slips_out_of_the_corner_is_let_go),
        cmocka_unit_test(test_a_palm_elsewhere_neither_opens_nor_cancels),
        cmocka_unit_test(test_escape_held_is_the_keyboards_gate),
        cmocka_unit_test(test_escape_with_any_other_key_is_no_grown_up),
        cmocka_unit_test(test_a_lift_of_less_than_a_fifth_of_a_second_is_none),
        cmocka_unit_test(test_a_longer_lift_begins_again),
        cmocka_unit_test(test_slaps_on_a_corner_never_add_up),
        cmocka_unit_test(test_a_hand_on_three_corners_leaves_nothing),
        cmocka_unit_test(test_the_ring_comes_after_a_quarter_second_and_runs_back),
        cmocka_unit_test(test_a_corner_that_was_held_wears_a_tick_while_the_other_is_wanted),
        cmocka_unit_test(test_other_hands_leave_a_doubt),
        cmocka_unit_test(test_both_corners_are_told_to_be_kept),
        cmocka_unit_test(test_a_finger_whose_lift_was_lost_gives_way_to_the_next),
        cmocka_unit_test(test_an_hour_of_slapping_never_opens_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
