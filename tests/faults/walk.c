// The walk: each call that can fail is failed once, in the real game, and each time it is looked at what is
// left.
//   walk GAME SHIM MOST [SCENARIO...]
//       MOST faults of each function in each scenario, those on different paths first, and the last; 0: all.
//       MOST/K: every K-th of these, in each scenario others.
//       Where FAULTS_ONLY is set: of functions with that in their names.
//   walk GAME SHIM one SCENARIO FUNCTION N        one of them, with all it says
//   walk GAME SHIM planted                        a crash, a hang and a lost family are planted, and have to
//   be seen
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/judge.h"
#include "faults/kept.h"
#include "faults/scenarios.h"

enum { WORKERS = 2, FAULTS_MAX = 200000, LIMIT_MS = 30000, HANG_MS = 5000 };

struct walk {
    struct desk desk;
    int most, every;
    int scenarios; // walked before this one
    const struct scenario *scenario;
    char *before;
    struct left untouched;
    struct fault *faults;
    int fault_count;
};

// ---- which faults: a report's lines are "site FUNCTION N" and "FUNCTION COUNT"

static void add_fault(struct walk *walk, const char *function, int number)
{
    for (int i = walk->fault_count; i-- > 0 && strcmp(walk->faults[i].function, function) == 0;) {
        if (walk->faults[i].number == number) {
            return;
        }
    }
    if (walk->fault_count < FAULTS_MAX) {
        struct fault *fault = &walk->faults[walk->fault_count++];
        snprintf(fault->function, sizeof fault->function, "%s", function);
        fault->number = number;
    }
}

// Of each function those sites, evenly.
static void add_sites(struct walk *walk, const char *function)
{
    char key[FUNCTION_SIZE + 8];
    int numbers[4096], count = 0;
    const int length = snprintf(key, sizeof key, "site %s ", function);
    for (const char *at = walk->untouched.report; count < 4096 && (at = strstr(at, key)); at += length) {
        numbers[count++] = atoi(at + length);
    }
    const int wanted = walk->most > 0 && walk->most < count ? walk->most : count;
    for (int i = 0; i < wanted; i++) {
        add_fault(walk, function, numbers[wanted > 1 ? (int)((long)i * (count - 1) / (wanted - 1)) : 0]);
    }
}

static void add_all(struct walk *walk, const char *function, int count)
{
    for (int i = 0; i < count; i++) {
        add_fault(walk, function, i);
    }
}

static bool may_fail(const struct walk *walk, const char *function)
{
    const char *never = walk->scenario->never, *only = getenv("FAULTS_ONLY");
    return (!never || !strstr(never, function)) && (!only || strstr(function, only));
}

static void choose(struct walk *walk)
{
    char function[FUNCTION_SIZE];
    int count;
    walk->fault_count = 0;
    for (const char *line = walk->untouched.report; line && *line; line = strchr(line, '\n') + 1) {
        if (strncmp(line, "site ", 5) != 0 && sscanf(line, "%63s %d", function, &count) == 2 &&
            may_fail(walk, function)) {
            if (walk->most > 0) {
                add_sites(walk, function);
                add_fault(walk, function, count - 1);
            } else {
                add_all(walk, function, count);
            }
        }
    }
}

// Every K-th of them, beginning with another one in each scenario.
static void thin_out(struct walk *walk)
{
    int count = 0;
    for (int i = walk->scenarios % walk->every; i < walk->fault_count; i += walk->every) {
        walk->faults[count++] = walk->faults[i];
    }
    walk->fault_count = count;
}

// ---- walking

static const char *try(struct walk *walk, const struct fault *fault, int worker, struct left *left)
{
    desk_run(&walk->desk, walk->scenario, fault, worker, left);
    return judge(walk->scenario, walk->before, &walk->untouched, left);
}

static int walk_part(struct walk *walk, int worker, FILE *out)
{
    int wrong = 0;
    for (int i = worker; i < walk->fault_count; i += WORKERS) {
        struct left left;
        const char *words = try(walk, &walk->faults[i], worker, &left);
        if (words) {
            wrong++;
            fprintf(out, "  %s: %s %d: %s: %.300s\n", walk->scenario->name, walk->faults[i].function,
                    walk->faults[i].number, words, left.said.err);
            fflush(out);
        }
        desk_forget(&left);
    }
    return wrong > 0;
}

static bool walk_all(struct walk *walk)
{
    int children[WORKERS], status, wrong = 0;
    fflush(NULL);
    for (int i = 0; i < WORKERS; i++) {
        if ((children[i] = fork()) == 0) {
            _exit(walk_part(walk, i, stdout));
        }
    }
    for (int i = 0; i < WORKERS; i++) {
        waitpid(children[i], &status, 0);
        wrong += status != 0;
    }
    return wrong == 0;
}

