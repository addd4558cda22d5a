// Deleting by touch: what is chosen, the reading task, the Undo, and that what was deleted is gone once the
// screen is left, however it is left.
#include "family_games.h"

#include "scenes/deletion.h"
#include "scenes/deletion_inside.h"
#include "scenes/gate_inside.h"
#include "scenes/progress_inside.h"

static const char *scene_now(void)
{
    return app.scene->name;
}

static void assert_says(const char *text)
{
    frames(2);
    if (!page_says(app.page, text)) {
        fail_msg("the page does not say: %s", text);
    }
}

static void begin(void)
{
    a_family_with_games(4);
    start("progress", 1280, 800);
}

static void choose(int parts)
{
    tap(PROGRESS_DELETE);
    for (int part = 0; part < DELETION_PARTS; part++) {
        bool wanted = parts & 1 << part, on = app.deletion->chosen & 1 << part;
        if (wanted != on) {
            tap(DELETION_PART + part);
        }
    }
}

// As a grown-up does who reads the sentence.
static void read_the_words(void)
{
    assert_string_equal(scene_now(), "gate");
    frames(90);
    struct reading_task task = app.gate_task->task;
    for (int i = 0; i < task.asked_count; i++) {
        struct rect at = seen(GATE_TILES + task.asked[i]);
        float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
        send(EVENT_DOWN, 1, x, y);
        frames(4);
        send(EVENT_UP, 1, x, y);
        frames(30);
    }
    frames(60);
}

static void delete_them(int parts)
{
    choose(parts);
    tap(DELETION_GO);
    read_the_words();
    assert_string_equal(scene_now(), "progress");
    assert_int_equal(deletion_waits(&app), parts);
}

static int games_kept(void)
{
    return (int)number("SELECT count(*) FROM session");
}

// ---- what is chosen

static void test_the_button_names_what_goes(void **state)
{
    (void)state;
    static const struct {
        int parts;
        const char *button;
    } choices[] = {
        {FORGET_NOTES, "Delete 4 games"},
        {FORGET_VOICES, "Delete 6 recordings"}, // the older take among them
        {FORGET_NOTES | FORGET_VOICES, "Delete 4 games and 6 recordings"},
        {FORGET_PHOTOS | FORGET_SETTINGS, "Delete photos and settings"},
        {FORGET_ALL & ~FORGET_PHOTOS, "Delete 4 games, 6 recordings and settings"},
        {FORGET_ALL, "Delete everything"},
    };
    begin();
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        choose(choices[i].parts);
        assert_says(choices[i].button);
        tap(DELETION_KEEP);
    }
    end();
}

static void test_from_progress_the_notes_are_chosen_and_something_has_to_be(void **state)
{
    (void)state;
    begin();
    tap(PROGRESS_DELETE);
    assert_int_equal(app.deletion->chosen, FORGET_NOTES);
    tap(DELETION_PART);
    tap(DELETION_GO);
    assert_string_equal(scene_now(), "progress");
    assert_says(word("del.choose"));
    end();
}

static void test_nothing_moves_under_the_finger_that_chooses(void **state)
{
    (void)state;
    static const int ids[] = {DELETION_PART, DELETION_PART + 3, DELETION_GO, DELETION_KEEP};
    struct rect before[4];
    begin();
    tap(PROGRESS_DELETE); // the notes are chosen
    for (int i = 0; i < 4; i++) {
        before[i] = seen(ids[i]);
    }
    for (int part = DELETION_PARTS - 1; part >= 0; part--) {
        tap(DELETION_PART + part);
        for (int i = 0; i < 4; i++) {
            struct rect now = seen(ids[i]);
            assert_memory_equal(&now, &before[i], sizeof now);
        }
    }
    end();
}

static void test_without_a_family_there_is_nothing_to_delete(void **state)
{
    (void)state;
    write_file("family.db", "no database", 11);
    start("progress", 1280, 800);
    deletion_open(&app);
    assert_says(word("del.none"));
    assert_false(is_seen(DELETION_GO));
    end();
}

// ---- the reading task between

static void test_who_does_not_read_comes_back_to_the_sheet(void **state)
{
    (void)state;
    begin();
    choose(FORGET_NOTES | FORGET_PHOTOS);
    tap(DELETION_GO);
    assert_string_equal(scene_now(), "gate");
    key("Escape");
    assert_string_equal(scene_now(), "progress");
    assert_int_equal(deletion_waits(&app), 0);
    assert_true(is_seen(DELETION_GO));
    assert_int_equal(app.deletion->chosen, FORGET_NOTES | FORGET_PHOTOS);
    tap(DELETION_KEEP);
    tap(PROGRESS_BACK);
    assert_int_equal(games_kept(), 4);
    end();
}

// ---- until the screen is left

static void test_what_is_deleted_can_be_had_back_from_the_toast(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    assert_says(word("del.done"));
    assert_says(word("del.waits"));
    tap(-1000); // the toast's button
    assert_int_equal(deletion_waits(&app), 0);
    assert_says(word("del.back"));
    assert_true(is_seen(PROGRESS_DELETE));
    tap(PROGRESS_BACK);
    assert_int_equal(games_kept(), 4);
    end();
}

static void test_and_later_from_the_page(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    frames(600); // the toast is gone
    tap(PROGRESS_UNDO);
    tap(PROGRESS_BACK);
    assert_int_equal(games_kept(), 4);
    end();
}

static void test_and_voices_from_the_sheet(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_VOICES);
    frames(600);
    tap(PROGRESS_DELETE);
    assert_says(word("del.waits.h"));
    tap(DELETION_UNDO);
    tap(PROGRESS_BACK);
    assert_int_equal(number("SELECT count(*) FROM clip"), 6);
    end();
}

