// How one value of a level's file is read: a field's row, the readers that rows name, and their reasons. Only
// for store/level_*; the table of rows is in level_file_fields.c.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

#include "store/level_file.h"

struct field;
struct reader;

// A value and the line to blame for it: its own, or its name's where it is no single word.
struct value {
    const yaml_node_t *node;
    int line;
};

// Reads value into *target, which has the type the reader wants. False and the reader's error where it is
// wrong.
typedef bool read_value(const struct reader *reader, const struct field *field, struct value value,
                        void *target);

// A table of the cast that a name must be in.
struct cast_kind {
    const char *one, *many;
    bool (*has)(const char *name);
    const char *(*name)(int index);
    const char *also; // a name beside the table's; NULL: none
};

struct field {
    const char *group; // "" at the top, else the field that holds it
    const char *name;
    read_value *read;
    size_t offset;       // of the target
    const char *must_be; // words; a row with a range has its numbers said behind them
    int lowest, highest; // thousandths; letters of a title; months
    bool optional;
    const struct cast_kind *cast;
};

struct reader {
    yaml_document_t *document;
    struct level_error *error;
};

enum { WORDS_SIZE = 150 };

int node_line(const yaml_node_t *node);
bool node_is_text(const yaml_node_t *node, const char *text);
// What stands there, for the end of a reason.
void node_show(const yaml_node_t *node, char *shown, size_t size);
// "a whole number from 5 to 8".
void field_say_must_be(const struct field *field, char words[WORDS_SIZE]);
// "'rounds' must be a whole number from 5 to 8, not 12", and a hint behind it. Always false.
bool field_refuse(const struct reader *reader, const struct field *field, struct value value,
                  const char *hint);
// Adds ", name" to a list of words.
void add_name(char *list, size_t size, const char *name);

extern const struct cast_kind cast_friends, cast_places, cast_backdrops;

read_value read_thousandths; // int
read_value read_whole;       // int
read_value read_title;       // char[LEVEL_TITLE_SIZE]
read_value read_ages;        // struct level: age_from, age_to
read_value read_touch;       // enum touch_rule
read_value read_yes_no;      // bool
read_value read_cast;        // char[LEVEL_ID_SIZE]
