// The Voices screen by touch: whose voice, which clips, heard, deleted and got back.
#include "corner_app.h"

#include "scenes/voices_inside.h"

static int clips_of(enum moment moment)
{
    int count = 0;
    for (int i = 0; i < app.voices->clip_count; i++) {
        count += app.voices->clips[i].moment == moment;
    }
    return count;
}

static int card_of(enum moment moment, int slot)
{
    for (int i = 0; i < app.voices->card_count; i++) {
        if (app.voices->cards[i].moment == moment && app.voices->cards[i].slot == slot) {
            return i;
        }
    }
    fail_msg("there is no such card");
    return -1;
}

// ---- cards

static void test_a_person_without_clips_has_eleven_empty_cards(void **state)
{
    (void)state;
    make_family(1, 0);
    start("voices", 1280, 800);
    assert_int_equal(app.voices->card_count, VOICES_SLOTS);
    for (int i = 0; i < VOICES_SLOTS; i++) {
        assert_null(app.voices->cards[i].clip);
        assert_true(is_seen(VOICES_RECORD + i));
        assert_false(is_seen(VOICES_PLAY + i));
    }
    end();
}

static void test_further_clips_have_cards_behind_those_of_their_moment(void **state)
{
    (void)state;
    make_family(1, 30);
    start("voices", 1280, 800);
    assert_int_equal(clips_of(MOMENT_AWAY), 9);
    assert_int_equal(card_of(MOMENT_AWAY, 9), card_of(MOMENT_AWAY, 1) + 8);
    assert_null(app.voices->cards[card_of(MOMENT_AWAY, 10)].clip); // and one more may be recorded
    char title[64];
    voices_title(MOMENT_AWAY, 9, title, sizeof title);
    assert_string_equal(title, "While away 9");
    end();
}

static void test_play_is_heard_to_its_end_and_no_longer(void **state)
{
    (void)state;
    make_family(1, 3);
    start("voices", 1280, 800);
    assert_int_equal(app.voices->playing.clip, 0); // nothing plays by itself
    tap(VOICES_PLAY);
    const struct voice_clip *clip = app.voices->cards[0].clip;
    assert_int_equal(clip->length_ms, 100);
    voices_play(&app, clip);
    frames(3); // 50 ms
    assert_int_equal(app.voices->playing.clip, clip->id);
    assert_in_range(voices_played_bar(&app, clip->id), 10, 30);
    frames(5); // 133 ms
    assert_int_equal(app.voices->playing.clip, 0);
    voices_play(&app, clip);
    voices_play(&app, clip); // a second press is Stop
    assert_int_equal(app.voices->playing.clip, 0);
    end();
}

static void test_a_whole_game_is_heard_in_the_order_of_a_round(void **state)
{
    (void)state;
    static const enum moment order[] = {MOMENT_HELLO, MOMENT_GOODBYE, MOMENT_AWAY, MOMENT_RETURN, MOMENT_JOY};
    make_family(1, 11);
    start("voices", 1280, 800);
    voices_play_round(&app);
    int heard = 0;
    for (int64_t last = 0; voices_playing_round(app.voices); frames(1)) {
        struct voice_clip clip;
        int64_t now = app.voices->playing.clip;
        if (now && now != last) {
            assert_true(clip_by_id(app.family, now, &clip));
            assert_in_range(heard, 0, 4);
            assert_int_equal(clip.moment, order[heard++]);
            assert_int_equal(clip.slot, 1);
        }
        last = now ? now : last;
    }
    assert_int_equal(heard, 5);
    end();
}

static void test_listening_to_a_whole_game_can_be_stopped(void **state)
{
    (void)state;
    make_family(1, 11);
    start("voices", 1280, 800);
    tap(VOICES_LISTEN);
    assert_true(voices_playing_round(app.voices));
    tap(VOICES_LISTEN);
    assert_false(voices_playing_round(app.voices));
    end();
}

// ---- deleting

static void test_a_deleted_clip_comes_back_by_undo(void **state)
{
    (void)state;
    make_family(1, 11);
    start("voices", 1280, 800);
    int card = card_of(MOMENT_RETURN, 2);
    int64_t id = app.voices->cards[card].clip->id;
    tap(VOICES_DELETE + card);
    assert_null(app.voices->cards[card_of(MOMENT_RETURN, 2)].clip);
    assert_true(page_toasting(app.page, app.now_ms));
    voices_undo(&app);
    assert_int_equal(app.voices->cards[card_of(MOMENT_RETURN, 2)].clip->id, id);
    end();
}

static void test_a_deleted_clip_is_an_older_take_and_can_be_used_again(void **state)
{
    (void)state;
    make_family(1, 11);
    start("voices", 1280, 800);
    int64_t id = app.voices->cards[card_of(MOMENT_HELLO, 1)].clip->id;
    tap(VOICES_DELETE + card_of(MOMENT_HELLO, 1));
    assert_int_equal(app.voices->older_count, 2);
    tap(VOICES_OLDER);
    int row = app.voices->older[0].id == id ? 0 : 1;
    tap(VOICES_OLDER_USE + row);
    assert_int_equal(app.voices->cards[card_of(MOMENT_HELLO, 1)].clip->id, id);
    assert_int_equal(app.voices->older_count, 1);
    key("Escape");
    assert_int_equal(app.voices->sheet, SHEET_NONE);
    end();
}

