// The family's voices in a session: they take the place of the stock sounds of their moments.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/session.h"
#include "platform/mixer.h"
#include "scenes/soundtrack.h"
#include "scenes/voice_clips.h"

// ---- what is heard

enum { HEARD_MAX = 200 };

static struct stage_of_sounds {
    int now_ms, count, asked_count;
    struct {
        int at_ms;
        char moment[16], clip[64];
    } heard[HEARD_MAX];
    struct {
        int at_ms;
        struct mixer_request request;
        char path[64];
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
    snprintf(self.asked[self.asked_count++].path, 64, "%s", request->path ? request->path : "");
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

static void test_a_quiet_level_stays_quiet(void **state)
{
    (void)state;
    record(MOMENT_AWAY, 1, 900);
    soundtrack_quiet_away(self.soundtrack, true);
    pass(1000);
    play_round(2000);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_MAMA(test_the_return_is_heard_in_the_frame_of_the_reveal),
        WITH_MAMA(test_clips_of_a_moment_take_turns),
        WITH_MAMA(test_a_long_return_is_not_cut_and_joy_comes_after_it),
        WITH_MAMA(test_words_that_end_in_time_are_heard_while_away),
        WITH_MAMA(test_a_quiet_level_stays_quiet),
        WITH_MAMA(test_a_lullaby_is_begun_and_fades_before_the_return),
        WITH_MAMA(test_everything_is_softer_under_a_voice),
        WITH_MAMA(test_an_upset_hushes_the_voice_for_the_comfort_and_a_tune_follows_it),
        WITH_MAMA(test_nobody_chosen_is_the_stock_sounds_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
