// What is deleted is gone: no byte of a clip, a name, a photo, a note or a level is in any file of the folder
// afterwards, be it a free page, a journal, an older take, or what a restore kept.
#define _GNU_SOURCE // memmem
#include <dirent.h>
#include <sys/stat.h>

#include "disk_faults.h" // here it only makes syncs fast
#include "family_people.h"
#include "platform/files.h"
#include "store/backup.h"
#include "store/forget.h"
#include "store/own_levels.h"
#include "store/partings.h"
#include "store/sessions.h"

static const char photo[] = "the bytes of a photo that nobody else has",
                  picture[] = "and of the whole picture";
static const char name[] = "Ottilie Wunderlich", gone_name[] = "Balduin Sonnenschein", other_name[] = "Mama";
static const char level_name[] = "unverwechselbar", doctor[] = "Dr. Quendelin";

// ---- a family with all there is

static void keep_clips(struct family *family, int64_t person, int from)
{
    for (int i = 0; i < 3; i++) {
        assert_true(kept(family, person, MOMENT_RETURN, from + i) != 0);
    }
    assert_true(clip_retire(family, kept(family, person, MOMENT_JOY, from + 3), NOW));
}

static void make_person(struct family *family, const char *called, int clips)
{
    const int64_t person = caregiver_add(family, called);
    assert_true(face_set(family, person, photo, sizeof photo, picture, sizeof picture));
    keep_clips(family, person, clips);
}

static void make_level(const char *title)
{
    struct level level;
    level_builtin(&level);
    level.name[0] = '\0';
    snprintf(level.title, sizeof level.title, "%s", title);
    assert_null(own_levels_save(folder, &level));
}

static void make_notes(struct family *family)
{
    struct session_record record = a_session;
    const struct parting parting = {.began = NOW, .planned_s = 45};
    record.level = level_name;
    for (int i = 0; i < 40; i++) {
        assert_true(family_keep_session(family, &record, &a_ladder));
    }
    assert_true(partings_add(family, &parting));
}

static struct family *make_family(void)
{
    struct family *family = opened();
    make_person(family, name, 11);
    make_person(family, gone_name, 21);
    assert_true(caregiver_remove(family, 2));
    assert_true(caregiver_add(family, other_name) == 3);
    keep_clips(family, 3, 31);
    assert_true(caregiver_choose(family, 1));
    make_notes(family);
    make_level(level_name);
    assert_true(family_set_text(family, "doctor", doctor));
    return family;
}

// ... restored once, so that a copy is kept beside.
static struct family *make_restored_family(void)
{
    struct family *family = make_family();
    assert_null(backup_save(family, inside("../forget.backup")));
    family_close(family);
    assert_null(backup_restore(folder, inside("../forget.backup")));
    assert_int_equal(unlink(inside("../forget.backup")), 0);
    assert_true(backup_before(folder));
    return opened();
}

// ---- looking for it

static bool file_holds(const char *path, const void *bytes, size_t length)
{
    size_t there = 0;
    char *all = files_read(path, &there);
    const bool holds = all && memmem(all, there, bytes, length);
    free(all);
    return holds;
}

// Any file of the folder, and of the folders in it.
static bool folder_holds(const char *where, const void *bytes, size_t length)
{
    DIR *directory = opendir(where);
    bool holds = false;
    for (struct dirent *entry; !holds && directory && (entry = readdir(directory));) {
        char path[600];
        snprintf(path, sizeof path, "%s/%s", where, entry->d_name);
        if (!files_is_folder(path)) {
            holds = file_holds(path, bytes, length);
        } else if (entry->d_name[0] != '.') {
            holds = folder_holds(path, bytes, length);
        }
    }
    if (directory) {
        closedir(directory);
    }
    return holds;
}

static bool is_found(const char *text)
{
    return folder_holds(folder, text, strlen(text));
}

// A piece from the middle of a take, that no other take has.
static bool voice_is_found(int which)
{
    const struct clip_take take = a_take(which);
    return folder_holds(folder, take.pcm + take.count / 2, 256);
}

