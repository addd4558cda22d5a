// The whole family in one file, and one person in a voice pack: whole, or nothing is changed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "platform/files.h"
#include "store/backup.h"
#include "store/family.h"
#include "store/voices.h"

struct desk {
    char folder[64], other[64], file[96];
    struct family *family;
};

enum { COUNT = 4800, NOW = 1800000000 };

static struct family *open_in(const char *folder)
{
    char reason[256];
    struct family *family = family_open(folder, reason, sizeof reason);
    assert_non_null(family);
    return family;
}

static int64_t record(struct family *family, const char *name, enum moment moment, int tone)
{
    int16_t pcm[COUNT];
    for (int i = 0; i < COUNT; i++) {
        pcm[i] = (int16_t)((i * tone) % 2000 - 1000);
    }
    struct caregiver person;
    const int64_t who = caregiver_by_name(family, name, &person) ? person.id : caregiver_add(family, name);
    const int64_t id = clip_keep(
        family, who, moment, 0,
        &(struct clip_take){.pcm = pcm, .count = COUNT, .raw = pcm, .raw_count = COUNT, .end_ms = 100}, NOW);
    assert_true(id != 0);
    return id;
}

static int clips_of(struct family *family, const char *name)
{
    struct caregiver person;
    struct voice_clip *clips = NULL;
    const int count = caregiver_by_name(family, name, &person) ? clips_list(family, person.id, &clips) : 0;
    free(clips);
    return count;
}

