// Away for real is well laid out in every part and state, in every shape, for every family, in every
// language.
#include "corner_app.h"

#include "scenes/away_inside.h"
#include "store/partings.h"

// So many easy ones at each step up to one.
static void add_partings(int to, int easy_there)
{
    struct family *family = opened();
    for (int step = 0; step <= to; step++) {
        for (int i = 0; i < (step < to ? PARTING_EASY_TIMES : easy_there); i++) {
            int seconds = parting_seconds(step);
            const struct parting parting = {
                .began = NOW, .step = step, .planned_s = seconds, .took_s = seconds};
            assert_true(partings_add(family, &parting));
        }
    }
    family_close(family);
}

// The calendar is NOW's only after the start.
static void ask_again(void)
{
    away_load(&app);
}

static void look_at_every_part(void)
{
    look_at("who stays");
    tap(AWAY_START);
    look_at("nobody stays yet");
    away_choose_stays(&app, app.people.count > 1 ? app.people.list[1].id : STAYS_SOMEONE);
    look_at("somebody stays");
    away_go(&app, AWAY_LEAVING);
    look_at("saying goodbye");
    away_go(&app, AWAY_WAITING);
    look_at("waiting");
    app.away->hold.hint_ms = app.now_ms + 3000;
    look_at("waiting, with a hint");
    app.away->wait.state = WAIT_OVER;
    look_at("on the way");
    app.away->wait.state = WAIT_CALLED;
    look_at("called");
    away_go(&app, AWAY_REUNION);
    look_at("the reunion");
    app.away->wait.took_ms = app.away->wait.length_ms;
    look_at("the reunion after the whole time");
    away_go(&app, AWAY_CHOOSING);
    away_note(&app, PARTING_EASY);
    look_at("noted");
}

static void test_for_nobody(void **state)
{
    (void)state;
    make_family(0, 0);
    everywhere_from("away", ask_again, look_at_every_part);
}

static void test_for_two_with_voices(void **state)
{
    (void)state;
    make_family(2, 11);
    add_partings(2, 1);
    everywhere_from("away", ask_again, look_at_every_part);
}

static void look_at_wishes(void)
{
    look_at("three minutes are plenty");
    tap(AWAY_LONGER);
    look_at("longer by choice");
    tap(AWAY_AS_BEFORE);
    tap(AWAY_SHORTER);
    look_at("shorter");
    tap(AWAY_AS_BEFORE);
    app.away->stand.step = PARTING_RESTING - 1;
    look_at("a step is offered");
}

static void test_for_six_who_may_wish(void **state)
{
    (void)state;
    make_family(6, 0);
    add_partings(PARTING_RESTING, 3);
    everywhere_from("away", ask_again, look_at_wishes);
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_for_nobody),
        TEST(test_for_two_with_voices),
        TEST(test_for_six_who_may_wish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
