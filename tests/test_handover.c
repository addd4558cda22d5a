// Where there are no folders that a grown-up reaches: the system's own chooser brings files, and copies
// become downloads. This machine pretends to be a browser; tests/browser tries a real one.
#include "corner_app.h"

#include "platform/files.h"
#include "platform/handover.h"
#include "scenes/chooser.h"
#include "scenes/recorder_inside.h"
#include "scenes/settings_inside.h"
#include "scenes/voices_inside.h"

static struct pretended {
    bool offered, reading;
    struct rect at_px;
    enum handover_kind kind;
    int asked, forgotten, given;
    char name[256];
    enum handover_given state, becomes; // what is given
} browser;

bool handover_here(void)
{
    return true;
}

void handover_offer(const struct rect *at_px, enum handover_kind kind)
{
    browser.offered = at_px != NULL;
    browser.at_px = at_px ? *at_px : (struct rect){0};
    browser.kind = kind;
}

void handover_ask(enum handover_kind kind)
{
    browser.kind = kind;
    browser.asked++;
}

bool handover_reading(void)
{
    return browser.reading;
}

void handover_forget(void)
{
    browser.forgotten++;
}

const char *handover_folder(void)
{
    static char out[300];
    snprintf(out, sizeof out, "%s", inside("given"));
    return out;
}

void handover_give(const char *path)
{
    assert_true(files_exists(path));
    snprintf(browser.name, sizeof browser.name, "%s", chooser_file_name(path));
    remove(path);
    browser.given++;
    browser.state = browser.becomes;
}

enum handover_given handover_given(void)
{
    enum handover_given state = browser.state;
    browser.state = state == HANDOVER_ASKING ? HANDOVER_ASKING : HANDOVER_NOTHING;
    return state;
}

static void begin(const char *screen)
{
    browser = (struct pretended){0};
    make_family(1, 2);
    start(screen, 1280, 800);
}

static void the_choosers(void)
{
    for (int kind = CHOOSER_SOUND; kind <= CHOOSER_BACKUP; kind++) {
        chooser_open(&app, (enum chooser_kind)kind, 4000);
        look_at("the system's chooser");
        assert_true(browser.offered);
        assert_int_equal(browser.kind, chooser_hands_over(&app));
        browser.reading = true;
        look_at("the system's chooser while it reads");
        assert_false(browser.offered);
        browser.reading = false;
        chooser_close(&app);
    }
}

static void test_one_button_opens_the_system_s_in_every_shape_and_language(void **state)
{
    (void)state;
    make_family(1, 2);
    everywhere("voices", the_choosers);
}

static void test_the_button_is_told_in_pixels_and_withdrawn_with_its_sheet(void **state)
{
    (void)state;
    begin("voices");
    chooser_open(&app, CHOOSER_PHOTO, 0);
    frames(20);
    struct rect at = seen(CHOOSER_PICK);
    assert_true(browser.offered);
    assert_int_equal(browser.at_px.x, (int)((float)at.x * page_scale(app.page)));
    assert_int_equal(browser.at_px.w, (int)((float)at.w * page_scale(app.page)));
    chooser_close(&app);
    frames(2);
    assert_false(browser.offered);
    end();
}

static void test_a_toast_over_the_button_hides_it(void **state)
{
    (void)state;
    make_family(1, 2);
    start("voices", 800, 1280); // sheets come from the foot, where toasts are
    chooser_open(&app, CHOOSER_PHOTO, 0);
    frames(20);
    assert_true(browser.offered);
    page_toast(app.page, word("v.photo.removed"), false, app.now_ms);
    frames(3);
    assert_false(browser.offered);
    end();
}

static void test_keys_open_it_too(void **state)
{
    (void)state;
    begin("voices");
    chooser_open(&app, CHOOSER_BACKUP, 0);
    frames(20);
    for (int i = 0; i < 4 && page_focused(app.page) != CHOOSER_PICK; i++) {
        key("Tab");
    }
    key("Return");
    assert_int_equal(browser.asked, 1);
    assert_int_equal(browser.kind, HANDOVER_BACKUP);
    end();
}

