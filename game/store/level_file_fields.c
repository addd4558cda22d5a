// The one table of a level's fields. A field is a row: where it stands, how it is read, where it goes, and
// the words for what it must be. What is known, doubled or missing, and every reason, comes from the row.
#include "store/level_file.h"

#include <stdio.h>
#include <string.h>

#include "store/level_file_document.h"
#include "store/level_file_number.h"
#include "store/level_file_values.h"
#include "store/level_file_words.h"

// What is read so far. The level's own backdrop stands behind scenes that name none.
struct draft {
    struct level level; // first: rows that fill several of its members count from here
    char backdrop[LEVEL_ID_SIZE];
};

static read_value read_away, read_scenes;

// clang-format off
#define DRAFT(member) offsetof(struct draft, member)
#define SCENE(member) offsetof(struct level_scene, member)
static const struct field fields[] = {
    {"", "title", read_title, DRAFT(level.title), .must_be = "1 to 60 letters", .lowest = 1, .highest = 60},
    {"", "ages", read_ages, DRAFT(level), .must_be = "like '6 to 8 months', from 6 to 36 months", .lowest = 6, .highest = 36},
    {"", "away", read_away, DRAFT(level), .must_be = "first, longest and step, each on a line below it"},
    {"away", "first", read_thousandths, DRAFT(level.first_ms), .must_be = "a number of seconds", .lowest = 500, .highest = 5000},
    {"away", "longest", read_thousandths, DRAFT(level.longest_ms), .must_be = "a number of seconds", .lowest = 500, .highest = 30000},
    {"away", "step", read_thousandths, DRAFT(level.step_permille), .must_be = "a number", .lowest = 1050, .highest = 1500},
    {"", "rounds", read_whole, DRAFT(level.rounds), .must_be = "a whole number", .lowest = LEVEL_ROUNDS_MIN * 1000, .highest = LEVEL_ROUNDS_MAX * 1000},
    {"", "scenes", read_scenes, DRAFT(level), .must_be = "a list of 1 to 12 scenes, each beginning with '-'"},
    {"scenes", "place", read_cast, SCENE(place), .must_be = "the name of a place", .cast = &cast_places},
    {"scenes", "friend", read_cast, SCENE(who), .must_be = "the name of a friend, or family", .cast = &cast_friends},
    {"scenes", "backdrop", read_cast, SCENE(backdrop), .must_be = "the name of a backdrop", .cast = &cast_backdrops, .optional = true},
    {"", "backdrop", read_cast, DRAFT(backdrop), .must_be = "the name of a backdrop", .cast = &cast_backdrops, .optional = true},
    {"", "touch", read_touch, DRAFT(level.touch), .must_be = "opens or answers"},
    {"", "peek", read_thousandths, DRAFT(level.peek_permille), .must_be = "a number", .lowest = 0, .highest = 300},
    {"", "longest_session", read_thousandths, DRAFT(level.limit_ms), .must_be = "a number of seconds", .lowest = 60000, .highest = 600000},
    {"", "sound_while_away", read_yes_no, DRAFT(level.sound_while_away), .must_be = "yes or no", .optional = true},
};
// clang-format on
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool is_in(const struct field *field, const char *group)
{
    return strcmp(field->group, group) == 0;
}

// group NULL: wherever the field stands.
static const struct field *find_field(const char *group, const yaml_node_t *key)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        if ((!group || is_in(&fields[i], group)) && node_is_text(key, fields[i].name)) {
            return &fields[i];
        }
    }
    return NULL;
}

static bool refuse_key(const struct reader *reader, const char *group, const yaml_node_t *key)
{
    char shown[SHOWN_SIZE + 2], list[WORDS_SIZE] = "";
    node_show(key, shown, sizeof shown);
    if (key->type != YAML_SCALAR_NODE) {
        return level_refuse(reader->error, node_line(key), "a name must stand before the ':', not %s", shown);
    }
    const struct field *elsewhere = find_field(NULL, key);
    if (elsewhere) {
        return level_refuse(reader->error, node_line(key),
                            "'%s' does not belong here but %s%s; mind the spaces in front", shown,
                            *elsewhere->group ? "below " : "at the top", elsewhere->group);
    }
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (is_in(&fields[i], group)) {
            add_name(list, sizeof list, fields[i].name);
        }
    }
    return level_refuse(reader->error, node_line(key), "'%s' is not known here; known are: %s", shown, list);
}

// Where a field stands, for reasons.
static const char *place_of(const char *group)
{
    return strcmp(group, "scenes") == 0 ? " in this scene"
           : strcmp(group, "away") == 0 ? " below 'away'"
                                        : "";
}

static bool check_missing(const struct reader *reader, const char *group, const int *line_seen, int line)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (is_in(&fields[i], group) && !fields[i].optional && !line_seen[i]) {
            char words[WORDS_SIZE];
            field_say_must_be(&fields[i], words);
            return level_refuse(reader->error, line, "'%s' is missing%s; it must be %s", fields[i].name,
                                place_of(group), words);
        }
    }
    return true;
}

// Every name is known and stands once; line_seen gets the line of each. Names come before values, so that one
// in the wrong column is not reported as missing in the right one.
static bool check_names(const struct reader *reader, const char *group, const yaml_node_t *node,
                        int *line_seen)
{
    const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
    for (; pair < node->data.mapping.pairs.top; pair++) {
        const yaml_node_t *key = yaml_document_get_node(reader->document, pair->key);
        const struct field *field = find_field(group, key);
        if (!field) {
            return refuse_key(reader, group, key);
        }
        int *line = &line_seen[field - fields];
        if (*line) {
            return level_refuse(reader->error, node_line(key),
                                "'%s' stands here twice; the first is in line %d", field->name, *line);
        }
        *line = node_line(key);
    }
    return true;
}

