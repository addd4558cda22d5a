// What the baby sees: every act may follow every other without a jump, a return shows in its first frame,
// every touch is answered where it was, and what is still stays still.
#include "with_stage.h"

#include <math.h>

#include "stage/answer.h"
#include "stage/layout.h"
#include "store/cast.h"

enum { W = 480, H = 300, ACTS = ACT_ASLEEP + 1 };

static bool draw_at(struct scene *scene, int now_ms)
{
    scene->now_ms = now_ms;
    canvas_begin(scene->canvas);
    stage_draw(scene->stage, now_ms);
    return canvas_end(scene->canvas);
}

static uint32_t *picture_at(struct scene *scene, int now_ms)
{
    draw_at(scene, now_ms);
    return pixels_now(scene->canvas);
}

// The share of the window's pixels that differ by more than 24 of 255 in a channel, in permille.
static int different_permille(const uint32_t *one, const uint32_t *other, int count)
{
    int different = 0;
    for (int i = 0; i < count; i++) {
        different += channel_difference(one[i], other[i]) > 24;
    }
    return different * 1000 / count;
}

static int changed_permille(struct scene *scene, const uint32_t *before, int now_ms)
{
    uint32_t *after = picture_at(scene, now_ms);
    const int permille = different_permille(before, after, W * H);
    free(after);
    return permille;
}

static void wait_in(struct scene *scene, enum act act, int length_ms)
{
    stage_act(scene->stage, act, length_ms, scene->now_ms);
    scene->now_ms += length_ms;
}

static void test_a_return_shows_in_its_first_frame_at_every_place(void **state)
{
    (void)state;
    static const int PEEKS[] = {0, 50, 150, 300};
    for (int i = 0; cast_place_at(i) || i < 4; i++) {
        const char *place = cast_place_name(i) ? cast_place_name(i) : "theatre";
        struct scene scene = open_scene(W, H, "bear", place, PEEKS[i % 4]);
        static const enum act RETURNS[] = {ACT_REVEAL, ACT_COMFORT};
        for (int k = 0; k < 2; k++) {
            wait_in(&scene, ACT_HIDE, 1000);
            wait_in(&scene, ACT_AWAY, 2000);
            uint32_t *before = picture_at(&scene, scene.now_ms);
            stage_act(scene.stage, RETURNS[k], 500, scene.now_ms);
            assert_true(draw_at(&scene, scene.now_ms));
            uint32_t *after = pixels_now(scene.canvas);
            if (memcmp(before, after, sizeof *before * W * H) == 0) {
                fail_msg("%s: nothing to be seen of a return in its first frame", place);
            }
            free(before);
            free(after);
            scene.now_ms += 1500;
        }
        close_scene(&scene);
    }
}

static void test_an_upset_in_the_middle_of_hiding_shows_at_once(void **state)
{
    (void)state;
    for (int i = 0; cast_place_at(i); i++) {
        struct scene scene = open_scene(W, H, "cat", cast_place_name(i), 150);
        stage_act(scene.stage, ACT_HIDE, 1000, scene.now_ms);
        uint32_t *before = picture_at(&scene, scene.now_ms + 500);
        stage_act(scene.stage, ACT_COMFORT, 7000, scene.now_ms);
        assert_true(draw_at(&scene, scene.now_ms));
        const int at_first = changed_permille(&scene, before, scene.now_ms);
        const int later = changed_permille(&scene, before, scene.now_ms + 450);
        assert_true(at_first <= later);
        assert_true(later > 10);
        free(before);
        close_scene(&scene);
    }
}

// How much of the picture one frame of each act changes at most, whatever act went before: never a jump.
static void test_any_act_may_follow_any_other_without_a_jump(void **state)
{
    (void)state;
    static const char *const PLACES[] = {"theatre", "box", "sofa"};
    static const int TIMES_MS[] = {150, 450, 2500};
    for (int i = 0; i < 3; i++) {
        struct scene scene = open_scene(W, H, "rabbit", PLACES[i], i * 150);
        for (int one = 0; one < ACTS; one++) {
            for (int other = 0; other < ACTS; other++) {
                stage_act(scene.stage, (enum act)one, 1000, scene.now_ms);
                uint32_t *before = picture_at(&scene, scene.now_ms + TIMES_MS[(one + other) % 3]);
                stage_act(scene.stage, (enum act)other, 1000, scene.now_ms);
                const int changed = changed_permille(&scene, before, scene.now_ms);
                const bool returns = other == ACT_REVEAL || other == ACT_COMFORT; // these must show at once
                if (changed > (returns ? 100 : 60)) {
                    fail_msg("%s: act %d after act %d changes %d permille at once", PLACES[i], other, one,
                             changed);
                }
                free(before);
                scene.now_ms += 40;
            }
        }
        close_scene(&scene);
    }
}

