// One frame of 32 ms as a few numbers, none of which depends on how loud it is but the level. Only for
// core/cry*.
#pragma once

#include <stdint.h>

#include "core/cry_bands.h"
#include "core/cry_pitch.h"
#include "core/cry_spectrum.h"

// Below this nothing is heard: a frame has no numbers but its level (dB of full scale, 109 Hz to 3.5 kHz).
#define CRY_QUIET_DB (-75.0f)

struct cry_frame {
    float level;     // dB of full scale
    float centroid;  // kHz: where the power has its middle
    float flatness;  // dB, 0 or less: noise is flat, a voice is not
    float rolloff;   // kHz: 85 % of the power lies below
    float peak;      // kHz: of the strongest bin
    float peakiness; // dB: by how much that one stands out of the mean
    float flux;      // 0 to 1: how much of the spectrum is another one than 16 ms before
    float low_high;  // dB: below 1 kHz against above
    float mfcc[CRY_MFCC];
    struct cry_pitch pitch;
};

struct cry_tables {
    struct cry_waves waves;
    struct cry_lags lags;
    struct cry_bands bands;
};

void cry_tables_make(struct cry_tables *tables);
// samples: CRY_FRAME. bands: the frame's before (its first below 0: there is none), and then this one's.
void cry_frame_make(const struct cry_tables *tables, const int16_t *samples, float *bands,
                    struct cry_frame *frame);
