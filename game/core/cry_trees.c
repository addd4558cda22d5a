// Walks down the trees.
#include "core/cry_trees.h"

static float leaf(const struct cry_tree *tree, const float *features)
{
    int at = 0;
    while (at < CRY_SPLITS) {
        at = 2 * at + 1 + (features[tree->feature[at]] > tree->above[at]);
    }
    return tree->leaf[at - CRY_SPLITS];
}

float cry_trees_score(const struct cry_model *model, const float *features)
{
    float score = model->base;
    for (int i = 0; i < model->count; i++) {
        score += leaf(&model->trees[i], features);
    }
    return score;
}
