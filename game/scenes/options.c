// Words of the command line -> struct options.
#include "scenes/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scenes/commands.h"

enum { SHOT_EVERY_MS = 1000, SIDE_MIN = 64, SIDE_MAX = 16384 };

enum word {
    WORD_WINDOW = 1,
    WORD_DATA,
    WORD_LEVEL,
    WORD_AGE,
    WORD_STEP,
    WORD_WITH,
    WORD_SCREEN,
    WORD_SEED,
    WORD_REPLAY,
    WORD_RECORD,
    WORD_TRACE,
    WORD_VIRTUAL_TIME,
    WORD_LANGUAGE,
    WORD_LARGE_TEXT,
    WORD_SHOTS,
    WORD_SHOT_EVERY,
    WORD_STOP_AFTER,
    WORD_WHO,
    WORD_MOMENT,
    WORD_REPLACE,
    WORD_HELP,
    WORD_VERSION,
};

static const struct option words[] = {
    {"window", required_argument, NULL, WORD_WINDOW},
    {"data", required_argument, NULL, WORD_DATA},
    {"level", required_argument, NULL, WORD_LEVEL},
    {"age", required_argument, NULL, WORD_AGE},
    {"step", required_argument, NULL, WORD_STEP},
    {"with", required_argument, NULL, WORD_WITH},
    {"screen", required_argument, NULL, WORD_SCREEN},
    {"seed", required_argument, NULL, WORD_SEED},
    {"replay", required_argument, NULL, WORD_REPLAY},
    {"record", required_argument, NULL, WORD_RECORD},
    {"trace", required_argument, NULL, WORD_TRACE},
    {"virtual-time", no_argument, NULL, WORD_VIRTUAL_TIME},
    {"language", required_argument, NULL, WORD_LANGUAGE},
    {"large-text", no_argument, NULL, WORD_LARGE_TEXT},
    {"shots", required_argument, NULL, WORD_SHOTS},
    {"shot-every", required_argument, NULL, WORD_SHOT_EVERY},
    {"stop-after", required_argument, NULL, WORD_STOP_AFTER},
    {"who", required_argument, NULL, WORD_WHO},
    {"moment", required_argument, NULL, WORD_MOMENT},
    {"replace", no_argument, NULL, WORD_REPLACE},
    {"help", no_argument, NULL, WORD_HELP},
    {"version", no_argument, NULL, WORD_VERSION},
    {0},
};

static bool whole(const char *text, long long least, long long most, long long *value)
{
    char *end;
    *value = strtoll(text, &end, 10);
    return *text != '\0' && *end == '\0' && *value >= least && *value <= most;
}

static bool whole_int(const char *text, int least, int most, int *value)
{
    long long number;
    bool read = whole(text, least, most, &number);
    *value = read ? (int)number : 0;
    return read;
}

static bool size(const char *text, int *w, int *h)
{
    char more;
    return sscanf(text, "%5dx%5d%c", w, h, &more) == 2 && *w >= SIDE_MIN && *h >= SIDE_MIN &&
           *w <= SIDE_MAX && *h <= SIDE_MAX;
}

static bool seed(const char *text, struct options *options)
{
    char *end;
    options->seed = strtoull(text, &end, 10);
    options->seeded = true;
    return *text >= '0' && *text <= '9' && *end == '\0';
}

static bool is_one_of(const char *name, const char *const *list)
{
    while (*list && strcmp(name, *list) != 0) {
        list++;
    }
    return *list;
}

static bool screen(const char *name, struct options *options)
{
    static const char *const screens[] = {"play",     "good-night", "gate",   "first",    "home", "voices",
                                          "recorder", "levels",     "editor", "progress", "away", "guidance",
                                          "doctor",   "settings",   "lock",   NULL};
    options->screen = name;
    if (is_one_of(name, screens)) {
        return true;
    }
    fprintf(stderr, "peekaboo: there is no screen called '%s'\n", name);
    return false;
}

