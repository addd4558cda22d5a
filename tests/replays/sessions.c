// Many whole sessions of the real game: every level, all ages, and hands that slap, hold and drag; a grown-up
// who pauses, says fussy or finishes; the background and back, the tablet turned, the sound device gone.
// Whatever comes, the promise holds. Usage: sessions PROGRAM LEVELS COUNT
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replays/facts.h"
#include "replays/outside.h"

enum { LEVELS_MAX = 64, LIMIT_MS = 60000, LAST_MS = 150000, UPSET_MS = 300, TEXT_SIZE = 1 << 20 };

struct hands {
    unsigned long long state;
    char *text;
    size_t length;
};

static int between(struct hands *hands, int low, int high)
{
    hands->state = hands->state * 6364136223846793005u + 1442695040888963407u;
    return low + (int)((hands->state >> 33) % (unsigned)(high - low + 1));
}

static void write_line(struct hands *hands, int at_ms, const char *line)
{
    int written = snprintf(hands->text + hands->length, TEXT_SIZE - hands->length, "%d %s\n", at_ms, line);
    hands->length += (size_t)written < TEXT_SIZE - hands->length ? (size_t)written : 0;
}

static void down(struct hands *hands, int at_ms, int finger)
{
    char line[64];
    snprintf(line, sizeof line, "down .%03d .%03d %d", between(hands, 0, 999), between(hands, 0, 999),
             finger);
    write_line(hands, at_ms, line);
}

static void up(struct hands *hands, int at_ms, int finger)
{
    char line[32];
    snprintf(line, sizeof line, "up %d", finger);
    write_line(hands, at_ms, line);
}

// Each of these happens from at_ms on; the return is when it is over.
static int slap(struct hands *hands, int at_ms)
{
    for (int i = between(hands, 1, 25); i > 0; i--, at_ms += between(hands, 60, 350)) {
        down(hands, at_ms, 1);
        up(hands, at_ms + 50, 1);
    }
    return at_ms;
}

static int lay_a_hand_on(struct hands *hands, int at_ms)
{
    for (int finger = 2; finger < 7; finger++) {
        down(hands, at_ms + finger, finger);
    }
    int until_ms = at_ms + between(hands, 500, 9000);
    for (int finger = 2; finger < 7; finger++) {
        up(hands, until_ms, finger);
    }
    return until_ms;
}

static int drag(struct hands *hands, int at_ms)
{
    down(hands, at_ms, 8);
    for (int i = 0; i < 20; i++) {
        char line[64];
        snprintf(line, sizeof line, "move .%03d .%03d 8", between(hands, 0, 999), between(hands, 0, 999));
        write_line(hands, at_ms += 40, line);
    }
    up(hands, at_ms, 8);
    return at_ms;
}

static int hide_and_show(struct hands *hands, int at_ms)
{
    write_line(hands, at_ms, "hide");
    at_ms += between(hands, 0, 9) ? between(hands, 100, 20000) : 61000;
    write_line(hands, at_ms, "show");
    return at_ms;
}

static int hold_a_corner(struct hands *hands, int at_ms)
{
    write_line(hands, at_ms, "down .01 .01 9");
    up(hands, at_ms + between(hands, 200, 2500), 9);
    return at_ms + 2500;
}

static int say(struct hands *hands, int at_ms, const char *line)
{
    write_line(hands, at_ms, line);
    return at_ms + 100;
}

static int do_something(struct hands *hands, int at_ms)
{
    switch (between(hands, 0, 30)) {
    case 0: return hide_and_show(hands, at_ms);
    case 1: return hold_a_corner(hands, at_ms);
    case 2: return say(hands, at_ms, "unplug");
    case 3: return say(hands, at_ms, "plug");
    case 4: return say(hands, at_ms, between(hands, 0, 1) ? "resize 200 320" : "resize 320 200");
    case 5:
        return say(hands, at_ms,
                   between(hands, 0, 2)   ? "key space"
                   : between(hands, 0, 1) ? "cry"
                                          : "cry soft");
    case 6: return say(hands, at_ms, between(hands, 0, 2) ? "clock +86400" : "fuss");
    case 7: return say(hands, at_ms, between(hands, 0, 5) ? "key escape" : "stop");
    case 8:
    case 9:
    case 10:
    case 11: return slap(hands, at_ms);
    case 12:
    case 13: return lay_a_hand_on(hands, at_ms);
    case 14:
    case 15: return drag(hands, at_ms);
    default:
        down(hands, at_ms, 1);
        up(hands, at_ms + 120, 1);
        return at_ms + 200;
    }
}

