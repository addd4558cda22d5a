// A small family to begin with, made by the game's own store: two people, one with a face and clips of every
// moment, games played, a goodbye, settings, an own level.
#pragma once

#include <stdint.h>

struct family;

enum { FUZZ_NOW = 1795500000 }; // in November 2026

// In a folder that is empty.
void fuzz_family_make(const char *folder);
// One clip of a tenth of a second; which: no two are the same.
void fuzz_family_speak(struct family *family, int64_t person, int moment, int which);