static bool survey(struct walk *walk, const struct scenario *scenario)
{
    walk->scenario = scenario;
    desk_run(&walk->desk, scenario, NULL, 0, &walk->untouched);
    const bool fine = walk->untouched.said.status == 0 && walk->untouched.kept && walk->untouched.report;
    if (!fine) {
        printf("%s: does not even work when nothing fails: %s\n", scenario->name, walk->untouched.said.err);
    }
    return fine;
}

static bool walk_scenario(struct walk *walk, const struct scenario *scenario)
{
    const int began_ms = outside_now_ms();
    bool fine = survey(walk, scenario);
    if (fine) {
        choose(walk);
        thin_out(walk);
        fine = walk_all(walk);
        printf("%-14s %5d faults, %3d s: %s\n", scenario->name, walk->fault_count,
               (outside_now_ms() - began_ms) / 1000, fine ? "all went well" : "NOT ALL WENT WELL");
    }
    desk_forget(&walk->untouched);
    return fine;
}

static bool wanted(const char *name, char **names)
{
    if (!*names) {
        return true;
    }
    while (*names && strcmp(*names, name) != 0) {
        names++;
    }
    return *names != NULL;
}

static bool walk_these(struct walk *walk, char **names)
{
    int passed = 0, failed = 0;
    for (int i = 0; scenario_at(i); i++) {
        if (wanted(scenario_at(i)->name, names)) {
            const bool fine = walk_scenario(walk, scenario_at(i));
            walk->scenarios++;
            passed += fine;
            failed += !fine;
        }
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0;
}

// ---- one fault, looked at closely

static bool walk_one(struct walk *walk, const char *name, const char *function, int number)
{
    struct fault fault = {.number = number};
    struct left left;
    snprintf(fault.function, sizeof fault.function, "%s", function);
    setenv("FAULTS_TELL", "1", 1);
    for (int i = 0; scenario_at(i); i++) {
        if (strcmp(scenario_at(i)->name, name) == 0 && survey(walk, scenario_at(i))) {
            const char *words = try(walk, &fault, 0, &left);
            printf("%s; %s; status %d; %s\n%s%s\n%s\n%s\n", left.struck ? "struck" : "passed untouched",
                   words ? words : "well", left.said.status, left.said.err, left.trace ? left.trace : "",
                   left.kept ? left.kept : "", left.pictures, walk->untouched.pictures);
            return words == NULL;
        }
    }
    return false;
}

// ---- planted: the walk must see what goes wrong

static bool sees(struct walk *walk, const char *plant, const char *expected)
{
    const struct fault fault = {.function = "game_calloc", .number = 20};
    struct left left;
    walk->desk.plant = plant;
    walk->desk.limit_ms = strcmp(plant, "hang") == 0 ? HANG_MS : LIMIT_MS;
    const char *words = try(walk, &fault, 0, &left);
    const bool seen = left.struck && words && strstr(words, expected);
    printf("planted %s: %s: %s\n", plant, words ? words : "nothing was seen", seen ? "seen" : "NOT SEEN");
    desk_forget(&left);
    walk->desk.plant = NULL;
    return seen;
}

static bool sees_planted(struct walk *walk)
{
    char lose[PATH_SIZE + 32];
    snprintf(lose, sizeof lose, "lose=%s/run0/family/family.db", walk->desk.folder);
    return survey(walk, scenario_at(0)) & sees(walk, "crash", "it crashed") & sees(walk, "hang", "it hung") &
           sees(walk, lose, "was lost");
}

static bool obey(struct walk *walk, int count, char **words)
{
    if (count == 7 && strcmp(words[3], "one") == 0) {
        return walk_one(walk, words[4], words[5], atoi(words[6]));
    }
    if (strcmp(words[3], "planted") == 0) {
        return sees_planted(walk);
    }
    const char *part = strchr(words[3], '/');
    walk->most = atoi(words[3]);
    walk->every = part && atoi(part + 1) > 0 ? atoi(part + 1) : 1;
    return walk_these(walk, words + 4);
}

int main(int count, char **words)
{
    static struct walk walk;
    char path[PATH_SIZE];
    char *folder = outside_folder();
    if (count < 4 || !folder) {
        fputs("walk GAME SHIM MOST [SCENARIO...] | one SCENARIO FUNCTION N | planted\n", stderr);
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    walk.desk = (struct desk){.game = words[1], .shim = words[2], .limit_ms = LIMIT_MS};
    snprintf(walk.desk.folder, sizeof walk.desk.folder, "%s", folder);
    walk.faults = calloc(FAULTS_MAX, sizeof *walk.faults);
    bool fine = walk.faults && desk_prepare(&walk.desk);
    snprintf(path, sizeof path, "%.400s/base/family", folder);
    fine = fine && (walk.before = kept_read(path)) && obey(&walk, count, words);
    free(walk.before);
    free(walk.faults);
    if (!getenv("FAULTS_TELL")) { // else to be looked at
        outside_remove(folder);
    }
    free(folder);
    return fine ? 0 : 1;
}
