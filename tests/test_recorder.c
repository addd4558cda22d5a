// The recorder by touch: record, hear, again, keep; what was said is never lost and nothing is recorded
// outside live.
#include "recorder_studio.h"

static float loudest(const int16_t *pcm, int count)
{
    float most = 0;
    for (int i = 0; i < count; i++) {
        most = fmaxf(most, fabsf((float)pcm[i]) / 32768);
    }
    return most;
}

// ---- from ready to review

static void test_nothing_is_recorded_before_three_two_one(void **state)
{
    (void)state;
    somebody_speaks(0, 2500, 0.5f, 0.0005f); // while it counts
    open_recorder(MOMENT_RETURN, 0, false);
    tap(RECORDER_RECORD);
    frames(110); // 1.8 s, after the touch
    assert_int_equal(app.recorder->step, RECORDER_COUNT);
    assert_int_equal(app.recorder->live_count, 0);
    wait_for(RECORDER_LIVE, 350);
    frames(30);
    assert_in_range(app.recorder->live_count, MICROPHONE_RATE * 4 / 10, MICROPHONE_RATE * 6 / 10);
    assert_true(loudest(app.recorder->live, app.recorder->live_count) < 0.1f);
}

static void test_a_word_stops_two_seconds_after_it_and_is_trimmed(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record();
    int live_ms = app.now_ms;
    wait_for(RECORDER_REVIEW, 5000);
    assert_in_range(app.now_ms - live_ms, 3000, 3999);
    const struct recorder *recorder = app.recorder;
    assert_null(recorder->microphone);
    assert_in_range(recorder->end_ms - recorder->first_ms, 1000, 1600);
    assert_true(recorder->measure.cut_before_ms > 50);
    assert_true(recorder->measure.cut_after_ms > 1500);
    assert_true(fabsf(recorder->measure.lufs + 20) <= 1);
}

static void test_stop_ends_it_at_once(void **state)
{
    (void)state;
    somebody_speaks(LIVE_MS, 10000, 0.25f, 0.0005f);
    open_recorder(MOMENT_RETURN, 0, false);
    record();
    frames(60);
    tap(RECORDER_STOP);
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    assert_true(take_length_ms(&app.recorder->raw) < 2000);
}

static void test_who_speaks_on_is_stopped_at_four_seconds(void **state)
{
    (void)state;
    somebody_speaks(LIVE_MS, 10000, 0.25f, 0.0005f);
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    assert_int_equal(take_length_ms(&app.recorder->raw), RECORDER_LONGEST_MS);
}

static void test_a_song_while_away_may_last_twenty_seconds(void **state)
{
    (void)state;
    somebody_speaks(LIVE_MS, 30000, 0.25f, 0.0005f);
    open_recorder(MOMENT_AWAY, 0, false);
    record();
    wait_for(RECORDER_REVIEW, 21000);
    assert_int_equal(take_length_ms(&app.recorder->raw), RECORDER_LONGEST_AWAY_MS);
    tap(RECORDER_KEEP);
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
    assert_in_range(clip.length_ms, 19000, RECORDER_LONGEST_AWAY_MS);
}

static void test_nothing_heard_is_said_and_can_be_tried_again(void **state)
{
    (void)state;
    somebody_speaks(0, 0, 0, 0.0005f);
    open_recorder(MOMENT_RETURN, 0, false);
    record();
    wait_for(RECORDER_READY, 4200);
    assert_string_equal(app.recorder->message, "r.err.none");
    assert_non_null(app.recorder->microphone);
    assert_true(is_seen(RECORDER_RECORD));
}

static void test_three_two_one_can_be_cancelled(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    tap(RECORDER_RECORD);
    tap(RECORDER_CANCEL);
    assert_int_equal(app.recorder->step, RECORDER_READY);
    frames(240);
    assert_int_equal(app.recorder->step, RECORDER_READY);
    assert_int_equal(app.recorder->live_count, 0);
}

// ---- keeping

static void test_keep_keeps_the_clean_take_with_the_untouched_one(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    int count = 0, raw_count = 0, live_count = app.recorder->live_count;
    int16_t *heard = recorder_samples(&app, &count);
    int16_t *live = malloc((size_t)live_count * sizeof *live);
    memcpy(live, app.recorder->live, (size_t)live_count * sizeof *live);
    tap(RECORDER_KEEP);
    assert_ptr_equal(app.scene, &scene_voices);
    assert_true(page_toasting(app.page, app.now_ms));
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
    assert_int_equal(clip.moment, MOMENT_RETURN);
    assert_int_equal(clip.slot, 1);
    int kept_count = 0;
    int16_t *pcm = clip_pcm(app.family, clip.id, &kept_count),
            *raw = clip_raw(app.family, clip.id, &raw_count);
    assert_int_equal(kept_count, count);
    assert_memory_equal(pcm, heard, (size_t)count * sizeof *pcm); // as Listen let it be heard
    assert_int_equal(raw_count, live_count);
    assert_memory_equal(raw, live, (size_t)raw_count * sizeof *raw);
    free(pcm);
    free(raw);
    free(heard);
    free(live);
}

