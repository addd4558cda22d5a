// A window's features, part by part.
#include "core/cry_features.h"

#include <string.h>

#include "core/cry_window.h"

bool cry_features(const struct cry_frame *frames, int count, float floor_db, float *features)
{
    struct cry_window window;
    memset(features, 0, CRY_FEATURES * sizeof *features);
    cry_window_make(&window, frames, count, floor_db);
    if (window.active_count < CRY_ACTIVE_LEAST) {
        return false;
    }
    cry_window_frames(&window, features);
    cry_window_shares(&window, features);
    cry_window_runs(&window, features);
    cry_window_bursts(&window, features);
    cry_window_rhythm(&window, features);
    return true;
}
