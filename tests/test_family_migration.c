// A family's file of the first version becomes one of today, with all that was in it.
#include "family_people.h"
#include "family_version_1.h"

static void test_a_file_of_the_first_version_becomes_one_of_today(void **state)
{
    (void)state;
    make_version_1();
    struct family *family = opened();
    struct ladder ladder;
    char level[64];
    int own_ms = 0;
    assert_int_equal(family_setting(family, "age_months", -1), 9);
    assert_true(family_last(family, level, sizeof level, &own_ms, &ladder));
    assert_string_equal(level, "first_peekaboo");
    assert_int_equal(own_ms, 2000);
    assert_int_equal(ladder.step, 4);
    const int64_t clip = kept(family, caregiver_add(family, "Mama"), MOMENT_RETURN, 3);
    assert_clip_is(family, clip, 3);
    family_close(family);
    assert_int_equal(number("PRAGMA user_version"), 2);
}

static void test_a_migrated_file_has_the_tables_of_a_new_one(void **state)
{
    (void)state;
    static const char tables[] = "SELECT sum(length(sql)) * 1000 + count(*) FROM sqlite_schema";
    make_version_1();
    family_close(opened());
    const int64_t migrated = number(tables);
    assert_int_equal(unlink(inside("family.db")), 0);
    family_close(opened());
    assert_int_equal(number(tables), migrated);
}

static void test_a_migration_that_fails_leaves_the_old_file_as_it_was(void **state)
{
    (void)state;
    char reason[REASON_SIZE] = "";
    make_version_1();
    meddle("CREATE TABLE sound(clip)"); // in the way of the last step
    assert_null(family_open(folder, reason, sizeof reason));
    assert_true(*reason != '\0');
    assert_int_equal(number("PRAGMA user_version"), 1);
    assert_int_equal(number("SELECT count(*) FROM sqlite_schema WHERE name = 'caregiver'"), 0);
    meddle("DROP TABLE sound");
    family_close(opened());
    assert_int_equal(number("PRAGMA user_version"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_file_of_the_first_version_becomes_one_of_today),
        IN_A_FOLDER(test_a_migrated_file_has_the_tables_of_a_new_one),
        IN_A_FOLDER(test_a_migration_that_fails_leaves_the_old_file_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
