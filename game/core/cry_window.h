// A window's frames, and which of them are active and voiced; the parts of cry_features. Only for core/cry*.
#pragma once

#include <stdbool.h>

#include "core/cry_features.h"

struct cry_window {
    const struct cry_frame *frames;
    int count, active_count, voiced_count;
    float floor, loud, edge; // dB: of the room, of the loudest twentieth, of what is active
    bool active[CRY_FRAMES], voiced[CRY_FRAMES];
    float octave[CRY_FRAMES]; // the pitch above 440 Hz; 0 where not voiced
};

#define CRY_FRAME_S 0.016f // from one to the next

void cry_window_make(struct cry_window *window, const struct cry_frame *frames, int count, float floor_db);
bool cry_window_is_cry(const struct cry_window *window, int frame); // voiced, and at a cry's height

// Each writes its own part of the features.
void cry_window_frames(const struct cry_window *window, float *features); // means, spreads, articulation
void cry_window_shares(const struct cry_window *window, float *features); // how much is what, pitch
void cry_window_runs(const struct cry_window *window, float *features);   // runs, melody
void cry_window_bursts(const struct cry_window *window, float *features);
void cry_window_rhythm(const struct cry_window *window, float *features); // how the level goes up and down

// ---- numbers

struct cry_tally { // of numbers that come one by one
    float sum, squares;
    int count;
};

void cry_tally_add(struct cry_tally *tally, float number);
float cry_tally_mean(const struct cry_tally *tally);   // 0 of none
float cry_tally_spread(const struct cry_tally *tally); // standard deviation
// a / b, or 0 where b is 0.
float cry_ratio(float a, float b);
void cry_sort(float *numbers, int count);
// The one below which `share` of sorted numbers lie; 0 of none.
float cry_quantile(const float *sorted, int count, float share);
