// What a whole session sounds like: the rules play it, and what is heard is written down.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "platform/mixer.h"
#include "rules.h"
#include "scenes/soundtrack.h"
#include "scenes/soundtrack_notes.h"
#include "store/sounds.h"

enum {
    FRAME_MS = 10,
    HEARD_MAX = 2000,
    // within a first round of an even plan
    GONE = GREET_MS + GOODBYE_MS + HIDE_MS,
    JOY_AT = 2600, // after the reveal
};

// ---- what was heard and what the mixer was asked

struct heard {
    int at_ms;
    char moment[16], clip[32];
};

struct asked {
    int at_ms;
    struct mixer_request request;
};

struct listener {
    int now_ms;
    int count, asked_count;
    struct heard heard[HEARD_MAX];
    struct asked asked[HEARD_MAX];
    struct mixer *mixer;
    struct soundtrack *soundtrack;
};

static struct listener self;

static void hear(void *context, const char *moment, const char *clip)
{
    struct listener *listener = context;
    assert_true(listener->count < HEARD_MAX);
    struct heard *heard = &listener->heard[listener->count++];
    heard->at_ms = listener->now_ms;
    snprintf(heard->moment, sizeof heard->moment, "%s", moment);
    snprintf(heard->clip, sizeof heard->clip, "%s", clip);
}

static void ask(void *context, const struct mixer_request *request)
{
    struct listener *listener = context;
    assert_true(listener->asked_count < HEARD_MAX);
    listener->asked[listener->asked_count++] = (struct asked){listener->now_ms, *request};
}

static void listen_from(uint64_t seed)
{
    self = (struct listener){0};
    self.mixer = mixer_open(&(struct mixer_options){.virtual_time = true, .asked = ask, .context = &self});
    self.soundtrack = soundtrack_new(self.mixer, seed, hear, &self);
    assert_non_null(self.mixer);
    assert_non_null(self.soundtrack);
    soundtrack_cast(self.soundtrack, "bear", "theatre", -0.5f);
}

static int stop_listening(void **state)
{
    (void)state;
    soundtrack_free(self.soundtrack);
    mixer_close(self.mixer);
    return 0;
}

// The nth sound (from 0) whose clip begins so, or NULL.
static const struct heard *nth(const char *clip, int n)
{
    for (int i = 0; i < self.count; i++) {
        if (strncmp(self.heard[i].clip, clip, strlen(clip)) == 0 && n-- == 0) {
            return &self.heard[i];
        }
    }
    return NULL;
}

static int times(const char *clip)
{
    int count = 0;
    while (nth(clip, count)) {
        count++;
    }
    return count;
}

static void assert_heard(const char *clip, int n, const char *moment, int at_ms)
{
    const struct heard *heard = nth(clip, n);
    if (!heard) {
        fail_msg("%s was not heard", clip);
    }
    assert_string_equal(heard->moment, moment);
    assert_int_equal(heard->at_ms, at_ms);
}

// ---- a player: the rules' cues and a script of touches, a frame each 10 ms

struct touch {
    int at_ms;
    float x, y;
    enum stage_hit hit;
};

static const struct touch none[] = {{INT_MAX, 0, 0, HIT_ELSEWHERE}};

static struct session session;

static void perform(const struct plan *plan, int start_ms, int until_ms, const struct touch *touches,
                    const char *inputs)
{
    struct cue_queue cues = {0};
    session_start(&session, plan, &cues);
    for (int now_ms = start_ms; now_ms <= until_ms; now_ms += FRAME_MS) {
        struct input input = {0};
        self.now_ms = now_ms;
        for (; touches->at_ms <= now_ms; touches++) {
            soundtrack_touch(self.soundtrack, touches->x, touches->y, touches->hit, now_ms);
            input.touches++;
        }
        int fuss_ms = -1, pause_ms = -1, resume_ms = -1, soft_ms = -1;
        sscanf(inputs, "soft %d", &soft_ms);
        sscanf(inputs, "fuss %d", &fuss_ms);
        sscanf(inputs, "pause %d resume %d", &pause_ms, &resume_ms);
        input.fuss = now_ms == fuss_ms;
        input.cry_soft = now_ms == soft_ms;
        input.pause = now_ms == pause_ms;
        input.resume = now_ms == resume_ms;
        if (now_ms > start_ms) {
            session_tick(&session, &input, FRAME_MS, &cues);
        }
        for (int i = 0; i < cues.count; i++) {
            soundtrack_cue(self.soundtrack, &cues.items[i], session.away_ms, now_ms);
        }
        cues.count = 0;
        soundtrack_frame(self.soundtrack, now_ms);
    }
}

