// Replay lines <-> events, through one table of words.
#include "platform/replay.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/files.h"

static const int64_t CENTURY_SECONDS = (int64_t)100 * 366 * 24 * 60 * 60;

struct timed {
    int at_ms;
    int order; // of two at the same time the earlier line comes first
    struct event event;
};

struct replay {
    struct timed *events;
    int count, room, next, end_ms;
};

struct recording {
    FILE *file;
};

// What follows the word on its line.
enum form {
    FORM_POINT,
    FORM_FINGER,
    FORM_TURN,
    FORM_KEY,
    FORM_PRESS,
    FORM_SIZE,
    FORM_SECONDS,
    FORM_TEXT,
    FORM_CRY,
    FORM_NOTHING
};

// "cry soft" is only written so: `cry` reads it.
static const struct word {
    const char *name;
    enum event_kind kind;
    enum form form;
} words[] = {
    {"down", EVENT_DOWN, FORM_POINT},
    {"move", EVENT_MOVE, FORM_POINT},
    {"up", EVENT_UP, FORM_FINGER},
    {"key", EVENT_KEY_DOWN, FORM_PRESS},
    {"keydown", EVENT_KEY_DOWN, FORM_KEY},
    {"keyup", EVENT_KEY_UP, FORM_KEY},
    {"text", EVENT_TEXT, FORM_TEXT},
    {"fuss", EVENT_FUSS, FORM_NOTHING},
    {"cry", EVENT_CRY, FORM_CRY},
    {"stop", EVENT_STOP, FORM_NOTHING},
    {"hide", EVENT_HIDE, FORM_NOTHING},
    {"show", EVENT_SHOW, FORM_NOTHING},
    {"resize", EVENT_RESIZE, FORM_SIZE},
    {"unplug", EVENT_UNPLUG, FORM_NOTHING},
    {"plug", EVENT_PLUG, FORM_NOTHING},
    {"clock", EVENT_CLOCK, FORM_SECONDS},
    {"file", EVENT_FILE, FORM_TEXT},
    {"wheel", EVENT_WHEEL, FORM_TURN},
    {"cry soft", EVENT_CRY_SOFT, FORM_NOTHING},
};

static const struct word *find_word(const char *name)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i].name, name) == 0) {
            return &words[i];
        }
    }
    return NULL;
}

static bool add(struct replay *replay, int at_ms, const struct event *event)
{
    if (replay->count == replay->room) {
        int room = replay->room ? replay->room * 2 : 64;
        struct timed *more = realloc(replay->events, (size_t)room * sizeof *more);
        if (!more) {
            return false;
        }
        replay->events = more;
        replay->room = room;
    }
    replay->events[replay->count] = (struct timed){.at_ms = at_ms, .order = replay->count, .event = *event};
    replay->count++;
    replay->end_ms = at_ms > replay->end_ms ? at_ms : replay->end_ms;
    return true;
}

// Each takes the rest of the line; false where it does not fit.
static bool read_point(const char *rest, struct event *event)
{
    long long finger = 0;
    char more;
    int read = sscanf(rest, "%f %f %19lld %c", &event->x, &event->y, &finger, &more);
    event->finger = finger;
    bool inside = event->x >= 0 && event->x <= 1 && event->y >= 0 && event->y <= 1;
    return (read == 2 || read == 3) && inside && finger >= 0;
}

static bool read_finger(const char *rest, struct event *event)
{
    long long finger = 0;
    char more;
    int read = sscanf(rest, "%19lld %c", &finger, &more);
    event->finger = finger;
    return read == EOF || (read == 1 && finger >= 0);
}

static bool read_turn(const char *rest, struct event *event)
{
    char more;
    return sscanf(rest, "%f %f %f %c", &event->x, &event->y, &event->turn, &more) == 3 && event->x >= 0 &&
           event->x <= 1 && event->y >= 0 && event->y <= 1 && event->turn >= -100 && event->turn <= 100;
}

static bool read_key(const char *rest, struct event *event)
{
    SDL_Keycode key = SDL_GetKeyFromName(rest);
    SDL_strlcpy(event->text, SDL_GetKeyName(key), sizeof event->text);
    return key != SDLK_UNKNOWN;
}

static bool read_size(const char *rest, struct event *event)
{
    char more;
    return sscanf(rest, "%5d %5d %c", &event->w, &event->h, &more) == 2 && event->w > 0 && event->h > 0 &&
           event->w <= 16384 && event->h <= 16384;
}

static bool read_seconds(const char *rest, struct event *event)
{
    char *end;
    event->seconds = strtoll(rest, &end, 10);
    return end != rest && *end == '\0' && event->seconds >= -CENTURY_SECONDS &&
           event->seconds <= CENTURY_SECONDS;
}

static bool read_cry(const char *rest, struct event *event)
{
    bool soft = strcmp(rest, "soft") == 0;
    event->kind = soft ? EVENT_CRY_SOFT : EVENT_CRY;
    return soft || *rest == '\0';
}

