// Away for real: three easy times offer a step, a fuss steps back, calling back ends the wait at once, and
// nothing in the waiting picture demands a touch or gives way to a baby's.
#include "corner_app.h"

#include <math.h>

#include <SDL.h>

#include "core/random.h"
#include "scenes/away_inside.h"
#include "scenes/gate.h"
#include "scenes/watched.h"
#include "store/partings.h"
#include "store/settings.h"
#include "store/words.h"

enum { A_SECOND = 60 };

static void open_away(void)
{
    start("away", 1280, 800);
    words_choose("en");
    away_load(&app); // the calendar is NOW's only after the start
    frames(2);
}

static void open_for(int people, int clips)
{
    make_family(people, clips);
    open_away();
}

static void hold(int id, int ms)
{
    struct rect at = seen(id);
    float x = (float)at.x + (float)at.w / 2, y = (float)at.y + (float)at.h / 2;
    send(EVENT_DOWN, 1, x, y);
    frames(ms * A_SECOND / 1000 + 1);
    send(EVENT_UP, 1, x, y);
    frames(2);
}

// Papa stays, Mama goes.
static void leave(void)
{
    tap(AWAY_STAYS + 1);
    tap(AWAY_START);
    tap(AWAY_GO);
    assert_int_equal(app.away->part, AWAY_WAITING);
}

static void be_away(int answer)
{
    leave();
    frames((app.away->wait.length_ms / 1000 + 1) * A_SECOND);
    assert_int_equal(app.away->wait.state, WAIT_OVER);
    hold(AWAY_RETURNED, 1100);
    assert_int_equal(app.away->part, AWAY_REUNION);
    tap(answer);
    assert_int_equal(app.away->part, AWAY_CHOOSING);
}

static int noted(struct parting *last)
{
    struct parting *past;
    int count = partings_list(app.family, &past);
    *last = count > 0 ? past[count - 1] : (struct parting){0};
    free(past);
    return count;
}

static int step(void)
{
    return away_stand(app.away).step;
}

// ---- steps

static void test_three_easy_times_offer_a_step_and_a_fuss_steps_back(void **state)
{
    (void)state;
    open_for(2, 0);
    struct parting last;
    for (int i = 0; i < 3; i++) {
        assert_false(is_seen(AWAY_LONGER));
        be_away(AWAY_EASY);
        assert_int_equal(step(), 0); // nothing grows by itself
    }
    tap(AWAY_LONGER);
    assert_int_equal(step(), 1);
    be_away(AWAY_HARD);
    assert_int_equal(step(), 0);
    assert_false(is_seen(AWAY_LONGER));
    assert_int_equal(noted(&last), 4);
    assert_int_equal(last.step, 1);
    assert_int_equal(last.planned_s, 20);
    assert_int_equal(last.took_s, 20);
    assert_int_equal(last.how, PARTING_HARD);
    assert_int_equal(last.stayed, app.people.list[1].id);
    end();
}

static void test_what_is_not_noted_changes_nothing(void **state)
{
    (void)state;
    struct parting last;
    open_for(2, 0);
    be_away(AWAY_SKIP);
    assert_int_equal(noted(&last), 0);
    be_away(AWAY_EASY);
    assert_int_equal(noted(&last), 1);
    assert_int_equal(app.away->stand.easy, 1);
    end();
}

static void test_what_was_noted_by_mistake_is_taken_back(void **state)
{
    (void)state;
    struct parting last;
    open_for(2, 0);
    away_wish(&app, -1);
    be_away(AWAY_EASY);
    be_away(AWAY_HARD);
    assert_int_equal(app.away->stand.easy, 0);
    away_take_back(&app);
    assert_int_equal(noted(&last), 1);
    assert_int_equal(app.away->stand.easy, 1);
    end();
}

