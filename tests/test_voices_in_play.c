// The family's voices in a session: they take the place of the stock sounds of their moments.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/bridge.h"
#include "core/gap.h"
#include "core/session.h"
#include "platform/mixer.h"
#include "scenes/soundtrack.h"
#include "scenes/voice_clips.h"
#include "store/sounds.h"

// ---- what is heard

enum { AWAY_WORDS_AT_MS = 300, HEARD_MAX = 200, PATH_SIZE = 256 };

static struct stage_of_sounds {
    int now_ms, count, asked_count;
    struct {
        int at_ms;
        char moment[16], clip[64];
    } heard[HEARD_MAX];
    struct {
        int at_ms;
        struct mixer_request request;
        char path[PATH_SIZE]; // where the assets lie may be far down
    } asked[HEARD_MAX];
    struct mixer *mixer;
    struct soundtrack *soundtrack;
    struct voice_clips voices;
    struct voice_clip list[16];
    bool sound[17];
} self;

static void hear(void *context, const char *moment, const char *clip)
{
    (void)context;
    assert_true(self.count < HEARD_MAX);
    self.heard[self.count].at_ms = self.now_ms;
    snprintf(self.heard[self.count].moment, 16, "%s", moment);
    snprintf(self.heard[self.count++].clip, 64, "%s", clip);
}

static void ask(void *context, const struct mixer_request *request)
{
    (void)context;
    assert_true(self.asked_count < HEARD_MAX);
    self.asked[self.asked_count].at_ms = self.now_ms;
    self.asked[self.asked_count].request = *request;
    snprintf(self.asked[self.asked_count++].path, PATH_SIZE, "%s", request->path ? request->path : "");
}

static int begin(void **state)
{
    (void)state;
    memset(&self, 0, sizeof self);
    self.mixer = mixer_open(&(struct mixer_options){.virtual_time = true, .asked = ask});
    self.soundtrack = soundtrack_new(self.mixer, 5, hear, NULL);
    self.voices = (struct voice_clips){.name = "Mama", .list = self.list, .sound = self.sound};
    soundtrack_cast(self.soundtrack, "bear", "theatre", 0);
    soundtrack_voices(self.soundtrack, &self.voices);
    return 0;
}

static int end(void **state)
{
    (void)state;
    soundtrack_free(self.soundtrack);
    mixer_close(self.mixer);
    return 0;
}

static void record(enum moment moment, int slot, int length_ms)
{
    self.sound[self.voices.count] = true; // its samples are well
    self.list[self.voices.count] = (struct voice_clip){
        .id = 100 + self.voices.count, .moment = moment, .slot = slot, .length_ms = length_ms};
    self.voices.count++;
}

static void pass(int until_ms)
{
    for (; self.now_ms < until_ms; self.now_ms += 10) {
        soundtrack_frame(self.soundtrack, self.now_ms);
    }
}

static void cue(enum cue_kind kind, int value, int away_ms)
{
    soundtrack_cue(self.soundtrack, &(struct cue){kind, value}, away_ms, self.now_ms);
}

static int when(const char *clip, int n)
{
    for (int i = 0; i < self.count; i++) {
        if (strncmp(self.heard[i].clip, clip, strlen(clip)) == 0 && n-- == 0) {
            return self.heard[i].at_ms;
        }
    }
    return -1;
}

// From greet at 1 s: goodbye 4 s, gone 7 s, back after away_ms.
static void play_round(int away_ms)
{
    int start_ms = self.now_ms;
    cue(CUE_PHASE, PHASE_GREET, away_ms);
    pass(start_ms + 3000);
    cue(CUE_PHASE, PHASE_GOODBYE, away_ms);
    pass(start_ms + 5000);
    cue(CUE_PHASE, PHASE_HIDE, away_ms);
    pass(start_ms + 6000);
    cue(CUE_GONE, 0, away_ms);
    cue(CUE_PHASE, PHASE_AWAY, away_ms);
    pass(start_ms + 6000 + away_ms - 950);
    cue(CUE_PHASE, PHASE_CUE, away_ms);
    pass(start_ms + 6000 + away_ms);
    cue(CUE_BACK, BACK_TIME, away_ms);
    cue(CUE_PHASE, PHASE_REVEAL, away_ms);
    pass(start_ms + 6500 + away_ms);
    cue(CUE_PHASE, PHASE_JOY, away_ms);
    pass(start_ms + 14000 + away_ms);
}