static bool any_voice_is_found(int from)
{
    return voice_is_found(from) || voice_is_found(from + 1) || voice_is_found(from + 3);
}

// As it came from the microphone: any of them.
static bool any_recording_is_found(void)
{
    bool found = false;
    for (int which = 11; which < 35 && !found; which++) {
        const struct clip_take take = a_take(which);
        found = folder_holds(folder, take.raw + 1000, 256);
    }
    return found;
}

// ---- parts

static void test_the_counts_are_what_is_there(void **state)
{
    (void)state;
    struct family *family = make_family();
    const struct forget_counts counts = forget_count(family, folder);
    assert_int_equal(counts.sessions, 40);
    assert_int_equal(counts.clips, 12);
    assert_int_equal(counts.people, 2);
    assert_int_equal(counts.photos, 2);
    assert_int_equal(counts.own_levels, 1);
    family_close(family);
}

static void test_notes_are_deleted_and_all_else_stays(void **state)
{
    (void)state;
    struct family *family = make_restored_family();
    struct parting *partings = NULL;
    struct ladder ladder;
    assert_true(forget_parts(family, folder, FORGET_NOTES));
    const struct forget_counts counts = forget_count(family, folder);
    assert_int_equal(counts.sessions, 0);
    assert_int_equal(partings_list(family, &partings), 0);
    assert_int_equal(counts.clips, 12);
    assert_int_equal(counts.photos, 2);
    assert_int_equal(counts.own_levels, 1);
    assert_true(family_ladder(family, level_name, &ladder));
    family_close(family);
    assert_int_equal(number("SELECT count(*) FROM session_base"), 0);
    assert_true(is_found(name) && is_found(photo) && voice_is_found(11));
}

static void test_no_byte_of_a_voice_is_left(void **state)
{
    (void)state;
    struct family *family = make_restored_family();
    assert_true(any_voice_is_found(11) && any_voice_is_found(21) && any_voice_is_found(31));
    assert_true(any_recording_is_found());
    assert_true(forget_parts(family, folder, FORGET_VOICES));
    assert_false(any_voice_is_found(11) || any_voice_is_found(21) || any_voice_is_found(31));
    assert_false(any_recording_is_found());
    assert_false(is_found(gone_name));  // removed before
    assert_false(is_found(other_name)); // without a photo
    assert_true(is_found(name) && is_found(photo));
    assert_int_equal(caregiver_today(family), 1);
    assert_int_equal(forget_count(family, folder).sessions, 40);
    family_close(family);
}

static void test_no_byte_of_a_photo_is_left(void **state)
{
    (void)state;
    struct family *family = make_restored_family();
    assert_true(is_found(photo) && is_found(picture));
    assert_true(forget_parts(family, folder, FORGET_PHOTOS));
    assert_false(is_found(photo) || is_found(picture) || is_found(gone_name));
    assert_true(is_found(name) && is_found(other_name) && any_voice_is_found(11));
    assert_false(any_voice_is_found(21));
    family_close(family);
}

static void test_settings_levels_and_ladders_are_as_they_came(void **state)
{
    (void)state;
    struct family *family = make_restored_family();
    struct ladder ladder;
    assert_true(clips_tidy(family, NOW + 100 * DAY_S)); // the corner's clock goes on after it
    assert_true(is_found(doctor));
    assert_true(forget_parts(family, folder, FORGET_SETTINGS));
    assert_false(is_found(doctor));
    assert_false(family_ladder(family, level_name, &ladder));
    assert_int_equal(forget_count(family, folder).own_levels, 0);
    assert_int_equal(forget_count(family, folder).sessions, 40);
    assert_int_equal(caregiver_today(family), 1);
    assert_int_equal(number("SELECT count(*) FROM setting WHERE name LIKE 'corner%'"), 2);
    family_close(family);
}

