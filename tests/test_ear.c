// The listening in play, with an invented hint in the place of the real one: it knows each sample by its
// time, and cries when the test says. The microphone and the loudspeaker are files (SDL's disk driver).
#include "ear_room.h"

#include <SDL.h>

#include "core/cry.h"
#include "core/cry_thin.h"
#include "platform/replay.h"

enum { TIMES = 120000, TAIL_MS = 300, FRAME_MS = 17, CRY_LEAST_SAMPLES = 1750 * CRY_RATE / 1000 };

// ---- the invented hint

static struct hint {
    bool heard[TIMES]; // ms of the program's clock
    int count;         // samples that were heard since the last `gone`
    int soft_at, hard_at;
    int soft_ms; // when it said so
    int starts, gaps, passed_ms;
} hint;

void cry_start(struct cry *cry)
{
    (void)cry;
    hint.starts++;
}

void cry_gap(struct cry *cry, int passed_ms)
{
    (void)cry;
    assert_true(passed_ms >= 0);
    hint.gaps++;
    hint.passed_ms = passed_ms;
}

enum cry_level cry_hear(struct cry *cry, const int16_t *samples, int count)
{
    (void)cry;
    enum cry_level level = CRY_NOTHING;
    for (int i = 0; i < count; i++) {
        const int now_ms = app.ear->opened_ms + samples[i];
        assert_in_range(now_ms, 0, TIMES - 1);
        hint.heard[now_ms] = true;
        hint.count++;
        level = hint.count == hint.soft_at ? CRY_SOFT : hint.count == hint.hard_at ? CRY_HARD : level;
    }
    hint.soft_ms = level == CRY_NOTHING ? hint.soft_ms : app.now_ms;
    return level;
}

float cry_score(const struct cry *cry)
{
    (void)cry;
    return CRY_UNKNOWN;
}

void cry_thin_start(struct cry_thin *thin)
{
    thin->at = 0;
}

int cry_thin(struct cry_thin *thin, const int16_t *samples, int count, int16_t *out)
{
    int written = 0;
    for (int i = 0; i < count; i++) {
        if (thin->at++ % 3 == 0) {
            out[written++] = samples[i];
        }
    }
    return written;
}

// ---- a room

static int16_t its_time(int i)
{
    return (int16_t)(i / EAR_RATE);
}

static int set_up(void **state)
{
    hint = (struct hint){.soft_at = -1, .hard_at = -1};
    int wrong = make_studio(state);
    ear_write_level("5.0", "10.0", "answers");
    ear_room(its_time);
    return wrong;
}

static bool heard_between(int from_ms, int to_ms)
{
    bool any = false;
    for (int ms = from_ms; ms < to_ms; ms++) {
        any = any || hint.heard[ms];
    }
    return any;
}

// ---- when it is open

static char *trace_of(bool listens, int until_ms)
{
    ear_play(listens, 0);
    ear_until(until_ms);
    app_close(&app);
    app = (struct app){0};
    return ear_told();
}

static bool is_open(void)
{
    return ear_is_open(&app);
}

static void test_switched_off_it_is_never_opened(void **state)
{
    (void)state;
    ear_play(false, 0);
    while (app.scene == &scene_play && app.now_ms < 60000) {
        frames(1);
        assert_null(app.ear);
    }
    assert_int_equal(hint.starts, 0);
    assert_true(ear_lines("stock/bed_") >= 3);
}

static void test_it_is_open_while_somebody_is_away_and_at_no_other_time(void **state)
{
    (void)state;
    ear_play(true, 0);
    while (app.now_ms < 62000) {
        frames(1);
        assert_int_equal(is_open(), app.play.session.gone);
    }
    assert_int_equal(hint.starts, 1);
    assert_true(hint.gaps >= 3);
    assert_true(heard_between(0, TIMES));
    assert_int_equal(ear_lines("\"event\":\"gone\""), ear_lines("\"event\":\"back\""));
    assert_int_equal(ear_lines("stock/bed_"), 0);
    assert_true(ear_lines("stock/near_cat") >= 3);
}