static void test_the_return_is_heard_in_the_frame_of_the_reveal(void **state)
{
    (void)state;
    record(MOMENT_RETURN, 1, 1200);
    pass(1000);
    play_round(2000);
    assert_int_equal(when("Mama/return/1", 0), 9000);
    assert_int_equal(when("stock/reveal", 0), -1);
    assert_true(when("stock/hello", 0) >= 0); // what was not recorded is the stock sound
    assert_true(when("stock/bye", 0) >= 0);
}

static void test_clips_of_a_moment_take_turns(void **state)
{
    (void)state;
    record(MOMENT_RETURN, 1, 1200);
    record(MOMENT_RETURN, 2, 1300);
    record(MOMENT_RETURN, 3, 1100);
    pass(1000);
    for (int i = 0; i < 4; i++) {
        play_round(1000);
    }
    assert_true(when("Mama/return/1", 0) < when("Mama/return/2", 0));
    assert_true(when("Mama/return/2", 0) < when("Mama/return/3", 0));
    assert_true(when("Mama/return/3", 0) < when("Mama/return/1", 1));
}

static void test_a_long_return_is_not_cut_and_joy_comes_after_it(void **state)
{
    (void)state;
    record(MOMENT_RETURN, 1, 3900);
    pass(1000);
    play_round(1000);
    assert_true(when("stock/joy", 0) >= 8000 + 3900 + VOICE_PAUSE_MS);
    for (int i = 0; i < self.asked_count; i++) {
        bool voice = self.asked[i].request.channel == MIXER_VOICE && self.asked[i].at_ms >= 8000;
        assert_false(voice && self.asked[i].request.kind == MIXER_ASKED_VOLUME);
    }
}

static void test_words_that_end_in_time_are_heard_while_away(void **state)
{
    (void)state;
    record(MOMENT_AWAY, 1, 3000);
    record(MOMENT_AWAY, 2, 1100);
    pass(1000);
    play_round(2000);
    assert_int_equal(when("Mama/away/2", 0), 7300);
    assert_int_equal(when("Mama/away/1", 0), -1);
}

static void go(int away_ms)
{
    cue(CUE_GONE, 0, away_ms);
    cue(CUE_PHASE, PHASE_AWAY, away_ms);
}

static void test_words_are_only_begun_where_they_end_before_the_cue(void **state)
{
    (void)state;
    record(MOMENT_AWAY, 1, 3700);
    pass(1000);
    go(5000);
    pass(5000);
    assert_int_equal(when("Mama/away/1", 0), 1300); // 300 + 3700 + the cue's 950 are less than 5000
    end(NULL), begin(NULL);
    record(MOMENT_AWAY, 1, 3800);
    pass(1000);
    go(5000);
    pass(3000);
    cue(CUE_BRIDGE, BRIDGE_NEAR, 5000);
    pass(5000);
    assert_int_equal(when("Mama/away/1", 0), -1);
    assert_int_equal(when("stock/near_bear_1", 0), 3000); // never silence
}

static void test_words_that_fit_take_turns_and_those_that_dont_wait(void **state)
{
    (void)state;
    static const char *const order[] = {"Mama/away/2", "Mama/away/3", "Mama/away/2", "Mama/away/3"};
    record(MOMENT_AWAY, 1, 4000);
    record(MOMENT_AWAY, 2, 900);
    record(MOMENT_AWAY, 3, 1000);
    pass(1000);
    for (int i = 0; i < 4; i++) {
        go(2000);
        pass(self.now_ms + 2000);
        cue(CUE_BACK, BACK_TIME, 2000);
        pass(self.now_ms + 8000);
    }
    for (int i = 0; i < 4; i++) {
        assert_int_equal(when(order[i], i / 2), 1300 + 10000 * i);
    }
    assert_int_equal(when("Mama/away/1", 0), -1);
}

