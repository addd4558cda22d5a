// What the widgets for numbers draw: in the very frame after the finger, in the guide's colours and measures,
// and nothing made anew while a slider moves.
#include <math.h>

#include "with_page_drawn.h"

#include "ui/page_inside.h"

enum { SLIDER = 10, SEGMENT = 20, CHART = 100, ROW = 300 };
enum { KNOB_Y = 94, TRACK_LEFT = 106 + 24, TRACK_LONG = 468 - 48 };

static struct slider slider;
static void (*layout)(void);

static bool frame(int ms)
{
    now_ms += ms;
    page_begin(page, W, H, now_ms);
    page_card(page, (struct rect){0, 0, W, H}, CARD_PLAIN);
    layout();
    page_end(page);
    canvas_begin(canvas);
    page_draw(page, canvas, now_ms);
    return canvas_end(canvas);
}

static void fresh(void (*what)(void))
{
    layout = what;
    slider = (struct slider){.value = 10, .most = 100, .step = 1, .stop = 100};
    now_ms += 60000;
    page_enter(page);
    frame(0);
    frame(16);
}

static uint32_t pixel(int x, int y)
{
    return canvas_pixels(canvas)[y * W + x] & 0xFFFFFF;
}

static int count_of(uint32_t rgb)
{
    int found = 0;
    for (int i = 0; i < W * H; i++) {
        found += (canvas_pixels(canvas)[i] & 0xFFFFFF) == rgb;
    }
    return found;
}

static int at(enum event_kind kind, float x, float y)
{
    const int result = page_event(page, &(struct event){.kind = kind, .x = x / W, .y = y / H});
    slider.value = result == PAGE_SLIDE ? page_slid(page).value : slider.value;
    return result;
}

// ---- a slider

static void one_slider(void)
{
    page_slider(page, (struct rect){40, 40, 600, 80}, SLIDER, &slider, "Longest away", "2.3 s", NULL);
}

static int knob_x(int value)
{
    return TRACK_LEFT + TRACK_LONG * value / 100;
}

static void test_the_knob_is_under_the_finger_in_the_very_next_frame(void **state)
{
    (void)state;
    fresh(one_slider);
    slider.step = 10; // 42 pixels
    assert_int_equal(pixel(knob_x(10), KNOB_Y), CARD);
    at(EVENT_DOWN, 300, KNOB_Y);
    frame(16);
    at(EVENT_MOVE, 300 + 8 + 101, KNOB_Y); // 101 is not a whole number of steps
    assert_true(frame(16));
    const int middle = knob_x(10) + 101;
    assert_int_equal(pixel(middle, KNOB_Y + 4), CARD);
    assert_int_equal(pixel(middle - 22, KNOB_Y + 4), TEAL);
    assert_int_equal(pixel(middle + 22, KNOB_Y + 4), TEAL);
    assert_int_equal(pixel(knob_x(10), KNOB_Y), TEAL); // where it was
    at(EVENT_UP, 300 + 8 + 101, KNOB_Y);
    frame(16);
    frame(200);
    assert_int_equal(pixel(knob_x(slider.value), KNOB_Y), CARD); // on its step
    assert_int_equal(pixel(knob_x(slider.value) - 22, KNOB_Y), TEAL);
}

static void test_a_knob_that_is_let_go_glides_onto_its_step(void **state)
{
    (void)state;
    fresh(one_slider);
    slider.step = 50; // 210 pixels
    slider.value = 50;
    frame(16);
    at(EVENT_DOWN, 300, KNOB_Y);
    at(EVENT_MOVE, 300 + 8 + 80, KNOB_Y);
    frame(16);
    at(EVENT_UP, 300 + 8 + 80, KNOB_Y);
    frame(16);
    assert_int_equal(slider.value, 50);
    assert_int_equal(pixel(knob_x(50) + 80 + 22, KNOB_Y), TEAL);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    frame(40);
    assert_int_equal(pixel(knob_x(50) + 80 + 22, KNOB_Y), TRACK);
    assert_int_not_equal(pixel(knob_x(50), KNOB_Y), CARD);
    frame(100);
    assert_int_equal(pixel(knob_x(50), KNOB_Y), CARD);
    assert_int_equal(pixel(knob_x(50) + 26, KNOB_Y), TRACK);
    assert_true(page_still_ms(page, now_ms) > 10000);
}

