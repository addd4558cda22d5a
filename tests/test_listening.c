// When the microphone is open: from the moment the recorder's sheet is there to the end of what is recorded;
// where it was switched on, while somebody is away for long in play; and never else. SDL's disk driver reads
// a file as the microphone: whether the program has that file open is looked up in each frame.
#include <dirent.h>

#include "recorder_studio.h"
#include "scenes/scene.h"
#include "scenes/settings_inside.h"

static bool is_open(void)
{
    DIR *files = opendir("/proc/self/fd");
    bool found = false;
    assert_non_null(files);
    for (struct dirent *entry; !found && (entry = readdir(files));) {
        char link[300], path[1024];
        snprintf(link, sizeof link, "/proc/self/fd/%s", entry->d_name);
        const ssize_t length = readlink(link, path, sizeof path - 1);
        path[length > 0 ? length : 0] = '\0';
        found = strstr(path, "/in.raw") != NULL;
    }
    closedir(files);
    return found;
}

static void frames_with(bool open, int count)
{
    for (int i = 0; i < count; i++) {
        frames(1);
        if (is_open() != open) {
            fail_msg("the microphone is %s on %s", open ? "closed" : "open", app.scene->name);
        }
    }
}

static void at_the_recorder(void)
{
    somebody_speaks(LIVE_MS, 20000, 0.25f, 0.0005f);
    open_recorder(MOMENT_RETURN, 0, false);
    frames_with(true, 10);
}

static void test_no_other_screen_listens(void **state)
{
    (void)state;
    static const struct scene *const screens[] = {
        &scene_home,  &scene_voices,   &scene_levels, &scene_editor,    &scene_progress,
        &scene_away,  &scene_guidance, &scene_doctor, &scene_settings,  &scene_lock,
        &scene_first, &scene_play,     &scene_gate,   &scene_good_night};
    somebody_says_a_word();
    make_family(1, 3);
    start("home", 1280, 800);
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        app_go(&app, screens[i]);
        frames_with(false, 30);
    }
}

static void test_a_whole_game_does_not_listen(void **state)
{
    (void)state;
    somebody_says_a_word();
    make_family(1, 3);
    start("play", 320, 200);
    while (app.scene == &scene_play) {
        frames_with(false, 1);
        frames(9);
    }
    frames_with(false, 60);
}

static void
test_a_game_for_which_it_was_switched_on_listens_while_somebody_is_away_and_no_longer(void **state)
{
    (void)state;
    somebody_says_a_word();
    make_family(1, 0);
    struct family *family = opened();
    assert_true(settings_set(family, SETTING_LISTEN, 1));
    family_close(family);
    start("home", 320, 200);
    app.options.level = PEEKABOO_SOURCE "tests/replays/answers.yaml"; // five seconds
    app.options.age_months = 36;
    app.options.step = 0;
    app_go(&app, &scene_play);
    frames(1);
    int away = 0;
    while (app.scene == &scene_play) {
        frames(1);
        away += app.play.session.gone;
        if (is_open() != app.play.session.gone) {
            fail_msg("at %d ms the microphone is %s", app.now_ms, is_open() ? "open" : "closed");
        }
    }
    assert_true(away > 60);
    frames_with(false, 60);
}

static void test_it_listens_from_ready_to_stop(void **state)
{
    (void)state;
    somebody_speaks(LIVE_MS, 20000, 0.25f, 0.0005f);
    make_family(1, 0);
    start("voices", 1280, 800);
    frames_with(false, 10);
    voices_record(&app, app.voices->person, MOMENT_RETURN, 0);
    frames(2);
    frames_with(true, 30);
    record();
    frames_with(true, 30);
    tap(RECORDER_STOP);
    frames_with(false, 60);
    tap(RECORDER_KEEP);
    frames_with(false, 60);
}