static const struct mixer_request *voice_volume(int from_ms, int *at_ms)
{
    for (int i = 0; i < self.asked_count; i++) {
        const struct mixer_request *request = &self.asked[i].request;
        if (request->kind == MIXER_ASKED_VOLUME && request->channel == MIXER_VOICE &&
            self.asked[i].at_ms >= from_ms) {
            *at_ms = self.asked[i].at_ms;
            return request;
        }
    }
    return NULL;
}

static void test_a_song_that_is_opened_by_a_touch_fades_at_once_and_is_forgotten(void **state)
{
    (void)state;
    int at_ms = 0;
    record(MOMENT_AWAY, 1, 15000);
    pass(1000);
    go(10000);
    pass(2000);
    cue(CUE_BRIDGE, BRIDGE_WHERE, 10000);
    pass(4000);
    cue(CUE_BACK, BACK_TOUCH, 10000);
    const struct mixer_request *fade = voice_volume(0, &at_ms);
    assert_non_null(fade);
    assert_int_equal(at_ms, 4000);
    assert_int_equal(fade->volume, 0);
    assert_in_range(fade->fade_ms, 1, 120);
    pass(20000);
    assert_null(voice_volume(4010, &at_ms));
    assert_int_equal(when("stock/reveal", 0), 4000);
}

static void test_a_song_makes_way_for_the_return_that_a_touch_brings_nearer(void **state)
{
    (void)state;
    int at_ms = 0;
    record(MOMENT_AWAY, 1, 15000);
    pass(1000);
    go(10000);
    pass(2000);
    cue(CUE_BRIDGE, BRIDGE_WHERE, 10000);
    pass(3000);
    soundtrack_touch(self.soundtrack, .1f, .1f, HIT_ELSEWHERE, self.now_ms);
    pass(3000 + ANSWER_MS - CUE_MS);
    const struct mixer_request *fade = voice_volume(0, &at_ms);
    assert_non_null(fade);
    assert_in_range(at_ms + fade->fade_ms, 3000, 3000 + ANSWER_MS - CUE_MS);
}

static void
test_what_is_said_while_away_comes_from_the_hiding_place_and_the_return_from_the_middle(void **state)
{
    (void)state;
    record(MOMENT_AWAY, 1, 900);
    record(MOMENT_RETURN, 1, 1200);
    soundtrack_cast(self.soundtrack, "bear", "theatre", -0.5f);
    pass(1000);
    play_round(2000);
    int seen = 0;
    for (int i = 0; i < self.asked_count; i++) {
        const struct mixer_request *request = &self.asked[i].request;
        if (request->kind == MIXER_ASKED_PLAY && request->channel == MIXER_VOICE) {
            assert_true(request->pan == (seen == 0 ? -0.5f : 0));
            seen++;
        }
    }
    assert_int_equal(seen, 2);
}

static void test_a_friend_does_not_speak_into_somebodys_words(void **state)
{
    (void)state;
    record(MOMENT_HELLO, 1, 2500);
    record(MOMENT_RETURN, 1, 1200);
    pass(1000);
    play_round(2000);
    assert_int_equal(when("stock/me_bear", 0), 9000 + 1300); // not after 2 s of hello
    assert_int_equal(when("stock/me_bear", 1), -1);
}

static void test_a_damaged_clip_is_skipped_and_the_stock_sound_is_heard_for_the_last_one(void **state)
{
    (void)state;
    record(MOMENT_RETURN, 1, 1200);
    record(MOMENT_RETURN, 2, 1200);
    record(MOMENT_HELLO, 1, 1200);
    self.sound[0] = self.sound[2] = false; // nobody has looked yet; there is no family to give them
    pass(1000);
    play_round(1000);
    play_round(1000);
    assert_int_equal(when("Mama/return/1", 0), -1);
    assert_true(when("Mama/return/2", 1) > when("Mama/return/2", 0));
    assert_int_equal(when("Mama/hello/1", 0), -1);
    assert_int_equal(when("stock/hello", 0), 1000);
}

