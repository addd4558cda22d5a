// The gate as a grown-up meets it: two corners, a sentence, and the grown-ups' side, each time within six
// seconds; and its plate is well laid out in every shape and language.
#include "corner_app.h"

#include "core/random.h"
#include "scenes/gate_inside.h"
#include "scenes/home.h"

enum { A_FRAME_MS = 17, WITHIN_MS = 6000 };

static void finger(enum event_kind kind, int64_t which, float x, float y)
{
    app.scene->event(&app, &(struct event){.kind = kind, .finger = which, .x = x, .y = y});
}

static void wait_ms(int ms)
{
    frames(ms / A_FRAME_MS + 1);
}

static void press_key(enum event_kind kind, const char *name)
{
    struct event event = {.kind = kind};
    snprintf(event.text, sizeof event.text, "%s", name);
    app.scene->event(&app, &event);
}

// Two thumbs on opposite corners until the gate stands there.
static void hold_corners(bool other)
{
    finger(EVENT_DOWN, 1, other ? .98f : .02f, .03f);
    finger(EVENT_DOWN, 2, other ? .02f : .98f, .97f);
    wait_ms(3200);
    finger(EVENT_UP, 1, 0, 0);
    finger(EVENT_UP, 2, 0, 0);
    assert_ptr_equal(app.scene, &scene_gate);
}

static void tap_word(int index)
{
    struct rect at = seen(GATE_TILES + app.gate_task->task.asked[index]);
    float x = (float)(at.x + at.w / 2) / (float)page_w(app.page);
    float y = (float)(at.y + at.h / 2) / (float)page_h(app.page);
    finger(EVENT_DOWN, 3, x, y);
    wait_ms(80);
    finger(EVENT_UP, 3, x, y);
}

static void read_and_tap(void)
{
    wait_ms(500);
    int asked = app.gate_task->task.asked_count;
    for (int i = 0; i < asked; i++) {
        tap_word(i);
        wait_ms(i + 1 < asked ? 300 : 550);
    }
}

static void test_a_grown_up_opens_it_from_play_within_six_seconds_every_time(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 1);
    for (int i = 0; i < 25; i++) {
        start("play", shapes[i % SHAPES].w, shapes[i % SHAPES].h);
        wait_ms(random_between(&random, 0, 20000));
        int began_ms = app.now_ms;
        hold_corners(i % 2);
        read_and_tap();
        assert_in_range(app.now_ms - began_ms, 0, WITHIN_MS);
        assert_true(app.scene == &scene_home || (app.scene == &scene_play && app.play.leave));
        end();
    }
}

static void test_and_from_the_still_screen_of_the_end(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) {
        start("good-night", 1280, 800);
        wait_ms(i * 700);
        int began_ms = app.now_ms;
        hold_corners(i % 2);
        read_and_tap();
        assert_in_range(app.now_ms - began_ms, 0, WITHIN_MS);
        assert_ptr_equal(app.scene, &scene_home);
        end();
    }
}

static void test_with_one_hand_it_takes_the_second_corner_longer(void **state)
{
    (void)state;
    start("good-night", 1280, 800);
    finger(EVENT_DOWN, 1, .02f, .97f);
    wait_ms(3100);
    finger(EVENT_UP, 1, 0, 0);
    wait_ms(1500);
    finger(EVENT_DOWN, 1, .98f, .03f);
    wait_ms(3100);
    finger(EVENT_UP, 1, 0, 0);
    read_and_tap();
    assert_ptr_equal(app.scene, &scene_home);
    end();
}

static void test_by_keyboard(void **state)
{
    (void)state;
    start("good-night", 1280, 800);
    press_key(EVENT_KEY_DOWN, "Escape");
    wait_ms(3100);
    press_key(EVENT_KEY_UP, "Escape");
    wait_ms(1500);
    for (int i = 0; i < 2; i++) {
        char digit[2] = {(char)('1' + app.gate_task->task.asked[i]), '\0'};
        press_key(EVENT_KEY_DOWN, digit);
        wait_ms(100);
        press_key(EVENT_KEY_UP, digit);
        wait_ms(500);
    }
    assert_ptr_equal(app.scene, &scene_home);
    end();
}