static bool read_rest(enum form form, const char *rest, struct event *event)
{
    switch (form) {
    case FORM_POINT: return read_point(rest, event);
    case FORM_FINGER: return read_finger(rest, event);
    case FORM_TURN: return read_turn(rest, event);
    case FORM_KEY:
    case FORM_PRESS: return read_key(rest, event);
    case FORM_SIZE: return read_size(rest, event);
    case FORM_SECONDS: return read_seconds(rest, event);
    case FORM_TEXT: return SDL_strlcpy(event->text, rest, sizeof event->text) < sizeof event->text;
    case FORM_CRY: return read_cry(rest, event);
    case FORM_NOTHING: return *rest == '\0';
    }
    return false;
}

static char *trim(char *text)
{
    text += strspn(text, " \t");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r", text[length - 1])) {
        text[--length] = '\0';
    }
    return text;
}

// NULL where the line is right or empty, else what is wrong with it.
static const char *read_line(struct replay *replay, char *line)
{
    line = trim(line);
    if (*line == '\0' || *line == '#') {
        return NULL;
    }
    char *after;
    long at_ms = strtol(line, &after, 10);
    if (after == line || (*after != ' ' && *after != '\t') || at_ms < 0 || at_ms > 1000000000) {
        return "a line begins with a time in milliseconds";
    }
    char name[16] = "";
    int name_end = 0;
    if (sscanf(after, " %15s%n", name, &name_end) != 1 || !find_word(name)) {
        return "the word after the time is not one of a replay's";
    }
    const struct word *word = find_word(name);
    struct event event = {.kind = word->kind};
    if (!read_rest(word->form, trim(after + name_end), &event)) {
        return "what follows the word does not fit it";
    }
    bool added = add(replay, (int)at_ms, &event);
    if (added && word->form == FORM_PRESS) {
        event.kind = EVENT_KEY_UP;
        added = add(replay, (int)at_ms, &event);
    }
    return added ? NULL : "there is no memory left";
}

static int earlier(const void *a, const void *b)
{
    const struct timed *one = a, *other = b;
    return one->at_ms != other->at_ms ? (one->at_ms > other->at_ms) - (one->at_ms < other->at_ms)
                                      : (one->order > other->order) - (one->order < other->order);
}

struct replay *replay_open(const char *path, char *reason, int reason_size)
{
    char *text = files_read(path, NULL);
    struct replay *replay = text ? calloc(1, sizeof *replay) : NULL;
    if (!replay) {
        snprintf(reason, (size_t)reason_size, "%s:1: the replay can't be read", path);
        free(text);
        return NULL;
    }
    int number = 1;
    for (char *line = text; line; number++) {
        char *end = strchr(line, '\n');
        if (end) {
            *end = '\0';
        }
        const char *wrong = read_line(replay, line);
        if (wrong) {
            snprintf(reason, (size_t)reason_size, "%s:%d: %s", path, number, wrong);
            free(text);
            replay_free(replay);
            return NULL;
        }
        line = end ? end + 1 : NULL;
    }
    free(text);
    if (replay->count > 0) {
        qsort(replay->events, (size_t)replay->count, sizeof *replay->events, earlier);
    }
    return replay;
}

void replay_free(struct replay *replay)
{
    if (replay) {
        free(replay->events);
        free(replay);
    }
}

bool replay_poll(struct replay *replay, int now_ms, struct event *event)
{
    if (replay->next >= replay->count || replay->events[replay->next].at_ms > now_ms) {
        return false;
    }
    *event = replay->events[replay->next++].event;
    return true;
}

int replay_next_ms(const struct replay *replay)
{
    return replay->next < replay->count ? replay->events[replay->next].at_ms : -1;
}

int replay_end_ms(const struct replay *replay)
{
    return replay->end_ms;
}

struct recording *recording_open(const char *path)
{
    struct recording *recording = calloc(1, sizeof *recording);
    if (recording) {
        recording->file = fopen(path, "w");
    }
    if (recording && recording->file) {
        setvbuf(recording->file, NULL, _IOLBF, BUFSIZ); // a game that is killed leaves whole lines
    }
    if (recording && !recording->file) {
        free(recording);
        return NULL;
    }
    return recording;
}

void recording_free(struct recording *recording)
{
    if (recording) {
        fclose(recording->file);
        free(recording);
    }
}

static const char *word_of(enum event_kind kind)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (words[i].kind == kind && words[i].form != FORM_PRESS) {
            return words[i].name;
        }
    }
    return NULL;
}

void recording_write(struct recording *recording, int now_ms, const struct event *event)
{
    const char *name = word_of(event->kind);
    if (!name) {
        return;
    }
    const struct word *word = find_word(name);
    fprintf(recording->file, "%d %s", now_ms, name);
    switch (word->form) {
    case FORM_POINT:
        fprintf(recording->file, " %.4f %.4f %lld", (double)event->x, (double)event->y,
                (long long)event->finger);
        break;
    case FORM_FINGER: fprintf(recording->file, " %lld", (long long)event->finger); break;
    case FORM_TURN:
        fprintf(recording->file, " %.4f %.4f %.4f", (double)event->x, (double)event->y, (double)event->turn);
        break;
    case FORM_KEY:
    case FORM_PRESS:
    case FORM_TEXT: fprintf(recording->file, " %s", event->text); break;
    case FORM_SIZE: fprintf(recording->file, " %d %d", event->w, event->h); break;
    case FORM_SECONDS: fprintf(recording->file, " %+lld", (long long)event->seconds); break;
    case FORM_CRY:
    case FORM_NOTHING: break;
    }
    fputc('\n', recording->file);
}
