// Home's states: what it says, what it offers, and what a touch does about the last game.
#include "home_family.h"

#include "scenes/home.h"
#include "store/own_levels.h"
#include "store/words.h"

static bool says(const char *text)
{
    return page_says(app.page, text);
}

static const char *scene_now(void)
{
    return app.scene->name;
}

static void at_home(void)
{
    start("home", 1280, 800);
    words_choose("en");
    app.scene->leave(&app); // as of NOW
    app.scene->enter(&app);
    frames(2);
}

static struct ladder ladder_now(void)
{
    struct ladder ladder = {0};
    assert_true(family_ladder(app.family, played_level, &ladder));
    return ladder;
}

// ---- ready

static void test_each_tile_leads_to_its_screen(void **state)
{
    (void)state;
    static const struct {
        int id;
        const char *scene;
    } tiles[] = {{HOME_VOICES, "voices"},     {HOME_LEVELS, "levels"}, {HOME_LEVEL, "levels"},
                 {HOME_PROGRESS, "progress"}, {HOME_AWAY, "away"},     {HOME_SETTINGS, "settings"},
                 {HOME_YOU, "guidance"},      {HOME_PLAY, "play"}};
    make_played(&(struct played){.ago_s = 2 * DAY_S, .step = 4, .calm = 6}, 1);
    for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++) {
        at_home();
        tap(tiles[i].id);
        assert_string_equal(scene_now(), tiles[i].scene);
        end();
    }
}

static void test_keys_alone_reach_a_tile_that_is_out_of_sight(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 2 * DAY_S, .step = 4, .calm = 6}, 1);
    start("home", 600, 960);
    key("Up"); // backwards: the last one
    key("Return");
    assert_string_equal(scene_now(), "guidance");
    end();
}

static void test_of_many_people_who_plays_is_seen_and_the_others_are_in_voices(void **state)
{
    (void)state;
    make_family(6, 3);
    struct family *family = opened();
    struct caregiver last;
    assert_true(caregiver_by_name(family, who[5], &last) && caregiver_choose(family, last.id));
    family_close(family);
    start("home", 600, 960);
    assert_true(is_seen(HOME_PEOPLE + 5));
    assert_false(is_seen(HOME_PEOPLE + 4));
    tap(HOME_BEAR);
    assert_int_equal(app.people.today, 0);
    tap(HOME_ADD); // more
    assert_string_equal(scene_now(), "voices");
    end();
}

// The calendar went back since: only the program's clock knows how long ago the game was. But not of a game
// of another family, whose number is the same.
static void test_after_a_restore_the_rest_begins_with_the_game_that_came(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = -HOUR, .step = 4, .calm = 6}, 1);
    at_home();
    app.resting.known_since_ms = app.now_ms - 4 * HOUR * 1000;
    assert_int_equal(resting_now(&app), REST_NONE);
    app_close_family(&app);
    app_open_family(&app);
    resting_look(&app);
    assert_int_equal(resting_now(&app), REST_RESTING);
    end();
}

// As a parent may write one: the smallest steps over the widest range.
static void test_a_ladder_of_many_small_steps_shows_where_it_is(void **state)
{
    (void)state;
    struct level level;
    level_builtin(&level);
    level.name[0] = '\0';
    level.first_ms = 500, level.longest_ms = 30000, level.step_permille = 1050;
    level.peek_permille = 150, level.sound_while_away = true;
    assert_null(own_levels_save(folder, &level));
    make_family(1, 0);
    struct family *family = opened();
    assert_true(family_set_text(family, "level", level.name) && settings_set_age(family, 30, NOW));
    struct ladder ladder = {.step = 80, .played = NOW};
    assert_true(ladder_keep(family, level.name, &ladder));
    family_close(family);
    at_home();
    assert_int_equal(app.play.today.plan.step, 80);
    assert_in_range(app.home->rung_now, 0, app.home->rung_count - 1);
    end();
}

static void test_where_nothing_is_recorded_and_nobody_played_the_way_to_a_voice_stands_first(void **state)
{
    (void)state;
    make_family(0, 0);
    at_home();
    assert_true(is_seen(HOME_PLAY));
    assert_false(is_seen(HOME_LEVEL));
    assert_true(says(word("home.progress.none")));
    tap(HOME_FIRST);
    assert_string_equal(scene_now(), "voices");
    end();
}

static void test_where_nobody_is_yet_the_plus_beside_the_bear_leads_to_voices(void **state)
{
    (void)state;
    at_home();
    tap(HOME_ADD);
    assert_string_equal(scene_now(), "voices");
    end();
}

