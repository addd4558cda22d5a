// Words of the command line -> struct options.
#include "scenes/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    {"help", no_argument, NULL, WORD_HELP},
    {"version", no_argument, NULL, WORD_VERSION},
    {0},
};

static const char help[] =
    "peekaboo: a friend hides, and always comes back. To be played together, on a lap.\n"
    "\n"
    "peekaboo [options]            play, full screen\n"
    "  --window WxH                in a window of that size, in pixels\n"
    "  --data DIR                  the family's folder (also after the commands below)\n"
    "  --level NAME|FILE           which level\n"
    "  --age MONTHS                the baby's age, 6 to 36\n"
    "  --step K                    start from step K of the ladder\n"
    "  --screen NAME               open on a screen: home, play, voices, recorder,\n"
    "                              gate, good-night\n"
    "  --seed N                    for everything random\n"
    "  --replay FILE | --record FILE   hands from, or to, a file\n"
    "  --trace FILE                what happens, one JSON object a line (-: standard output)\n"
    "  --virtual-time              each frame is 1/60 s, and nothing waits\n"
    "  --shots DIR --shot-every MS pictures of what is shown\n"
    "  --stop-after MS             leave then\n"
    "peekaboo check FILE...        are these level files right?\n"
    "peekaboo plan [--level L] [--age M] [--step K]    today's rounds, and the cap\n";

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

static bool screen(const char *name, struct options *options)
{
    static const char *const here[] = {"play", "good-night", "gate", "home", "voices", "recorder"};
    static const char *const later[] = {"levels", "progress", "guidance", "away", "settings"};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
        if (strcmp(name, later[i]) == 0) {
            fprintf(stderr, "peekaboo: the screen '%s' is not in this version\n", name);
            return false;
        }
    }
    for (size_t i = 0; i < sizeof here / sizeof *here; i++) {
        if (strcmp(name, here[i]) == 0) {
            options->screen = name;
            return true;
        }
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
    case WORD_WITH:
        fputs("peekaboo: --with needs recorded voices, which are not in this version\n", stderr);
        return false;
    case WORD_SCREEN: return screen(value, options);
    case WORD_SEED: return seed(value, options) || refuse("seed", value);
    case WORD_REPLAY: options->replay = value; return true;
    case WORD_RECORD: options->record = value; return true;
    case WORD_TRACE: options->trace = value; return true;
    case WORD_VIRTUAL_TIME: options->virtual_time = true; return true;
    case WORD_LANGUAGE: // play has no words; the grown-ups' screens will have
    case WORD_LARGE_TEXT: return true;
    case WORD_SHOTS: options->shots = value; return true;
    case WORD_SHOT_EVERY:
        return whole_int(value, 1, 1000000000, &options->shot_every_ms) || refuse("shot-every", value);
    case WORD_STOP_AFTER:
        return whole_int(value, 0, 1000000000, &options->stop_after_ms) || refuse("stop-after", value);
    case WORD_HELP: fputs(help, stdout); return false;
    case WORD_VERSION: puts("peekaboo " PEEKABOO_VERSION); return false;
    }
    return false;
}

static bool wrong(const char *sentence, const char *about)
{
    fprintf(stderr, "peekaboo: %s%s\n", sentence, about);
    return false;
}

static bool known_command(const char *name)
{
    static const char *const later[] = {"voice", "face", "backup", "restore", "hear"};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
        if (strcmp(name, later[i]) == 0) {
            return wrong("this version does not know the command ", name);
        }
    }
    return strcmp(name, "check") == 0 || strcmp(name, "plan") == 0 || wrong("there is no command ", name);
}

static bool take_files(int count, char **given, struct options *options)
{
    bool checks = options->command && strcmp(options->command, "check") == 0;
    if (count > 0 && !checks) {
        return wrong("there is no use for ", given[0]);
    }
    if (checks && count == 0) {
        return wrong("check needs level files", "");
    }
    options->files = given;
    options->file_count = count;
    return true;
}

bool options_read(int count, char **given, struct options *options, int *status)
{
    *options = (struct options){.step = -1, .stop_after_ms = -1, .shot_every_ms = SHOT_EVERY_MS, .seed = 1};
    *status = EXIT_COMMAND;
    if (count > 1 && given[1][0] != '-') {
        options->command = given[1];
        if (!known_command(given[1])) {
            return false;
        }
        count--;
        given++;
    }
    optind = 1;
    int word;
    while ((word = getopt_long(count, given, "", words, NULL)) != -1) {
        if (word == '?' || !take((enum word)word, optarg, options)) {
            *status = word == WORD_HELP || word == WORD_VERSION ? EXIT_WELL : EXIT_COMMAND;
            return false;
        }
    }
    if (options->replay && options->record) {
        return wrong("--replay and --record exclude each other", "");
    }
    return take_files(count - optind, given + optind, options);
}
