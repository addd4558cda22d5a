// Each setting takes effect, at once and for good: what it changes is heard, seen or read.
#include "corner_app.h"

#include <limits.h>

#include "platform/files.h"
#include "platform/locale.h"
#include "scenes/lock.h"
#include "scenes/settings_inside.h"

static char disk_file[64], trace_file[64];

static void set(enum setting setting, int value)
{
    struct family *family = opened();
    assert_true(settings_set(family, setting, value));
    family_close(family);
}

// A backup may come from anywhere.
static void test_an_age_that_no_baby_has_is_brought_into_range(void **state)
{
    (void)state;
    static const struct {
        int kept, read;
    } ages[] = {{INT_MAX, 36}, {INT_MIN, 0}, {-1, 0}, {1, 7}, {36, 36}};
    make_family(0, 0);
    struct family *family = opened();
    assert_true(family_set(family, "age_set_day", (int)(NOW / 86400) - 190));
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++) {
        assert_true(family_set(family, "age_months", ages[i].kept));
        assert_int_equal(settings_age(family, NOW), ages[i].read);
    }
    family_close(family);
}

static int kept_setting(enum setting setting)
{
    struct family *family = opened();
    int value = settings_get(family, setting);
    family_close(family);
    return value;
}

// ---- what is heard

// The loudest sample that was mixed.
static int heard(void)
{
    size_t length = 0;
    char *bytes = files_read(disk_file, &length);
    assert_non_null(bytes);
    const int16_t *samples = (const int16_t *)(const void *)bytes;
    int loudest = 0;
    for (size_t i = 0; i < length / 2; i++) {
        loudest = abs(samples[i]) > loudest ? abs(samples[i]) : loudest;
    }
    free(bytes);
    return loudest;
}

static int test_is_heard(void)
{
    setenv("SDL_AUDIODRIVER", "disk", 1);
    start("settings", 1280, 800);
    tap(SETTINGS_TEST);
    frames(60);
    end();
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    return heard();
}

static void test_a_softer_choice_is_softer_and_the_most_is_the_ceiling(void **state)
{
    (void)state;
    int peaks[3];
    make_family(0, 0);
    for (int loudest = 0; loudest < 3; loudest++) {
        set(SETTING_LOUDEST, loudest);
        peaks[loudest] = test_is_heard();
    }
    assert_true(peaks[2] > 1000);
    assert_in_range(peaks[0] * 1000 / peaks[2], 390, 406); // -8 dB
    assert_in_range(peaks[1] * 1000 / peaks[2], 625, 641); // -4 dB
}

static void test_the_slider_sets_it_and_a_sound_that_is_on_follows(void **state)
{
    (void)state;
    make_family(0, 0);
    start("settings", 1280, 800);
    assert_int_equal(settings_get(app.family, SETTING_LOUDEST), 1);
    assert_true(page_says(app.page, word("s.vol.talk")));
    tap(SETTINGS_LOUDEST + 2);
    assert_int_equal(settings_get(app.family, SETTING_LOUDEST), 2);
    assert_true(page_says(app.page, word("s.vol.loud")));
    tap(SETTINGS_LOUDEST + 2); // there is no more
    tap(SETTINGS_LOUDEST + 1);
    tap(SETTINGS_LOUDEST + 1);
    end();
    assert_int_equal(kept_setting(SETTING_LOUDEST), 0);
}

static void test_a_second_press_stops_the_test_and_its_end_does(void **state)
{
    (void)state;
    make_family(0, 0);
    start("settings", 1280, 800);
    tap(SETTINGS_TEST);
    assert_true(page_says(app.page, word("a11y.stop")));
    tap(SETTINGS_TEST);
    assert_true(page_says(app.page, word("s.test")));
    tap(SETTINGS_TEST);
    frames(240);
    assert_true(page_says(app.page, word("s.test")));
    end();
}

static void test_the_test_is_who_plays_today_but_not_where_a_voice_upsets(void **state)
{
    (void)state;
    make_family(1, 11); // whose takes are as loud as 2000
    set(SETTING_LOUDEST, 2);
    int own = test_is_heard();
    set(SETTING_VOICE_OFF, 1);
    int stock = test_is_heard();
    assert_in_range(own, 1416, 2100 * 708 / 1000);
    assert_true(stock > 2 * own);
}

// A session from its hello on, and what its trace says of it.
static int session_is_heard(char **trace)
{
    struct options options = {.w = 320,
                              .h = 200,
                              .data = folder,
                              .screen = "play",
                              .step = 0,
                              .trace = trace_file,
                              .virtual_time = true,
                              .seeded = true,
                              .seed = 1,
                              .stop_after_ms = 20000};
    setenv("SDL_AUDIODRIVER", "disk", 1);
    assert_true(app_open(&app, &options));
    while (app_frame(&app)) {
    }
    end();
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    *trace = files_read(trace_file, NULL);
    assert_non_null(*trace);
    return heard();
}

