// A level's bytes -> one plain libyaml document. Anything a stranger may put into a file is refused before a
// field is looked at: a file is first looked through event by event (nothing is built, so nothing can
// explode), then loaded.
#include "store/level_file_document.h"

#include <string.h>

#include "store/level_file_words.h"

enum { DEPTH_MAX = 8 };

static int line_at(const char *text, size_t length, size_t offset)
{
    int line = 1;
    for (size_t i = 0; i < offset && i < length; i++) {
        line += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
    }
    return line;
}

int level_last_line(const char *text, size_t length)
{
    while (length > 0 && memchr(" \t\r\n", text[length - 1], 4)) {
        length--;
    }
    return line_at(text, length, length);
}

// YAML knows more ends of lines than an editor does (U+0085, U+2028, U+2029): with them lines would be
// miscounted.
static bool is_allowed_in_text(uint32_t letter)
{
    const bool blank = letter == '\t' || letter == '\n' || letter == '\r';
    return blank || (!is_control(letter) && letter != 0xFFFE && letter != 0xFFFF);
}

static bool check_text(const char *text, size_t length, struct level_error *error)
{
    if (length > LEVEL_BYTES_MAX) {
        return level_refuse(error, 1, "the file is bigger than 64 kB; a level fits on a page");
    }
    for (size_t at = 0; at < length;) {
        uint32_t letter;
        const int bytes = utf8_letter(text + at, length - at, &letter);
        if (bytes == 0) {
            return level_refuse(error, line_at(text, length, at),
                                "this is not UTF-8 text; save the file as UTF-8");
        }
        if (!is_allowed_in_text(letter)) {
            return level_refuse(error, line_at(text, length, at),
                                "there is a control character (U+%04X) in this line; delete it",
                                (unsigned)letter);
        }
        at += (size_t)bytes;
    }
    return true;
}

// What libyaml says -> what a parent can do about it.
static const char *help_for(const char *problem)
{
    static const struct {
        const char *problem, *help;
    } helps[] = {
        {"mapping values are not allowed", "is there a ':' too many, or a space too many in front?"},
        {"cannot start any token", "use spaces, not tabs, and quotes around words that begin with a sign"},
        {"tab character", "use spaces, not tabs"},
        {"did not find expected key", "lines that belong together begin in the same column"},
        {"block sequence entries are not allowed", "begin the list on a line of its own"},
        {"did not find expected '-'", "the lines of a list begin in the same column"},
        {"could not find expected ':'", "a name is followed by ':' and a space"},
        {"unexpected end of stream", "a quote is opened and not closed"},
        {"unexpected document indicator", "a quote is opened and not closed"},
        {"expected ',' or", "a bracket is not closed, or a comma is missing"},
        {"expected node content", "something is opened and not closed, or a value is missing"},
        {"alphabetic or numeric", "put quotes around words that begin with a sign"},
    };
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++) {
        if (strstr(problem, helps[i].problem)) {
            return helps[i].help;
        }
    }
    return "look at this line and the one above";
}

// libyaml notices late: what is opened and not closed, and a name without its colon, are at fault where they
// begin.
static bool is_at_its_beginning(const char *context)
{
    static const char *const contexts[] = {"while scanning a quoted scalar", "while scanning a simple key",
                                           "while parsing a flow"};
    for (size_t i = 0; context && i < sizeof contexts / sizeof *contexts; i++) {
        if (strncmp(context, contexts[i], strlen(contexts[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bool refuse_yaml(const yaml_parser_t *parser, const char *text, size_t length,
                        struct level_error *error)
{
    if (parser->error == YAML_MEMORY_ERROR || !parser->problem) {
        return level_refuse(error, 1, "there is not enough memory to read this");
    }
    if (parser->error == YAML_READER_ERROR) {
        return level_refuse(error, line_at(text, length, parser->problem_offset), "not YAML: %s",
                            parser->problem);
    }
    const bool begins = is_at_its_beginning(parser->context);
    const size_t line = begins ? parser->context_mark.line : parser->problem_mark.line;
    return level_refuse(error, (int)line + 1, "not YAML: %s; %s", parser->problem, help_for(parser->problem));
}

static bool check_tag(int line, const yaml_char_t *anchor, const yaml_char_t *tag, struct level_error *error)
{
    if (anchor) {
        return level_refuse(error, line,
                            "levels have no anchors ('&' and a name); write it out where it is used");
    }
    if (tag) {
        return level_refuse(error, line, "levels have no tags ('!' and a name); write only the value");
    }
    return true;
}

// What has been seen of a file so far.
struct survey {
    int documents;
    int depth; // lists and mappings that are open
};

// libyaml's time grows with the square of the depth; a level's scenes are three deep.
static bool go_deeper(struct survey *survey, int line, struct level_error *error)
{
    return ++survey->depth <= DEPTH_MAX ||
           level_refuse(error, line, "too many lists within lists; brackets are opened and not closed");
}

static bool check_event(const yaml_event_t *event, struct survey *survey, struct level_error *error)
{
    const int line = (int)event->start_mark.line + 1;
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return ++survey->documents == 1 ||
               level_refuse(error, line, "a file holds one level; here begins a second one");
    case YAML_ALIAS_EVENT:
        return level_refuse(error, line, "levels have no aliases ('*' and a name); write it out here");
    case YAML_SCALAR_EVENT: return check_tag(line, event->data.scalar.anchor, event->data.scalar.tag, error);
    case YAML_SEQUENCE_START_EVENT:
        return check_tag(line, event->data.sequence_start.anchor, event->data.sequence_start.tag, error) &&
               go_deeper(survey, line, error);
    case YAML_MAPPING_START_EVENT:
        return check_tag(line, event->data.mapping_start.anchor, event->data.mapping_start.tag, error) &&
               go_deeper(survey, line, error);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: survey->depth--; return true;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT: return true;
    }
    return true;
}

// Looks the whole file through; builds nothing.
static bool check_events(yaml_parser_t *parser, const char *text, size_t length, struct level_error *error)
{
    struct survey survey = {0};
    for (bool ended = false; !ended;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            return refuse_yaml(parser, text, length, error);
        }
        ended = event.type == YAML_STREAM_END_EVENT;
        const bool fine = check_event(&event, &survey, error);
        yaml_event_delete(&event);
        if (!fine) {
            return false;
        }
    }
    return survey.documents == 1 || level_refuse(error, 1, "the file is empty: there is no level in it");
}

static bool load(yaml_parser_t *parser, const char *text, size_t length, yaml_document_t *document,
                 struct level_error *error)
{
    return yaml_parser_load(parser, document) != 0 || refuse_yaml(parser, text, length, error);
}

bool level_document(const char *text, size_t length, yaml_document_t *document, struct level_error *error)
{
    if (!check_text(text, length, error)) {
        return false;
    }
    bool fine = true;
    for (int pass = 0; pass < 2 && fine; pass++) {
        yaml_parser_t parser;
        if (!yaml_parser_initialize(&parser)) {
            return level_refuse(error, 1, "there is not enough memory to read this");
        }
        yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
        fine = pass == 0 ? check_events(&parser, text, length, error)
                         : load(&parser, text, length, document, error);
        yaml_parser_delete(&parser);
    }
    return fine;
}
