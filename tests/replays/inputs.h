// Files that a family might bring: sounds and photos, right ones and wrong ones.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum inputs_sound { INPUT_VOICE, INPUT_SILENCE, INPUT_NAN };

// A WAV file (floats) of an invented voice, of nothing, or of no numbers at all.
void inputs_sound(const char *path, enum inputs_sound what, int rate, int channels, double seconds);
void inputs_bytes(const char *path, const void *bytes, size_t length);
// A file's first `length` bytes as a file of its own.
void inputs_cut(const char *from, const char *path, size_t length);
// A photo of w x h: the upper half red, the lower half `lower` (0xRRGGBB). Its ending says whether PNG or
// JPG.
void inputs_photo(const char *path, int w, int h, uint32_t lower);
// The same JPG, stored lying on its side, as a camera held upright stores it (EXIF orientation 6).
void inputs_turned_photo(const char *path, int w, int h, uint32_t lower);
// How red a picture file is at a part of its width and height, 0 to 255; -1 where it can't be read.
int inputs_red_at(const char *path, double x, double y);
