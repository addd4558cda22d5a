// Writes down what comes from standard input, samples of a loudspeaker that is listened to in real time,
// beside a trace that is being written.
#pragma once

#include <stdbool.h>

// Until the input ends: copies it to path (16 bit, stereo, 48 kHz), and reads the trace as it grows.
// *clock_ms is then at which time of the recording the trace's time is 0. Each clock is known by what came
// the soonest, a line of the trace or a sample: samples come some ms after they sounded, so that sounds seem
// to be later by that, never sooner. False where nothing came, or it can't be written.
bool listen_and_write(const char *trace, const char *path, double *clock_ms);
