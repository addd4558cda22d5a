// What a grown-up sees while a baby plays: the pause card, rings and words, and the one line of the end.
#include "corner_app.h"

#include "core/plan.h"
#include "scenes/aside.h"
#include "scenes/aside_words.h"
#include "scenes/pause.h"
#include "store/settings.h"

enum { A_FRAME_MS = 17, GO_ON = 1, IS_FUSSING, FINISH };

static void finger(enum event_kind kind, int64_t which, float x, float y)
{
    app.scene->event(&app, &(struct event){.kind = kind, .finger = which, .x = x, .y = y});
}

static void wait_ms(int ms)
{
    frames(ms / A_FRAME_MS + 1);
}

static void press_key(const char *name)
{
    struct event event = {.kind = EVENT_KEY_DOWN};
    snprintf(event.text, sizeof event.text, "%s", name);
    app.scene->event(&app, &event);
    wait_ms(50);
    event.kind = EVENT_KEY_UP;
    app.scene->event(&app, &event);
    wait_ms(50);
}

// One corner for a second, in the middle of the first greeting.
static void hold_a_corner(void)
{
    wait_ms(500);
    finger(EVENT_DOWN, 1, .02f, .03f);
    wait_ms(1200);
    finger(EVENT_UP, 1, 0, 0);
    wait_ms(800);
    assert_true(app.play.pause.open);
}

static void press(int id, int64_t which)
{
    struct rect at = seen(id);
    finger(EVENT_DOWN, which, (float)(at.x + at.w / 2) / (float)page_w(app.page),
           (float)(at.y + at.h / 2) / (float)page_h(app.page));
    wait_ms(80);
    finger(EVENT_UP, which, 0, 0);
    wait_ms(50);
}

// ---- the pause card

static void test_go_on_goes_on(void **state)
{
    (void)state;
    start("play", 1280, 800);
    hold_a_corner();
    assert_int_equal(app.play.session.hold, HOLD_CARD);
    press(GO_ON, 5);
    assert_false(app.play.pause.open);
    assert_int_equal(app.play.session.hold, HOLD_NONE);
    assert_int_equal(app.play.session.shorter, 0);
    end();
}

static void test_the_card_gives_twelve_seconds_from_when_it_shows(void **state)
{
    (void)state;
    start("play", 1280, 800);
    wait_ms(500);
    finger(EVENT_DOWN, 1, .02f, .03f);
    wait_ms(2800);
    finger(EVENT_UP, 1, 0, 0);
    wait_ms(300);
    assert_true(app.play.pause.open);
    wait_ms(CARD_MS - 800);
    assert_true(app.play.pause.open);
    wait_ms(1200);
    assert_false(app.play.pause.open);
    assert_int_equal(app.play.session.shorter, 1);
    end();
}

static void test_fussing_acts_at_once_and_the_parent_is_told_why_that_is_well(void **state)
{
    (void)state;
    struct aside_words words;
    start("play", 1280, 800);
    hold_a_corner();
    press(IS_FUSSING, 5);
    assert_int_equal(app.play.session.upsets, 1);
    assert_int_equal(app.play.session.phase, PHASE_COMFORT);
    wait_ms(2000);
    assert_true(aside_words(&app, &words));
    assert_string_equal(words.text, word("pause.fuss.same")); // the first round is an easy one
    app.play.session.upset_at_own = true;
    assert_true(aside_words(&app, &words));
    assert_string_equal(words.text, word("pause.fuss.done"));
    end();
}

static void test_finish_takes_a_calm_press(void **state)
{
    (void)state;
    start("play", 1280, 800);
    hold_a_corner();
    finger(EVENT_DOWN, 7, .5f, .4f);
    finger(EVENT_UP, 7, .5f, .4f);
    press(FINISH, 5);
    assert_true(app.play.pause.open); // a hand was elsewhere just before
    wait_ms(PAUSE_CALM_MS);
    press(FINISH, 5);
    assert_int_equal(app.play.session.phase, PHASE_RITUAL);
    end();
}

