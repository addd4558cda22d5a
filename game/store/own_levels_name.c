// What an own level's file is called: letters that every file system, shell and e-mail takes as they are.
#include "store/own_levels_name.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "store/level_file_words.h"

// U+00C0 to U+017F, the letters of Europe's languages with Latin script; others are a gap between words.
static const char *plain(uint32_t letter, char one[2])
{
    static const char latin_1[][3] = {
        "a", "a", "a", "a", "ae", "a", "ae", "c", "e", "e", "e", "e", "i",  "i", "i",  "i",
        "d", "n", "o", "o", "o",  "o", "oe", "",  "o", "u", "u", "u", "ue", "y", "th", "ss",
    };
    static const char extended[] = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                   "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    if (letter >= 0xC0 && letter <= 0xFF) {
        return letter == 0xFF ? "y" : latin_1[(letter - 0xC0) % 32];
    }
    if (letter < 0x100 || letter > 0x17F) {
        return "";
    }
    one[0] = extended[letter - 0x100];
    one[1] = '\0';
    return one;
}

static bool is_word(uint32_t letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

static void add(char slug[OWN_SLUG_SIZE], const char *letters)
{
    const size_t length = strlen(slug);
    if (length + strlen(letters) < OWN_SLUG_SIZE) {
        strcpy(slug + length, letters);
    }
}

static void add_gap(char slug[OWN_SLUG_SIZE])
{
    const size_t length = strlen(slug);
    if (length > 0 && slug[length - 1] != '_') {
        add(slug, "_");
    }
}

static void add_letter(char slug[OWN_SLUG_SIZE], uint32_t letter)
{
    const uint32_t small = letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    char one[2] = {(char)small, '\0'};
    const char *letters = is_word(small) ? one : plain(letter, one);
    if (*letters) {
        add(slug, letters);
    } else if (letter != '\'' && letter != 0x2019) { // "Papa's" is one word
        add_gap(slug);
    }
}

void own_levels_slug(const char *title, char slug[OWN_SLUG_SIZE])
{
    slug[0] = '\0';
    if (*title >= '0' && *title <= '9') { // "01_" in front of a name is the order of the game's own
        add(slug, "our_");
    }
    for (size_t at = 0, end = strlen(title); at < end;) {
        uint32_t letter = 0;
        const int bytes = utf8_letter(title + at, end - at, &letter);
        add_letter(slug, bytes > 0 ? letter : 0);
        at += bytes > 0 ? (size_t)bytes : 1;
    }
    size_t length = strlen(slug);
    while (length > 0 && slug[length - 1] == '_') {
        slug[--length] = '\0';
    }
    if (length == 0) {
        snprintf(slug, OWN_SLUG_SIZE, "our_level");
    }
}
