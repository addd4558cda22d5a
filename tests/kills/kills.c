// The real program, killed (-9) at random moments of its commands. After each kill the family's file opens,
// every clip whose line was printed is there and whole, and none is half: what a command had not confirmed is
// as before or as after it, nothing between.
//   kills PROGRAM KILLS [SEED]
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "kills/kinds.h"
#include "replays/inputs.h"
#include "replays/outside.h"
#include "store/family.h"
#include "store/own_levels.h"
#include "store/voices.h"

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

// A level of the family's own, as many rounds as it has clips and five.
static void keep_level(const struct test *test, int clips)
{
    struct level level;
    level_builtin(&level);
    snprintf(level.name, sizeof level.name, "ours");
    level.rounds = LEVEL_ROUNDS_MIN + clips;
    REQUIRE(!own_levels_save(in(test, "home"), &level));
}

static void set_up(struct test *test)
{
    static const char *const moments[] = {"hello", "goodbye", "joy"};
    struct killed done;
    inputs_sound(in(test, "voice.wav"), INPUT_VOICE, 48000, 1, 0.6);
    set_up_recording(test);
    inputs_photo(in(test, "one.png"), 400, 300, 0x00FF00);
    inputs_photo(in(test, "other.png"), 300, 400, 0x0000FF);
    for (int clip = 1; clip <= 3; clip++) {
        run(test,
            (const char *const[]){"voice", "add", "--who", "Mama", "--moment", moments[clip - 1],
                                  "@voice.wav", "--data", "@home", NULL},
            -1, &done);
        confirm(test, &done);
        keep_level(test, clip);
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
