// The fault walk over what is beside the voices: marking a session, saving a level of one's own, restoring
// with levels and going back, deleting. Each call that changes anything fails in turn; after each the family
// opens, and what was done is done whole or not at all.
#include "disk_faults.h"
#include "family_people.h"
#include "platform/files.h"
#include "store/backup.h"
#include "store/forget.h"
#include "store/own_levels.h"
#include "store/own_levels_file.h"
#include "store/sessions.h"

enum { CALLS_MAX = 3000 };

static char backup[64];
static char *start, *saved;
static size_t start_length, saved_length;

static const char omas[] = "title: Oma's level", mamas[] = "title: Mama's level";

static struct family *quietly_opened(void)
{
    char reason[REASON_SIZE];
    return family_open(folder, reason, sizeof reason);
}

// ---- what it begins with

static void make_family(const char *person)
{
    struct family *family = opened();
    assert_true(kept(family, caregiver_add(family, person), MOMENT_JOY, 1) != 0);
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    family_close(family);
}

static void write_levels(const char *text)
{
    own_levels_remove_folder(inside("levels"));
    assert_int_equal(mkdir(inside("levels"), 0700), 0);
    write_file("levels/ours.yaml", text, strlen(text));
}

static void make_start(void)
{
    snprintf(backup, sizeof backup, "%s/saved.backup", folder);
    write_levels(omas);
    make_family("Oma");
    struct family *family = opened();
    assert_null(backup_save(family, backup));
    family_close(family);
    saved = files_read(backup, &saved_length);
    assert_int_equal(unlink(inside("family.db")), 0);
    make_family("Mama");
    start = files_read(inside("family.db"), &start_length);
    assert_int_equal(unlink(inside("family.db")), 0);
}

static void begin(void)
{
    char **names = files_list(folder, "");
    for (char **name = names; name && *name; name++) {
        own_levels_remove_folder(inside(*name)); // files too
    }
    files_free_list(names);
    write_file("family.db", start, start_length);
    write_file("saved.backup", saved, saved_length);
    write_levels(mamas);
}

// ---- what has to be there after it

