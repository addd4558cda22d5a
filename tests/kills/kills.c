// The real program, killed (-9) at random moments of its commands. After each kill the family's file opens,
// every clip whose line was printed is there and whole, and none is half: what a command had not confirmed is
// as before or as after it, nothing between.
//   kills PROGRAM KILLS [SEED]
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <sqlite3.h>

#include "core/random.h"
#include "kills/killed.h"
#include "replays/inputs.h"
#include "replays/outside.h"
#include "store/backup.h"
#include "store/family.h"
#include "store/voices.h"

enum { FOLDER_SIZE = 256, PATH_MAX_SIZE = 300, CONFIRMED_MAX = 1000, WORDS_MAX = 12 };

struct test {
    const char *program;
    char folder[FOLDER_SIZE];
    struct random random;
    int16_t *pcm; // what each clip must hold: all are made of the same recording
    int pcm_count;
    int64_t confirmed[CONFIRMED_MAX]; // ids whose line was printed
    int confirmed_count;
    void *faces[2]; // what the two photos become
    size_t face_lengths[2];
    int killed, ended;
};

struct kind {
    const char *name;
    const char *words[WORDS_MAX]; // "@name": a path in the test's folder
    void (*before)(struct test *test);
    void (*after)(struct test *test, const struct killed *killed);
    int length_us;
};

#define REQUIRE(what)                                                                                        \
    do {                                                                                                     \
        if (!(what)) {                                                                                       \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what);                               \
            exit(1);                                                                                         \
        }                                                                                                    \
    } while (0)

static const char *in(const struct test *test, const char *name)
{
    static char paths[16][PATH_MAX_SIZE];
    static int next;
    char *path = paths[next++ % 16];
    snprintf(path, PATH_MAX_SIZE, "%s/%.30s", test->folder, name);
    return path;
}

static struct family *opened(const struct test *test, const char *folder)
{
    char reason[256] = "";
    struct family *family = family_open(in(test, folder), reason, sizeof reason);
    if (!family) {
        fprintf(stderr, "%s does not open any more: %s\n", folder, reason);
        exit(1);
    }
    return family;
}

static void require_whole(struct test *test, struct family *family, int64_t id)
{
    int count = 0, raw_count = 0;
    int16_t *pcm = clip_pcm(family, id, &count), *raw = clip_raw(family, id, &raw_count);
    REQUIRE(pcm && raw);
    REQUIRE(count == test->pcm_count && memcmp(pcm, test->pcm, (size_t)count * sizeof *pcm) == 0);
    free(pcm);
    free(raw);
}

// Every clip that is listed is whole; how many they are.
static int require_all_whole(struct test *test, const char *folder)
{
    struct family *family = opened(test, folder);
    struct voice_clip *clips = NULL;
    const int count = clips_list(family, 0, &clips);
    for (int i = 0; i < count; i++) {
        require_whole(test, family, clips[i].id);
    }
    free(clips);
    family_close(family);
    return count;
}

static void require_confirmed(struct test *test)
{
    struct family *family = opened(test, "home");
    for (int i = 0; i < test->confirmed_count; i++) {
        struct voice_clip clip;
        REQUIRE(clip_by_id(family, test->confirmed[i], &clip));
        require_whole(test, family, test->confirmed[i]);
    }
    family_close(family);
}

static void remove_file(const struct test *test, const char *name)
{
    remove(in(test, name));
}

static void copy_file(const struct test *test, const char *from, const char *to)
{
    inputs_cut(in(test, from), in(test, to), SIZE_MAX);
}

// ---- each command: what it begins with, and what may be there after it

static void confirm(struct test *test, const struct killed *killed)
{
    const bool whole_line = strchr(killed->out, '\n');
    REQUIRE(killed->status != 0 || whole_line);
    if (whole_line) {
        REQUIRE(test->confirmed_count < CONFIRMED_MAX);
        test->confirmed[test->confirmed_count++] = strtoll(killed->out, NULL, 10);
    }
}

static void after_add(struct test *test, const struct killed *killed)
{
    confirm(test, killed);
    require_all_whole(test, "home");
    require_confirmed(test);
}

static char remove_id[24];

static void before_remove(struct test *test)
{
    struct family *family = opened(test, "home");
    struct voice_clip *clips = NULL;
    const int count = clips_list(family, 0, &clips);
    snprintf(remove_id, sizeof remove_id, "%lld", count > 0 ? (long long)clips[count - 1].id : 0LL);
    free(clips);
    family_close(family);
}

static void after_remove(struct test *test, const struct killed *killed)
{
    struct family *family = opened(test, "home");
    struct voice_clip clip;
    if (clip_by_id(family, strtoll(remove_id, NULL, 10), &clip)) {
        REQUIRE(killed->status != 0 || clip.retired != 0);
    }
    family_close(family);
    require_all_whole(test, "home");
    require_confirmed(test); // an older take is whole, too
}

