// The grown-ups' words by key, in one language at a time: assets/words/CODE.po, compiled into a table by the
// build.
#pragma once

#include <stddef.h>

// CODE as in --language ("en", "de_DE" is "de"). What has no table of its own is English. "qps" is English
// made about 40 % longer, for tests of layouts. Not thread-safe; set once at start.
void words_choose(const char *code);
const char *words_language(void);
// The languages there are, by index from 0: their codes; NULL behind the last. Without "qps".
const char *words_code(int index);
// The text of a key in another language than the one that is chosen.
const char *word_in(const char *code, const char *key);
// The text of a key; of a key that does not exist the key itself (a test sees to it that none does).
const char *word(const char *key);
// The English text, whatever the language: to know what came with the game from what a family wrote. NULL
// where there is no such key.
const char *word_english(const char *key);
// word with {name} filled in: pairs of name and value, NULL-ended. Always ends out; cuts at whole
// letters. word_fill(out, size, "v.count", "a", "6", "b", "9", NULL)
void word_fill(char *out, size_t size, const char *key, ...);
// Seconds as people of this language write them: 2300 -> "2.3", "2,3" in German; 12400 -> "12.4"; 3000 ->
// "3".
void word_seconds(char *out, size_t size, int ms);