static bool is_here(const char *person)
{
    struct family *family = opened(); // and what was interrupted is gone on with
    struct caregiver found;
    struct voice_clip *clips = NULL;
    const bool here = caregiver_by_name(family, person, &found);
    assert_int_equal(clips_list(family, 0, &clips), 1);
    assert_clip_is(family, clips[0].id, 1);
    free(clips);
    family_close(family);
    assert_int_equal(number("SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
    return here;
}

static bool level_is(const char *name, const char *text)
{
    size_t length = 0;
    char *there = files_read(inside(name), &length);
    const bool is = there && length == strlen(text) && memcmp(there, text, length) == 0;
    free(there);
    return is;
}

// ---- what is tried

static bool mark(void)
{
    struct family *family = quietly_opened();
    const bool marked = family && session_mark(family, 1, MARK_FUSSY);
    family_close(family);
    return marked;
}

static void check_mark(bool confirmed)
{
    assert_true(is_here("Mama"));
    const bool marked = number("SELECT mark FROM session") == MARK_FUSSY;
    assert_true(marked || !confirmed);
    assert_int_equal(number("SELECT step FROM ladder"), marked ? 1 : 4);
    assert_int_equal(number("SELECT next_step FROM session"), marked ? 1 : 4);
}

static bool save_level(void)
{
    struct level level;
    level_builtin(&level);
    snprintf(level.name, sizeof level.name, "ours");
    return own_levels_save(folder, &level) == NULL;
}

static void check_level(bool confirmed)
{
    struct level level;
    struct level_error error;
    assert_true(is_here("Mama"));
    const bool whole = own_levels_find(folder, "ours", &level, &error);
    assert_true(whole || !confirmed);
    assert_true(whole || level_is("levels/ours.yaml", mamas));
}

static bool restore(void)
{
    return backup_restore(folder, backup) == NULL;
}

static void check_restored(bool confirmed)
{
    const bool restored = is_here("Oma");
    assert_true(restored || !confirmed);
    assert_true(level_is("levels/ours.yaml", restored ? omas : mamas));
    if (restored) {
        assert_null(backup_undo(folder));
        assert_true(is_here("Mama"));
        assert_true(level_is("levels/ours.yaml", mamas));
    }
}

static bool undo(void)
{
    const bool was_armed = disk.armed;
    disk.armed = false;
    assert_null(backup_restore(folder, backup));
    disk.armed = was_armed;
    return backup_undo(folder) == NULL;
}

static void check_undone(bool confirmed)
{
    const bool undone = is_here("Mama");
    assert_true(undone || !confirmed);
    assert_true(level_is("levels/ours.yaml", undone ? mamas : omas));
}

static bool save_backup(void)
{
    struct family *family = quietly_opened();
    const bool done = family && backup_save(family, backup) == NULL;
    family_close(family);
    return done;
}

static void check_backup(bool confirmed)
{
    assert_true(is_here("Mama"));
    own_levels_remove_folder(inside("levels"));
    assert_null(backup_restore(folder, backup)); // the old or the new one, whole
    const bool is_new = is_here("Mama");
    assert_true(is_new || !confirmed);
    assert_true(level_is("levels/ours.yaml", is_new ? mamas : omas));
}

static bool forget(void)
{
    struct family *family = quietly_opened();
    const bool done = family && forget_parts(family, folder, FORGET_NOTES | FORGET_SETTINGS);
    family_close(family);
    return done;
}

static void check_forgotten(bool confirmed)
{
    assert_true(is_here("Mama"));
    const bool gone = number("SELECT count(*) FROM session") == 0;
    assert_true(gone || !confirmed);
    assert_int_equal(number("SELECT count(*) FROM ladder"), gone ? 0 : 1);
    // A level that is half deleted is nowhere in the list, but a level that stays is whole.
    assert_true(gone || level_is("levels/ours.yaml", mamas) || level_is("levels.forgotten/ours.yaml", mamas));
    assert_true(!confirmed || !files_exists(inside("levels.forgotten")));
}

static bool forget_all(void)
{
    return forget_everything(folder);
}

static void check_nothing(bool confirmed)
{
    assert_true(!confirmed || (!files_exists(inside("family.db")) && !files_exists(inside("levels"))));
    assert_true(forget_everything(folder)); // once more does it
    family_close(opened());
    assert_int_equal(number("SELECT count(*) FROM caregiver"), 0);
}

static const struct trial {
    bool (*act)(void);
    void (*check)(bool confirmed);
} trials[] = {
    {mark, check_mark},          {save_level, check_level}, {restore, check_restored},   {undo, check_undone},
    {save_backup, check_backup}, {forget, check_forgotten}, {forget_all, check_nothing},
};

// Fails one call after the other until none is left to fail.
static void walk(const struct trial *trial, enum disk_fault fault, bool stays)
{
    for (int calls = 0; calls < CALLS_MAX; calls++) {
        begin();
        disk_arm(calls, fault, stays);
        const bool confirmed = trial->act();
        disk.armed = false;
        trial->check(confirmed);
        if (!disk.failed) {
            assert_true(confirmed);
            assert_true(calls > 2);
            return;
        }
    }
    fail_msg("the walk has no end");
}

static void walk_all(enum disk_fault fault, bool stays)
{
    make_start();
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
        walk(&trials[i], fault, stays);
    }
    free(start);
    free(saved);
}

static void test_a_disk_that_is_full_leaves_nothing_half(void **state)
{
    (void)state;
    walk_all(DISK_FULL, true);
}

static void test_a_disk_that_fails_once_leaves_nothing_half(void **state)
{
    (void)state;
    walk_all(DISK_BROKEN, false);
}

static void test_a_write_that_is_cut_short_leaves_nothing_half(void **state)
{
    (void)state;
    walk_all(DISK_SHORT, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_disk_that_is_full_leaves_nothing_half),
        IN_A_FOLDER(test_a_disk_that_fails_once_leaves_nothing_half),
        IN_A_FOLDER(test_a_write_that_is_cut_short_leaves_nothing_half),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