static void invent(struct hands *hands)
{
    hands->length = 0;
    hands->text[0] = '\0';
    static const int pauses_ms[] = {800, 3000, 8000}; // a wild, a lively and a quiet baby
    int pause_ms = pauses_ms[between(hands, 0, 2)];
    for (int at_ms = between(hands, 0, 3000); at_ms < LAST_MS; at_ms += between(hands, 50, pause_ms)) {
        at_ms = do_something(hands, at_ms);
    }
}

// An upset while somebody is gone has them back within 300 ms.
static bool upsets_are_met(const struct facts *facts, char *reason)
{
    int gone = 0;
    for (int i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->items[i];
        gone += strcmp(fact->event, "gone") == 0;
        gone -= strcmp(fact->event, "back") == 0;
        if (strcmp(fact->event, "upset") != 0 || gone == 0) {
            continue;
        }
        int back = facts_find(facts, i, "back");
        if (back < 0 || facts->items[back].t_ms > fact->t_ms + UPSET_MS) {
            snprintf(reason, REASON_SIZE, "nobody is back in time after %s", fact->line);
            return false;
        }
    }
    return true;
}

static bool judge(const char *trace)
{
    struct facts facts;
    char reason[REASON_SIZE] = "no trace";
    bool good = trace && facts_read(&facts, trace, reason);
    if (good) {
        good = facts_promise(&facts, reason) && upsets_are_met(&facts, reason);
        if (facts_find(&facts, 0, "end") < 0) {
            snprintf(reason, sizeof reason, "the session does not end");
            good = false;
        }
        facts_free(&facts);
    }
    if (!good) {
        printf("%s\n", reason);
    }
    return good;
}

struct where {
    const char *program;
    char *home, *replay, *trace;
};

static bool session(const struct where *where, const char *level, int number, struct hands *hands)
{
    char age[8], step[8], seed[16];
    snprintf(age, sizeof age, "%d", between(hands, 6, 36));
    snprintf(step, sizeof step, "%d", between(hands, 0, between(hands, 0, 1) ? 4 : 20));
    snprintf(seed, sizeof seed, "%d", number);
    invent(hands);
    outside_write(where->replay, hands->text);
    const char *const arguments[] = {"--virtual-time",
                                     "--screen",
                                     "play",
                                     "--window",
                                     "320x200",
                                     "--data",
                                     where->home,
                                     "--level",
                                     level,
                                     "--age",
                                     age,
                                     "--step",
                                     step,
                                     "--seed",
                                     seed,
                                     "--replay",
                                     where->replay,
                                     "--trace",
                                     where->trace,
                                     NULL};
    struct outside result;
    outside_run(where->program, arguments, where->home, where->home, LIMIT_MS, &result);
    char *trace = outside_read(where->trace, NULL);
    bool good = judge(trace) && result.status == 0;
    if (!good) {
        printf("session %d of %s, age %s, step %s: status %d\n%s\n---- its hands\n%s", number, level, age,
               step, result.status, result.err ? result.err : "", hands->text);
    }
    free(trace);
    outside_forget(&result);
    return good;
}

static int find_levels(const char *folder, char *levels[LEVELS_MAX])
{
    DIR *open = opendir(folder);
    int count = 0;
    for (struct dirent *entry; open && count < LEVELS_MAX && (entry = readdir(open));) {
        if (strstr(entry->d_name, ".yaml")) {
            levels[count++] = outside_path(folder, entry->d_name);
        }
    }
    if (open) {
        closedir(open);
    }
    return count;
}

int main(int count, char **words)
{
    char *levels[LEVELS_MAX];
    char *folder = count == 4 ? realpath(words[2], NULL) : NULL; // the game runs elsewhere
    int level_count = folder ? find_levels(folder, levels) : 0;
    if (level_count == 0) {
        fprintf(stderr, "usage: sessions PROGRAM LEVELS COUNT\n");
        return 2;
    }
    struct where where = {.program = words[1], .home = outside_folder()};
    where.replay = outside_path(where.home, "hands.replay");
    where.trace = outside_path(where.home, "trace");
    struct hands hands = {.state = 1, .text = malloc(TEXT_SIZE)};
    int sessions = atoi(words[3]), good = 0;
    while (hands.text && good < sessions && session(&where, levels[good % level_count], good, &hands)) {
        good++;
    }
    printf("%d of %d sessions kept the promise\n", good, sessions);
    outside_remove(where.home);
    for (int i = 0; i < level_count; i++) {
        free(levels[i]);
    }
    free(folder);
    free(where.home);
    free(where.replay);
    free(where.trace);
    free(hands.text);
    return good == sessions && sessions > 0 ? 0 : 1;
}