static int begin(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    strcpy(desk->folder, "/tmp/peekaboo_test_XXXXXX");
    strcpy(desk->other, "/tmp/peekaboo_test_XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    assert_non_null(mkdtemp(desk->other));
    snprintf(desk->file, sizeof desk->file, "%s/kept", desk->other);
    desk->family = open_in(desk->folder);
    record(desk->family, "Mama", MOMENT_RETURN, 7);
    record(desk->family, "Mama", MOMENT_RETURN, 11);
    record(desk->family, "Papa", MOMENT_HELLO, 13);
    *state = desk;
    return 0;
}

static int end(void **state)
{
    struct desk *desk = *state;
    char command[200];
    family_close(desk->family);
    snprintf(command, sizeof command, "rm -rf '%s' '%s'", desk->folder, desk->other);
    assert_int_equal(system(command), 0);
    free(desk);
    return 0;
}

static void write_file(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void restore(struct desk *desk, const char *sentence)
{
    family_close(desk->family);
    const char *reason = backup_restore(desk->folder, desk->file);
    if (sentence) {
        assert_non_null(reason);
        assert_non_null(strstr(reason, sentence));
    } else {
        assert_null(reason);
    }
    desk->family = open_in(desk->folder);
}

static void test_a_backup_brings_everybody_back(void **state)
{
    struct desk *desk = *state;
    assert_null(backup_save(desk->family, desk->file));
    record(desk->family, "Oma", MOMENT_JOY, 17);
    restore(desk, NULL);
    assert_int_equal(clips_of(desk->family, "Mama"), 2);
    assert_int_equal(clips_of(desk->family, "Papa"), 1);
    assert_int_equal(clips_of(desk->family, "Oma"), 0);
}

static void test_what_a_restore_replaced_stays_beside(void **state)
{
    struct desk *desk = *state;
    assert_null(backup_save(desk->family, desk->file));
    record(desk->family, "Oma", MOMENT_JOY, 17);
    restore(desk, NULL);
    snprintf(desk->file, sizeof desk->file, "%s/family.before-restore.db", desk->folder);
    restore(desk, NULL);
    assert_int_equal(clips_of(desk->family, "Oma"), 1);
}

static void test_a_backup_is_nobody_elses_to_read(void **state)
{
    struct desk *desk = *state;
    assert_null(backup_save(desk->family, desk->file));
    struct stat status;
    assert_int_equal(stat(desk->file, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void test_a_backup_takes_no_older_ones_place_before_it_is_whole(void **state)
{
    struct desk *desk = *state;
    write_file(desk->file, "older", 5);
    assert_null(backup_save(desk->family, desk->file));
    char part[128];
    snprintf(part, sizeof part, "%s.part", desk->file);
    assert_false(files_exists(part));
    restore(desk, NULL);
}

static void test_the_familys_own_file_is_no_place_for_a_backup(void **state)
{
    struct desk *desk = *state;
    snprintf(desk->file, sizeof desk->file, "%s/family.db", desk->folder);
    assert_non_null(backup_save(desk->family, desk->file));
    assert_int_equal(clips_of(desk->family, "Mama"), 2);
}

static void test_rubbish_is_no_backup(void **state)
{
    struct desk *desk = *state;
    char rubbish[5000];
    for (size_t i = 0; i < sizeof rubbish; i++) {
        rubbish[i] = (char)(i * 31);
    }
    write_file(desk->file, rubbish, sizeof rubbish);
    restore(desk, "no backup");
    write_file(desk->file, "", 0);
    restore(desk, "empty");
    unlink(desk->file);
    restore(desk, "can't be read");
    assert_int_equal(clips_of(desk->family, "Mama"), 2);
}

static void test_a_backup_cut_short_changes_nothing(void **state)
{
    struct desk *desk = *state;
    assert_null(backup_save(desk->family, desk->file));
    size_t length = 0;
    char *bytes = files_read(desk->file, &length);
    for (size_t cut = 1; cut < 8; cut++) {
        write_file(desk->file, bytes, length * cut / 8);
        restore(desk, "damaged");
        assert_int_equal(clips_of(desk->family, "Mama"), 2);
    }
    free(bytes);
}

static void test_a_newer_games_backup_changes_nothing(void **state)
{
    struct desk *desk = *state;
    assert_null(backup_save(desk->family, desk->file));
    size_t length = 0;
    char *bytes = files_read(desk->file, &length);
    bytes[63]++; // SQLite's user_version
    write_file(desk->file, bytes, length);
    free(bytes);
    restore(desk, "newer");
    assert_int_equal(clips_of(desk->family, "Mama"), 2);
}

static void test_a_damaged_family_can_be_restored_over(void **state)
{
    struct desk *desk = *state;
    char own[96], reason[256];
    assert_null(backup_save(desk->family, desk->file));
    family_close(desk->family);
    snprintf(own, sizeof own, "%s/family.db", desk->folder);
    write_file(own, "this is no database, but it was a family once", 45);
    assert_null(family_open(desk->folder, reason, sizeof reason));
    assert_null(backup_restore(desk->folder, desk->file));
    desk->family = open_in(desk->folder);
    assert_int_equal(clips_of(desk->family, "Mama"), 2);
}

// ---- voice packs

static struct family *other_family(struct desk *desk)
{
    assert_null(pack_save(desk->family, 1, desk->file));
    return open_in(desk->other);
}

static void test_a_pack_holds_one_person(void **state)
{
    struct desk *desk = *state;
    struct family *other = other_family(desk);
    struct pack pack;
    assert_null(pack_look(other, desk->file, &pack));
    assert_string_equal(pack.name, "Mama");
    assert_int_equal(pack.clips, 2);
    assert_false(pack.here);
    assert_null(pack_merge(other, desk->file, false, NOW));
    assert_int_equal(clips_of(other, "Mama"), 2);
    assert_int_equal(clips_of(other, "Papa"), 0);
    family_close(other);
}

static void test_a_pack_that_was_opened_before_adds_nothing_twice(void **state)
{
    struct desk *desk = *state;
    struct family *other = other_family(desk);
    struct pack pack;
    assert_null(pack_merge(other, desk->file, false, NOW));
    assert_null(pack_look(other, desk->file, &pack));
    assert_true(pack.here);
    assert_null(pack_merge(other, desk->file, false, NOW));
    assert_null(pack_merge(other, desk->file, true, NOW));
    assert_int_equal(clips_of(other, "Mama"), 2);
    family_close(other);
}

static void test_a_pack_is_added_beside_what_is_here(void **state)
{
    struct desk *desk = *state;
    struct family *other = other_family(desk);
    record(other, "mama", MOMENT_RETURN, 19);
    assert_null(pack_merge(other, desk->file, false, NOW));
    assert_int_equal(clips_of(other, "Mama"), 3);
    family_close(other);
}

static void test_a_pack_that_replaces_makes_older_takes(void **state)
{
    struct desk *desk = *state;
    struct family *other = other_family(desk);
    const int64_t mine = record(other, "Mama", MOMENT_RETURN, 19);
    assert_null(pack_merge(other, desk->file, true, NOW));
    struct voice_clip clip;
    assert_int_equal(clips_of(other, "Mama"), 2);
    assert_true(clip_by_id(other, mine, &clip));
    assert_true(clip.retired != 0);
    family_close(other);
}

static void test_a_whole_family_is_no_pack(void **state)
{
    struct desk *desk = *state;
    assert_null(backup_save(desk->family, desk->file));
    struct family *other = open_in(desk->other);
    assert_non_null(pack_merge(other, desk->file, false, NOW));
    assert_int_equal(clips_of(other, "Mama"), 0);
    write_file(desk->file, "rubbish", 7);
    assert_non_null(pack_merge(other, desk->file, false, NOW));
    family_close(other);
}

#define AT_A_DESK(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_A_DESK(test_a_backup_brings_everybody_back),
        AT_A_DESK(test_what_a_restore_replaced_stays_beside),
        AT_A_DESK(test_a_backup_is_nobody_elses_to_read),
        AT_A_DESK(test_a_backup_takes_no_older_ones_place_before_it_is_whole),
        AT_A_DESK(test_the_familys_own_file_is_no_place_for_a_backup),
        AT_A_DESK(test_rubbish_is_no_backup),
        AT_A_DESK(test_a_backup_cut_short_changes_nothing),
        AT_A_DESK(test_a_newer_games_backup_changes_nothing),
        AT_A_DESK(test_a_damaged_family_can_be_restored_over),
        AT_A_DESK(test_a_pack_holds_one_person),
        AT_A_DESK(test_a_pack_that_was_opened_before_adds_nothing_twice),
        AT_A_DESK(test_a_pack_is_added_beside_what_is_here),
        AT_A_DESK(test_a_pack_that_replaces_makes_older_takes),
        AT_A_DESK(test_a_whole_family_is_no_pack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
