// Listen for crying: off until a grown-up switches it on, which asks for the microphone there and then; it is
// on only where something is heard, and the row says why not. The microphone is invented: it does what the
// test says, and notes whether it is open.
#include "corner_app.h"

#include "platform/microphone.h"
#include "scenes/settings_inside.h"
#include "store/settings.h"

struct microphone {
    bool open;
};

static struct {
    struct microphone one;
    enum microphone_state state;
    int16_t sample;   // all of what it gives
    int waiting;      // samples that have arrived
    bool never_opens; // no memory
    bool never_closes, in_browser;
    bool asks_each_time; // a browser: to be heard it needs no more, and yet it is not allowed for good
    int opened;
} room;

bool microphone_in_browser(void)
{
    return room.in_browser;
}

struct microphone *microphone_open(bool virtual_time)
{
    assert_true(virtual_time);
    room.opened++;
    room.one.open = !room.never_opens;
    return room.never_opens ? NULL : &room.one;
}

enum microphone_state microphone_state(const struct microphone *microphone)
{
    assert_true(microphone->open);
    return room.state;
}

int microphone_read(struct microphone *microphone, int16_t *samples, int most)
{
    int count = room.waiting < most ? room.waiting : most;
    assert_true(microphone->open);
    for (int i = 0; i < count; i++) {
        samples[i] = room.sample;
    }
    room.waiting -= count;
    return count;
}

void microphone_virtual(struct microphone *microphone, int now_ms)
{
    assert_true(microphone->open);
    assert_true(now_ms >= 0);
}

bool microphone_close(struct microphone *microphone)
{
    if (microphone) {
        assert_true(microphone->open);
        microphone->open = false;
    }
    return !room.never_closes;
}

// What play uses; nobody plays here.

bool microphone_allowed(void)
{
    return !room.asks_each_time;
}

void microphone_leave(struct microphone *microphone)
{
    microphone_close(microphone);
}

bool microphone_all_let_go(int most_ms)
{
    (void)most_ms;
    return true;
}

// ---- the row

static int make_room(void **state)
{
    memset(&room, 0, sizeof room);
    room.state = MICROPHONE_OPENING;
    return make_folder(state);
}

static int leave_room(void **state)
{
    app_close(&app);
    app = (struct app){0};
    return remove_folder(state);
}

static void at_settings(void)
{
    make_family(0, 0);
    start("settings", 1280, 800);
    words_choose("en");
}

static bool is_on(void)
{
    return settings_get(app.family, SETTING_LISTEN) != 0;
}

static void hears(int16_t sample)
{
    room.state = MICROPHONE_LISTENING;
    room.sample = sample;
    room.waiting = 10000;
    frames(2);
}

// The row begins with this and then explains itself, as the page shows it.
static bool row_begins(const char *key)
{
    char row[SETTINGS_LISTEN_WORDS];
    settings_listen_words(&app, row, sizeof row);
    return strncmp(row, word(key), strlen(word(key))) == 0 && strstr(row, "Not a baby monitor.") &&
           page_says(app.page, row);
}

static void assert_off_and_closed(const char *key)
{
    assert_false(is_on());
    assert_false(room.one.open);
    assert_true(row_begins(key));
}

static void test_it_is_off_and_nothing_is_opened_by_looking(void **state)
{
    (void)state;
    at_settings();
    frames(30);
    assert_false(is_on());
    assert_int_equal(room.opened, 0);
}

static void test_the_row_says_what_it_does_how_good_it_is_and_what_it_is_not(void **state)
{
    (void)state;
    char row[SETTINGS_LISTEN_WORDS];
    at_settings();
    settings_listen_words(&app, row, sizeof row);
    assert_true(page_says(app.page, row));
    assert_non_null(strstr(row, "brings the friend back early"));
    assert_non_null(strstr(row, " cries and was wrong about once in "));
    assert_non_null(strstr(row, "Not a baby monitor. Nothing is recorded."));
    assert_null(strchr(row, '{'));
}

static void test_the_row_says_in_every_language_when_it_hears_and_that_the_game_is_then_fussy(void **state)
{
    (void)state;
    static const struct {
        const char *language, *when, *fussy;
    } said[] = {
        {"en", "away for more than 3 seconds", "crying that goes on notes the game as fussy"},
        {"de", "länger als 3 Sekunden weg", "geht das Weinen weiter, wird das Spiel als unruhig notiert"},
        {"es", "más de 3 segundos fuera", "si el llanto sigue, la partida se anota como inquieta"}};
    at_settings();
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        char row[SETTINGS_LISTEN_WORDS];
        words_choose(said[i].language);
        settings_listen_words(&app, row, sizeof row);
        assert_non_null(strstr(row, said[i].when));
        assert_non_null(strstr(row, said[i].fussy));
    }
}

