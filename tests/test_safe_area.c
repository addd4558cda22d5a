// A tablet with a notch: what is touched keeps clear of it, grounds and scrims go beyond, and the gate's
// corners are where its marks are.
#include "corner_app.h"
#include "platform/safe_area.h"
#include "scenes/safe.h"
#include "scenes/settings.h"
#include "scenes/settings_inside.h"
#include "scenes/voices_inside.h"
#include "ui/gate.h"

// In the place of the machine's own: a notch at the left or at the top, a bar below.
static struct rect notch(int w, int h)
{
    return w > h ? (struct rect){90, 0, w - 90 - 90, h - 40} : (struct rect){0, 110, w, h - 110 - 60};
}

struct rect safe_area(int w, int h)
{
    return notch(w, h);
}

static void test_every_page_keeps_clear_of_the_notch_in_every_shape(void **state)
{
    (void)state;
    static const char *const screens[] = {"home",     "voices",   "levels",   "progress",
                                          "guidance", "settings", "recorder", "away"};
    make_family(3, 9);
    for (int i = 0; i < (int)(sizeof screens / sizeof *screens); i++) {
        for (int shape = 0; shape < 3; shape++) {
            start(screens[i], shapes[shape].w, shapes[shape].h);
            look_at(screens[i]); // page_fault looks at what a notch covers as off the screen
            assert_int_equal(page_w(app.page),
                             (int)((float)notch(shapes[shape].w, shapes[shape].h).w / page_scale(app.page)));
            end();
        }
    }
}

static void test_a_touch_lands_where_the_widget_is_seen(void **state)
{
    (void)state;
    make_family(1, 2);
    start("settings", 1280, 800);
    struct rect at = seen(SETTINGS_BACK);
    float x = (float)(90 + at.x + at.w / 2) / 1280, y = ((float)at.y + (float)at.h / 2) / 800;
    app.scene->event(&app, &(struct event){.kind = EVENT_DOWN, .finger = 1, .x = x, .y = y});
    frames(1);
    app.scene->event(&app, &(struct event){.kind = EVENT_UP, .finger = 1, .x = x, .y = y});
    frames(3);
    assert_string_equal(app.scene->name, "home");
    end();
}

static uint32_t beside_the_page(void)
{
    return canvas_pixels(app.canvas)[400 * 1280 + 5];
}

static void test_a_sheet_s_scrim_covers_the_notch_too(void **state)
{
    (void)state;
    make_family(1, 2);
    start("voices", 1280, 800);
    app.options.draw_all = true;
    frames(2);
    uint32_t before = beside_the_page();
    tap(VOICES_ADD);
    assert_int_not_equal(beside_the_page(), before);
    end();
}

static void test_the_gate_s_corner_is_beside_the_notch_and_under_it(void **state)
{
    (void)state;
    make_family(0, 0);
    start("play", 1280, 800);
    struct safe_point mark = safe_point(&app, 150.0f / 1280, 50.0f / 800);
    assert_true(mark.x * (float)mark.w < 0.12f * (float)mark.h); // within the corner's square
    app.scene->event(&app,
                     &(struct event){.kind = EVENT_DOWN, .finger = 1, .x = 150.0f / 1280, .y = 50.0f / 800});
    frames(70);
    assert_true(app.play.pause.open || app.touches.gate.paused);
    struct safe_point under = safe_point(&app, 0.01f, 0.01f);
    assert_true(under.x == 0);
    end();
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_every_page_keeps_clear_of_the_notch_in_every_shape),
        TEST(test_a_touch_lands_where_the_widget_is_seen),
        TEST(test_a_sheet_s_scrim_covers_the_notch_too),
        TEST(test_the_gate_s_corner_is_beside_the_notch_and_under_it),
    };
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
