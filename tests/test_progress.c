// Progress by touch: what it shows of the games, what it says is next and why, and the copies it makes.
#include "family_games.h"

#include <time.h>

#include "platform/files.h"
#include "scenes/progress_inside.h"
#include "store/dates.h"
#include "store/own_levels.h"

static const char *scene_now(void)
{
    return app.scene->name;
}

static void assert_says(const char *text)
{
    frames(2);
    if (!page_says(app.page, text)) {
        char summary[PROGRESS_WORDS] = "";
        if (app.progress) {
            progress_summary(app.progress->notes + app.progress->from,
                             app.progress->count - app.progress->from, summary, sizeof summary);
        }
        fail_msg("the page does not say: %s\nbut: %s", text, summary);
    }
}

static void begin(void)
{
    start("progress", 1280, 800);
    app.calendar_seconds = 0; // games are told from now
}

// ---- what there is

static void test_before_the_first_game_there_is_nothing_to_reach(void **state)
{
    (void)state;
    make_family(0, 0);
    begin();
    assert_says(word("pr.empty"));
    assert_false(is_seen(PROGRESS_SAVE));
    tap(PROGRESS_PLAY);
    assert_string_equal(scene_now(), "play");
    end();
}

// Games that were played, each so many days ago; then what the page says.
static void says_after(const struct outcome *games, int count, const char *sentence)
{
    struct family *family = opened();
    for (int i = 0; i < count; i++) {
        a_game(family, a_level, games[i], (int64_t)(count - i) * A_DAY);
    }
    family_close(family);
    begin();
    assert_says(sentence);
    end();
}

static void test_one_game_is_one_game(void **state)
{
    (void)state;
    says_after(&calm_one, 1, "One short game. The longest calm hide took 1.6 s.");
}

static void test_several_are_told_with_the_fussy_one_named(void **state)
{
    (void)state;
    const struct outcome games[] = {calm_one, calm_one, fussy_one, calm_one};
    says_after(games, 4,
               "4 short games. The longest calm hides took from 1.6 s to 2 s. One of them was fussy, and the "
               "next one started shorter. That is how it should work.");
}

static void test_a_hard_day_did_not_shorten_the_next_one(void **state)
{
    (void)state;
    const struct outcome games[] = {calm_one, hard_day};
    says_after(
        games, 2,
        "2 short games. The longest calm hides took from 1.6 s to 2 s. One of them was fussy. The next "
        "one did not get longer.");
}

static void test_only_fussy_ones_blame_nobody(void **state)
{
    (void)state;
    const struct outcome games[] = {fussy_one, fussy_one};
    says_after(games, 2,
               "2 short games, and all were fussy. That happens, and nobody did anything wrong. For a while, "
               "play it with your own hands.");
}

static void test_unclear_ones_are_named(void **state)
{
    (void)state;
    const struct outcome games[] = {calm_one, unclear_one};
    says_after(
        games, 2,
        "2 short games. The longest calm hides took from 1.6 s to 2 s. In one game it was not clear how "
        "your baby felt.");
    begin();
    assert_says(word("pr.unclear")); // and their dots explained
    end();
}

static void test_without_an_unclear_one_no_such_dot_is_explained(void **state)
{
    (void)state;
    says_after(&calm_one, 1, word("pr.tap"));
    begin();
    assert_false(page_says(app.page, word("pr.unclear")));
    end();
}

static void test_a_long_break_is_fine(void **state)
{
    (void)state;
    struct family *family = opened();
    a_game(family, a_level, calm_one, 19 * A_DAY);
    a_game(family, a_level, calm_one, 5 * A_DAY);
    family_close(family);
    begin();
    assert_says(
        "2 short games. The longest calm hides took from 1.3 s to 1.6 s. Between two games there were "
        "14 days. Breaks are fine.");
    end();
}

