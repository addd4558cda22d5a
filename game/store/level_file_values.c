// How one value of a level's file is read. YAML guesses types from looks; here the row of the field decides:
// a number is digits and a point, words are not numbers, and a name must be in the cast.
#include "store/level_file_values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/cast.h"
#include "store/level_file_number.h"
#include "store/level_file_words.h"

int node_line(const yaml_node_t *node)
{
    return (int)node->start_mark.line + 1;
}

static const char *text_of(const yaml_node_t *node)
{
    return node->type == YAML_SCALAR_NODE ? (const char *)node->data.scalar.value : "";
}

static size_t length_of(const yaml_node_t *node)
{
    return node->type == YAML_SCALAR_NODE ? node->data.scalar.length : 0;
}

static bool is_plain(const yaml_node_t *node)
{
    return node->type == YAML_SCALAR_NODE && node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

bool node_is_text(const yaml_node_t *node, const char *text)
{
    const size_t length = strlen(text);
    return node->type == YAML_SCALAR_NODE && length_of(node) == length &&
           memcmp(text_of(node), text, length) == 0;
}

void node_show(const yaml_node_t *node, char *shown, size_t size)
{
    if (node->type == YAML_SEQUENCE_NODE) {
        snprintf(shown, size, "a list");
    } else if (node->type == YAML_MAPPING_NODE) {
        snprintf(shown, size, "names with values of their own");
    } else if (length_of(node) == 0) {
        snprintf(shown, size, "left empty");
    } else {
        const char *quote = is_plain(node) ? "" : "\"";
        char text[SHOWN_SIZE];
        show_text(text_of(node), length_of(node), text);
        snprintf(shown, size, "%s%s%s", quote, text, quote);
    }
}

void field_say_must_be(const struct field *field, char words[WORDS_SIZE])
{
    if (field->read != read_thousandths && field->read != read_whole) {
        snprintf(words, WORDS_SIZE, "%s", field->must_be);
        return;
    }
    char lowest[NUMBER_SIZE], highest[NUMBER_SIZE];
    number_write(field->lowest, lowest);
    number_write(field->highest, highest);
    snprintf(words, WORDS_SIZE, "%s from %s to %s", field->must_be, lowest, highest);
}

bool field_refuse(const struct reader *reader, const struct field *field, struct value value,
                  const char *hint)
{
    char words[WORDS_SIZE], shown[SHOWN_SIZE + 2];
    field_say_must_be(field, words);
    node_show(value.node, shown, sizeof shown);
    return level_refuse(reader->error, value.line, "'%s' must be %s, not %s%s", field->name, words, shown,
                        hint);
}

void add_name(char *list, size_t size, const char *name)
{
    const size_t length = strlen(list);
    snprintf(list + length, size - length, "%s%s", length > 0 ? ", " : "", name);
}

static bool read_number(const struct reader *reader, const struct field *field, struct value value,
                        int *thousandths, int *decimals)
{
    static const char *const hints[] = {
        [NUMBER_FINE] = "",
        [NUMBER_TOO_EXACT] = " (at most three digits behind the point)",
        [NUMBER_COMMA] = " (write a point, not a comma)",
        [NUMBER_NONE] = "",
    };
    if (!is_plain(value.node)) {
        const bool quoted = length_of(value.node) > 0;
        return field_refuse(reader, field, value, quoted ? " (write it without quotes)" : "");
    }
    const enum number_form form =
        number_read(text_of(value.node), length_of(value.node), thousandths, decimals);
    if (form != NUMBER_FINE || *thousandths < field->lowest || *thousandths > field->highest) {
        return field_refuse(reader, field, value, hints[form]);
    }
    return true;
}

bool read_thousandths(const struct reader *reader, const struct field *field, struct value value,
                      void *target)
{
    int decimals;
    return read_number(reader, field, value, target, &decimals);
}

bool read_whole(const struct reader *reader, const struct field *field, struct value value, void *target)
{
    int thousandths, decimals;
    if (!read_number(reader, field, value, &thousandths, &decimals)) {
        return false;
    }
    *(int *)target = thousandths / 1000;
    return decimals == 0 || field_refuse(reader, field, value, "");
}

// What YAML itself takes for a number, a yes or no, or nothing, where words are wanted.
static bool is_no_words(const yaml_node_t *node)
{
    static const char *const others[] = {"",     "~",     "null",  "Null", "NULL", "true", "True",
                                         "TRUE", "false", "yes",   "Yes",  "YES",  "no",   "No",
                                         "NO",   "False", "FALSE", "on",   "On",   "ON",   "off",
                                         "Off",  "OFF",   ".inf",  ".Inf", ".nan", ".NaN"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (node_is_text(node, others[i])) {
            return true;
        }
    }
    char *end = NULL;
    if (strchr("+-.0123456789", *text_of(node))) {
        strtod(text_of(node), &end);
    }
    return end == text_of(node) + length_of(node);
}

// How many letters; 0 where there are only spaces, -1 where something is no letter of a title.
static int count_letters(const char *text, size_t length)
{
    int count = 0;
    bool blank = true;
    for (size_t at = 0; at < length; count++) {
        uint32_t letter = 0;
        const int bytes = utf8_letter(text + at, length - at, &letter);
        if (bytes == 0 || is_control(letter)) {
            return -1;
        }
        blank = blank && letter == ' ';
        at += (size_t)bytes;
    }
    return blank ? 0 : count;
}

bool read_title(const struct reader *reader, const struct field *field, struct value value, void *target)
{
    if (value.node->type == YAML_SCALAR_NODE && is_plain(value.node) && is_no_words(value.node)) {
        return field_refuse(reader, field, value,
                            length_of(value.node) ? " (put it in quotes if it is the title)" : "");
    }
    const int letters = count_letters(text_of(value.node), length_of(value.node));
    if (letters < 0) {
        return level_refuse(reader->error, value.line, "'%s' must be one line, without control characters",
                            field->name);
    }
    if (letters < field->lowest || letters > field->highest) {
        char hint[32];
        snprintf(hint, sizeof hint, " (%d letters)", letters);
        return field_refuse(reader, field, value, letters > 0 ? hint : "");
    }
    memcpy(target, text_of(value.node), length_of(value.node));
    ((char *)target)[length_of(value.node)] = '\0';
    return true;
}

// Blanks and then `word`: moves behind it.
static bool take_word(const char **text, const char *word)
{
    const size_t blanks = strspn(*text, " \t");
    if (blanks == 0 || strncmp(*text + blanks, word, strlen(word)) != 0) {
        return false;
    }
    *text += blanks + strlen(word);
    return true;
}

// A number of one or two digits: moves behind it. -1 where there is none.
static int take_age(const char **text)
{
    const size_t digits = strspn(*text, "0123456789");
    const int age = digits == 1 || digits == 2 ? atoi(*text) : -1;
    *text += digits;
    return age;
}

bool read_ages(const struct reader *reader, const struct field *field, struct value value, void *target)
{
    struct level *level = target;
    const char *text = text_of(value.node), *const end = text + length_of(value.node);
    const int from = take_age(&text);
    const bool to_stands = take_word(&text, "to");
    const size_t blanks = strspn(text, " \t");
    text += blanks;
    const int to = to_stands && blanks > 0 ? take_age(&text) : -1;
    const bool form = to >= 0 && take_word(&text, "months") && text == end;
    if (!form || from < field->lowest || to < field->lowest || from > field->highest || to > field->highest) {
        return field_refuse(reader, field, value, "");
    }
    level->age_from = from;
    level->age_to = to;
    return from <= to || field_refuse(reader, field, value, " (the younger age comes first)");
}

bool read_touch(const struct reader *reader, const struct field *field, struct value value, void *target)
{
    const bool opens = node_is_text(value.node, "opens");
    if (!opens && !node_is_text(value.node, "answers")) {
        return field_refuse(reader, field, value, "");
    }
    *(enum touch_rule *)target = opens ? TOUCH_OPENS : TOUCH_ANSWERS;
    return true;
}

bool read_yes_no(const struct reader *reader, const struct field *field, struct value value, void *target)
{
    // YAML's own spellings, each pair no and yes.
    static const char *const words[] = {"no", "yes", "No", "Yes",   "NO",   "YES",   "off",  "on",    "Off",
                                        "On", "OFF", "ON", "false", "true", "False", "True", "FALSE", "TRUE"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (is_plain(value.node) && node_is_text(value.node, words[i])) {
            *(bool *)target = i % 2 == 1;
            return true;
        }
    }
    return field_refuse(reader, field, value,
                        is_plain(value.node) || !length_of(value.node) ? "" : " (write it without quotes)");
}

static bool has_friend(const char *name)
{
    return strcmp(name, "family") == 0 || cast_has_friend(name);
}

const struct cast_kind cast_friends = {"friend", "friends", has_friend, cast_friend_name, "family"};
const struct cast_kind cast_places = {"place", "places", cast_has_place, cast_place_name, NULL};
const struct cast_kind cast_backdrops = {"backdrop", "backdrops", cast_has_backdrop, cast_backdrop_name,
                                         NULL};

// "there is no place called 'sofaa'; places are: theatre, box, ..."
static bool refuse_cast(const struct reader *reader, const struct cast_kind *cast, struct value value)
{
    char shown[SHOWN_SIZE], list[WORDS_SIZE] = "";
    show_text(text_of(value.node), length_of(value.node), shown);
    for (int i = 0; cast->name(i); i++) {
        add_name(list, sizeof list, cast->name(i));
    }
    if (cast->also) {
        add_name(list, sizeof list, cast->also);
    }
    return level_refuse(reader->error, value.line, "there is no %s called '%s'; %s are: %s", cast->one, shown,
                        cast->many, list);
}

bool read_cast(const struct reader *reader, const struct field *field, struct value value, void *target)
{
    const size_t length = length_of(value.node);
    if (length == 0) {
        return field_refuse(reader, field, value, "");
    }
    const bool fits = length < LEVEL_ID_SIZE && strlen(text_of(value.node)) == length;
    if (!fits || !field->cast->has(text_of(value.node))) {
        return refuse_cast(reader, field->cast, value);
    }
    memcpy(target, text_of(value.node), length + 1);
    return true;
}