static void test_while_it_asks_the_row_says_so_and_it_is_not_on_yet(void **state)
{
    (void)state;
    at_settings();
    tap(SETTINGS_LISTEN);
    assert_int_equal(room.opened, 1);
    assert_true(room.one.open);
    assert_false(is_on());
    assert_true(row_begins("r.wait"));
    assert_in_range(scene_still_ms(&app), 0, 20);
    room.in_browser = true; // which asks, for as long as somebody thinks about it
    frames(600);
    assert_true(row_begins("r.ask"));
    assert_false(is_on());
}

static void test_where_it_hears_it_is_on_and_closed_again(void **state)
{
    (void)state;
    at_settings();
    tap(SETTINGS_LISTEN);
    hears(-3);
    assert_true(is_on());
    assert_false(room.one.open);
    assert_int_equal(room.opened, 1);
    assert_true(page_says(
        app.page, "When this is on, a cry-like sound while a friend is away for more than 3 seconds"));
    end();
    start("settings", 1280, 800); // it stays, and looking opens nothing
    assert_true(is_on());
    assert_int_equal(room.opened, 1);
}

static void test_switching_it_off_asks_for_nothing(void **state)
{
    (void)state;
    at_settings();
    assert_true(settings_set(app.family, SETTING_LISTEN, 1));
    tap(SETTINGS_LISTEN);
    assert_false(is_on());
    assert_int_equal(room.opened, 0);
}

static const struct {
    enum microphone_state state;
    const char *key;
} troubles[] = {{MICROPHONE_NONE, "r.nodevice"},
                {MICROPHONE_REFUSED, "s.ear.refused"},
                {MICROPHONE_STALLED, "r.stalled"},
                {MICROPHONE_GONE, "r.gone"},
                {MICROPHONE_DEAD, "r.dead"}};

static void test_where_nothing_is_to_be_had_it_stays_off_and_says_why(void **state)
{
    (void)state;
    at_settings();
    for (size_t i = 0; i < sizeof troubles / sizeof *troubles; i++) {
        room.state = MICROPHONE_OPENING;
        tap(SETTINGS_LISTEN);
        assert_true(room.one.open);
        room.state = troubles[i].state;
        frames(2);
        assert_off_and_closed(troubles[i].key);
    }
    room.state = MICROPHONE_OPENING;
    tap(SETTINGS_LISTEN); // and once all is well it is on
    hears(100);
    assert_true(is_on());
    assert_false(row_begins("r.dead"));
}

static bool row_tells_of_last_time(const char *key)
{
    char last[256], row[SETTINGS_LISTEN_WORDS];
    word_fill(last, sizeof last, "s.ear.last", "a", key ? word(key) : "", NULL);
    settings_listen_words(&app, row, sizeof row);
    return strncmp(row, last, strlen(last)) == 0 && (!key || strstr(last, word(key)));
}

static void test_what_was_wrong_with_it_in_play_the_row_says_until_it_hears_again(void **state)
{
    (void)state;
    at_settings();
    assert_true(settings_set(app.family, SETTING_LISTEN, 1));
    assert_false(row_tells_of_last_time(NULL));
    for (size_t i = 0; i < sizeof troubles / sizeof *troubles; i++) {
        app.ear_failure = troubles[i].state; // as play leaves it
        frames(2);
        assert_true(row_tells_of_last_time(troubles[i].key));
    }
    tap(SETTINGS_LISTEN); // off: nobody wants to know
    assert_false(row_tells_of_last_time(NULL));
    tap(SETTINGS_LISTEN);
    assert_true(row_begins("r.wait"));
    hears(100);
    assert_true(is_on());
    assert_false(row_tells_of_last_time(NULL));
}

// ---- a browser

static void in_a_browser_it_is_heard(void)
{
    at_settings();
    room.in_browser = true;
    tap(SETTINGS_LISTEN);
    hears(100);
    assert_false(room.one.open);
    assert_false(is_on());
}

static void test_a_browser_that_allows_it_for_good_has_it_on(void **state)
{
    (void)state;
    room.asks_each_time = true;
    in_a_browser_it_is_heard();
    room.asks_each_time = false; // it tells of its yes a little later
    frames(30);
    assert_true(is_on());
    assert_false(row_begins("s.ear.moment"));
}

static void test_a_browser_that_takes_its_yes_back_with_the_closing_has_it_off(void **state)
{
    (void)state;
    in_a_browser_it_is_heard();
    room.asks_each_time = true;
    frames(30);
    assert_off_and_closed("s.ear.moment");
}

static void test_a_browser_that_would_ask_each_time_has_it_off_and_the_row_says_so(void **state)
{
    (void)state;
    room.asks_each_time = true;
    in_a_browser_it_is_heard();
    assert_in_range(scene_still_ms(&app), 0, 20);
    frames(30);
    assert_off_and_closed("s.ear.moment");
    frames(600);
    assert_off_and_closed("s.ear.moment");
    assert_int_equal(room.opened, 1);
    room.asks_each_time = false; // as the row asked for
    room.state = MICROPHONE_OPENING;
    tap(SETTINGS_LISTEN);
    assert_true(row_begins("r.ask"));
    hears(100);
    frames(30);
    assert_true(is_on());
}