// A grown-up is asked there, and not a baby in play.
static void test_switching_on_that_it_listens_for_crying_opens_it_for_a_moment(void **state)
{
    (void)state;
    somebody_speaks(0, 0, 0, 0.0005f);
    make_family(1, 0);
    start("settings", 1280, 800);
    frames_with(false, 30);
    settings_listen_flip(&app);
    assert_true(is_open());
    frames(30);
    frames_with(false, 60);
    assert_int_equal(settings_get(app.family, SETTING_LISTEN), 1);
    settings_listen_flip(&app); // off again
    frames_with(false, 30);
}

static void test_who_speaks_on_is_heard_to_the_longest_and_no_further(void **state)
{
    (void)state;
    at_the_recorder();
    record_to_review();
    frames_with(false, 300);
}

static void test_closing_the_sheet_closes_it(void **state)
{
    (void)state;
    at_the_recorder();
    tap(RECORDER_CLOSE);
    frames_with(false, 60);
}

static void test_a_sheet_that_was_forgotten_listens_for_two_minutes_and_no_longer(void **state)
{
    (void)state;
    at_the_recorder();
    frames(CORNER_CLOSES_MS * 60 / 1000 + 60);
    frames_with(false, 60);
}

static void test_while_a_take_waits_to_be_kept_nobody_listens(void **state)
{
    (void)state;
    at_the_recorder();
    record_to_review();
    frames_with(false, (CORNER_CLOSES_MS - 20000) * 60 / 1000);
    assert_int_equal(app.recorder->step, RECORDER_REVIEW);
    frames(20 * 60); // it closes
    assert_null(app.recorder);
    frames_with(false, 30);
}

static void test_in_the_background_nobody_listens(void **state)
{
    (void)state;
    const struct event hide = {.kind = EVENT_HIDE}, show = {.kind = EVENT_SHOW};
    at_the_recorder();
    record();
    frames_with(true, 30);
    app.scene->event(&app, &hide);
    app.hidden = true;
    frames_with(false, 120);
    app.hidden = false;
    app.scene->event(&app, &show);
    frames_with(false, 30); // what was said is in review
}

static void test_while_a_sound_file_is_chosen_nobody_listens(void **state)
{
    (void)state;
    at_the_recorder();
    tap(RECORDER_IMPORT);
    frames_with(false, 60);
    key("Escape");
    frames_with(true, 10);
}

static void test_the_programs_end_closes_it(void **state)
{
    (void)state;
    at_the_recorder();
    record();
    app_end(&app);
    app_close(&app);
    app = (struct app){0};
    assert_false(is_open());
}

// The planted fault: a microphone that nobody closes.
static void test_one_that_stays_open_is_noticed(void **state)
{
    (void)state;
    at_the_recorder();
    struct microphone *held = app.recorder->microphone;
    app.recorder->microphone = NULL; // the recorder has nothing to close
    tap(RECORDER_CLOSE);
    assert_true(is_open());
    microphone_close(held);
    assert_false(is_open());
}

int main(void)
{
    words_choose("en");
    const struct CMUnitTest tests[] = {
        IN_A_STUDIO(test_no_other_screen_listens),
        IN_A_STUDIO(test_a_whole_game_does_not_listen),
        IN_A_STUDIO(test_a_game_for_which_it_was_switched_on_listens_while_somebody_is_away_and_no_longer),
        IN_A_STUDIO(test_it_listens_from_ready_to_stop),
        IN_A_STUDIO(test_switching_on_that_it_listens_for_crying_opens_it_for_a_moment),
        IN_A_STUDIO(test_who_speaks_on_is_heard_to_the_longest_and_no_further),
        IN_A_STUDIO(test_closing_the_sheet_closes_it),
        IN_A_STUDIO(test_a_sheet_that_was_forgotten_listens_for_two_minutes_and_no_longer),
        IN_A_STUDIO(test_while_a_take_waits_to_be_kept_nobody_listens),
        IN_A_STUDIO(test_in_the_background_nobody_listens),
        IN_A_STUDIO(test_while_a_sound_file_is_chosen_nobody_listens),
        IN_A_STUDIO(test_the_programs_end_closes_it),
        IN_A_STUDIO(test_one_that_stays_open_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
