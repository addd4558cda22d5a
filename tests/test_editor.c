// The level editor: what is saved is what is played, as its preview showed it; what a baby can't wait for
// can't be saved.
#include "family_levels.h"

#include "core/random.h"
#include "core/recast.h"
#include "scenes/editor_inside.h"
#include "scenes/levels_inside.h"
#include "store/cast.h"

enum { PRESSES = 3000 };

// From home: the calendar stands at the tests' day by then.
static void open_editor(void)
{
    start("home", 1280, 800);
    app.level_to_edit[0] = '\0';
    app_go(&app, &scene_editor);
    frames(3);
}

static struct today next_game(void)
{
    struct today today;
    today_choose(&today, &app.options, app.family, app_utc(&app));
    struct voice_clips voices = {.count = 0};
    today_speak(&today, app.family, &voices);
    voice_clips_free(&voices);
    return today;
}

static int longest_of_next_game(void)
{
    struct today today = next_game();
    return timeline_make(&today.plan).longest_ms;
}

static const struct level *draft(void)
{
    return &app.editor->level;
}

// + is an id behind the track and the -.
static void plus(int slider, int times)
{
    for (int i = 0; i < times; i++) {
        tap(slider + 2);
    }
}

static void minus(int slider, int times)
{
    for (int i = 0; i < times; i++) {
        tap(slider + 1);
    }
}

// ---- saving

static void test_a_changed_level_becomes_the_familys_and_is_played(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    plus(EDITOR_FIRST, 2);
    struct timeline preview = app.editor->timeline;
    tap(EDITOR_SAVE);
    assert_ptr_equal(app.scene, &scene_levels);
    struct today today = next_game();
    assert_string_equal(today.level.title, "Little peek, ours");
    assert_int_equal(today.level.first_ms, 1200);
    struct timeline played = timeline_make(&today.plan);
    assert_memory_equal(&played, &preview, sizeof played);
    struct level stock;
    struct level_error error;
    assert_true(level_find("first_peekaboo", &stock, &error));
    assert_int_equal(stock.first_ms, 1000);
    end();
}

static void test_an_own_level_is_kept_in_its_place(void **state)
{
    (void)state;
    make_family(0, 0);
    struct family *family = opened();
    assert_true(family_set_text(family, "level", make_own("Our peek")));
    family_close(family);
    open_editor();
    plus(EDITOR_ROUNDS, 1);
    tap(EDITOR_SAVE);
    assert_string_equal(next_game().level.title, "Our peek");
    assert_int_equal(next_game().level.rounds, 7);
    struct level_entry *entries;
    int own = 0, count = own_levels_list(folder, &entries);
    for (int i = 0; i < count; i++) {
        own += entries[i].own;
    }
    free(entries);
    assert_int_equal(own, 1);
    end();
}

static void test_nothing_changed_saves_nothing(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    tap(EDITOR_SAVE);
    assert_ptr_equal(app.scene, &scene_levels);
    assert_string_equal(next_game().level.name, "first_peekaboo");
    end();
}

static void test_it_has_the_name_that_it_was_given(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    tap(EDITOR_NAME);
    for (size_t i = strlen("Little peek, ours"); i > 0; i--) {
        key("Backspace");
    }
    type("Under the blanket");
    tap(EDITOR_NAME_DONE);
    tap(EDITOR_SAVE);
    assert_string_equal(next_game().level.title, "Under the blanket");
    end();
}

static void test_a_name_has_sixty_letters_and_some(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    tap(EDITOR_NAME);
    for (int i = 0; i < 5; i++) {
        type("Ein sehr langer Name für ein Level. ");
    }
    tap(EDITOR_NAME_DONE);
    tap(EDITOR_SAVE);
    assert_ptr_equal(app.scene, &scene_levels);
    tap(LEVELS_CHANGE);
    tap(EDITOR_NAME);
    while (app.editor->name[0]) {
        key("Backspace");
    }
    type("  ");
    tap(EDITOR_NAME_DONE);
    assert_false(editor_changed(app.editor));
    end();
}

