// The game on clocks that jump: a tablet that slept, a calendar that was set while somebody is away, one that
// stands at the ends of its range. This program stands in the place of platform/clock.c and loop.c: both
// clocks are its own.
#include "corner_app.h"

#include "platform/loop.h"
#include "platform/trace.h"
#define REASON_SIZE FACTS_REASON_SIZE // the family's folder has one too
#include "replays/facts.h"
#undef REASON_SIZE
#include "replays/outside.h"
#include "scenes/resting.h"
#include "store/dates.h"
#include "store/sessions.h"
#include "store/settings.h"

enum { FRAME_MS = 100, A_SECOND = 1000, AN_HOUR_MS = 3600000, THREE_DAYS_MS = 72 * AN_HOUR_MS };

static struct {
    int64_t ms, utc;
} clocks;

int clock_ms(void)
{
    return (int)clocks.ms;
}

int64_t clock_utc(void)
{
    return clocks.utc;
}

void clock_again(void)
{
    clocks.ms = 0;
}

void loop_rest(int wait_ms)
{
    (void)wait_ms;
}

void loop_run(bool (*frame)(void *context), void (*ended)(void *context), void *context)
{
    (void)frame, (void)ended, (void)context;
}

bool loop_keeps_picture(void)
{
    return true;
}

// ---- the calendar's corners, UTC seconds

static const int64_t calendars[] = {
    0,            // 1970, a tablet whose battery was empty
    59,           //
    946684799,    // the last second of 1999
    NOW,          // 2025
    2147483647,   // 2038-01-19 03:14:07: 31 bits are full
    2147483648,   //
    2177452800,   // 2039
    4294967295,   // 2106-02-07: 32 bits are full
    4294967296,   //
    253402300799, // the last second of 9999
    253402300800, //
};
enum { CALENDARS = sizeof calendars / sizeof *calendars };

// ---- a game in real time

static char trace_path[64];

static void begin_in(const char *screen, int64_t utc, bool virtual_time)
{
    static struct options options;
    snprintf(trace_path, sizeof trace_path, "%s/trace", folder);
    options = (struct options){.w = 320,
                               .h = 200,
                               .data = folder,
                               .screen = screen,
                               .step = 6,
                               .age_months = 30,
                               .seeded = true,
                               .seed = 1,
                               .trace = trace_path,
                               .virtual_time = virtual_time,
                               .stop_after_ms = -1};
    clocks.ms = 0;
    clocks.utc = utc;
    assert_true(app_open(&app, &options));
}

static void pass(int64_t ms)
{
    clocks.ms += ms;
    clocks.utc += ms / 1000;
    assert_true(app_frame(&app));
}

static bool plays(void)
{
    return app.scene == &scene_play;
}

// The first friend has been loaded, and says hello.
static void begin_to_play(int64_t utc)
{
    begin_in("play", utc, false);
    while (!app.play.started) { // by a thread of its own
        usleep(2000);
        pass(TICK_MS);
    }
}

static const struct session *session(void)
{
    return &app.play.session;
}

// Ends the program. The caller frees its trace.
static char *end_of_program(void)
{
    app_end(&app);
    clocks.ms += FRAME_MS;
    assert_false(app_frame(&app));
    app_close(&app);
    app = (struct app){0};
    char *trace = outside_read(trace_path, NULL);
    assert_non_null(trace);
    return trace;
}

// The promise was kept; and what else is to be so.
static char *end_well(const char *sentence)
{
    struct facts facts;
    char reason[FACTS_REASON_SIZE] = "", *trace = end_of_program();
    if (!facts_read(&facts, trace, reason) || !facts_promise(&facts, reason) ||
        !facts_say(&facts, sentence, reason)) {
        fail_msg("%s\n%s", reason, trace);
    }
    facts_free(&facts);
    return trace;
}

