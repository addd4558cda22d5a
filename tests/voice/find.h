// Where a sound is in another, and how much of what is there it makes up: normalised cross-correlation.
#pragma once

struct mono {
    float *samples; // malloced, the caller's; NULL where there are none
    int count;
};

// A sound file, or FILE.raw as SDL's disk driver writes it (16 bit, stereo, 48 kHz); the middle of its
// channels.
struct mono mono_read(const char *path);

struct found {
    int at;      // sample of `in` at which it begins
    double like; // 1: nothing else is there; 0: nothing of it
};

// The best place of sound from sample `first` to `last` of in, as far as it fits in; like is 0 where it never
// does.
struct found find(const struct mono *sound, const struct mono *in, int first, int last);
