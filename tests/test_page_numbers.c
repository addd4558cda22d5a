// Segments, stairs, a session's band and the chart: their words never lie on each other however narrow it is,
// and a tap finds what it means.
#include "with_page.h"

enum { SEGMENT = 10, CHART = 100, LABELS = 9 };

static int width, count, now, chosen;
static const char *words[LABELS];

static void no_fault_at(int w)
{
    const char *fault = page_fault(page);
    if (fault) {
        fail_msg("%d wide: %s", w, fault);
    }
}

// The same layout at every width.
static void at_every_width(void (*what)(void), int from, int end)
{
    for (width = from; width <= end; width += 19) {
        show(what);
        no_fault_at(width);
        page_larger_text(page, true);
        pass(16);
        no_fault_at(width);
    }
}

static int shown_words(void)
{
    int shown = 0;
    for (int i = 0; i < count; i++) {
        shown += page_says(page, words[i]);
    }
    return shown;
}

// ---- segments

static const char *const segments[] = {"opens at once", "answers first", "later"};

static void two_or_three(void)
{
    const int h = page_segments_height(page, width, segments, count);
    page_segments(page, (struct rect){100, 100, width, h}, SEGMENT, segments, count, chosen);
    page_button(page, (struct rect){100, 100 + h, width, 60}, 1, BUTTON_MAIN, ICON_CHECK, "Save");
}

static void test_segments_fit_their_words_and_fingers(void **state)
{
    (void)state;
    for (count = 2; count <= 3; count++) {
        for (chosen = 0; chosen < count; chosen++) {
            at_every_width(two_or_three, 150 * count, 900);
        }
    }
}

static void test_a_tap_on_a_segment_is_its_id(void **state)
{
    (void)state;
    width = 600;
    count = 3;
    chosen = 1;
    show(two_or_three);
    for (int i = 0; i < count; i++) {
        const struct rect at = place_of(SEGMENT + i);
        assert_int_equal(tap((float)at.x + (float)at.w / 2, (float)at.y + 20), SEGMENT + i);
        assert_in_range(at.w, 190, 200); // three of one width
    }
}

static void test_choosing_another_segment_moves_no_word_to_another_line(void **state)
{
    (void)state;
    count = 2;
    for (width = 300; width < 700; width += 11) {
        chosen = 0;
        show(two_or_three);
        const struct rect save = place_of(1);
        chosen = 1;
        show(two_or_three);
        assert_int_equal(place_of(1).y, save.y);
    }
}

// ---- stairs

static const int values[LABELS] = {1000, 1300, 1600, 2000, 2500, 3100, 3900, 4900, 6100};

static void some_stairs(void)
{
    page_stairs(page, (struct rect){100, 100, width, 300}, &(struct stairs){values, count, now, words, -1});
}

static void words_are(const char *const *wanted, int wanted_count)
{
    count = wanted_count;
    for (int i = 0; i < count; i++) {
        words[i] = wanted[i];
    }
}

static const char *const seconds[LABELS] = {"1.0", "1.3", "1.6", "2.0", "2.5", "3.1", "3.9", "4.9", "6.1"};

static void test_labels_of_stairs_never_lie_on_each_other(void **state)
{
    (void)state;
    words_are(seconds, LABELS);
    for (now = -1; now <= LABELS; now += 3) {
        at_every_width(some_stairs, 70, 1100);
    }
}

static void test_todays_label_is_always_there(void **state)
{
    (void)state;
    words_are(seconds, LABELS);
    for (now = 0; now < LABELS; now++) {
        for (width = 70; width < 900; width += 83) {
            show(some_stairs);
            assert_true(page_says(page, seconds[now]));
        }
    }
}

static void test_narrow_stairs_leave_out_every_second_label_and_broad_ones_none(void **state)
{
    (void)state;
    words_are(seconds, LABELS);
    now = 2;
    width = 900;
    show(some_stairs);
    assert_int_equal(shown_words(), LABELS);
    width = 250;
    show(some_stairs);
    assert_int_equal(shown_words(), 5); // of nine
}

// ---- the band

static void a_session(void)
{
    struct band_part parts[2 * LABELS + 2];
    int part = 0;
    for (int i = 0; i < count; i++) {
        parts[part++] = (struct band_part){BAND_TOGETHER, 9000, NULL};
        parts[part++] = (struct band_part){BAND_AWAY, values[i], words[i]};
    }
    parts[part++] = (struct band_part){BAND_GOODNIGHT, 9000, NULL};
    page_timeline(page, (struct rect){100, 100, width, 80}, parts, part);
}

static void test_labels_of_a_band_never_lie_on_each_other(void **state)
{
    (void)state;
    words_are(seconds, LABELS);
    at_every_width(a_session, 60, 1100);
    width = 1100;
    show(a_session);
    assert_int_equal(shown_words(), LABELS);
    width = 300;
    show(a_session);
    assert_in_range(shown_words(), 2, LABELS - 1);
}

static void the_key(void)
{
    page_timeline_key(page, (struct rect){100, 100, 600, 30}, true);
}