// With a hand on the screen meanwhile, three words are asked for, and whoever reads comes through too.
static void test_with_a_baby_that_touches_meanwhile(void **state)
{
    (void)state;
    start("play", 1280, 800);
    wait_ms(4000);
    finger(EVENT_DOWN, 1, .02f, .03f);
    finger(EVENT_DOWN, 2, .98f, .97f);
    wait_ms(1000);
    finger(EVENT_DOWN, 7, .5f, .5f);
    finger(EVENT_UP, 7, .5f, .5f);
    wait_ms(2200);
    finger(EVENT_UP, 1, 0, 0);
    finger(EVENT_UP, 2, 0, 0);
    assert_int_equal(app.gate_task->task.asked_count, 3);
    read_and_tap();
    assert_true(app.play.leave);
    end();
}

static void test_whoever_only_taps_stays_outside(void **state)
{
    (void)state;
    start("good-night", 1280, 800);
    hold_corners(false);
    for (int i = 0; i < 60; i++) {
        finger(EVENT_DOWN, i, .35f + .15f * (float)(i % 3), .4f);
        wait_ms(60);
        finger(EVENT_UP, i, 0, 0);
        wait_ms(200);
        assert_ptr_not_equal(app.scene, &scene_home);
    }
    assert_ptr_equal(app.scene, &scene_good_night);
    end();
}

// Home goes on without asking whether it was left: what the gate told it is not for the game.
static void test_a_gate_that_was_left_at_home_starts_the_next_game_from_its_beginning(void **state)
{
    (void)state;
    start("play", 1280, 800);
    wait_ms(500);
    hold_corners(false);
    read_and_tap();
    for (int i = 0; i < 3000 && app.scene != &scene_home; i++) {
        frames(1);
    }
    assert_ptr_equal(app.scene, &scene_home);
    corner_event(&app, &(struct event){.kind = EVENT_CLOSE});
    frames(20);
    assert_ptr_equal(app.scene, &scene_gate);
    tap(GATE_CLOSE);
    assert_ptr_equal(app.scene, &scene_home);
    tap(HOME_PLAY);
    wait_ms(1000);
    assert_ptr_equal(app.scene, &scene_play);
    assert_false(session_over(&app.play.session));
    end();
}

// ---- how it is laid out

static void open_gate(void)
{
    reading_task_start(&app.gate_task->task, 3, false);
}

static void the_plate(void)
{
    struct reading_task *task = &app.gate_task->task;
    look_at("two words");
    for (int seed = 0; seed < 6; seed++) {
        reading_task_start(task, (uint64_t)seed, true);
        task->missed = seed % 2;
        task->hasty = seed % 3 == 0;
        app.gate_task->by_keys = true;
        look_at("three words");
    }
    task->rest_ms = 30000;
    look_at("a rest");
}

static void test_the_plate_is_well_laid_out(void **state)
{
    (void)state;
    everywhere_from("gate", open_gate, the_plate);
}

static bool is_plain(struct rect at)
{
    const uint32_t *pixels = canvas_pixels(app.canvas);
    int w, h;
    canvas_size(app.canvas, &w, &h);
    const uint32_t first = pixels[(size_t)at.y * (size_t)w + (size_t)at.x];
    for (int y = at.y; y < at.y + at.h; y++) {
        for (int x = at.x; x < at.x + at.w; x++) {
            if (pixels[(size_t)y * (size_t)w + (size_t)x] != first) {
                return false;
            }
        }
    }
    return true;
}

// Where the pictures' files are missing or damaged there is no other way out of the game.
static void test_a_picture_that_is_missing_is_a_word(void **state)
{
    (void)state;
    for (int shape = 0; shape < SHAPES; shape++) {
        start("gate", shapes[shape].w, shapes[shape].h);
        frames(1);
        app.options.draw_all = true;
        frames(1);
        gate_free_pictures(app.gate_task);
        frames(40);
        const float scale = page_scale(app.page);
        for (int i = 0; i < TASK_TILES; i++) {
            const struct rect at = seen(GATE_TILES + i);
            const float side = (float)at.w * scale;
            assert_false(is_plain((struct rect){(int)((float)at.x * scale + side / 5),
                                                (int)((float)at.y * scale + side / 5), (int)(side * 3 / 5),
                                                (int)(side * 3 / 5)}));
        }
        assert_well_laid("words for pictures");
        end();
    }
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_a_grown_up_opens_it_from_play_within_six_seconds_every_time),
        TEST(test_and_from_the_still_screen_of_the_end),
        TEST(test_with_one_hand_it_takes_the_second_corner_longer),
        TEST(test_by_keyboard),
        TEST(test_with_a_baby_that_touches_meanwhile),
        TEST(test_whoever_only_taps_stays_outside),
        TEST(test_a_gate_that_was_left_at_home_starts_the_next_game_from_its_beginning),
        TEST(test_the_plate_is_well_laid_out),
        TEST(test_a_picture_that_is_missing_is_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
