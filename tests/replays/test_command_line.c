// The command line, as design.md 4 promises it: the real program, from outside.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "replays/desk.h"

static bool one_line(const char *text)
{
    const char *end = strchr(text, '\n');
    return end && end > text && end[1] == '\0';
}

// ---- what is refused

static void refused(struct desk *desk, int status, const char *const *words)
{
    if (desk_run(desk, words) != status || !one_line(desk->said.err) || *desk->said.out) {
        fail_msg("%s %s: status %d\n%s%s", words[0], words[1] ? words[1] : "", desk->said.status,
                 desk->said.out, desk->said.err);
    }
}

#define wrong(desk, ...) refused(desk, 2, (const char *const[]){__VA_ARGS__, NULL})
#define unreadable(desk, ...) refused(desk, 1, (const char *const[]){__VA_ARGS__, NULL})

static void test_wrong_options_end_with_2_and_one_line(void **state)
{
    struct desk *desk = *state;
    wrong(desk, "--sed", "1");
    wrong(desk, "dance");
    wrong(desk, "--seed");
    wrong(desk, "--seed", "one");
    wrong(desk, "--window", "0x200");
    wrong(desk, "--window", "320");
    wrong(desk, "--window", "320x200x");
    wrong(desk, "--age", "5");
    wrong(desk, "--age", "37");
    wrong(desk, "--age", "8 months");
    wrong(desk, "--step", "-1");
    wrong(desk, "--stop-after", "soon");
    wrong(desk, "--shot-every", "0");
    wrong(desk, "--screen", "cellar");
    wrong(desk, "--level");
    wrong(desk, "--who", "Mama");
    wrong(desk, "--replace");
    wrong(desk, "voice");
    wrong(desk, "voice", "sing");
    wrong(desk, "voice", "add", "--who", "Mama", "/dev/null");
    wrong(desk, "voice", "add", "--moment", "hello", "/dev/null");
    wrong(desk, "voice", "add", "--who", "Mama", "--moment", "hello");
    wrong(desk, "voice", "list", "--who", "Mama");
    wrong(desk, "voice", "export", "1");
    wrong(desk, "voice", "remove", "1", "2");
    wrong(desk, "face", "add", "/dev/null");
    wrong(desk, "face", "remove", "--who", "Mama", "/dev/null");
    wrong(desk, "plan", "--who", "Mama");
    wrong(desk, "backup");
    wrong(desk, "restore", "one", "two");
    wrong(desk, "backup", "--replace", "one");
    wrong(desk, "pack", "save", "one");
    wrong(desk, "pack", "add");
    wrong(desk, "hear");
    wrong(desk, "hear", "one.wav", "two.wav");
    wrong(desk, "hear", "--who", "Mama", "/dev/null");
}

static void test_a_screen_that_does_not_exist_is_refused_with_one_line(void **state)
{
    struct desk *desk = *state;
    wrong(desk, "--screen", "attic", "--virtual-time", "--stop-after", "100");
}

static void test_a_replay_that_can_not_be_read_ends_with_1(void **state)
{
    struct desk *desk = *state;
    char *replay = desk_path(desk, "wrong.replay");
    outside_write(replay, "100 down .5 .5\n200 dance\n");
    unreadable(desk, "--virtual-time", "--data", desk->folder, "--replay", replay);
    assert_non_null(strstr(desk->said.err, "wrong.replay:2: "));
    unreadable(desk, "--virtual-time", "--data", desk->folder, "--replay", "/nowhere.replay");
    free(replay);
}

static void test_check_names_the_line_of_a_wrong_level(void **state)
{
    struct desk *desk = *state;
    char *level = desk_path(desk, "wrong.yaml");
    assert_int_equal(run(desk, "check", OPENS), 0);
    assert_string_equal(desk->said.out, "");
    assert_string_equal(desk->said.err, "");
    outside_write(level, "title: Wrong\nages: 6 to 8 months\nrounds: many\n");
    unreadable(desk, "check", OPENS, level);
    assert_non_null(strstr(desk->said.err, "wrong.yaml:3: "));
    free(level);
}

