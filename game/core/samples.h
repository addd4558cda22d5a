// Recorded samples: trim, fade, gain. Mono floats, -1 to 1; the caller owns them and says their rate. Pure:
// no files, no allocation.
#pragma once

#include <stdbool.h>

// From sample `first` up to, not including, `end`.
struct span {
    int first, end;
};

float samples_peak(const float *samples, int count);
void samples_gain(float *samples, int count, float gain);
// Raised cosine (science/README.md 4.4: no onset of a voice is steeper than 50 ms).
void samples_fade_in(float *samples, int count, int over);
void samples_fade_out(float *samples, int count, int over);
// The part in which somebody is heard above the noise of the room, with `margin` samples left on both sides
// where there are any. False where nobody is heard.
bool samples_heard(const float *samples, int count, int rate, int margin, struct span *heard);
// What a waveform shows: the peak of each of `bars` equal parts, 0 to 255.
void samples_bars(const float *samples, int count, unsigned char *bars, int bar_count);