// Whoever went was back; how long that took is told by the clock, on which the sleep counts.
static void end_slept(const char *sentence)
{
    struct facts facts;
    char reason[FACTS_REASON_SIZE] = "", *trace = end_of_program();
    assert_true(facts_read(&facts, trace, reason));
    int away = 0;
    for (int i = 0; i < facts.count; i++) {
        away += strcmp(facts.items[i].event, "gone") == 0;
        away -= strcmp(facts.items[i].event, "back") == 0;
        assert_in_range(away, 0, 1);
    }
    assert_int_equal(away, 0);
    if (!facts_say(&facts, "1 end", reason) || !facts_say(&facts, sentence, reason)) {
        fail_msg("%s\n%s", reason, trace);
    }
    facts_free(&facts);
    free(trace);
}

// ---- sleep: a frame of any length

// Whoever is gone when it begins is there when it is over, in the very frame that woke.
static void sleep_while_away(int64_t ms, int frames_gone)
{
    begin_to_play(NOW);
    while (!session()->gone) {
        pass(FRAME_MS);
    }
    for (int i = 0; i < frames_gone && session()->gone; i++) {
        pass(FRAME_MS);
    }
    assert_true(session()->gone);
    pass(ms);
    assert_false(session()->gone);
    int frames_left = 400 * A_SECOND / FRAME_MS; // and the game comes to its end
    while (plays() && frames_left-- > 0) {
        pass(FRAME_MS);
    }
    assert_false(plays());
    end_slept("1 back why=pause");
}

static void test_a_tablet_that_slept_while_somebody_was_away_wakes_to_a_friend(void **state)
{
    (void)state;
    static const int64_t slept[] = {2 * A_SECOND, 10 * A_SECOND, 61 * A_SECOND, AN_HOUR_MS, THREE_DAYS_MS};
    for (size_t i = 0; i < sizeof slept / sizeof *slept; i++) {
        sleep_while_away(slept[i], (int)i * 4);
    }
}

static void test_a_game_that_sleeps_again_and_again_ends_all_the_same(void **state)
{
    (void)state;
    begin_to_play(NOW);
    int sleeps = 0;
    while (plays() && sleeps < 2000) {
        const bool sleep = sleeps % 59 == 19 || sleeps % 59 == 58;
        pass(sleep ? 10 * A_SECOND : 350);
        assert_true(!sleep || !session()->gone);
        sleeps++;
    }
    assert_false(plays());
    end_slept("some back why=pause");
}

static void test_a_sleep_of_an_hour_ends_the_game_with_the_ritual(void **state)
{
    (void)state;
    begin_to_play(NOW);
    pass(AN_HOUR_MS); // in the first greeting: nobody was hidden
    while (plays()) {
        pass(FRAME_MS);
    }
    end_slept("no gone");
}

// A frame of up to a second is play, however long it took to draw: nobody is away for longer.
static void test_a_busy_machine_never_makes_an_away_longer(void **state)
{
    (void)state;
    static const int frames_ms[] = {100, 333, 999};
    for (size_t i = 0; i < sizeof frames_ms / sizeof *frames_ms; i++) {
        begin_to_play(NOW);
        while (plays()) {
            pass(frames_ms[i]);
            assert_true(!session()->gone || session()->gone_ms < session()->away_ms);
        }
        end_slept("no back why=pause");
    }
}

// ---- a tablet that is never switched off

static void come_to_the_still_screen(void)
{
    begin_to_play(NOW);
    app.options.trace = NULL; // whose times go on for ever
    trace_free(app.trace);
    app.trace = NULL;
    while (plays()) {
        pass(FRAME_MS);
    }
}

static void stay_for_a_month(void)
{
    for (int hour = 0; hour < 31 * 24; hour++) {
        pass(AN_HOUR_MS);
        pass(FRAME_MS);
        assert_in_range(app.now_ms, 0, 11 * 24 * AN_HOUR_MS);
    }
    assert_ptr_equal(app.scene, &scene_good_night);
    assert_int_equal(sessions_since(app.family, 0), 1);
}

