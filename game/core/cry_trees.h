// The model: boosted trees over a window's features. Only for core/cry* and tests/cry.
#pragma once

#include <stdint.h>

enum { CRY_SPLITS = 7, CRY_LEAVES = 8 };

// Complete, three splits deep: from split i right (2i + 2) where the feature is above, else left (2i + 1);
// what would be split 7 and on are the leaves. A split that is not used has an `above` that nothing reaches
// (FLT_MAX).
struct cry_tree {
    uint8_t feature[CRY_SPLITS]; // enum cry_feature
    float above[CRY_SPLITS];
    float leaf[CRY_LEAVES];
};

struct cry_model {
    float base;       // the score is this and a leaf of each tree: log odds of crying
    float soft, hard; // levels of the score
    int count;
    const struct cry_tree *trees;
};

// cry_table.c, which tests/cry makes.
extern const struct cry_model cry_model;

float cry_trees_score(const struct cry_model *model, const float *features);
