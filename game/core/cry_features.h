// What is measured over a window of up to 2.5 s: what tells crying from talk, laughter, music and animals.
// None depends on how loud the sound is, nor on what lies above 3.5 kHz. Only for core/cry* and tests/cry.
#pragma once

#include <stdbool.h>

#include "core/cry_frame.h"

enum {
    CRY_FRAMES = 155,     // in a window, at most: 2.5 s
    CRY_ACTIVE_LEAST = 5, // fewer active frames than this are nothing to judge
};

// A frame is active where it stands out of the room, or where the room itself is all there is; voiced where
// an active one repeats itself; "cry" where it does so 250 to 750 times a second. Pitch is in octaves above
// 440 Hz. A run is voiced without a break; a burst active without one; the melody is the longest run's. Times
// are in seconds, levels in dB. What there is nothing to measure of is 0.
#define CRY_FEATURE_LIST(F)                                                                                  \
    /* mean and spread (standard deviation) over active frames, in the order of struct cry_frame */          \
    F(level_mean) /* above the room's floor, at most 30 */                                                   \
    F(centroid_mean)                                                                                         \
    F(flatness_mean)                                                                                         \
    F(rolloff_mean)                                                                                          \
    F(peak_mean)                                                                                             \
    F(peakiness_mean)                                                                                        \
    F(flux_mean)                                                                                             \
    F(low_high_mean)                                                                                         \
    F(mfcc_1_mean)                                                                                           \
    F(mfcc_2_mean)                                                                                           \
    F(mfcc_3_mean)                                                                                           \
    F(mfcc_4_mean)                                                                                           \
    F(mfcc_5_mean)                                                                                           \
    F(mfcc_6_mean)                                                                                           \
    F(mfcc_7_mean)                                                                                           \
    F(mfcc_8_mean)                                                                                           \
    F(mfcc_9_mean)                                                                                           \
    F(mfcc_10_mean)                                                                                          \
    F(level_spread)                                                                                          \
    F(centroid_spread)                                                                                       \
    F(flatness_spread)                                                                                       \
    F(rolloff_spread)                                                                                        \
    F(peak_spread)                                                                                           \
    F(peakiness_spread)                                                                                      \
    F(flux_spread)                                                                                           \
    F(low_high_spread)                                                                                       \
    F(mfcc_1_spread)                                                                                         \
    F(mfcc_2_spread)                                                                                         \
    F(mfcc_3_spread)                                                                                         \
    F(mfcc_4_spread)                                                                                         \
    F(mfcc_5_spread)                                                                                         \
    F(mfcc_6_spread)                                                                                         \
    F(mfcc_7_spread)                                                                                         \
    F(mfcc_8_spread)                                                                                         \
    F(mfcc_9_spread)                                                                                         \
    F(mfcc_10_spread)                                                                                        \
    /* how much of it is what */                                                                             \
    F(active) /* share of all frames */                                                                      \
    F(voiced) /* shares of the active frames ... */                                                          \
    F(cry_voiced)                                                                                            \
    F(low_voiced)  /* below 250 Hz: grown-up voices */                                                       \
    F(high_voiced) /* above 750 Hz: squeals, whistles, birds */                                              \
    F(cry_all)     /* of all frames */                                                                       \
    F(cry_power)   /* of the active frames' power */                                                         \
    F(low_power)                                                                                             \
    F(strength_mean) /* how well the active frames repeat themselves */                                      \
    F(strength_spread)                                                                                       \
    /* pitch */                                                                                              \
    F(pitch_low) /* a tenth of the voiced frames lie below */                                                \
    F(pitch_median)                                                                                          \
    F(pitch_high) /* a tenth lie above */                                                                    \
    F(pitch_spread)                                                                                          \
    F(jitter) /* mean step between voiced frames of one run */                                               \
    F(steady) /* share of such steps below 1/100 octave: a note held, as instruments do */                   \
    /* runs */                                                                                               \
    F(runs_rate) /* a second */                                                                              \
    F(run_mean)                                                                                              \
    F(run_longest)                                                                                           \
    F(cry_longest) /* the longest run whose mean pitch is a cry's */                                         \
    F(melody_pitch)                                                                                          \
    F(melody_range)                                                                                          \
    F(melody_slope) /* its last third above its first */                                                     \
    F(melody_arch)  /* its middle third above the others: rising, then falling */                            \
    F(melody_strength)                                                                                       \
    F(melody_shimmer) /* mean step of the level */                                                           \
    F(melody_change)  /* mean flux: a vowel held, or words */                                                \
    /* bursts and pauses */                                                                                  \
    F(bursts_rate)                                                                                           \
    F(burst_mean)                                                                                            \
    F(burst_longest)                                                                                         \
    F(burst_spread)                                                                                          \
    F(pause_mean) /* between bursts */                                                                       \
    F(pause_longest)                                                                                         \
    F(onset) /* the steepest rise within 48 ms */                                                            \
    /* how the level goes up and down */                                                                     \
    F(depth)     /* standard deviation of the level */                                                       \
    F(slow)      /* share of it at 0.3 to 1.5 Hz: breaths of crying */                                       \
    F(middling)  /* 1.5 to 3 Hz */                                                                           \
    F(syllables) /* 3 to 8 Hz: words, laughter */                                                            \
    F(rough)     /* 8 to 16 Hz */                                                                            \
    F(beat_fast) /* how well it repeats itself after 0.1 to 0.33 s: ha-ha */                                 \
    F(beat_slow) /* after 0.5 to 1.25 s */                                                                   \
    /* articulation */                                                                                       \
    F(motion)        /* mean change of the outline over 80 ms between active frames */                       \
    F(motion_voiced) /* between voiced ones: words move, a cry holds */

enum cry_feature {
#define CRY_FEATURE(name) CRY_FEATURE_##name,
    CRY_FEATURE_LIST(CRY_FEATURE)
#undef CRY_FEATURE
        CRY_FEATURES
};

// Writes CRY_FEATURES numbers, all finite. frames: 1 to CRY_FRAMES, the oldest first. False, and all 0, where
// fewer than CRY_ACTIVE_LEAST are active: there is nothing to judge.
bool cry_features(const struct cry_frame *frames, int count, float floor_db, float *features);