static void test_the_spans_show_their_games(void **state)
{
    (void)state;
    struct family *family = opened();
    a_game(family, a_level, calm_one, 200 * (int64_t)A_DAY);
    a_game(family, a_level, calm_one, 60 * (int64_t)A_DAY);
    family_close(family);
    begin();
    assert_says(word("pr.sum.none"));
    tap(PROGRESS_SPAN + SPAN_MONTHS);
    assert_says("One short game. The longest calm hide took 1 s.");
    tap(PROGRESS_SPAN + SPAN_ALL);
    assert_says(
        "2 short games. The longest calm hides took from 1 s to 1.6 s. Between two games there were 140 "
        "days. Breaks are fine.");
    end();
}

// ---- one of them

static void test_a_dot_says_its_day_and_a_second_tap_closes_it(void **state)
{
    (void)state;
    char day[DATE_SIZE], sentence[200];
    struct family *family = opened();
    a_game(family, a_level, calm_one, 3 * A_DAY);
    a_game(family, a_level, fussy_one, 2 * A_DAY);
    family_close(family);
    begin();
    date_day(day, sizeof day, clock_utc() - 3 * A_DAY);
    snprintf(sentence, sizeof sentence, "%s: 1.6 s, calm", day);
    tap(PROGRESS_DOTS);
    assert_says(sentence);
    tap(PROGRESS_DOTS);
    assert_says(word("pr.tap"));
    date_day(day, sizeof day, clock_utc() - 2 * A_DAY);
    snprintf(sentence, sizeof sentence, "%s: no calm hide, fussy, ended early", day);
    tap(PROGRESS_DOTS + 1);
    assert_says(sentence);
    end();
}

static void test_where_there_were_several_levels_the_day_says_which(void **state)
{
    (void)state;
    char day[DATE_SIZE], sentence[400];
    struct family *family = opened();
    a_game(family, a_level, calm_one, 3 * A_DAY);
    a_game(family, "a_gone_one", calm_one, 2 * A_DAY);
    family_close(family);
    begin();
    struct level level;
    struct level_error error;
    assert_true(level_find(a_level, &level, &error));
    date_day(day, sizeof day, clock_utc() - 3 * A_DAY);
    snprintf(sentence, sizeof sentence, "%s, %s: 1.6 s, calm", day, level.title);
    tap(PROGRESS_DOTS);
    assert_says(sentence);
    end();
}

static void test_what_the_grown_up_said_counts(void **state)
{
    (void)state;
    static const struct {
        enum session_mark mark;
        const char *how;
    } marks[] = {{MARK_SLIP, "calm, the fuss was noted as a slip"}, {MARK_FUSSY, "noted as fussy"}};
    for (size_t i = 0; i < 2; i++) {
        struct family *family = opened();
        struct session_note last;
        a_game(family, a_level, hard_day, A_DAY);
        assert_true(session_last(family, &last));
        assert_true(session_mark(family, last.id, marks[i].mark));
        family_close(family);
        begin();
        char said[300];
        progress_day(&app.progress->notes[i], NULL, said, sizeof said);
        assert_non_null(strstr(said, marks[i].how));
        assert_int_equal(progress_fussy(&app.progress->notes[i]), marks[i].mark == MARK_FUSSY);
        end();
    }
}

static void test_a_slip_in_an_unclear_game_leaves_it_unclear(void **state)
{
    (void)state;
    struct family *family = opened();
    struct session_note last;
    struct outcome game = unclear_one;
    game.upsets = 1;
    a_game(family, a_level, game, A_DAY);
    assert_true(session_last(family, &last) && session_mark(family, last.id, MARK_SLIP));
    family_close(family);
    begin();
    char said[300];
    progress_day(&app.progress->notes[0], NULL, said, sizeof said);
    assert_non_null(strstr(said, word("pr.day.unclear")));
    end();
}

