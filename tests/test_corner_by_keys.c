// Each of the grown-ups' screens by keys alone: Tab reaches all that can be touched and brings it into sight,
// and a screen that nobody touches rests.
#include "corner_app.h"

enum { TARGETS_MAX = 200 };

static const char *const screens[] = {"home",   "levels",   "editor", "progress", "away", "guidance",
                                      "doctor", "settings", "voices", "lock",     "first"};
static const struct {
    int w, h;
} sizes[] = {{1280, 800}, {720, 1600}};

static int targets(int *ids)
{
    int count = 0;
    while (count < TARGETS_MAX && page_target(app.page, count)) {
        ids[count] = page_target(app.page, count);
        count++;
    }
    return count;
}

static void strike_off(int *ids, int count, int id)
{
    for (int i = 0; i < count; i++) {
        ids[i] = ids[i] == id ? 0 : ids[i];
    }
}

static void tab_through(const char *screen)
{
    int ids[TARGETS_MAX];
    const int count = targets(ids);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        key("Tab");
        frames(2);
        const int focus = page_focused(app.page);
        if (!focus || !page_in_sight(app.page, focus)) {
            fail_msg("%s: %d has the focus, but nobody sees it", screen, focus);
        }
        strike_off(ids, count, focus);
    }
    for (int i = 0; i < count; i++) {
        if (ids[i]) {
            fail_msg("%s: Tab does not reach %d", screen, ids[i]);
        }
    }
}

static void on_every_screen(void (*check)(const char *screen))
{
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        for (size_t shape = 0; shape < sizeof sizes / sizeof *sizes; shape++) {
            start(screens[i], sizes[shape].w, sizes[shape].h);
            frames(60);
            check(screens[i]);
            end();
        }
    }
}

static void rests(const char *screen)
{
    frames(120);
    const int still_ms = page_still_ms(app.page, app.now_ms);
    if (still_ms < 5000) {
        fail_msg("%s changes again in %d ms", screen, still_ms);
    }
}

static void test_tab_reaches_all_that_can_be_touched_and_brings_it_into_sight(void **state)
{
    (void)state;
    make_family(3, 6);
    on_every_screen(tab_through);
}

static void test_a_screen_that_nobody_touches_rests(void **state)
{
    (void)state;
    make_family(3, 6);
    on_every_screen(rests);
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_tab_reaches_all_that_can_be_touched_and_brings_it_into_sight),
        TEST(test_a_screen_that_nobody_touches_rests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
