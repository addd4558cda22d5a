// What a moment is called, and what a person may be called.
#include <string.h>

#include "store/voices_inside.h"

static const struct {
    const char *name;
    int slots;
} moments[MOMENTS] = {
    [MOMENT_HELLO] = {"hello", 1},
    [MOMENT_GOODBYE] = {"goodbye", 1},
    [MOMENT_AWAY] = {"away", 3},
    [MOMENT_RETURN] = {"return", 3},
    [MOMENT_JOY] = {"joy", 1},
    [MOMENT_COMFORT] = {"comfort", 1},
    [MOMENT_GOOD_NIGHT] = {"good-night", 1},
};

const char *moment_name(enum moment moment)
{
    return moments[moment].name;
}

bool moment_named(const char *name, enum moment *moment)
{
    for (int i = 0; name && i < MOMENTS; i++) {
        if (strcmp(moments[i].name, name) == 0) {
            *moment = (enum moment)i;
            return true;
        }
    }
    return false;
}

int moment_slots(enum moment moment)
{
    return moments[moment].slots;
}

enum { NO_LETTER = -1 };

// The code point at *text, which moves behind it. NO_LETTER: no UTF-8 (too long, a surrogate, above
// U+10FFFF).
static int32_t next_letter(const unsigned char **text)
{
    static const int32_t least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char first = *(*text)++;
    const int more = first < 0x80       ? 0
                     : first >> 5 == 6  ? 1
                     : first >> 4 == 14 ? 2
                     : first >> 3 == 30 ? 3
                                        : -1;
    if (more < 0) {
        return NO_LETTER;
    }
    int32_t letter = more == 0 ? first : first & (0x3F >> more);
    for (int i = 0; i < more; i++, (*text)++) {
        if (**text >> 6 != 2) {
            return NO_LETTER;
        }
        letter = letter << 6 | (**text & 0x3F);
    }
    const bool surrogate = letter >= 0xD800 && letter < 0xE000;
    return letter < least[more] || surrogate || letter > 0x10FFFF ? NO_LETTER : letter;
}

// Control characters; the separators of lines and paragraphs; what turns the direction of all that follows.
static bool controls(int32_t letter)
{
    static const int32_t ranges[][2] = {{0, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x202E}, {0x2066, 0x2069}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (letter >= ranges[i][0] && letter <= ranges[i][1]) {
            return true;
        }
    }
    return false;
}

const char *caregiver_name_wrong(const char *name)
{
    if (!name || name[strspn(name, " ")] == '\0') {
        return "a name needs at least one letter";
    }
    int letters = 0;
    for (const unsigned char *at = (const unsigned char *)name; *at; letters++) {
        const int32_t letter = next_letter(&at);
        if (letter == NO_LETTER) {
            return "the name is no UTF-8 text";
        }
        if (controls(letter)) {
            return "a name has no line breaks or other control characters";
        }
        if (letter == '/') {
            return "a name has no \"/\"";
        }
        if (letters == CAREGIVER_LETTERS_MAX) {
            return "a name has at most 40 letters";
        }
    }
    return NULL;
}

bool caregiver_trim(const char *name, char out[CAREGIVER_NAME_SIZE])
{
    if (caregiver_name_wrong(name)) {
        return false;
    }
    const char *start = name + strspn(name, " ");
    size_t length = strlen(start);
    while (start[length - 1] == ' ') {
        length--;
    }
    memcpy(out, start, length);
    out[length] = '\0';
    return true;
}
