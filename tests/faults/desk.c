#include "faults/desk.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/kept.h"
#include "platform/files.h"
#include "replays/inputs.h"

enum { WORDS_MAX = 32, PREPARE_MS = 20000 };

static const char *in(char path[PATH_SIZE], const char *folder, const char *name)
{
    snprintf(path, PATH_SIZE, "%.400s/%.100s", folder, name);
    return path;
}

// ---- the family that each run begins with

// The room, a voice at 4 s, the room again: as SDL's disk driver reads it.
static void write_heard(const char *folder)
{
    enum { HEADER = 44, BEFORE = 4 * 48000, AFTER = 5 * 48000 };
    char path[PATH_SIZE];
    size_t length = 0;
    char *wav = outside_read(in(path, folder, "voice.wav"), &length);
    FILE *heard = fopen(in(path, folder, "heard.raw"), "wb");
    for (int i = 0; heard && i < BEFORE + AFTER; i++) {
        const int16_t room = (int16_t)(i % 41 * 7919 % 41 - 20);
        if (i == BEFORE) {
            fwrite(wav + HEADER, length - HEADER, 1, heard);
        }
        fwrite(&room, sizeof room, 1, heard);
    }
    fclose(heard);
    free(wav);
}

static void write_files(const char *folder)
{
    char path[PATH_SIZE];
    inputs_sound(in(path, folder, "voice.wav"), INPUT_VOICE, 48000, 1, 0.5);
    write_heard(folder);
    inputs_photo(in(path, folder, "photo.png"), 64, 48, 0x2060A0);
    outside_write(
        in(path, folder, "short.yaml"),
        "title: Short\nages: 6 to 36 months\naway:\n  first: 0.5\n  longest: 1.0\n  step: 1.25\n"
        "rounds: 5\nscenes:\n  - place: sofa\n    friend: family\n  - place: theatre\n    friend: bear\n"
        "backdrop: garden\ntouch: opens\npeek: 0.15\nlongest_session: 180\nsound_while_away: yes\n");
}

static bool command(const struct desk *desk, const char *folder, const char *const *words)
{
    struct outside said;
    outside_run(desk->game, words, folder, folder, PREPARE_MS, &said);
    const bool done = said.status == 0;
    if (!done) {
        printf("%s %s: %s\n", words[0], words[1], said.err);
    }
    outside_forget(&said);
    return done;
}

#define DONE(...) command(desk, base, (const char *const[]){__VA_ARGS__, "--data", "family", NULL})

bool desk_prepare(const struct desk *desk)
{
    char base[PATH_SIZE], path[PATH_SIZE], from[PATH_SIZE];
    mkdir(in(base, desk->folder, "base"), 0700);
    write_files(base);
    outside_write(in(path, base, "hands"), "19000 stop\n");
    mkdir(in(path, base, "family"), 0700);
    mkdir(in(path, base, "family/levels"), 0700);
    inputs_cut(in(from, base, "short.yaml"), in(path, base, "family/levels/ours.yaml"), SIZE_MAX);
    return DONE("voice", "add", "--who", "Mama", "--moment", "hello", "voice.wav") &&
           DONE("voice", "add", "--who", "Mama", "--moment", "return", "voice.wav") &&
           DONE("face", "add", "--who", "Mama", "photo.png") && DONE("backup", "kept.backup") &&
           DONE("pack", "save", "--who", "Mama", "mama.pack") &&
           // A game was played since: a step is kept that is not the first.
           DONE("--virtual-time", "--screen", "play", "--level", "short.yaml", "--step", "3", "--replay",
                "hands");
}

// ---- one run

static void copy_file(const char *from, const char *to, const char *name)
{
    char source[PATH_SIZE], target[PATH_SIZE];
    if (files_size(in(source, from, name)) >= 0) {
        inputs_cut(source, in(target, to, name), SIZE_MAX);
    }
}