static void play_once_more(void)
{
    app_go(&app, &scene_play);
    pass(FRAME_MS);
    while (plays()) {
        pass(FRAME_MS);
    }
    assert_int_equal(sessions_since(app.family, 0), 2);
    app_close(&app);
    app = (struct app){0};
}

// A month of a still screen; at the end of 31 bits of milliseconds it would be mute, and worse.
static void test_a_program_that_runs_for_a_month_plays_as_on_its_first_day(void **state)
{
    (void)state;
    come_to_the_still_screen();
    stay_for_a_month();
    play_once_more();
}

static void test_so_does_one_that_was_hidden_for_a_month(void **state)
{
    (void)state;
    come_to_the_still_screen();
    app_event(&app, &(struct event){.kind = EVENT_HIDE});
    stay_for_a_month();
    assert_true(app.hidden); // nobody has brought it back
    app_event(&app, &(struct event){.kind = EVENT_SHOW});
    assert_false(app.hidden);
    play_once_more();
}

// ---- the calendar is set in the middle of a game

static char *play_through(bool jumping)
{
    begin_in("play", NOW, true); // each run is the same
    for (int frame = 0; plays(); frame++) {
        if (jumping) {
            clocks.utc = calendars[frame % CALENDARS];
        }
        assert_true(app_frame(&app));
    }
    return end_well("1 end");
}

static void test_a_calendar_that_jumps_at_every_frame_changes_nothing(void **state)
{
    (void)state;
    char *even = play_through(false);
    assert_int_equal(remove(inside("family.db")), 0);
    char *jumping = play_through(true);
    assert_string_equal(even, jumping);
    free(even);
    free(jumping);
}

static void play_from_to(int64_t from, int64_t to)
{
    struct session_note note;
    begin_to_play(from);
    for (int frame = 0; plays(); frame++) {
        if (frame == 100) {
            clocks.utc = to;
        }
        pass(FRAME_MS);
    }
    assert_true(session_last(app.family, &note));
    assert_true(note.ended >= note.began && note.began == from);
    assert_int_equal(note.calm, session()->calm);
    assert_true(resting_until(&app) <= clocks.utc + REST_MOST_S); // the three hours are three hours
    free(end_well("1 end"));
}

static void test_a_game_over_which_the_calendar_was_set_is_kept_and_rests_three_hours_at_most(void **state)
{
    (void)state;
    play_from_to(0, NOW);
    play_from_to(NOW, 0);
    play_from_to(NOW, 253402300799);
    play_from_to(2147483640, 2147483641); // 2038 comes in the middle of it
}

// ---- the days between two games

static const char a_level[] = "first_peekaboo";

static void kept_at(int64_t utc, int step)
{
    struct family *family = opened();
    struct ladder before = {0};
    const struct ladder next = {.step = step, .played = utc};
    family_ladder(family, a_level, &before);
    const struct session_record record = {.level = a_level,
                                          .began = utc > 200 ? utc - 200 : 0,
                                          .step = step,
                                          .own_away_ms = 2000,
                                          .longest_calm_ms = 2000,
                                          .calm = 6,
                                          .why = END_DONE,
                                          .rungs = {1000, 1250, 5000},
                                          .outcome = {.own_lasted = true, .finished = true},
                                          .before = before};
    assert_true(family_keep_session(family, &record, &next));
    assert_true(family_set_text(family, "level", a_level));
    family_close(family);
}

// Whatever the calendar said then and says now, today is never longer than the last time, and the rest is
// over in time.
static void test_the_days_since_a_game_never_make_today_longer(void **state)
{
    (void)state;
    for (int then = 0; then < CALENDARS; then++) {
        kept_at(calendars[then], 5);
        for (int now = 0; now < CALENDARS; now++) {
            struct family *family = opened();
            struct today today = {0};
            const struct options options = {.data = folder, .step = -1, .age_months = 8};
            assert_true(today_choose(&today, &options, family, calendars[now]));
            const bool after = calendars[then] > 0 && calendars[now] - calendars[then] > 30 * (int64_t)DAY_S;
            assert_int_equal(today.plan.step, after ? 0 : 5); // back to the beginning, or no gap at all
            family_close(family);
        }
    }
}

