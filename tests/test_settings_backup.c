// Backups on the screen, by touch: saved where the family finds them, restored after the reading task,
// undone; and whatever goes wrong is said and changes nothing.
#include "corner_app.h"

#include <sys/stat.h>

#include "platform/files.h"
#include "scenes/chooser_inside.h"
#include "scenes/deletion_inside.h"
#include "scenes/gate_inside.h"
#include "scenes/settings_inside.h"
#include "store/backup.h"
#include "store/dates.h"

static char name[64]; // today's backup

static void begin(void)
{
    char day[32];
    start("settings", 1280, 800);
    words_choose("en");
    date_file(day, sizeof day, NOW);
    snprintf(name, sizeof name, "peekaboo-%s.pkb", day);
    tap(SETTINGS_BACKUP);
}

static const char *saved(const char *where, const char *file)
{
    static char path[640];
    snprintf(path, sizeof path, "%s/%s", where, file);
    return path;
}

static const char *out(const char *file)
{
    static char path[200];
    snprintf(path, sizeof path, "%s/out/%s", folder, file);
    return path;
}

static int people(void)
{
    struct caregiver *list = NULL;
    int count = caregivers_list(app.family, &list);
    free(list);
    return count;
}

static void forget(const char *somebody)
{
    struct caregiver person;
    assert_true(caregiver_by_name(app.family, somebody, &person));
    assert_true(caregiver_remove(app.family, person.id));
    people_load(&app);
}

// Calmly, one picture after the other.
static void read_the_task(void)
{
    frames(5);
    assert_ptr_equal(app.scene, &scene_gate);
    frames(90);
    for (int i = 0; i < app.gate_task->task.asked_count; i++) {
        tap(GATE_TILES + app.gate_task->task.asked[i]);
        frames(20);
    }
    frames(60);
    assert_ptr_equal(app.scene, &scene_settings);
}

static void choose(const char *path)
{
    tap(SETTINGS_LOAD);
    assert_true(chooser_is_open(&app));
    drop(path);
}

static void restore(const char *path)
{
    choose(path);
    read_the_task();
}

// ---- saving

static void test_a_backup_is_saved_beside_and_named_after_the_day(void **state)
{
    (void)state;
    make_family(2, 3);
    begin();
    assert_true(page_says(app.page, word("b.none")));
    tap(SETTINGS_SAVE);
    assert_true(files_exists(out(name)));
    assert_false(page_says(app.page, word("b.none")));
    char said[600];
    word_fill(said, sizeof said, "b.ok", "f", out(name), NULL);
    assert_true(page_says(app.page, said));
    end();
}

static void test_another_of_the_same_day_takes_no_place(void **state)
{
    (void)state;
    make_family(1, 0);
    begin();
    tap(SETTINGS_SAVE);
    int64_t size = files_size(out(name));
    forget("Mama");
    frames(30);
    tap(SETTINGS_SAVE);
    assert_int_equal(files_size(out(name)), size);
    name[strlen(name) - 4] = '\0';
    char other[80];
    snprintf(other, sizeof other, "%s-2.pkb", name);
    assert_true(files_exists(out(other)));
    end();
}

static void test_it_goes_to_the_documents_where_there_are_any(void **state)
{
    (void)state;
    char documents[512], here[256];
    make_family(1, 0);
    assert_non_null(getcwd(here, sizeof here));
    snprintf(documents, sizeof documents, "%s/%s", here, inside("papers"));
    assert_int_equal(mkdir(documents, 0700), 0);
    setenv("XDG_DOCUMENTS_DIR", documents, 1);
    begin();
    tap(SETTINGS_SAVE);
    assert_true(files_exists(saved(documents, name)));
    tap(SETTINGS_LOAD); // and is found there
    assert_true(page_says(app.page, name));
    setenv("XDG_DOCUMENTS_DIR", "/nowhere", 1);
    end();
}

static void test_where_none_can_be_written_it_is_said(void **state)
{
    (void)state;
    make_family(1, 0);
    write_file("out", "in the way", 10);
    begin();
    tap(SETTINGS_SAVE);
    assert_true(page_says(app.page, word("b.err.folder")));
    assert_true(page_says(app.page, word("b.none")));
    end();
}

static void test_what_was_just_deleted_is_not_in_it(void **state)
{
    (void)state;
    make_family(1, 3);
    start("settings", 1280, 800);
    words_choose("en");
    tap(SETTINGS_DELETE);
    tap(DELETION_PART + 1); // voices
    tap(DELETION_GO);
    read_the_task();
    tap(SETTINGS_BACKUP);
    tap(SETTINGS_SAVE);
    struct last_backup last;
    assert_true(settings_last_backup(app.family, &last));
    char path[200];
    snprintf(path, sizeof path, "%.199s", last.path);
    restore(path);
    struct caregiver *list = NULL;
    int count = caregivers_list(app.family, &list);
    for (int i = 0; i < count; i++) {
        assert_int_equal(list[i].filled, 0);
    }
    free(list);
    end();
}

// ---- and back

// Its button stands at the end of the bar at the foot of the page.
static void undo_by_the_toast(void)
{
    float y = (float)page_h(app.page) - 64, x = (float)page_w(app.page);
    for (int gone = people(); people() == gone && x > 0; x -= 24) {
        send(EVENT_DOWN, 1, x, y);
        frames(1);
        send(EVENT_UP, 1, x, y);
        frames(2);
    }
}

