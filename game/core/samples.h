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

// ---- the room and the words in it

enum { SAMPLES_FRAME_MS = 10 };

// Levels in dBFS (of the mean square), SAMPLES_SILENT_DB where there is nothing.
struct samples_room {
    float noise_db; // of the room
    float words_db; // of the loudest 0.15 s
    float edge_db;  // a frame louder than this belongs to a word
};

#define SAMPLES_SILENT_DB (-120.0f)

int samples_frames(int count, int rate);
// The level around one frame of SAMPLES_FRAME_MS (30 ms, so that no single wave of a voice is a pause).
float samples_frame_db(const float *samples, int count, int rate, int frame);
struct samples_room samples_room(const float *samples, int count, int rate);
// False where all is equally loud: one sound without a pause, or none.
bool samples_room_has_words(const struct samples_room *room);