static void test_what_was_brought_is_let_go_once_it_was_read(void **state)
{
    (void)state;
    begin("voices");
    chooser_open(&app, CHOOSER_PHOTO, 0);
    app.voices->choosing = CHOOSER_PHOTO;
    frames(2);
    write_file("no_photo.jpg", "x", 1);
    drop(inside("no_photo.jpg"));
    assert_false(chooser_is_open(&app));
    assert_int_equal(browser.forgotten, 1);
    end();
}

// A camera hides the game, and a tablet goes on calling it now and then.
static void test_the_corner_waits_for_whoever_takes_a_photo(void **state)
{
    (void)state;
    begin("voices");
    chooser_open(&app, CHOOSER_PHOTO, 0);
    frames(2);
    app.hidden = true;
    frames(60 * (CORNER_CLOSES_MS / 1000 + 10));
    assert_ptr_equal(app.scene, &scene_voices);
    chooser_close(&app);
    frames(60);
    assert_ptr_not_equal(app.scene, &scene_voices);
    end();
}

static void test_so_does_the_recorder_for_whoever_looks_for_a_sound(void **state)
{
    (void)state;
    begin("recorder");
    recorder_step_to(&app, RECORDER_FAILED); // whatever this machine has
    tap(RECORDER_IMPORT);
    assert_true(chooser_is_open(&app));
    app.recorder->step = RECORDER_READY; // as where there is a microphone
    app.hidden = true;
    frames(60 * (CORNER_CLOSES_MS / 1000 + 10));
    assert_ptr_equal(app.scene, &scene_recorder);
    assert_true(chooser_is_open(&app));
    end();
}

static void test_coming_back_from_the_systems_chooser_is_a_touch(void **state)
{
    (void)state;
    begin("voices");
    chooser_open(&app, CHOOSER_PHOTO, 0);
    frames(2);
    app_event(&app, &(struct event){.kind = EVENT_HIDE});
    frames(60 * (CORNER_CLOSES_MS / 1000 + 10));
    app_event(&app, &(struct event){.kind = EVENT_SHOW});
    frames(60);
    assert_ptr_equal(app.scene, &scene_voices);
    end();
}

static void save_a_backup(void)
{
    settings_open_sheet(&app, SETTINGS_BACKUP_SHEET);
    frames(2);
    tap(SETTINGS_SAVE);
}

static bool says(const char *key)
{
    char words[600];
    word_fill(words, sizeof words, key, "f", browser.name, NULL);
    return page_says(app.page, words);
}

static void test_a_backup_becomes_a_download_and_its_name_is_kept(void **state)
{
    (void)state;
    begin("settings");
    browser.becomes = HANDOVER_DOWNLOADED;
    save_a_backup();
    assert_int_equal(browser.given, 1);
    assert_true(says("out.download"));
    assert_true(page_says(app.page, browser.name)); // as the last backup
    struct last_backup last;
    assert_true(settings_last_backup(app.family, &last));
    assert_string_equal(last.path, browser.name);
    assert_true(last.bytes > 1000);
    end();
}

static void test_a_backup_that_was_not_taken_is_none(void **state)
{
    (void)state;
    begin("settings");
    browser.becomes = HANDOVER_ASKING;
    save_a_backup();
    struct last_backup last;
    assert_false(settings_last_backup(app.family, &last));
    browser.state = HANDOVER_NOT_TAKEN;
    frames(3);
    assert_true(says("out.not"));
    assert_false(settings_last_backup(app.family, &last));
    browser.becomes = HANDOVER_ASKING;
    save_a_backup();
    browser.state = HANDOVER_SENT;
    frames(3);
    assert_true(says("out.sent"));
    assert_true(settings_last_backup(app.family, &last));
    end();
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_one_button_opens_the_system_s_in_every_shape_and_language),
        TEST(test_the_button_is_told_in_pixels_and_withdrawn_with_its_sheet),
        TEST(test_a_toast_over_the_button_hides_it),
        TEST(test_keys_open_it_too),
        TEST(test_what_was_brought_is_let_go_once_it_was_read),
        TEST(test_the_corner_waits_for_whoever_takes_a_photo),
        TEST(test_so_does_the_recorder_for_whoever_looks_for_a_sound),
        TEST(test_coming_back_from_the_systems_chooser_is_a_touch),
        TEST(test_a_backup_becomes_a_download_and_its_name_is_kept),
        TEST(test_a_backup_that_was_not_taken_is_none),
    };
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
