// The recorder is well laid out in every step, shape and language, and in larger type: no text is cut, no
// target too small or under another.
#include "recorder_studio.h"

#include "store/words.h"

static enum moment recorded;

static void begin(void)
{
    voices_record(&app, app.voices->person, recorded, 0);
}

static void every_moment(enum moment moment, void (*look)(void))
{
    make_family(1, 0);
    recorded = moment;
    everywhere_from("voices", begin, look);
}

static void from_ready_to_review(void)
{
    look_at("ready");
    tap(RECORDER_RECORD);
    look_at("the count");
    wait_for(RECORDER_LIVE, RECORDER_COUNT_MS);
    frames(60);
    look_at("live");
    tap(RECORDER_STOP);
    look_at("the review");
}

static void test_a_word(void **state)
{
    (void)state;
    somebody_says_a_word();
    every_moment(MOMENT_COMFORT, from_ready_to_review);
}

static void test_a_song_in_a_noisy_room(void **state)
{
    (void)state;
    somebody_speaks(LIVE_MS, 30000, 0.1f, 0.01f);
    every_moment(MOMENT_AWAY, from_ready_to_review);
}

static void every_message_when_ready(void)
{
    static const char *const messages[] = {"r.err.none", "r.err.short", "r.full", "r.err.toolong",
                                           "r.err.file", "r.dead",      "r.wait"};
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        app.recorder->message = messages[i];
        look_at(messages[i]);
    }
}

static void test_whatever_went_wrong_with_the_last_take(void **state)
{
    (void)state;
    somebody_says_a_word();
    every_moment(MOMENT_RETURN, every_message_when_ready);
}

static void every_remark(void)
{
    tap(RECORDER_RECORD);
    wait_for(RECORDER_LIVE, RECORDER_COUNT_MS);
    frames(80);
    tap(RECORDER_STOP);
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    struct recorder *recorder = app.recorder;
    recorder->measure.noisy = true;
    look_at("noisy");
    recorder->measure.fainter = true;
    look_at("fainter");
    recorder->measure.clipped = true;
    look_at("too loud");
    recorder->cut_to_fit = true;
    look_at("long");
    recorder->keep_failed = "r.full";
    look_at("full");
    recorder->keep_failed = "r.nowhere";
    look_at("no folder");
}

static void test_whatever_is_to_be_said_of_a_take(void **state)
{
    (void)state;
    somebody_says_a_word();
    every_moment(MOMENT_RETURN, every_remark);
}

static void every_failure(void)
{
    static const enum microphone_state failures[] = {MICROPHONE_NONE, MICROPHONE_REFUSED, MICROPHONE_STALLED,
                                                     MICROPHONE_GONE, MICROPHONE_DEAD};
    assert_int_equal(app.recorder->step, RECORDER_FAILED); // there is no file
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        app.recorder->failure = failures[i];
        look_at("a failure");
        app.recorder->message = "r.err.toolong"; // of a file that was tried instead
        look_at("a failure, and a file that can't be read");
        app.recorder->message = NULL;
    }
}

static void test_whatever_the_microphone_does(void **state)
{
    (void)state;
    every_moment(MOMENT_RETURN, every_failure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_STUDIO(test_a_word),
        IN_A_STUDIO(test_a_song_in_a_noisy_room),
        IN_A_STUDIO(test_whatever_went_wrong_with_the_last_take),
        IN_A_STUDIO(test_whatever_is_to_be_said_of_a_take),
        IN_A_STUDIO(test_whatever_the_microphone_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
