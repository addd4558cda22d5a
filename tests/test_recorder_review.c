// The review by touch: handles choose the part, Listen lets it be heard as it will sound in the game.
#include "recorder_studio.h"

#include "store/words.h"

// ---- the handles

static void drag_handle(int id, int by)
{
    struct rect at = seen(id);
    float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
    send(EVENT_DOWN, 1, x, y);
    for (int i = 1; i <= 10; i++) {
        send(EVENT_MOVE, 1, x + (float)by * (float)i / 10, y);
        frames(1);
        assert_true(app.recorder->end_ms - app.recorder->first_ms >= RECORDER_SHORTEST_MS);
    }
    send(EVENT_UP, 1, x + (float)by, y);
    frames(20);
}

static void test_a_handle_chooses_a_shorter_part(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    int first_ms = app.recorder->first_ms, end_ms = app.recorder->end_ms;
    drag_handle(RECORDER_HANDLE_FIRST, 60);
    assert_in_range(app.recorder->first_ms, first_ms + 100, first_ms + 600);
    assert_int_equal(app.recorder->end_ms, end_ms);
    assert_in_range(take_length_ms(&app.recorder->clean), app.recorder->end_ms - app.recorder->first_ms - 30,
                    app.recorder->end_ms - app.recorder->first_ms + 30);
}

static void test_handles_stay_four_tenths_apart(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    drag_handle(RECORDER_HANDLE_END, -900);
    assert_true(app.recorder->end_ms - app.recorder->first_ms >= RECORDER_SHORTEST_MS);
    drag_handle(RECORDER_HANDLE_FIRST, 900);
    assert_true(app.recorder->end_ms - app.recorder->first_ms >= RECORDER_SHORTEST_MS);
}

static void test_a_part_without_a_voice_is_not_taken(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    drag_handle(RECORDER_HANDLE_END, 900); // into the quiet behind
    int first_ms = app.recorder->first_ms, end_ms = app.recorder->end_ms;
    drag_handle(RECORDER_HANDLE_FIRST, 900);
    assert_in_range(app.recorder->end_ms, end_ms - 10, end_ms + 10);
    assert_true(app.recorder->clean.count > 0);
    assert_true(app.recorder->first_ms >= first_ms);
    assert_int_equal(app.recorder->end_ms, app.recorder->measure.end_ms);
    assert_int_equal(app.recorder->first_ms, app.recorder->measure.first_ms);
}

// ---- what is said of it

static bool says(const char *key)
{
    return page_says(app.page, word(key));
}

static void test_of_a_clear_take_nothing_bad_is_said(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    assert_true(says("r.ok"));
    assert_false(says("r.err.quiet"));
}

static void test_who_speaks_too_quietly_is_told_to_come_closer(void **state)
{
    (void)state;
    somebody_speaks(LIVE_MS + 300, 1200, 0.005f, 0.00002f);
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    assert_true(says("r.err.quiet"));
    assert_false(says("r.ok"));
    assert_true(is_seen(RECORDER_KEEP)); // all the same
}

static void test_who_speaks_too_loudly_is_told_to_go_further_away(void **state)
{
    (void)state;
    somebody_speaks(LIVE_MS + 300, 1200, 3, 0.0005f);
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    assert_true(says("r.err.clip"));
}

// ---- hearing

static void test_listen_is_heard_to_its_end_and_no_longer(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    frames(60);
    assert_int_equal(app.recorder->listening_ms, -1); // nothing plays by itself
    tap(RECORDER_LISTEN);
    assert_true(app.recorder->listening_ms >= 0);
    frames(120);
    assert_int_equal(app.recorder->listening_ms, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_STUDIO(test_a_handle_chooses_a_shorter_part),
        IN_A_STUDIO(test_handles_stay_four_tenths_apart),
        IN_A_STUDIO(test_a_part_without_a_voice_is_not_taken),
        IN_A_STUDIO(test_of_a_clear_take_nothing_bad_is_said),
        IN_A_STUDIO(test_who_speaks_too_quietly_is_told_to_come_closer),
        IN_A_STUDIO(test_who_speaks_too_loudly_is_told_to_go_further_away),
        IN_A_STUDIO(test_listen_is_heard_to_its_end_and_no_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