static void test_a_game_that_is_not_to_be_noted_is_not_shown(void **state)
{
    (void)state;
    struct family *family = opened();
    struct session_note last;
    a_game(family, a_level, calm_one, 2 * A_DAY);
    a_game(family, a_level, fussy_one, A_DAY);
    assert_true(session_last(family, &last));
    assert_true(session_mark(family, last.id, MARK_HIDE));
    family_close(family);
    begin();
    assert_int_equal(app.progress->count, 1);
    assert_says("One short game. The longest calm hide took 1.6 s.");
    assert_says(word("why.hidden"));
    end();
}

// It shows no game and so offers one; but there was one, and a rest after it.
static void test_where_the_only_game_is_not_shown_its_rest_goes_on(void **state)
{
    (void)state;
    struct family *family = opened();
    struct session_note last;
    a_game(family, a_level, calm_one, AN_HOUR);
    assert_true(session_last(family, &last));
    assert_true(session_mark(family, last.id, MARK_HIDE));
    family_close(family);
    begin();
    tap(PROGRESS_PLAY);
    assert_string_equal(scene_now(), "home");
    end();
}

// ---- what is next and why

static void test_each_reason_has_its_words(void **state)
{
    (void)state;
    static const struct {
        struct outcome games[3];
        int count;
        const char *why;
    } histories[] = {
        {{{.own_lasted = true, .finished = true}}, 1, "why.up"},
        {{{.upsets = 2, .upset_at_own = true}}, 1, "why.back.two"},
        {{{.upsets = 2, .upset_at_own = true}, {.upsets = 2, .upset_at_own = true}}, 2, "why.shortest"},
        {{{.upsets = 2, .upset_at_own = true}, {.own_lasted = true, .finished = true}}, 2, "why.one_more"},
        {{{.upsets = 1, .finished = true}}, 1, "why.day"},
        {{{.unclear = true, .finished = true}}, 1, "why.unclear"},
        {{{.finished = true}}, 1, "why.brief"},
        {{{.own_lasted = true}}, 1, "why.stopped"},
    };
    for (size_t i = 0; i < sizeof histories / sizeof *histories; i++) {
        family_close(opened());
        meddle("DELETE FROM session_base; DELETE FROM session; DELETE FROM ladder");
        says_after(histories[i].games, histories[i].count, word(histories[i].why));
    }
}

static void test_the_length_that_is_next_is_the_plans(void **state)
{
    (void)state;
    says_after(&fussy_one, 1, "Next time: up to 1 s"); // from 1.6 s two steps back
}

static void says_after_a_wish(struct ladder wish, const char *sentence)
{
    struct family *family = opened();
    struct ladder stored;
    assert_true(family_ladder(family, a_level, &stored));
    stored.shorter = wish.shorter;
    stored.stay = wish.stay;
    assert_true(ladder_keep(family, a_level, &stored));
    family_close(family);
    begin();
    assert_says(sentence);
    end();
}

static void test_wishes_are_told(void **state)
{
    (void)state;
    struct family *family = opened();
    a_game(family, a_level, calm_one, A_DAY);
    family_close(family);
    says_after_a_wish((struct ladder){.shorter = 1},
                      "A calm game, so one step up. You asked for one step shorter.");
    says_after_a_wish((struct ladder){.shorter = 2},
                      "A calm game, so one step up. You asked for 2 steps shorter.");
    family = opened();
    struct ladder stored = {.step = 3, .stay = true, .played = clock_utc()};
    assert_true(ladder_keep(family, a_level, &stored));
    a_game(family, a_level, calm_one, 0);
    family_close(family);
    begin();
    assert_says(word("why.stay"));
    end();
}

static void test_a_break_is_told_by_its_steps(void **state)
{
    (void)state;
    struct family *family = opened();
    for (int i = 3; i > 0; i--) {
        a_game(family, a_level, calm_one, (8 + i) * A_DAY);
    }
    family_close(family);
    begin();
    assert_says("More than a week without a game, so 2 steps back.");
    end();
    meddle("UPDATE session SET began = began - 30 * 86400; UPDATE ladder SET played = played - 30 * 86400");
    begin();
    assert_says(word("why.month"));
    end();
}