static void test_a_restore_brings_everything_back_and_can_be_undone(void **state)
{
    (void)state;
    make_family(2, 11);
    begin();
    assert_true(settings_set(app.family, SETTING_LOUDEST, 2));
    tap(SETTINGS_SAVE);
    assert_true(settings_set(app.family, SETTING_LOUDEST, 0));
    forget("Papa");
    assert_int_equal(people(), 1);
    restore(out(name));
    assert_true(page_says(app.page, word("b.loaded")));
    assert_int_equal(people(), 2);
    assert_int_equal(app.people.count, 2);
    assert_int_equal(settings_get(app.family, SETTING_LOUDEST), 2);
    undo_by_the_toast();
    assert_true(page_says(app.page, word("b.undone")));
    assert_int_equal(people(), 1);
    assert_int_equal(settings_get(app.family, SETTING_LOUDEST), 0);
    tap(SETTINGS_BACKUP);
    tap(SETTINGS_UNDO); // and there again, by the sheet
    assert_int_equal(people(), 2);
    end();
}

static void test_settings_and_words_of_the_restored_take_effect_at_once(void **state)
{
    (void)state;
    make_family(1, 0);
    begin();
    assert_true(settings_set_language(app.family, "de"));
    assert_true(settings_set(app.family, SETTING_LARGE_TEXT, 1));
    tap(SETTINGS_SAVE);
    assert_true(settings_set_language(app.family, "en"));
    assert_true(settings_set(app.family, SETTING_LARGE_TEXT, 0));
    int before = page_text_height(app.page, (struct look){.type = TYPE_BODY}, "M", 500);
    restore(out(name));
    assert_string_equal(words_language(), "de");
    assert_true(page_says(app.page, word_in("de", "s.title")));
    assert_true(page_text_height(app.page, (struct look){.type = TYPE_BODY}, "M", 500) > before);
    end();
    words_choose("en");
}

static void test_who_does_not_read_the_task_restores_nothing(void **state)
{
    (void)state;
    make_family(1, 0);
    begin();
    tap(SETTINGS_SAVE);
    forget("Mama");
    choose(out(name));
    frames(5);
    assert_ptr_equal(app.scene, &scene_gate);
    frames(30);
    tap(GATE_CLOSE);
    frames(5);
    assert_ptr_equal(app.scene, &scene_settings);
    assert_int_equal(people(), 0);
    assert_false(backup_before(folder));
    assert_int_equal(app.settings->sheet, SETTINGS_BACKUP_SHEET); // where it was asked from
    end();
}

static void assert_refused(const char *path, const char *key)
{
    restore(path);
    assert_true(page_says(app.page, word(key)));
    assert_int_equal(people(), 1);
    assert_false(backup_before(folder));
}

static void test_what_is_no_backup_is_refused_in_a_sentence(void **state)
{
    (void)state;
    make_family(1, 3);
    write_file("photo.pkb", "no backup", 9);
    struct family *family = opened();
    struct caregiver mama;
    assert_true(caregiver_by_name(family, "Mama", &mama));
    assert_null(pack_save(family, mama.id, inside("mama.peekaboo")));
    family_close(family);
    begin();
    assert_refused(inside("photo.pkb"), "b.err.file");
    assert_refused(inside("nothing.pkb"), "b.err.file");
    assert_refused(inside("mama.peekaboo"), "b.err.pack");
    assert_refused(inside("family.db"), "b.err.file");
    end();
}

static void test_a_backup_of_a_newer_game_is_refused(void **state)
{
    (void)state;
    make_family(1, 0);
    begin();
    tap(SETTINGS_SAVE);
    end();
    sqlite3 *newer = NULL;
    assert_int_equal(sqlite3_open(out(name), &newer), SQLITE_OK);
    assert_int_equal(sqlite3_exec(newer, "PRAGMA user_version = 9000", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(newer);
    begin();
    assert_refused(out(name), "b.err.new");
    end();
}

static void test_a_damaged_family_can_be_replaced(void **state)
{
    (void)state;
    make_family(2, 3);
    begin();
    tap(SETTINGS_SAVE);
    end();
    write_file("family.db", "not a family", 12);
    begin();
    assert_null(app.family);
    restore(out(name));
    assert_non_null(app.family);
    assert_int_equal(people(), 2);
    end();
}

static void test_the_backups_are_offered_the_newest_first(void **state)
{
    (void)state;
    make_family(1, 0);
    assert_int_equal(mkdir(inside("out"), 0700), 0);
    write_file("out/peekaboo-2026-01-02.pkb", "x", 1);
    begin();
    tap(SETTINGS_SAVE);
    forget("Mama");
    tap(SETTINGS_LOAD);
    assert_true(page_says(app.page, "peekaboo-2026-01-02.pkb"));
    bool older = strcmp(name, "peekaboo-2026-01-02.pkb") < 0;
    tap(CHOOSER_USE + (older ? 1 : 0));
    read_the_task();
    assert_int_equal(people(), 1);
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("XDG_DOCUMENTS_DIR", "/nowhere", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_a_backup_is_saved_beside_and_named_after_the_day),
        TEST(test_another_of_the_same_day_takes_no_place),
        TEST(test_it_goes_to_the_documents_where_there_are_any),
        TEST(test_where_none_can_be_written_it_is_said),
        TEST(test_what_was_just_deleted_is_not_in_it),
        TEST(test_a_restore_brings_everything_back_and_can_be_undone),
        TEST(test_settings_and_words_of_the_restored_take_effect_at_once),
        TEST(test_who_does_not_read_the_task_restores_nothing),
        TEST(test_what_is_no_backup_is_refused_in_a_sentence),
        TEST(test_a_backup_of_a_newer_game_is_refused),
        TEST(test_a_damaged_family_can_be_replaced),
        TEST(test_the_backups_are_offered_the_newest_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