static int end_of_session(int start_ms)
{
    return start_ms + 20 * 60 * 1000;
}

// ---- a round

static void test_a_round_is_heard_in_the_order_and_at_the_times_of_the_guide(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(8000, TOUCH_OPENS);
    enum { T = 1000, BACK = T + GONE + 8000 };
    perform(&plan, T, BACK + 6000, none, "");
    assert_heard("stock/hello_", 0, "hello", T);
    assert_heard("stock/me_bear_1", 0, "hello", T + 2000);
    assert_heard("stock/bye_1", 0, "goodbye", T + GREET_MS);
    assert_heard("stock/curtain_close_1", 0, "place", T + GREET_MS + GOODBYE_MS);
    assert_heard("stock/bed_", 0, "away", T + GONE);
    assert_heard("stock/where_", 0, "away", T + GONE + 1000);
    assert_heard("stock/near_bear_1", 0, "away", nth("stock/near_bear_1", 0)->at_ms);
    assert_heard("stock/return_1", 0, "cue", BACK - CUE_MS);
    assert_heard("stock/reveal_", 0, "return", BACK);
    assert_heard("stock/curtain_open_1", 0, "place", BACK);
    assert_heard("stock/me_bear_1", 1, "joy", BACK + 1300);
    assert_heard("stock/joy_", 0, "joy", BACK + JOY_AT);
    assert_int_equal(times("stock/joy_"), 1);
}

static void test_right_after_launch_half_a_second_is_silent(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(1000, TOUCH_OPENS);
    const struct touch early[] = {{100, .5f, .5f, HIT_PLACE}, {490, .5f, .5f, HIT_PLACE}, none[0]};
    perform(&plan, 0, 3000, early, "");
    assert_heard("stock/hello_", 0, "hello", 500);
    assert_heard("stock/me_bear_1", 0, "hello", 2500);
    assert_ptr_equal(nth("", 0), nth("stock/hello_", 0));
    assert_int_equal(times("stock/touch_"), 0);
}

static void test_a_friend_comes_from_where_it_stands_and_tunes_from_the_middle(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(8000, TOUCH_OPENS);
    perform(&plan, 1000, 1000 + GONE + 6000, none, "");
    int panned = 0;
    for (int i = 0; i < self.asked_count; i++) {
        if (self.asked[i].request.kind == MIXER_ASKED_PLAY) {
            assert_true(self.asked[i].request.pan == -0.5f || self.asked[i].request.pan == 0);
            panned += self.asked[i].request.pan == -0.5f;
        }
    }
    assert_true(panned >= 4); // its motif, the curtain, where, near
}

static void test_the_moon_sings_as_the_teddy_and_a_photo_without_a_voice_hums(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(10000, TOUCH_OPENS);
    soundtrack_cast(self.soundtrack, "moon", "umbrella", 0);
    perform(&plan, 1000, 1000 + GONE + 7000, none, "");
    assert_int_equal(times("stock/me_teddy_1"), 1);
    assert_true(times("stock/near_teddy_1") >= 1);
    assert_int_equal(times("stock/leaf_close_1"), 1);
    stop_listening(NULL);
    listen_from(1);
    soundtrack_cast(self.soundtrack, "family", "box", 0);
    perform(&plan, 1000, 1000 + GONE + 8000, none, "");
    assert_int_equal(times("stock/me_"), 0);
    assert_true(times("stock/near_") >= 1);
    assert_non_null(nth("stock/near_", 0));
    assert_in_range(nth("stock/near_", 0)->clip[strlen("stock/near_")], '1', '3');
}

// ---- a session

static void play_session(uint64_t seed, int away_ms, enum touch_rule rule)
{
    listen_from(seed);
    struct plan plan = rules_even_plan(away_ms, rule);
    const struct touch in_joy[] = {{10000 + away_ms, .5f, .5f, HIT_FRIEND}, none[0]};
    perform(&plan, 1000, end_of_session(1000), in_joy, "");
}

static void assert_turns(const char *stem)
{
    for (int i = 1; i < times(stem); i++) {
        assert_string_not_equal(nth(stem, i)->clip, nth(stem, i - 1)->clip);
    }
    assert_true(times(stem) >= 3);
}

static void assert_always_one(const char *stem)
{
    for (int i = 1; i < times(stem); i++) {
        assert_string_equal(nth(stem, i)->clip, nth(stem, i - 1)->clip);
    }
    assert_true(times(stem) >= 3);
}

