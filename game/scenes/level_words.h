// A level in words: the game's own in the language that was chosen, a family's as it was written.
#pragma once

#include <stddef.h>

#include "core/level.h"

void level_words_title(const struct level *level, char *out, size_t size);
// "6 to 8 months"
void level_words_ages(const struct level *level, char *out, size_t size);
// "6 to 8 months · 1 s up to 5 s"
void level_words_line(const struct level *level, char *out, size_t size);