static void test_good_night_waits_for_the_words_of_a_return_that_finish_brought(void **state)
{
    (void)state;
    record(MOMENT_RETURN, 1, 3000);
    record(MOMENT_GOOD_NIGHT, 1, 2000);
    pass(1000);
    go(5000);
    pass(2000);
    cue(CUE_BACK, BACK_GROWN_UP, 5000);
    cue(CUE_PHASE, PHASE_REVEAL, 5000);
    pass(2500);
    cue(CUE_PHASE, PHASE_RITUAL, 5000);
    pass(2500 + RITUAL_MS);
    soundtrack_still(self.soundtrack, self.now_ms);
    pass(60000);
    int night_ms = 2000 + 3000 + VOICE_PAUSE_MS, tune_ms = night_ms + 2000 + VOICE_PAUSE_MS;
    assert_int_equal(when("Mama/good-night/1", 0), night_ms);
    assert_int_equal(when("stock/goodnight_1", 0), tune_ms);
    assert_int_equal(when("stock/sleep_1", 0), tune_ms + sounds_find("goodnight_1")->length_ms);
    assert_int_equal(when("stock/sleep_1", 1), -1);
}

static void test_words_as_long_as_the_ritual_are_followed_by_sleep_alone(void **state)
{
    (void)state;
    record(MOMENT_GOOD_NIGHT, 1, 9500);
    pass(1000);
    cue(CUE_PHASE, PHASE_RITUAL, 5000);
    pass(1000 + 9600);
    soundtrack_still(self.soundtrack, self.now_ms);
    pass(60000);
    assert_int_equal(when("Mama/good-night/1", 0), 1000);
    assert_int_equal(when("stock/goodnight", 0), -1);
    assert_int_equal(when("stock/sleep_1", 0), 1000 + 9600);
}

static void test_a_voice_of_minutes_fades_after_twenty_seconds(void **state)
{
    (void)state;
    int at_ms = 0;
    record(MOMENT_GOODBYE, 1, 120000);
    pass(1000);
    cue(CUE_PHASE, PHASE_GOODBYE, 5000);
    pass(40000);
    const struct mixer_request *fade = voice_volume(0, &at_ms);
    assert_non_null(fade);
    assert_int_equal(fade->volume, 0);
    assert_int_equal(at_ms + fade->fade_ms, 1000 + VOICE_MAX_MS);
}

static void test_a_quiet_level_stays_quiet(void **state)
{
    (void)state;
    record(MOMENT_AWAY, 1, 900);
    soundtrack_quiet_away(self.soundtrack, true);
    pass(1000);
    play_round(2000);
    assert_int_equal(when("Mama/away", 0), -1);
    end(NULL), begin(NULL);
    record(MOMENT_AWAY, 1, 9000);
    soundtrack_quiet_away(self.soundtrack, true);
    pass(1000);
    go(9000);
    soundtrack_touch(self.soundtrack, .5f, .5f, HIT_PLACE, self.now_ms);
    pass(2000);
    cue(CUE_BRIDGE, BRIDGE_WHERE, 9000);
    pass(9000);
    assert_int_equal(when("Mama/away", 0), -1);
}

static void test_a_lullaby_is_begun_and_fades_before_the_return(void **state)
{
    (void)state;
    record(MOMENT_AWAY, 1, 15000);
    pass(1000);
    cue(CUE_GONE, 0, 8000);
    cue(CUE_PHASE, PHASE_AWAY, 8000);
    pass(2000);
    cue(CUE_BRIDGE, BRIDGE_WHERE, 8000);
    pass(9000);
    assert_int_equal(when("Mama/away/1", 0), 2000);
    bool faded = false;
    for (int i = 0; i < self.asked_count; i++) {
        faded = faded || (self.asked[i].request.kind == MIXER_ASKED_VOLUME &&
                          self.asked[i].request.channel == MIXER_VOICE &&
                          self.asked[i].at_ms + self.asked[i].request.fade_ms <= 9000);
    }
    assert_true(faded);
}

static void test_everything_is_softer_under_a_voice(void **state)
{
    (void)state;
    record(MOMENT_RETURN, 1, 1500);
    pass(1000);
    play_round(1000);
    int open = -1, bowed = -1;
    for (int i = 0; i < self.asked_count; i++) {
        if (strstr(self.asked[i].path, "curtain_open")) {
            open = self.asked[i].request.volume;
        }
        bowed =
            self.asked[i].request.kind == MIXER_ASKED_VOLUME && self.asked[i].request.channel == MIXER_PLACE
                ? self.asked[i].request.volume
                : bowed;
    }
    assert_int_equal(open, MIXER_VOLUME_MAX * 398 / 1000); // -8 dB (sound/guide.md)
}

