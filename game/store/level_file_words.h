// Words about what is wrong in a level: reasons that fit, values shown safely, letters counted. Only for
// store/level_*.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/level_file.h"

enum { SHOWN_SIZE = 64 }; // room for a value as it is shown in a reason

// Writes the reason, cut between letters where it is too long. Always false, so that a reader can return it.
bool level_refuse(struct level_error *error, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// The first letter of text (not NUL-ended, length above 0) and the bytes it takes; 0 bytes: that is not
// UTF-8.
int utf8_letter(const char *text, size_t length, uint32_t *letter);
// A character that belongs in no word: it would move the cursor, ring a bell or end a line.
bool is_control(uint32_t letter);
// The first 24 letters of text with control characters as '?', and "..." where there were more.
void show_text(const char *text, size_t length, char shown[SHOWN_SIZE]);
