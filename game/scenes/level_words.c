// A level in words.
#include "scenes/level_words.h"

#include <stdio.h>
#include <string.h>

#include "store/words.h"

// A family's copy of a level has its name too: only a title that nobody changed is translated.
void level_words_title(const struct level *level, char *out, size_t size)
{
    char key[LEVEL_NAME_SIZE + 16];
    snprintf(key, sizeof key, "level.%s.name", level->name);
    const char *english = word_english(key);
    snprintf(out, size, "%s", english && strcmp(english, level->title) == 0 ? word(key) : level->title);
}

void level_words_ages(const struct level *level, char *out, size_t size)
{
    char from[16], to[16];
    snprintf(from, sizeof from, "%d", level->age_from);
    snprintf(to, sizeof to, "%d", level->age_to);
    word_fill(out, size, "level.ages", "a", from, "b", to, NULL);
}

void level_words_line(const struct level *level, char *out, size_t size)
{
    char ages[64], first[16], longest[16], reach[64];
    level_words_ages(level, ages, sizeof ages);
    word_seconds(first, sizeof first, level->first_ms);
    word_seconds(longest, sizeof longest, level->longest_ms);
    word_fill(reach, sizeof reach, "level.upto", "a", first, "b", longest, NULL);
    snprintf(out, size, "%s · %s", ages, reach);
}
