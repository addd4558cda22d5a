// Levels and their editor are well laid out in every shape and language: no text is cut, no target too small
// or under another.
#include "family_levels.h"

#include "scenes/editor_inside.h"
#include "scenes/levels_inside.h"

// ---- the list and the level that is shown

// The first, and those where a family's own stand.
static void each_level(void)
{
    int last = app.levels->count - 1, rows[] = {0, last - 1, last};
    for (int i = 0; i < 3; i++) {
        app.levels->shown = rows[i];
        page_reveal(app.page, LEVELS_ROW + rows[i]);
        look_at("a level");
    }
}

static void test_the_levels_of_a_new_family(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere("levels", each_level);
}

static void test_own_levels_and_a_broken_one(void **state)
{
    (void)state;
    make_family(0, 0);
    make_own(long_title);
    make_broken("mended_by_hand.yaml");
    make_age(6);
    make_played("first_peekaboo", 3, 2000, 4);
    everywhere("levels", each_level);
}

static void each_wish(void)
{
    static const struct ladder wishes[] = {
        {.shorter = 1}, {.shorter = 2}, {.stay = true}, {.shorter = 1, .stay = true}};
    struct levels_row *row = levels_shown(&app);
    row->entry.own = true; // with all the buttons there are
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
        row->stored = wishes[i];
        look_at("a wish");
    }
}

static void test_what_was_wished(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere("levels", each_wish);
}

// ---- the editor

static void the_editor(void)
{
    static const int ids[] = {EDITOR_FIRST, EDITOR_WHO + 10, EDITOR_NAME};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        page_reveal(app.page, ids[i]);
        look_at("the editor");
    }
}

static void test_a_level_as_it_is(void **state)
{
    (void)state;
    make_family(1, 11);
    everywhere("editor", the_editor);
}

static void make_odd_own(void)
{
    struct level level;
    level_builtin(&level);
    level.name[0] = '\0';
    snprintf(level.title, sizeof level.title, "%s", long_title);
    level.step_permille = 1333;
    level.peek_permille = 0;
    level.limit_ms = 200000;
    level.rounds = 8;
    level.touch = TOUCH_ANSWERS;
    assert_null(own_levels_save(folder, &level));
    struct family *family = opened();
    assert_true(family_set_text(family, "level", level.name));
    assert_true(settings_set(family, SETTING_GAME_S, 120));
    family_close(family);
}

static void everybody(void)
{
    for (int i = 0; i < EDITOR_WHO_MAX && editor_who_id(i); i++) {
        if (!app.editor->who[i]) {
            editor_pressed(&app, EDITOR_WHO + i);
        }
    }
    the_editor();
}

static void test_an_own_level_with_odd_values_and_everybody_in_it(void **state)
{
    (void)state;
    make_family(6, 0);
    make_odd_own();
    everywhere("editor", everybody);
}

static void look_at_fault(const char *what, enum level_fault fault)
{
    editor_work_out(&app);
    assert_int_equal(app.editor->fault, fault);
    editor_save(&app); // a toast says it again
    look_at(what);
    editor_as_it_was(&app);
}

static void each_fault(void)
{
    struct level *level = &app.editor->level;
    level->sound_while_away = false;
    look_at_fault("no sound", LEVEL_UNHEARD);
    level->peek_permille = 0;
    look_at_fault("nothing to see", LEVEL_UNSEEN);
    level->first_ms = 3000;
    look_at_fault("too far", LEVEL_TOO_FAR);
    level->rounds = 8;
    level->limit_ms = 90000;
    look_at_fault("too long", LEVEL_TOO_LONG);
}

static void test_each_fault_with_its_repairs(void **state)
{
    (void)state;
    make_family(0, 0);
    make_played("first_peekaboo", 0, 1000, 1);
    everywhere("editor", each_fault);
}

static void each_sheet(void)
{
    snprintf(app.editor->name, sizeof app.editor->name, "Behind the sofa");
    app.editor->sheet = EDITOR_SHEET_NAME;
    look_at("the name's sheet");
    app.editor->sheet = EDITOR_SHEET_LEAVE;
    look_at("leaving");
    app.editor->level.peek_permille = 0;
    editor_work_out(&app);
    look_at("leaving with a fault");
}

static void test_the_sheets(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere("editor", each_sheet);
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_the_levels_of_a_new_family),
        TEST(test_own_levels_and_a_broken_one),
        TEST(test_what_was_wished),
        TEST(test_a_level_as_it_is),
        TEST(test_an_own_level_with_odd_values_and_everybody_in_it),
        TEST(test_each_fault_with_its_repairs),
        TEST(test_the_sheets),
    };
    return cmocka_run_group_tests_name("levels_layout", tests, NULL, NULL);
}