static void test_variants_take_turns_but_goodbye_the_cue_and_the_bed_are_always_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        play_session(seed, 7000, TOUCH_OPENS);
        assert_turns("stock/hello_");
        assert_turns("stock/reveal_");
        assert_turns("stock/joy_");
        assert_turns("stock/where_");
        assert_always_one("stock/bye_");
        assert_always_one("stock/return_");
        assert_always_one("stock/bed_");
        if (seed < 20) {
            stop_listening(NULL);
        }
    }
}

static void test_another_seed_has_another_bed_and_the_same_seed_the_same_session(void **state)
{
    (void)state;
    static struct listener first;
    bool other = false;
    play_session(7, 3000, TOUCH_OPENS);
    first = self;
    for (uint64_t seed = 8; seed < 20; seed++) {
        stop_listening(NULL);
        play_session(seed, 3000, TOUCH_OPENS);
        other = other || strcmp(nth("stock/bed_", 0)->clip, "stock/bed_1") != 0;
    }
    assert_true(other);
    stop_listening(NULL);
    play_session(7, 3000, TOUCH_OPENS);
    assert_int_equal(self.count, first.count);
    assert_memory_equal(self.heard, first.heard, sizeof first.heard);
}

static bool bridges(const char *clip)
{
    return strncmp(clip, "stock/where", 11) == 0 || strncmp(clip, "stock/near", 10) == 0 ||
           strncmp(clip, "stock/return", 12) == 0;
}

static void test_nobody_waits_in_silence_for_more_than_4_s_however_long_the_away(void **state)
{
    (void)state;
    for (int away_ms = 5000; away_ms <= 30000; away_ms += 500) {
        listen_from(3);
        struct plan plan = rules_even_plan(away_ms, TOUCH_OPENS);
        perform(&plan, 1000, 1000 + GONE + away_ms, none, "");
        int since_ms = 1000 + GONE;
        for (int i = 0; i < self.count; i++) {
            if (bridges(self.heard[i].clip)) {
                assert_in_range(self.heard[i].at_ms - since_ms, 0, 4000);
                since_ms = self.heard[i].at_ms;
            }
        }
        assert_int_equal(since_ms, 1000 + GONE + away_ms - CUE_MS);
        if (away_ms < 30000) {
            stop_listening(NULL);
        }
    }
}

static void test_a_level_without_sound_while_away_has_no_bed_and_no_voice(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(9000, TOUCH_OPENS);
    soundtrack_quiet_away(self.soundtrack, true);
    const struct touch cover[] = {{1000 + GONE + 2000, .5f, .5f, HIT_ELSEWHERE}, none[0]};
    plan.touch = TOUCH_ANSWERS;
    perform(&plan, 1000, 1000 + GONE + 9000, cover, "");
    assert_int_equal(times("stock/bed_") + times("stock/where_") + times("stock/near_"), 0);
    assert_int_equal(times("stock/return_1"), 1);
    assert_int_equal(times("stock/touch_"), 1);
}

static void test_where_somebody_listens_there_is_no_bed_and_all_else_is_as_ever(void **state)
{
    (void)state;
    static struct listener without;
    struct plan plan = rules_even_plan(9000, TOUCH_ANSWERS);
    const struct touch cover[] = {{1000 + GONE + 2500, .5f, .5f, HIT_PLACE}, none[0]};
    for (int gaps = 0; gaps < 2; gaps++) {
        listen_from(1);
        soundtrack_leave_gaps(self.soundtrack, gaps);
        perform(&plan, 1000, 1000 + GONE + 15000, cover, "");
        if (!gaps) {
            without = self;
            stop_listening(NULL);
        }
    }
    assert_int_equal(times("stock/bed_"), 0);
    assert_true(times("stock/where_") + times("stock/near_") > 0);
    int at = 0;
    for (int i = 0; i < without.count; i++) {
        if (strncmp(without.heard[i].clip, "stock/bed_", 10) != 0) {
            assert_string_equal(self.heard[at].clip, without.heard[i].clip);
            assert_int_equal(self.heard[at++].at_ms, without.heard[i].at_ms);
        }
    }
    assert_int_equal(at, self.count);
}

// ---- the bed

static const struct asked *bed_request(int n)
{
    for (int i = 0; i < self.asked_count; i++) {
        const struct mixer_request *request = &self.asked[i].request;
        bool bed = request->kind == MIXER_ASKED_BED ||
                   (request->kind == MIXER_ASKED_VOLUME && request->channel == MIXER_BED);
        if (bed && n-- == 0) {
            return &self.asked[i];
        }
    }
    return NULL;
}

