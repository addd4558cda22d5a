// The review by touch: handles choose the part, Listen lets it be heard as it will sound in the game.
#include "recorder_studio.h"

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
        IN_A_STUDIO(test_listen_is_heard_to_its_end_and_no_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