static void test_a_wrong_level_never_reaches_the_baby(void **state)
{
    struct desk *desk = *state;
    char *level = desk_path(desk, "wrong.yaml");
    outside_write(level, "title: Wrong\nrounds: many\n");
    assert_int_equal(play(desk, "--level", level, "--stop-after", "8000"), 0);
    says(desk->said.out, "1 gone");
    says(desk->said.out, "1 session level=first_peekaboo");
    assert_non_null(strstr(desk->said.err, "wrong.yaml:"));
    free(level);
}

// ---- what is told

static void test_help_and_version_are_told(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(run(desk, "--help"), 0);
    assert_non_null(strstr(desk->said.out, "--virtual-time"));
    assert_non_null(strstr(desk->said.out, "--stop-after"));
    assert_non_null(strstr(desk->said.out, "peekaboo hear FILE.wav"));
    assert_int_equal(run(desk, "--version"), 0);
    assert_true(one_line(desk->said.out));
}

// The away times of "1 1600 bear theatre" lines as the trace writes them: "1000,1300".
static void planned(const char *plan, char *list, size_t size)
{
    int round, away_ms, rounds = 0, used = 0;
    char who[32], place[32];
    list[0] = '\0';
    for (const char *line = plan; line; line = strchr(line, '\n'), line = line ? line + 1 : NULL) {
        if (sscanf(line, "%d %d %31s %31s", &round, &away_ms, who, place) == 4) {
            assert_int_equal(round, ++rounds);
            used += snprintf(list + used, size - (size_t)used, "%s%d", rounds > 1 ? "," : "", away_ms);
        }
    }
}

static void test_the_plan_is_what_happens(void **state)
{
    struct desk *desk = *state;
    char list[128], sentence[200];
    assert_int_equal(run(desk, "plan", "--level", OPENS, "--age", "9", "--step", "3", "--data", desk->folder),
                     0);
    planned(desk->said.out, list, sizeof list);
    assert_string_equal(list, "2500,3100,3900,3900,2500");
    assert_int_equal(play(desk, "--level", OPENS, "--age", "9", "--step", "3", "--stop-after", "100"), 0);
    snprintf(sentence, sizeof sentence, "1 session age=9 step=3 away_ms=%s", list);
    says(desk->said.out, sentence);
}

// ---- what is kept

static void test_tomorrow_goes_on_from_today(void **state)
{
    struct desk *desk = *state;
    char *touches = desk_path(desk, "touches.replay"), *home = desk_path(desk, "family/of/ours");
    // A touch in each round's joy: calm, and every away lasted its whole time.
    outside_write(touches,
                  "8500 down .5 .5\n8600 up\n23500 down .5 .5\n23600 up\n38500 down .5 .5\n38600 up\n"
                  "53500 down .5 .5\n53600 up\n68500 down .5 .5\n68600 up\n");
    assert_int_equal(play(desk, "--level", OPENS, "--data", home, "--replay", touches), 0);
    says(desk->said.out, "1 session step=2 away_ms=2000,2500,3100,3100,2000");
    says(desk->said.out, "1 end why=done calm=5 step=3");
    assert_int_equal(play(desk, "--level", OPENS, "--data", home, "--stop-after", "100"), 0);
    says(desk->said.out, "1 session step=3");
    struct stat file, folder;
    char *database = outside_path(home, "family.db");
    assert_int_equal(stat(database, &file), 0);
    assert_int_equal(stat(home, &folder), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    assert_int_equal(folder.st_mode & 0777, 0700);
    free(database);
    free(touches);
    free(home);
}

static void test_a_family_folder_that_can_not_be_made_stops_nothing(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(play(desk, "--level", OPENS, "--data", "/dev/null/family", "--stop-after", "8000"), 0);
    says(desk->said.out, "1 back");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)
    const struct CMUnitTest tests[] = {
        TEST(test_wrong_options_end_with_2_and_one_line),
        TEST(test_a_screen_that_does_not_exist_is_refused_with_one_line),
        TEST(test_a_replay_that_can_not_be_read_ends_with_1),
        TEST(test_check_names_the_line_of_a_wrong_level),
        TEST(test_a_wrong_level_never_reaches_the_baby),
        TEST(test_help_and_version_are_told),
        TEST(test_the_plan_is_what_happens),
        TEST(test_tomorrow_goes_on_from_today),
        TEST(test_a_family_folder_that_can_not_be_made_stops_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