// ---- the corner on such days

static void look_round(const char *screen, int64_t utc)
{
    static struct options options;
    options = (struct options){.w = 1280,
                               .h = 800,
                               .data = folder,
                               .screen = screen,
                               .step = -1,
                               .virtual_time = true,
                               .stop_after_ms = -1};
    clocks.utc = utc;
    assert_true(app_open(&app, &options));
    for (int i = 0; i < 3; i++) {
        assert_true(app_frame(&app));
    }
    const char *fault = page_fault(app.page);
    if (fault) {
        fail_msg("%s at %lld: %s", screen, (long long)utc, fault);
    }
    assert_true(resting_until(&app) - utc <= REST_NOT_NOW_S);
    app_close(&app);
    app = (struct app){0};
}

static void test_every_page_with_a_date_is_whole_on_any_day(void **state)
{
    (void)state;
    static const char *const screens[] = {"home", "progress", "voices", "away", "settings"};
    make_family(2, 3);
    for (int i = 0; i < CALENDARS; i++) {
        kept_at(calendars[(i * 5) % CALENDARS], i % 6); // in no order
    }
    for (int now = 0; now < CALENDARS; now++) {
        look_round(screens[now % 5], calendars[now]);
        look_round(screens[(now + 1) % 5], calendars[now]);
    }
}

static void test_the_name_of_a_backup_is_a_day_on_any_day(void **state)
{
    (void)state;
    static const char *const names[] = {"1970-01-01", "1970-01-01", "1999-12-31", "2025-11-24",
                                        "2038-01-19", "2038-01-19", "2039-01-01", "2106-02-07",
                                        "2106-02-07", "9999-12-31", "10000-01-01"};
    for (int i = 0; i < CALENDARS; i++) {
        char name[32];
        date_file(name, sizeof name, calendars[i]);
        assert_string_equal(name, names[i]);
    }
}

static void test_when_the_last_backup_was_is_known_on_any_day(void **state)
{
    (void)state;
    struct family *family = opened();
    for (int i = 1; i < CALENDARS; i++) { // in 1970's first minute it is as good as never
        struct last_backup last = {.utc = calendars[i], .bytes = 1000}, kept;
        snprintf(last.path, sizeof last.path, "a backup");
        assert_true(settings_set_last_backup(family, &last));
        assert_true(settings_last_backup(family, &kept) || calendars[i] < 60);
        assert_true(kept.utc <= calendars[i] && (calendars[i] - kept.utc < 60 || kept.utc > 4294967296));
    }
    family_close(family);
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("TZ", "UTC", 1);
    words_choose("en");
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_a_tablet_that_slept_while_somebody_was_away_wakes_to_a_friend),
        IN_A_FOLDER(test_a_game_that_sleeps_again_and_again_ends_all_the_same),
        IN_A_FOLDER(test_a_sleep_of_an_hour_ends_the_game_with_the_ritual),
        IN_A_FOLDER(test_a_busy_machine_never_makes_an_away_longer),
        IN_A_FOLDER(test_a_program_that_runs_for_a_month_plays_as_on_its_first_day),
        IN_A_FOLDER(test_so_does_one_that_was_hidden_for_a_month),
        IN_A_FOLDER(test_a_calendar_that_jumps_at_every_frame_changes_nothing),
        IN_A_FOLDER(test_a_game_over_which_the_calendar_was_set_is_kept_and_rests_three_hours_at_most),
        IN_A_FOLDER(test_the_days_since_a_game_never_make_today_longer),
        IN_A_FOLDER(test_every_page_with_a_date_is_whole_on_any_day),
        IN_A_FOLDER(test_the_name_of_a_backup_is_a_day_on_any_day),
        IN_A_FOLDER(test_when_the_last_backup_was_is_known_on_any_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