// ---- people

static void test_choosing_somebody_is_choosing_who_plays(void **state)
{
    (void)state;
    make_family(3, 11);
    start("voices", 800, 1280);
    tap(VOICES_PERSON + 1);
    assert_int_equal(caregiver_today(app.family), app.people.list[1].id);
    assert_int_equal(app.voices->person, app.people.list[1].id);
    assert_int_equal(app.voices->clip_count, 0);
    end();
}

static void test_entering_chooses_nobody(void **state)
{
    (void)state;
    make_family(2, 11);
    struct family *family = opened();
    caregiver_choose(family, 0); // the bear
    family_close(family);
    start("voices", 1280, 800);
    assert_int_equal(app.voices->person, app.people.list[0].id);
    assert_int_equal(caregiver_today(app.family), 0);
    end();
}

static void test_the_voice_is_switched_off_for_good(void **state)
{
    (void)state;
    make_family(1, 11);
    start("voices", 1280, 800);
    tap(VOICES_OFF);
    assert_int_equal(family_setting(app.family, "voice_off", 0), 1);
    tap(VOICES_OFF);
    assert_int_equal(family_setting(app.family, "voice_off", 1), 0);
    end();
}

// ---- ways

static void test_back_goes_home_and_nothing_sounds_on(void **state)
{
    (void)state;
    make_family(1, 11);
    start("voices", 1280, 800);
    voices_play_round(&app);
    tap(VOICES_BACK);
    assert_ptr_equal(app.scene, &scene_home);
    assert_null(app.voices);
    end();
}

static void test_record_again_aims_at_the_clip_it_replaces(void **state)
{
    (void)state;
    make_family(1, 11);
    start("voices", 1280, 800);
    tap(VOICES_RECORD + card_of(MOMENT_JOY, 1));
    assert_ptr_equal(app.scene, &scene_recorder);
    assert_non_null(app.voices); // it stands behind the sheet
    app_go(&app, &scene_voices);
    frames(3);
    assert_int_equal(clips_of(MOMENT_JOY), 1);
    end();
}

static void test_what_the_recorder_kept_is_said_and_can_be_undone(void **state)
{
    (void)state;
    make_family(1, 11);
    start("voices", 1280, 800);
    int64_t old = app.voices->cards[card_of(MOMENT_JOY, 1)].clip->id;
    tap(VOICES_RECORD + card_of(MOMENT_JOY, 1));
    const struct clip_take take = a_take(77);
    int64_t new = clip_keep(app.family, app.voices->person, MOMENT_JOY, old, &take, NOW);
    voices_kept(&app, new, old);
    app_go(&app, &scene_voices);
    frames(3);
    assert_int_equal(app.voices->cards[card_of(MOMENT_JOY, 1)].clip->id, new);
    assert_true(page_toasting(app.page, app.now_ms));
    voices_undo(&app);
    assert_int_equal(app.voices->cards[card_of(MOMENT_JOY, 1)].clip->id, old);
    end();
}

static void test_a_still_page_paints_nothing(void **state)
{
    (void)state;
    make_family(3, 11);
    start("voices", 1280, 800);
    app.options.draw_all = true;
    frames(60); // the fade from before is over
    int64_t painted = canvas_work(app.canvas).frames;
    frames(60);
    assert_int_equal(canvas_work(app.canvas).frames, painted);
    voices_play(&app, app.voices->cards[0].clip);
    frames(2);
    assert_true(canvas_work(app.canvas).frames > painted); // its bars fill
    end();
}

static void test_without_a_place_to_keep_things_it_says_so(void **state)
{
    (void)state;
    write_file("family.db", "no family", 9);
    start("voices", 1280, 800);
    assert_null(app.family);
    tap(VOICES_CALL);
    assert_true(page_toasting(app.page, app.now_ms));
    assert_int_equal(app.people.count, 0);
    tap(VOICES_PACK_LOAD);
    drop(inside("family.db"));
    assert_int_equal(app.people.count, 0);
    tap(VOICES_BACK);
    assert_ptr_equal(app.scene, &scene_home);
    end();
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_a_person_without_clips_has_eleven_empty_cards),
        TEST(test_further_clips_have_cards_behind_those_of_their_moment),
        TEST(test_play_is_heard_to_its_end_and_no_longer),
        TEST(test_a_whole_game_is_heard_in_the_order_of_a_round),
        TEST(test_listening_to_a_whole_game_can_be_stopped),
        TEST(test_a_deleted_clip_comes_back_by_undo),
        TEST(test_a_deleted_clip_is_an_older_take_and_can_be_used_again),
        TEST(test_choosing_somebody_is_choosing_who_plays),
        TEST(test_entering_chooses_nobody),
        TEST(test_the_voice_is_switched_off_for_good),
        TEST(test_back_goes_home_and_nothing_sounds_on),
        TEST(test_record_again_aims_at_the_clip_it_replaces),
        TEST(test_a_still_page_paints_nothing),
        TEST(test_without_a_place_to_keep_things_it_says_so),
        TEST(test_what_the_recorder_kept_is_said_and_can_be_undone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