static void test_loudness_and_headphones_change_what_is_heard_and_nothing_else(void **state)
{
    (void)state;
    char *traces[3];
    make_family(1, 11);
    set(SETTING_LOUDEST, 2);
    int loud = session_is_heard(&traces[0]);
    set(SETTING_LOUDEST, 0);
    int soft = session_is_heard(&traces[1]);
    set(SETTING_HEADPHONES, 1);
    int silent = session_is_heard(&traces[2]);
    assert_true(loud > 1000);
    assert_in_range(soft * 1000 / loud, 390, 406);
    assert_int_equal(silent, 0);
    assert_string_equal(traces[0], traces[1]);
    assert_string_equal(traces[0], traces[2]);
    for (int i = 0; i < 3; i++) {
        free(traces[i]);
    }
}

static void test_with_headphones_a_grown_up_still_hears_what_they_ask_for(void **state)
{
    (void)state;
    make_family(0, 0);
    set(SETTING_HEADPHONES, 1);
    assert_true(test_is_heard() > 500);
}

// ---- what is read

static void test_a_language_is_there_at_once_and_stays(void **state)
{
    (void)state;
    make_family(0, 0);
    start("settings", 1280, 800);
    words_choose("en"); // whatever the system prefers
    for (int i = 0; words_code(i); i++) {
        tap(SETTINGS_LANGUAGE);
        tap(SETTINGS_OPTION + 1 + i);
        assert_string_equal(words_language(), words_code(i));
        assert_true(page_says(app.page, word_in(words_code(i), "s.title")));
        assert_true(page_says(app.page, word_in(words_code(i), "s.lang.own")));
    }
    end();
    start("home", 1280, 800);
    assert_string_equal(words_language(), words_code(2)); // the last that was tapped
    app_go(&app, &scene_settings);
    frames(2);
    tap(SETTINGS_LANGUAGE);
    tap(SETTINGS_OPTION);
    char preferred[16];
    locale_preferred(preferred, sizeof preferred);
    words_choose(preferred);
    assert_true(page_says(app.page, word("s.lang.sys")));
    end();
    words_choose("en");
}

static void test_the_languages_there_are_have_names_of_their_own(void **state)
{
    (void)state;
    assert_non_null(words_code(2));
    for (int i = 0; words_code(i); i++) {
        assert_string_not_equal(words_code(i), "qps");
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(word_in(words_code(i), "s.lang.own"),
                                    word_in(words_code(j), "s.lang.own"));
        }
    }
}

static int height_of_a_line(void)
{
    return page_text_height(app.page, (struct look){.type = TYPE_BODY}, "M", 500);
}

static void test_larger_text_is_larger_at_once_and_stays(void **state)
{
    (void)state;
    make_family(0, 0);
    start("settings", 1280, 800);
    int before = height_of_a_line();
    tap(SETTINGS_LARGE);
    int larger = height_of_a_line();
    assert_true(larger * 10 > before * 11);
    app_go(&app, &scene_home);
    frames(5);
    assert_int_equal(height_of_a_line(), larger);
    end();
    start("settings", 1280, 800);
    assert_int_equal(height_of_a_line(), larger);
    tap(SETTINGS_LARGE);
    assert_int_equal(height_of_a_line(), before);
    end();
}

// ---- what is seen

static uint32_t *pixels_now(void)
{
    enum { PIXELS = 320 * 200 };
    uint32_t *copy = malloc(PIXELS * sizeof *copy);
    assert_non_null(copy);
    memcpy(copy, canvas_pixels(app.canvas), PIXELS * sizeof *copy);
    return copy;
}

// How many of the first three seconds' pictures of a session differ from the one before.
static int pictures_that_change(void)
{
    struct options options = {.w = 320,
                              .h = 200,
                              .data = folder,
                              .screen = "play",
                              .step = 0,
                              .virtual_time = true,
                              .draw_all = true,
                              .seeded = true,
                              .seed = 1,
                              .stop_after_ms = 20000};
    int changed = 0;
    assert_true(app_open(&app, &options));
    frames(60); // the scene has come
    uint32_t *before = pixels_now();
    for (int i = 0; i < 180; i++) {
        frames(1);
        uint32_t *after = pixels_now();
        changed += memcmp(before, after, sizeof *after * 320 * 200) != 0;
        free(before);
        before = after;
    }
    free(before);
    end();
    return changed;
}

static void test_with_fewer_movements_less_of_a_session_moves(void **state)
{
    (void)state;
    make_family(0, 0);
    int lively = pictures_that_change();
    start("settings", 1280, 800);
    tap(SETTINGS_CALM);
    end();
    int calm = pictures_that_change();
    print_message("%d pictures changed, with fewer movements %d\n", lively, calm);
    assert_true(calm > 0 && calm < lively);
}

// ---- the game