static void test_without_voices_and_photos_there_is_nobody(void **state)
{
    (void)state;
    struct family *family = make_restored_family();
    assert_true(forget_parts(family, folder, FORGET_VOICES | FORGET_PHOTOS));
    assert_int_equal(forget_count(family, folder).people, 0);
    assert_false(is_found(name) || is_found(other_name) || is_found(photo) || any_voice_is_found(11));
    family_close(family);
    assert_int_equal(number("SELECT count(*) FROM setting WHERE name = 'caregiver_today'"), 0);
}

static void test_the_file_gets_smaller(void **state)
{
    (void)state;
    struct family *family = make_restored_family();
    struct stat before, after;
    assert_int_equal(stat(inside("family.db"), &before), 0);
    assert_true(forget_parts(family, folder, FORGET_VOICES));
    assert_int_equal(stat(inside("family.db"), &after), 0);
    assert_true(after.st_size < before.st_size / 2);
    assert_true(caregiver_add(family, "Papa") != 0); // and it goes on
    family_close(family);
}

static void test_what_a_restore_kept_is_gone_whatever_is_deleted(void **state)
{
    (void)state;
    const int parts[] = {FORGET_NOTES, FORGET_VOICES, FORGET_PHOTOS, FORGET_SETTINGS};
    for (int i = 0; i < 4; i++) {
        struct family *family = make_restored_family();
        assert_true(forget_parts(family, folder, parts[i]));
        family_close(family);
        assert_false(backup_before(folder));
        assert_false(files_exists(inside("family.before-restore.db")));
        assert_false(files_exists(inside("levels.before-restore")));
        assert_true(forget_everything(folder));
    }
}

static void assert_all_there_after_trying(struct family *family)
{
    assert_false(forget_parts(family, folder, FORGET_NOTES | FORGET_VOICES | FORGET_SETTINGS));
    const struct forget_counts counts = forget_count(family, folder);
    assert_int_equal(counts.sessions, 40);
    assert_int_equal(counts.clips, 12);
    assert_int_equal(counts.own_levels, 1);
}

static void test_a_part_that_can_not_be_deleted_is_all_there(void **state)
{
    (void)state;
    struct family *family = make_family();
    meddle("CREATE TRIGGER broken BEFORE DELETE ON ladder BEGIN SELECT RAISE(ABORT, 'the disk'); END");
    assert_all_there_after_trying(family);
    meddle("DROP TRIGGER broken");
    assert_int_equal(mkdir(inside("family.before-restore.db"), 0700), 0); // can't be deleted as a file
    assert_all_there_after_trying(family);
    assert_false(forget_parts(NULL, folder, FORGET_NOTES));
    family_close(family);
}

// ---- everything

static void scatter(const char *file, const char *text)
{
    write_file(file, text, strlen(text));
}

// What a run that was cut off may leave, with somebody's name in it.
static void leave_behind(void)
{
    static const char *const files[] = {"family.db-journal",
                                        "family.db.pack",
                                        "family.db.pack-journal",
                                        "family.restoring.db",
                                        "family.restoring.db-journal",
                                        "family.before-restore.db.part",
                                        "family.before-restore.db-journal",
                                        "my.backup.part",
                                        "levels/.hidden",
                                        "levels/ours.yaml.part",
                                        "out/half.peekaboo.part",
                                        "out/progress.csv"};
    assert_true(files_make_folder(inside("out")) && files_make_folder(inside("levels.restoring")) &&
                files_make_folder(inside("levels/deep")));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        scatter(files[i], name);
    }
    assert_true(files_make_folder(inside("levels.before-restore")) &&
                files_make_folder(inside("levels.forgotten")));
    scatter("levels.restoring/one.yaml", name);
    scatter("levels.before-restore/one.yaml", name);
    scatter("levels.forgotten/one.yaml", name);
    scatter("levels/deep/two.yaml", name);
}

