// The honest page, For you and the doctor's page by touch and by keys.
#include "corner_app.h"

#include "scenes/doctor.h"
#include "scenes/guidance.h"
#include "store/settings.h"
#include "store/words.h"

static const char *scene_now(void)
{
    return app.scene->name;
}

// ---- before the first game

enum { READ = 1 };

static void test_the_first_start_shows_the_honest_page_and_the_next_one_home(void **state)
{
    (void)state;
    start(NULL, 1280, 800);
    assert_string_equal(scene_now(), "first");
    tap(READ);
    assert_string_equal(scene_now(), "home");
    end();
    start(NULL, 1280, 800);
    assert_string_equal(scene_now(), "home");
    end();
}

static void test_nothing_but_its_button_leads_past_the_honest_page(void **state)
{
    (void)state;
    start(NULL, 1280, 800);
    static const char *const keys[] = {"Escape", "AC Back", "Return", "Space", "P", "F4", "Down"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        key(keys[i]);
        assert_string_equal(scene_now(), "first");
    }
    for (int i = 0; i < 60; i++) { // all over the page but for the button
        float x = (float)(i * 211 % 1280), y = (float)(i * 97 % 560);
        send(EVENT_DOWN, 1, x, y);
        frames(1);
        send(EVENT_UP, 1, x, y);
        frames(2);
    }
    assert_string_equal(scene_now(), "first");
    assert_int_equal(settings_get(app.family, SETTING_FIRST_READ), 0);
    key("Tab");
    key("Return");
    frames(2);
    assert_string_equal(scene_now(), "home"); // a key may press the button
    end();
}

static void test_a_corner_that_closed_on_the_honest_page_comes_back_to_it(void **state)
{
    (void)state;
    start(NULL, 1280, 800);
    app_go(&app, &scene_good_night);
    frames(2);
    app_go(&app, &scene_home); // through the gate
    frames(3);
    assert_string_equal(scene_now(), "first");
    end();
}

static void test_home_asked_for_by_name_is_home(void **state)
{
    (void)state;
    start("home", 1280, 800);
    assert_string_equal(scene_now(), "home");
    end();
}

static void test_a_family_that_cannot_be_kept_reads_once_a_start(void **state)
{
    (void)state;
    start(NULL, 1280, 800);
    family_close(app.family);
    app.family = NULL;
    tap(READ);
    assert_string_equal(scene_now(), "home");
    assert_true(app.first_read);
    end();
}

// ---- For you

static void test_each_card_has_a_title_a_line_and_three_to_six_sentences(void **state)
{
    (void)state;
    words_choose("en");
    for (int i = 0; i < guidance_count(); i++) {
        const struct guidance_card *card = guidance_card(i);
        assert_in_range(card->sentences, 3, 6);
        char part[16];
        assert_string_not_equal(word(card->key), card->key); // a missing word is its key
        assert_string_not_equal(guidance_word(card, "h"), card->key);
        for (int n = 1; n <= card->sentences; n++) {
            snprintf(part, sizeof part, "%d", n);
            assert_string_not_equal(guidance_word(card, part), card->key);
        }
        snprintf(part, sizeof part, "%d", card->sentences + 1);
        assert_string_equal(guidance_word(card, part), card->key); // and none is left over
    }
}

static void test_a_card_opens_and_closes(void **state)
{
    (void)state;
    start("guidance", 1280, 800);
    for (int i = 0; i < guidance_count(); i += 4) {
        tap(GUIDANCE_CARDS + i);
        assert_true(page_says(app.page, guidance_word(guidance_card(i), "1")));
        tap(GUIDANCE_CLOSE);
        assert_false(page_says(app.page, guidance_word(guidance_card(i), "1")));
    }
    tap(GUIDANCE_HONEST);
    assert_true(page_says(app.page, word("h.1")));
    key("Escape"); // closes the sheet, and then goes home
    assert_string_equal(scene_now(), "guidance");
    key("Escape");
    assert_string_equal(scene_now(), "home");
    end();
}

