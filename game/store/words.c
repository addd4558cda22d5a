// The grown-ups' words by key.
#include "store/words.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/words_table.h"

static const struct words_language *chosen;

static const struct words_language *find_language(const char *code)
{
    for (const struct words_language *language = words_languages; language->code; language++) {
        size_t length = strlen(language->code);
        if (strncmp(code, language->code, length) == 0 && !(code[length] >= 'a' && code[length] <= 'z')) {
            return language;
        }
    }
    return NULL;
}

static const struct words_language *english(void)
{
    const struct words_language *found = find_language("en");
    return found ? found : words_languages;
}

void words_choose(const char *code)
{
    const struct words_language *found = code ? find_language(code) : NULL;
    chosen = found ? found : english();
}

const char *words_language(void)
{
    return chosen ? chosen->code : english()->code;
}

const char *words_code(int index)
{
    for (const struct words_language *language = words_languages; language->code; language++) {
        bool spoken = strcmp(language->code, "qps") != 0;
        if (spoken && index-- == 0) {
            return language->code;
        }
    }
    return NULL;
}

static int compare(const void *key, const void *entry)
{
    return strcmp(key, ((const struct words_entry *)entry)->key);
}

static const char *find(const struct words_language *language, const char *key)
{
    const struct words_entry *found =
        bsearch(key, language->entries, (size_t)language->count, sizeof *language->entries, compare);
    return found ? found->text : NULL;
}

static const char *text_of(const struct words_language *language, const char *key)
{
    const char *text = find(language, key);
    text = text ? text : find(english(), key);
    return text ? text : key;
}

const char *word_english(const char *key)
{
    return find(english(), key);
}

const char *word_in(const char *code, const char *key)
{
    const struct words_language *language = find_language(code);
    return text_of(language ? language : english(), key);
}

const char *word(const char *key)
{
    return text_of(chosen ? chosen : english(), key);
}

// ---- filling in

// Appends `length` bytes. False where they don't fit: then what fits of whole letters, and nothing may
// follow.
static bool append(char *out, size_t size, const char *text, size_t length)
{
    size_t used = strlen(out), asked = length;
    if (used + length >= size) {
        length = size - used - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    memcpy(out + used, text, length);
    out[used + length] = '\0';
    return length == asked;
}

static const char *value_of(va_list pairs, const char *name, size_t length)
{
    const char *key;
    while ((key = va_arg(pairs, const char *))) {
        const char *value = va_arg(pairs, const char *);
        if (strlen(key) == length && strncmp(key, name, length) == 0) {
            return value;
        }
    }
    return NULL;
}

// What a name in braces stands for: its value, or itself where it has none.
static bool append_value(char *out, size_t size, const char *name, const char *end, const char *value)
{
    return value ? append(out, size, value, strlen(value))
                 : append(out, size, name - 1, (size_t)(end - name) + 2);
}

void word_fill(char *out, size_t size, const char *key, ...)
{
    const char *rest = word(key);
    out[0] = '\0';
    while (*rest) {
        size_t plain = strcspn(rest, "{");
        const char *name = rest + plain + 1, *end = rest[plain] ? strchr(name, '}') : NULL;
        if (!append(out, size, rest, plain) || !end) {
            return;
        }
        va_list pairs;
        va_start(pairs, key);
        const char *value = value_of(pairs, name, (size_t)(end - name));
        va_end(pairs);
        if (!append_value(out, size, name, end, value)) {
            return;
        }
        rest = end + 1;
    }
}

void word_seconds(char *out, size_t size, int ms)
{
    int tenths = (ms + 50) / 100;
    const char *point = strcmp(words_language(), "en") == 0 ? "." : ",";
    if (tenths % 10 == 0) {
        snprintf(out, size, "%d", tenths / 10);
    } else {
        snprintf(out, size, "%d%s%d", tenths / 10, point, tenths % 10);
    }
}
