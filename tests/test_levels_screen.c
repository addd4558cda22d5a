// The Levels screen: what is chosen there is what home shows and the game plays, and everything can be taken
// back.
#include "family_levels.h"

#include "scenes/levels_inside.h"

// What the next game would be.
static struct today next_game(void)
{
    struct today today;
    today_choose(&today, &app.options, app.family, app_utc(&app));
    return today;
}

static int own_ms(void)
{
    struct today today = next_game();
    return ladder_away_ms(&today.plan.rungs, today.plan.step);
}

static int row_of(const char *name)
{
    for (int i = 0; i < app.levels->count; i++) {
        if (strcmp(app.levels->rows[i].entry.level.name, name) == 0) {
            return i;
        }
    }
    fail_msg("no level called %s", name);
    return -1;
}

// From home: the calendar stands at the tests' day by then.
static void open_levels(void)
{
    start("home", 1280, 800);
    app_go(&app, &scene_levels);
    frames(3);
}

static void close_and_open(void)
{
    end();
    open_levels();
}

// ---- choosing

static void test_the_level_that_is_played_is_shown_first(void **state)
{
    (void)state;
    make_family(0, 0);
    open_levels();
    assert_int_equal(app.levels->used, 0);
    assert_int_equal(app.levels->shown, 0);
    assert_false(is_seen(LEVELS_USE));
    end();
}

static void test_a_look_at_a_level_chooses_nothing(void **state)
{
    (void)state;
    make_family(0, 0);
    open_levels();
    tap(LEVELS_ROW + row_of("hide_and_hello"));
    assert_true(is_seen(LEVELS_USE));
    assert_string_equal(next_game().level.name, "first_peekaboo");
    end();
}

static void test_a_level_that_is_chosen_is_played_for_ever(void **state)
{
    (void)state;
    make_family(0, 0);
    open_levels();
    tap(LEVELS_ROW + row_of("hide_and_hello"));
    tap(LEVELS_USE);
    assert_string_equal(next_game().level.name, "hide_and_hello");
    close_and_open();
    assert_string_equal(next_game().level.name, "hide_and_hello");
    assert_int_equal(app.levels->shown, row_of("hide_and_hello"));
    end();
}

// With Tab so often, and Enter.
static bool chosen_after(int tabs)
{
    open_levels();
    tap(LEVELS_ROW + row_of("wait_and_see"));
    for (int i = 0; i < tabs; i++) {
        key("Tab");
    }
    key("Return");
    bool chosen = strcmp(next_game().level.name, "wait_and_see") == 0;
    end();
    return chosen;
}

static void test_it_is_chosen_by_keys_too(void **state)
{
    (void)state;
    bool chosen = false;
    make_family(0, 0);
    for (int tabs = 1; tabs < 16 && !chosen; tabs++) {
        chosen = chosen_after(tabs);
    }
    assert_true(chosen);
}

// ---- shorter, stay, as it was

static void test_one_step_shorter_is_what_the_next_game_takes(void **state)
{
    (void)state;
    make_family(0, 0);
    make_played("first_peekaboo", 3, 2000, 3);
    open_levels();
    assert_int_equal(own_ms(), 2000);
    tap(LEVELS_SHORTER);
    assert_int_equal(own_ms(), 1600);
    assert_true(page_says(app.page, word("lv.shorter.on")));
    close_and_open();
    assert_int_equal(own_ms(), 1600);
    end();
}