static void test_what_is_saved_makes_room_for_the_voices_of_who_plays(void **state)
{
    (void)state;
    make_family(1, 11);
    open_editor();
    plus(EDITOR_ROUNDS, 1);
    struct timeline preview = app.editor->timeline;
    tap(EDITOR_SAVE);
    struct today today = next_game();
    struct timeline played = timeline_make(&today.plan);
    assert_memory_equal(&played, &preview, sizeof played);
    end();
}

// ---- one step up

static void test_the_shortest_stops_one_step_above_the_last_game(void **state)
{
    (void)state;
    make_family(0, 0);
    make_played("first_peekaboo", 0, 1000, 1);
    open_editor();
    plus(EDITOR_FIRST, 9);
    assert_int_equal(draft()->first_ms, 1300);
    char words[120];
    word_fill(words, sizeof words, "ed.stop.step", "a", "1.3", NULL);
    assert_true(page_says(app.page, words));
    tap(EDITOR_SAVE);
    assert_in_range(longest_of_next_game(), 1, 1300);
    end();
}

static void test_a_bigger_first_takes_the_step_back_so_that_today_is_one_step_up(void **state)
{
    (void)state;
    make_family(0, 0);
    make_played("first_peekaboo", 4, 2400, 5); // at most 3.1 next
    open_editor();
    assert_int_equal(app.editor->timeline.longest_ms, 3100);
    plus(EDITOR_FIRST, 10); // 2.0 2.5 3.1
    assert_int_equal(app.editor->timeline.longest_ms, 3100);
    assert_int_equal(app.editor->next.step, 2);
    tap(EDITOR_SAVE);
    assert_int_equal(longest_of_next_game(), 3100);
    end();
}

static void test_a_fuss_is_not_undone_by_a_change(void **state)
{
    (void)state;
    make_family(0, 0);
    make_played("first_peekaboo", 5, 3100, 3); // it was fussy: two steps back
    open_editor();
    plus(EDITOR_ROUNDS, 1);
    assert_int_equal(app.editor->timeline.longest_ms, 2000);
    end();
}

// ---- the cap of the age, and silence

static void test_the_longest_stops_at_the_limit_of_the_age(void **state)
{
    (void)state;
    make_family(0, 0);
    make_age(10);
    open_editor();
    plus(EDITOR_LONGEST, 12);
    assert_int_equal(draft()->longest_ms, 8000);
    char words[120];
    word_fill(words, sizeof words, "ed.stop.age", "a", "8", NULL);
    assert_true(page_says(app.page, words));
    end();
}

static void test_silence_is_repaired_with_one_tap_either_way(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    tap(EDITOR_SOUND);
    assert_int_equal(app.editor->fault, LEVEL_UNHEARD);
    tap(EDITOR_SAVE); // it is off
    assert_ptr_equal(app.scene, &scene_editor);
    tap(EDITOR_REPAIR);
    assert_true(draft()->sound_while_away);
    assert_int_equal(app.editor->fault, LEVEL_FINE);
    tap(EDITOR_SOUND);
    tap(EDITOR_REPAIR_TOO);
    assert_false(draft()->sound_while_away);
    assert_int_equal(draft()->longest_ms, 3000);
    assert_int_equal(app.editor->fault, LEVEL_FINE);
    end();
}

static void test_too_long_is_repaired_with_one_tap_either_way(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    minus(EDITOR_LIMIT, 4); // 60 s
    assert_int_equal(app.editor->fault, LEVEL_TOO_LONG);
    int repair = is_seen(EDITOR_REPAIR_TOO) ? EDITOR_REPAIR_TOO : EDITOR_REPAIR;
    tap(repair);
    assert_int_equal(app.editor->fault, LEVEL_FINE);
    assert_int_equal(draft()->rounds, 6);
    plus(EDITOR_ROUNDS, 2);
    assert_int_equal(app.editor->fault, LEVEL_TOO_LONG);
    tap(EDITOR_REPAIR);
    assert_int_equal(app.editor->fault, LEVEL_FINE);
    assert_in_range(draft()->rounds, 5, 7);
    end();
}

// ---- who and where

static void test_a_friend_who_is_added_hides_in_the_next_game(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    tap(EDITOR_WHO + 2);
    assert_true(recast_has_who(draft(), "duck"));
    tap(EDITOR_SAVE);
    struct level level = next_game().level;
    assert_true(recast_has_who(&level, "duck"));
    end();
}