static void test_the_doctor_is_one_touch_away_and_back_leads_back(void **state)
{
    (void)state;
    start("guidance", 800, 1280);
    tap(GUIDANCE_DOCTOR);
    assert_string_equal(scene_now(), "doctor");
    assert_true(page_says(app.page, "112"));
    assert_true(page_says(app.page, word("d.none")));
    tap(DOCTOR_BACK);
    assert_string_equal(scene_now(), "guidance");
    end();
}

// ---- the doctor's numbers

static void test_what_is_written_down_stays(void **state)
{
    (void)state;
    start("doctor", 1280, 800);
    tap(DOCTOR_WRITE);
    type("Dr. Weber");
    key("Return");
    type("030 1234567");
    key("Return"); // behind the last one it is kept
    assert_false(app.doctor->writing);
    end();
    start("doctor", 1280, 800);
    assert_true(page_says(app.page, "Dr. Weber · 030 1234567"));
    end();
}

static void test_tab_goes_on_to_the_next_field_and_the_typing_with_it(void **state)
{
    (void)state;
    start("doctor", 1280, 800);
    tap(DOCTOR_WRITE);
    type("Dr. Weber");
    key("Tab");
    type("030 ");
    key("Tab"); // Save
    type("1234567");
    key("Return");
    assert_true(page_says(app.page, "Dr. Weber · 030 1234567"));
    end();
}

static void test_enter_goes_on_from_a_field_that_tab_reached(void **state)
{
    (void)state;
    start("doctor", 1280, 800);
    tap(DOCTOR_WRITE);
    key("Up"); // the emergency number
    key("Return");
    type("Dr. Weber");
    assert_string_equal(app.doctor->typed[FIELD_NAME], "Dr. Weber");
    end();
}

static void test_another_emergency_number_and_the_usual_one_again(void **state)
{
    (void)state;
    start("doctor", 1280, 800);
    tap(DOCTOR_WRITE);
    tap(DOCTOR_FIELDS + FIELD_EMERGENCY);
    key("Backspace");
    key("Backspace");
    key("Backspace");
    type("999");
    tap(DOCTOR_KEEP);
    assert_true(page_says(app.page, "999"));
    tap(DOCTOR_WRITE);
    tap(DOCTOR_FIELDS + FIELD_EMERGENCY);
    key("Backspace");
    key("Backspace");
    key("Backspace");
    tap(DOCTOR_KEEP);
    assert_true(page_says(app.page, "112")); // none is no number
    end();
}

static void test_a_sheet_that_is_closed_keeps_nothing(void **state)
{
    (void)state;
    start("doctor", 1280, 800);
    tap(DOCTOR_WRITE);
    type("Dr. Nobody");
    tap(DOCTOR_CLOSE);
    assert_true(page_says(app.page, word("d.none")));
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    words_choose("en");
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_the_first_start_shows_the_honest_page_and_the_next_one_home),
        TEST(test_nothing_but_its_button_leads_past_the_honest_page),
        TEST(test_a_corner_that_closed_on_the_honest_page_comes_back_to_it),
        TEST(test_home_asked_for_by_name_is_home),
        TEST(test_a_family_that_cannot_be_kept_reads_once_a_start),
        TEST(test_each_card_has_a_title_a_line_and_three_to_six_sentences),
        TEST(test_a_card_opens_and_closes),
        TEST(test_the_doctor_is_one_touch_away_and_back_leads_back),
        TEST(test_what_is_written_down_stays),
        TEST(test_tab_goes_on_to_the_next_field_and_the_typing_with_it),
        TEST(test_enter_goes_on_from_a_field_that_tab_reached),
        TEST(test_another_emergency_number_and_the_usual_one_again),
        TEST(test_a_sheet_that_is_closed_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