static void test_an_upset_hushes_the_voice_for_the_comfort_and_a_tune_follows_it(void **state)
{
    (void)state;
    record(MOMENT_RETURN, 1, 3000);
    record(MOMENT_COMFORT, 1, 2000);
    pass(1000);
    cue(CUE_BACK, BACK_TIME, 1000);
    pass(1500);
    cue(CUE_PHASE, PHASE_COMFORT, 1000);
    pass(10000);
    assert_int_equal(when("Mama/comfort/1", 0), 1800);
    assert_int_equal(when("stock/comfort", 0), 1800 + 2000 + VOICE_PAUSE_MS);
}

static void test_nobody_chosen_is_the_stock_sounds_only(void **state)
{
    (void)state;
    record(MOMENT_RETURN, 1, 1200);
    soundtrack_voices(self.soundtrack, NULL);
    pass(1000);
    play_round(1000);
    assert_int_equal(when("Mama", 0), -1);
    assert_true(when("stock/reveal", 0) >= 0);
}

#define WITH_MAMA(test) cmocka_unit_test_setup_teardown(test, begin, end)

// Somebody listens meanwhile: behind the words, before what is heard next, there are 2.05 s to hear a cry in.
static void test_where_somebody_listens_words_from_the_hiding_place_leave_a_gap_or_are_not_said(void **state)
{
    for (int away_ms = 3200; away_ms <= 6200; away_ms += 300) {
        const struct bridge_plan bridges = bridge_plan(away_ms, true);
        const int next_ms = bridges.count > 0 ? bridges.first_ms : away_ms - CUE_MS;
        for (int length_ms = 100; length_ms <= 2900; length_ms += 200) {
            const bool leaves_a_gap = AWAY_WORDS_AT_MS + length_ms + GAP_LEAST_MS <= next_ms;
            end(state), begin(state);
            record(MOMENT_AWAY, 1, length_ms);
            pass(1000);
            soundtrack_leave_gaps(self.soundtrack, true);
            play_round(away_ms);
            const bool said = when("Mama/away/1", 0) == 7000 + AWAY_WORDS_AT_MS;
            assert_int_equal(said, away_ms < 6000 && leaves_a_gap);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_MAMA(test_the_return_is_heard_in_the_frame_of_the_reveal),
        WITH_MAMA(test_clips_of_a_moment_take_turns),
        WITH_MAMA(test_a_long_return_is_not_cut_and_joy_comes_after_it),
        WITH_MAMA(test_words_that_end_in_time_are_heard_while_away),
        WITH_MAMA(test_words_are_only_begun_where_they_end_before_the_cue),
        WITH_MAMA(test_words_that_fit_take_turns_and_those_that_dont_wait),
        WITH_MAMA(test_where_somebody_listens_words_from_the_hiding_place_leave_a_gap_or_are_not_said),
        WITH_MAMA(test_a_song_that_is_opened_by_a_touch_fades_at_once_and_is_forgotten),
        WITH_MAMA(test_a_song_makes_way_for_the_return_that_a_touch_brings_nearer),
        WITH_MAMA(test_what_is_said_while_away_comes_from_the_hiding_place_and_the_return_from_the_middle),
        WITH_MAMA(test_a_friend_does_not_speak_into_somebodys_words),
        WITH_MAMA(test_a_damaged_clip_is_skipped_and_the_stock_sound_is_heard_for_the_last_one),
        WITH_MAMA(test_good_night_waits_for_the_words_of_a_return_that_finish_brought),
        WITH_MAMA(test_words_as_long_as_the_ritual_are_followed_by_sleep_alone),
        WITH_MAMA(test_a_voice_of_minutes_fades_after_twenty_seconds),
        WITH_MAMA(test_a_quiet_level_stays_quiet),
        WITH_MAMA(test_a_lullaby_is_begun_and_fades_before_the_return),
        WITH_MAMA(test_everything_is_softer_under_a_voice),
        WITH_MAMA(test_an_upset_hushes_the_voice_for_the_comfort_and_a_tune_follows_it),
        WITH_MAMA(test_nobody_chosen_is_the_stock_sounds_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
