// Files that a stranger's program made: nothing in them runs, nothing wrong in them comes in, and nothing is
// changed by trying.
#include "family_people.h"
#include "platform/files.h"
#include "store/backup.h"

// Two by two pixels.
static const unsigned char picture[] = {
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0xFD, 0xD4, 0x9A,
    0x73, 0x00, 0x00, 0x00, 0x13, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0xDF, 0xE0, 0x00,
    0x44, 0x0C, 0x0E, 0x0D, 0xFF, 0x81, 0x08, 0x00, 0x30, 0xF2, 0x06, 0xFD, 0xCD, 0x8B, 0xD5, 0xCA,
    0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};

static char pack_path[64], backup_path[64];
static struct family *family;

static void meddle_with(const char *path, const char *statements)
{
    sqlite3 *database = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    if (sqlite3_exec(database, statements, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s", message);
    }
    sqlite3_close(database);
}

// A pack of Oma with two clips and a face, a backup with her; then a family of Mama alone.
static int make_files(void **state)
{
    assert_int_equal(make_folder(state), 0);
    snprintf(pack_path, sizeof pack_path, "%s/oma.pack", folder);
    snprintf(backup_path, sizeof backup_path, "%s/backup", folder);
    family = opened();
    const int64_t oma = caregiver_add(family, "Oma");
    assert_true(kept(family, oma, MOMENT_HELLO, 1) != 0 && kept(family, oma, MOMENT_JOY, 2) != 0);
    assert_true(face_set(family, oma, picture, sizeof picture, "the whole picture", 17));
    assert_null(pack_save(family, oma, pack_path));
    assert_null(backup_save(family, backup_path));
    family_close(family);
    assert_int_equal(unlink(inside("family.db")), 0);
    family = opened();
    assert_true(kept(family, caregiver_add(family, "Mama"), MOMENT_RETURN, 3) != 0);
    return 0;
}

static int close_family(void **state)
{
    family_close(family);
    return remove_folder(state);
}

// Neither looked into nor merged, for a reason with these words; nothing is changed, nothing left beside.
static void assert_pack_refused(const char *words)
{
    size_t before_length = 0, after_length = 0;
    char *before = files_read(inside("family.db"), &before_length);
    struct pack pack;
    const char *looked = pack_look(family, pack_path, &pack);
    const char *merged = pack_merge(family, pack_path, true, NOW);
    char *after = files_read(inside("family.db"), &after_length);
    if (!looked || !merged || !strstr(looked, words) || !strstr(merged, words)) {
        fail_msg("%s; %s\nnot: ... %s ...", looked ? looked : "taken", merged ? merged : "taken", words);
    }
    assert_true(before_length == after_length && memcmp(before, after, before_length) == 0);
    assert_false(files_exists(inside("family.db.pack")));
    free(before);
    free(after);
}

static void test_a_right_pack_brings_the_voice_and_the_face_and_no_other_picture(void **state)
{
    (void)state;
    struct pack pack;
    assert_null(pack_look(family, pack_path, &pack));
    assert_true(pack.clips == 2 && pack.has_photo && !pack.here);
    assert_null(pack_merge(family, pack_path, false, NOW));
    struct caregiver oma;
    assert_true(caregiver_by_name(family, "Oma", &oma));
    size_t length = 0;
    void *face = face_get(family, oma.id, &length);
    assert_non_null(face);
    assert_true(length == sizeof picture && memcmp(face, picture, length) == 0);
    free(face);
    struct voice_clip *clips = NULL;
    assert_int_equal(clips_list(family, oma.id, &clips), 2);
    assert_clip_is(family, clips[0].id, 1);
    assert_clip_is(family, clips[1].id, 2);
    free(clips);
    assert_int_equal(number("SELECT count(*) FROM face WHERE original IS NOT NULL"), 0);
}

static void test_what_would_run_by_itself_is_refused(void **state)
{
    (void)state;
    static const char *const traps[][2] = {
        {"CREATE TRIGGER trap AFTER INSERT ON clip BEGIN DELETE FROM clip; END", "DROP TRIGGER trap"},
        {"CREATE VIEW trap AS SELECT * FROM clip", "DROP VIEW trap"},
        {"CREATE INDEX trap ON clip(abs(slot))", "DROP INDEX trap"},
        {"CREATE TABLE trap(a)", "DROP TABLE trap"},
        {"ALTER TABLE clip RENAME TO real; CREATE VIEW clip AS SELECT * FROM real",
         "DROP VIEW clip; ALTER TABLE real RENAME TO clip"},
    };
    for (size_t i = 0; i < sizeof traps / sizeof *traps; i++) {
        meddle_with(pack_path, traps[i][0]);
        assert_pack_refused("damaged");
        meddle_with(pack_path, traps[i][1]);
        meddle_with(backup_path, traps[i][0]);
        assert_non_null(backup_restore(folder, backup_path));
        meddle_with(backup_path, traps[i][1]);
    }
}

static void test_wrong_names_are_refused(void **state)
{
    (void)state;
    static const char *const names[] = {"'Ma/ma'", "''", "'a' || char(10) || 'b'", "CAST(x'FF' AS TEXT)",
                                        "printf('%.5000c', 'a')"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char statement[200];
        snprintf(statement, sizeof statement, "UPDATE caregiver SET name = %s", names[i]);
        meddle_with(pack_path, statement);
        assert_pack_refused("does not hold one person");
    }
}

static void test_a_pack_of_nobody_or_two_is_refused(void **state)
{
    (void)state;
    meddle_with(pack_path, "INSERT INTO caregiver(name) VALUES('Opa')");
    assert_pack_refused("does not hold one person");
    meddle_with(pack_path, "PRAGMA foreign_keys = ON; DELETE FROM caregiver");
    assert_pack_refused("does not hold one person");
}

static void assert_bang_refused(int count)
{
    int16_t loud[RAW_COUNT];
    for (int i = 0; i < count; i++) {
        loud[i] = i / 50 % 2 ? 30000 : -30000;
    }
    const struct clip_take take = {.pcm = loud, .count = count, .raw = loud, .raw_count = count};
    const int64_t opa = caregiver_add(family, "Opa");
    assert_true(clip_keep(family, opa, MOMENT_RETURN, 0, &take, NOW) != 0);
    assert_null(pack_save(family, opa, pack_path));
    assert_pack_refused("louder");
}

static void test_a_clip_that_is_too_loud_is_refused(void **state)
{
    (void)state;
    assert_bang_refused(RAW_COUNT);
}

static void test_a_bang_that_is_too_short_for_a_take_is_refused(void **state)
{
    (void)state;
    assert_bang_refused(48 * 90);
}

static void test_a_face_that_is_no_picture_is_refused(void **state)
{
    (void)state;
    const int64_t opa = caregiver_add(family, "Opa");
    assert_true(face_set(family, opa, "#!/bin/sh", 9, NULL, 0));
    assert_null(pack_save(family, opa, pack_path));
    assert_pack_refused("photo");
}

static void test_a_backup_is_not_added_and_a_pack_is_not_restored(void **state)
{
    (void)state;
    const char *reason = backup_restore(folder, pack_path);
    assert_non_null(reason);
    assert_non_null(strstr(reason, "voice pack"));
    strcpy(pack_path, backup_path);
    assert_pack_refused("backup of a whole family");
}

static void test_orphans_and_broken_rules_are_refused(void **state)
{
    (void)state;
    meddle_with(pack_path, "PRAGMA foreign_keys = OFF; UPDATE clip SET caregiver = 77");
    assert_pack_refused("damaged");
    meddle_with(backup_path,
                "PRAGMA ignore_check_constraints = ON; UPDATE clip SET moment = 99 WHERE moment = 0");
    const char *reason = backup_restore(folder, backup_path);
    assert_non_null(reason);
    assert_non_null(strstr(reason, "damaged"));
}

static void test_newer_short_and_empty_packs_are_refused(void **state)
{
    (void)state;
    size_t length = 0;
    char *whole = files_read(pack_path, &length);
    assert_non_null(whole);
    meddle_with(pack_path, "PRAGMA user_version = 99");
    assert_pack_refused("newer");
    write_file("oma.pack", whole, length / 2);
    assert_pack_refused("damaged");
    write_file("oma.pack", whole, 50);
    assert_pack_refused("damaged");
    write_file("oma.pack", "", 0);
    assert_pack_refused("empty");
    assert_int_equal(unlink(pack_path), 0);
    assert_pack_refused("can't be read");
    free(whole);
}

#define WITH_FILES(test) cmocka_unit_test_setup_teardown(test, make_files, close_family)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FILES(test_a_right_pack_brings_the_voice_and_the_face_and_no_other_picture),
        WITH_FILES(test_what_would_run_by_itself_is_refused),
        WITH_FILES(test_wrong_names_are_refused),
        WITH_FILES(test_a_pack_of_nobody_or_two_is_refused),
        WITH_FILES(test_a_clip_that_is_too_loud_is_refused),
        WITH_FILES(test_a_bang_that_is_too_short_for_a_take_is_refused),
        WITH_FILES(test_a_face_that_is_no_picture_is_refused),
        WITH_FILES(test_a_backup_is_not_added_and_a_pack_is_not_restored),
        WITH_FILES(test_orphans_and_broken_rules_are_refused),
        WITH_FILES(test_newer_short_and_empty_packs_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
