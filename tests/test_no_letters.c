// Where there is no memory for letters there is no corner: a game begins, goes on or ends in its place, and
// once there is some again the corner is there too. The linker puts this program's font_new in the place of
// the game's (CMakeLists.txt).
#include "corner_app.h"

#include "platform/font.h"
#include "scenes/gate.h"

enum { W = 1280, H = 800 };

static bool none;

struct font *__real_font_new(void);
struct font *__wrap_font_new(void);

struct font *__wrap_font_new(void)
{
    return none ? NULL : __real_font_new();
}

static void forget_letters(void)
{
    page_free(app.page);
    font_free(app.font);
    app.page = NULL;
    app.font = NULL;
}

static void until_gone(void)
{
    for (int i = 0; i < 3600 && !app.play.session.gone; i++) {
        frames(1);
    }
    assert_true(app.play.session.gone);
}

static void test_whatever_screen_was_asked_for_a_game_begins(void **state)
{
    (void)state;
    make_family(1, 4);
    static const char *const screens[] = {"home",   "first",    "gate",     "voices", "recorder",
                                          "levels", "editor",   "progress", "away",   "guidance",
                                          "doctor", "settings", "lock"};
    none = true;
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        start(screens[i], W, H);
        frames(200);
        assert_ptr_equal(app.scene, &scene_play);
        end();
    }
}

static void test_a_gate_that_cannot_be_shown_is_not_asked_and_whoever_is_gone_comes_back(void **state)
{
    (void)state;
    make_family(1, 4);
    none = false;
    start("play", W, H);
    until_gone();
    forget_letters();
    none = true;
    gate_ask(&app, GATE_TO_HOME);
    frames(2);
    assert_ptr_equal(app.scene, &scene_play);
    assert_true(app.play.session.gone);
    frames(600);
    assert_false(app.play.session.gone);
    end();
}

static void test_a_game_that_leads_home_says_good_night_and_home_comes_with_the_memory(void **state)
{
    (void)state;
    make_family(1, 4);
    none = false;
    start("play", W, H);
    forget_letters();
    none = true;
    app_go(&app, &scene_home);
    frames(200);
    assert_ptr_equal(app.scene, &scene_good_night);
    none = false;
    app_go(&app, &scene_home);
    frames(200);
    assert_ptr_equal(app.scene, &scene_home);
    assert_non_null(app.page);
    end();
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_whatever_screen_was_asked_for_a_game_begins),
        TEST(test_a_gate_that_cannot_be_shown_is_not_asked_and_whoever_is_gone_comes_back),
        TEST(test_a_game_that_leads_home_says_good_night_and_home_comes_with_the_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
