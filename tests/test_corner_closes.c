// The corner closes by itself when nobody has touched it for two minutes: a baby may be what touches it next.
// Only where somebody records, or a take is nowhere else yet, does it wait.
#include "recorder_studio.h"

enum { NEARLY_MS = CORNER_CLOSES_MS - 10000, PAST_MS = 20000 };

static void pass(int ms)
{
    frames(ms * 60 / 1000);
}

static void touch(void)
{
    app_event(&app, &(struct event){.kind = EVENT_DOWN, .finger = 1, .x = 0.5F, .y = 0.01F});
    app_event(&app, &(struct event){.kind = EVENT_UP, .finger = 1, .x = 0.5F, .y = 0.01F});
}

static void open_home(void)
{
    make_family(1, 0);
    start("home", 1280, 800);
    touch(); // the calendar was set since it opened
}

static void sleep_for(int seconds)
{
    app_event(&app, &(struct event){.kind = EVENT_HIDE});
    app_event(&app, &(struct event){.kind = EVENT_CLOCK, .seconds = seconds});
    app_event(&app, &(struct event){.kind = EVENT_SHOW});
    frames(2);
}

static void test_a_touch_keeps_it_open_and_nothing_else_does(void **state)
{
    (void)state;
    open_home();
    pass(NEARLY_MS);
    touch();
    pass(NEARLY_MS);
    assert_ptr_equal(app.scene, &scene_home);
    app_event(&app, &(struct event){.kind = EVENT_HIDE});
    app_event(&app, &(struct event){.kind = EVENT_SHOW});
    app_event(&app, &(struct event){.kind = EVENT_RESIZE, .w = 1280, .h = 800});
    pass(PAST_MS);
    assert_ptr_equal(app.scene, &scene_good_night);
}

static void test_a_tablet_that_was_put_away_wakes_outside_of_it(void **state)
{
    (void)state;
    open_home();
    sleep_for(NEARLY_MS / 1000);
    assert_ptr_equal(app.scene, &scene_home);
    sleep_for(CORNER_CLOSES_MS / 1000);
    assert_ptr_equal(app.scene, &scene_good_night);
}

static void test_the_recorder_that_finds_no_microphone_closes(void **state)
{
    (void)state;
    make_family(1, 0);
    start("voices", 1280, 800);
    voices_record(&app, app.voices->person, MOMENT_RETURN, 0);
    frames(2);
    assert_int_equal(app.recorder->step, RECORDER_FAILED);
    pass(NEARLY_MS);
    assert_ptr_equal(app.scene, &scene_recorder);
    pass(PAST_MS);
    assert_ptr_equal(app.scene, &scene_good_night);
}

static void test_a_recorder_that_was_put_away_wakes_outside_of_it_too(void **state)
{
    (void)state;
    somebody_speaks(0, 0, 0, 0.0005f);
    open_recorder(MOMENT_RETURN, 0, false);
    sleep_for(NEARLY_MS / 1000);
    touch();
    assert_int_equal(app.recorder->step, RECORDER_READY);
    sleep_for(CORNER_CLOSES_MS / 1000);
    assert_ptr_equal(app.scene, &scene_good_night);
}

static void test_a_take_that_nobody_keeps_is_put_aside_when_it_closes(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    struct voice_clip clip = {0};
    assert_int_equal(older_now(&clip), 0);
    pass(NEARLY_MS);
    assert_ptr_equal(app.scene, &scene_recorder);
    pass(PAST_MS);
    assert_ptr_equal(app.scene, &scene_good_night);
    assert_int_equal(older_now(&clip), 1);
}

static void test_a_take_that_could_not_be_kept_is_waited_with(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    keep_without_room();
    pass(CORNER_CLOSES_MS + PAST_MS);
    sleep_for(10 * CORNER_CLOSES_MS / 1000);
    assert_ptr_equal(app.scene, &scene_recorder);
    keep_with_room();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_STUDIO(test_a_touch_keeps_it_open_and_nothing_else_does),
        IN_A_STUDIO(test_a_tablet_that_was_put_away_wakes_outside_of_it),
        IN_A_STUDIO(test_the_recorder_that_finds_no_microphone_closes),
        IN_A_STUDIO(test_a_recorder_that_was_put_away_wakes_outside_of_it_too),
        IN_A_STUDIO(test_a_take_that_nobody_keeps_is_put_aside_when_it_closes),
        IN_A_STUDIO(test_a_take_that_could_not_be_kept_is_waited_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