static void assert_bed(int n, int at_ms, int volume, int fade_ms)
{
    const struct asked *asked = bed_request(n);
    assert_non_null(asked);
    assert_int_equal(asked->at_ms, at_ms);
    assert_int_equal(asked->request.volume, volume);
    assert_int_equal(asked->request.fade_ms, fade_ms);
}

static void test_the_bed_makes_room_for_a_tune_and_is_gone_at_the_reveal(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(8000, TOUCH_OPENS);
    enum { T = 1000, GONE_AT = T + GONE, BACK = GONE_AT + 8000 };
    perform(&plan, T, BACK + 6000, none, "");
    assert_bed(0, GONE_AT, 128, 250);
    assert_bed(1, GONE_AT + 1000, 64, 120);
    // The voice behind the cover comes before the question has ended: softer for both.
    int near_ms = nth("stock/near_bear_1", 0)->at_ms;
    assert_in_range(near_ms, GONE_AT + 1000, GONE_AT + 1000 + sounds_find("where_1")->length_ms);
    assert_bed(2, near_ms + sounds_find("near_bear_1")->length_ms, 128, 400);
    assert_bed(3, BACK - CUE_MS, 64, 120);
    int last = 3;
    while (bed_request(last + 1)) {
        last++;
    }
    assert_int_equal(bed_request(last)->request.volume, 0);
    assert_int_equal(bed_request(last)->request.fade_ms, 250);
    assert_in_range(bed_request(last)->at_ms + 250, BACK - 60, BACK - 20);
}

static void test_a_return_that_comes_early_cuts_the_bed_short(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(8000, TOUCH_OPENS);
    const struct touch cover[] = {{1000 + GONE + 3000, .5f, .5f, HIT_PLACE}, none[0]};
    perform(&plan, 1000, 1000 + GONE + 4000, cover, "");
    int back_ms = nth("stock/reveal_", 0)->at_ms;
    assert_in_range(back_ms, 1000 + GONE + 3000, 1000 + GONE + 3000 + 2 * FRAME_MS);
    assert_bed(2, back_ms, 0, 120);
    assert_int_equal(times("stock/near_"), 0); // no voice that would be cut at once
    assert_int_equal(times("stock/return_"), 0);
}

// ---- touches

static int count_touches(int from_ms, int to_ms)
{
    int count = 0;
    for (int i = 0; i < times("stock/touch_"); i++) {
        int at_ms = nth("stock/touch_", i)->at_ms;
        count += at_ms >= from_ms && at_ms < to_ms;
    }
    return count;
}

static void slap(float y, enum stage_hit hit, int from_ms, int every_ms, int count)
{
    for (int i = 0; i < count; i++) {
        self.now_ms = from_ms + i * every_ms;
        soundtrack_touch(self.soundtrack, .5f, y, hit, self.now_ms);
        soundtrack_frame(self.soundtrack, self.now_ms);
    }
}

static void
test_three_touches_sound_at_once_each_softer_and_the_rest_are_answered_by_the_picture(void **state)
{
    (void)state;
    listen_from(1);
    soundtrack_cue(self.soundtrack, &(struct cue){CUE_PHASE, PHASE_AWAY}, 8000, 600);
    slap(.5f, HIT_ELSEWHERE, 1000, 50, 10);
    assert_int_equal(times("stock/touch_"), 3);
    assert_int_equal(self.asked[0].request.volume, 128);
    assert_int_equal(self.asked[1].request.volume, 64);
    assert_int_equal(self.asked[2].request.volume, 45);
    slap(.5f, HIT_ELSEWHERE, 2000, 50, 200);
    assert_true(count_touches(2000, 12000) <= 51); // five a second, and one to begin with
    assert_true(count_touches(2000, 12000) >= 30);
}

static void test_touches_are_softer_when_nobody_is_away(void **state)
{
    (void)state;
    listen_from(1);
    soundtrack_cue(self.soundtrack, &(struct cue){CUE_PHASE, PHASE_CUE}, 8000, 600);
    int before = self.asked_count;
    slap(.5f, HIT_ELSEWHERE, 1000, 50, 3);
    assert_int_equal(self.asked[before].request.volume, 64);
    assert_int_equal(self.asked[before + 2].request.volume, 23);
}

