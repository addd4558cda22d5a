// Settings, their sheets, and how to stay in the game are well laid out in every shape and language.
#include "corner_app.h"

#include <sys/stat.h>

#include "scenes/chooser.h"
#include "scenes/lock.h"
#include "scenes/settings_inside.h"
#include "store/backup.h"

static void the_page(void)
{
    for (int loudest = 0; loudest <= 2; loudest++) {
        assert_true(settings_set(app.family, SETTING_LOUDEST, loudest));
        look_at("settings");
    }
    assert_true(settings_set(app.family, SETTING_LISTEN, 1));
    app.ear_failure = MICROPHONE_REFUSED; // the longest that stands before what the row explains
    page_reveal(app.page, SETTINGS_LISTEN);
    look_at("listening that play could not open");
    assert_true(is_seen(SETTINGS_LISTEN));
    assert_true(settings_set(app.family, SETTING_LISTEN, 0));
    app.ear_failure = MICROPHONE_OPENING;
    page_reveal(app.page, SETTINGS_DELETE);
    look_at("the end of settings");
    assert_true(is_seen(SETTINGS_DELETE));
}

static void the_page_and_its_sheets(void)
{
    the_page();
    for (int sheet = SETTINGS_LENGTH_SHEET; sheet <= SETTINGS_BACKUP_SHEET; sheet++) {
        settings_open_sheet(&app, (enum settings_sheet)sheet);
        look_at("a sheet of settings");
        assert_true(is_seen(SETTINGS_CLOSE));
    }
}

// A backup was made, in a place with a long name, and there is something to go back to.
static void test_the_page_and_its_sheets(void **state)
{
    (void)state;
    make_family(1, 0);
    struct family *family = opened();
    struct last_backup last = {.utc = NOW, .bytes = 4100000};
    snprintf(last.path, sizeof last.path, "%s", inside("a_family_s_papers_and_pictures_2026-11-27.pkb"));
    assert_true(settings_set_last_backup(family, &last));
    assert_null(backup_save(family, last.path));
    family_close(family);
    assert_null(backup_restore(folder, last.path));
    everywhere("settings", the_page_and_its_sheets);
}

static void the_chooser(void)
{
    settings_open_sheet(&app, SETTINGS_BACKUP_SHEET);
    look_at("backups");
    tap(SETTINGS_LOAD);
    assert_true(chooser_is_open(&app));
    look_at("the chooser of backups");
}

static void test_the_chooser_of_no_backup(void **state)
{
    (void)state;
    make_family(1, 0);
    everywhere("settings", the_chooser);
}

static void test_the_chooser_of_many_backups(void **state)
{
    (void)state;
    make_family(1, 0);
    assert_int_equal(mkdir(inside("out"), 0700), 0);
    for (int day = 1; day < 20; day++) {
        char name[64];
        snprintf(name, sizeof name, "out/peekaboo-2026-11-%02d.pkb", day);
        write_file(name, "x", 1);
    }
    everywhere("settings", the_chooser);
}

static void the_ways(void)
{
    look_at("how to stay in the game");
    for (enum system system = SYSTEM_LINUX; system <= SYSTEM_OTHER; system++) {
        for (enum system_form form = FORM_PROGRAM; form <= FORM_APP; form++) {
            lock_lay_out_on(&app, system, form);
            assert_well_laid("another system first");
        }
    }
}

static void test_how_to_stay_in_the_game(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere("lock", the_ways);
}

static bool says_on(enum system here, enum system_form form, const char *key)
{
    lock_lay_out_on(&app, here, form);
    return page_says(app.page, word(key));
}

static void test_what_it_says_is_of_where_it_runs(void **state)
{
    (void)state;
    make_family(0, 0);
    start("lock", 800, 1280);
    assert_true(says_on(SYSTEM_LINUX, FORM_PROGRAM, "k.holds"));
    assert_false(says_on(SYSTEM_LINUX, FORM_PROGRAM, "k.cannot"));
    assert_true(says_on(SYSTEM_IPAD, FORM_APP, "k.cannot"));
    assert_false(says_on(SYSTEM_IPAD, FORM_APP, "k.holds"));
    assert_true(says_on(SYSTEM_IPAD, FORM_PAGE, "k.i0")); // first to the home screen, until it is there
    assert_true(says_on(SYSTEM_ANDROID, FORM_PAGE, "k.a0"));
    assert_false(says_on(SYSTEM_IPAD, FORM_APP, "k.i0"));
    assert_false(says_on(SYSTEM_LINUX, FORM_PROGRAM, "k.a0"));
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("XDG_DOCUMENTS_DIR", "/nowhere", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_the_page_and_its_sheets),          TEST(test_the_chooser_of_no_backup),
        TEST(test_the_chooser_of_many_backups),      TEST(test_how_to_stay_in_the_game),
        TEST(test_what_it_says_is_of_where_it_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