static void test_nothing_is_made_anew_while_a_slider_moves(void **state)
{
    (void)state;
    fresh(one_slider);
    at(EVENT_DOWN, 300, KNOB_Y);
    frame(16);
    at(EVENT_MOVE, 320, KNOB_Y);
    frame(16);
    frame(100);
    const size_t bytes = page->cache.bytes;
    for (int x = 320; x < 600; x++) {
        at(EVENT_MOVE, (float)x, KNOB_Y);
        frame(16);
    }
    assert_int_equal(page->cache.bytes, bytes);
}

static void test_the_line_stands_where_it_stops(void **state)
{
    (void)state;
    fresh(one_slider);
    assert_int_equal(count_of(RED), 0); // none where there is no limit
    slider.stop = 60;
    frame(16);
    assert_int_equal(pixel(knob_x(60), KNOB_Y - 11), RED);
    assert_int_equal(pixel(knob_x(60), KNOB_Y + 11), RED);
    at(EVENT_DOWN, 300, KNOB_Y);
    at(EVENT_MOVE, 790, KNOB_Y);
    frame(16);
    frame(100);
    assert_int_equal(pixel(knob_x(60), KNOB_Y + 4), CARD);      // the knob's middle
    assert_int_equal(pixel(knob_x(60) - 22, KNOB_Y + 4), TEAL); // and not beyond
    assert_int_equal(pixel(knob_x(60) + 32, KNOB_Y), TRACK);
}

static void test_a_wrong_slider_is_red(void **state)
{
    (void)state;
    fresh(one_slider);
    assert_int_equal(pixel(TRACK_LEFT - 10, KNOB_Y), TEAL);
    slider.wrong = true;
    frame(16);
    assert_int_equal(pixel(TRACK_LEFT - 10, KNOB_Y), RED);
    assert_int_equal(pixel(knob_x(10) - 22, KNOB_Y), RED);
}

// ---- a list

static void a_list(void)
{
    page_scroll_begin(page, (struct rect){0, 0, W, H}, 2000);
    for (int i = 0; i < 10; i++) {
        page_button(page, (struct rect){100, 100 + i * 200, 300, 60}, ROW + i, BUTTON_MAIN, ICON_NONE, "");
    }
    page_scroll_end(page);
}

static void test_a_list_is_under_the_finger_in_the_very_next_frame(void **state)
{
    (void)state;
    fresh(a_list);
    assert_int_equal(pixel(200, 130), YELLOW);
    at(EVENT_DOWN, 600, 300);
    frame(16);
    at(EVENT_MOVE, 600, 253);
    assert_true(frame(16));
    assert_int_equal(pixel(200, 130 - 47), YELLOW);
    assert_int_equal(pixel(200, 130), CARD);
}

// ---- stairs

static const int values[] = {10, 20, 40};

static void three_steps(void)
{
    page_stairs(page, (struct rect){100, 100, 300, 400}, &(struct stairs){values, 3, 1, NULL, -1});
}

static void easy_steps(void)
{
    page_stairs(page, (struct rect){100, 100, 300, 400}, &(struct stairs){values, 3, 1, NULL, 1});
}

static void test_steps_are_done_now_and_to_come(void **state)
{
    (void)state;
    fresh(three_steps);
    assert_int_equal(pixel(150, 480), NIGHT_LIGHT);
    assert_int_equal(pixel(250, 480), NIGHT);
    assert_int_equal(pixel(350, 480), NIGHT_OFF);
    assert_int_equal(pixel(303, 480), NIGHT_LINE);
}

static void test_the_height_of_a_step_is_its_share_bent_by_eight_tenths(void **state)
{
    (void)state;
    fresh(three_steps);
    const int top = 500 - (int)lroundf(400 * powf(0.5F, 0.8F));
    assert_int_equal(pixel(250, top - 2), CARD);
    assert_int_equal(pixel(250, top + 2), NIGHT);
    assert_int_equal(pixel(350, 103), NIGHT_OFF);
}

static const int nine[] = {10, 13, 16, 20, 25, 31, 39, 49, 61};

static void narrow_steps(void)
{
    static const char *const labels[] = {"1.0", "1.3", "1.6", "2.0", "2.5", "3.1", "3.9", "4.9", "6.1"};
    page_stairs(page, (struct rect){100, 100, 120, 400}, &(struct stairs){nine, 9, 2, labels, -1});
}

static void narrow_steps_without_labels(void)
{
    page_stairs(page, (struct rect){100, 128, 120, 372}, &(struct stairs){nine, 9, 2, NULL, -1});
}