static void test_low_touches_are_low_high_ones_high_and_no_note_comes_twice_within_400_ms(void **state)
{
    (void)state;
    struct notes touches = {0};
    assert_int_equal(notes_take(&touches, 1, 1000), 0);
    assert_int_equal(notes_take(&touches, 0, 1000), 7);
    assert_int_equal(notes_take(&touches, 1, 1399), 1);
    assert_int_equal(notes_take(&touches, 0, 1399), 6);
    assert_int_equal(notes_take(&touches, 1, 1400), 0);
    assert_int_equal(notes_take(&touches, 2, 2000), 0);
    assert_int_equal(notes_take(&touches, -1, 2000), 7);
}

static void test_whoever_is_touched_behind_the_cover_stirs_and_answers_when_there_is_time(void **state)
{
    (void)state;
    listen_from(1);
    enum { T = 1000, TOUCHED = T + GONE + 200 };
    struct plan plan = rules_even_plan(8000, TOUCH_ANSWERS);
    plan.bridged = false;
    const struct touch cover[] = {{TOUCHED, .5f, .5f, HIT_PLACE}, none[0]};
    perform(&plan, T, TOUCHED + 1000, cover, "");
    assert_heard("stock/rustle_", 0, "place", TOUCHED);
    assert_heard("stock/near_bear_1", 0, "away", TOUCHED + 40);
    stop_listening(NULL);
    listen_from(1);
    plan = rules_even_plan(2600, TOUCH_ANSWERS);
    plan.bridged = false;
    const struct touch late[] = {{T + GONE + 1000, .5f, .5f, HIT_PLACE}, none[0]};
    perform(&plan, T, T + GONE + 2600, late, "");
    assert_int_equal(times("stock/rustle_"), 1);
    assert_int_equal(times("stock/near_"), 0);
}

static void test_a_friend_giggles_only_in_joy_and_not_too_often(void **state)
{
    (void)state;
    listen_from(1);
    slap(.5f, HIT_FRIEND, 600, 100, 10);
    assert_int_equal(times("stock/giggle_"), 0);
    soundtrack_cue(self.soundtrack, &(struct cue){CUE_PHASE, PHASE_JOY}, 8000, 2000);
    slap(.5f, HIT_FRIEND, 2000, 100, 36);
    assert_int_equal(times("stock/giggle_"), 3);
    assert_true(nth("stock/giggle_", 1)->at_ms - nth("stock/giggle_", 0)->at_ms >= 1200);
    assert_int_equal(times("stock/rustle_"), 0);
}

// ---- upset, held, good night

static void test_an_upset_opens_the_place_at_once_and_brings_comfort_and_neither_bells_nor_joy(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(8000, TOUCH_OPENS);
    enum { T = 1000, FUSS = T + GONE + 2000 };
    perform(&plan, T, FUSS + 6000, none, "fuss 8400");
    assert_int_equal(FUSS, 8400);
    assert_heard("stock/curtain_open_1", 0, "place", FUSS);
    assert_heard("stock/comfort_", 0, "comfort", FUSS + 300);
    assert_int_equal(times("stock/reveal_") + times("stock/joy_") + times("stock/return_"), 0);
}

static void test_a_cry_that_was_only_heard_has_its_return_as_any(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(8000, TOUCH_OPENS);
    perform(&plan, 1000, 15000, none, "soft 8400");
    assert_heard("stock/reveal_", 0, "return", 8400);
    assert_heard("stock/curtain_open_1", 0, "place", 8400);
    assert_true(times("stock/joy_") > 0);
    assert_int_equal(times("stock/comfort_"), 0);
}

static void test_a_pause_fades_all_and_forgets_what_was_to_come(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(8000, TOUCH_OPENS);
    enum { PAUSE = 1000 + GONE + 2000 };
    perform(&plan, 1000, PAUSE + 4000, none, "pause 8400 resume 900000");
    assert_int_equal(PAUSE, 8400);
    assert_int_equal(self.asked[self.asked_count - 1].request.kind, MIXER_ASKED_SILENCE);
    assert_int_equal(self.asked[self.asked_count - 1].at_ms, PAUSE);
    assert_true(nth("", self.count - 1)->at_ms < PAUSE);
    assert_int_equal(soundtrack_next_ms(self.soundtrack, PAUSE + 4000), INT_MAX);
}

static void test_a_pause_in_the_greeting_leaves_out_the_rest_of_it(void **state)
{
    (void)state;
    listen_from(1);
    struct plan plan = rules_even_plan(8000, TOUCH_OPENS);
    perform(&plan, 1000, 8000, none, "pause 2000 resume 900000");
    assert_int_equal(times("stock/hello_"), 1);
    assert_int_equal(times("stock/me_"), 0);
}

