// The recorder in trouble: no microphone, sound files of all kinds, the background in the middle of a take.
// There is always a sentence and a way on, and what was said is not lost.
#include <SDL.h>

#include "recorder_studio.h"
#include "scenes/app_inside.h"

#define SOUND_PATH "recorder_sound.wav"
#include "sound_file.h"

// ---- without a microphone

static void open_without_microphone(enum moment moment)
{
    make_family(1, 0);
    start("voices", 1280, 800);
    voices_record(&app, app.voices->person, moment, 0);
    frames(2);
}

static void test_without_a_microphone_it_says_so_at_once(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    assert_int_equal(app.recorder->step, RECORDER_FAILED);
    assert_int_equal(app.recorder->failure, MICROPHONE_NONE);
    assert_null(app.recorder->microphone);
    assert_true(is_seen(RECORDER_IMPORT) && is_seen(RECORDER_WITHOUT) && is_seen(RECORDER_RETRY));
}

static void test_try_again_finds_one_that_was_plugged_in(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    tap(RECORDER_RETRY);
    assert_int_equal(app.recorder->step, RECORDER_FAILED);
    somebody_says_a_word();
    tap(RECORDER_RETRY);
    assert_int_equal(app.recorder->step, RECORDER_READY);
    record_to_review();
}

static void test_coming_back_from_the_settings_tries_again(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    app.scene->event(&app, &(struct event){.kind = EVENT_HIDE});
    somebody_says_a_word();
    app.scene->event(&app, &(struct event){.kind = EVENT_SHOW});
    frames(2);
    assert_int_equal(app.recorder->step, RECORDER_READY);
    assert_non_null(app.recorder->microphone);
}

static void test_one_may_play_without(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    tap(RECORDER_WITHOUT);
    assert_ptr_equal(app.scene, &scene_play);
    assert_null(app.recorder);
    assert_null(app.voices);
}

static void test_zeros_are_a_dead_microphone_within_two_seconds(void **state)
{
    (void)state;
    somebody_speaks(0, 0, 0, 0);
    open_recorder(MOMENT_RETURN, 0, false);
    record();
    wait_for(RECORDER_FAILED, 2000);
    assert_int_equal(app.recorder->failure, MICROPHONE_DEAD);
    assert_null(app.recorder->microphone);
}

// ---- sound files

static void write_wav(double seconds)
{
    write_sound(&(struct wanted){44100, 2, SF_FORMAT_WAV | SF_FORMAT_PCM_16, seconds}, 0.3f);
}

static void test_a_sound_file_is_the_way_on_and_kept_like_a_take(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    write_wav(1.5);
    tap(RECORDER_IMPORT);
    assert_true(chooser_is_open(&app));
    drop(SOUND_PATH);
    assert_false(chooser_is_open(&app));
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    assert_false(app.recorder->cut_to_fit);
    tap(RECORDER_KEEP);
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
    assert_in_range(clip.length_ms, 1200, 1800);
}

static void test_of_a_long_file_the_first_part_is_taken_until_handles_choose(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    write_wav(14);
    drop(SOUND_PATH); // on the sheet: no chooser is needed
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    assert_true(app.recorder->cut_to_fit);
    assert_in_range(take_length_ms(&app.recorder->clean), 3900, RECORDER_LONGEST_MS);
    tap(RECORDER_KEEP);
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
    assert_true(clip.length_ms <= RECORDER_LONGEST_MS);
}

// As the system says it, not as a test or a replay does.
static void test_a_file_that_is_really_dropped_on_the_sheet_is_taken(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    write_wav(1.5);
    app.options.virtual_time = false;
    SDL_Event dropped = {.drop = {.type = SDL_DROPFILE, .file = SDL_strdup(SOUND_PATH)}};
    assert_int_equal(SDL_PushEvent(&dropped), 1);
    app_take_events(&app);
    app.options.virtual_time = true;
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
}

static void test_while_away_a_long_file_fits(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_AWAY);
    write_wav(14);
    drop(SOUND_PATH);
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    assert_false(app.recorder->cut_to_fit);
}

static void test_of_a_very_long_file_there_is_a_minute_to_choose_from(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    write_wav(90);
    drop(SOUND_PATH);
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    assert_int_equal(take_length_ms(&app.recorder->raw), RECORDER_FILE_MS);
    assert_true(app.recorder->cut_to_fit);
}

