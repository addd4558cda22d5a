// Replays are read line by line, and a wrong line is named.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "platform/replay.h"

static const char *const path = "test.replay";

static struct replay *open_text(const char *text, char *reason, int size)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    return replay_open(path, reason, size);
}

static struct replay *right(const char *text)
{
    char reason[256] = "";
    struct replay *replay = open_text(text, reason, sizeof reason);
    assert_string_equal(reason, "");
    assert_non_null(replay);
    return replay;
}

static void test_events_come_at_their_time(void **state)
{
    (void)state;
    struct replay *replay =
        right("# a note\n100 down .5 0.25 9223372036854775807\n\n200 up 9223372036854775807\r\n");
    struct event event;
    assert_false(replay_poll(replay, 99, &event));
    assert_true(replay_poll(replay, 100, &event));
    assert_int_equal(event.kind, EVENT_DOWN);
    assert_true(event.finger == INT64_MAX);
    assert_true(event.x > .499f && event.x < .501f && event.y > .249f && event.y < .251f);
    assert_false(replay_poll(replay, 150, &event));
    assert_int_equal(replay_next_ms(replay), 200);
    assert_true(replay_poll(replay, 1000, &event));
    assert_int_equal(event.kind, EVENT_UP);
    assert_int_equal(replay_end_ms(replay), 200);
    assert_int_equal(replay_next_ms(replay), -1);
    replay_free(replay);
}

static void test_a_key_is_pressed_and_let_go(void **state)
{
    (void)state;
    struct replay *replay = right("5 key left shift\n");
    struct event event;
    assert_true(replay_poll(replay, 5, &event));
    assert_int_equal(event.kind, EVENT_KEY_DOWN);
    assert_string_equal(event.text, "Left Shift");
    assert_true(replay_poll(replay, 5, &event));
    assert_int_equal(event.kind, EVENT_KEY_UP);
    replay_free(replay);
}

static void test_lines_may_stand_in_any_order(void **state)
{
    (void)state;
    struct replay *replay = right("300 stop\n100 fuss\n100 cry\n200 cry soft\n");
    const enum event_kind kinds[] = {EVENT_FUSS, EVENT_CRY, EVENT_CRY_SOFT, EVENT_STOP};
    for (int i = 0; i < 4; i++) {
        struct event event;
        assert_true(replay_poll(replay, 1000, &event));
        assert_int_equal(event.kind, kinds[i]);
    }
    replay_free(replay);
}

static void test_every_word_is_known(void **state)
{
    (void)state;
    struct replay *replay =
        right("1 down 0 1\n1 move 1 0 3\n1 up\n1 key a\n1 keydown Escape\n1 keyup escape\n1 fuss\n1 cry\n"
              "1 stop\n1 hide\n1 show\n1 resize 800 1280\n1 unplug\n1 plug\n1 text Oma Lene\n"
              "1 clock +86400\n1 clock -5\n1 file some where.png\n1 wheel .5 .5 -1.5\n");
    struct event event;
    int count = 0;
    while (replay_poll(replay, 1, &event)) {
        count++;
    }
    assert_int_equal(count, 20);
    replay_free(replay);
}

static void test_a_wrong_line_is_named(void **state)
{
    (void)state;
    static const char *const wrong[] = {"down .5 .5",
                                        "-1 fuss",
                                        "5 jump",
                                        "5 down .5",
                                        "5 down a b",
                                        "5 down 2 0",
                                        "5 key Nokey",
                                        "5 resize 0 100",
                                        "5 fuss please",
                                        "5",
                                        "5 up x",
                                        "5 clock",
                                        "5 down 0 0 0 0",
                                        "99999999999 up",
                                        "5 down 0 0 -1",
                                        "5 wheel .5 .5",
                                        "5 wheel .5 .5 1000",
                                        "5 cry loud",
                                        "5 cry soft 1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char text[128], reason[256] = "";
        snprintf(text, sizeof text, "1 fuss\n%s\n", wrong[i]);
        assert_null(open_text(text, reason, sizeof reason));
        assert_non_null(strstr(reason, "test.replay:2: "));
    }
}

static void test_what_is_recorded_can_be_replayed(void **state)
{
    (void)state;
    struct recording *recording = recording_open(path);
    assert_non_null(recording);
    const struct event events[] = {
        {.kind = EVENT_DOWN, .finger = 4, .x = .25f, .y = .75f},
        {.kind = EVENT_MOVE, .finger = 4, .x = .5f, .y = .75f},
        {.kind = EVENT_UP, .finger = 4},
        {.kind = EVENT_KEY_DOWN, .text = "Space"},
        {.kind = EVENT_RESIZE, .w = 640, .h = 400},
        {.kind = EVENT_WHEEL, .x = .25f, .y = .75f, .turn = -1.5f},
        {.kind = EVENT_CRY},
        {.kind = EVENT_CRY_SOFT},
    };
    const int count = sizeof events / sizeof *events;
    for (int i = 0; i < count; i++) {
        recording_write(recording, i * 10, &events[i]);
    }
    recording_free(recording);
    char reason[256] = "";
    struct replay *replay = replay_open(path, reason, sizeof reason);
    assert_non_null(replay);
    for (int i = 0; i < count; i++) {
        struct event event;
        assert_true(replay_poll(replay, i * 10, &event));
        assert_int_equal(event.kind, events[i].kind);
        assert_true(event.finger == events[i].finger && event.w == events[i].w &&
                    event.turn == events[i].turn);
        assert_string_equal(event.text, events[i].text);
    }
    replay_free(replay);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_events_come_at_their_time),
        cmocka_unit_test(test_a_key_is_pressed_and_let_go),
        cmocka_unit_test(test_lines_may_stand_in_any_order),
        cmocka_unit_test(test_every_word_is_known),
        cmocka_unit_test(test_a_wrong_line_is_named),
        cmocka_unit_test(test_what_is_recorded_can_be_replayed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
