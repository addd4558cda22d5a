// A microphone that was heard, and then gives nothing but zeros in the middle of a take: what a server does
// that puts a silent device in the place of one that was unplugged. SDL's disk driver does it at its file's
// end.
#include "corner_app.h"
#include "scenes/recorder_inside.h"
#include "voice/spoken.h"

enum { LIVE_MS = 2900 }; // about when a take begins that is begun at once, on the microphone's clock

static int begin(void **state)
{
    static char in[64], out[64];
    int wrong = make_folder(state);
    snprintf(in, sizeof in, "%s/in.raw", folder);
    snprintf(out, sizeof out, "%s/out.raw", folder);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILEIN", in, 1);
    setenv("SDL_DISKAUDIOFILE", out, 1);
    make_family(1, 0);
    return wrong;
}

static int finish(void **state)
{
    end();
    return remove_folder(state);
}

// The room is heard until lead_ms, and somebody in it where voice is true; then the microphone falls silent.
static void hear(int lead_ms, bool voice)
{
    assert_true(spoken_write(inside("in.raw"), lead_ms, 0));
    if (!voice) {
        assert_int_equal(truncate(inside("in.raw"), lead_ms * (SPOKEN_RATE / 1000L) * 2), 0);
    }
}

static void record(void)
{
    start("recorder", 1280, 800);
    tap(RECORDER_RECORD);
    while (app.recorder->step == RECORDER_COUNT) {
        frames(1);
    }
    assert_int_equal(app.recorder->step, RECORDER_LIVE);
}

static int live_ms(void)
{
    int from_ms = app.now_ms;
    while (app.recorder->step == RECORDER_LIVE) {
        frames(1);
    }
    return app.now_ms - from_ms;
}

static void test_before_a_word_it_is_said_within_two_seconds(void **state)
{
    (void)state;
    hear(LIVE_MS + 200, false);
    record();
    assert_in_range(live_ms(), 1500, 2000);
    assert_int_equal(app.recorder->step, RECORDER_FAILED);
    assert_int_equal(app.recorder->failure, MICROPHONE_DEAD);
    assert_true(is_seen(RECORDER_IMPORT) && is_seen(RECORDER_RETRY));
}

static void test_words_before_it_are_not_lost(void **state)
{
    (void)state;
    hear(LIVE_MS + 100, true);
    record();
    live_ms();
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    assert_true(is_seen(RECORDER_KEEP));
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, begin, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_ROOM(test_before_a_word_it_is_said_within_two_seconds),
        IN_A_ROOM(test_words_before_it_are_not_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
