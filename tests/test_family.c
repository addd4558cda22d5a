// The family's file: what is kept is there tomorrow, whatever happens in between.
#include <signal.h>
#include <sys/wait.h>

#include "family_folder.h"

enum { KILLS = 20 };

static void test_settings_are_there_after_closing(void **state)
{
    (void)state;
    struct family *family = opened();
    assert_int_equal(family_setting(family, "age_months", -1), -1);
    assert_true(family_set(family, "age_months", 9));
    assert_true(family_set(family, "volume", -2147483647 - 1));
    assert_true(family_set_text(family, "with", "Großmama 'Nan' \"x\""));
    assert_true(family_set(family, "age_months", 10));
    family_close(family);
    family = opened();
    char text[64];
    assert_int_equal(family_setting(family, "age_months", -1), 10);
    assert_int_equal(family_setting(family, "volume", 0), -2147483647 - 1);
    family_setting_text(family, "with", "nobody", text, sizeof text);
    assert_string_equal(text, "Großmama 'Nan' \"x\"");
    family_setting_text(family, "language", "en", text, sizeof text);
    assert_string_equal(text, "en");
    char small[4];
    family_setting_text(family, "with", "nobody", small, sizeof small);
    assert_int_equal(strlen(small), 3);
    family_close(family);
}