static void test_a_shorter_one_is_kept_and_home_says_so(void **state)
{
    (void)state;
    char caption[80];
    open_for(2, 0);
    for (int i = 0; i < 3; i++) {
        be_away(AWAY_EASY);
    }
    tap(AWAY_LONGER);
    away_caption(&app, caption, sizeof caption);
    assert_string_equal(caption, "Next: 20 s");
    tap(AWAY_SHORTER);
    end();
    open_away();
    assert_int_equal(step(), 0);
    away_caption(&app, caption, sizeof caption);
    assert_string_equal(caption, "Next: 10 s");
    tap(AWAY_SHORTER); // it is the shortest
    assert_int_equal(step(), 0);
    assert_true(page_toasting(app.page, app.now_ms));
    end();
}

// ---- who

static void test_nobody_goes_before_somebody_stays(void **state)
{
    (void)state;
    open_for(2, 0);
    tap(AWAY_START);
    assert_int_equal(app.away->part, AWAY_CHOOSING);
    assert_true(page_toasting(app.page, app.now_ms));
    tap(AWAY_OTHER);
    tap(AWAY_START);
    assert_int_equal(app.away->part, AWAY_LEAVING);
    end();
}

static void test_whoever_goes_does_not_stay(void **state)
{
    (void)state;
    open_for(3, 0);
    assert_int_equal(app.away->goes, app.people.list[0].id); // who plays today
    assert_false(is_seen(AWAY_STAYS + 0));
    tap(AWAY_STAYS + 1);
    tap(AWAY_GOES + 1);
    assert_int_equal(app.away->stays, STAYS_UNKNOWN);
    assert_true(is_seen(AWAY_STAYS + 0));
    assert_false(is_seen(AWAY_STAYS + 1));
    end();
}

static void test_who_stayed_last_is_proposed_again(void **state)
{
    (void)state;
    open_for(3, 0);
    be_away(AWAY_EASY);
    int64_t papa = app.away->stays;
    end();
    open_away();
    assert_int_equal(app.away->stays, papa);
    end();
}

static void test_a_baby_whom_voices_upset_hears_none(void **state)
{
    (void)state;
    open_for(2, 11);
    tap(AWAY_STAYS + 1);
    tap(AWAY_START);
    assert_true(is_seen(AWAY_HEAR_GOES));
    assert_true(is_seen(AWAY_VOICE_ON));
    assert_false(app.away->voice_on); // never without being asked for
    end();
    struct family *family = opened();
    assert_true(settings_set(family, SETTING_VOICE_OFF, 1));
    family_close(family);
    open_away();
    tap(AWAY_STAYS + 1);
    tap(AWAY_START);
    assert_false(is_seen(AWAY_HEAR_GOES));
    assert_false(is_seen(AWAY_VOICE_ON));
    end();
}

// ---- waiting

static void test_calling_back_ends_the_wait_at_once(void **state)
{
    (void)state;
    struct parting last;
    open_for(2, 0);
    leave();
    frames(2 * A_SECOND);
    hold(AWAY_CALL, 400);
    assert_int_equal(app.away->wait.state, WAIT_RUNS);
    assert_true(page_says(app.page, word("aw.hold")));
    hold(AWAY_CALL, 700);
    assert_int_equal(app.away->wait.state, WAIT_CALLED);
    assert_in_range(app.away->wait.took_ms, 2000, 4500);
    assert_true(page_says(app.page, "Calling Mama …"));
    frames(30 * A_SECOND);
    hold(AWAY_RETURNED, 1100);
    tap(AWAY_EASY);
    assert_int_equal(noted(&last), 1);
    assert_in_range(last.took_s, 2, 4);
    assert_int_equal(app.away->stand.easy, 0); // it was over too early to be one of three
    end();
}

