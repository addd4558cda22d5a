// Progress and its sheets are well laid out in every shape and language, for a family with no game and with
// hundreds.
#include "family_games.h"

#include "scenes/deletion.h"
#include "scenes/deletion_inside.h"
#include "scenes/progress_inside.h"

// Nothing moves in: two frames are enough.
static void glance(const char *what)
{
    char said[200];
    frames(2);
    snprintf(said, sizeof said, "%s in %d x %d, %s", what, page_w(app.page), page_h(app.page),
             words_language());
    assert_well_laid(said);
}

static void the_page(void)
{
    glance("the page");
    if (is_seen(PROGRESS_DELETE)) {
        page_reveal(app.page, PROGRESS_DELETE);
        glance("its foot");
    }
}

// ---- any number of games, the youngest of a family that has played hundreds

static void eight_hundred_games(void)
{
    a_family_with_games(0);
    struct family *family = opened();
    a_game(family, a_level, calm_one, (int64_t)800 * 12 * AN_HOUR);
    a_game(family, "second", fussy_one, (int64_t)3 * AN_HOUR);
    family_close(family);
    meddle(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 799)"
        "INSERT INTO session(level, began, age_months, step, own_away_ms, longest_calm_ms, calm, upsets, why,"
        " ended, unclear, next_step) SELECT level, began + i * 43200, 8, step, own_away_ms,"
        " longest_calm_ms + i % 20 * 100, 6, i % 7 = 0, 'done', began + i * 43200 + 100, i % 9 = 0, step"
        " FROM session, n WHERE id = 1");
}

static void any_number(void)
{
    static const int numbers[] = {0, 1, 2, 5, 16, 100, 800};
    for (int span = 0; span < SPANS; span++) {
        progress_show(&app, (enum span)span);
        the_page();
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        app.progress->from = app.progress->count - numbers[i];
        app.progress->chosen = numbers[i] - 1; // -1: none
        glance("so many games");
    }
}

// Every sentence there is about what is next, the longest ones too.
static void the_reasons(void)
{
    struct progress_next *next = &app.progress->next;
    *next = (struct progress_next){.away_ms = 12400, .played = true, .after_steps = 2, .since_steps = 2};
    for (int after = 0; after < WHY_AFTERS; after++) {
        next->after = (enum why_after)after;
        next->since = (enum why_since)(after % WHY_SINCES);
        glance("a reason");
    }
}

static void the_copy_sheet(void)
{
    app.progress->saving = true;
    look_at("the sheet of copies");
}

static void the_deletion(void)
{
    static const int choices[] = {0, FORGET_NOTES, FORGET_NOTES | FORGET_VOICES, FORGET_ALL & ~FORGET_NOTES,
                                  FORGET_ALL};
    deletion_open(&app);
    look_at("the deletion's sheet");
    for (int much = 0; much < 2; much++) {
        for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
            app.deletion->chosen = choices[i];
            glance("the deletion's sheet");
        }
        app.deletion->counts = (struct forget_counts){800, 117, 12, 12, 24};
    }
    app.deletion->gone = FORGET_VOICES;
    glance("the deletion's sheet, waiting");
    app.deletion->gone = FORGET_NOTES;
    app.deletion->open = false;
    look_at("the notes, deleted");
    app.deletion->gone = 0;
}

static void all_of_it(void)
{
    app.calendar_seconds = 0; // the games are told from now
    any_number();
    the_reasons();
    the_copy_sheet();
    app.progress->saving = false;
    the_deletion();
}

static void test_for_a_family_that_played(void **state)
{
    (void)state;
    eight_hundred_games();
    everywhere("progress", all_of_it);
}

static void test_for_nobody(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere("progress", the_page);
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_for_nobody),
        TEST(test_for_a_family_that_played),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
