// What the parts of a take's cleaning share. Samples are mono, 48 kHz, and the caller's.
#pragma once

#include <stdbool.h>

#include "core/samples.h"
#include "store/take.h"

// Runs of at least 3 samples at their greatest height (least_height or more), several of them: cut off by a
// device at its full scale.
bool take_flat_tops(const float *samples, int count, int rate, float least_height);
// Rounds what was cut off: a curve through what is left on both sides, at most half as high again.
void take_round_tops(float *samples, int count);

// Takes away what is below a voice: rumble, steps, a constant offset (80 Hz, 24 dB an octave).
void take_high_pass(float *samples, int count);

// The pauses between and around words: at least 0.1 s of nothing but the room.
struct take_pauses {
    unsigned char *frames; // 1 for a frame (SAMPLES_FRAME_MS) of a pause; owned
    int count;
    struct span longest; // in samples; empty where there is no pause
};

bool take_pauses_find(const float *samples, int count, const struct samples_room *room,
                      struct take_pauses *pauses);
void take_pauses_free(struct take_pauses *pauses);
// How loud the pauses of a part of the take are, K-weighted. -INFINITY: there is none in it. `samples` are
// the whole take's.
float take_pauses_lufs(const struct take_pauses *pauses, const float *samples, struct span part);

// Takes the room's noise out of a part of the samples, and leaves the words as loud as they are. False
// without memory.
bool take_denoise(float *samples, int count, struct span part, struct span pause,
                  const struct samples_room *room);

// Takes off what passes `most`, as quickly as a voice bears. False without memory.
bool take_shave(float *samples, int count, float most);

// Brings the samples to -20 LUFS within the limits of take.h, by at most most_db of gain. False without
// memory.
bool take_level(float *samples, int count, float most_db, float *gain_db);

// lufs, momentary and peak_dbtp of the samples (libebur128). False without memory.
bool take_loudness(const float *samples, int count, struct take_measure *measure);

// K-weighting (science/README.md 4.3), sample by sample.
struct take_weight {
    double shelf[2], pass[2];
};

double take_weigh(struct take_weight *weight, double sample);
// LUFS of a weighted mean square.
double take_lufs(double mean_square);