// Reads a mapping; the rows' offsets count from base, and its line is blamed for what is missing.
static bool read_group(const struct reader *reader, const char *group, struct value value, void *base)
{
    int line_seen[FIELD_COUNT] = {0};
    if (!check_names(reader, group, value.node, line_seen)) {
        return false;
    }
    const yaml_node_pair_t *pair = value.node->data.mapping.pairs.start;
    for (; pair < value.node->data.mapping.pairs.top; pair++) {
        const struct field *field = find_field(group, yaml_document_get_node(reader->document, pair->key));
        const yaml_node_t *node = yaml_document_get_node(reader->document, pair->value);
        const bool word = node->type == YAML_SCALAR_NODE;
        const struct value inner = {node, word ? node_line(node) : line_seen[field - fields]};
        if (!field->read(reader, field, inner, (char *)base + field->offset)) {
            return false;
        }
    }
    return check_missing(reader, group, line_seen, value.line);
}

// The line of a mapping's value by its key's name, which is there.
static int line_of_value(const struct reader *reader, const yaml_node_t *mapping, const char *name)
{
    const yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;
    while (!node_is_text(yaml_document_get_node(reader->document, pair->key), name)) {
        pair++;
    }
    return node_line(yaml_document_get_node(reader->document, pair->value));
}

static bool read_away(const struct reader *reader, const struct field *field, struct value value,
                      void *target)
{
    if (value.node->type != YAML_MAPPING_NODE) {
        return field_refuse(reader, field, value, "");
    }
    const struct level *level = target;
    if (!read_group(reader, field->name, value, target)) {
        return false;
    }
    char first[NUMBER_SIZE], longest[NUMBER_SIZE];
    number_write(level->first_ms, first);
    number_write(level->longest_ms, longest);
    return level->longest_ms >= level->first_ms ||
           level_refuse(reader->error, line_of_value(reader, value.node, "longest"),
                        "'longest' (%s) must be at least 'first' (%s)", longest, first);
}

static bool read_scene(const struct reader *reader, const struct field *field, struct value value,
                       struct level *level)
{
    if (value.node->type != YAML_MAPPING_NODE) {
        return level_refuse(
            reader->error, value.line,
            "a scene must have a place and a friend, such as '- place: sofa' and below it 'friend: bear'");
    }
    if (level->scene_count == LEVEL_SCENES_MAX) {
        return level_refuse(reader->error, value.line,
                            "there must be at most %d scenes; here begins one more", LEVEL_SCENES_MAX);
    }
    return read_group(reader, field->name, value, &level->scenes[level->scene_count++]);
}

static bool read_scenes(const struct reader *reader, const struct field *field, struct value value,
                        void *target)
{
    const yaml_node_t *list = value.node;
    if (list->type != YAML_SEQUENCE_NODE) {
        return field_refuse(reader, field, value, "");
    }
    if (list->data.sequence.items.start == list->data.sequence.items.top) {
        return field_refuse(reader, field, value, " without any");
    }
    for (const yaml_node_item_t *item = list->data.sequence.items.start; item < list->data.sequence.items.top;
         item++) {
        const yaml_node_t *node = yaml_document_get_node(reader->document, *item);
        if (!read_scene(reader, field, (struct value){node, node_line(node)}, target)) {
            return false;
        }
    }
    return true;
}

// Scenes that name no backdrop have the level's, else the room.
static void fill_backdrops(struct draft *draft)
{
    for (int i = 0; i < draft->level.scene_count; i++) {
        struct level_scene *scene = &draft->level.scenes[i];
        if (!*scene->backdrop) {
            snprintf(scene->backdrop, sizeof scene->backdrop, "%s",
                     *draft->backdrop ? draft->backdrop : "room");
        }
    }
}

static bool read_document(const struct reader *reader, struct draft *draft)
{
    const yaml_node_t *root = yaml_document_get_root_node(reader->document);
    if (!root || node_is_text(root, "")) {
        return level_refuse(reader->error, 1, "the file is empty: there is no level in it");
    }
    if (root->type != YAML_MAPPING_NODE) {
        return level_refuse(reader->error, node_line(root),
                            "a level must be lines of a name, ':' and a value, such as 'title: Little peek'");
    }
    if (!read_group(reader, "", (struct value){root, 1}, draft)) {
        return false;
    }
    fill_backdrops(draft);
    return true;
}

static bool read_text(const char *text, size_t length, struct draft *draft, struct level_error *error)
{
    yaml_document_t document;
    if (!level_document(text, length, &document, error)) {
        return false;
    }
    const bool fine = read_document(&(struct reader){&document, error}, draft);
    yaml_document_delete(&document);
    return fine;
}

bool level_parse(const char *text, size_t length, const char *name, struct level *level,
                 struct level_error *error)
{
    struct draft draft = {.level = {.sound_while_away = true}};
    snprintf(draft.level.name, sizeof draft.level.name, "%s", name);
    if (read_text(text, length, &draft, error)) {
        *level = draft.level;
        return true;
    }
    const int last = level_last_line(text, length);
    error->line = error->line < last ? error->line : last;
    return false;
}