static void test_a_resting_hand_does_not_block_the_card(void **state)
{
    (void)state;
    start("play", 1280, 800);
    hold_a_corner();
    finger(EVENT_DOWN, 7, .5f, .4f);
    wait_ms(1000);
    press(FINISH, 5);
    assert_int_equal(app.play.session.phase, PHASE_RITUAL);
    end();
}

static void test_the_card_by_keyboard(void **state)
{
    (void)state;
    start("play", 1280, 800);
    hold_a_corner();
    press_key("Right");
    wait_ms(PAUSE_CALM_MS);
    press_key("Return");
    assert_false(app.play.pause.open);
    assert_int_equal(app.play.session.hold, HOLD_NONE);
    end();
}

static void test_the_card_stands_where_it_comes_and_does_not_slide(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHAPES; i++) {
        start("play", shapes[i].w, shapes[i].h);
        finger(EVENT_DOWN, 1, .02f, .03f);
        wait_ms(1200);
        finger(EVENT_UP, 1, 0, 0);
        while (!app.play.pause.open) {
            frames(1);
        }
        frames(3);
        struct rect early = seen(GO_ON);
        frames(30);
        assert_int_equal(early.y, seen(GO_ON).y);
        end();
    }
}

static void test_it_names_who_stays(void **state)
{
    (void)state;
    start("play", 1280, 800);
    assert_string_equal(aside_name(&app), word("friend.bear"));
    end();
}

// ---- words

struct seen_words {
    char texts[8][200];
    int count;
};

static void note(struct seen_words *seen, const char *text)
{
    for (int i = 0; i < seen->count; i++) {
        if (strcmp(seen->texts[i], text) == 0) {
            return;
        }
    }
    assert_in_range(seen->count, 0, 7);
    snprintf(seen->texts[seen->count++], sizeof seen->texts[0], "%s", text);
}

static void test_a_session_says_two_things_for_the_lap_and_nothing_while_anybody_is_away(void **state)
{
    (void)state;
    struct seen_words seen_words = {.count = 0};
    struct aside_words words;
    start("play", 640, 400);
    while (app.scene == &scene_play && !session_over(&app.play.session)) {
        if (aside_words(&app, &words) && words.place == ASIDE_BELOW) {
            assert_false(app.play.session.gone);
            assert_true(app.play.session.phase == PHASE_JOY || app.play.session.phase == PHASE_REST);
            note(&seen_words, words.text);
        }
        frames(1);
    }
    assert_int_equal(seen_words.count, 2);
    end();
}

static void test_every_day_has_its_words(void **state)
{
    (void)state;
    struct aside_words words;
    struct seen_words seen_words = {.count = 0};
    start("play", 640, 400);
    for (int day = 0; day < 10; day++) {
        app.play.began_utc = NOW + (int64_t)day * 86400;
        app.play.session.phase = PHASE_REST;
        app.play.session.phase_ms = 500;
        app.play.session.round = day % 2 ? 1 : 3;
        assert_true(aside_words(&app, &words));
        assert_null(strstr(words.text, "lap."));
        assert_null(strchr(words.text, '{'));
        note(&seen_words, words.text);
    }
    assert_int_equal(seen_words.count, 5);
    end();
}

static void test_the_end_has_one_line_and_a_fussy_one_another(void **state)
{
    (void)state;
    struct aside_words words;
    start("play", 640, 400);
    app.play.pending.stop = true;
    wait_ms(RITUAL_MS + 500);
    assert_ptr_equal(app.scene, &scene_good_night);
    assert_true(aside_words(&app, &words));
    assert_string_equal(words.text, word("e.line"));
    app.play.session.upsets = 1;
    assert_true(aside_words(&app, &words));
    assert_string_equal(words.text, word("e.fuss"));
    end();
}

static void test_a_curtain_without_a_game_says_nothing(void **state)
{
    (void)state;
    struct aside_words words;
    start("good-night", 640, 400);
    assert_false(aside_words(&app, &words));
    assert_null(app.font); // and needs no letters
    end();
}

static char *picture_at(const char *name, size_t *length)
{
    FILE *file = fopen(inside(name), "rb");
    assert_non_null(file);
    char *bytes = malloc(1 << 22);
    *length = fread(bytes, 1, 1 << 22, file);
    fclose(file);
    return bytes;
}