static void test_every_touch_is_answered_in_the_next_frame_where_it_was(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 150);
    static const enum act PHASES[] = {ACT_GREET, ACT_GOODBYE, ACT_HIDE,    ACT_AWAY, ACT_CUE,   ACT_REVEAL,
                                      ACT_JOY,   ACT_REST,    ACT_COMFORT, ACT_HELD, ACT_RITUAL};
    for (size_t i = 0; i < sizeof PHASES / sizeof *PHASES; i++) {
        stage_act(scene.stage, PHASES[i], 1000, scene.now_ms);
        scene.now_ms += 2000;
        const float x = 0.05F + 0.07F * (float)i, y = i % 2 ? 0.1F : 0.9F;
        uint32_t *before = picture_at(&scene, scene.now_ms);
        stage_touch(scene.stage, x, y, scene.now_ms);
        uint32_t *after = picture_at(&scene, scene.now_ms);
        int most = 0;
        for (int k = -8; k <= 8;
             k++) { // across the flower: its middle may have the colour of what it lies on
            const int at = (int)(y * H) * W + (int)(x * W) + k;
            most = channel_difference(before[at], after[at]) > most
                       ? channel_difference(before[at], after[at])
                       : most;
        }
        assert_true(most > 24);
        assert_int_equal(stage_still_ms(scene.stage, scene.now_ms + 100), 0); // and it goes on
        free(before);
        free(after);
    }
    close_scene(&scene);
}

static float pan_at(struct scene *scene, int now_ms)
{
    draw_at(scene, now_ms);
    return stage_pan(scene->stage);
}

static void test_who_peeks_from_the_side_stays_there_until_the_cover_frees_the_middle(void **state)
{
    (void)state;
    static const char *const PLACES[] = {"theatre", "window", "tree"};
    static const enum act RETURNS[] = {ACT_REVEAL, ACT_COMFORT};
    for (int i = 0; i < 6; i++) {
        struct scene scene = open_scene(W, H, "bear", PLACES[i / 2], 150);
        const float middle = pan_at(&scene, scene.now_ms);
        wait_in(&scene, ACT_HIDE, 1000);
        wait_in(&scene, ACT_AWAY, 1000);
        const float side = pan_at(&scene, scene.now_ms);
        assert_true(side > middle + 0.1F);
        const int start_ms = scene.now_ms, closed_ms = i % 2 ? 30 : 140;
        stage_act(scene.stage, RETURNS[i % 2], 2000, start_ms);
        assert_float_equal(pan_at(&scene, start_ms + closed_ms), side, 0.001F);
        assert_float_equal(pan_at(&scene, start_ms + 900), middle, 0.001F);
        close_scene(&scene);
    }
}

static void test_touches_say_what_they_hit(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 0);
    wait_in(&scene, ACT_REST, 1000);
    assert_int_equal(stage_touch(scene.stage, 0.5F, 0.5F, scene.now_ms), HIT_FRIEND);
    assert_int_equal(stage_touch(scene.stage, 0.5F, 0.2F, scene.now_ms), HIT_PLACE);
    assert_int_equal(stage_touch(scene.stage, 0.02F, 0.5F, scene.now_ms), HIT_ELSEWHERE);
    wait_in(&scene, ACT_HIDE, 1000);
    wait_in(&scene, ACT_AWAY, 1000);
    assert_int_equal(stage_touch(scene.stage, 0.5F, 0.5F, scene.now_ms), HIT_PLACE);
    close_scene(&scene);
}

static void test_a_touch_near_another_makes_no_second_flower_and_there_are_never_more_than_eight(void **state)
{
    (void)state;
    struct answers answers = {.size = 80};
    for (int i = 0; i < 50; i++) {
        answers_touch(&answers, 200 + (float)(i % 5), 200, 1000 + i * 100);
    }
    int alive = 0;
    for (int i = 0; i < ANSWERS_MAX; i++) {
        alive += answers.items[i].alive;
    }
    assert_int_equal(alive, 1);
    for (int i = 0; i < 50; i++) {
        answers_touch(&answers, 100.0F * (float)i, 500, 7000 + i);
    }
    assert_true(answers_move(&answers, 7100));
    assert_false(answers_move(&answers, 9000));
}

