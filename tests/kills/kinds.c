// What may be there after each command, whenever it was killed.
#include "kills/kinds.h"

#include <string.h>
#include <sys/stat.h>

#include "platform/files.h"
#include "replays/inputs.h"
#include "replays/outside.h"
#include "store/backup.h"
#include "store/family.h"
#include "store/own_levels.h"
#include "store/voices.h"

void confirm(struct test *test, const struct killed *killed)
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

// Where all have been removed by now one plays again.
static void need_one(struct family *family)
{
    struct caregiver person;
    struct voice_clip *playing = NULL, *older = NULL;
    REQUIRE(caregiver_by_name(family, "Mama", &person));
    if (clips_list(family, 0, &playing) == 0) {
        REQUIRE(clips_older(family, person.id, &older) > 0 && clip_restore(family, older[0].id));
    }
    free(playing);
    free(older);
}

static void before_remove(struct test *test)
{
    struct family *family = opened(test, "home");
    need_one(family);
    struct voice_clip *clips = NULL;
    const int count = clips_list(family, 0, &clips);
    REQUIRE(count > 0);
    snprintf(remove_id, sizeof remove_id, "%lld", (long long)clips[count - 1].id);
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
    remove(in(test, "new.backup"));
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
    struct level level;
    struct level_error error;
    const int count = require_all_whole(test, "restored"); // opened: what was cut off is gone on with
    REQUIRE(count == 3 || (count == 2 && killed->status != 0));
    REQUIRE(own_levels_find(in(test, "restored"), "ours", &level, &error));
    REQUIRE(level.rounds == LEVEL_ROUNDS_MIN + count); // the clips and the levels are of one backup
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
    inputs_cut(in(test, "old.db"), in(test, "old/family.db"), SIZE_MAX);
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

// ---- the recorder, by touch

// The room, a voice at 4 s, the room again: as SDL's disk driver reads it.
static void write_heard(const struct test *test)
{
    enum { HEADER = 44, BEFORE = 4 * 48000, AFTER = 5 * 48000 };
    size_t length = 0;
    char *wav = files_read(in(test, "voice.wav"), &length);
    FILE *heard = fopen(in(test, "heard.raw"), "wb");
    REQUIRE(wav && heard && length > HEADER);
    for (int i = 0; i < BEFORE + AFTER; i++) {
        const int16_t room = (int16_t)(i % 41 * 7919 % 41 - 20);
        if (i == BEFORE) {
            REQUIRE(fwrite(wav + HEADER, length - HEADER, 1, heard) == 1);
        }
        REQUIRE(fwrite(&room, sizeof room, 1, heard) == 1);
    }
    REQUIRE(fclose(heard) == 0);
    free(wav);
}

void set_up_recording(struct test *test)
{
    FILE *hands = fopen(in(test, "hands"), "w");
    REQUIRE(hands);
    fputs("1000 down .72 .735\n1100 up\n9000 down .69 .72\n9100 up\n", hands); // Record, Keep
    REQUIRE(fclose(hands) == 0);
    write_heard(test);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", in(test, "said.raw"), 1);
    setenv("SDL_DISKAUDIOFILEIN", in(test, "heard.raw"), 1);
}

static void before_record(struct test *test)
{
    outside_remove(in(test, "taped"));
    struct family *family = opened(test, "taped");
    REQUIRE(caregiver_add(family, "Mama") != 0);
    family_close(family);
}

static void after_record(struct test *test, const struct killed *killed)
{
    struct family *family = opened(test, "taped");
    struct voice_clip *clips = NULL;
    int samples = 0, untouched = 0;
    const int count = clips_list(family, 0, &clips);
    REQUIRE(count == 1 || (count == 0 && killed->status != 0));
    if (count == 1) {
        int16_t *clean = clip_pcm(family, clips[0].id, &samples),
                *raw = clip_raw(family, clips[0].id, &untouched);
        REQUIRE(clean && raw && samples > 0 && untouched >= samples);
        free(clean);
        free(raw);
    }
    free(clips);
    family_close(family);
}

struct kind kinds[KINDS] = {
    {.name = "recording by touch",
     .words = {"--virtual-time", "--window", "1280x800", "--data", "@taped", "--screen", "recorder",
               "--replay", "@hands", "--stop-after", "9500"},
     .before = before_record,
     .after = after_record},
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