// The cue would come before anything can be heard.
static void test_in_an_away_that_is_too_short_nothing_is_opened_and_all_is_as_ever(void **state)
{
    (void)state;
    ear_write_level("3.1", "3.1", "answers");
    char *without = trace_of(false, 30000);
    ear_play(true, 0);
    while (app.now_ms < 30000) {
        frames(1);
        assert_false(is_open());
    }
    app_close(&app);
    app = (struct app){0};
    char *with = ear_told();
    assert_string_equal(with, without);
    assert_true(ear_lines("stock/bed_") >= 2);
    free(with);
    free(without);
    ear_write_level("3.2", "3.2", "answers");
    hint.soft_at = CRY_LEAST_SAMPLES;
    ear_play(true, 0);
    ear_until_gone();
    ear_until_back();
    assert_int_equal(ear_lines("\"why\":\"cry\""), 1);
}

static void hide(void)
{
    app_event(&app, &(struct event){.kind = EVENT_HIDE});
}

static void open_the_card(void)
{
    app.play.pending.pause = true;
    frames(1);
}

static void ask_the_gate(void)
{
    app_go(&app, &scene_gate);
    frames(1);
}

static void end_the_program(void)
{
    app_end(&app);
}

static void test_whatever_ends_the_away_closes_it_at_once(void **state)
{
    (void)state;
    void (*const ways[])(void) = {hide, open_the_card, ask_the_gate, end_the_program};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        ear_play(true, 0);
        ear_until_gone();
        frames(30);
        assert_true(is_open());
        ways[i]();
        assert_false(is_open());
        app_close(&app);
        assert_true(microphone_all_let_go(0));
    }
    app = (struct app){0};
}

// ---- what it listens to

static const int16_t *played(size_t *frame_count)
{
    size_t length = 0;
    char *bytes = files_read(ear_out, &length);
    assert_non_null(bytes);
    *frame_count = length / 4;
    return (const int16_t *)(const void *)bytes;
}

// The game is still at what is heard, and has been for a while.
static void check_that_it_was_still(const int16_t *out, size_t frame_count, int ms)
{
    const int from_ms = ms > TAIL_MS ? ms - TAIL_MS + FRAME_MS : 0; // it was looked at once a frame
    for (size_t i = (size_t)from_ms * EAR_RATE; i < (size_t)ms * EAR_RATE && i < frame_count; i++) {
        if (out[2 * i] != 0 || out[2 * i + 1] != 0) {
            fail_msg("%d ms is heard, and at %zu the game sounds", ms, i / EAR_RATE);
        }
    }
}

static void touch_now_and_then(void)
{
    const struct event down = {.kind = EVENT_DOWN, .finger = 1, .x = .1f, .y = .1f};
    const struct event up = {.kind = EVENT_UP, .finger = 1};
    if (app.frames % 430 == 0) {
        app_event(&app, &down);
        app_event(&app, &up);
    }
}

static void test_the_game_itself_is_not_listened_to_nor_the_third_of_a_second_behind(void **state)
{
    (void)state;
    ear_play(true, 2); // the longest is 10 s
    while (app.now_ms < 62000) {
        touch_now_and_then();
        frames(1);
    }
    assert_true(ear_lines("stock/near_cat") >= 2 && ear_lines("stock/touch_") >= 4);
    app_close(&app);
    app = (struct app){0};
    size_t frame_count;
    const int16_t *out = played(&frame_count);
    int heard_ms = 0;
    for (int ms = 0; ms < 62000; ms++) {
        heard_ms += hint.heard[ms];
        if (hint.heard[ms]) {
            check_that_it_was_still(out, frame_count, ms);
        }
    }
    free((void *)out);
    assert_true(heard_ms > 8000);
}

// A gap tells how long nothing was heard, and windows are whole: what is heard has no holes between gaps.
static void test_before_the_first_voice_there_is_enough_to_hear_a_cry_in(void **state)
{
    (void)state;
    ear_play(true, 0);
    ear_until_gone();
    ear_until_back();
    int longest_ms = 0, run_ms = 0;
    for (int ms = GONE_MS; ms < GONE_MS + 5000; ms++) {
        run_ms = hint.heard[ms] ? run_ms + 1 : 0;
        longest_ms = run_ms > longest_ms ? run_ms : longest_ms;
    }
    assert_true(longest_ms >= CRY_WINDOW_LEAST_MS + (CRY_RUN - 1) * CRY_STEP_MS);
}

// ---- what comes of it

