// Bursts: what is active in one go, the pauses between, and how steeply it begins.
#include "core/cry_window.h"

#include <math.h>

enum {
    HOLE_MOST = 3,   // quiet frames that don't end a burst
    BURST_LEAST = 3, // frames
    ONSET = 3,       // frames: 48 ms
};

struct bursts {
    struct cry_tally lengths, pauses;
    float longest, longest_pause;
    int end; // of the one before; 0: none
};

static void close_burst(struct bursts *bursts, int first, int end)
{
    const float length = (float)(end - first) * CRY_FRAME_S;
    const float pause = (float)(first - bursts->end) * CRY_FRAME_S;
    if (end - first < BURST_LEAST) {
        return;
    }
    if (bursts->end > 0) {
        cry_tally_add(&bursts->pauses, pause);
        bursts->longest_pause = fmaxf(bursts->longest_pause, pause);
    }
    cry_tally_add(&bursts->lengths, length);
    bursts->longest = fmaxf(bursts->longest, length);
    bursts->end = end;
}

static struct bursts find_bursts(const struct cry_window *window)
{
    struct bursts bursts = {0};
    int first = -1, last = -1; // active frames of the one that goes on
    for (int i = 0; i < window->count; i++) {
        if (window->active[i]) {
            if (first >= 0 && i - last > HOLE_MOST + 1) {
                close_burst(&bursts, first, last + 1);
                first = -1;
            }
            first = first < 0 ? i : first;
            last = i;
        }
    }
    if (first >= 0) {
        close_burst(&bursts, first, last + 1);
    }
    return bursts;
}

static float onset(const struct cry_window *window)
{
    float steepest = 0;
    for (int i = ONSET; i < window->count; i++) {
        const float before = fmaxf(window->frames[i - ONSET].level, window->edge);
        steepest = fmaxf(steepest, window->frames[i].level - before);
    }
    return steepest;
}

void cry_window_bursts(const struct cry_window *window, float *features)
{
    const struct bursts bursts = find_bursts(window);
    features[CRY_FEATURE_bursts_rate] = (float)bursts.lengths.count / ((float)window->count * CRY_FRAME_S);
    features[CRY_FEATURE_burst_mean] = cry_tally_mean(&bursts.lengths);
    features[CRY_FEATURE_burst_longest] = bursts.longest;
    features[CRY_FEATURE_burst_spread] = cry_tally_spread(&bursts.lengths);
    features[CRY_FEATURE_pause_mean] = cry_tally_mean(&bursts.pauses);
    features[CRY_FEATURE_pause_longest] = bursts.longest_pause;
    features[CRY_FEATURE_onset] = onset(window);
}
