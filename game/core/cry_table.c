// The trees: a few by hand, from what is known of crying (science/README.md 7).
#include "core/cry_trees.h"

#include <float.h>

#include "core/cry_features.h"

#define F(name) CRY_FEATURE_##name

static const struct cry_tree trees[] = {
    {{F(cry_power), F(cry_longest), F(cry_longest), F(run_longest), F(run_longest), F(syllables),
      F(syllables)},
     {0.5f, 0.3f, 0.5f, FLT_MAX, FLT_MAX, 0.5f, 0.5f},
     {-2, -2, -1, -1, 0, -1, 2, 0.5f}},
    {{F(motion_voiced), F(pitch_median), F(pitch_median), F(pitch_median), F(pitch_median), F(pitch_median),
      F(pitch_median)},
     {0.6f, -0.4f, -0.4f, FLT_MAX, 0.8f, FLT_MAX, 0.8f},
     {-1, -1, 1, -0.5f, -1, -1, 0.2f, -1}},
    {{F(steady), F(flatness_mean), F(jitter), F(melody_range), F(melody_range), F(jitter), F(jitter)},
     {0.7f, -8, FLT_MAX, FLT_MAX, FLT_MAX, FLT_MAX, FLT_MAX},
     {0.5f, 0.5f, -0.5f, -0.5f, -1.5f, -1.5f, -1.5f, -1.5f}},
};

const struct cry_model cry_model = {
    .base = 0,
    .soft = 1.5f,
    .hard = 2.5f,
    .count = sizeof trees / sizeof *trees,
    .trees = trees,
};