static void test_again_puts_the_first_aside_and_listens_anew(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    tap(RECORDER_AGAIN);
    assert_int_equal(app.recorder->step, RECORDER_READY);
    assert_non_null(app.recorder->microphone);
    record_to_review();
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 0);
    assert_int_equal(older_now(&clip), 1);
    tap(RECORDER_KEEP);
    assert_int_equal(clips_now(&clip), 1);
    assert_int_equal(clip.slot, 1);
    assert_int_equal(older_now(&clip), 1);
}

static void test_said_again_it_still_takes_the_place_of_the_old_one(void **state)
{
    (void)state;
    somebody_says_a_word();
    int64_t old = open_recorder(MOMENT_HELLO, 1, true);
    record_to_review();
    tap(RECORDER_AGAIN);
    record_to_review();
    tap(RECORDER_KEEP);
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
    assert_true(clip.id != old && clip.slot == 1);
    assert_int_equal(older_now(&clip), 3); // one of before, the first try, what it is instead of
}

static void test_the_old_take_stays_until_keep_and_is_an_older_take_then(void **state)
{
    (void)state;
    somebody_says_a_word();
    int64_t old = open_recorder(MOMENT_HELLO, 1, true);
    assert_true(old);
    record_to_review();
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
    assert_int_equal(clip.id, old);
    tap(RECORDER_KEEP);
    assert_int_equal(clips_now(&clip), 1);
    assert_true(clip.id != old);
    assert_int_equal(older_now(&clip), 2); // and the one that make_family retired
    struct voice_clip before;
    assert_true(clip_by_id(app.family, old, &before));
    assert_true(before.retired);
    voices_undo(&app);
    assert_int_equal(clips_now(&clip), 1);
    assert_int_equal(clip.id, old);
}

static void test_close_leaves_the_old_take_and_puts_the_new_one_among_the_older(void **state)
{
    (void)state;
    somebody_says_a_word();
    int64_t old = open_recorder(MOMENT_HELLO, 1, true);
    record_to_review();
    tap(RECORDER_CLOSE);
    assert_ptr_equal(app.scene, &scene_voices);
    assert_null(app.recorder);
    struct voice_clip clip = {0};
    assert_int_equal(clips_now(&clip), 1);
    assert_int_equal(clip.id, old);
    assert_int_equal(older_now(&clip), 2); // and the one that make_family retired
    assert_true(clip.id > old);
}

static void test_a_tap_beside_the_sheet_loses_nothing(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    send(EVENT_DOWN, 1, 20, 20);
    frames(1);
    send(EVENT_UP, 1, 20, 20);
    frames(20);
    assert_ptr_equal(app.scene, &scene_recorder);
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
}

static void test_a_take_that_can_not_be_kept_stays_to_be_tried_again(void **state)
{
    (void)state;
    somebody_says_a_word();
    open_recorder(MOMENT_RETURN, 0, false);
    record_to_review();
    keep_without_room();
    assert_ptr_equal(app.scene, &scene_recorder);
    assert_string_equal(app.recorder->keep_failed, "r.full");
    keep_with_room();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_STUDIO(test_nothing_is_recorded_before_three_two_one),
        IN_A_STUDIO(test_a_word_stops_two_seconds_after_it_and_is_trimmed),
        IN_A_STUDIO(test_stop_ends_it_at_once),
        IN_A_STUDIO(test_who_speaks_on_is_stopped_at_four_seconds),
        IN_A_STUDIO(test_a_song_while_away_may_last_twenty_seconds),
        IN_A_STUDIO(test_nothing_heard_is_said_and_can_be_tried_again),
        IN_A_STUDIO(test_three_two_one_can_be_cancelled),
        IN_A_STUDIO(test_keep_keeps_the_clean_take_with_the_untouched_one),
        IN_A_STUDIO(test_again_puts_the_first_aside_and_listens_anew),
        IN_A_STUDIO(test_said_again_it_still_takes_the_place_of_the_old_one),
        IN_A_STUDIO(test_the_old_take_stays_until_keep_and_is_an_older_take_then),
        IN_A_STUDIO(test_close_leaves_the_old_take_and_puts_the_new_one_among_the_older),
        IN_A_STUDIO(test_a_tap_beside_the_sheet_loses_nothing),
        IN_A_STUDIO(test_a_take_that_can_not_be_kept_stays_to_be_tried_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