static void set_table(const struct desk *desk, const struct scenario *scenario, const char *folder)
{
    static const char *const names[] = {
        "voice.wav",   "photo.png", "short.yaml", "family/family.db", "family/levels/ours.yaml",
        "kept.backup", "mama.pack"};
    char base[PATH_SIZE], path[PATH_SIZE];
    outside_remove(folder);
    mkdir(folder, 0700);
    mkdir(in(path, folder, "family"), 0700);
    mkdir(in(path, folder, "family/levels"), 0700);
    in(base, desk->folder, "base");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        copy_file(base, folder, names[i]);
    }
    if (scenario->sound) {
        copy_file(base, folder, "heard.raw");
    }
    if (scenario->hands) {
        outside_write(in(path, folder, "hands"), scenario->hands);
    }
}

static void wish(const struct desk *desk, const char *folder, const struct fault *fault)
{
    char text[PATH_SIZE];
    setenv("LD_PRELOAD", desk->shim, 1);
    setenv("FAULTS_REPORT", in(text, folder, "report"), 1);
    setenv("FAULTS_WITNESS", "trace", 1);
    if (fault) {
        snprintf(text, sizeof text, "%s:%d%s", fault->function, fault->number, fault->stays ? "+" : "");
        setenv("FAULTS_FAIL", text, 1);
    } else {
        setenv("FAULTS_SURVEY", "1", 1);
    }
    if (desk->plant && fault) {
        setenv("FAULTS_PLANT", desk->plant, 1);
    }
}

static void unwish(void)
{
    static const char *const names[] = {"LD_PRELOAD",    "FAULTS_REPORT", "FAULTS_WITNESS", "FAULTS_FAIL",
                                        "FAULTS_SURVEY", "FAULTS_PLANT",  "SDL_AUDIODRIVER"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        unsetenv(names[i]);
    }
}

static void start(const struct desk *desk, const struct scenario *scenario, const struct fault *fault,
                  const char *folder, struct left *left)
{
    setenv("SDL_AUDIODRIVER", scenario->sound ? scenario->sound : "dummy", 1);
    setenv("SDL_DISKAUDIOFILE", "/dev/null", 1);
    setenv("SDL_DISKAUDIOFILEIN", "heard.raw", 1);
    setenv("SDL_DISKAUDIODELAY", "0", 1);
    wish(desk, folder, fault);
    outside_run(desk->game, scenario->words, folder, folder, desk->limit_ms, &left->said);
    unwish();
    left->hung = left->said.status < 0 && left->said.ms >= desk->limit_ms;
}

static uint64_t sum_of(const char *path)
{
    size_t length = 0;
    char *bytes = outside_read(path, &length);
    uint64_t sum = 14695981039346656037u;
    for (size_t i = 0; i < length; i++) {
        sum = (sum ^ (unsigned char)bytes[i]) * 1099511628211u;
    }
    free(bytes);
    return sum;
}

static char *sums_of_pictures(const char *folder)
{
    char path[PATH_SIZE], shots[PATH_SIZE], *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    char **names = files_list(in(shots, folder, "shots"), ".png");
    for (char **name = names; name && *name; name++) {
        fprintf(out, "%s %016llx\n", *name, (unsigned long long)sum_of(in(path, shots, *name)));
    }
    files_free_list(names);
    fclose(out);
    return text;
}

void desk_run(const struct desk *desk, const struct scenario *scenario, const struct fault *fault, int worker,
              struct left *left)
{
    char folder[PATH_SIZE], path[PATH_SIZE], name[16];
    snprintf(name, sizeof name, "run%d", worker);
    in(folder, desk->folder, name);
    *left = (struct left){0};
    set_table(desk, scenario, folder);
    start(desk, scenario, fault, folder, left);
    left->report = outside_read(in(path, folder, "report"), NULL);
    left->struck = left->report && strstr(left->report, "struck\n");
    left->trace = outside_read(in(path, folder, "trace"), NULL);
    left->pictures = sums_of_pictures(folder);
    left->kept = kept_read(in(path, folder, "family"));
}

void desk_forget(struct left *left)
{
    outside_forget(&left->said);
    free(left->report);
    free(left->trace);
    free(left->kept);
    free(left->pictures);
    *left = (struct left){0};
}
