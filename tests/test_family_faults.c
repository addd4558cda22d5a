// The fault walk: each write, sync, truncation, opening, deletion and renaming fails in turn, by a full disk,
// an I/O error or a short write. After each the file opens, with every confirmed clip whole and none half.
#include "disk_faults.h"
#include "family_people.h"
#include "family_version_1.h"
#include "platform/files.h"
#include "store/backup.h"

enum { CALLS_MAX = 2000, CLIPS = 3, CLIP_NEW = 9, CLIP_PACK = 5 };

static char path_a[64], path_b[64]; // a backup, a pack

static struct family *quietly_opened(void)
{
    char reason[REASON_SIZE];
    return family_open(folder, reason, sizeof reason);
}

static int64_t clip_at(struct family *family, int slot)
{
    struct voice_clip *clips = NULL;
    const int count = clips_list(family, 0, &clips);
    const int64_t id = slot <= count ? clips[slot - 1].id : 0;
    free(clips);
    return id;
}

// ---- what is tried. True: it is confirmed.

static bool keep_one(struct family *family)
{
    return kept(family, 1, MOMENT_RETURN, CLIP_NEW) != 0;
}

static bool keep_in_place(struct family *family)
{
    const struct clip_take take = a_take(CLIP_NEW);
    return clip_keep(family, 1, MOMENT_RETURN, clip_at(family, 1), &take, NOW) != 0;
}

static bool retire(struct family *family)
{
    return clip_retire(family, clip_at(family, 1), NOW);
}

static bool bring_back(struct family *family)
{
    struct voice_clip *clips = NULL;
    const bool any = clips_older(family, 1, &clips) == 1;
    const bool back = any && clip_restore(family, clips[0].id);
    free(clips);
    return back;
}

static bool tidy(struct family *family)
{
    return clips_tidy(family, NOW + 1);
}

static bool save_backup(struct family *family)
{
    return backup_save(family, path_a) == NULL;
}

static bool save_pack(struct family *family)
{
    return pack_save(family, 1, path_b) == NULL;
}

static bool merge_pack(struct family *family)
{
    return pack_merge(family, path_b, false, NOW) == NULL;
}

static bool just_open(struct family *family)
{
    return family != NULL;
}

static const struct trial {
    bool (*act)(struct family *family); // NULL: a restore, with no family open
    bool version_1;                     // begins with a file of the first version, without clips
    int playing, older;                 // clips that are there once it is confirmed
} trials[] = {
    {keep_one, false, CLIPS + 1, 1}, {keep_in_place, false, CLIPS, 2},
    {retire, false, CLIPS - 1, 2},   {bring_back, false, CLIPS + 1, 0},
    {tidy, false, CLIPS, 1},         {save_backup, false, CLIPS, 1},
    {save_pack, false, CLIPS, 1},    {merge_pack, false, CLIPS + 1, 1},
    {just_open, true, 0, 0},         {NULL, false, 1, 0},
};

// ---- what it begins with, made once

static char *start, *backup, *pack;
static size_t start_length, backup_length, pack_length;

static char *take_file(const char *name, size_t *length)
{
    char *bytes = files_read(inside(name), length);
    assert_non_null(bytes);
    assert_int_equal(unlink(inside(name)), 0);
    return bytes;
}

static void make_start(bool version_1)
{
    struct family *family = opened();
    const int64_t oma = caregiver_add(family, "Oma");
    assert_true(kept(family, oma, MOMENT_RETURN, CLIP_PACK) != 0);
    assert_null(backup_save(family, path_a));
    assert_null(pack_save(family, oma, path_b));
    family_close(family);
    backup = take_file("backup", &backup_length);
    pack = take_file("pack", &pack_length);
    assert_int_equal(unlink(inside("family.db")), 0);
    if (version_1) {
        make_version_1();
    } else {
        family = opened();
        const int64_t mama = caregiver_add(family, "Mama");
        for (int i = 1; i <= CLIPS; i++) {
            assert_true(kept(family, mama, MOMENT_RETURN, i) != 0);
        }
        assert_true(clip_retire(family, kept(family, mama, MOMENT_JOY, CLIPS + 1), NOW));
        family_close(family);
    }
    start = take_file("family.db", &start_length);
}

