// The table that the build makes from assets/words (words.awk). Only for store/words.c.
#pragma once

struct words_entry {
    const char *key, *text;
};

struct words_language {
    const char *code;                  // NULL ends the table
    const struct words_entry *entries; // sorted by the bytes of their keys
    int count;
};

extern const struct words_language words_languages[];