static void test_somebody_always_hides_somewhere(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    for (int i = 0; i < 11; i++) {
        if (app.editor->who[i]) {
            tap(EDITOR_WHO + i);
        }
    }
    for (int i = 0; i < 9; i++) {
        if (app.editor->places[i]) {
            tap(EDITOR_PLACE + i);
        }
    }
    assert_int_equal(draft()->scene_count, 6);
    assert_string_equal(draft()->scenes[0].who, "bear");
    assert_string_equal(draft()->scenes[0].place, "sofa");
    end();
}

static void test_one_backdrop_is_chosen_for_all(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    tap(EDITOR_BACKDROP + 1);
    tap(EDITOR_PLACE + 1);
    for (int i = 0; i < draft()->scene_count; i++) {
        assert_string_equal(draft()->scenes[i].backdrop, cast_backdrop_name(1));
    }
    end();
}

static void test_another_step_than_the_usual_ones_can_be_chosen_back(void **state)
{
    (void)state;
    make_family(0, 0);
    struct level level;
    level_builtin(&level);
    level.name[0] = '\0';
    level.step_permille = 1400;
    assert_null(own_levels_save(folder, &level));
    struct family *family = opened();
    assert_true(family_set_text(family, "level", level.name));
    family_close(family);
    open_editor();
    tap(EDITOR_STEP);
    assert_int_equal(draft()->step_permille, 1150);
    tap(EDITOR_STEP + 2);
    assert_int_equal(draft()->step_permille, 1400);
    assert_false(editor_changed(app.editor));
    end();
}

// ---- leaving

static void test_back_asks_whether_changes_are_kept(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    tap(EDITOR_BACK);
    assert_ptr_equal(app.scene, &scene_levels);
    end();

    open_editor();
    plus(EDITOR_ROUNDS, 1);
    key("Escape");
    assert_ptr_equal(app.scene, &scene_editor);
    tap(EDITOR_DISCARD);
    assert_ptr_equal(app.scene, &scene_levels);
    assert_int_equal(next_game().level.rounds, 6);
    end();

    open_editor();
    plus(EDITOR_ROUNDS, 1);
    tap(EDITOR_BACK);
    tap(EDITOR_SAVE);
    assert_int_equal(next_game().level.rounds, 7);
    end();
}

static void test_as_it_was_takes_all_changes_back(void **state)
{
    (void)state;
    make_family(0, 0);
    open_editor();
    plus(EDITOR_ROUNDS, 1);
    tap(EDITOR_WHO + 3);
    tap(EDITOR_SOUND);
    tap(EDITOR_RESET);
    assert_false(editor_changed(app.editor));
    assert_int_equal(app.editor->fault, LEVEL_FINE);
    assert_false(app.editor->who[3]);
    end();
}

static void test_the_level_that_was_looked_at_is_the_one_that_is_changed(void **state)
{
    (void)state;
    make_family(0, 0);
    start("levels", 1280, 800);
    tap(LEVELS_ROW + 2);
    tap(LEVELS_CHANGE);
    assert_ptr_equal(app.scene, &scene_editor);
    assert_string_equal(draft()->name, "wait_and_see");
    end();
}

// ---- by chance

// Whatever is pressed, what can be saved keeps the age's cap, one step up and the session's limit.
static void check_draft(int last_ms)
{
    struct editor *editor = app.editor;
    if (editor->fault != LEVEL_FINE || !editor_changed(editor)) {
        return;
    }
    const struct timeline *timeline = &editor->timeline;
    int cap_ms =
        ladder_cap_ms(editor->today.age_months, draft()->peek_permille > 0 && draft()->sound_while_away);
    assert_true(timeline->longest_ms <= cap_ms);
    assert_true(timeline->longest_ms <= (last_ms * 5 / 4 + 50) / 100 * 100);
    assert_true(timeline->total_ms <= draft()->limit_ms);
    assert_int_equal(timeline->rounds, draft()->rounds);
    struct level back;
    struct level_error error;
    char *text = own_levels_text(draft());
    assert_true(level_parse(text, strlen(text), "x", &back, &error));
    free(text);
}

