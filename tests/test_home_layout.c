// Home is well laid out in each of its states, in every shape and language.
#include "home_family.h"

#include "scenes/home.h"

static void the_page(void)
{
    look_at("home");
    page_reveal(app.page, HOME_YOU); // what scrolls is looked at too
    look_at("home, scrolled");
}

static void test_nobody_yet(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere("home", the_page);
}

static void test_many_people(void **state)
{
    (void)state;
    make_family(6, 11);
    everywhere("home", the_page);
}

static void test_resting(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = HOUR, .step = 4, .calm = 6}, 1);
    everywhere("home", the_page);
}

static void test_not_now(void **state)
{
    (void)state;
    make_played((struct played[]){{.ago_s = 3 * DAY_S, .step = 4, .upsets = 1},
                                  {.ago_s = 2 * DAY_S, .step = 2, .upsets = 1},
                                  {.ago_s = DAY_S + HOUR, .step = 0, .upsets = 1}},
                3);
    everywhere("home", the_page);
}

static void noted_as_fussy(void)
{
    static const char *const by_the_game[] = {"home.heard", "home.heard.maybe"};
    the_page();
    for (size_t i = 0; i < sizeof by_the_game / sizeof *by_the_game; i++) {
        app.home->fussed = by_the_game[i];
        page_reveal(app.page, HOME_SLIP);
        look_at("home, after crying that the game heard");
        assert_true(is_seen(HOME_SLIP) && page_says(app.page, word(by_the_game[i])));
    }
}

static void test_after_a_fuss(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 4 * HOUR, .step = 4, .calm = 2, .upsets = 1}, 1);
    everywhere("home", noted_as_fussy);
}

static void test_after_an_unclear_game(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 4 * HOUR, .step = 4, .unclear = true}, 1);
    everywhere("home", the_page);
}

static void test_after_a_gap(void **state)
{
    (void)state;
    make_played(&(struct played){.ago_s = 9 * DAY_S, .step = 4, .calm = 6}, 1);
    everywhere("home", the_page);
}

static void nothing_can_be_kept(void)
{
    app.home->note = NOTE_NOT_KEPT;
    look_at("home without a family");
}

static void test_where_nothing_can_be_kept(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere("home", nothing_can_be_kept);
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_nobody_yet),   TEST(test_many_people),
        TEST(test_resting),      TEST(test_not_now),
        TEST(test_after_a_fuss), TEST(test_after_an_unclear_game),
        TEST(test_after_a_gap),  TEST(test_where_nothing_can_be_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