// ---- gone

static void test_it_is_gone_when_the_screen_is_left(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    assert_int_equal(games_kept(), 4);
    tap(PROGRESS_BACK);
    assert_string_equal(scene_now(), "home");
    assert_int_equal(games_kept(), 0);
    assert_int_equal(number("SELECT count(*) FROM clip"), 6); // and nothing else
    end();
}

static void test_people_without_a_voice_are_gone_from_home(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_VOICES);
    tap(PROGRESS_BACK);
    assert_int_equal(app.people.count, 0);
    end();
}

static void test_it_is_gone_when_the_corner_closes(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    frames(CORNER_CLOSES_MS * 60 / 1000 + 60);
    assert_string_equal(scene_now(), "good-night");
    assert_int_equal(games_kept(), 0);
    end();
}

// The still screen of the end shows who played last.
static void test_a_face_that_is_deleted_is_not_shown_when_the_corner_closes(void **state)
{
    (void)state;
    a_family_with_games(4);
    struct family *family = opened();
    struct caregiver mama;
    assert_true(caregiver_by_name(family, who[0], &mama));
    assert_true(face_set(family, mama.id, "a photo", 7, NULL, 0));
    family_close(family);
    start("progress", 1280, 800);
    app.play.started = true; // a game was played before
    assert_non_null(app.play.photo);
    delete_them(FORGET_PHOTOS);
    frames(CORNER_CLOSES_MS * 60 / 1000 + 60);
    assert_string_equal(scene_now(), "good-night");
    assert_null(app.play.photo);
    assert_false(app.play.today.shown);
    end();
}

static void test_it_is_gone_in_the_background(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    struct event hide = {.kind = EVENT_HIDE};
    corner_event(&app, &hide);
    app.scene->event(&app, &hide);
    assert_int_equal(games_kept(), 0);
    frames(2);
    assert_int_equal(app.progress->count, 0);
    assert_says(word("pr.empty.h"));
    end();
}

static void test_it_is_gone_when_the_program_ends(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    app_end(&app);
    assert_int_equal(games_kept(), 0);
    assert_false(app_frame(&app));
    end();
}

static void test_it_is_gone_when_the_program_ends_behind_the_gate(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    gate_ask(&app, GATE_TO_END);
    frames(2);
    assert_int_equal(games_kept(), 4); // the gate may be closed again
    app_end(&app);
    assert_int_equal(games_kept(), 0);
    assert_false(app_frame(&app));
    end();
}

static void test_the_gate_to_the_end_closed_again_keeps_the_undo(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    gate_ask(&app, GATE_TO_END);
    frames(30);
    key("Escape");
    assert_string_equal(scene_now(), "progress");
    tap(PROGRESS_UNDO);
    tap(PROGRESS_BACK);
    assert_int_equal(games_kept(), 4);
    end();
}

// ---- everything

static bool there(const char *name)
{
    return access(inside(name), F_OK) == 0;
}

static void test_everything_makes_it_the_first_day(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_ALL);
    tap(PROGRESS_BACK);
    assert_string_equal(scene_now(), "first");
    assert_non_null(app.family); // a new one
    assert_int_equal(app.people.count, 0);
    assert_int_equal(games_kept(), 0);
    assert_int_equal(number("SELECT count(*) FROM caregiver"), 0);
    assert_int_equal(number("SELECT count(*) FROM clip"), 0);
    assert_false(there("family.db-journal"));
    end();
}

static void test_everything_at_the_programs_end_leaves_no_file(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_ALL);
    app_end(&app);
    assert_false(there("family.db"));
    assert_false(app_frame(&app));
    end();
    assert_false(there("family.db"));
}

static void test_everything_can_be_had_back_too(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_ALL);
    tap(PROGRESS_UNDO);
    tap(PROGRESS_BACK);
    assert_string_equal(scene_now(), "home");
    assert_int_equal(games_kept(), 4);
    end();
}

// ---- where it can't be done

static void test_what_could_not_be_deleted_is_said_on_the_next_screen(void **state)
{
    (void)state;
    begin();
    delete_them(FORGET_NOTES);
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(inside("family.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    tap(PROGRESS_BACK);
    assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    assert_string_equal(scene_now(), "home");
    assert_says(word("del.failed"));
    assert_int_equal(games_kept(), 4);
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    words_choose("en");
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_the_button_names_what_goes),
        TEST(test_from_progress_the_notes_are_chosen_and_something_has_to_be),
        TEST(test_nothing_moves_under_the_finger_that_chooses),
        TEST(test_without_a_family_there_is_nothing_to_delete),
        TEST(test_who_does_not_read_comes_back_to_the_sheet),
        TEST(test_what_is_deleted_can_be_had_back_from_the_toast),
        TEST(test_and_later_from_the_page),
        TEST(test_and_voices_from_the_sheet),
        TEST(test_it_is_gone_when_the_screen_is_left),
        TEST(test_people_without_a_voice_are_gone_from_home),
        TEST(test_it_is_gone_when_the_corner_closes),
        TEST(test_a_face_that_is_deleted_is_not_shown_when_the_corner_closes),
        TEST(test_it_is_gone_in_the_background),
        TEST(test_it_is_gone_when_the_program_ends),
        TEST(test_it_is_gone_when_the_program_ends_behind_the_gate),
        TEST(test_the_gate_to_the_end_closed_again_keeps_the_undo),
        TEST(test_everything_makes_it_the_first_day),
        TEST(test_everything_at_the_programs_end_leaves_no_file),
        TEST(test_everything_can_be_had_back_too),
        TEST(test_what_could_not_be_deleted_is_said_on_the_next_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