static void test_a_game_is_no_longer_than_was_chosen(void **state)
{
    (void)state;
    make_family(0, 0);
    start("settings", 1280, 800);
    assert_true(page_says(app.page, word("s.len.level")));
    tap(SETTINGS_LENGTH);
    tap(SETTINGS_OPTION + 1);
    assert_true(page_says(app.page, "1½ min"));
    tap(SETTINGS_BACK);
    frames(5);
    assert_ptr_equal(app.scene, &scene_home);
    app_go(&app, &scene_play);
    frames(5);
    assert_int_equal(app.play.today.plan.limit_ms, 90000);
    end();
    assert_int_equal(kept_setting(SETTING_GAME_S), 90);
}

static void test_the_rest_is_kept_in_minutes(void **state)
{
    (void)state;
    make_family(0, 0);
    start("settings", 1280, 800);
    tap(SETTINGS_REST);
    tap(SETTINGS_OPTION);
    assert_true(page_says(app.page, word("hours.one")));
    end();
    assert_int_equal(kept_setting(SETTING_REST_MIN), 60);
}

static void test_switches_go_on_and_off(void **state)
{
    (void)state;
    static const struct {
        int id;
        enum setting setting;
    } switches[] = {{SETTINGS_PHONES, SETTING_HEADPHONES},
                    {SETTINGS_VOICE, SETTING_VOICE_OFF},
                    {SETTINGS_CALM, SETTING_LESS_MOTION},
                    {SETTINGS_LARGE, SETTING_LARGE_TEXT}};
    make_family(0, 0);
    start("settings", 800, 1280);
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        tap(switches[i].id);
        assert_int_equal(settings_get(app.family, switches[i].setting), 1);
        tap(switches[i].id);
        assert_int_equal(settings_get(app.family, switches[i].setting), 0);
    }
    end();
}

static void test_all_is_done_by_keys_too(void **state)
{
    (void)state;
    make_family(0, 0);
    bool found = false;
    for (int tabs = 2; tabs < 12 && !found; tabs++) { // the first is Back
        start("settings", 1280, 800);
        for (int i = 0; i < tabs; i++) {
            key("Tab");
        }
        key("Return");
        found = app.settings->sheet == SETTINGS_LENGTH_SHEET;
        if (!found) {
            end();
        }
    }
    assert_true(found);
    key("Escape");
    assert_int_equal(app.settings->sheet, SETTINGS_NO_SHEET);
    key("Escape");
    frames(5);
    assert_ptr_equal(app.scene, &scene_home);
    end();
}

static void test_where_nothing_can_be_kept_it_is_said(void **state)
{
    (void)state;
    write_file("family.db", "not a family", 12);
    start("settings", 1280, 800);
    assert_null(app.family);
    tap(SETTINGS_PHONES);
    assert_true(page_says(app.page, word("v.not.kept")));
    end();
}

static void test_how_to_stay_in_the_game_leads_back_to_settings(void **state)
{
    (void)state;
    make_family(0, 0);
    start("settings", 1280, 800);
    tap(SETTINGS_LOCK);
    frames(5);
    assert_ptr_equal(app.scene, &scene_lock);
    tap(LOCK_BACK);
    frames(5);
    assert_ptr_equal(app.scene, &scene_settings);
    end();
}

static int name_files(void **state)
{
    (void)state;
    snprintf(disk_file, sizeof disk_file, "test_settings_%d.raw", (int)getpid());
    snprintf(trace_file, sizeof trace_file, "test_settings_%d.trace", (int)getpid());
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("SDL_DISKAUDIOFILE", disk_file, 1);
    return 0;
}

static int remove_files(void **state)
{
    (void)state;
    remove(trace_file);
    return remove(disk_file);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_an_age_that_no_baby_has_is_brought_into_range),
        TEST(test_a_softer_choice_is_softer_and_the_most_is_the_ceiling),
        TEST(test_the_slider_sets_it_and_a_sound_that_is_on_follows),
        TEST(test_a_second_press_stops_the_test_and_its_end_does),
        TEST(test_the_test_is_who_plays_today_but_not_where_a_voice_upsets),
        TEST(test_loudness_and_headphones_change_what_is_heard_and_nothing_else),
        TEST(test_with_headphones_a_grown_up_still_hears_what_they_ask_for),
        TEST(test_a_language_is_there_at_once_and_stays),
        TEST(test_the_languages_there_are_have_names_of_their_own),
        TEST(test_larger_text_is_larger_at_once_and_stays),
        TEST(test_with_fewer_movements_less_of_a_session_moves),
        TEST(test_a_game_is_no_longer_than_was_chosen),
        TEST(test_the_rest_is_kept_in_minutes),
        TEST(test_switches_go_on_and_off),
        TEST(test_all_is_done_by_keys_too),
        TEST(test_where_nothing_can_be_kept_it_is_said),
        TEST(test_how_to_stay_in_the_game_leads_back_to_settings),
    };
    return cmocka_run_group_tests(tests, name_files, remove_files);
}
