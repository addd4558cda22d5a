// The levels of the game: right, in order, found by name, and everybody has a turn.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/plan.h"
#include "core/session.h"
#include "platform/files.h"
#include "store/cast.h"
#include "store/level_file.h"

static void test_the_built_in_level_is_the_first_file(void **state)
{
    (void)state;
    struct level builtin, first;
    struct level_error error;
    level_builtin(&builtin);
    assert_true(level_load(PEEKABOO_SOURCE "levels/01_first_peekaboo.yaml", &first, &error));
    assert_memory_equal(&builtin, &first, sizeof first);
}

static void test_files_stand_in_the_order_of_their_numbers(void **state)
{
    (void)state;
    char folder[] = "levels_XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    static const char *const ordered[] = {"01_a.yaml", "2_b.yaml", "02_c.yaml", "10_a.yaml", "0100_a.yaml"};
    for (int i = 4; i >= 0; i--) {
        snprintf(path, sizeof path, "%s/%s", folder, ordered[i]);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fclose(file);
    }
    char **files = level_files(folder);
    assert_non_null(files);
    assert_string_equal(files[0], "01_a.yaml");
    assert_string_equal(files[1], "02_c.yaml");
    assert_string_equal(files[2], "2_b.yaml");
    assert_string_equal(files[3], "10_a.yaml");
    assert_string_equal(files[4], "0100_a.yaml");
    for (int i = 0; files[i]; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        assert_int_equal(unlink(path), 0);
    }
    files_free_list(files);
    assert_int_equal(rmdir(folder), 0);
    assert_null(level_files(folder));
}

static void test_levels_stand_in_order(void **state)
{
    (void)state;
    static const char *const expected[] = {"first_peekaboo",     "hide_and_hello", "wait_and_see",
                                           "i_know_youre_there", "see_you_soon",   "back_in_a_moment"};
    char **names = level_names(), first[LEVEL_NAME_SIZE];
    assert_non_null(names);
    for (int i = 0; i < 6; i++) {
        assert_string_equal(names[i], expected[i]);
    }
    files_free_list(names);
    level_first_name(first, sizeof first);
    assert_string_equal(first, "first_peekaboo");
}

static void test_every_level_of_the_shelf_is_right_and_its_times_grow_with_its_age(void **state)
{
    (void)state;
    char **names = level_names();
    int longest_ms = 0, age = 0;
    for (char **name = names; *name; name++) {
        struct level level;
        struct level_error error;
        if (!level_find(*name, &level, &error)) {
            fail_msg("%s:%d: %s", *name, error.line, error.reason);
        }
        assert_string_equal(level.name, *name);
        assert_true(level.age_from >= age && level.longest_ms >= longest_ms);
        // science/README.md 1.2: young babies are never left with nothing to see or hear.
        assert_true(level.peek_permille > 0 && level.sound_while_away);
        age = level.age_from;
        longest_ms = level.longest_ms;
    }
    files_free_list(names);
}

static void test_the_longest_game_of_every_level_fits_its_longest_session(void **state)
{
    (void)state;
    enum { EVERY_ROUND_MS = GREET_MS + GOODBYE_MS + HIDE_MS + REVEAL_MS + JOY_MS + REST_MS };
    char **names = level_names();
    for (char **name = names; *name; name++) {
        struct level level;
        struct level_error error;
        assert_true(level_find(*name, &level, &error));
        const struct plan plan =
            plan_make(&level, 36, 1000); // nothing is longer: the oldest, the highest step
        int whole_ms = RITUAL_MS;
        for (int round = 0; round < plan.rounds; round++) {
            whole_ms += EVERY_ROUND_MS + plan.away_ms[round];
        }
        assert_in_range(whole_ms, 60000, level.limit_ms);
    }
    files_free_list(names);
}

static bool anybody_plays(const char *id)
{
    bool found = false;
    char **names = level_names();
    for (char **name = names; *name && !found; name++) {
        struct level level;
        struct level_error error;
        assert_true(level_find(*name, &level, &error));
        for (int i = 0; i < level.scene_count && i < level.rounds; i++) {
            const struct level_scene *scene = &level.scenes[i];
            found =
                found || !strcmp(scene->who, id) || !strcmp(scene->place, id) || !strcmp(scene->backdrop, id);
        }
    }
    files_free_list(names);
    return found;
}

static void test_everybody_and_every_place_is_played_somewhere(void **state)
{
    (void)state;
    const char *(*const tables[])(int) = {cast_friend_name, cast_place_name, cast_backdrop_name};
    for (int table = 0; table < 3; table++) {
        for (int i = 0; tables[table](i); i++) {
            if (!anybody_plays(tables[table](i))) {
                fail_msg("%s is in no level", tables[table](i));
            }
        }
    }
    assert_true(anybody_plays("family"));
}

static void test_a_level_is_found_by_name_file_or_path(void **state)
{
    (void)state;
    struct level level;
    struct level_error error;
    assert_true(level_find("wait_and_see", &level, &error));
    assert_string_equal(level.title, "Wait and see");
    assert_true(level_find("03_wait_and_see.yaml", &level, &error));
    assert_string_equal(level.name, "wait_and_see");
    assert_true(level_find(PEEKABOO_SOURCE "levels/05_see_you_soon.yaml", &level, &error));
    assert_string_equal(level.name, "see_you_soon");
    assert_false(level_find("wait_and_sea", &level, &error));
    assert_non_null(
        strstr(error.reason, "there is no level called 'wait_and_sea'; levels are: first_peekaboo, "));
    assert_int_equal(error.line, 1);
    assert_false(level_find("", &level, &error));
    assert_false(level_find(PEEKABOO_SOURCE "levels", &level, &error));
    assert_non_null(strstr(error.reason, "can't be read"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_built_in_level_is_the_first_file),
        cmocka_unit_test(test_files_stand_in_the_order_of_their_numbers),
        cmocka_unit_test(test_levels_stand_in_order),
        cmocka_unit_test(test_every_level_of_the_shelf_is_right_and_its_times_grow_with_its_age),
        cmocka_unit_test(test_the_longest_game_of_every_level_fits_its_longest_session),
        cmocka_unit_test(test_everybody_and_every_place_is_played_somewhere),
        cmocka_unit_test(test_a_level_is_found_by_name_file_or_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
