// Where what was written takes its time to be safe, as in a browser: nothing is called kept before it is, and
// what could not be kept is said and is not there twice. This program stands in the place of
// platform/keeping.c.
#include "recorder_studio.h"

#include "platform/keeping.h"

static enum keeping disk;
static int asked_to_stay;

enum keeping keeping_state(void)
{
    return disk;
}

void keeping_matters(void)
{
    asked_to_stay++;
}

void keeping_forget(void)
{
}

static void come_to_review(enum moment moment, int clips, bool again)
{
    disk = KEEPING_SAFE;
    asked_to_stay = 0;
    somebody_says_a_word();
    open_recorder(moment, clips, again);
    record_to_review();
    disk = KEEPING_UNDER_WAY;
}

static void test_the_review_stays_until_the_clip_is_safe(void **state)
{
    (void)state;
    come_to_review(MOMENT_RETURN, 0, false);
    tap(RECORDER_KEEP);
    frames(30);
    assert_ptr_equal(app.scene, &scene_recorder);
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    assert_int_equal(asked_to_stay, 0);
    disk = KEEPING_SAFE;
    frames(2);
    assert_ptr_equal(app.scene, &scene_voices);
    char said[120];
    word_fill(said, sizeof said, "r.saved", "m", word("m.r1"), NULL);
    assert_true(page_says(app.page, said));
    assert_int_equal(asked_to_stay, 1);
}

static void test_while_it_is_under_way_nothing_else_can_be_pressed(void **state)
{
    (void)state;
    come_to_review(MOMENT_RETURN, 0, false);
    tap(RECORDER_KEEP);
    static const int ids[] = {RECORDER_KEEP, RECORDER_AGAIN, RECORDER_CLOSE};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        tap(ids[i]);
        frames(20);
        assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    }
    disk = KEEPING_SAFE;
    frames(2);
    struct voice_clip clip;
    assert_int_equal(clips_now(&clip), 1);
}

static void test_what_can_not_be_kept_stays_and_is_not_there_twice_when_tried_again(void **state)
{
    (void)state;
    come_to_review(MOMENT_RETURN, 0, false);
    struct voice_clip clip;
    tap(RECORDER_KEEP);
    disk = KEEPING_FAILED;
    frames(2);
    assert_ptr_equal(app.scene, &scene_recorder);
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    assert_true(page_says(app.page, word("r.full")));
    assert_int_equal(clips_now(&clip), 0);
    disk = KEEPING_UNDER_WAY;
    tap(RECORDER_KEEP);
    disk = KEEPING_SAFE;
    frames(2);
    assert_ptr_equal(app.scene, &scene_voices);
    assert_int_equal(clips_now(&clip), 1);
    assert_int_equal(clip.slot, 1);
    assert_int_equal(older_now(&clip), 0);
}

static void test_what_it_was_to_take_the_place_of_plays_again(void **state)
{
    (void)state;
    come_to_review(MOMENT_HELLO, 1, true);
    const int64_t old = app.recorder->instead;
    struct voice_clip clip = {0};
    const int older = older_now(&clip);
    tap(RECORDER_KEEP);
    disk = KEEPING_FAILED;
    frames(2);
    assert_int_equal(clips_now(&clip), 1);
    assert_int_equal(clip.id, old);
    assert_int_equal(older_now(&clip), older);
}

static void confirm_what_is_under_way(void)
{
    disk = KEEPING_SAFE;
    make_family(1, 1);
    start("voices", 1280, 800);
    disk = KEEPING_UNDER_WAY;
    page_toast(app.page, "It is kept.", true, app.now_ms);
}

static void test_a_toast_waits_until_what_it_confirms_is_safe(void **state)
{
    (void)state;
    confirm_what_is_under_way();
    frames(60);
    assert_false(page_says(app.page, "It is kept."));
    assert_int_equal(page_still_ms(app.page, app.now_ms), 0);
    disk = KEEPING_SAFE;
    frames(1);
    assert_true(page_says(app.page, "It is kept."));
    frames(6900 * 60 / 1000);
    assert_true(page_says(app.page, "It is kept.")); // its seven seconds begin when it is seen
}

static void test_a_change_that_is_lost_is_said_once_instead_of_what_confirmed_it(void **state)
{
    (void)state;
    confirm_what_is_under_way();
    frames(2);
    disk = KEEPING_FAILED;
    frames(2);
    assert_false(page_says(app.page, "It is kept."));
    assert_true(page_says(app.page, word("r.full")));
    frames(8 * 60);
    assert_false(page_says(app.page, word("r.full")));
    disk = KEEPING_UNDER_WAY; // another change
    frames(2);
    disk = KEEPING_FAILED;
    frames(2);
    assert_true(page_says(app.page, word("r.full")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_STUDIO(test_the_review_stays_until_the_clip_is_safe),
        IN_A_STUDIO(test_while_it_is_under_way_nothing_else_can_be_pressed),
        IN_A_STUDIO(test_what_can_not_be_kept_stays_and_is_not_there_twice_when_tried_again),
        IN_A_STUDIO(test_what_it_was_to_take_the_place_of_plays_again),
        IN_A_STUDIO(test_a_toast_waits_until_what_it_confirms_is_safe),
        IN_A_STUDIO(test_a_change_that_is_lost_is_said_once_instead_of_what_confirmed_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