static void begin(void)
{
    static const char *const rest[] = {"family.db-journal",
                                       "family.restoring.db",
                                       "family.restoring.db-journal",
                                       "family.before-restore.db",
                                       "family.before-restore.db-journal",
                                       "family.before-restore.db.part",
                                       "family.db.pack",
                                       "backup.part",
                                       "pack.part"};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        unlink(inside(rest[i]));
    }
    write_file("family.db", start, start_length);
    write_file("backup", backup, backup_length);
    write_file("pack", pack, pack_length);
}

// ---- what has to be there after it

static void assert_file_is(const char *name, const char *bytes, size_t length)
{
    size_t now = 0;
    char *there = files_read(inside(name), &now);
    assert_non_null(there);
    assert_true(now == length && memcmp(there, bytes, length) == 0);
    free(there);
}

static void assert_pack_readable(void)
{
    struct pack looked;
    struct family *family = opened();
    assert_null(pack_look(family, path_b, &looked));
    family_close(family);
}

// The last sync of all may fail when the change is already whole in the file: then it is there, unconfirmed.
static bool is_committed(const struct trial *trial)
{
    return number("SELECT count(*) FROM clip WHERE retired = 0") == trial->playing &&
           number("SELECT count(*) FROM clip WHERE retired <> 0") == trial->older;
}

static void assert_well(const struct trial *trial, bool confirmed)
{
    struct family *family = opened();
    assert_int_equal(family_setting(family, "age_months", -1), trial->version_1 ? 9 : -1);
    if (trial->version_1) {
        assert_int_equal(number("PRAGMA user_version"), 3);
    }
    const bool new_one = confirmed || is_committed(trial);
    const int before = trial->version_1 ? 0 : CLIPS, older = trial->version_1 ? 0 : 1;
    assert_counts(family, new_one ? trial->playing : before, new_one ? trial->older : older);
    family_close(family);
    if (trial->act != save_backup && trial->act != save_pack) {
        assert_file_is("backup", backup, backup_length);
        assert_file_is("pack", pack, pack_length);
    }
    if (trial->act == save_pack) {
        assert_pack_readable();
    } else if (trial->act == save_backup) {
        assert_null(backup_restore(folder, path_a));
    }
}

static bool run_trial(const struct trial *trial)
{
    if (!trial->act) {
        return backup_restore(folder, path_a) == NULL;
    }
    struct family *family = quietly_opened();
    const bool confirmed = family && trial->act(family);
    family_close(family);
    return confirmed;
}

// Fails one call after the other until none is left to fail.
static void walk(const struct trial *trial, enum disk_fault fault, bool stays)
{
    for (int calls = 0; calls < CALLS_MAX; calls++) {
        begin();
        disk_arm(calls, fault, stays);
        const bool confirmed = run_trial(trial);
        disk.armed = false;
        if (!disk.failed) {
            assert_true(confirmed);
            assert_true(calls > 2);
            assert_well(trial, true);
            return;
        }
        assert_well(trial, confirmed);
    }
    fail_msg("the walk has no end");
}

static void walk_all(enum disk_fault fault, bool stays)
{
    snprintf(path_a, sizeof path_a, "%s/backup", folder);
    snprintf(path_b, sizeof path_b, "%s/pack", folder);
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
        make_start(trials[i].version_1);
        walk(&trials[i], fault, stays);
        free(start);
        free(backup);
        free(pack);
        assert_int_equal(unlink(inside("family.db")), 0);
    }
}

static void test_a_disk_that_is_full_for_a_moment_costs_no_clip(void **state)
{
    (void)state;
    walk_all(DISK_FULL, false);
}

static void test_a_disk_that_is_full_costs_no_clip(void **state)
{
    (void)state;
    walk_all(DISK_FULL, true);
}

static void test_a_disk_that_fails_once_costs_no_clip(void **state)
{
    (void)state;
    walk_all(DISK_BROKEN, false);
}

static void test_a_disk_that_dies_costs_no_clip(void **state)
{
    (void)state;
    walk_all(DISK_BROKEN, true);
}

static void test_a_write_that_is_cut_short_costs_no_clip(void **state)
{
    (void)state;
    walk_all(DISK_SHORT, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_disk_that_is_full_for_a_moment_costs_no_clip),
        IN_A_FOLDER(test_a_disk_that_is_full_costs_no_clip),
        IN_A_FOLDER(test_a_disk_that_fails_once_costs_no_clip),
        IN_A_FOLDER(test_a_disk_that_dies_costs_no_clip),
        IN_A_FOLDER(test_a_write_that_is_cut_short_costs_no_clip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