static void test_when_it_was_played_last_is_said_by_the_day(void **state)
{
    (void)state;
    static const struct {
        int64_t ago_s;
        const char *said;
    } days[] = {{2 * HOUR, "Last played at 14:00"},
                {DAY_S, "Last played yesterday"},
                {3 * DAY_S, "Last played on 21\u00a0November"}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        make_folder(state);
        make_played(&(struct played){.ago_s = days[i].ago_s, .step = 4, .calm = 6}, 1);
        at_home();
        assert_true(says(days[i].said));
        end();
        remove_folder(state);
    }
    make_folder(state);
}

// ---- resting

static void test_after_a_game_it_rests_and_may_be_played_once_all_the_same(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = HOUR, .step = 4, .calm = 6}, 1);
    at_home();
    assert_false(is_seen(HOME_PLAY));
    assert_true(says("Resting until\u00a018:00"));
    tap(HOME_ANYWAY);
    assert_string_equal(scene_now(), "play");
    end();
}

static void test_the_rest_ends_while_home_is_looked_at(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 3 * HOUR - 30, .step = 4, .calm = 6}, 1);
    at_home();
    assert_false(is_seen(HOME_PLAY));
    assert_in_range(scene_still_ms(&app), 1, 30000);
    app.calendar_seconds += 31;
    frames(2);
    assert_true(is_seen(HOME_PLAY));
    end();
}

static void test_a_calendar_that_goes_back_makes_no_rest_longer_than_three_hours(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = HOUR, .step = 4, .calm = 6}, 1);
    at_home();
    app.calendar_seconds -= 40 * (int64_t)DAY_S;
    frames(2);
    assert_false(is_seen(HOME_PLAY));
    app.resting.known_since_ms -= 3 * HOUR * 1000; // three hours later
    frames(2);
    assert_true(is_seen(HOME_PLAY));
    end();
}

static void test_a_game_that_could_not_be_kept_is_followed_by_a_rest_too(void **state)
{
    (void)state;
    make_family(0, 0);
    at_home();
    family_close(app.family);
    app.family = NULL;
    resting_unkept(&app);
    app.scene->leave(&app);
    app.scene->enter(&app);
    frames(2);
    assert_false(is_seen(HOME_PLAY));
    assert_true(is_seen(HOME_ANYWAY));
    assert_true(says(word("v.not.kept")));
    end();
}

static void test_two_games_are_enough_for_a_day(void **state)
{
    (void)state;
    make_played((struct played[]){{.ago_s = 8 * HOUR, .step = 4, .calm = 6},
                                  {.ago_s = 4 * HOUR, .step = 5, .calm = 6}},
                2);
    at_home();
    assert_true(says(word("home.rest2")));
    assert_false(is_seen(HOME_PLAY));
    assert_false(is_seen(HOME_ANYWAY));
    app.calendar_seconds += 12 * HOUR; // the next day
    frames(2);
    assert_true(is_seen(HOME_PLAY));
    end();
}

static void test_a_touch_by_mistake_that_was_ended_at_once_is_no_game(void **state)
{
    (void)state;
    make_family(1, 3);
    struct family *family = opened();
    struct ladder ladder = ladder_new();
    ladder.played = NOW - MINUTE;
    struct session_record record = {.level = played_level, .began = NOW - MINUTE - 12, .why = END_GROWN_UP};
    assert_true(family_keep_session(family, &record, &ladder));
    family_close(family);
    at_home();
    assert_true(is_seen(HOME_PLAY));
    end();
}

// ---- not now

static const struct played three_fussy[] = {{.ago_s = 3 * DAY_S, .step = 4, .upsets = 1},
                                            {.ago_s = 2 * DAY_S, .step = 2, .upsets = 1},
                                            {.ago_s = DAY_S + HOUR, .step = 1, .upsets = 1}};

static void test_three_fussy_games_in_a_row_say_not_now_for_two_weeks(void **state)
{
    (void)state;
    make_played(three_fussy, 3);
    at_home();
    assert_true(says(word("home.notnow")));
    assert_true(says("Back on 7\u00a0December"));
    assert_false(is_seen(HOME_PLAY));
    assert_false(is_seen(HOME_LEVEL));
    app.calendar_seconds += 13 * (int64_t)DAY_S;
    frames(2);
    assert_true(is_seen(HOME_PLAY));
    end();
}

static void test_not_now_plays_only_the_shortest_level_from_its_first_step(void **state)
{
    (void)state;
    make_played(three_fussy, 3);
    at_home();
    tap(HOME_ANYWAY);
    assert_string_equal(scene_now(), "play");
    assert_string_equal(app.play.today.level.name, "first_peekaboo");
    assert_int_equal(app.play.today.plan.step, 0);
    end();
    at_home(); // and then the chosen one is there again
    assert_string_equal(app.play.today.level.name, played_level);
    end();
}