static bool refuse(const char *word, const char *value)
{
    fprintf(stderr, "peekaboo: '%s' does not fit --%s\n", value, word);
    return false;
}

// One option; false where it is wrong (and it was said).
static bool take(enum word word, const char *value, struct options *options)
{
    switch (word) {
    case WORD_WINDOW: return size(value, &options->w, &options->h) || refuse("window", value);
    case WORD_DATA: options->data = value; return *value || refuse("data", value);
    case WORD_LEVEL: options->level = value; return *value || refuse("level", value);
    case WORD_AGE: return whole_int(value, 6, 36, &options->age_months) || refuse("age", value);
    case WORD_STEP: return whole_int(value, 0, 1000, &options->step) || refuse("step", value);
    case WORD_WITH: options->with = value; return true;
    case WORD_SCREEN: return screen(value, options);
    case WORD_SEED: return seed(value, options) || refuse("seed", value);
    case WORD_REPLAY: options->replay = value; return true;
    case WORD_RECORD: options->record = value; return true;
    case WORD_TRACE: options->trace = value; return true;
    case WORD_VIRTUAL_TIME: options->virtual_time = true; return true;
    case WORD_LANGUAGE: options->language = value; return true;
    case WORD_LARGE_TEXT: options->large_text = true; return true;
    case WORD_SHOTS: options->shots = value; return true;
    case WORD_SHOT_EVERY:
        return whole_int(value, 1, 1000000000, &options->shot_every_ms) || refuse("shot-every", value);
    case WORD_STOP_AFTER:
        return whole_int(value, 0, 1000000000, &options->stop_after_ms) || refuse("stop-after", value);
    case WORD_WHO: options->who = value; return true;
    case WORD_MOMENT: options->moment = value; return true;
    case WORD_REPLACE: options->replace = true; return true;
    case WORD_HELP: fputs(options_help, stdout); return false;
    case WORD_VERSION: puts("peekaboo " PEEKABOO_VERSION); return false;
    }
    return false;
}

static bool wrong(const char *sentence, const char *about)
{
    fprintf(stderr, "peekaboo: %s%s\n", sentence, about);
    return false;
}

// The words behind the options; the first of them is the command's second word where it has one.
static bool take_words(int count, char **given, struct options *options)
{
    if (options->command && commands_has_verb(options->command)) {
        if (count == 0) {
            return wrong("there is a word missing behind ", options->command);
        }
        options->verb = given[0];
        count--;
        given++;
    }
    options->files = given;
    options->file_count = count;
    if (!options->command && (count > 0 || options->who || options->moment || options->replace)) {
        return wrong("there is no use for ", count > 0         ? given[0]
                                             : options->who    ? "--who"
                                             : options->moment ? "--moment"
                                                               : "--replace");
    }
    return !options->command || commands_fit(options);
}

// True where there is nothing more to do: the game, or a command, has its words.
static bool take_options(int count, char **given, struct options *options, int *status)
{
    optind = 1;
    opterr = 0;
    int word;
    while ((word = getopt_long(count, given, "", words, NULL)) != -1) {
        if (word == '?') {
            return wrong("there is no option like ", given[optind - 1]);
        }
        if (!take((enum word)word, optarg, options)) {
            *status = word == WORD_HELP || word == WORD_VERSION ? EXIT_WELL : EXIT_COMMAND;
            return false;
        }
    }
    return true;
}

bool options_read(int count, char **given, struct options *options, int *status)
{
    *options = (struct options){.step = -1, .stop_after_ms = -1, .shot_every_ms = SHOT_EVERY_MS, .seed = 1};
    *status = EXIT_COMMAND;
    if (count > 1 && given[1][0] != '-') {
        options->command = given[1];
        if (!commands_known(given[1])) {
            return false;
        }
        count--;
        given++;
    }
    if (!take_options(count, given, options, status)) {
        return false;
    }
    if (options->replay && options->record) {
        return wrong("--replay and --record exclude each other", "");
    }
    return take_words(count - optind, given + optind, options);
}