static void test_a_level_that_was_changed_since_says_so(void **state)
{
    (void)state;
    struct family *family = opened();
    a_game(family, a_level, calm_one, A_DAY);
    struct ladder stored;
    assert_true(family_ladder(family, a_level, &stored));
    stored.step = 0;
    assert_true(ladder_keep(family, a_level, &stored));
    family_close(family);
    begin();
    assert_says(word("why.changed"));
    end();
}

static void happens(enum event_kind kind)
{
    app.scene->event(&app, &(struct event){.kind = kind, .finger = 1, .x = 0.5f, .y = 0.5f});
}

static void play_until(int ms)
{
    while (app.now_ms < ms) {
        frames(1);
    }
}

static void touch_at(int ms)
{
    play_until(ms);
    happens(EVENT_DOWN);
    frames(2);
    happens(EVENT_UP);
}

static void test_a_fuss_in_play_changes_tomorrows_plan_and_progress_says_why(void **state)
{
    (void)state;
    start("play", 1280, 800);
    assert_int_equal(app.play.today.plan.step, 2);
    touch_at(2000);
    touch_at(14000); // the second round, near the own length
    play_until(21000);
    happens(EVENT_FUSS);
    play_until(33000);
    happens(EVENT_FUSS);
    play_until(60000);
    assert_string_equal(scene_now(), "good-night");
    app.calendar_seconds += A_DAY;
    app_go(&app, &scene_progress);
    assert_says("A fuss at the usual length, so two steps back.");
    assert_says("Next time: up to 1 s");
    assert_int_equal(app.play.today.plan.step, 0);
    end();
}

// ---- copies

static char *saved(const char *ending, int copy, size_t *length)
{
    char name[64], day[16], number[16] = "";
    time_t now = (time_t)app_utc(&app);
    strftime(day, sizeof day, "%Y-%m-%d", localtime(&now));
    if (copy > 1) {
        snprintf(number, sizeof number, "-%d", copy);
    }
    snprintf(name, sizeof name, "out/progress-%s%s.%s", day, number, ending);
    return files_read(inside(name), length);
}

static void copy_as(int id)
{
    tap(PROGRESS_SAVE);
    tap(id);
}

static void test_the_picture_is_the_chart_on_a_card(void **state)
{
    (void)state;
    a_family_with_games(16);
    begin();
    copy_as(PROGRESS_AS_PICTURE);
    size_t length = 0;
    char *png = saved("png", 1, &length);
    assert_non_null(png);
    int w = 0, h = 0;
    struct sprite *picture = sprite_from_picture(png, length, 2000, &w, &h);
    assert_non_null(picture);
    assert_int_equal(w, 1600);
    assert_int_equal(h, 1000);
    assert_true(length > 10000); // it is not empty
    sprite_free(picture);
    free(png);
    end();
}

static void test_an_older_copy_stays(void **state)
{
    (void)state;
    a_family_with_games(2);
    begin();
    copy_as(PROGRESS_AS_TABLE);
    copy_as(PROGRESS_AS_TABLE);
    for (int copy = 1; copy <= 2; copy++) {
        char *csv = saved("csv", copy, NULL);
        assert_non_null(csv);
        free(csv);
    }
    end();
}

static void test_where_nothing_can_be_saved_it_says_so(void **state)
{
    (void)state;
    a_family_with_games(2);
    write_file("out", "", 0); // a file where the folder would be
    begin();
    copy_as(PROGRESS_AS_TABLE);
    assert_says(word("pr.unsaved"));
    copy_as(PROGRESS_AS_PICTURE);
    assert_says(word("pr.unsaved"));
    end();
}

// The table by its lines; \r\n ends each.
static char *line_of(char *csv, int line)
{
    char *at = csv;
    for (int i = 0; i < line; i++) {
        at = strstr(at, "\r\n") + 2;
    }
    *strstr(at, "\r\n") = '\0';
    return at;
}