static void test_two_fussy_games_are_no_reason(void **state)
{
    (void)state;
    make_played(three_fussy, 2);
    at_home();
    assert_true(is_seen(HOME_PLAY));
    end();
}

// ---- about the last game

static void test_after_a_fuss_today_is_shorter_and_says_so(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 4 * HOUR, .step = 4, .calm = 2, .upsets = 1}, 1);
    at_home();
    assert_true(says("The last game was fussy. Today starts shorter: 2.3\u00a0s."));
    end();
}

static void test_a_slip_is_taken_back_and_the_plan_grows_as_if_calm(void **state)
{
    (void)state;
    make_played(
        &(struct played){.ago_s = 4 * HOUR, .step = 4, .calm = 6, .upsets = 1, .before = {.fast = true}}, 1);
    at_home();
    assert_true(says(word("pause.fussed")));
    assert_int_equal(ladder_now().step, 2);
    tap(HOME_SLIP);
    assert_int_equal(ladder_now().step, 5);
    assert_int_equal(app.play.today.plan.step, 5); // what Play now plays
    assert_string_equal(app.home->shorter, "");
    struct ladder shorter = ladder_now(); // a wish for less is no fuss
    shorter.shorter = 2;
    assert_true(ladder_keep(app.family, played_level, &shorter));
    app.scene->leave(&app);
    app.scene->enter(&app);
    assert_string_equal(app.home->shorter, "");
    assert_false(is_seen(HOME_SLIP));
    end();
}

enum { OWN_ROUND = 2 }; // of the level's own length: a fuss there takes two steps back

// A whole game with a cry in it, as the cry hint tells the rules of one; then home.
static void play_with(enum event_kind kind)
{
    make_family(1, 3);
    start("play", 320, 200);
    words_choose("en");
    for (int i = 0; !app.play.started || !app.play.session.gone || app.play.session.round < OWN_ROUND; i++) {
        app_event(&app, &(struct event){.kind = i % 60 == 0 ? EVENT_DOWN : EVENT_UP, .x = 0.5f, .y = 0.5f});
        frames(1);
    }
    app_event(&app, &(struct event){.kind = kind});
    while (app.scene == &scene_play) {
        frames(10);
    }
    app_go(&app, &scene_home);
    frames(5);
}

static void test_where_the_game_heard_crying_home_says_so_and_it_may_have_been_a_slip(void **state)
{
    (void)state;
    play_with(EVENT_CRY);
    assert_string_equal(app.home->fussed, "home.heard");
    assert_true(says(word("home.heard")));
    assert_false(says(word("pause.fussed")));
    int fussy = app.play.today.plan.step;
    tap(HOME_SLIP);
    assert_true(app.play.today.plan.step > fussy);
    assert_false(says(word("home.heard")));
    assert_false(is_seen(HOME_SLIP));
    assert_int_equal(app.resting.last.mark, MARK_SLIP);
    end();
}

static void test_where_a_grown_up_noted_it_the_game_does_not_say_that_it_heard(void **state)
{
    (void)state;
    play_with(EVENT_FUSS);
    assert_true(says(word("pause.fussed")));
    end();
}

// A laugh or a clatter may sound like crying for a moment.
static void test_what_cost_only_an_early_return_leaves_nothing_to_take_back(void **state)
{
    (void)state;
    play_with(EVENT_CRY_SOFT);
    assert_int_equal(app.resting.last.upsets, 0);
    assert_int_not_equal(app.home->note, NOTE_FUSSED);
    assert_false(is_seen(HOME_SLIP));
    end();
}

// The file keeps that it was fussy, not who said so.
static void test_after_a_restart_home_says_only_that_it_may_have_been_the_game(void **state)
{
    (void)state;
    for (int listens = 0; listens < 2; listens++) {
        make_folder(state);
        make_played(&(struct played){.ago_s = 4 * HOUR, .step = 4, .calm = 6, .upsets = 1}, 1);
        struct family *family = opened();
        assert_true(settings_set(family, SETTING_LISTEN, listens));
        family_close(family);
        at_home();
        assert_true(says(word(listens ? "home.heard.maybe" : "pause.fussed")));
        tap(HOME_SLIP);
        assert_int_equal(app.resting.last.mark, MARK_SLIP);
        end();
        remove_folder(state);
    }
    make_folder(state);
}

static void test_a_slip_in_a_game_that_nobody_touched_does_not_make_it_calm(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 4 * HOUR, .step = 4, .calm = 6, .upsets = 1, .unclear = true}, 1);
    at_home();
    tap(HOME_SLIP);
    assert_true(says(word("home.noted.slip")));
    assert_false(says(word("home.noted.calm")));
    end();
}