static void test_ten_minutes_need_no_touch(void **state)
{
    (void)state;
    open_for(2, 11);
    app.away->stand = (struct parting_stand){.step = PARTING_STEPS - 1};
    app.away->voice_on = true;
    leave();
    frames(599 * A_SECOND);
    assert_int_equal(app.away->wait.state, WAIT_RUNS);
    frames(2 * A_SECOND);
    assert_int_equal(app.away->wait.state, WAIT_OVER);
    assert_true(page_says(app.page, "Mama is on the way."));
    frames(180 * A_SECOND); // the corner would have closed
    assert_ptr_equal(app.scene, &scene_away);
    end();
}

static void test_the_corner_closes_again_when_the_reunion_is_long_over(void **state)
{
    (void)state;
    open_for(2, 0);
    leave();
    hold(AWAY_RETURNED, 1100);
    frames(150 * A_SECOND);
    assert_ptr_equal(app.scene, &scene_away);
    app.away->back_ms -= 500 * 1000;
    frames(A_SECOND);
    assert_ptr_equal(app.scene, &scene_good_night);
    end();
}

// Taps, several fingers and keys, none as long as a hold.
static void a_hand(struct random *random)
{
    static const char *const keys[] = {"Tab", "Return", "Space", "Escape", "Left", "A"};
    int fingers = random_between(random, 1, 3), held = random_between(random, 1, 25);
    for (int i = 0; i < fingers; i++) {
        send(EVENT_DOWN, i + 1, (float)random_between(random, 0, 1279),
             (float)random_between(random, 600, 799));
    }
    frames(held);
    for (int i = 0; i < fingers; i++) {
        send(EVENT_UP, i + 1, 0, 0);
    }
    if (random_between(random, 0, 2) == 0) {
        key(keys[random_between(random, 0, 5)]);
    }
}

static void test_a_babys_hands_and_keys_end_nothing(void **state)
{
    (void)state;
    struct random random;
    open_for(2, 11);
    app.away->stand = (struct parting_stand){.step = PARTING_STEPS - 1};
    leave();
    random_seed(&random, 7);
    for (int i = 0; i < 1000; i++) {
        a_hand(&random);
        assert_ptr_equal(app.scene, &scene_away);
        assert_int_equal(app.away->part, AWAY_WAITING);
        assert_int_equal(app.away->wait.state, WAIT_RUNS);
    }
    assert_false(app.away->photo_off || app.away->voice_on);
    end();
}

static void test_a_palm_on_a_button_is_no_hold(void **state)
{
    (void)state;
    open_for(2, 0);
    leave();
    struct rect at = seen(AWAY_RETURNED);
    send(EVENT_DOWN, 1, (float)at.x + 20, (float)at.y + 20);
    frames(6);
    send(EVENT_DOWN, 2, (float)at.x + 60, (float)at.y + 30);
    frames(2 * A_SECOND);
    assert_int_equal(app.away->part, AWAY_WAITING);
    end();
}

static void test_two_corners_ask_and_whoever_waits_finds_it_going_on(void **state)
{
    (void)state;
    open_for(2, 0);
    app.away->stand = (struct parting_stand){.step = 3};
    leave();
    struct event one = {.kind = EVENT_DOWN, .finger = 1, .x = 0.01F, .y = 0.01F},
                 two = {.kind = EVENT_DOWN, .finger = 2, .x = 0.97F, .y = 0.93F}; // on a button too
    app.scene->event(&app, &one);
    app.scene->event(&app, &two);
    frames(2 * A_SECOND);
    assert_int_equal(app.away->wait.state, WAIT_RUNS);
    assert_true(page_says(app.page, word("gate.hold")) && page_says(app.page, "1"));
    frames(2 * A_SECOND);
    assert_ptr_equal(app.scene, &scene_gate);
    frames(30 * A_SECOND);
    assert_ptr_equal(app.scene, &scene_away);
    assert_int_equal(app.away->part, AWAY_WAITING);
    assert_in_range(away_wait_gone_ms(&app), 30000, 60000); // the time went on
    end();
}

