// Means and spreads over the active frames, and how their outline moves.
#include "core/cry_window.h"

#include <math.h>

enum {
    NUMBERS = CRY_FEATURE_level_spread - CRY_FEATURE_level_mean,
    OUTLINE = CRY_FEATURE_mfcc_1_mean - CRY_FEATURE_level_mean,
    APART = 5, // frames: 80 ms, a sound of speech
};

static const float level_most = 30; // a quieter room is no news, nor are the zeros around a recording

// In the order of the features.
static void numbers_of(const struct cry_window *window, int i, float numbers[NUMBERS])
{
    const struct cry_frame *frame = &window->frames[i];
    const float plain[OUTLINE] = {
        fminf(fmaxf(frame->level - window->floor, 0), level_most),
        frame->centroid,
        frame->flatness,
        frame->rolloff,
        frame->peak,
        frame->peakiness,
        frame->flux,
        frame->low_high,
    };
    for (int n = 0; n < NUMBERS; n++) {
        numbers[n] = n < OUTLINE ? plain[n] : frame->mfcc[n - OUTLINE];
    }
}

static float distance(const struct cry_frame *one, const struct cry_frame *other)
{
    float squares = 0;
    for (int i = 0; i < CRY_MFCC; i++) {
        const float apart = one->mfcc[i] - other->mfcc[i];
        squares += apart * apart;
    }
    return sqrtf(squares);
}

static void motion(const struct cry_window *window, float *features)
{
    struct cry_tally all = {0}, voiced = {0};
    for (int i = APART; i < window->count; i++) {
        if (window->active[i] && window->active[i - APART]) {
            const float moved = distance(&window->frames[i], &window->frames[i - APART]);
            cry_tally_add(&all, moved);
            if (window->voiced[i] && window->voiced[i - APART]) {
                cry_tally_add(&voiced, moved);
            }
        }
    }
    features[CRY_FEATURE_motion] = cry_tally_mean(&all);
    features[CRY_FEATURE_motion_voiced] = cry_tally_mean(&voiced);
}

void cry_window_frames(const struct cry_window *window, float *features)
{
    struct cry_tally tallies[NUMBERS] = {0};
    for (int i = 0; i < window->count; i++) {
        float numbers[NUMBERS];
        numbers_of(window, i, numbers);
        for (int n = 0; window->active[i] && n < NUMBERS; n++) {
            cry_tally_add(&tallies[n], numbers[n]);
        }
    }
    for (int n = 0; n < NUMBERS; n++) {
        features[CRY_FEATURE_level_mean + n] = cry_tally_mean(&tallies[n]);
        features[CRY_FEATURE_level_spread + n] = cry_tally_spread(&tallies[n]);
    }
    motion(window, features);
}
