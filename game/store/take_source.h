// Where a sound file's bytes come from, and what they become: internal to take_read.c.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <sndfile.h>

#include "store/take.h"

// Bytes in memory, or a file where that is not NULL.
struct take_source {
    const unsigned char *bytes;
    FILE *file;
    int64_t length, at;
};

// Only a regular file: a pipe may have no end. False where it can't be read.
bool take_source_open(struct take_source *source, const char *path);
// Whether it begins as a sound file does that a family may have.
bool take_source_looks_right(struct take_source *source);
// NULL where it is none.
SNDFILE *take_source_decode(struct take_source *source, SF_INFO *info);

// Takes frames in, makes them mono and 48 kHz, and grows to 10 minutes, never more.
struct take_funnel;
struct take_funnel *take_funnel_start(int rate, int channels);
enum take_fault take_funnel_add(struct take_funnel *funnel, const float *frames, int count);
// Ends it. `raw` owns the samples where all went well.
enum take_fault take_funnel_finish(struct take_funnel *funnel, struct take *raw);
void take_funnel_free(struct take_funnel *funnel);