static void test_the_soft_level_brings_back_in_the_same_frame_and_is_no_upset(void **state)
{
    (void)state;
    hint.soft_at = CRY_RATE;
    ear_play(true, 0);
    ear_until_gone();
    ear_until_back();
    assert_int_equal(ear_when("\"event\":\"back\""), hint.soft_ms);
    assert_int_equal(ear_lines("\"why\":\"cry\""), 1);
    assert_true(ear_when("\"event\":\"back\"") < GONE_MS + 3000);
    assert_false(is_open());
    ear_until(app.now_ms + 7000);
    assert_int_equal(ear_lines("\"event\":\"upset\""), 0);
    assert_int_equal(ear_lines("\"phase\":\"comfort\""), 0);
    assert_int_equal(ear_lines("stock/reveal_"), 1);
}

static void test_the_hard_level_is_an_upset(void **state)
{
    (void)state;
    hint.hard_at = CRY_RATE;
    ear_play(true, 0);
    ear_until_gone();
    ear_until_back();
    frames(1);
    assert_int_equal(ear_when("\"sign\":\"cry\""), hint.soft_ms);
    assert_int_equal(ear_when("\"why\":\"cry\""), hint.soft_ms);
    assert_int_equal(ear_lines("\"phase\":\"comfort\""), 1);
}

static void test_whatever_is_heard_no_away_is_longer_and_everybody_is_back(void **state)
{
    (void)state;
    for (int soft_at = CRY_RATE / 4; soft_at <= 4 * CRY_RATE; soft_at *= 4) {
        hint.soft_at = soft_at;
        hint.hard_at = 0;
        ear_play(true, 1);
        int gone_ms = -1;
        while (app.now_ms < 45000) {
            const bool was = app.play.session.gone;
            frames(1);
            const bool is = app.play.session.gone;
            hint.count = is && !was ? 0 : hint.count;
            gone_ms = is && !was ? app.now_ms : gone_ms;
            assert_true(!is || app.now_ms - gone_ms <= app.play.session.away_ms);
        }
        app_close(&app);
        assert_int_equal(ear_lines("\"event\":\"gone\""), ear_lines("\"event\":\"back\""));
    }
    app = (struct app){0};
}

// The trace of a game, recorded.
static char *recorded_as(const char *path, int until_ms)
{
    ear_play(true, 0);
    app.recording = recording_open(path);
    ear_until(until_ms);
    app_close(&app);
    app = (struct app){0};
    return ear_told();
}

static void test_what_was_heard_is_recorded_as_a_replay_of_it(void **state)
{
    (void)state;
    hint.soft_at = CRY_RATE;
    char path[300], reason[300];
    snprintf(path, sizeof path, "%s", inside("hands.replay"));
    free(recorded_as(path, GONE_MS + 5000));
    struct replay *replay = replay_open(path, reason, sizeof reason);
    struct event event;
    assert_non_null(replay);
    assert_true(replay_poll(replay, hint.soft_ms, &event));
    assert_int_equal(event.kind, EVENT_CRY_SOFT);
    replay_free(replay);
}

// It cries on in the room, and only the replay is heard.
static void test_a_replay_of_it_is_the_same_game_and_opens_no_microphone(void **state)
{
    (void)state;
    char path[300];
    snprintf(path, sizeof path, "%s", inside("hands.replay"));
    hint.soft_at = 2 * CRY_RATE;
    char *recorded = recorded_as(path, 40000);
    assert_non_null(strstr(recorded, "\"why\":\"cry\""));
    assert_non_null(strstr(recorded, "stock/near_cat"));
    hint = (struct hint){.soft_at = CRY_RATE / 2, .hard_at = CRY_RATE};
    ear_replay = path;
    char *replayed = trace_of(true, 40000);
    ear_replay = NULL;
    assert_string_equal(replayed, recorded);
    assert_int_equal(hint.count, 0);
    free(recorded);
    free(replayed);
}

// ---- troubles

static void test_without_a_microphone_all_is_as_if_nobody_had_listened(void **state)
{
    (void)state;
    assert_int_equal(remove(inside("in.raw")), 0);
    char *with = trace_of(true, 40000), *without = trace_of(false, 40000);
    assert_string_equal(with, without);
    free(with);
    free(without);
}