static void test_a_picture_stays_as_it_is_for_as_long_as_it_says(void **state)
{
    (void)state;
    static const enum act CALM[] = {ACT_AWAY, ACT_REST, ACT_ASLEEP, ACT_COMFORT};
    for (int i = 0; i < 4; i++) {
        struct scene scene = open_scene(W, H, "moon", cast_place_name(i), i * 75);
        stage_act(scene.stage, CALM[i], 1000, scene.now_ms);
        scene.now_ms += 3000;
        int rests = 0;
        for (int frame = 0; frame < 200; frame++) {
            draw_at(&scene, scene.now_ms);
            const int still_ms = stage_still_ms(scene.stage, scene.now_ms);
            assert_in_range(still_ms, 0, 1000);
            if (still_ms > 16) {
                assert_false(draw_at(&scene, scene.now_ms + still_ms / 2));
                rests++;
                scene.now_ms += still_ms - still_ms / 2;
            } else {
                scene.now_ms += 16;
            }
        }
        assert_true(rests > 20);
        close_scene(&scene);
    }
}

static double mean_luminance(const uint32_t *pixels, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        static const double SHARES[] = {0.0722, 0.7152, 0.2126};
        for (int channel = 0; channel < 3; channel++) {
            sum += SHARES[channel] * pow((double)(pixels[i] >> (8 * channel) & 0xFF) / 255, 2.2);
        }
    }
    return sum / count;
}

static void test_asleep_nothing_moves_it_is_dim_and_a_touch_stirs_the_cover_once(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 150);
    wait_in(&scene, ACT_RITUAL, 9000);
    wait_in(&scene, ACT_ASLEEP, 3000);
    uint32_t *asleep = picture_at(&scene, scene.now_ms);
    for (int i = 0; i < 600; i++) {
        assert_false(draw_at(&scene, scene.now_ms + 100));
    }
    const double light = mean_luminance(asleep, W * H);
    assert_true(light > 0.12 && light < 0.24);
    stage_touch(scene.stage, 0.5F, 0.5F, scene.now_ms);
    const int stirred = changed_permille(&scene, asleep, scene.now_ms + 400);
    assert_true(stirred > 0 && stirred < 100);
    assert_int_equal(changed_permille(&scene, asleep, scene.now_ms + 1000), 0);
    free(asleep);
    close_scene(&scene);
}

static void test_dusk_takes_its_time(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 150);
    uint32_t *day = picture_at(&scene, scene.now_ms);
    double before = mean_luminance(day, W * H);
    free(day);
    stage_act(scene.stage, ACT_RITUAL, 9000, scene.now_ms);
    for (int i = 0; i < 46; i++) {
        uint32_t *picture = picture_at(&scene, scene.now_ms + 250);
        const double now = mean_luminance(picture, W * H);
        assert_true(fabs(now - before) < 0.25 / 4); // science/README.md 5: at most .25 a second
        before = now;
        free(picture);
    }
    close_scene(&scene);
}

static void test_another_set_fades_in_over_600_ms_and_the_same_one_does_not(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 0);
    uint32_t *before = picture_at(&scene, scene.now_ms);
    const struct stage_set same = {.who = "bear", .place = "theatre", .backdrop = "garden"};
    stage_prepare(scene.stage, &same);
    assert_true(stage_ready(scene.stage));
    stage_change(scene.stage, scene.now_ms);
    assert_int_equal(changed_permille(&scene, before, scene.now_ms), 0);
    const struct stage_set other = {.who = "duck", .place = "box", .backdrop = "nursery"};
    stage_prepare(scene.stage, &other);
    stage_change(scene.stage, scene.now_ms);
    const int change_ms = scene.now_ms;
    assert_int_equal(changed_permille(&scene, before, change_ms), 0);
    uint32_t *half =
        picture_at(&scene, change_ms + 300); // the old one has nearly gone, the new one nearly not come
    assert_true(different_permille(before, half, W * H) > 100);
    assert_true(stage_still_ms(scene.stage, change_ms + 300) == 0);
    assert_true(changed_permille(&scene, half, change_ms + 700) > 100);
    free(half);
    free(before);
    close_scene(&scene);
}

