// Words about what is wrong in a level. What a file holds is shown back to a grown-up's terminal, so it is
// cut short and its control characters are taken out first.
#include "store/level_file_words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN_LETTERS = 24 };

// Takes half a letter off the end of a text that snprintf cut.
static void trim_half_letter(char *text)
{
    size_t length = strlen(text), start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) {
        start--;
    }
    uint32_t letter;
    if (start > 0 && utf8_letter(text + start - 1, length - start + 1, &letter) == 0) {
        text[start - 1] = '\0';
    }
}

bool level_refuse(struct level_error *error, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->reason, sizeof error->reason, format, arguments);
    va_end(arguments);
    trim_half_letter(error->reason);
    error->line = line;
    return false;
}

int utf8_letter(const char *text, size_t length, uint32_t *letter)
{
    // The first byte's mark says how long a letter is; lowest: what a shorter form could have said is wrong.
    static const struct {
        unsigned char mask, mark;
        uint32_t lowest;
    } forms[] = {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}};
    const unsigned char *bytes = (const unsigned char *)text;
    int form = 0;
    while (form < 4 && (bytes[0] & forms[form].mask) != forms[form].mark) {
        form++;
    }
    if (form == 4 || (size_t)form >= length) {
        return 0;
    }
    uint32_t value = bytes[0] & (unsigned char)~forms[form].mask;
    for (int i = 1; i <= form; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            return 0;
        }
        value = value << 6 | (bytes[i] & 0x3F);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < forms[form].lowest || value > 0x10FFFF || surrogate) {
        return 0;
    }
    *letter = value;
    return form + 1;
}

bool is_control(uint32_t letter)
{
    return letter < 0x20 || (letter >= 0x7F && letter <= 0x9F) || letter == 0x2028 || letter == 0x2029;
}

void show_text(const char *text, size_t length, char shown[SHOWN_SIZE])
{
    size_t from = 0, to = 0;
    for (int letters = 0; from < length; letters++) {
        uint32_t letter = 0;
        const int bytes = utf8_letter(text + from, length - from, &letter);
        if (letters == SHOWN_LETTERS || to + 4 + sizeof "..." > SHOWN_SIZE) {
            memcpy(shown + to, "...", sizeof "...");
            return;
        }
        if (bytes == 0 || is_control(letter)) {
            shown[to++] = '?';
        } else {
            memcpy(shown + to, text + from, (size_t)bytes);
            to += (size_t)bytes;
        }
        from += bytes > 0 ? (size_t)bytes : 1;
    }
    shown[to] = '\0';
}
