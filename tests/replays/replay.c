// Plays one replay in the real game and holds its trace against what the replay's own comments expect:
//   # options: --level quick.yaml --stop-after 20000
//   # before: voice add --who Mama --moment away ../../assets/sounds/hello_1.ogg     (for its family)
//   # expect: 1 back why=touch          (facts.h: sentences)
//   # start: as a family does              (without --screen: what the program shows by itself)
// and against the promise, which holds for every session. Usage: replay PROGRAM FILE.replay
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replays/facts.h"
#include "replays/outside.h"

enum { LIMIT_MS = 120000 };

struct play {
    const char *program, *file;
    char *folder; // the replay's own: levels stand beside it
    char *home, *trace;
    char options[REASON_SIZE];
};

// The next line's text behind "# KEY: ", in place; NULL where none is left.
static const char *next_comment(char **rest, const char *key)
{
    char start[32];
    snprintf(start, sizeof start, "# %s: ", key);
    for (char *line = strsep(rest, "\n"); line; line = strsep(rest, "\n")) {
        if (strncmp(line, start, strlen(start)) == 0) {
            return line + strlen(start);
        }
    }
    return NULL;
}

static int add_words(const char **arguments, int count, char *words)
{
    for (char *word = strsep(&words, " "); word && count < ARGUMENTS_MAX; word = strsep(&words, " ")) {
        arguments[count++] = word;
    }
    return count;
}

// One command on the replay's family.
static bool prepare(const struct play *play, const char *command)
{
    const char *arguments[ARGUMENTS_MAX + 3] = {0};
    char *words = strdup(command);
    struct outside result;
    int count = add_words(arguments, 0, words);
    arguments[count] = "--data";
    arguments[count + 1] = play->home;
    outside_run(play->program, arguments, play->folder, play->home, LIMIT_MS, &result);
    bool done = result.status == 0;
    if (!done) {
        printf("%s: %s\n", command, result.err);
    }
    outside_forget(&result);
    free(words);
    return done;
}

static bool prepare_all(const struct play *play, const char *replay)
{
    char *copy = strdup(replay), *rest = copy;
    bool done = true;
    for (const char *command; done && (command = next_comment(&rest, "before"));) {
        done = prepare(play, command);
    }
    free(copy);
    return done;
}

// Most are about play; the others say on which screen they begin.
static bool run(struct play *play, bool as_a_family)
{
    const char *arguments[ARGUMENTS_MAX + 1] = {
        "--virtual-time", "--window",  "320x200",  "--seed",   "1",        "--data", play->home,
        "--trace",        play->trace, "--replay", play->file, "--screen", "play"};
    add_words(arguments, as_a_family ? 11 : 13, play->options);
    struct outside result;
    outside_run(play->program, arguments, play->folder, play->home, LIMIT_MS, &result);
    bool ended = result.status == 0;
    if (!ended) {
        printf("the game ended with %d after %d ms: %s\n", result.status, result.ms, result.err);
    }
    outside_forget(&result);
    return ended;
}

static bool judge(const struct facts *facts, const char *replay)
{
    char reason[REASON_SIZE];
    bool all = facts_promise(facts, reason) || (printf("%s\n", reason), false);
    char *copy = strdup(replay), *rest = copy;
    int sentences = 0;
    for (const char *sentence; (sentence = next_comment(&rest, "expect")); sentences++) {
        if (!facts_say(facts, sentence, reason)) {
            printf("%s\n", reason);
            all = false;
        }
    }
    free(copy);
    if (sentences == 0) {
        printf("expects nothing\n");
    }
    return all && sentences > 0;
}

static bool play_and_judge(struct play *play)
{
    char reason[REASON_SIZE], *replay = outside_read(play->file, NULL);
    if (!replay) {
        printf("can't read %s\n", play->file);
        return false;
    }
    char *copy = strdup(replay), *rest = copy;
    const char *options = next_comment(&rest, "options");
    snprintf(play->options, sizeof play->options, "%s", options ? options : "--step 0");
    free(copy);
    rest = copy = strdup(replay);
    bool as_a_family = next_comment(&rest, "start") != NULL;
    bool good = prepare_all(play, replay) && run(play, as_a_family);
    char *text = outside_read(play->trace, NULL);
    if (text) {
        struct facts facts;
        good = (facts_read(&facts, text, reason) || (printf("%s\n", reason), false)) &&
               judge(&facts, replay) && good;
        facts_free(&facts);
    }
    if (!good) {
        printf("---- the trace\n%s", text ? text : "(none)\n");
    }
    free(text);
    free(copy);
    free(replay);
    return good;
}

int main(int count, char **words)
{
    if (count != 3) {
        fprintf(stderr, "usage: replay PROGRAM FILE.replay\n");
        return 2;
    }
    struct play play = {.program = words[1], .file = words[2], .home = outside_folder()};
    play.folder = strdup(play.file);
    *strrchr(play.folder, '/') = '\0';
    play.trace = outside_path(play.home, "trace");
    bool good = play_and_judge(&play);
    outside_remove(play.home);
    free(play.trace);
    free(play.folder);
    free(play.home);
    return good ? 0 : 1;
}
