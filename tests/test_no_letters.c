// Where there is no memory for letters there is no corner: a game begins or ends in its place, and once there
// is some again the corner is there too. The linker puts this program's font_new in the place of the game's
// (CMakeLists.txt).
#include "corner_app.h"

#include "platform/font.h"

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

static void
test_a_game_that_leads_to_no_corner_says_good_night_and_the_corner_comes_back_with_the_memory(void **state)
{
    (void)state;
    make_family(1, 4);
    none = false;
    start("play", W, H);
    forget_letters();
    none = true;
    app_go(&app, &scene_gate);
    frames(200);
    assert_ptr_equal(app.scene, &scene_good_night);
    none = false;
    app_go(&app, &scene_home);
    frames(200);
    assert_ptr_equal(app.scene, &scene_home);
    assert_non_null(app.page);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_whatever_screen_was_asked_for_a_game_begins, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(
            test_a_game_that_leads_to_no_corner_says_good_night_and_the_corner_comes_back_with_the_memory,
            make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
