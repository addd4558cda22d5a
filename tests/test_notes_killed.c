// Killed (-9) in the middle of marking a session, saving a level of one's own, restoring one's levels, or
// deleting: it is done whole or not at all, and the next start finds a family that opens.
#include <signal.h>
#include <sys/wait.h>

#include "core/random.h"
#include "disk_faults.h" // here it only makes syncs fast: a kill takes nothing from the disk
#include "family_people.h"
#include "platform/files.h"
#include "store/backup.h"
#include "store/forget.h"
#include "store/own_levels.h"
#include "store/sessions.h"

enum { KILLS = 60, LONGEST_US = 5000 };

static char backup[64];

// Runs act in a child that is killed after a while; then looks.
static void kill_while(void (*act)(void), void (*check)(void), void (*begin)(void))
{
    struct random random;
    random_seed(&random, 9);
    for (int i = 0; i < KILLS; i++) {
        begin();
        const pid_t child = fork();
        if (child == 0) {
            act();
            _exit(0);
        }
        usleep((unsigned)random_between(&random, 0, LONGEST_US));
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, NULL, 0), child);
        check();
    }
}

static void make_level(struct level *level, int rounds)
{
    level_builtin(level);
    snprintf(level->name, sizeof level->name, "ours");
    level->rounds = rounds;
}

static void save_rounds(int rounds)
{
    struct level level;
    make_level(&level, rounds);
    assert_null(own_levels_save(folder, &level));
}

static int rounds_found(void)
{
    struct level level;
    struct level_error error;
    if (!own_levels_find(folder, "ours", &level, &error)) {
        fail_msg("line %d: %s", error.line, error.reason);
    }
    return level.rounds;
}

static void begin_anew(void)
{
    assert_true(forget_everything(folder));
    struct family *family = opened();
    assert_true(kept(family, caregiver_add(family, "Mama"), MOMENT_JOY, 1) != 0);
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    family_close(family);
    save_rounds(5);
}

// ---- marking

static void mark_for_ever(void)
{
    struct family *family = opened();
    for (int i = 0;; i++) {
        session_mark(family, 1, i % 2 == 0 ? MARK_FUSSY : MARK_HIDE);
    }
}

static void check_mark(void)
{
    family_close(opened());
    const int64_t mark = number("SELECT mark FROM session");
    assert_int_equal(number("SELECT step FROM ladder"), mark == MARK_FUSSY ? 1 : mark == MARK_HIDE ? 3 : 4);
}

static void test_a_mark_and_its_ladder_are_both_there_or_neither(void **state)
{
    (void)state;
    kill_while(mark_for_ever, check_mark, begin_anew);
}

// ---- a level

static void save_for_ever(void)
{
    for (int i = 0;; i++) {
        save_rounds(5 + i % 4);
    }
}

static void check_level(void)
{
    assert_in_range(rounds_found(), 5, 8);
}

static void nothing_to_begin(void)
{
    save_rounds(5);
}

static void test_a_level_is_always_whole(void **state)
{
    (void)state;
    kill_while(save_for_ever, check_level, nothing_to_begin);
}

// ---- restoring

static void restore_and_undo_for_ever(void)
{
    while (!backup_restore(folder, backup) && !backup_undo(folder)) {
    }
}

static void begin_with_backup(void)
{
    begin_anew();
    snprintf(backup, sizeof backup, "%s/saved.backup", folder);
    struct family *family = opened();
    assert_null(backup_save(family, backup));
    assert_true(caregiver_rename(family, 1, "Papa"));
    family_close(family);
    save_rounds(8);
}

static void check_restored(void)
{
    struct family *family = opened(); // goes on with what was interrupted
    struct caregiver person;
    const bool is_new = caregiver_by_name(family, "Mama", &person);
    assert_int_equal(rounds_found(), is_new ? 5 : 8);
    assert_counts(family, 1, 0);
    family_close(family);
}

static void test_a_family_and_its_levels_come_back_together(void **state)
{
    (void)state;
    kill_while(restore_and_undo_for_ever, check_restored, begin_with_backup);
}

// ---- deleting

static void forget_notes_and_voices(void)
{
    forget_parts(opened(), folder, FORGET_NOTES | FORGET_VOICES);
}

static void check_forgotten(void)
{
    struct family *family = opened();
    const struct forget_counts counts = forget_count(family, folder);
    assert_int_equal(counts.clips, counts.sessions);
    assert_int_equal(counts.people, counts.sessions);
    assert_counts(family, counts.clips, 0);
    family_close(family);
}

static void test_what_is_deleted_is_deleted_whole(void **state)
{
    (void)state;
    kill_while(forget_notes_and_voices, check_forgotten, begin_anew);
}

static void forget_all(void)
{
    forget_everything(folder);
}

static void check_usable(void)
{
    struct family *family = opened();
    const struct forget_counts counts = forget_count(family, folder);
    assert_int_equal(counts.clips, counts.sessions); // all of the old family, or a new one
    family_close(family);
}

static void test_deleting_everything_leaves_no_half_family(void **state)
{
    (void)state;
    kill_while(forget_all, check_usable, begin_anew);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_mark_and_its_ladder_are_both_there_or_neither),
        IN_A_FOLDER(test_a_level_is_always_whole),
        IN_A_FOLDER(test_a_family_and_its_levels_come_back_together),
        IN_A_FOLDER(test_what_is_deleted_is_deleted_whole),
        IN_A_FOLDER(test_deleting_everything_leaves_no_half_family),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
