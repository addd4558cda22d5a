// What is decoded ahead, one sound a frame, so that each begins with its picture on a slow machine too.
#pragma once

#include <stdbool.h>

#include "core/cue.h"
#include "scenes/soundtrack_parts.h"

struct mixer;

enum { AHEAD_MAX = 16 };

struct ahead {
    enum part parts[AHEAD_MAX]; // the last comes first
    int count;
    int notes; // of the touches, still to be decoded
};

void ahead_start(struct ahead *ahead);
// A phase begins: what it and the next one need.
void ahead_phase(struct ahead *ahead, enum phase phase);
// False where nothing is left to do.
bool ahead_busy(const struct ahead *ahead);
void ahead_frame(struct ahead *ahead, const struct parts *parts, struct mixer *mixer);