static void test_a_baby_may_sit_before_it(void **state)
{
    (void)state;
    open_for(2, 0);
    assert_false(watched(&app));
    leave();
    assert_true(watched(&app));
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
    corner_event(&app, &(struct event){.kind = EVENT_CLOSE});
    frames(2);
    assert_ptr_equal(app.scene, &scene_away); // who asks it to close is not asked for words
    gate_ask(&app, GATE_TO_HOME);
    frames(2);
    assert_ptr_equal(app.scene, &scene_gate);
    assert_true(watched(&app));
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_ENABLE); // somebody may read
    end();
}

// ---- the picture

static double linear(uint32_t level)
{
    double part = level / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

// Of the whole window, 0 to 1 (WCAG).
static double luminance(void)
{
    int w, h;
    canvas_size(app.canvas, &w, &h);
    const uint32_t *pixels = canvas_pixels(app.canvas);
    double sum = 0;
    assert_non_null(pixels);
    for (int i = 0; i < w * h; i++) {
        sum += 0.2126 * linear(pixels[i] >> 16 & 255) + 0.7152 * linear(pixels[i] >> 8 & 255) +
               0.0722 * linear(pixels[i] & 255);
    }
    return sum / (w * h);
}

static void test_the_picture_is_as_dim_as_what_a_baby_plays(void **state)
{
    (void)state;
    open_for(2, 0);
    app.options.draw_all = true;
    leave();
    frames(2 * A_SECOND);
    double waiting = luminance();
    print_message("mean luminance, waiting: %.3f\n", waiting);
    assert_true(waiting > 0.1 && waiting <= 0.7);
    end();
}

static void test_waiting_paints_only_the_sun_and_rests_when_it_is_over(void **state)
{
    (void)state;
    open_for(2, 0);
    app.options.draw_all = true;
    app.away->stand = (struct parting_stand){.step = PARTING_RESTING};
    leave();
    frames(5 * A_SECOND);
    struct canvas_work before = canvas_work(app.canvas);
    frames(10 * A_SECOND);
    struct canvas_work after = canvas_work(app.canvas);
    print_message("waiting 3 min: %d frames, %d pixels a second\n", (int)(after.frames - before.frames) / 10,
                  (int)(after.pixels - before.pixels) / 10);
    assert_true(after.frames - before.frames <= 10 * 5);
    assert_true(after.pixels - before.pixels < (int64_t)10 * 1280 * 800 / 10);
    frames(170 * A_SECOND);
    assert_int_equal(app.away->wait.state, WAIT_OVER);
    before = canvas_work(app.canvas);
    frames(10 * A_SECOND);
    assert_int_equal(canvas_work(app.canvas).frames, before.frames);
    assert_true(scene_still_ms(&app) > 1000);
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_three_easy_times_offer_a_step_and_a_fuss_steps_back),
        TEST(test_what_is_not_noted_changes_nothing),
        TEST(test_what_was_noted_by_mistake_is_taken_back),
        TEST(test_a_shorter_one_is_kept_and_home_says_so),
        TEST(test_nobody_goes_before_somebody_stays),
        TEST(test_whoever_goes_does_not_stay),
        TEST(test_who_stayed_last_is_proposed_again),
        TEST(test_a_baby_whom_voices_upset_hears_none),
        TEST(test_calling_back_ends_the_wait_at_once),
        TEST(test_ten_minutes_need_no_touch),
        TEST(test_the_corner_closes_again_when_the_reunion_is_long_over),
        TEST(test_a_babys_hands_and_keys_end_nothing),
        TEST(test_a_palm_on_a_button_is_no_hold),
        TEST(test_two_corners_ask_and_whoever_waits_finds_it_going_on),
        TEST(test_a_baby_may_sit_before_it),
        TEST(test_the_picture_is_as_dim_as_what_a_baby_plays),
        TEST(test_waiting_paints_only_the_sun_and_rests_when_it_is_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
