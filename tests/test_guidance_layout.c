// The honest page, For you with each card opened, and the doctor's page are well laid out in every shape and
// language.
#include "corner_app.h"

#include "scenes/doctor.h"
#include "scenes/guidance.h"

static void the_page(void)
{
    look_at("the page");
}

static void test_the_honest_page(void **state)
{
    (void)state;
    everywhere("first", the_page);
}

static void the_list(void)
{
    look_at("the list");
    for (int i = 0; i < guidance_count(); i += 3) {
        page_reveal(app.page, GUIDANCE_CARDS + i);
        look_at("the list, scrolled");
    }
}

static void test_for_you(void **state)
{
    (void)state;
    everywhere("guidance", the_list);
}

static void each_card(void)
{
    app.guidance->opened = GUIDANCE_STATEMENT;
    look_at("the honest statement");
    for (int i = 0; i < guidance_count(); i++) { // on the sheet that has come in
        app.guidance->opened = i;
        frames(2);
        assert_well_laid(guidance_card(i)->key);
    }
}

static void test_each_card_opened(void **state)
{
    (void)state;
    everywhere("guidance", each_card);
}

static void test_the_doctors_page(void **state)
{
    (void)state;
    everywhere("doctor", the_page);
}

static void written(void)
{
    static const char *const long_ones[] = {"112 / 999 / 911", "Kinderarztpraxis Dr. Weber-Öztürk",
                                            "+49 30 1234567-89"};
    for (int i = 0; i < DOCTOR_FIELD_COUNT; i++) {
        snprintf(app.doctor->kept[i], DOCTOR_TEXT_SIZE, "%s", long_ones[i]);
        snprintf(app.doctor->typed[i], DOCTOR_TEXT_SIZE, "%s", long_ones[i]);
    }
    look_at("the page with numbers");
    app.doctor->writing = true;
    look_at("the sheet");
}

static void test_numbers_written_down(void **state)
{
    (void)state;
    everywhere("doctor", written);
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_the_honest_page),      TEST(test_for_you),
        TEST(test_each_card_opened),     TEST(test_the_doctors_page),
        TEST(test_numbers_written_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
