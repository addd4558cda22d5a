// A take: a recording on its way to becoming a clip. Reading any sound file a family has (libsndfile),
// cleaning (high pass, speexdsp's noise suppression, trim, fades, loudness by libebur128), writing WAV.
// Samples are mono, 48 kHz.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    TAKE_RATE = 48000,
    TAKE_SHORTEST_MS = 100,
    TAKE_LONGEST_MS = 600000,
    TAKE_MARGIN_MS = 80, // left before and after the words
    TAKE_FADE_IN_MS = 50,
    TAKE_FADE_OUT_MS = 80,
};

// Loudness of a clip as it is kept (design.md 6): -20 LUFS +-1, momentary at most -17, true peak at most -7
// dBTP; gain at most +35 dB, and only so far that what is left of the noise in pauses stays below -50 LUFS.
struct take_measure {
    float lufs, momentary, peak_dbtp; // of the clean clip
    float gain_db;                    // given
    float pause_lufs;                 // what is left in pauses; -INFINITY: no pause to measure
    bool fainter;                     // kept below -20 LUFS -1: for the noise, the 35 dB or high clicks
    bool clipped;                     // the take was cut off at full scale in places
    bool noisy;                       // words less than 20 dB above the room (science/README.md 4.1)
    int cut_before_ms, cut_after_ms;  // silence that was trimmed
    int first_ms, end_ms;             // the part of the raw take that was kept
};

struct take {
    float *samples; // owned; take_free
    int count;
    bool clipped; // the file was cut off at full scale, which resampling hides
};

enum take_fault {
    TAKE_FINE,
    TAKE_UNREADABLE, // no sound file, or a damaged one
    TAKE_SILENT,
    TAKE_SHORT,
    TAKE_LONG,
    TAKE_NO_MEMORY,
};

// One sentence for a person, without the file's name.
const char *take_sentence(enum take_fault fault);
void take_free(struct take *take);
int take_length_ms(const struct take *take);

// Any file: WAV, FLAC, OGG, MP3 ..., any rate, up to 64 channels; NaN, infinite and absurd samples (over
// 1000) count as 0. Mixed to mono, resampled to 48 kHz. A lying header never makes it ask for more memory
// than 10 minutes take.
enum take_fault take_read(const char *path, struct take *raw);
enum take_fault take_read_bytes(const void *bytes, int64_t length, struct take *raw);
// From the microphone.
enum take_fault take_from_pcm(const int16_t *samples, int count, struct take *raw);
// Cleans raw's part from first_ms to end_ms (end_ms 0: find the words by itself) into a new take. raw stays
// as it is.
enum take_fault take_clean(const struct take *raw, int first_ms, int end_ms, struct take *clean,
                           struct take_measure *measure);
// As 16-bit samples; the caller frees. NULL without memory.
int16_t *take_pcm(const struct take *take);
// Writes 16-bit mono WAV beside and renames it: a whole file or none. False where it can't.
bool take_write_wav(const int16_t *samples, int count, const char *path);