static void after_face(struct test *test, const struct killed *killed)
{
    struct family *family = opened(test, "home");
    struct caregiver person;
    size_t length = 0;
    REQUIRE(caregiver_by_name(family, "Mama", &person));
    void *face = face_get(family, person.id, &length);
    const bool one = face && length == test->face_lengths[0] && !memcmp(face, test->faces[0], length);
    const bool other = face && length == test->face_lengths[1] && !memcmp(face, test->faces[1], length);
    REQUIRE(one || other);
    REQUIRE(killed->status != 0 || other);
    face_set(family, person.id, test->faces[0], test->face_lengths[0], NULL, 0);
    free(face);
    family_close(family);
    require_confirmed(test);
}

static void after_backup(struct test *test, const struct killed *killed)
{
    struct stat status;
    const bool there = stat(in(test, "new.backup"), &status) == 0;
    REQUIRE(there || killed->status != 0);
    if (there) {
        outside_remove(in(test, "proof"));
        REQUIRE(!backup_restore(in(test, "proof"), in(test, "new.backup")));
        require_all_whole(test, "proof");
    }
    remove_file(test, "new.backup");
    require_all_whole(test, "home");
    require_confirmed(test);
}

// Two clips were there, three are in the backup.
static void before_restore(struct test *test)
{
    outside_remove(in(test, "restored"));
    REQUIRE(!backup_restore(in(test, "restored"), in(test, "two.backup")));
}

static void after_restore(struct test *test, const struct killed *killed)
{
    const int count = require_all_whole(test, "restored");
    REQUIRE(count == 3 || (count == 2 && killed->status != 0));
}

static void before_pack(struct test *test)
{
    outside_remove(in(test, "sent"));
}

static void after_pack(struct test *test, const struct killed *killed)
{
    const int count = require_all_whole(test, "sent");
    REQUIRE(count == 3 || (count == 0 && killed->status != 0));
}

static void before_migration(struct test *test)
{
    outside_remove(in(test, "old"));
    REQUIRE(mkdir(in(test, "old"), 0700) == 0);
    copy_file(test, "old.db", "old/family.db");
}

static void after_migration(struct test *test, const struct killed *killed)
{
    (void)killed;
    char level[64];
    int away_ms = 0;
    struct ladder ladder;
    struct family *family = opened(test, "old");
    REQUIRE(family_setting(family, "age", 0) == 9);
    REQUIRE(family_last(family, level, sizeof level, &away_ms, &ladder));
    REQUIRE(strcmp(level, "first_peekaboo") == 0 && away_ms == 2000 && ladder.step == 4);
    REQUIRE(caregiver_add(family, "Mama") != 0);
    family_close(family);
}