static void test_a_window_that_turns_is_filled_at_once_and_crisp_when_loaded(void **state)
{
    (void)state;
    struct scene fresh = open_scene(H, W, "bear", "theatre", 150);
    wait_in(&fresh, ACT_REST, 3000);
    uint32_t *expected = picture_at(&fresh, fresh.now_ms);
    close_scene(&fresh);

    struct scene scene = open_scene(W, H, "bear", "theatre", 150);
    wait_in(&scene, ACT_REST, 3000);
    draw_at(&scene, scene.now_ms);
    window_resize(scene.window, H, W);
    stage_resize(scene.stage); // its pictures are rasterised, but not yet taken over
    uint32_t *at_once = picture_at(&scene, scene.now_ms);
    assert_true(different_permille(expected, at_once, W * H) < 250);
    loader_finish(scene.loader);
    uint32_t *loaded = picture_at(&scene, scene.now_ms);
    assert_int_equal(different_permille(expected, loaded, W * H), 0);
    free(expected);
    free(at_once);
    free(loaded);
    close_scene(&scene);
}

static void test_nothing_stands_out_of_the_window_in_any_shape(void **state)
{
    (void)state;
    static const int SIZES[][2] = {{1280, 800}, {1024, 768}, {1600, 720}, {1920, 1080},
                                   {800, 1280}, {768, 1024}, {720, 1600}};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        for (int k = 0; cast_place_at(k); k++) {
            const int w = SIZES[i][0], h = SIZES[i][1];
            const struct cast_place *row = cast_place_at(k);
            const struct svg_sheet sheet = {.view = {0, -40, 760, 780},
                                            .origin_x = 380,
                                            .origin_y = 720,
                                            .hider_x = 380,
                                            .hider_y = 700,
                                            .hider_scale = .86F,
                                            .open = {100, 200, 500, 400}};
            const struct layout layout = layout_make(w, h, row, &sheet, cast_friend_at(0));
            assert_true(layout.place.x - (row->half_width - row->lean) * layout.place.scale >= 0);
            assert_true(layout.place.x + (row->half_width + row->lean) * layout.place.scale <= (float)w);
            assert_true(layout.place.y - 760 * layout.place.scale >= 0);
            assert_true(layout.place.y < (float)h);
            const float face = 344 * layout.hider.scale;
            assert_true(w > h * 8 / 5 + 1 || face >= 0.22F * (float)w);
            const struct layout flower = layout_make(w, h, row, &sheet, cast_friend("sunflower"));
            assert_true(flower.hider.x - 235 * flower.hider.scale >= 0);
            assert_true(flower.hider.x + 235 * flower.hider.scale <= (float)w);
            assert_true(flower.hider.y - (476 + 235) * flower.hider.scale >= 0);
        }
    }
}

static void test_what_is_unknown_or_unreadable_is_replaced_not_missing(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "dragon", "castle", 0);
    uint32_t *shown = picture_at(&scene, scene.now_ms);
    const struct stage_set photo = {
        .who = "mama", .place = "theatre", .backdrop = "garden", .photo = "no picture", .photo_length = 10};
    stage_prepare(scene.stage, &photo);
    stage_change(scene.stage, scene.now_ms);
    assert_true(changed_permille(&scene, shown, scene.now_ms + 1000) > 50); // the flower, without a photo
    free(shown);
    close_scene(&scene);
}

static void test_before_any_set_everything_is_harmless(void **state)
{
    (void)state;
    struct scene scene = {.window = open_software(W, H), .loader = loader_new(true)};
    scene.canvas = window_canvas(scene.window);
    scene.stage = stage_new(scene.canvas, scene.loader, 1);
    stage_act(scene.stage, ACT_REVEAL, 500, 0);
    stage_stir(scene.stage, 0);
    stage_resize(scene.stage);
    stage_change(scene.stage, 0);
    assert_true(stage_ready(scene.stage)); // there is nothing to wait for
    assert_int_equal(stage_touch(scene.stage, 0.5F, 0.5F, 0), HIT_ELSEWHERE);
    draw_at(&scene, 10);
    assert_int_equal(stage_still_ms(scene.stage, 10), 1000);
    close_scene(&scene);
}

// ---- fewer movements

struct moves {
    int pictures; // that differ from the one before
    long pixels;  // that changed, all pictures together
};

// A whole round at a place, looked at every 66 ms.
static struct moves moves_of_a_round(const char *who, const char *place, bool calm)
{
    static const struct {
        enum act act;
        int length_ms;
    } round[] = {{ACT_GREET, 3000}, {ACT_GOODBYE, 1400}, {ACT_HIDE, 1000}, {ACT_AWAY, 3000},
                 {ACT_CUE, 950},    {ACT_REVEAL, 2600},  {ACT_JOY, 3000},  {ACT_REST, 3000}};
    struct scene scene = open_scene(W, H, who, place, 150);
    struct moves moves = {0};
    stage_calm(scene.stage, calm);
    uint32_t *before = picture_at(&scene, scene.now_ms);
    for (size_t i = 0; i < sizeof round / sizeof *round; i++) {
        stage_act(scene.stage, round[i].act, round[i].length_ms, scene.now_ms);
        stage_stir(scene.stage, scene.now_ms + 1500);
        for (int end_ms = scene.now_ms + round[i].length_ms; scene.now_ms < end_ms;) {
            uint32_t *after = picture_at(&scene, scene.now_ms + 66);
            const long pixels = (long)different_permille(before, after, W * H) * W * H / 1000;
            moves.pictures += memcmp(before, after, sizeof *before * W * H) != 0;
            moves.pixels += pixels;
            free(before);
            before = after;
        }
    }
    free(before);
    close_scene(&scene);
    return moves;
}

