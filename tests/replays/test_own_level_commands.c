// A level of the family's own, and what its grown-ups set, as the whole program sees them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "replays/desk.h"
#include "store/family.h"
#include "store/own_levels.h"
#include "store/settings.h"

static void save_level(struct desk *desk, int longest_ms)
{
    struct level level;
    level_builtin(&level);
    level.name[0] = '\0';
    snprintf(level.title, sizeof level.title, "Omas \"Kuckuck\": 🐻");
    level.rounds = 5;
    level.longest_ms = longest_ms;
    assert_null(own_levels_save(desk->folder, &level));
    assert_string_equal(level.name, "omas_kuckuck");
}

static struct family *opened(struct desk *desk)
{
    char reason[200] = "";
    struct family *family = family_open(desk->folder, reason, sizeof reason);
    assert_non_null(family);
    return family;
}

static void test_an_own_level_is_planned_and_played_by_its_name(void **state)
{
    struct desk *desk = *state;
    save_level(desk, 1600);
    assert_int_equal(run(desk, "plan", "--level", "omas_kuckuck", "--step", "3", "--data", desk->folder), 0);
    assert_string_equal(desk->said.out, "1 1000 bear theatre\n2 1300 bear theatre\n3 1600 bear theatre\n"
                                        "4 1600 bear sofa\n5 1000 bear sofa\ncap 5000\n");
    assert_int_equal(play(desk, "--level", "omas_kuckuck.yaml", "--step", "3"), 0);
    assert_non_null(strstr(desk->said.out, "\"level\":\"omas_kuckuck\""));
    assert_non_null(strstr(desk->said.out, "\"away_ms\":[1000,1300,1600,1600,1000]"));
}

static void test_an_own_level_that_was_chosen_is_played(void **state)
{
    struct desk *desk = *state;
    save_level(desk, 1600);
    struct family *family = opened(desk);
    assert_true(family_set_text(family, "level", "omas_kuckuck"));
    family_close(family);
    assert_int_equal(play(desk, "--stop-after", "1000"), 0);
    assert_non_null(strstr(desk->said.out, "\"level\":\"omas_kuckuck\""));
}

static void test_an_own_level_that_was_broken_by_hand_is_told_with_its_line(void **state)
{
    struct desk *desk = *state;
    char *folder = desk_path(desk, "levels"), *file = outside_path(folder, "ours.yaml");
    save_level(desk, 1600);
    outside_write(file, "title: Ours\nrounds: 12\n");
    assert_int_equal(run(desk, "plan", "--level", "ours", "--data", desk->folder), 1);
    assert_string_equal(desk->said.err, "ours:2: 'rounds' must be a whole number from 5 to 8, not 12\n");
    assert_int_equal(play(desk, "--level", "ours", "--stop-after", "1000"), 0);
    assert_non_null(strstr(desk->said.out, "\"level\":\"first_peekaboo\""));
    free(file);
    free(folder);
}

static void test_the_age_that_was_set_grows(void **state)
{
    struct desk *desk = *state;
    const int64_t now = time(NULL);
    struct family *family = opened(desk);
    assert_true(settings_set_age(family, 8, now));
    assert_int_equal(run(desk, "plan", "--data", desk->folder), 0);
    assert_non_null(strstr(desk->said.out, "cap 5000\n"));
    assert_true(settings_set_age(family, 8, now - (int64_t)100 * 86400)); // three months ago
    family_close(family);
    assert_int_equal(run(desk, "plan", "--data", desk->folder), 0);
    assert_non_null(strstr(desk->said.out, "cap 12000\n"));
    assert_int_equal(play(desk, "--stop-after", "1000"), 0);
    assert_non_null(strstr(desk->said.out, "\"age\":11"));
}

static void test_no_game_is_longer_than_the_grown_ups_said(void **state)
{
    struct desk *desk = *state;
    struct family *family = opened(desk);
    assert_true(settings_set(family, SETTING_GAME_S, 60));
    assert_int_equal(play(desk, "--stop-after", "1000"), 0);
    assert_non_null(strstr(desk->said.out, "\"limit_ms\":60000"));
    assert_true(settings_set(family, SETTING_GAME_S, 600)); // longer than the level is: as the level
    family_close(family);
    assert_int_equal(play(desk, "--stop-after", "1000"), 0);
    assert_non_null(strstr(desk->said.out, "\"limit_ms\":180000"));
}

static void test_own_levels_move_in_a_backup(void **state)
{
    struct desk *desk = *state;
    char *backup = desk_path(desk, "all.backup"), *there = desk_path(desk, "new home");
    save_level(desk, 1600);
    family_close(opened(desk));
    assert_int_equal(run(desk, "backup", backup, "--data", desk->folder), 0);
    assert_int_equal(run(desk, "restore", backup, "--data", there), 0);
    assert_int_equal(run(desk, "plan", "--level", "omas_kuckuck", "--data", there), 0);
    assert_non_null(strstr(desk->said.out, "5 1000 bear sofa\ncap 5000\n"));
    free(there);
    free(backup);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)
    const struct CMUnitTest tests[] = {
        TEST(test_an_own_level_is_planned_and_played_by_its_name),
        TEST(test_an_own_level_that_was_chosen_is_played),
        TEST(test_an_own_level_that_was_broken_by_hand_is_told_with_its_line),
        TEST(test_the_age_that_was_set_grows),
        TEST(test_no_game_is_longer_than_the_grown_ups_said),
        TEST(test_own_levels_move_in_a_backup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