static struct kind kinds[] = {
    {.name = "voice add",
     .words = {"voice", "add", "--who", "Mama", "--moment", "return", "@voice.wav", "--data", "@home"},
     .after = after_add},
    {.name = "voice remove",
     .words = {"voice", "remove", remove_id, "--data", "@home"},
     .before = before_remove,
     .after = after_remove},
    {.name = "face add",
     .words = {"face", "add", "--who", "Mama", "@other.png", "--data", "@home"},
     .after = after_face},
    {.name = "backup", .words = {"backup", "@new.backup", "--data", "@home"}, .after = after_backup},
    {.name = "restore",
     .words = {"restore", "@three.backup", "--data", "@restored"},
     .before = before_restore,
     .after = after_restore},
    {.name = "pack add",
     .words = {"pack", "add", "@three.pack", "--data", "@sent"},
     .before = before_pack,
     .after = after_pack},
    {.name = "migration",
     .words = {"voice", "list", "--data", "@old"},
     .before = before_migration,
     .after = after_migration},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

// ---- the run

static void with_words(const struct test *test, const char *const *words, const char **arguments)
{
    int count = 0;
    arguments[count++] = test->program;
    for (; *words; words++) {
        arguments[count++] = **words == '@' ? in(test, *words + 1) : *words;
    }
    arguments[count] = NULL;
}

static void run(struct test *test, const char *const *words, int delay_us, struct killed *killed)
{
    const char *arguments[WORDS_MAX + 2];
    with_words(test, words, arguments);
    killed_run(test->program, arguments, delay_us, killed);
}

static void run_well(struct test *test, const char *const *words)
{
    struct killed done;
    run(test, words, -1, &done);
    REQUIRE(done.status == 0);
}

#define WELL(test, ...) run_well(test, (const char *const[]){__VA_ARGS__, NULL})

static void keep_face(struct test *test, const char *photo, int which)
{
    struct caregiver person;
    WELL(test, "face", "add", "--who", "Mama", photo, "--data", "@home");
    struct family *family = opened(test, "home");
    REQUIRE(caregiver_by_name(family, "Mama", &person));
    test->faces[which] = face_get(family, person.id, &test->face_lengths[which]);
    REQUIRE(test->faces[which]);
    family_close(family);
}

static void keep_clip(struct test *test)
{
    struct voice_clip *clips = NULL;
    struct family *family = opened(test, "home");
    REQUIRE(clips_list(family, 0, &clips) == 2);
    test->pcm = clip_pcm(family, clips[0].id, &test->pcm_count);
    REQUIRE(test->pcm && test->pcm_count > 4800);
    free(clips);
    family_close(family);
}

// A family of the first version: its tables, as that game made them.
static void make_old(const struct test *test)
{
    static const char tables[] =
        "CREATE TABLE setting(name TEXT PRIMARY KEY NOT NULL, value ANY NOT NULL) STRICT;"
        "CREATE TABLE ladder(level TEXT PRIMARY KEY NOT NULL, step INTEGER NOT NULL, clean INTEGER NOT NULL,"
        " fast INTEGER NOT NULL, upset_sessions INTEGER NOT NULL, played INTEGER NOT NULL) STRICT;"
        "CREATE TABLE session(id INTEGER PRIMARY KEY, level TEXT NOT NULL, began INTEGER NOT NULL,"
        " age_months INTEGER NOT NULL, step INTEGER NOT NULL, own_away_ms INTEGER NOT NULL,"
        " longest_calm_ms INTEGER NOT NULL, calm INTEGER NOT NULL, upsets INTEGER NOT NULL, why TEXT NOT "
        "NULL)"
        " STRICT;"
        "INSERT INTO setting VALUES('age', 9);"
        "INSERT INTO ladder VALUES('first_peekaboo', 4, 1, 1, 0, 1764000100);"
        "INSERT INTO session VALUES(1, 'first_peekaboo', 1764000000, 8, 3, 2000, 1900, 6, 0, 'done');"
        "PRAGMA application_id = 1348822379; PRAGMA user_version = 1";
    sqlite3 *database = NULL;
    REQUIRE(sqlite3_open(in(test, "old.db"), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, tables, NULL, NULL, NULL) == SQLITE_OK);
    sqlite3_close(database);
}

static void set_up(struct test *test)
{
    static const char *const moments[] = {"hello", "goodbye", "joy"};
    struct killed done;
    inputs_sound(in(test, "voice.wav"), INPUT_VOICE, 48000, 1, 0.6);
    inputs_photo(in(test, "one.png"), 400, 300, 0x00FF00);
    inputs_photo(in(test, "other.png"), 300, 400, 0x0000FF);
    for (int clip = 1; clip <= 3; clip++) {
        run(test,
            (const char *const[]){"voice", "add", "--who", "Mama", "--moment", moments[clip - 1],
                                  "@voice.wav", "--data", "@home", NULL},
            -1, &done);
        confirm(test, &done);
        if (clip == 2) {
            keep_clip(test);
            WELL(test, "backup", "@two.backup", "--data", "@home");
        }
    }
    keep_face(test, "@other.png", 1);
    keep_face(test, "@one.png", 0);
    WELL(test, "backup", "@three.backup", "--data", "@home");
    WELL(test, "pack", "save", "--who", "Mama", "@three.pack", "--data", "@home");
    make_old(test);
}

static void kill_once(struct test *test, struct kind *kind)
{
    struct killed killed;
    if (kind->before) {
        kind->before(test);
    }
    const int longest_us = kind->length_us + kind->length_us / 4;
    run(test, kind->words, random_between(&test->random, 0, longest_us), &killed);
    test->killed += killed.status == -1;
    test->ended += killed.status == 0;
    REQUIRE(killed.status <= 0);
    kind->after(test, &killed);
}

static void measure(struct test *test, struct kind *kind)
{
    struct killed unharmed;
    if (kind->before) {
        kind->before(test);
    }
    run(test, kind->words, -1, &unharmed);
    REQUIRE(unharmed.status == 0);
    kind->length_us = unharmed.took_us;
    kind->after(test, &unharmed);
}

int main(int count, char **words)
{
    static struct test test;
    if (count < 3) {
        fprintf(stderr, "kills PROGRAM KILLS [SEED]\n");
        return 2;
    }
    char *folder = outside_folder();
    REQUIRE(folder);
    test.program = words[1];
    snprintf(test.folder, sizeof test.folder, "%s", folder);
    random_seed(&test.random, count > 3 ? strtoull(words[3], NULL, 10) : 1);
    set_up(&test);
    for (int i = 0; i < KINDS; i++) {
        measure(&test, &kinds[i]);
    }
    const int kills = atoi(words[2]);
    for (int i = 0; i < kills; i++) {
        kill_once(&test, &kinds[i % KINDS]);
    }
    printf("%d runs: %d killed, %d ended before; %d clips confirmed, all whole\n", kills, test.killed,
           test.ended, test.confirmed_count);
    outside_remove(folder);
    free(folder);
    return test.killed > kills / 4 ? 0 : 1; // else it was not killed in the middle of anything
}