static void test_the_end_stands_still(void **state)
{
    (void)state;
    char shots[300];
    snprintf(shots, sizeof shots, "%s", inside("shots"));
    struct options options = {.w = 640,
                              .h = 400,
                              .data = folder,
                              .screen = "play",
                              .step = -1,
                              .virtual_time = true,
                              .seeded = true,
                              .shots = shots,
                              .shot_every_ms = 5000,
                              .stop_after_ms = 3600000};
    assert_true(app_open(&app, &options));
    frames(2);
    app.play.pending.stop = true;
    wait_ms(21000);
    assert_ptr_equal(app.scene, &scene_good_night);
    assert_true(page_says(app.page, word("e.line")));
    size_t one, other;
    char *before = picture_at("shots/00015000.png", &one), *after = picture_at("shots/00020000.png", &other);
    assert_int_equal(one, other);
    assert_memory_equal(before, after, one);
    free(before);
    free(after);
    end();
}

static void test_play_loads_no_letters_before_they_are_needed(void **state)
{
    (void)state;
    start("play", 640, 400);
    wait_ms(3000);
    assert_null(app.font);
    end();
}

// ---- how it is laid out

static void lay_and_look(const char *what)
{
    char said[200];
    assert_true(corner_page(&app));
    aside_lay_out(&app);
    snprintf(said, sizeof said, "%s in %d x %d, %s", what, page_w(app.page), page_h(app.page),
             words_language());
    assert_well_laid(said);
}

static void the_card(void)
{
    assert_true(corner_page(&app));
    app.touches.gate.holds[0].held_ms = 0;
    hold_a_corner();
    look_at("the pause card");
}

static void the_words(void)
{
    static const struct {
        enum phase phase;
        int at_ms;
    } moments[] = {{PHASE_REST, 500}, {PHASE_COMFORT, 3000}, {PHASE_RITUAL, 4000}};
    struct session *session = &app.play.session;
    app.play.fussed = true;
    session->round = 1;
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        session->phase = moments[i].phase;
        session->phase_ms = moments[i].at_ms;
        for (int day = 0; day < 5; day++) {
            app.play.began_utc = NOW + (int64_t)day * 86400;
            lay_and_look("words");
        }
    }
    session->phase = PHASE_GREET;
    session->phase_ms = 0;
}

static void the_rings(void)
{
    finger(EVENT_DOWN, 1, .02f, .03f);
    finger(EVENT_DOWN, 2, .98f, .97f);
    wait_ms(1500);
    lay_and_look("two rings");
    finger(EVENT_UP, 2, 0, 0);
    wait_ms(1800);
    lay_and_look("a tick");
}

static void the_end(void)
{
    app.play.pending.stop = true;
    wait_ms(RITUAL_MS + 500);
    lay_and_look("the end");
}

static void test_the_card_is_well_laid_out(void **state)
{
    (void)state;
    everywhere("play", the_card);
}

static void test_words_rings_and_the_end_are_well_laid_out(void **state)
{
    (void)state;
    everywhere("play", the_words);
    everywhere("play", the_rings);
    everywhere("play", the_end);
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_go_on_goes_on),
        TEST(test_the_card_gives_twelve_seconds_from_when_it_shows),
        TEST(test_fussing_acts_at_once_and_the_parent_is_told_why_that_is_well),
        TEST(test_finish_takes_a_calm_press),
        TEST(test_a_resting_hand_does_not_block_the_card),
        TEST(test_the_card_by_keyboard),
        TEST(test_the_card_stands_where_it_comes_and_does_not_slide),
        TEST(test_it_names_who_stays),
        TEST(test_a_session_says_two_things_for_the_lap_and_nothing_while_anybody_is_away),
        TEST(test_every_day_has_its_words),
        TEST(test_the_end_has_one_line_and_a_fussy_one_another),
        TEST(test_a_curtain_without_a_game_says_nothing),
        TEST(test_the_end_stands_still),
        TEST(test_play_loads_no_letters_before_they_are_needed),
        TEST(test_the_card_is_well_laid_out),
        TEST(test_words_rings_and_the_end_are_well_laid_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