static void press_anything(struct random *random)
{
    static const int sliders[] = {EDITOR_FIRST, EDITOR_LONGEST, EDITOR_ROUNDS, EDITOR_LIMIT, EDITOR_PEEK};
    static const int most[] = {45, 75, 8, 20, 30}, least[] = {0, 0, 5, 2, 0};
    static const int others[] = {EDITOR_TOUCH, EDITOR_STEP, EDITOR_SOUND, EDITOR_SOUND, EDITOR_BACKDROP};
    int which = random_between(random, 0, 4);
    switch (random_between(random, 0, 6)) {
    case 0:
    case 1: editor_slid(&app, sliders[which], random_between(random, least[which], most[which])); return;
    case 2: editor_pressed(&app, EDITOR_WHO + random_between(random, 0, 10)); return;
    case 3: editor_pressed(&app, EDITOR_PLACE + random_between(random, 0, 8)); return;
    case 4: editor_pressed(&app, others[which] + random_between(random, 0, 1)); return;
    case 5: editor_repair(&app, random_between(random, 0, 1)); return;
    default:
        if (random_between(random, 0, 20) == 0) {
            editor_as_it_was(&app);
        }
    }
}

// What is saved is what was checked.
static void save_draft(void)
{
    struct timeline preview = app.editor->timeline;
    bool wrong = app.editor->fault != LEVEL_FINE;
    tap(EDITOR_SAVE);
    assert_ptr_equal(app.scene, wrong ? &scene_editor : &scene_levels);
    struct today today = next_game();
    struct timeline played = timeline_make(&today.plan);
    assert_true(wrong || memcmp(&played, &preview, sizeof played) == 0);
}

static void press_for_a_while(uint64_t seed, int last_ms)
{
    struct random random;
    random_seed(&random, seed);
    for (int i = 0; i < PRESSES; i++) {
        press_anything(&random);
        check_draft(last_ms);
    }
    editor_slid(&app, EDITOR_ROUNDS, 5 + (int)seed % 4); // so that something is changed
    check_draft(last_ms);
    save_draft();
}

static void test_no_press_leads_above_the_cap_one_step_or_the_limit(void **state)
{
    (void)state;
    make_family(0, 0);
    make_age(11);
    make_played("hide_and_hello", 2, 2300, 3);
    for (int i = 0; i < 6; i++) { // each of the game's own levels
        start("home", 1280, 800);
        app_go(&app, &scene_levels);
        frames(3);
        tap(LEVELS_ROW + i);
        tap(LEVELS_CHANGE);
        press_for_a_while((uint64_t)i, 2300);
        end();
    }
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_a_changed_level_becomes_the_familys_and_is_played),
        TEST(test_an_own_level_is_kept_in_its_place),
        TEST(test_nothing_changed_saves_nothing),
        TEST(test_it_has_the_name_that_it_was_given),
        TEST(test_a_name_has_sixty_letters_and_some),
        TEST(test_what_is_saved_makes_room_for_the_voices_of_who_plays),
        TEST(test_the_shortest_stops_one_step_above_the_last_game),
        TEST(test_a_bigger_first_takes_the_step_back_so_that_today_is_one_step_up),
        TEST(test_a_fuss_is_not_undone_by_a_change),
        TEST(test_the_longest_stops_at_the_limit_of_the_age),
        TEST(test_silence_is_repaired_with_one_tap_either_way),
        TEST(test_too_long_is_repaired_with_one_tap_either_way),
        TEST(test_a_friend_who_is_added_hides_in_the_next_game),
        TEST(test_somebody_always_hides_somewhere),
        TEST(test_one_backdrop_is_chosen_for_all),
        TEST(test_another_step_than_the_usual_ones_can_be_chosen_back),
        TEST(test_back_asks_whether_changes_are_kept),
        TEST(test_as_it_was_takes_all_changes_back),
        TEST(test_the_level_that_was_looked_at_is_the_one_that_is_changed),
        TEST(test_no_press_leads_above_the_cap_one_step_or_the_limit),
    };
    return cmocka_run_group_tests_name("editor", tests, NULL, NULL);
}