static void test_without_one_it_is_tried_once_a_session_and_remembered(void **state)
{
    (void)state;
    assert_int_equal(remove(inside("in.raw")), 0);
    ear_play(true, 0);
    ear_until_gone();
    frames(10);
    assert_false(is_open());
    assert_int_equal(ear_failure(&app), MICROPHONE_NONE);
    ear_room(its_time);
    ear_until_back();
    ear_until_gone();
    frames(10);
    assert_false(is_open()); // not again in this session
    app_go(&app, &scene_home);
    frames(2);
    app_go(&app, &scene_play);
    frames(2);
    assert_int_equal(ear_failure(&app), MICROPHONE_OPENING);
    ear_until_gone();
    assert_true(is_open());
}

// Somebody may have muted it, and think better of it.
static int16_t zeros_at_first(int i)
{
    return (int16_t)(i / EAR_RATE < 2500 ? 0 : i / EAR_RATE);
}

static void test_one_that_gives_only_zeros_is_no_ear_until_it_gives_more(void **state)
{
    (void)state;
    ear_room(zeros_at_first);
    ear_play(true, 0);
    ear_until(GONE_MS + 1000);
    assert_true(is_open() && app.ear->mark.on);
    ear_until(GONE_MS + 2000);
    assert_true(is_open());
    assert_false(app.ear->mark.on);
    assert_int_equal(ear_failure(&app), MICROPHONE_DEAD);
    ear_until(GONE_MS + 2600);
    assert_true(is_open() && app.ear->mark.on);
    assert_int_equal(ear_failure(&app), MICROPHONE_OPENING);
    ear_until_back();
    assert_true(heard_between(GONE_MS + 2500, GONE_MS + 2640));
}

// What happened and when, but for sounds.
static void without_sounds(char *told)
{
    char *to = told;
    for (char *line = told, *next; *line; line = next) {
        next = strchr(line, '\n') + 1;
        if (strncmp(strchr(line, ','), ",\"event\":\"sound\"", 16) != 0) {
            memmove(to, line, (size_t)(next - line));
            to += next - line;
        }
    }
    *to = '\0';
}

// SDL says which of its devices went, and nobody knows by which number it goes.
static void unplug(void)
{
    for (Uint32 which = 1; which < 8; which++) {
        SDL_Event event = {.adevice = {.type = SDL_AUDIODEVICEREMOVED, .which = which, .iscapture = 1}};
        assert_int_equal(SDL_PushEvent(&event), 1);
    }
}

static void test_one_that_is_unplugged_in_the_middle_changes_no_round(void **state)
{
    (void)state;
    char *without = trace_of(false, 40000);
    ear_play(true, 0);
    ear_until_gone();
    frames(60);
    assert_true(is_open());
    assert_int_equal(remove(inside("in.raw")), 0);
    unplug();
    frames(2);
    assert_false(is_open());
    assert_int_equal(ear_failure(&app), MICROPHONE_GONE);
    ear_until(40000);
    app_close(&app);
    app = (struct app){0};
    char *with = ear_told();
    without_sounds(with);
    without_sounds(without);
    assert_string_equal(with, without);
    free(with);
    free(without);
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, set_up, leave_studio)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_ROOM(test_switched_off_it_is_never_opened),
        IN_A_ROOM(test_it_is_open_while_somebody_is_away_and_at_no_other_time),
        IN_A_ROOM(test_in_an_away_that_is_too_short_nothing_is_opened_and_all_is_as_ever),
        IN_A_ROOM(test_whatever_ends_the_away_closes_it_at_once),
        IN_A_ROOM(test_the_game_itself_is_not_listened_to_nor_the_third_of_a_second_behind),
        IN_A_ROOM(test_before_the_first_voice_there_is_enough_to_hear_a_cry_in),
        IN_A_ROOM(test_the_soft_level_brings_back_in_the_same_frame_and_is_no_upset),
        IN_A_ROOM(test_the_hard_level_is_an_upset),
        IN_A_ROOM(test_whatever_is_heard_no_away_is_longer_and_everybody_is_back),
        IN_A_ROOM(test_what_was_heard_is_recorded_as_a_replay_of_it),
        IN_A_ROOM(test_a_replay_of_it_is_the_same_game_and_opens_no_microphone),
        IN_A_ROOM(test_without_a_microphone_all_is_as_if_nobody_had_listened),
        IN_A_ROOM(test_without_one_it_is_tried_once_a_session_and_remembered),
        IN_A_ROOM(test_one_that_gives_only_zeros_is_no_ear_until_it_gives_more),
        IN_A_ROOM(test_one_that_is_unplugged_in_the_middle_changes_no_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