static void test_it_goes_back_to_how_it_was(void **state)
{
    (void)state;
    make_family(0, 0);
    make_played("first_peekaboo", 3, 2000, 3);
    open_levels();
    assert_false(is_seen(LEVELS_AS_IT_WAS));
    tap(LEVELS_SHORTER);
    tap(LEVELS_SHORTER);
    tap(LEVELS_STAY);
    assert_int_equal(own_ms(), 1300);
    tap(LEVELS_AS_IT_WAS);
    assert_int_equal(own_ms(), 2000);
    struct ladder ladder;
    assert_true(family_ladder(app.family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.shorter, 0);
    assert_false(ladder.stay);
    assert_int_equal(ladder.step, 3);
    end();
}

static void test_it_never_gets_shorter_than_the_shortest(void **state)
{
    (void)state;
    make_family(0, 0);
    make_played("first_peekaboo", 1, 1300, 1);
    open_levels();
    for (int i = 0; i < 4; i++) {
        tap(LEVELS_SHORTER);
    }
    assert_int_equal(own_ms(), 1000);
    struct ladder ladder;
    assert_true(family_ladder(app.family, "first_peekaboo", &ladder));
    assert_int_equal(ladder.shorter, 1);
    end();
}

static void test_stay_here_is_kept_and_pressed_again_it_grows(void **state)
{
    (void)state;
    struct ladder ladder;
    make_family(0, 0);
    open_levels();
    tap(LEVELS_STAY);
    assert_true(family_ladder(app.family, "first_peekaboo", &ladder));
    assert_true(ladder.stay);
    tap(LEVELS_STAY);
    assert_true(family_ladder(app.family, "first_peekaboo", &ladder));
    assert_false(ladder.stay);
    end();
}

// ---- age

static void test_the_age_is_kept_and_bounds_each_level(void **state)
{
    (void)state;
    make_family(0, 0);
    open_levels();
    assert_int_equal(next_game().plan.cap_ms, 5000);
    for (int i = 0; i < 8; i++) {
        tap(LEVELS_AGE + 2); // +: 6, 7, ... 13
    }
    close_and_open();
    assert_int_equal(next_game().age_months, 13);
    assert_int_equal(next_game().plan.cap_ms, 20000);
    for (int i = 0; i < 8; i++) {
        tap(LEVELS_AGE + 1);
    }
    assert_true(page_says(app.page, word("lv.notsure")));
    assert_int_equal(next_game().age_months, 0);
    assert_int_equal(next_game().plan.cap_ms, 5000);
    end();
}

// ---- the family's own

static void test_an_own_level_that_is_deleted_comes_back_by_undo(void **state)
{
    (void)state;
    make_family(0, 0);
    const char *name = make_own("Our peek");
    open_levels();
    tap(LEVELS_ROW + row_of(name));
    tap(LEVELS_USE);
    int count = app.levels->count;
    tap(LEVELS_DELETE);
    assert_int_equal(app.levels->count, count - 1);
    assert_string_equal(next_game().level.name, "first_peekaboo");
    levels_undo(&app);
    frames(2);
    assert_int_equal(app.levels->count, count);
    assert_string_equal(next_game().level.name, name);
    assert_int_equal(app.levels->shown, row_of(name));
    end();
}

static void test_the_games_own_levels_can_not_be_deleted(void **state)
{
    (void)state;
    make_family(0, 0);
    open_levels();
    for (int i = 0; i < app.levels->count; i++) {
        tap(LEVELS_ROW + i);
        assert_false(is_seen(LEVELS_DELETE));
    }
    end();
}

static void test_a_broken_level_says_its_line_and_is_mended_or_deleted(void **state)
{
    (void)state;
    make_family(0, 0);
    make_own("Our peek");
    make_broken("by_hand.yaml");
    open_levels();
    int broken = row_of("by_hand");
    assert_true(app.levels->rows[broken].entry.broken);
    tap(LEVELS_ROW + broken);
    assert_false(is_seen(LEVELS_USE));
    char words[1500];
    word_fill(words, sizeof words, "lv.mend", "n", "2", "r", app.levels->rows[broken].entry.error.reason, "f",
              "by_hand.yaml", "d", folder, NULL);
    assert_true(page_says(app.page, words));
    tap(LEVELS_CHANGE); // there is nothing to change in it
    assert_ptr_equal(app.scene, &scene_levels);

    char *good = own_levels_text(&app.levels->rows[0].entry.level);
    write_file("levels/by_hand.yaml", good, strlen(good)); // somebody mends it
    free(good);
    tap(LEVELS_AGAIN);
    assert_false(app.levels->rows[row_of("by_hand")].entry.broken);
    tap(LEVELS_DELETE);
    assert_int_not_equal(access(inside("levels/by_hand.yaml"), F_OK), 0);
    end();
}

static void test_back_leads_home(void **state)
{
    (void)state;
    make_family(0, 0);
    open_levels();
    tap(LEVELS_BACK);
    assert_ptr_equal(app.scene, &scene_home);
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_the_level_that_is_played_is_shown_first),
        TEST(test_a_look_at_a_level_chooses_nothing),
        TEST(test_a_level_that_is_chosen_is_played_for_ever),
        TEST(test_it_is_chosen_by_keys_too),
        TEST(test_one_step_shorter_is_what_the_next_game_takes),
        TEST(test_it_goes_back_to_how_it_was),
        TEST(test_it_never_gets_shorter_than_the_shortest),
        TEST(test_stay_here_is_kept_and_pressed_again_it_grows),
        TEST(test_the_age_is_kept_and_bounds_each_level),
        TEST(test_an_own_level_that_is_deleted_comes_back_by_undo),
        TEST(test_the_games_own_levels_can_not_be_deleted),
        TEST(test_a_broken_level_says_its_line_and_is_mended_or_deleted),
        TEST(test_back_leads_home),
    };
    return cmocka_run_group_tests_name("levels_screen", tests, NULL, NULL);
}