static void test_the_table_reads_back(void **state)
{
    (void)state;
    struct level own;
    level_builtin(&own);
    own.name[0] = '\0';
    snprintf(own.title, sizeof own.title, "Für Ömer, \"our\" peek");
    struct family *family = opened();
    assert_null(own_levels_save(folder, &own));
    a_game(family, own.name, hard_day, 2 * A_DAY);
    a_game(family, own.name, unclear_one, A_DAY);
    family_close(family);
    begin();
    copy_as(PROGRESS_AS_TABLE);
    char *csv = saved("csv", 1, NULL), *again = saved("csv", 1, NULL), *third = saved("csv", 1, NULL);
    assert_non_null(csv);
    assert_string_equal(line_of(csv, 0),
                        "date,time,level,longest_calm_seconds,calm_rounds,upsets,ended,noted_as");
    int year, month, day, hour, minute, second, end_at = 0;
    char *line = line_of(again, 1);
    assert_int_equal(
        sscanf(line, "%4d-%2d-%2d,%2d:%2d:%2d,%n", &year, &month, &day, &hour, &minute, &second, &end_at), 6);
    assert_string_equal(line + end_at, "\"Für Ömer, \"\"our\"\" peek\",1.6,6,1,done,");
    struct tm when = {.tm_year = year - 1900,
                      .tm_mon = month - 1,
                      .tm_mday = day,
                      .tm_hour = hour,
                      .tm_min = minute,
                      .tm_sec = second,
                      .tm_isdst = -1};
    assert_int_equal(mktime(&when), app.progress->notes[0].began);
    assert_non_null(strstr(line_of(third, 2), ",done,unclear"));
    free(csv);
    free(again);
    free(third);
    end();
}

// ---- coming and going

static void test_back_and_escape_lead_home(void **state)
{
    (void)state;
    a_family_with_games(2);
    begin();
    tap(PROGRESS_SAVE);
    key("Escape");
    assert_string_equal(scene_now(), "progress"); // the sheet first
    key("Escape");
    assert_string_equal(scene_now(), "home");
    end();
    begin();
    tap(PROGRESS_BACK);
    assert_string_equal(scene_now(), "home");
    end();
}

static void test_without_a_family_it_is_as_before_the_first_game(void **state)
{
    (void)state;
    write_file("family.db", "no database", 11);
    begin();
    assert_says(word("pr.empty.h"));
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    words_choose("en");
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_before_the_first_game_there_is_nothing_to_reach),
        TEST(test_one_game_is_one_game),
        TEST(test_several_are_told_with_the_fussy_one_named),
        TEST(test_a_hard_day_did_not_shorten_the_next_one),
        TEST(test_only_fussy_ones_blame_nobody),
        TEST(test_unclear_ones_are_named),
        TEST(test_without_an_unclear_one_no_such_dot_is_explained),
        TEST(test_a_long_break_is_fine),
        TEST(test_the_spans_show_their_games),
        TEST(test_a_dot_says_its_day_and_a_second_tap_closes_it),
        TEST(test_where_there_were_several_levels_the_day_says_which),
        TEST(test_what_the_grown_up_said_counts),
        TEST(test_a_slip_in_an_unclear_game_leaves_it_unclear),
        TEST(test_a_game_that_is_not_to_be_noted_is_not_shown),
        TEST(test_where_the_only_game_is_not_shown_its_rest_goes_on),
        TEST(test_each_reason_has_its_words),
        TEST(test_the_length_that_is_next_is_the_plans),
        TEST(test_wishes_are_told),
        TEST(test_a_break_is_told_by_its_steps),
        TEST(test_a_level_that_was_changed_since_says_so),
        TEST(test_a_fuss_in_play_changes_tomorrows_plan_and_progress_says_why),
        TEST(test_the_picture_is_the_chart_on_a_card),
        TEST(test_an_older_copy_stays),
        TEST(test_where_nothing_can_be_saved_it_says_so),
        TEST(test_the_table_reads_back),
        TEST(test_back_and_escape_lead_home),
        TEST(test_without_a_family_it_is_as_before_the_first_game),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
