// What the picture costs a battery: as little is drawn as can be seen, as the game's loop would draw it.
#include "with_stage.h"

enum {
    W = 1280,
    H = 800,
    FRAME_MS = 16,
    MINUTE = 60000,
    BREATHS_PER_S = 8,      // pictures a second while somebody waits
    PAINTED_PER_S = 150000, // pixels: blinks, and what a breath does meanwhile; the rest is kept
    ANSWER_SIDE = 130,      // pixels: a flower's, and its air
};

static void draw(struct scene *scene)
{
    canvas_begin(scene->canvas);
    stage_draw(scene->stage, scene->now_ms);
    canvas_end(scene->canvas);
}

// As the loop does it, for so long: what that took, and how often it drew.
static struct canvas_work let_go_on(struct scene *scene, int length_ms, int *draws)
{
    const struct canvas_work before = canvas_work(scene->canvas);
    *draws = 0;
    for (const int end_ms = scene->now_ms + length_ms; scene->now_ms < end_ms; (*draws)++) {
        draw(scene);
        const int next_ms = stage_next_ms(scene->stage, scene->now_ms);
        scene->now_ms += next_ms > FRAME_MS ? next_ms : FRAME_MS;
    }
    struct canvas_work work = canvas_work(scene->canvas);
    work.frames -= before.frames;
    work.pixels -= before.pixels;
    return work;
}

static void test_whoever_waits_breathes_and_next_to_nothing_is_painted(void **state)
{
    (void)state;
    static const char *const sets[][2] = {{"bear", "theatre"}, {"cat", "sofa"}, {"duck", "window"}};
    for (int i = 0; i < 3; i++) {
        struct scene scene = open_scene(W, H, sets[i][0], sets[i][1], 150);
        int draws = 0;
        let_go_on(&scene, 2000, &draws);
        stage_act(scene.stage, ACT_AWAY, 0, scene.now_ms);
        let_go_on(&scene, 10000, &draws);
        const struct canvas_work work = let_go_on(&scene, MINUTE, &draws);
        print_message("%s: %d pictures and %d pixels a second\n", sets[i][1], (int)(work.frames / 60),
                      (int)(work.pixels / 60));
        assert_true(work.frames > 2 * 60); // it does breathe
        assert_true(work.frames < BREATHS_PER_S * 60);
        assert_true(work.pixels < (int64_t)PAINTED_PER_S * 60);
        close_scene(&scene);
    }
}

static void test_a_still_screen_draws_nothing_for_a_minute(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 150);
    int draws = 0;
    stage_act(scene.stage, ACT_RITUAL, 9000, scene.now_ms);
    let_go_on(&scene, 9000, &draws);
    stage_act(scene.stage, ACT_ASLEEP, 0, scene.now_ms);
    let_go_on(&scene, 3000, &draws);
    const struct canvas_work work = let_go_on(&scene, MINUTE, &draws);
    assert_int_equal(work.frames, 0);
    assert_int_equal(work.pixels, 0);
    assert_in_range(draws, 1, 61); // and hardly looks whether it should
    close_scene(&scene);
}

static void test_an_answer_beside_the_place_paints_a_flower_and_no_more(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 150);
    int draws = 0;
    stage_act(scene.stage, ACT_REST, 0, scene.now_ms);
    let_go_on(&scene, 4000, &draws);
    draw(&scene);
    const struct canvas_work before = canvas_work(scene.canvas);
    stage_touch(scene.stage, 0.07F, 0.5F, scene.now_ms);
    draw(&scene);
    assert_int_equal(canvas_work(scene.canvas).frames, before.frames + 1);
    // the flower over the backdrop, and the pupils, which do not move yet
    assert_in_range(canvas_work(scene.canvas).pixels - before.pixels, 100, 2 * ANSWER_SIDE * ANSWER_SIDE);
    close_scene(&scene);
}

static void test_nobody_is_drawn_more_often_than_can_be_seen(void **state)
{
    (void)state;
    static const struct {
        enum act act;
        int most; // draws a second
    } rows[] = {{ACT_GREET, 31}, {ACT_GOODBYE, 31}, {ACT_JOY, 31}, {ACT_HIDE, 63}, {ACT_REVEAL, 63}};
    struct scene scene = open_scene(W, H, "bear", "theatre", 150);
    int draws = 0;
    let_go_on(&scene, 2000, &draws);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        stage_act(scene.stage, rows[i].act, 1000, scene.now_ms);
        let_go_on(&scene, 1000, &draws);
        assert_in_range(draws, 10, rows[i].most);
    }
    close_scene(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whoever_waits_breathes_and_next_to_nothing_is_painted),
        cmocka_unit_test(test_a_still_screen_draws_nothing_for_a_minute),
        cmocka_unit_test(test_an_answer_beside_the_place_paints_a_flower_and_no_more),
        cmocka_unit_test(test_nobody_is_drawn_more_often_than_can_be_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