static void test_with_fewer_movements_a_round_is_calmer(void **state)
{
    (void)state;
    static const char *const rounds[][2] = {{"bear", "theatre"}, {"cat", "sofa"}, {"rabbit", "tree"}};
    for (int i = 0; i < 3; i++) {
        const struct moves lively = moves_of_a_round(rounds[i][0], rounds[i][1], false);
        const struct moves calm = moves_of_a_round(rounds[i][0], rounds[i][1], true);
        print_message("%s: %d pictures, %ld pixels; calm %d, %ld\n", rounds[i][1], lively.pictures,
                      lively.pixels, calm.pictures, calm.pixels);
        assert_true(calm.pictures * 10 < lively.pictures * 8);
        assert_true(calm.pixels * 10 < lively.pixels * 8);
    }
}

static void test_with_fewer_movements_a_return_and_a_touch_show_at_once(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 150);
    stage_calm(scene.stage, true);
    wait_in(&scene, ACT_HIDE, 1000);
    wait_in(&scene, ACT_AWAY, 2000);
    uint32_t *hidden = picture_at(&scene, scene.now_ms);
    stage_touch(scene.stage, 0.5F, 0.5F, scene.now_ms);
    assert_true(changed_permille(&scene, hidden, scene.now_ms) > 0);
    stage_act(scene.stage, ACT_REVEAL, 2600, scene.now_ms);
    assert_true(changed_permille(&scene, hidden, scene.now_ms + 1200) > 50);
    free(hidden);
    close_scene(&scene);
}

static void test_movements_come_back_when_they_are_wanted_again(void **state)
{
    (void)state;
    struct scene scene = open_scene(W, H, "bear", "theatre", 0),
                 other = open_scene(W, H, "bear", "theatre", 0);
    stage_calm(scene.stage, true);
    stage_calm(scene.stage, false);
    stage_act(scene.stage, ACT_JOY, 3000, scene.now_ms);
    stage_act(other.stage, ACT_JOY, 3000, other.now_ms);
    uint32_t *one = picture_at(&scene, scene.now_ms + 500), *two = picture_at(&other, other.now_ms + 500);
    assert_memory_equal(one, two, sizeof *one * W * H);
    free(one);
    free(two);
    close_scene(&scene);
    close_scene(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_return_shows_in_its_first_frame_at_every_place),
        cmocka_unit_test(test_an_upset_in_the_middle_of_hiding_shows_at_once),
        cmocka_unit_test(test_any_act_may_follow_any_other_without_a_jump),
        cmocka_unit_test(test_every_touch_is_answered_in_the_next_frame_where_it_was),
        cmocka_unit_test(test_who_peeks_from_the_side_stays_there_until_the_cover_frees_the_middle),
        cmocka_unit_test(test_touches_say_what_they_hit),
        cmocka_unit_test(
            test_a_touch_near_another_makes_no_second_flower_and_there_are_never_more_than_eight),
        cmocka_unit_test(test_a_picture_stays_as_it_is_for_as_long_as_it_says),
        cmocka_unit_test(test_asleep_nothing_moves_it_is_dim_and_a_touch_stirs_the_cover_once),
        cmocka_unit_test(test_dusk_takes_its_time),
        cmocka_unit_test(test_another_set_fades_in_over_600_ms_and_the_same_one_does_not),
        cmocka_unit_test(test_a_window_that_turns_is_filled_at_once_and_crisp_when_loaded),
        cmocka_unit_test(test_nothing_stands_out_of_the_window_in_any_shape),
        cmocka_unit_test(test_what_is_unknown_or_unreadable_is_replaced_not_missing),
        cmocka_unit_test(test_before_any_set_everything_is_harmless),
        cmocka_unit_test(test_with_fewer_movements_a_round_is_calmer),
        cmocka_unit_test(test_with_fewer_movements_a_return_and_a_touch_show_at_once),
        cmocka_unit_test(test_movements_come_back_when_they_are_wanted_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
