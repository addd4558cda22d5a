// What a recorded session measures: loudness, peaks, and what could startle (science/README.md 4.2 to 4.4).
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { RATE = 48000 };

enum measure {
    MEASURE_INTEGRATED,  // LUFS of the whole
    MEASURE_MOMENTARY,   // LUFS of the loudest 400 ms
    MEASURE_TRUE_PEAK,   // dBTP
    MEASURE_SAMPLE_PEAK, // dBFS
    MEASURE_EARLY,       // largest sample of the first 500 ms
    MEASURE_ONSET,       // dB gained in 10 ms, where it matters
    MEASURE_STEP,        // dB over the second before
    MEASURE_CLICK,       // dB by which 2 ms above 9 kHz stand out
    MEASURES,
};

struct finding {
    double value;
    double at_s; // where; 0 for the whole
};

struct report {
    struct finding findings[MEASURES];
};

// Interleaved stereo at RATE. False without memory.
bool measure(const int16_t *stereo, long frames, struct report *report);
const char *measure_name(enum measure what);
double measure_limit(enum measure what);
bool measure_passes(const struct report *report, enum measure what);