static void test_a_session_and_its_ladder_are_kept(void **state)
{
    (void)state;
    struct family *family = opened();
    struct ladder ladder = {.step = 77};
    assert_false(family_ladder(family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.step, 77);
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    family_close(family);
    family = opened();
    assert_true(family_ladder(family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.step, 4);
    assert_int_equal(ladder.clean, 1);
    assert_true(ladder.fast);
    assert_int_equal(ladder.upset_sessions, 0);
    assert_int_equal(ladder.played, 1764000100);
    assert_int_equal(ladder.shorter, 0);
    assert_false(ladder.stay);
    assert_false(family_ladder(family, "hide_and_hello", &ladder));
    family_close(family);
    assert_int_equal(
        number("SELECT count(*) FROM session WHERE level = 'first_peekaboo' AND began = 1764000000"
               " AND age_months = 8 AND step = 3 AND own_away_ms = 2000 AND longest_calm_ms = 1900"
               " AND calm = 6 AND upsets = 0 AND why = 'done' AND ended = 1764000100 AND unclear = 0"
               " AND mark = 0 AND next_step = 4"),
        1);
}

static void test_every_level_has_its_own_ladder_and_the_last_session_is_known(void **state)
{
    (void)state;
    struct family *family = opened();
    struct session_record record = a_session;
    struct ladder ladder = a_ladder;
    char level[64] = "untouched";
    int own_ms = -1;
    assert_false(family_last(family, level, sizeof level, &own_ms, &ladder));
    assert_string_equal(level, "untouched");
    assert_true(family_keep_session(family, &record, &ladder));
    record.level = "wait_and_see";
    record.own_away_ms = 3100;
    ladder.step = 9;
    ladder.fast = false;
    assert_true(family_keep_session(family, &record, &ladder));
    ladder.step = 0;
    assert_true(family_last(family, level, sizeof level, &own_ms, &ladder));
    assert_string_equal(level, "wait_and_see");
    assert_int_equal(own_ms, 3100);
    assert_int_equal(ladder.step, 9);
    assert_false(ladder.fast);
    assert_true(family_ladder(family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.step, 4);
    family_close(family);
}

// The disk did not answer when the session began: it was played as a first one, and is kept as what it was.
static void test_a_step_that_could_not_be_read_is_not_begun_again(void **state)
{
    (void)state;
    struct family *family = opened();
    struct ladder stored;
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    const struct ladder from_anew = {.step = 2, .played = a_ladder.played + 1000};
    assert_true(family_keep_session(family, &a_session, &from_anew));
    assert_true(family_ladder(family, "first_peekaboo", &stored));
    assert_int_equal(stored.step, a_ladder.step);
    struct session_record knowing = a_session;
    knowing.before = stored;
    const struct ladder next = {.step = 5, .played = a_ladder.played + 2000};
    assert_true(family_keep_session(family, &knowing, &next));
    assert_true(family_ladder(family, "first_peekaboo", &stored));
    assert_int_equal(stored.step, 5);
    family_close(family);
    assert_int_equal(number("SELECT count(*) FROM session"), 3);
}

static void test_without_a_family_nothing_is_kept_and_nothing_breaks(void **state)
{
    (void)state;
    struct ladder ladder;
    char text[16];
    int own_ms;
    assert_int_equal(family_setting(NULL, "age_months", 7), 7);
    assert_false(family_set(NULL, "age_months", 7));
    family_setting_text(NULL, "with", "nobody", text, sizeof text);
    assert_string_equal(text, "nobody");
    assert_false(family_set_text(NULL, "with", "mama"));
    assert_false(family_ladder(NULL, "first_peekaboo", &ladder));
    assert_false(family_last(NULL, text, sizeof text, &own_ms, &ladder));
    assert_false(family_keep_session(NULL, &a_session, &a_ladder));
    family_close(NULL);
}

// Tables that keep anything, as no game of ours makes them, but as a hand or another tool may.
static const char loose[] =
    "DROP TABLE setting; DROP TABLE ladder; DROP TABLE session; CREATE TABLE setting(name PRIMARY KEY, "
    "value);"
    "CREATE TABLE ladder(level PRIMARY KEY, step, clean, fast, upset_sessions, played, shorter, "
    "stay);"
    "CREATE TABLE session(id INTEGER PRIMARY KEY, level, began, age_months, step, own_away_ms, "
    "longest_calm_ms, calm,"
    " upsets, why, ended, unclear, mark, next_step);"
    "INSERT INTO setting VALUES('text', 'eight'), ('nothing', NULL), ('big', 99999999999), ('real', 1.5), "
    "('number', 8);"
    "INSERT INTO ladder VALUES('negative', -5, -1, 7, -2, -9, -1, -1), ('text', 'four', 0, 1, 0, 0, 0, 0),"
    " ('nulls', NULL, 0, 0, 0, 0, 0, 0), ('half', 3, 'x', NULL, NULL, x'00', 'y', 1.5),"
    " ('huge', 99999999999, 99999999999, 1, 99999999999, 9223372036854775807, 99999999999, 9);";

static void test_wrong_values_are_brought_back_or_passed_over(void **state)
{
    (void)state;
    family_close(opened());
    meddle(loose);
    struct family *family = opened();
    char text[16];
    assert_int_equal(family_setting(family, "text", 5), 5);
    assert_int_equal(family_setting(family, "nothing", 5), 5);
    assert_int_equal(family_setting(family, "real", 5), 5);
    assert_int_equal(family_setting(family, "big", 5), 2147483647);
    family_setting_text(family, "number", "nobody", text, sizeof text);
    assert_string_equal(text, "nobody");
    struct ladder ladder;
    assert_true(family_ladder(family, "negative", &ladder));
    assert_int_equal(ladder.step, 0);
    assert_int_equal(ladder.clean, 0);
    assert_int_equal(ladder.upset_sessions, 0);
    assert_int_equal(ladder.played, 0);
    assert_false(family_ladder(family, "text", &ladder));
    assert_false(family_ladder(family, "nulls", &ladder));
    assert_true(family_ladder(family, "half", &ladder));
    assert_int_equal(ladder.step, 3);
    assert_false(ladder.fast);
    assert_true(family_ladder(family, "huge", &ladder));
    assert_in_range(ladder.step, 0, 1000);
    assert_int_equal(ladder.shorter, 2);
    family_close(family);
}

static void test_a_wrong_last_session_is_none(void **state)
{
    (void)state;
    family_close(opened());
    meddle(loose);
    static const char *const lasts[] = {
        "INSERT INTO session(level, own_away_ms) VALUES(NULL, 1000)",
        "INSERT INTO session(level, own_away_ms) VALUES(12, 1000)",
        "INSERT INTO session(level, own_away_ms) VALUES('never_played', 1000)",
        "INSERT INTO session(level, own_away_ms) VALUES('', 1000)",
    };
    for (size_t i = 0; i < sizeof lasts / sizeof *lasts; i++) {
        meddle(lasts[i]);
        struct family *family = opened();
        struct ladder ladder;
        char level[64];
        int own_ms;
        assert_false(family_last(family, level, sizeof level, &own_ms, &ladder));
        family_close(family);
    }
    meddle("INSERT INTO session(level, own_away_ms) VALUES('half', -7)");
    struct family *family = opened();
    struct ladder ladder;
    char level[64];
    int own_ms;
    assert_true(family_last(family, level, sizeof level, &own_ms, &ladder));
    assert_int_equal(own_ms, 0);
    family_close(family);
}

// Saves until it is killed; tells each save that was confirmed.
static void save_for_ever(int confirmed)
{
    char reason[REASON_SIZE];
    struct family *family = family_open(folder, reason, sizeof reason);
    struct ladder ladder = {.step = 0};
    if (family) {
        family_ladder(family, "first_peekaboo", &ladder);
    }
    for (int step = ladder.clean + 1; family; step++) {
        const struct ladder next = {.clean = step, .played = step};
        struct session_record record = a_session;
        record.calm = step;
        record.before.played = step - 1;
        if (!family_keep_session(family, &record, &next) ||
            write(confirmed, &step, sizeof step) != sizeof step) {
            break;
        }
    }
    _exit(1);
}

// Kills a saving child after `after_us` from its first save. The last save it confirmed.
static int kill_while_saving(unsigned after_us)
{
    int ends[2], step = 0, last = 0;
    assert_int_equal(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        save_for_ever(ends[1]);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &last, sizeof last), sizeof last);
    usleep(after_us);
    kill(child, SIGKILL);
    while (read(ends[0], &step, sizeof step) == sizeof step) {
        last = step;
    }
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    return last;
}

static void test_killed_in_the_middle_of_a_save_the_last_one_is_there(void **state)
{
    (void)state;
    for (unsigned round = 0; round < KILLS; round++) {
        const int confirmed = kill_while_saving(round * 1371 % 9000);
        struct family *family = opened();
        struct ladder ladder;
        assert_true(family_ladder(family, "first_peekaboo", &ladder));
        assert_in_range(ladder.clean, confirmed, confirmed + 1); // one more may be whole and unconfirmed
        family_close(family);
        assert_int_equal(number("SELECT count(*) FROM session"), ladder.clean); // both or neither
        assert_int_equal(number("SELECT max(calm) FROM session"), ladder.clean);
    }
}

static void test_two_games_at_once_both_keep_their_sessions(void **state)
{
    (void)state;
    struct family *one = opened(), *other = opened();
    for (int i = 0; i < 5; i++) {
        assert_true(family_keep_session(one, &a_session, &a_ladder));
        assert_true(family_keep_session(other, &a_session, &a_ladder));
    }
    family_close(one);
    family_close(other);
    assert_int_equal(number("SELECT count(*) FROM session"), 10);
}

static void test_a_save_that_fails_leaves_the_old_ladder(void **state)
{
    (void)state;
    struct family *family = opened();
    assert_true(family_keep_session(family, &a_session, &a_ladder));
    meddle("CREATE TRIGGER full BEFORE INSERT ON ladder BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
    struct ladder next = a_ladder, ladder;
    next.step = 5;
    assert_false(family_keep_session(family, &a_session, &next));
    assert_true(family_ladder(family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.step, 4);
    meddle("DROP TRIGGER full");
    assert_true(family_keep_session(family, &a_session, &next)); // and goes on
    family_close(family);
    assert_int_equal(number("SELECT count(*) FROM session"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_settings_are_there_after_closing),
        IN_A_FOLDER(test_a_session_and_its_ladder_are_kept),
        IN_A_FOLDER(test_every_level_has_its_own_ladder_and_the_last_session_is_known),
        IN_A_FOLDER(test_a_step_that_could_not_be_read_is_not_begun_again),
        IN_A_FOLDER(test_without_a_family_nothing_is_kept_and_nothing_breaks),
        IN_A_FOLDER(test_wrong_values_are_brought_back_or_passed_over),
        IN_A_FOLDER(test_a_wrong_last_session_is_none),
        IN_A_FOLDER(test_killed_in_the_middle_of_a_save_the_last_one_is_there),
        IN_A_FOLDER(test_two_games_at_once_both_keep_their_sessions),
        IN_A_FOLDER(test_a_save_that_fails_leaves_the_old_ladder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