static void test_a_label_broader_than_its_step_lies_on_no_other_step(void **state)
{
    (void)state;
    static const int colours[] = {NIGHT_LIGHT, NIGHT, NIGHT_OFF, NIGHT_LINE};
    int bare[4];
    fresh(narrow_steps_without_labels);
    for (int i = 0; i < 4; i++) {
        bare[i] = count_of((uint32_t)colours[i]);
    }
    fresh(narrow_steps);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(count_of((uint32_t)colours[i]), bare[i]);
    }
}

static void test_todays_step_has_a_yellow_dot(void **state)
{
    (void)state;
    fresh(three_steps);
    const int top = 500 - (int)lroundf(400 * powf(0.5F, 0.8F));
    assert_int_equal(pixel(250, top + 22), YELLOW);
    assert_int_equal(pixel(150, 470), NIGHT_LIGHT);
}

static void test_easy_times_are_three_dots_at_the_foot(void **state)
{
    (void)state;
    fresh(easy_steps);
    assert_int_equal(pixel(250 - 24, 480), YELLOW);
    assert_int_equal(pixel(250, 480), NIGHT); // a ring
    assert_int_equal(pixel(250 + 24, 480), NIGHT);
    assert_int_equal(pixel(150, 480), YELLOW); // those that are done are full
    assert_int_equal(pixel(350, 480), NIGHT_OFF);
}

// ---- the band

static int away_ms = 10000;

static void a_session(void)
{
    const struct band_part parts[] = {
        {BAND_TOGETHER, 40000, NULL}, {BAND_AWAY, away_ms, "10"}, {BAND_GOODNIGHT, 50000, NULL}};
    page_timeline(page, (struct rect){50, 100, 700, 72}, parts, 3);
}

// How many pixels of a row have this colour.
static int along(int y, uint32_t rgb)
{
    int found = 0;
    for (int x = 0; x < W; x++) {
        found += pixel(x, y) == rgb;
    }
    return found;
}

static void test_a_session_is_true_to_scale(void **state)
{
    (void)state;
    fresh(a_session);
    away_ms = 10000;
    frame(16);
    assert_in_range(along(120, YELLOW), 276, 280);
    assert_in_range(along(120, NIGHT), 67, 71);
    assert_in_range(along(120, PINK), 345, 349);
}

static void test_a_short_away_is_three_pixels_all_the_same(void **state)
{
    (void)state;
    away_ms = 1;
    fresh(a_session);
    assert_in_range(along(120, NIGHT), 2, 3);
}

static void test_a_session_that_changes_makes_few_pictures_anew(void **state)
{
    (void)state;
    away_ms = 20000;
    fresh(a_session);
    const size_t bytes = page->cache.bytes;
    for (away_ms = 20000; away_ms < 40000; away_ms += 250) {
        frame(16);
    }
    assert_int_equal(page->cache.bytes, bytes);
}

// ---- the chart

static int chosen = -1;

static void a_chart(void)
{
    static const struct chart_dot dots[] = {
        {0, 10, false, false}, {0.5F, 20, true, false}, {1, 10, false, false}};
    const struct chart chart = {dots, 3, 40, NULL, NULL, 0, 0, chosen};
    page_chart(page, (struct rect){100, 100, 400, 421}, CHART, &chart);
}

static void test_dots_stand_at_their_values_and_a_fussy_one_is_pink_in_a_ring(void **state)
{
    (void)state;
    chosen = -1;
    fresh(a_chart);
    assert_int_equal(pixel(116, 421), NIGHT); // a quarter of 400 above 521
    assert_int_equal(pixel(300, 321), PINK);
    assert_int_equal(pixel(300, 321 - 14), FUSS_RING);
    assert_int_equal(pixel(484, 421), NIGHT);
    assert_int_equal(pixel(484, 441), CARD);
    assert_int_not_equal(pixel(200, 421), CARD); // the line goes flat first
    assert_int_equal(pixel(200, 321), CARD);
}

static void test_the_chosen_dot_has_a_ring(void **state)
{
    (void)state;
    chosen = 2;
    fresh(a_chart);
    assert_int_equal(pixel(484, 421 - 17), NIGHT);
    assert_int_equal(pixel(116, 421 - 17), CARD);
}

// ---- the hold

static float done;

static void a_ring(void)
{
    page_ring(page, 400, 300, 78, done, "2");
}