static void test_the_key_ends_at_the_right_and_is_as_wide_as_it_says(void **state)
{
    (void)state;
    show(the_key);
    no_fault_at(600);
    const int w = page_timeline_key(page, (struct rect){100, 100, 600, 30}, false);
    assert_in_range(w, 200, 500);
    assert_true(page_says(page, "together") && page_says(page, "goodnight"));
}

// ---- the chart

static const struct chart_dot dots[] = {{0, 1500, false, false},
                                        {0.25F, 1900, true, false},
                                        {0.27F, 1500, false, false},
                                        {0.5F, 1900, false, false},
                                        {1, 2300, false, false}};
enum { DOTS = sizeof dots / sizeof *dots };
static const struct chart_tick up[] = {{0.25F, "1 s"}, {0.5F, "2 s"}, {0.75F, "3 s"}};
static const struct chart_tick along[] = {{0, "4 November"},
                                          {0.25F, "11 November"},
                                          {0.5F, "18 November"},
                                          {0.75F, "25 November"},
                                          {1, "2 December"}};

static void a_chart(void)
{
    const struct chart chart = {dots, DOTS, 4000, up, along, 3, 5, chosen};
    page_chart(page, (struct rect){100, 100, width, 400}, CHART, &chart);
}

static void a_low_chart(void)
{
    const struct chart chart = {dots, DOTS, 4000, up, along, 3, 5, chosen};
    page_chart(page, (struct rect){100, 100, width, 120}, CHART, &chart);
}

static void an_empty_chart(void)
{
    const struct chart chart = {NULL, 0, 4000, up, along, 3, 5, -1};
    page_chart(page, (struct rect){100, 100, width, 400}, CHART, &chart);
}

static void test_labels_of_the_axes_never_lie_on_each_other(void **state)
{
    (void)state;
    chosen = -1;
    at_every_width(a_chart, 200, 1100);
    at_every_width(a_low_chart, 200, 1100);
    at_every_width(an_empty_chart, 200, 1100);
}

static void test_a_tap_is_the_nearest_dots(void **state)
{
    (void)state;
    width = 1000;
    chosen = -1;
    show(a_chart);
    for (int i = 0; i < DOTS; i++) {
        const struct rect at = place_of(CHART + i);
        assert_int_equal(tap((float)at.x + 24, (float)at.y + 24), CHART + i);
    }
    pass(16);
    pass(400);
    const struct rect last = place_of(CHART + 4);
    assert_int_equal(tap((float)last.x - 100, (float)last.y + 200), CHART + 4); // far below it
    assert_int_equal(tap(100, 700), PAGE_NOTHING);                              // beside the chart
}

static void test_a_chart_without_dots_is_no_target(void **state)
{
    (void)state;
    width = 800;
    show(an_empty_chart);
    assert_int_equal(tap(500, 300), PAGE_NOTHING);
}

static void test_left_and_right_go_from_the_chosen_dot_to_its_neighbours(void **state)
{
    (void)state;
    width = 800;
    chosen = -1;
    show(a_chart);
    key(EVENT_KEY_DOWN, "Tab");
    pass(16);
    assert_int_equal(press_key("Right"), CHART + DOTS - 1); // none yet: the last game
    chosen = 2;
    pass(400);
    assert_int_equal(press_key("Left"), CHART + 1);
    assert_int_equal(press_key("Right"), CHART + 3);
    assert_int_equal(press_key("Return"), CHART + 2);
}

static void test_at_rest_all_of_them_stay_at_rest(void **state)
{
    (void)state;
    static void (*const layouts[])(void) = {two_or_three, some_stairs, a_session, a_chart};
    words_are(seconds, 3);
    width = 600;
    chosen = now = 1;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        show(layouts[i]);
        assert_true(page_still_ms(page, now_ms) > 10000);
    }
}

// A window may be narrower than a card's margins.
static void test_where_there_is_no_room_nothing_breaks(void **state)
{
    (void)state;
    static void (*const layouts[])(void) = {two_or_three, some_stairs, a_session, a_chart};
    words_are(seconds, 3);
    chosen = now = 1;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        for (width = -300; width < 70; width++) {
            show(layouts[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_segments_fit_their_words_and_fingers),
        cmocka_unit_test(test_a_tap_on_a_segment_is_its_id),
        cmocka_unit_test(test_choosing_another_segment_moves_no_word_to_another_line),
        cmocka_unit_test(test_labels_of_stairs_never_lie_on_each_other),
        cmocka_unit_test(test_todays_label_is_always_there),
        cmocka_unit_test(test_narrow_stairs_leave_out_every_second_label_and_broad_ones_none),
        cmocka_unit_test(test_labels_of_a_band_never_lie_on_each_other),
        cmocka_unit_test(test_the_key_ends_at_the_right_and_is_as_wide_as_it_says),
        cmocka_unit_test(test_labels_of_the_axes_never_lie_on_each_other),
        cmocka_unit_test(test_a_tap_is_the_nearest_dots),
        cmocka_unit_test(test_a_chart_without_dots_is_no_target),
        cmocka_unit_test(test_left_and_right_go_from_the_chosen_dot_to_its_neighbours),
        cmocka_unit_test(test_at_rest_all_of_them_stay_at_rest),
        cmocka_unit_test(test_where_there_is_no_room_nothing_breaks),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
