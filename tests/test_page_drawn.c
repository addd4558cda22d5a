// What a page draws: nothing anew while it is still, the answer to a press at once, each widget where it was
// laid out.
#include "with_page_drawn.h"

enum { KEEP = 1, ROW };

static bool with_sheet;

static bool frame(int ms)
{
    now_ms += ms;
    page_begin(page, W, H, now_ms);
    page_wall(page, true);
    page_card(page, (struct rect){40, 40, 400, 300}, CARD_PLAIN);
    page_text(page, (struct rect){60, 60, 300, 40}, (struct look){.type = TYPE_TITLE, .bold = true},
              "Voices");
    page_button(page, (struct rect){60, 200, 160, 60}, KEEP, BUTTON_MAIN, ICON_CHECK, "Keep");
    page_press(page, (struct rect){460, 40, 300, 100}, ROW, "A row");
    page_medallion(page, 600, 300, 60, NULL, 1, true);
    if (with_sheet) {
        const struct rect plate = page_sheet(page, 5, 400, 300);
        page_button(page, (struct rect){plate.x + 40, plate.y + 40, 160, 60}, 7, BUTTON_TEAL, ICON_STOP,
                    "Stop");
    }
    page_end(page);
    canvas_begin(canvas);
    page_draw(page, canvas, now_ms);
    return canvas_end(canvas);
}

static uint32_t pixel(int x, int y)
{
    return canvas_pixels(canvas)[y * W + x] & 0xFFFFFF;
}

static void fresh(void)
{
    with_sheet = false;
    now_ms += 60000;
    page_enter(page);
    frame(0);
}

static void at(enum event_kind kind, float x, float y)
{
    page_event(page, &(struct event){.kind = kind, .x = x / W, .y = y / H});
}

static void test_a_still_page_paints_nothing_anew(void **state)
{
    (void)state;
    fresh();
    const int64_t before = canvas_work(canvas).pixels;
    for (int i = 0; i < 20; i++) {
        assert_true(page_still_ms(page, now_ms) > 1000);
        assert_false(frame(1000));
    }
    assert_int_equal(canvas_work(canvas).pixels, before);
}

static void test_a_button_stands_in_its_colours_on_one_lower_edge(void **state)
{
    (void)state;
    fresh();
    assert_int_equal(pixel(70, 230), YELLOW);
    assert_int_equal(pixel(140, 262), YELLOW_EDGE);
    assert_int_equal(pixel(140, 266), CARD);
    assert_int_equal(pixel(200, 320), CARD);
    assert_int_equal(pixel(200, 342), EDGE);
}

static void test_a_press_sinks_its_button_and_it_rises_again(void **state)
{
    (void)state;
    fresh();
    uint32_t *rest = pixels_now(canvas);
    at(EVENT_DOWN, 100, 230);
    frame(16);
    assert_true(frame(60));
    assert_int_equal(pixel(140, 202), CARD); // the face went down by 4
    assert_int_equal(pixel(140, 262), YELLOW_PRESSED);
    assert_int_equal(pixel(140, 264), YELLOW_EDGE);
    at(EVENT_UP, 100, 230);
    frame(16);
    frame(120);
    for (int i = 0; i < W * H; i++) {
        assert_int_equal(pixel(i % W, i / W), rest[i]);
    }
    free(rest);
}

static void test_a_tap_between_two_frames_is_seen_too(void **state)
{
    (void)state;
    fresh();
    at(EVENT_DOWN, 100, 230);
    at(EVENT_UP, 100, 230);
    assert_true(frame(16));
    assert_int_not_equal(pixel(140, 202), YELLOW);
    frame(130);
    assert_int_equal(pixel(140, 202), YELLOW);
}

static void test_a_row_is_shaded_while_it_is_pressed(void **state)
{
    (void)state;
    fresh();
    const uint32_t rest = pixel(600, 90);
    at(EVENT_DOWN, 600, 90);
    frame(16);
    frame(60);
    assert_int_not_equal(pixel(600, 90), rest);
    at(EVENT_UP, 600, 90);
    frame(16);
    frame(120);
    assert_int_equal(pixel(600, 90), rest);
}

static void test_a_sheet_fades_in_and_darkens_what_is_under_it(void **state)
{
    (void)state;
    fresh();
    const uint32_t rest = pixel(20, 20);
    with_sheet = true;
    frame(16);
    frame(100);
    const uint32_t half = pixel(20, 20);
    frame(150);
    const uint32_t under = pixel(20, 20);
    assert_true((half & 0xFF00) < (rest & 0xFF00) && (under & 0xFF00) < (half & 0xFF00));
    assert_int_equal(pixel(W / 2, H / 2 + 100), CARD);
    assert_false(frame(1000));
}

static void test_a_closed_sheet_fades_out_and_leaves_the_page_as_it_was(void **state)
{
    (void)state;
    fresh();
    const uint32_t rest = pixel(20, 20);
    with_sheet = true;
    frame(16);
    frame(300);
    const uint32_t under = pixel(20, 20);
    with_sheet = false;
    frame(16);
    assert_int_equal(page_still_ms(page, now_ms), 0);
    frame(80);
    assert_true((pixel(20, 20) & 0xFF00) > (under & 0xFF00) && (pixel(20, 20) & 0xFF00) < (rest & 0xFF00));
    frame(90);
    assert_int_equal(pixel(20, 20), rest);
    assert_true(page_still_ms(page, now_ms) > 1000);
    assert_false(frame(1000));
}

static void test_the_focus_has_a_ring_only_after_a_key(void **state)
{
    (void)state;
    fresh();
    assert_int_equal(pixel(140, 194), CARD);
    page_event(page, &(struct event){.kind = EVENT_KEY_DOWN, .text = "Tab"});
    frame(16);
    assert_int_equal(pixel(140, 194), NIGHT); // 4 clear, then 4 of ring
    assert_int_equal(pixel(140, 198), CARD);
    at(EVENT_DOWN, 700, 500);
    frame(16);
    assert_int_equal(pixel(140, 194), CARD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_still_page_paints_nothing_anew),
        cmocka_unit_test(test_a_button_stands_in_its_colours_on_one_lower_edge),
        cmocka_unit_test(test_a_press_sinks_its_button_and_it_rises_again),
        cmocka_unit_test(test_a_tap_between_two_frames_is_seen_too),
        cmocka_unit_test(test_a_row_is_shaded_while_it_is_pressed),
        cmocka_unit_test(test_a_sheet_fades_in_and_darkens_what_is_under_it),
        cmocka_unit_test(test_a_closed_sheet_fades_out_and_leaves_the_page_as_it_was),
        cmocka_unit_test(test_the_focus_has_a_ring_only_after_a_key),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