static void test_good_night_is_followed_by_the_sleep_tune_once(void **state)
{
    (void)state;
    listen_from(1);
    const int length_ms = sounds_find("goodnight_1")->length_ms;
    self.now_ms = 5000;
    soundtrack_cue(self.soundtrack, &(struct cue){CUE_PHASE, PHASE_RITUAL}, 0, 5000);
    for (self.now_ms = 5000; self.now_ms <= 60000; self.now_ms += FRAME_MS) {
        if (self.now_ms == 14000) {
            soundtrack_still(self.soundtrack, self.now_ms);
        }
        soundtrack_frame(self.soundtrack, self.now_ms);
    }
    assert_heard("stock/goodnight_1", 0, "good-night", 5000);
    assert_heard("stock/sleep_1", 0, "good-night", 5000 + length_ms);
    assert_int_equal(times("stock/sleep_1"), 1);
}

// ---- a loop that sleeps

static void test_a_loop_that_sleeps_as_long_as_it_is_told_hears_the_same(void **state)
{
    (void)state;
    static struct listener awake;
    for (int sleepy = 0; sleepy < 2; sleepy++) {
        listen_from(5);
        soundtrack_cue(self.soundtrack, &(struct cue){CUE_BACK, BACK_TIME}, 4000, 1000);
        for (self.now_ms = 1000; self.now_ms < 9000;) {
            soundtrack_frame(self.soundtrack, self.now_ms);
            int next_ms = soundtrack_next_ms(self.soundtrack, self.now_ms);
            assert_true(next_ms > 0);
            self.now_ms += sleepy ? (next_ms < 1000 ? next_ms : 1000) : 1;
        }
        if (!sleepy) {
            awake = self;
            stop_listening(NULL);
        }
    }
    assert_int_equal(self.count, awake.count);
    assert_memory_equal(self.heard, awake.heard, sizeof awake.heard);
    assert_int_equal(nth("stock/joy_", 0)->at_ms, 1000 + JOY_AT);
}

#define SESSION_TEST(name) cmocka_unit_test_teardown(name, stop_listening)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SESSION_TEST(test_a_round_is_heard_in_the_order_and_at_the_times_of_the_guide),
        SESSION_TEST(test_right_after_launch_half_a_second_is_silent),
        SESSION_TEST(test_a_friend_comes_from_where_it_stands_and_tunes_from_the_middle),
        SESSION_TEST(test_the_moon_sings_as_the_teddy_and_a_photo_without_a_voice_hums),
        SESSION_TEST(test_variants_take_turns_but_goodbye_the_cue_and_the_bed_are_always_the_same),
        SESSION_TEST(test_another_seed_has_another_bed_and_the_same_seed_the_same_session),
        SESSION_TEST(test_nobody_waits_in_silence_for_more_than_4_s_however_long_the_away),
        SESSION_TEST(test_a_level_without_sound_while_away_has_no_bed_and_no_voice),
        SESSION_TEST(test_where_somebody_listens_there_is_no_bed_and_all_else_is_as_ever),
        SESSION_TEST(test_the_bed_makes_room_for_a_tune_and_is_gone_at_the_reveal),
        SESSION_TEST(test_a_return_that_comes_early_cuts_the_bed_short),
        SESSION_TEST(test_three_touches_sound_at_once_each_softer_and_the_rest_are_answered_by_the_picture),
        SESSION_TEST(test_touches_are_softer_when_nobody_is_away),
        cmocka_unit_test(test_low_touches_are_low_high_ones_high_and_no_note_comes_twice_within_400_ms),
        SESSION_TEST(test_whoever_is_touched_behind_the_cover_stirs_and_answers_when_there_is_time),
        SESSION_TEST(test_a_friend_giggles_only_in_joy_and_not_too_often),
        SESSION_TEST(test_an_upset_opens_the_place_at_once_and_brings_comfort_and_neither_bells_nor_joy),
        SESSION_TEST(test_a_cry_that_was_only_heard_has_its_return_as_any),
        SESSION_TEST(test_a_pause_fades_all_and_forgets_what_was_to_come),
        SESSION_TEST(test_a_pause_in_the_greeting_leaves_out_the_rest_of_it),
        SESSION_TEST(test_good_night_is_followed_by_the_sleep_tune_once),
        SESSION_TEST(test_a_loop_that_sleeps_as_long_as_it_is_told_hears_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