static void test_the_third_fussy_game_that_was_a_slip_says_no_not_now(void **state)
{
    (void)state;
    struct played games[3];
    memcpy(games, three_fussy, sizeof games);
    games[2].ago_s = 4 * HOUR;
    make_played(games, 3);
    at_home();
    assert_false(is_seen(HOME_PLAY));
    tap(HOME_SLIP);
    assert_true(is_seen(HOME_PLAY));
    end();
}

static void test_an_unclear_game_is_asked_about_once(void **state)
{
    (void)state;
    static const struct {
        int id, step;
    } answers[] = {{HOME_CALM, 5}, {HOME_FUSSY, 2}, {HOME_SKIP, 4}};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        make_folder(state);
        make_played(&(struct played){.ago_s = 4 * HOUR, .step = 4, .unclear = true, .before = {.fast = true}},
                    1);
        at_home();
        assert_true(says(word("home.how")));
        tap(answers[i].id);
        assert_int_equal(ladder_now().step, answers[i].step);
        assert_false(says(word("home.how")));
        end();
        at_home();
        assert_false(says(word("home.how")));
        end();
        remove_folder(state);
    }
    make_folder(state);
}

static void test_an_answer_can_be_taken_back_while_the_toast_is_there(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 4 * HOUR, .step = 4, .unclear = true}, 1);
    at_home();
    tap(HOME_FUSSY);
    assert_int_equal(ladder_now().step, 2);
    assert_true(page_toasting(app.page, app.now_ms));
    home_take_back(&app); // what its Undo does
    frames(2);
    assert_int_equal(ladder_now().step, 4);
    assert_true(says(word("home.how")));
    end();
}

static void test_a_calm_game_and_an_old_one_are_not_asked_about(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 4 * HOUR, .step = 4, .calm = 6}, 1);
    at_home();
    assert_int_equal(app.home->note, NOTE_NONE);
    end();
    remove_folder(state);
    make_folder(state);
    make_played(&(struct played){.ago_s = 2 * DAY_S, .step = 4, .unclear = true}, 1);
    at_home();
    assert_int_equal(app.home->note, NOTE_NONE);
    end();
}

static void test_after_a_week_without_it_starts_shorter_and_says_so(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 9 * DAY_S, .step = 6, .calm = 6, .before = {.fast = true}}, 1);
    at_home();
    assert_true(says("Welcome back. After the break it starts shorter: 4.6\u00a0s."));
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("TZ", "UTC", 1);
    words_choose("en");
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_each_tile_leads_to_its_screen),
        TEST(test_keys_alone_reach_a_tile_that_is_out_of_sight),
        TEST(test_of_many_people_who_plays_is_seen_and_the_others_are_in_voices),
        TEST(test_after_a_restore_the_rest_begins_with_the_game_that_came),
        TEST(test_a_ladder_of_many_small_steps_shows_where_it_is),
        TEST(test_where_nothing_is_recorded_and_nobody_played_the_way_to_a_voice_stands_first),
        TEST(test_where_nobody_is_yet_the_plus_beside_the_bear_leads_to_voices),
        TEST(test_when_it_was_played_last_is_said_by_the_day),
        TEST(test_after_a_game_it_rests_and_may_be_played_once_all_the_same),
        TEST(test_the_rest_ends_while_home_is_looked_at),
        TEST(test_a_calendar_that_goes_back_makes_no_rest_longer_than_three_hours),
        TEST(test_a_game_that_could_not_be_kept_is_followed_by_a_rest_too),
        TEST(test_two_games_are_enough_for_a_day),
        TEST(test_a_touch_by_mistake_that_was_ended_at_once_is_no_game),
        TEST(test_three_fussy_games_in_a_row_say_not_now_for_two_weeks),
        TEST(test_not_now_plays_only_the_shortest_level_from_its_first_step),
        TEST(test_two_fussy_games_are_no_reason),
        TEST(test_after_a_fuss_today_is_shorter_and_says_so),
        TEST(test_a_slip_is_taken_back_and_the_plan_grows_as_if_calm),
        TEST(test_where_the_game_heard_crying_home_says_so_and_it_may_have_been_a_slip),
        TEST(test_where_a_grown_up_noted_it_the_game_does_not_say_that_it_heard),
        TEST(test_what_cost_only_an_early_return_leaves_nothing_to_take_back),
        TEST(test_after_a_restart_home_says_only_that_it_may_have_been_the_game),
        TEST(test_a_slip_in_a_game_that_nobody_touched_does_not_make_it_calm),
        TEST(test_the_third_fussy_game_that_was_a_slip_says_no_not_now),
        TEST(test_an_unclear_game_is_asked_about_once),
        TEST(test_an_answer_can_be_taken_back_while_the_toast_is_there),
        TEST(test_a_calm_game_and_an_old_one_are_not_asked_about),
        TEST(test_after_a_week_without_it_starts_shorter_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