static void test_whoever_leaves_or_presses_again_before_the_browser_is_sure_has_it_off(void **state)
{
    (void)state;
    in_a_browser_it_is_heard();
    tap(SETTINGS_LISTEN);
    frames(30);
    assert_false(is_on());
    assert_int_equal(room.opened, 1);
    tap(SETTINGS_LISTEN);
    hears(100);
    app.scene->event(&app, &(struct event){.kind = EVENT_HIDE});
    app.scene->event(&app, &(struct event){.kind = EVENT_SHOW});
    frames(30);
    assert_false(is_on());
}

// ---- what else may be

static void test_nothing_but_zeros_is_no_hearing(void **state)
{
    (void)state;
    at_settings();
    tap(SETTINGS_LISTEN);
    hears(0);
    assert_false(is_on());
    assert_true(room.one.open);
    room.state = MICROPHONE_DEAD;
    hears(0);
    room.state = MICROPHONE_DEAD;
    frames(2);
    assert_off_and_closed("r.dead");
}

static void test_without_memory_it_stays_off(void **state)
{
    (void)state;
    at_settings();
    room.never_opens = true;
    tap(SETTINGS_LISTEN);
    assert_off_and_closed("s.ear.refused");
}

static void test_a_second_press_asks_no_longer(void **state)
{
    (void)state;
    at_settings();
    tap(SETTINGS_LISTEN);
    tap(SETTINGS_LISTEN);
    assert_false(room.one.open);
    hears(100);
    assert_false(is_on());
    assert_int_equal(room.opened, 1);
}

static void test_whoever_leaves_meanwhile_is_not_listened_to(void **state)
{
    (void)state;
    at_settings();
    tap(SETTINGS_LISTEN);
    tap(SETTINGS_BACK);
    frames(5);
    assert_ptr_equal(app.scene, &scene_home);
    assert_false(room.one.open);
    assert_false(is_on());
}

static void test_in_the_background_nobody_is_asked(void **state)
{
    (void)state;
    at_settings();
    tap(SETTINGS_LISTEN);
    app.scene->event(&app, &(struct event){.kind = EVENT_HIDE});
    assert_false(room.one.open);
    app.scene->event(&app, &(struct event){.kind = EVENT_SHOW});
    frames(2);
    assert_false(is_on());
}

static void test_the_programs_end_closes_it(void **state)
{
    (void)state;
    at_settings();
    tap(SETTINGS_LISTEN);
    app_end(&app);
    end();
    app = (struct app){0};
    assert_false(room.one.open);
}

static void test_one_that_does_not_let_go_is_left_to_itself(void **state)
{
    (void)state;
    at_settings();
    tap(SETTINGS_LISTEN);
    room.never_closes = true;
    hears(100);
    assert_true(app.microphone_lost);
    assert_true(is_on());
}

static void test_where_nothing_can_be_kept_nobody_is_asked(void **state)
{
    (void)state;
    write_file("family.db", "not a family", 12);
    start("settings", 1280, 800);
    tap(SETTINGS_LISTEN);
    assert_int_equal(room.opened, 0);
    assert_true(page_says(app.page, word("v.not.kept")));
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_room, leave_room)
    const struct CMUnitTest tests[] = {
        TEST(test_it_is_off_and_nothing_is_opened_by_looking),
        TEST(test_the_row_says_what_it_does_how_good_it_is_and_what_it_is_not),
        TEST(test_the_row_says_in_every_language_when_it_hears_and_that_the_game_is_then_fussy),
        TEST(test_while_it_asks_the_row_says_so_and_it_is_not_on_yet),
        TEST(test_where_it_hears_it_is_on_and_closed_again),
        TEST(test_switching_it_off_asks_for_nothing),
        TEST(test_where_nothing_is_to_be_had_it_stays_off_and_says_why),
        TEST(test_what_was_wrong_with_it_in_play_the_row_says_until_it_hears_again),
        TEST(test_a_browser_that_allows_it_for_good_has_it_on),
        TEST(test_a_browser_that_takes_its_yes_back_with_the_closing_has_it_off),
        TEST(test_a_browser_that_would_ask_each_time_has_it_off_and_the_row_says_so),
        TEST(test_whoever_leaves_or_presses_again_before_the_browser_is_sure_has_it_off),
        TEST(test_nothing_but_zeros_is_no_hearing),
        TEST(test_without_memory_it_stays_off),
        TEST(test_a_second_press_asks_no_longer),
        TEST(test_whoever_leaves_meanwhile_is_not_listened_to),
        TEST(test_in_the_background_nobody_is_asked),
        TEST(test_the_programs_end_closes_it),
        TEST(test_one_that_does_not_let_go_is_left_to_itself),
        TEST(test_where_nothing_can_be_kept_nobody_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
