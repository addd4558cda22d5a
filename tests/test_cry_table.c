// The table that tests/cry/train made: that it is one, whatever it thinks. The same questions are asked of
// tables with a fault planted.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "core/cry_features.h"
#include "core/cry_trees.h"

enum { TREES_MOST = 440, BYTES_MOST = 30000 };

static const float score_most = 20; // log odds beyond any that a few hundred clips can tell

static bool splits_are_fine(const struct cry_tree *tree)
{
    bool fine = true;
    for (int i = 0; i < CRY_SPLITS; i++) {
        fine = fine && tree->feature[i] < CRY_FEATURES && isfinite(tree->above[i]);
    }
    return fine;
}

// The lowest and the highest leaf of a tree, added to the sums.
static bool leaves_are_fine(const struct cry_tree *tree, float *lowest, float *highest)
{
    float low = FLT_MAX, high = -FLT_MAX;
    bool fine = true;
    for (int i = 0; i < CRY_LEAVES; i++) {
        fine = fine && isfinite(tree->leaf[i]);
        low = fminf(low, tree->leaf[i]);
        high = fmaxf(high, tree->leaf[i]);
    }
    *lowest += low;
    *highest += high;
    return fine;
}

// Of some size, finite, and with both levels within what can be scored at all.
static bool well_formed(const struct cry_model *model)
{
    float lowest = model->base, highest = model->base;
    bool fine = model->count > 0 && model->count <= TREES_MOST && isfinite(model->base);
    for (int i = 0; fine && i < model->count; i++) {
        fine = splits_are_fine(&model->trees[i]) && leaves_are_fine(&model->trees[i], &lowest, &highest);
    }
    return fine && lowest > -score_most && highest < score_most && lowest < 0 && model->soft > 0 &&
           model->hard > model->soft && highest > model->hard;
}

static void test_the_shipped_table_is_well_formed(void **state)
{
    (void)state;
    assert_true(well_formed(&cry_model));
}

static void test_the_shipped_table_is_small(void **state)
{
    (void)state;
    assert_in_range((size_t)cry_model.count * sizeof *cry_model.trees, 1, BYTES_MOST);
}

static struct cry_tree trees[TREES_MOST];

static struct cry_model copied(void)
{
    struct cry_model model = cry_model;
    assert_in_range(model.count, 1, TREES_MOST);
    memcpy(trees, cry_model.trees, (size_t)model.count * sizeof *trees);
    model.trees = trees;
    return model;
}

static void test_a_fault_in_a_tree_is_seen(void **state)
{
    (void)state;
    struct cry_model model = copied();
    assert_true(well_formed(&model));
    trees[model.count - 1].feature[CRY_SPLITS - 1] = CRY_FEATURES;
    assert_false(well_formed(&model));
    model = copied();
    trees[0].above[0] = NAN;
    assert_false(well_formed(&model));
    model = copied();
    trees[model.count / 2].leaf[CRY_LEAVES - 1] = INFINITY;
    assert_false(well_formed(&model));
}

static void test_a_fault_in_the_levels_is_seen(void **state)
{
    (void)state;
    struct cry_model model = copied();
    model.hard = model.soft;
    assert_false(well_formed(&model));
    model = copied();
    model.hard = score_most; // never reached
    assert_false(well_formed(&model));
    model = copied();
    model.count = 0;
    assert_false(well_formed(&model));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_shipped_table_is_well_formed),
        cmocka_unit_test(test_the_shipped_table_is_small),
        cmocka_unit_test(test_a_fault_in_a_tree_is_seen),
        cmocka_unit_test(test_a_fault_in_the_levels_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