static void test_the_arc_is_as_long_as_the_hold(void **state)
{
    (void)state;
    done = 1;
    fresh(a_ring);
    const int whole = count_of(TEAL);
    for (int i = 0; i < 4; i++) {
        done = (float)i / 4;
        fresh(a_ring);
        const int round_ends = i ? 150 : 0;
        assert_in_range(count_of(TEAL), whole * i / 4, whole * i / 4 + whole / 30 + round_ends);
    }
    done = 0.25F;
    fresh(a_ring);
    assert_int_equal(pixel(400 + 41, 300 - 41), TEAL); // it begins at the top and goes right
    assert_int_equal(pixel(400 - 41, 300 - 41), WALL_BOTTOM);
}

// ---- segments

static void two_segments(void)
{
    static const char *const labels[] = {"3 weeks", "3 months"};
    page_segments(page, (struct rect){40, 140, 400, 60}, SEGMENT, labels, 2, 0);
}

static void test_the_tick_of_the_chosen_one_stands_before_its_word(void **state)
{
    (void)state;
    fresh(two_segments);
    struct rect cell;
    assert_true(page_find(page, SEGMENT, &cell));
    assert_int_equal(pixel(cell.x + 6, cell.y + 26), TEAL);
    const struct rect ink = page->texts[0].ink_px;
    int before = 0;
    for (int x = cell.x; x < ink.x; x++) {
        for (int y = cell.y; y < cell.y + cell.h; y++) {
            before += pixel(x, y) == CARD;
        }
    }
    assert_true(before > 20);
    assert_in_range(ink.x + ink.w, cell.x, cell.x + cell.w - 8);
}

// ---- all of them

static void all(void)
{
    static const char *const labels[] = {"3 weeks", "3 months"};
    one_slider();
    page_segments(page, (struct rect){40, 140, 400, 60}, SEGMENT, labels, 2, 0);
    page_stairs(page, (struct rect){40, 220, 300, 100}, &(struct stairs){values, 3, 1, NULL, -1});
    page_chart(
        page, (struct rect){360, 220, 400, 200}, CHART,
        &(struct chart){(const struct chart_dot[]){{0, 10, false, false}}, 1, 40, NULL, NULL, 0, 0, -1});
    page_ring(page, 700, 500, 60, 0.3F, "");
}

static void test_at_rest_nothing_is_painted_anew(void **state)
{
    (void)state;
    fresh(all);
    const int64_t before = canvas_work(canvas).pixels;
    for (int i = 0; i < 10; i++) {
        assert_true(page_still_ms(page, now_ms) > 10000);
        assert_false(frame(1000));
    }
    assert_int_equal(canvas_work(canvas).pixels, before);
}

static void test_each_of_them_shows_the_focus(void **state)
{
    (void)state;
    enum { STOPS = 6 }; // -, track, +, two segments, the chart
    fresh(all);
    const int without = count_of(NIGHT);
    for (int i = 0; i < STOPS; i++) {
        uint32_t *before = pixels_now(canvas);
        page_event(page, &(struct event){.kind = EVENT_KEY_DOWN, .text = "Tab"});
        assert_true(frame(16));
        assert_true(count_of(NIGHT) > without + 300);
        free(before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_knob_is_under_the_finger_in_the_very_next_frame),
        cmocka_unit_test(test_a_knob_that_is_let_go_glides_onto_its_step),
        cmocka_unit_test(test_nothing_is_made_anew_while_a_slider_moves),
        cmocka_unit_test(test_the_line_stands_where_it_stops),
        cmocka_unit_test(test_a_wrong_slider_is_red),
        cmocka_unit_test(test_a_list_is_under_the_finger_in_the_very_next_frame),
        cmocka_unit_test(test_steps_are_done_now_and_to_come),
        cmocka_unit_test(test_the_height_of_a_step_is_its_share_bent_by_eight_tenths),
        cmocka_unit_test(test_a_label_broader_than_its_step_lies_on_no_other_step),
        cmocka_unit_test(test_todays_step_has_a_yellow_dot),
        cmocka_unit_test(test_easy_times_are_three_dots_at_the_foot),
        cmocka_unit_test(test_a_session_is_true_to_scale),
        cmocka_unit_test(test_a_short_away_is_three_pixels_all_the_same),
        cmocka_unit_test(test_a_session_that_changes_makes_few_pictures_anew),
        cmocka_unit_test(test_dots_stand_at_their_values_and_a_fussy_one_is_pink_in_a_ring),
        cmocka_unit_test(test_the_chosen_dot_has_a_ring),
        cmocka_unit_test(test_the_arc_is_as_long_as_the_hold),
        cmocka_unit_test(test_the_tick_of_the_chosen_one_stands_before_its_word),
        cmocka_unit_test(test_at_rest_nothing_is_painted_anew),
        cmocka_unit_test(test_each_of_them_shows_the_focus),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