static void test_what_is_no_sound_is_said_beside_the_missing_microphone(void **state)
{
    (void)state;
    open_without_microphone(MOMENT_RETURN);
    write_file("no.wav", "RIFF and nothing", 16);
    tap(RECORDER_IMPORT);
    drop(inside("no.wav"));
    frames(2);
    assert_int_equal(app.recorder->step, RECORDER_FAILED);
    assert_string_equal(app.recorder->message, "r.err.file");
}

static void test_what_is_no_sound_is_said_when_there_is_a_microphone(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    write_file("no.wav", "RIFF and nothing", 16);
    tap(RECORDER_IMPORT);
    assert_null(app.recorder->microphone); // nobody listens while a file is chosen
    drop(inside("no.wav"));
    assert_int_equal(app.recorder->step, RECORDER_READY);
    assert_string_equal(app.recorder->message, "r.err.file");
    assert_non_null(app.recorder->microphone);
}

static void test_a_closed_chooser_goes_back_to_the_microphone(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    tap(RECORDER_IMPORT);
    key("Escape");
    assert_false(chooser_is_open(&app));
    assert_int_equal(app.recorder->step, RECORDER_READY);
    assert_non_null(app.recorder->microphone);
}

// ---- the background, the end

static void hide_for_a_second(void)
{
    app.scene->event(&app, &(struct event){.kind = EVENT_HIDE});
    app.hidden = true;
    assert_null(app.recorder->microphone);
    frames(60);
    assert_null(app.recorder->microphone);
    app.hidden = false;
    app.scene->event(&app, &(struct event){.kind = EVENT_SHOW});
    frames(2);
}

static void test_in_the_background_nobody_listens(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    hide_for_a_second();
    assert_int_equal(app.recorder->step, RECORDER_READY);
    assert_non_null(app.recorder->microphone);
    tap(RECORDER_RECORD);
    hide_for_a_second();
    assert_int_equal(app.recorder->step, RECORDER_READY);
    record();
    hide_for_a_second(); // nobody has spoken yet
    assert_int_equal(app.recorder->step, RECORDER_READY);
}

static void test_what_was_said_before_the_background_is_there_after_it(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record();
    frames(90); // a word
    hide_for_a_second();
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    hide_for_a_second();
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    tap(RECORDER_KEEP);
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
}

static void test_the_end_of_the_program_lets_the_microphone_go_and_keeps_the_old_take(void **state)
{
    (void)state;
    somebody_says_a_word();
    int64_t old = open_recorder(MOMENT_HELLO, 1, true);
    record();
    frames(90);
    app_end(&app);
    app_frame(&app);
    end();
    assert_null(app.recorder);
    assert_false(app.microphone_lost);
    app = (struct app){0};
    start("voices", 1280, 800);
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
    assert_int_equal(clip.id, old);
}

static void test_a_microphone_that_nobody_uses_is_closed_after_two_minutes(void **state)
{
    (void)state;
    somebody_speaks(0, 0, 0, 0.0005f);
    open_recorder(MOMENT_RETURN, 0, false);
    frames(121 * 60);
    assert_null(app.recorder);
    assert_ptr_equal(app.scene, &scene_voices);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_STUDIO(test_without_a_microphone_it_says_so_at_once),
        IN_A_STUDIO(test_try_again_finds_one_that_was_plugged_in),
        IN_A_STUDIO(test_coming_back_from_the_settings_tries_again),
        IN_A_STUDIO(test_one_may_play_without),
        IN_A_STUDIO(test_zeros_are_a_dead_microphone_within_two_seconds),
        IN_A_STUDIO(test_a_sound_file_is_the_way_on_and_kept_like_a_take),
        IN_A_STUDIO(test_of_a_long_file_the_first_part_is_taken_until_handles_choose),
        IN_A_STUDIO(test_a_file_that_is_really_dropped_on_the_sheet_is_taken),
        IN_A_STUDIO(test_while_away_a_long_file_fits),
        IN_A_STUDIO(test_of_a_very_long_file_there_is_a_minute_to_choose_from),
        IN_A_STUDIO(test_what_is_no_sound_is_said_beside_the_missing_microphone),
        IN_A_STUDIO(test_what_is_no_sound_is_said_when_there_is_a_microphone),
        IN_A_STUDIO(test_a_closed_chooser_goes_back_to_the_microphone),
        IN_A_STUDIO(test_in_the_background_nobody_listens),
        IN_A_STUDIO(test_what_was_said_before_the_background_is_there_after_it),
        IN_A_STUDIO(test_the_end_of_the_program_lets_the_microphone_go_and_keeps_the_old_take),
        IN_A_STUDIO(test_a_microphone_that_nobody_uses_is_closed_after_two_minutes),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    remove(SOUND_PATH);
    return failed;
}