static void test_a_deletion_that_was_cut_off_is_finished_by_the_next_start(void **state)
{
    (void)state;
    struct family *family = opened();
    assert_true(family_set(family, "levels_forgotten", 1)); // all else was deleted
    family_close(family);
    assert_true(files_make_folder(inside("levels.forgotten")));
    scatter("levels.forgotten/one.yaml", name);
    family_close(opened());
    assert_false(files_exists(inside("levels.forgotten")) || files_exists(inside("levels")));
    assert_false(is_found(name));
    assert_int_equal(number("SELECT count(*) FROM setting WHERE name = 'levels_forgotten'"), 0);
}

static void test_or_undone_where_nothing_else_was_deleted(void **state)
{
    (void)state;
    assert_true(files_make_folder(inside("levels.forgotten")));
    scatter("levels.forgotten/one.yaml", name);
    family_close(opened());
    assert_true(files_exists(inside("levels/one.yaml")));
    assert_false(files_exists(inside("levels.forgotten")));
}

static void test_after_everything_is_deleted_the_folder_is_as_on_the_first_day(void **state)
{
    (void)state;
    struct family *family = make_restored_family();
    assert_true(files_make_folder(inside("out")));
    assert_null(pack_save(family, 1, inside("out/voices-of-Ottilie.peekaboo")));
    family_close(family);
    leave_behind();
    assert_true(forget_everything(folder));
    assert_false(is_found(name) || is_found(photo) || is_found(level_name) || any_voice_is_found(11));
    assert_int_equal(rmdir(folder), 0); // nothing at all is left
    assert_int_equal(mkdir(folder, 0700), 0);
    family = opened();
    assert_int_equal(forget_count(family, folder).people, 0);
    family_close(family);
}

static void test_what_is_not_ours_stays(void **state)
{
    (void)state;
    struct family *family = make_family();
    assert_true(files_make_folder(inside("out")));
    assert_null(backup_save(family, inside("out/saved on purpose")));
    family_close(family);
    scatter("family.jpg", "holiday");
    scatter("notes.txt", "mine");
    assert_true(forget_everything(folder));
    assert_true(files_exists(inside("family.jpg")) && files_exists(inside("notes.txt")));
    assert_null(backup_restore(folder, inside("out/saved on purpose")));
    assert_int_equal(number("SELECT count(*) FROM session"), 40);
    assert_true(files_exists(inside("levels/unverwechselbar.yaml")));
}

static void test_where_nothing_is_there_is_nothing_to_delete(void **state)
{
    (void)state;
    assert_true(forget_everything(folder));
    assert_true(forget_everything(inside("no such folder")));
    assert_false(forget_everything(NULL));
}

static void test_what_can_not_be_deleted_is_said(void **state)
{
    (void)state;
    family_close(make_family());
    if (geteuid() == 0) {
        skip(); // the superuser can delete all
    }
    assert_int_equal(chmod(inside("levels"), 0500), 0);
    assert_false(forget_everything(folder));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_the_counts_are_what_is_there),
        IN_A_FOLDER(test_notes_are_deleted_and_all_else_stays),
        IN_A_FOLDER(test_no_byte_of_a_voice_is_left),
        IN_A_FOLDER(test_no_byte_of_a_photo_is_left),
        IN_A_FOLDER(test_settings_levels_and_ladders_are_as_they_came),
        IN_A_FOLDER(test_without_voices_and_photos_there_is_nobody),
        IN_A_FOLDER(test_the_file_gets_smaller),
        IN_A_FOLDER(test_what_a_restore_kept_is_gone_whatever_is_deleted),
        IN_A_FOLDER(test_a_part_that_can_not_be_deleted_is_all_there),
        IN_A_FOLDER(test_a_deletion_that_was_cut_off_is_finished_by_the_next_start),
        IN_A_FOLDER(test_or_undone_where_nothing_else_was_deleted),
        IN_A_FOLDER(test_after_everything_is_deleted_the_folder_is_as_on_the_first_day),
        IN_A_FOLDER(test_what_is_not_ours_stays),
        IN_A_FOLDER(test_where_nothing_is_there_is_nothing_to_delete),
        IN_A_FOLDER(test_what_can_not_be_deleted_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
