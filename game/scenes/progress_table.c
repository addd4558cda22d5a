// The games as a table (CSV, RFC 4180): a line each, for a spreadsheet or for whoever advises the family.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "scenes/progress_inside.h"

enum { LINE_BYTES = 1024 };

struct text {
    char *bytes;
    size_t length, room;
};

static const char header[] = "date,time,level,longest_calm_seconds,calm_rounds,upsets,ended,noted_as\r\n";

// In quotes, each quote within doubled.
static void quote(char *out, size_t size, const char *text)
{
    size_t length = 0;
    out[length++] = '"';
    for (; *text && length + 3 < size; text++) {
        if (*text == '"') {
            out[length++] = '"';
        }
        out[length++] = *text;
    }
    out[length++] = '"';
    out[length] = '\0';
}

static const char *noted(const struct session_note *note)
{
    static const char *const names[] = {[MARK_NONE] = "",
                                        [MARK_CALM] = "calm",
                                        [MARK_FUSSY] = "fussy",
                                        [MARK_SLIP] = "slip",
                                        [MARK_HIDE] = ""};
    return note->mark == MARK_NONE && note->unclear ? "unclear" : names[note->mark];
}

static bool add(struct text *text, const char *line, size_t length)
{
    if (text->length + length + 1 > text->room) {
        size_t room = text->room * 2 + length + LINE_BYTES;
        char *bytes = realloc(text->bytes, room);
        if (!bytes) {
            return false;
        }
        text->bytes = bytes;
        text->room = room;
    }
    for (size_t i = 0; i <= length; i++) { // with its NUL
        text->bytes[text->length + i] = line[i];
    }
    text->length += length;
    return true;
}

static bool add_note(struct text *text, const struct progress *progress, const struct session_note *note)
{
    char when[32], level[2 * LEVEL_TITLE_SIZE + 3], line[LINE_BYTES];
    time_t began = (time_t)note->began;
    struct tm day = {0};
    localtime_r(&began, &day);
    strftime(when, sizeof when, "%Y-%m-%d,%H:%M:%S", &day);
    quote(level, sizeof level, progress_level_title(progress, note->level));
    int length = snprintf(line, sizeof line, "%s,%s,%d.%d,%d,%d,%s,%s\r\n", when, level,
                          note->longest_calm_ms / 1000, note->longest_calm_ms % 1000 / 100, note->calm,
                          note->upsets, end_why_name(note->why), noted(note));
    return length > 0 && length < LINE_BYTES && add(text, line, (size_t)length);
}

char *progress_table(const struct progress *progress)
{
    struct text text = {NULL, 0, 0};
    bool added = add(&text, header, sizeof header - 1);
    for (int i = 0; added && i < progress->count; i++) {
        added = add_note(&text, progress, &progress->notes[i]);
    }
    if (!added) {
        free(text.bytes);
        return NULL;
    }
    return text.bytes;
}
